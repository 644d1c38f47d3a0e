"""How surely a passage says what it says: hedges, certainty, conditions."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from rawi.compare.vocabulary import Vocabulary
from rawi.text.phrases import PhraseIndex

# Shorter words that begin like an imperfect verb seldom are one.
_VERB = 3


class Certainty(msgspec.Struct, frozen=True):
    """The hedges, the words of certainty and the condition openers of a passage, folded, in text order."""

    hedges: tuple[str, ...]
    certain: tuple[str, ...]
    conditions: tuple[str, ...]


class Gauge:
    """Reads the certainty of passages. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the words that make something more or less sure."""
        self._hedges = PhraseIndex(vocabulary.phrases["hedges"])
        self._certain = PhraseIndex(vocabulary.phrases["certainty"])
        self._conditions = PhraseIndex(vocabulary.phrases["conditionals"])
        self._may = vocabulary.classes["may"]
        self._imperfect = vocabulary.classes["imperfect_openings"]

    def read(self, folded: Sequence[str]) -> Certainty:
        """The certainty of the folded words of a passage."""
        return Certainty(
            hedges=self.may(folded) + _found(self._hedges, folded),
            certain=_found(self._certain, folded),
            conditions=_found(self._conditions, folded),
        )

    def may(self, folded: Sequence[str]) -> tuple[str, ...]:
        """The particles that say "may": those before an imperfect verb."""
        return tuple(
            word
            for word, verb in pairwise(folded)
            if word in self._may and len(verb) > _VERB and verb[0] in self._imperfect
        )


def _found(index: PhraseIndex, folded: Sequence[str]) -> tuple[str, ...]:
    found = []
    at = 0
    while at < len(folded):
        length = index.length_at(folded, at, len(folded))
        if length:
            found.append(" ".join(folded[at : at + length]))
        at += length or 1
    return tuple(found)
