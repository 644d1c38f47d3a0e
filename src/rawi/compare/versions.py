"""How one report's version of an utterance differs from the fullest one.

Verb, hedge, condition, numbers, cuts, speaker, quotes.
"""

from collections.abc import Sequence

from rawi.compare.certainty import Gauge
from rawi.compare.quantities import Count, Counter, differ
from rawi.compare.records import Change, Passage
from rawi.compare.sayings import Saying
from rawi.compare.similarity import resemblance
from rawi.compare.speakers import match_speakers
from rawi.compare.vocabulary import Vocabulary

# What is gone must have told this much (natural logarithm of rarity) to be named as cut.
_CUT = 9.0


class Versions:
    """Compares versions of one utterance. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, gauge: Gauge, counter: Counter) -> None:
        """Keep what measures certainty and counts."""
        self._gauge = gauge
        self._counter = counter
        self._marks = vocabulary.classes["quote_marks"]

    def compare(self, fullest: Saying, other: Saying) -> tuple[Change, ...]:
        """Every difference of ``other`` from the fullest version that a reader should know."""
        return (
            *self._verb(fullest, other),
            *self._certainty(fullest, other),
            *self._numbers(fullest, other),
            *self._cut(fullest, other),
            *self._speaker(fullest, other),
            *self._quotes(fullest, other),
        )

    def _verb(self, fullest: Saying, other: Saying) -> list[Change]:
        one, two = fullest.statement, other.statement
        if (one.distance, one.force, one.strength) == (two.distance, two.force, two.strength):
            return []
        note = "; ".join(
            f"{name}: {before or 'none'} -> {after or 'none'}"
            for name, before, after in (
                ("distance", one.distance, two.distance),
                ("force", one.force, two.force),
                ("strength", one.strength, two.strength),
            )
            if before != after
        )
        return [Change("verb", _cue(fullest), _cue(other), note)]

    def _certainty(self, fullest: Saying, other: Saying) -> list[Change]:
        one, two = self._gauge.read(_words(fullest)), self._gauge.read(_words(other))
        changes = []
        for kind, before, after in (("hedge", one.hedges, two.hedges), ("condition", one.conditions, two.conditions)):
            if bool(before) != bool(after):
                gone = before or after
                note = f"{'dropped' if before else 'added'}: {' '.join(gone)}"
                changes.append(Change(kind, fullest.passage, other.passage, note))
        return changes

    def _numbers(self, fullest: Saying, other: Saying) -> list[Change]:
        found = []
        for count in self._counts(fullest):
            same = [two for two in self._counts(other) if two.unit == count.unit]
            if same and all(differ(count, two) for two in same):
                before = _at(fullest, count.first, count.last)
                found.append(Change("number", before, _at(other, same[0].first, same[0].last)))
        return found

    def _counts(self, saying: Saying) -> list[Count]:
        first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
        folded = saying.report.words.folded
        return [*self._counter.find(folded, first, last), *self._counter.duals(folded, first, last)]

    def _cut(self, fullest: Saying, other: Saying) -> list[Change]:
        alike = resemblance(fullest.terms, other.terms)
        kept = {index for index, _, _ in alike.pairs}
        gone = [term for index, term in enumerate(fullest.terms) if index not in kept and not term.place]
        if sum(term.weight for term in gone) < _CUT or len(other.terms) >= len(fullest.terms):
            return []
        return [Change("cut", fullest.passage, other.passage, " ".join(term.word for term in gone))]

    def _speaker(self, fullest: Saying, other: Saying) -> list[Change]:
        if match_speakers(fullest.voice, other.voice) == "same" or not (fullest.voice.known and other.voice.known):
            return []
        note = f"{fullest.statement.speaker.name} -> {other.statement.speaker.name}"
        return [Change("speaker", fullest.passage, other.passage, note)]

    def _quotes(self, fullest: Saying, other: Saying) -> list[Change]:
        """Words the one sets in quotation marks and the other does not, inside what is told in its own words."""
        one, two = self._quoted(fullest), self._quoted(other)
        if bool(one) == bool(two) or "direct" in (fullest.statement.mode, other.statement.mode):
            return []
        return [Change("scare-quotes", fullest.passage, other.passage, "dropped" if one else "added")]

    def _quoted(self, saying: Saying) -> bool:
        return any(mark in saying.passage.text for mark in self._marks)


def _words(saying: Saying) -> Sequence[str]:
    first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
    return saying.report.words.folded[first:last]


def _at(saying: Saying, first: int, last: int) -> Passage:
    words = saying.report.words
    return saying.report.passage(words.starts[first], words.ends[last - 1])


def _cue(saying: Saying) -> Passage | None:
    cue = saying.statement.cue
    return saying.report.passage(cue.start, cue.end) if cue is not None else None
