"""A match of a rule's pattern over the tokens, and what a rule makes of it."""

import re
from datetime import date

import msgspec

from rawi.timex.context import Context


class Found(msgspec.Struct, frozen=True):
    """Words ``[first, last)`` that mean ``value``; ``begin`` and ``finish`` where they are not the value's own days.

    ``loose`` is true of a day of the week that nothing in its sentence places before or after the report.
    """

    first: int
    last: int
    value: str
    anchor: str = ""
    begin: date | None = None
    finish: date | None = None
    loose: bool = False


class Hit:
    """One match: the groups of the pattern as word indices, and their values."""

    def __init__(self, match: re.Match[str], context: Context) -> None:
        """Wrap the match."""
        self.match = match
        self.context = context
        self.tokens = context.tokens
        self.first = match.start()
        self.last = match.end()

    def has(self, group: str) -> bool:
        """Whether the pattern has the group and it took part in the match."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def at(self, group: str) -> int:
        """The word index at which the group begins."""
        return self.match.start(group)

    def value(self, group: str, *roles: str) -> int | str | None:
        """The value of the group's first word in the first of the roles it can play; None without the group."""
        return self.tokens.value(self.match.start(group), *roles) if self.has(group) else None

    def number(self, group: str, *roles: str) -> int | None:
        """`value` where it is a number."""
        found = self.value(group, *roles)
        return found if isinstance(found, int) else None

    def raw(self, group: str) -> str:
        """The group's first word as written."""
        return self.tokens.words.raw[self.match.start(group)]

    def follows(self, *roles: str) -> bool:
        """Whether the word before the match, in its sentence, can play one of the roles."""
        before = self.tokens.values(self.first - 1) if self.first > self.context.sentence_first else {}
        return any(role in before for role in roles)

    def is_joined(self) -> bool:
        """Whether a preposition is joined to the first word of the match."""
        return self.tokens.coding.joined_of(self.tokens.codes[self.first]) == "before"

    def found(self, value: str, anchor: str = "", days: tuple[date, date] | None = None) -> tuple[Found, ...]:
        """The whole match as one finding."""
        begin, finish = days if days is not None else (None, None)
        return (Found(self.first, self.last, value, anchor, begin, finish),)
