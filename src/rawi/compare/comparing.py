"""The whole comparison: reports in, everything found across them out."""

from collections.abc import Sequence
from functools import cache

import msgspec

from rawi.compare.certainty import Gauge
from rawi.compare.clauses import find_clauses
from rawi.compare.conflicts import Tools, find_conflicts
from rawi.compare.coverage import find_coverage
from rawi.compare.decisions import NOTHING_DECIDED, Decisions, overrule
from rawi.compare.followups import Follower
from rawi.compare.opened import Opener
from rawi.compare.opposition import Reasons
from rawi.compare.positions import Position, Positions
from rawi.compare.quantities import Counter
from rawi.compare.records import Comparison, Report, Utterance
from rawi.compare.sayings import Saying, collect_sayings
from rawi.compare.stories import find_stories
from rawi.compare.terms import Terms
from rawi.compare.text import Prepared, prepare
from rawi.compare.utterances import find_utterances
from rawi.compare.vectors import cosine, find_subjects
from rawi.compare.versions import Versions
from rawi.compare.vocabulary import Vocabulary
from rawi.compare.wires import find_wires


class Comparer:
    """Compares reports. Built once from the vocabulary.

    Comparing is a pure function of the reports, whatever their order.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the vocabulary."""
        self.terms = Terms(vocabulary)
        self._vocabulary = vocabulary
        self._gauge = Gauge(vocabulary)
        self._counter = Counter(vocabulary, self.terms)
        self._reasons = Reasons(vocabulary)
        self._opener = Opener(vocabulary, self.terms, self._gauge)
        self._versions = Versions(vocabulary, self._gauge, self._counter)

    def compare(self, reports: Sequence[Report], decisions: Decisions = NOTHING_DECIDED) -> Comparison:
        """Everything found across the reports, what people decided laid over it. A report given twice counts once."""
        prepared = self._prepare(reports)
        wires = find_wires(prepared, decisions)
        subjects = find_subjects(prepared)
        stories = find_stories(prepared, subjects)
        sayings = collect_sayings(prepared, self._vocabulary)
        places = {(saying.article, saying.passage.start): saying for saying in sayings}

        @cache
        def likeness(one: str, other: str) -> float:
            return cosine(subjects[one].whole, subjects[other].whole)

        found = find_utterances(sayings, likeness, decisions)
        utterances = tuple(self._with_changes(one, places) for one in found)
        conflicts = find_conflicts(
            prepared,
            sayings,
            utterances,
            tools=Tools(self._counter, self._gauge, self._reasons),
            likeness=likeness,
        )
        coverage = find_coverage(prepared, utterances, wires, stories, sayings=places, likeness=likeness)
        follower = Follower(self._vocabulary, self._opener, likeness)
        clauses = find_clauses(prepared, self._vocabulary.classes["commas"])
        followups = follower.follow(sayings, utterances, clauses)
        return overrule(Comparison(stories, wires, utterances, conflicts, coverage, followups), decisions)

    def sayings(self, reports: Sequence[Report]) -> tuple[Saying, ...]:
        """The statements of the reports, prepared for comparing."""
        return collect_sayings(self._prepare(reports), self._vocabulary)

    def sayings_of(self, prepared: Prepared) -> tuple[Saying, ...]:
        """The statements of one prepared report."""
        return collect_sayings([prepared], self._vocabulary)

    def positions(self, reports: Sequence[Report], actor: str, issue: str = "") -> Position:
        """What an actor said on an issue over time, and how it moved; see `Positions.trace`."""
        return Positions(self._vocabulary, self.terms, self._gauge).trace(self.sayings(reports), actor, issue)

    def _prepare(self, reports: Sequence[Report]) -> list[Prepared]:
        unique = {report.article.id: report for report in reports}
        return [
            prepare(report, self.terms)
            for report in sorted(unique.values(), key=lambda report: (str(report.article.published), report.article.id))
        ]

    def _with_changes(self, utterance: Utterance, places: dict[tuple[str, int], Saying]) -> Utterance:
        first, *others = (places[v.passage.article, v.passage.start] for v in utterance.variants)
        changes = tuple(
            change for other in others if not other.in_title for change in self._versions.compare(first, other)
        )
        return msgspec.structs.replace(utterance, changes=changes)


def compare(reports: Sequence[Report], *, vocabulary: Vocabulary, decisions: Decisions = NOTHING_DECIDED) -> Comparison:
    """Everything found across the reports: stories, copies, utterances, conflicts, omissions, follow-ups.

    Pure: the same reports in any order give the same comparison. To compare often, keep a `Comparer`.
    """
    return Comparer(vocabulary).compare(reports, decisions)
