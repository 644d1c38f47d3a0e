"""A rule of the time grammar: a pattern over word classes and the function that resolves a match."""

from collections.abc import Callable

import msgspec

from rawi.timex.hit import Found, Hit

Finding = tuple[Found, ...] | None
# The words are a name or count something: no other rule may read them.
NO_TIME: tuple[Found, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """A named rule. ``pattern`` is a template of `rawi.timex.coding.Coding.pattern`; ``resolve`` returns what is found;
    nothing when the words are a name or count something, so that no other rule may read them; None when the rule does
    not apply. Its docstring explains the rule to readers."""

    name: str
    pattern: str
    resolve: Callable[[Hit], Finding]
