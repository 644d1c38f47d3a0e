"""Offices and who held them when: what turns ``the American foreign minister`` of 2016 into a person."""

from collections.abc import Iterable
from datetime import date

import msgspec

from rawi.lexicon.knowledge import Knowledge, cells
from rawi.text.words import split_words

# In offices_held.tsv: a bound that is not known, and (for an end) a term that had not ended.
_UNKNOWN = "?"


class Tenure(msgspec.Struct, frozen=True):
    """A term of a person in an office of a state or organization.

    ``begin`` and ``end`` are ISO years or months, both included; ``end`` is ``""`` for a term that had not ended when
    the table was written. ``?`` is a bound nobody has written down.
    """

    person: str
    office: str
    body: str
    begin: str
    end: str
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day surely lies in the term; months of change of office lie in both terms."""
        if _UNKNOWN in (self.begin, self.end) or not self.begin:
            return False
        month = day.isoformat()[:7]
        return self.begin <= month[: len(self.begin)] and (not self.end or month[: len(self.end)] <= self.end)

    def may_cover(self, day: date) -> bool:
        """Whether nothing speaks against the day lying in the term."""
        month = day.isoformat()[:7]
        begun = self.begin in ("", _UNKNOWN) or self.begin <= month[: len(self.begin)]
        return begun and (self.end in ("", _UNKNOWN) or month[: len(self.end)] <= self.end)


class Offices:
    """The titles of offices, and the terms of the people who held them."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Read the tables of the knowledge base."""
        self._slugs: dict[tuple[str, ...], tuple[str, ...]] = {}
        for row in knowledge.rows("offices"):
            for title in (*cells(row, "titles_m"), *cells(row, "titles_f")):
                words = tuple(split_words(title).folded)
                self._slugs[words] = (*self._slugs.get(words, ()), row["slug"])
        self._levels = {row["slug"]: row["level"] for row in knowledge.rows("offices")}
        self._terms: dict[str, list[Tenure]] = {}
        self._holders: dict[tuple[str, str], list[Tenure]] = {}
        for row in knowledge.rows("offices_held"):
            term = Tenure(row["person"], row["office"], row["body"], row["from"], row["to"], row["note"])
            self._terms.setdefault(term.person, []).append(term)
            self._holders.setdefault((term.office, term.body), []).append(term)
        self.longest = max(map(len, self._slugs), default=0)

    def offices_of(self, title: tuple[str, ...]) -> tuple[str, ...]:
        """The offices a title of folded words may name, without the state or body it is held of."""
        return self._slugs.get(title, ())

    def level(self, office: str) -> str:
        """The level of an office: ``head_of_state``, ``minister``, ``spokesperson`` ..."""
        return self._levels.get(office, "")

    def terms_of(self, person: str) -> tuple[Tenure, ...]:
        """All terms of a person."""
        return tuple(self._terms.get(person, ()))

    def holders(self, offices: Iterable[str], bodies: Iterable[str], day: date) -> tuple[Tenure, ...]:
        """The terms in one of the offices of one of the bodies that surely cover the day."""
        bodies = tuple(bodies)
        return tuple(
            term
            for office in offices
            for body in bodies
            for term in self._holders.get((office, body), ())
            if term.covers(day)
        )
