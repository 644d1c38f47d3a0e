"""What an actor says on an issue over time, and how it moved."""

from collections.abc import Sequence

import msgspec

from rawi.compare.certainty import Gauge
from rawi.compare.records import Move, Variant
from rawi.compare.sayings import Saying, variant_of
from rawi.compare.similarity import resemblance
from rawi.compare.terms import Term, Terms
from rawi.compare.vocabulary import Vocabulary
from rawi.model import Evidence
from rawi.text.words import split_words

# Two statements of one actor are on one issue when they share this much; later versions of one utterance are more
# alike.
_ONE_ISSUE = 0.2
# How far a force goes against the other side: from agreeing to refusing and threatening.
_HARDNESS = {
    "praise": 0,
    "offer": 0,
    "pledge": 1,
    "assert": 2,
    "predict": 2,
    "concern": 2,
    "demand": 3,
    "deny": 4,
    "accuse": 4,
    "refuse": 5,
    "warn": 5,
}


class Position(msgspec.Struct, frozen=True):
    """The statements of an actor on an issue in order of time, and how each moved from the one before."""

    actor: str
    issue: str
    statements: tuple[Variant, ...]
    moves: tuple[Move, ...]


class Positions:
    """Follows positions. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms, gauge: Gauge) -> None:
        """Keep what tells firmness, conditions and opposites."""
        self._terms = terms
        self._gauge = gauge
        self._negation = vocabulary.classes["denying_particles"]
        self._opposites = {frozenset(pair) for pair in vocabulary.antonyms}

    def trace(self, sayings: Sequence[Saying], actor: str, issue: str = "") -> Position:
        """The position of the actor (a name, an entity id, or part of one) on the issue (words.

        All issues when empty).
        """
        wanted = self._terms.of(split_words(issue).folded)
        chosen = [
            saying
            for saying in sayings
            if not saying.in_title and self._speaks(saying, actor) and self._on(saying, wanted)
        ]
        chosen.sort(key=lambda saying: (str(saying.day), saying.article, saying.index))
        told = _once_a_day(chosen)
        moves = tuple(
            move
            for at, later in enumerate(told)
            if (move := self._move(told[:at], later, actor, issue_given=bool(wanted))) is not None
        )
        return Position(actor, issue, tuple(variant_of(saying) for saying in told), moves)

    def _speaks(self, saying: Saying, actor: str) -> bool:
        speaker = saying.statement.speaker
        if actor == speaker.entity:
            return True
        asked = self._terms.of(split_words(actor).folded)
        named = {
            term.stem for name in (speaker.name, *speaker.aliases) for term in self._terms.of(split_words(name).folded)
        }
        return bool(asked) and all(term.stem in named or _spelled_alike(term, saying) for term in asked)

    def _on(self, saying: Saying, wanted: Sequence[Term]) -> bool:
        if not wanted:
            return True
        return any(
            one.stem == two.stem or one.senses & two.senses or one.root == two.root
            for one in wanted
            for two in saying.terms
        )

    def _move(self, before: Sequence[Saying], later: Saying, actor: str, *, issue_given: bool) -> Move | None:
        """How the statement moved from the likest earlier one of another day."""
        earlier = [one for one in before if one.day != later.day]
        if not earlier:
            return None
        last = max(earlier, key=lambda one: (resemblance(one.terms, later.terms).score, str(one.day), one.key))
        if not issue_given and resemblance(last.terms, later.terms).score < _ONE_ISSUE:
            return None
        direction, evidence = self._direction(last, later)
        return Move(actor, variant_of(last), variant_of(later), direction, (evidence,))

    def _direction(self, last: Saying, later: Saying) -> tuple[str, Evidence]:
        old, new = self._gauge.read(_words(last)), self._gauge.read(_words(later))
        if self._reversed(last, later):
            return "reversed", Evidence(rule="opposite-words", words=f"{last.passage.text} / {later.passage.text}")
        had, has = (
            last.statement.condition is not None or old.conditions,
            later.statement.condition is not None or new.conditions,
        )
        if bool(had) != bool(has):
            return ("condition-added" if has else "condition-dropped"), Evidence(
                rule="condition", words=" ".join(new.conditions or old.conditions)
            )
        change = _HARDNESS[later.statement.force] - _HARDNESS[last.statement.force]
        change += (bool(new.certain) - bool(old.certain)) - (bool(new.hedges) - bool(old.hedges))
        if change:
            words = f"{last.statement.force} -> {later.statement.force}"
            return ("hardened" if change > 0 else "softened"), Evidence(rule="force-and-certainty", words=words)
        return "held", Evidence(rule="same-force", words=later.statement.force)

    def _reversed(self, last: Saying, later: Saying) -> bool:
        """What was accepted is rejected, or the other way round, of the same matter."""
        alike = resemblance(last.terms, later.terms)
        if alike.score < _ONE_ISSUE:
            return False
        opposed = any(
            frozenset((one, two)) in self._opposites
            for a in last.terms
            for b in later.terms
            for one in a.senses - b.senses
            for two in b.senses - a.senses
        )
        return opposed or (self._denies(last) != self._denies(later) and alike.score >= 2 * _ONE_ISSUE)

    def _denies(self, saying: Saying) -> bool:
        return (saying.statement.force == "deny") != any(word in self._negation for word in _words(saying)[:3])


def _once_a_day(sayings: Sequence[Saying]) -> list[Saying]:
    """Versions of one utterance in several outlets count once: the fullest of the day."""
    kept: list[Saying] = []
    for saying in sayings:
        twin = next(
            (
                one
                for one in kept
                if one.day == saying.day and resemblance(one.terms, saying.terms).score >= 2 * _ONE_ISSUE
            ),
            None,
        )
        if twin is None:
            kept.append(saying)
        elif len(saying.terms) > len(twin.terms):
            kept[kept.index(twin)] = saying
    return kept


def _spelled_alike(term: Term, saying: Saying) -> bool:
    return any(resemblance((term,), (other,)).score > 0 for other in saying.voice.names)


def _words(saying: Saying) -> Sequence[str]:
    first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
    return saying.report.words.folded[first:last]
