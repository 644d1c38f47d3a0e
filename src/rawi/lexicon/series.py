"""Recurring forums and rounds of talks, and the names their sittings are told by."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths
from rawi.text.folding import fold_word
from rawi.text.words import split_words


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A forum that meets again and again; see ``resources/knowledge/series.yaml`` for the fields."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class SeriesIndex:
    """All series, looked up by the words of a sentence or by the sides of a meeting."""

    def __init__(self, series: tuple[Series, ...]) -> None:
        """Index the names by their first word; punctuation in a name is left out."""
        self.series = series
        self._names: dict[str, list[tuple[tuple[str, ...], Series]]] = {}
        for one in series:
            for name in one.names:
                words = tuple(word for word in split_words(name).folded if word[:1].isalnum())
                self._names.setdefault(words[0], []).append((words, one))
        for entries in self._names.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        # A sentence that holds none of these names no series.
        self.first_words = frozenset(self._names)
        self._sided = [one for one in series if one.sides]
        self._matters = {one.id: frozenset(map(fold_word, one.matters)) for one in series}
        self._places = {one.id: frozenset(map(fold_word, one.places)) for one in series}

    def named_at(self, variants: frozenset[str], following: Sequence[str]) -> tuple[Series, int] | None:
        """The series named from a word on (its variants, then the words after it, no punctuation), with the length."""
        for first in sorted(variants & self._names.keys()):
            for words, one in self._names[first]:
                if tuple(following[: len(words) - 1]) == words[1:]:
                    return one, len(words)
        return None

    def told_by(self, countries: frozenset[str], bag: frozenset[str], *, lead: frozenset[str]) -> Series | None:
        """The series whose sides the sentence names beside a word of its matter, or the lead beside its place.

        ``countries`` and ``bag`` are the states and words of the sentence, ``lead`` the states of title and lead.
        """
        for one in self._sided:
            sides = frozenset(one.sides)
            if sides <= countries and not self._matters[one.id].isdisjoint(bag):
                return one
            if sides <= countries | lead and not self._places[one.id].isdisjoint(bag):
                return one
        return None


def load_series(overlay: Path | None = None) -> SeriesIndex:
    """The series of the package with those of the user's folder after them."""
    found: dict[str, Series] = {}
    for path in resource_paths("knowledge/series*.yaml", overlay):
        found.update((one.id, one) for one in read_yaml(path, tuple[Series, ...]))
    return SeriesIndex(tuple(found.values()))
