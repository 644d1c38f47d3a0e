"""A rule of the time grammar: patterns over word classes and the function that resolves a match."""

from collections.abc import Callable

import msgspec

from rawi.timex.hit import Found, Hit

Finding = tuple[Found, ...] | None
# The words are a name or count something: no other rule may read them.
NO_TIME: tuple[Found, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """A rule with the ``patterns`` it is tried on, templates of `rawi.timex.coding.Coding.pattern`.

    ``resolve`` returns what is found; nothing when the words are a name or count something; None when the rule does not
    apply. Its docstring explains the rule to readers.
    """

    resolve: Callable[[Hit], Finding]
    patterns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name readers see."""
        return getattr(self.resolve, "__name__", "")
