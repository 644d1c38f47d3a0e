"""What became of pledges, threats, demands, refusals, offers, denials and predictions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec

from rawi.compare.clauses import Clause
from rawi.compare.opened import Opened, Opener
from rawi.compare.records import FollowUp, Passage, Utterance
from rawi.compare.sayings import Saying
from rawi.compare.similarity import resemblance
from rawi.compare.speakers import match_speakers, voice_of
from rawi.compare.terms import Term
from rawi.compare.vocabulary import Vocabulary
from rawi.model import Evidence
from rawi.model.ids import content_id

# What answers must be about the same: this alike, or less where it is the news of a report (its first paragraph).
_ANSWER = 0.5
_LEAD = 0.1
_ON_THE_DAY = 0.08
_RELATED = 0.5
_CLOSE_REPORTS = 0.3
# An answer is looked for this long, unless the words name a day.
_DAYS = 45
_AFTER_HORIZON = 5
_COMMON = 300
# One shared word does not make an answer, nor do two common ones.
_TOPIC = 4.0

_POSITIVE = {"pledge": "kept", "threat": "kept", "offer": "kept", "refusal": "kept", "demand": "met", "prediction": "confirmed", "denial": "confirmed"}
_NEGATIVE = {
    "pledge": "broken",
    "threat": "lapsed",
    "offer": "lapsed",
    "refusal": "broken",
    "demand": "refused",
    "prediction": "contradicted",
    "denial": "contradicted",
}
# Statements of these forces tell what is to be, not what is.
_UNREAL = frozenset({"demand", "predict", "pledge", "warn", "offer", "refuse"})


class _Answer(msgspec.Struct, frozen=True):
    clause: Clause
    score: float
    agrees: bool


class Follower:
    """Follows up what was said. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, opener: Opener, likeness: Callable[[str, str], float]) -> None:
        """Keep the words that negate and those that say something failed."""
        self._negation = vocabulary.classes["negation"]
        self._failing = vocabulary.classes["failing"]
        self._generic = vocabulary.classes["generic_senses"]
        self._turning = vocabulary.classes["turning_senses"]
        self._opener = opener
        self._likeness = likeness

    def follow(
        self, sayings: Sequence[Saying], utterances: Sequence[Utterance], clauses: Sequence[Clause]
    ) -> tuple[FollowUp, ...]:
        """Each utterance that waits for an answer, with the answer found, or open. Told once, from its first full report."""
        holders = _index(clauses)
        versions = _versions(sayings, utterances)
        found = []
        for group in versions:
            opened = self._open(group)
            if opened is None:
                continue
            answer = self._answer(opened, group, clauses, holders)
            found.append(_record(opened, answer, group))
        return tuple(found)

    def _open(self, group: Sequence[Saying]) -> Opened | None:
        """The utterance as its first full report gives it, if any of its reports shows that it waits for an answer."""
        ordered = sorted(group, key=lambda saying: (saying.in_title, str(saying.day), -len(saying.terms), saying.key))
        opened = [one for one in map(self._opener.open, ordered) if one is not None]
        if not opened:
            return None
        shown = next((one for one in opened if one.saying is ordered[0]), opened[0])
        return msgspec.structs.replace(shown, saying=ordered[0])

    def _answer(
        self, opened: Opened, group: Sequence[Saying], clauses: Sequence[Clause], holders: Mapping[str, Sequence[int]]
    ) -> _Answer | None:
        saying = opened.saying
        if saying.day is None:
            return None
        own = [version.passage for version in group]
        best: _Answer | None = None
        for clause in _candidates(saying, clauses, holders):
            if clause.day is None or not saying.day < clause.day or (clause.day - saying.day).days > _reach(opened, saying.day):
                continue
            if _restates(clause, own):
                continue
            answer = self._weigh(opened, clause)
            if answer is not None and (best is None or (answer.score, -answer.clause.key) > (best.score, -best.clause.key)):
                best = answer
        return best

    def _weigh(self, opened: Opened, clause: Clause) -> _Answer | None:
        if not self._is_told_as_real(clause):
            return None
        about = self._topic(opened.saying.terms, clause.terms)
        if about < _TOPIC:
            return None
        score = self._score(opened, clause, about)
        if score < _ANSWER:
            return None
        return _Answer(clause, score, self._is_negative(opened.saying, opened.negative) == self._is_negative_clause(clause))

    def _topic(self, made: Sequence[Term], told: Sequence[Term]) -> float:
        """The weight of what both speak of, words said of anything left out."""
        alike = resemblance(made, told)
        return sum(
            told[other].weight * worth
            for _, other, worth in alike.pairs
            if worth > _RELATED and not told[other].place and not (told[other].senses and told[other].senses <= self._generic)
        )

    def _score(self, opened: Opened, clause: Clause, about: float) -> float:
        """Shared matter, likeness of the words and of the two reports; more where a report opens with it or on the day named."""
        made = sum(term.weight for term in opened.saying.terms if not term.place)
        told = sum(term.weight for term in clause.terms if not term.place)
        score = 0.45 * min(1.0, about / max(min(made, told), 1.0))
        score += 0.25 * resemblance(opened.saying.terms, clause.terms).score
        score += 0.2 * min(1.0, self._likeness(opened.saying.article, clause.report.id) / _CLOSE_REPORTS)
        score += _LEAD * clause.lead
        if opened.horizon is not None and clause.day is not None and abs((clause.day - opened.horizon).days) <= 1:
            score += _ON_THE_DAY
        return score

    def _is_told_as_real(self, clause: Clause) -> bool:
        """Not a plan, a wish or a condition, nor the words that only introduce what somebody said."""
        if clause.said is not None and clause.said.force in _UNREAL:
            return False
        if clause.said is None and clause.has_cue:
            return False
        return not self._opener.is_unreal(clause.words)

    def _is_negative(self, saying: Saying, negative: bool) -> bool:
        return negative != any(term.senses & self._turning for term in saying.terms)

    def _is_negative_clause(self, clause: Clause) -> bool:
        words = clause.words
        negative = any(word in self._negation or word in self._failing for word in words)
        return negative != any(term.senses & self._turning for term in clause.terms)


