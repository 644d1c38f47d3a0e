"""Finding many names in one pass, joined prepositions and conjunctions allowed before them."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import ahocorasick
import msgspec

from rawi.text.folding import fold
from rawi.text.words import fold_phrase

Value = TypeVar("Value")


class Match(msgspec.Struct, Generic[Value], frozen=True):
    """A pattern found at words ``[first, last)``; ``proclitic`` is what is joined before it, folded, or ``""``."""

    first: int
    last: int
    proclitic: str
    value: Value


class Matcher(Generic[Value]):
    """An Aho-Corasick automaton over folded words. Built once, never changed; finding is a pure function."""

    def __init__(self, patterns: Iterable[tuple[str, Value]], *, proclitics: Iterable[str] = ()) -> None:
        """Build the automaton; a pattern given twice keeps both values. ``proclitics`` may be joined before it."""
        self._proclitics = frozenset(fold(clitic) for clitic in proclitics)
        by_key: dict[str, list[Value]] = {}
        for pattern, value in patterns:
            key = fold_phrase(pattern)
            if key:
                by_key.setdefault(key, []).append(value)
        self._automaton = ahocorasick.Automaton()
        for key, values in by_key.items():
            self._automaton.add_word(key, (len(key), tuple(values)))
        self._empty = not by_key
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, folded: Sequence[str]) -> list[Match[Value]]:
        """All matches over the folded words, longer before shorter at the same first word, overlaps included."""
        if self._empty or not folded:
            return []
        joined = " ".join(folded)
        word_at: list[int] = []
        begins: list[int] = []
        for index, word in enumerate(folded):
            begins.append(len(word_at))
            word_at.extend([index] * (len(word) + 1))
        found: list[Match[Value]] = []
        size = len(joined)
        for stop, (length, values) in self._automaton.iter(joined):
            start = stop - length + 1
            if stop + 1 < size and joined[stop + 1] != " ":
                continue
            first = word_at[start]
            proclitic = joined[begins[first] : start]
            if proclitic and proclitic not in self._proclitics:
                continue
            found.extend(Match(first, word_at[stop] + 1, proclitic, value) for value in values)
        found.sort(key=lambda match: (match.first, -match.last))
        return found
