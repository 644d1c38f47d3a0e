"""What became of pledges, threats, demands, refusals, offers, denials and predictions."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from rawi.compare.blocking import Blocking
from rawi.compare.clauses import Clause
from rawi.compare.opened import Opened, Opener
from rawi.compare.records import FollowUp, Passage, Utterance
from rawi.compare.sayings import Saying
from rawi.compare.similarity import resemblance
from rawi.compare.speakers import match_speakers, voice_of
from rawi.compare.terms import Term
from rawi.compare.text import Prepared
from rawi.compare.vocabulary import Vocabulary
from rawi.model import Evidence
from rawi.model.ids import content_id

# What answers must be about the same: this alike, or less where it is the news of a report (its first paragraph).
_ANSWER = 0.65
_NEARLY = 0.1
_RELATED = 0.5
_CLOSE_REPORTS = 0.4
# Groups of synonyms.yaml that say something ended, or is only under way.
_ENDS = frozenset({"finish", "last", "end_point", "achieve"})
_BEGINS = frozenset({"begin", "continue"})
# An answer is looked for this long, unless the words name a day.
_DAYS = 45
_AFTER_HORIZON = 5
_STEP = 15
# So many of the likeliest clauses are weighed closely.
_WEIGHED = 60
# One shared word does not make an answer, nor do two common ones.
_TOPIC = 4.0

_POSITIVE = {
    "pledge": "kept",
    "threat": "kept",
    "offer": "kept",
    "refusal": "kept",
    "demand": "met",
    "prediction": "confirmed",
    "denial": "confirmed",
}
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
        """Each utterance that waits for an answer, with the answer found, or open.

        Told once, from its first full report.
        """
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
        ordered = sorted(group, key=_told_first)
        opened = [one for one in map(self._opener.open, ordered) if one is not None]
        if not opened:
            return None
        shown = next((one for one in opened if one.saying is ordered[0]), opened[0])
        return msgspec.structs.replace(shown, saying=ordered[0])

    def _answer(
        self, opened: Opened, group: Sequence[Saying], clauses: Sequence[Clause], holders: Blocking
    ) -> _Answer | None:
        saying = opened.saying
        if saying.day is None:
            return None
        own = [version.passage for version in group]
        answers = []
        for clause in _candidates(saying, clauses, holders):
            if (
                clause.day is None
                or not saying.day < clause.day
                or (clause.day - saying.day).days > _reach(opened, saying.day)
            ):
                continue
            if not _restates(clause, own):
                answer = self._weigh(opened, clause)
                if answer is not None:
                    answers.append(answer)
        if not answers:
            return None
        best = max(answer.score for answer in answers)
        if opened.horizon is not None:
            return max(answers, key=lambda answer: (answer.score, -answer.clause.key))
        # Of nearly equal answers the last one decides: troops that began to leave have not left.
        return max(
            (answer for answer in answers if answer.score >= best - _NEARLY),
            key=lambda answer: (str(answer.clause.day), answer.score, -answer.clause.key),
        )

    def _weigh(self, opened: Opened, clause: Clause) -> _Answer | None:
        if not self._is_told_as_real(clause):
            return None
        about = self._topic(opened.saying.terms, clause.terms)
        if about < _TOPIC:
            return None
        score = self._score(opened, clause, about)
        if score < _ANSWER:
            return None
        return _Answer(
            clause, score, self._is_negative(opened.saying, opened.negative) == self._is_negative_clause(clause)
        )

    def _topic(self, made: Sequence[Term], told: Sequence[Term]) -> float:
        """The weight of what both speak of, words said of anything left out."""
        # The clause first: what is worked out of the second is kept, and of clauses there are very many.
        alike = resemblance(told, made)
        return sum(
            told[other].weight * worth
            for other, _, worth in alike.pairs
            if worth > _RELATED
            and not told[other].place
            and not (told[other].senses and told[other].senses <= self._generic)
        )

    def _score(self, opened: Opened, clause: Clause, about: float) -> float:
        """How well the clause answers: shared matter and likeness above all.

        Then whether it is the news of its report, the
        same kind of event, on the day named, an end and not a beginning.
        """
        saying = opened.saying
        made = sum(term.weight for term in saying.terms if not term.place) or 1.0
        told = sum(term.weight for term in clause.terms if not term.place) or 1.0
        places = {term.place for term in saying.terms if term.place} & {
            term.place for term in clause.terms if term.place
        }
        senses = {sense for term in clause.terms for sense in term.senses}
        own = {sense for term in saying.terms for sense in term.senses}
        score = 0.4 * min(1.0, about / made) + 0.1 * min(1.0, about / min(made, told))
        score += 0.3 * resemblance(clause.terms, saying.terms).score
        score += 0.2 * min(1.0, self._likeness(saying.article, clause.report.id) / _CLOSE_REPORTS)
        score += 0.1 * min(2, len(places)) + 0.15 * clause.lead
        score += 0.1 * bool(_event_types(saying.report, saying.passage) & _event_types(clause.report, clause.passage()))
        score += 0.1 * bool(senses & _ENDS) - 0.2 * bool(senses & (_BEGINS - own))
        if opened.horizon is not None and clause.day is not None and abs((clause.day - opened.horizon).days) <= 1:
            score += 0.1
        return score

    def _is_told_as_real(self, clause: Clause) -> bool:
        """Not a plan, a wish or a condition, nor the words that only introduce what somebody said."""
        if clause.said is not None and clause.said.force in _UNREAL:
            return False
        if clause.in_heading or (clause.said is None and clause.has_cue):
            return False
        return not self._opener.is_unreal(clause.words)

    def _is_negative(self, saying: Saying, negative: bool) -> bool:
        return negative != any(term.senses & self._turning for term in saying.terms)

    def _is_negative_clause(self, clause: Clause) -> bool:
        words = clause.words
        negative = any(word in self._negation or word in self._failing for word in words)
        return negative != any(term.senses & self._turning for term in clause.terms)


def _told_first(saying: Saying) -> tuple[bool, str, str, int]:
    """Headlines last, then by the day of the report."""
    return saying.in_title, str(saying.report.report.article.published), saying.article, saying.key


def _restates(clause: Clause, own: Sequence[Passage]) -> bool:
    """The clause is, or overlaps, another report of the utterance itself."""
    passage = clause.passage()
    return any(
        passage.article == other.article and passage.start < other.end and other.start < passage.end for other in own
    )


def _event_types(report: Prepared, passage: Passage) -> frozenset[str]:
    return frozenset(
        event.type for event in report.report.analysis.events if passage.start <= event.trigger.start < passage.end
    )


def _is_shared(group: Sequence[Saying], opened: Opened) -> bool:
    """Several outlets thought it worth telling, or it is a threat: one report of it is enough to watch for it."""
    if opened.kind == "threat":
        return True
    return len({version.report.report.article.outlet for version in group}) > 1


def _versions(sayings: Sequence[Saying], utterances: Sequence[Utterance]) -> list[list[Saying]]:
    by_place = {(saying.article, saying.passage.start): saying for saying in sayings}
    groups = [
        [by_place[variant.passage.article, variant.passage.start] for variant in utterance.variants]
        for utterance in utterances
    ]
    taken = {saying.key for group in groups for saying in group}
    groups.extend([saying] for saying in sayings if saying.key not in taken)
    return sorted(groups, key=lambda group: min(saying.key for saying in group))


def _index(clauses: Sequence[Clause]) -> Blocking:
    index = Blocking()
    for clause in clauses:
        index.add(clause.key, clause.terms, clause.day)
    return index


def _candidates(saying: Saying, clauses: Sequence[Clause], index: Blocking) -> list[Clause]:
    """The clauses of this and the following weeks that share most with the saying."""
    found: dict[int, float] = {}
    if saying.day is not None:
        for later in range(0, _DAYS + 1, _STEP):
            found.update(index.find(saying.terms, saying.day + timedelta(days=later)))
    kept = sorted(found, key=lambda key: (-found[key], key))[:_WEIGHED]
    return [clauses[key] for key in sorted(kept)]


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
        notable=answer is not None or (opened.strong and _is_shared(group, opened)),
        evidence=tuple(evidence),
    )