def _restates(clause: Clause, own: Sequence[Passage]) -> bool:
    """The clause is, or overlaps, another report of the utterance itself."""
    passage = clause.passage()
    return any(
        passage.article == other.article and passage.start < other.end and other.start < passage.end for other in own
    )


def _versions(sayings: Sequence[Saying], utterances: Sequence[Utterance]) -> list[list[Saying]]:
    by_place = {(saying.article, saying.index): saying for saying in sayings}
    groups = [
        [by_place[variant.passage.article, variant.statement] for variant in utterance.variants] for utterance in utterances
    ]
    taken = {saying.key for group in groups for saying in group}
    groups.extend([saying] for saying in sayings if saying.key not in taken)
    return sorted(groups, key=lambda group: min(saying.key for saying in group))


def _index(clauses: Sequence[Clause]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for clause in clauses:
        for term in clause.terms:
            if not term.place and term.weight >= 1:
                for name in term.senses or (term.root,):
                    holders[f"{name} {clause.day.toordinal() // 30 if clause.day else 0}"].append(clause.key)
    return holders


def _candidates(saying: Saying, clauses: Sequence[Clause], holders: Mapping[str, Sequence[int]]) -> list[Clause]:
    """Clauses of this and the next months that share a telling word."""
    month = saying.day.toordinal() // 30 if saying.day else 0
    shared: Counter[int] = Counter()
    for term in saying.terms:
        if term.place or term.weight < 1:
            continue
        for name in term.senses or (term.root,):
            for when in (month, month + 1, month + 2):
                keys = holders.get(f"{name} {when}", ())
                if len(keys) <= _COMMON:
                    shared.update(set(keys))
    return [clauses[key] for key, count in sorted(shared.items()) if count > 1 or len(saying.terms) < 4]


def _reach(opened: Opened, day: date) -> int:
    if opened.horizon is None:
        return _DAYS
    return max(1, (opened.horizon - day).days + _AFTER_HORIZON)


def _record(opened: Opened, answer: _Answer | None, group: Sequence[Saying]) -> FollowUp:
    saying = opened.saying
    verdict, own_word = "open", False
    evidence = [Evidence(rule=opened.rule, words=opened.words)]
    if answer is not None:
        verdict = (_POSITIVE if answer.agrees else _NEGATIVE)[opened.kind]
        said = answer.clause.said
        own_word = said is not None and match_speakers(voice_of(said, saying.report.terms), saying.voice) == "same"
        evidence.append(Evidence(rule="answered", words=f"{answer.score:.2f}"))
    return FollowUp(
        id=content_id("follow-up", saying.article, str(saying.passage.start)),
        made=saying.passage,
        kind=opened.kind,
        speaker=saying.statement.speaker.name,
        verdict=verdict,
        outcome=answer.clause.passage() if answer is not None else None,
        condition=saying.statement.condition.text if saying.statement.condition else "",
        horizon=opened.horizon.isoformat() if opened.horizon else None,
        own_word=own_word,
        notable=answer is not None or len({version.report.report.article.outlet for version in group}) > 1,
        evidence=tuple(evidence),
    )
