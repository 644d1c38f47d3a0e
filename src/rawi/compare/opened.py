"""Whether a saying waits for an answer: a pledge, a threat, a demand, a refusal, an offer, a denial, a prediction."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from rawi.compare.certainty import Gauge
from rawi.compare.sayings import Saying
from rawi.compare.terms import Terms
from rawi.compare.vocabulary import Vocabulary
from rawi.text.phrases import PhraseIndex

_KIND_OF_FORCE = {
    "pledge": "pledge",
    "offer": "offer",
    "warn": "threat",
    "demand": "demand",
    "predict": "prediction",
    "deny": "denial",
    "refuse": "refusal",
}
# An imperfect verb has this many letters at the least once the particle of the future is taken off.
_VERB = 4
# Fewer content words announce nothing that could be recognized again.
_FEWEST = 3
_OPENING = 3


class Opened(msgspec.Struct, frozen=True):
    """A saying that waits for an answer, what kind it is, the last day it speaks of, and the words that show it.

    ``strong`` is true where the words themselves look ahead or commit, and not the reporting verb alone.
    """

    saying: Saying
    kind: str
    horizon: date | None
    negative: bool
    rule: str
    words: str
    strong: bool = False


class Opener:
    """Tells what waits for an answer. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms, gauge: Gauge) -> None:
        """Index the words of the future, of intention and of expectation."""
        classes = vocabulary.classes
        self._terms = terms
        self._gauge = gauge
        self._joined = classes["future_joined"]
        self._imperfect = classes["imperfect_openings"]
        self._future = classes["future_words"]
        self._intention = classes["intention"]
        self._expectation = PhraseIndex(vocabulary.phrases["expectation"])
        self._consequences = classes["consequences"]
        self._own = classes["own_side"]
        self._hopes = classes["hopes"]
        self._negation = classes["negation"]

    def open(self, saying: Saying) -> Opened | None:
        """The saying as something to follow up, or None. Its force decides.

        An assertion waits when it speaks of the future.
        """
        if len(saying.terms) < _FEWEST:
            return None
        first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
        words = saying.report.words.folded[first:last]
        horizon = _horizon(saying)
        negative = any(word in self._negation for word in words)
        force = _force_of(saying)
        kind = _KIND_OF_FORCE.get(force)
        ahead = self.ahead(words)
        if kind is not None:
            cue = saying.statement.cue.text if saying.statement.cue else ""
            # "Rules out that ..." says no by its verb.
            turned = negative != self._rules_out(saying)
            strong = self._is_strong(kind, words, ahead, horizon=horizon)
            return Opened(saying, kind, horizon, turned, f"force-{force}", cue, strong)
        if force != "assert":
            return None
        if ahead and any(word in self._consequences for word in words):
            return Opened(saying, "threat", horizon, negative, "future-consequence", " ".join(ahead), strong=True)
        if ahead or (horizon is not None and saying.day is not None and horizon > saying.day):
            kind = "pledge" if self._is_own(saying, words) else "prediction"
            strong = any(word in self._intention for word in words) or self._expects(words)
            return Opened(saying, kind, horizon, negative, "future", " ".join(ahead), strong)
        return None

    def _is_strong(self, kind: str, words: Sequence[str], ahead: Sequence[str], *, horizon: date | None) -> bool:
        if kind == "threat":
            return bool(ahead or self._gauge.read(words).conditions) or any(
                word in self._consequences for word in words
            )
        if kind == "prediction":
            # A hope commits nobody.
            return not any(word in self._hopes for word in words[:_OPENING])
        if kind == "pledge":
            return True
        return kind == "denial"

    def _expects(self, words: Sequence[str]) -> bool:
        return any(
            self._expectation.length_at(words, index, len(words)) or self._gauge.may(words[index : index + 2])
            for index in range(len(words))
        )

    def ahead(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words that speak of the future, of intention or of expectation."""
        return tuple(word for index, word in enumerate(words) if self._points_ahead(words, index))

    def is_unreal(self, words: Sequence[str]) -> bool:
        """The words speak of what may be or is to be."""
        certainty = self._gauge.read(words)
        return bool(certainty.hedges or certainty.conditions or self.ahead(words))

    def _points_ahead(self, words: Sequence[str], index: int) -> bool:
        word = words[index]
        if word in self._future or word in self._intention:
            return True
        if len(word) > _VERB and word[0] in self._joined and word[1] in self._imperfect and self._terms.knows(word[1:]):
            return True
        if self._expectation.length_at(words, index, len(words)):
            return True
        # "May" before a verb of what is to come.
        return bool(self._gauge.may(words[index : index + 2]))

    def _is_own(self, saying: Saying, words: Sequence[str]) -> bool:
        if any(word in self._own for word in words):
            return True
        return any(term.place and term.place in saying.voice.places for term in saying.terms[:3])

    def _rules_out(self, saying: Saying) -> bool:
        cue = saying.statement.cue
        return cue is not None and "impossible" in self._terms.senses_of(self._terms_words(saying, cue.start, cue.end))

    def _terms_words(self, saying: Saying, start: int, end: int) -> Sequence[str]:
        first, last = saying.report.word_range(start, end)
        return saying.report.words.folded[first:last]


def _force_of(saying: Saying) -> str:
    """The force of the statement for its first claim; a second one under the same verb asserts."""
    first = saying.statement.content[0].start if saying.statement.content else saying.passage.start
    return saying.statement.force if saying.passage.start == first else "assert"


def _horizon(saying: Saying) -> date | None:
    """The last day of the future that the saying names."""
    days = [
        timex.finish - timedelta(days=1) if timex.finish else timex.begin
        for timex in saying.report.report.analysis.times
        if timex.begin is not None and saying.passage.start <= timex.start < saying.passage.end
    ]
    later = [day for day in days if saying.day is None or day >= saying.day]
    return max(later, default=None)
