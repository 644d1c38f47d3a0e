"""Comparing reports as they arrive: each with those it may match, whatever the size of the ledger."""

from collections import Counter, defaultdict
from collections.abc import Callable

import msgspec

from rawi.compare.blocking import Blocking
from rawi.compare.comparing import Comparer
from rawi.compare.decisions import NOTHING_DECIDED, Decisions
from rawi.compare.records import Comparison, Report
from rawi.compare.text import Prepared, prepare
from rawi.compare.vocabulary import Vocabulary
from rawi.compare.wires import own_runs

# So many of the likeliest reports are compared with a new one.
_NEAREST = 24
# A pair of sayings that shares this much of its telling weight speaks for comparing their reports.
_SHARED = 0.35
# One run of words in this many is kept, with its ten days: enough to see a copy, a sixteenth of the memory.
_SAMPLED = 16
_SPAN = 10
_BOILERPLATE = 60
# A shared run of words tells as much as this share of a saying.
_RUN_WORTH = 0.5


class Stream:
    """Holds the index of the reports seen, not the reports: those are read again when a new one may match them."""

    def __init__(self, vocabulary: Vocabulary, read: Callable[[str], Report | None]) -> None:
        """Hold nothing yet; ``read`` gives the report of an id that was added before."""
        self._comparer = Comparer(vocabulary)
        self._read = read
        self._articles: list[str] = []
        self._sayings = Blocking()
        self._owner: list[int] = []
        self._runs: dict[int, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        """The number of reports seen."""
        return len(self._articles)

    def add(self, report: Report, decisions: Decisions = NOTHING_DECIDED) -> Comparison:
        """What the report has in common with those seen before: only findings that involve it. Then it is held too."""
        prepared = prepare(report, self._comparer.terms)
        near = [self._read(article) for article in self.near(prepared)]
        self.hold(prepared)
        found = self._comparer.compare([report, *(one for one in near if one is not None)], decisions)
        return involving(found, report.article.id)

    def near(self, report: Prepared) -> list[str]:
        """The reports seen that are likeliest to share a text, an utterance or a matter with this one."""
        likely: Counter[int] = Counter()
        for saying in self._comparer.sayings_of(report):
            best: dict[int, float] = {}
            for key, share in self._sayings.find(saying.terms, saying.day).items():
                if share >= _SHARED:
                    owner = self._owner[key]
                    best[owner] = max(best.get(owner, 0.0), share)
            for owner, share in best.items():
                likely[owner] += share  # type: ignore[assignment]
        for run in self._sampled(report):
            holders = self._runs.get(run, ())
            if len(holders) <= _BOILERPLATE:
                for owner in holders:
                    likely[owner] += _RUN_WORTH  # type: ignore[assignment]
        ranked = sorted(likely, key=lambda owner: (-likely[owner], owner))[:_NEAREST]
        return [self._articles[owner] for owner in ranked if self._articles[owner] != report.id]

    def hold(self, report: Prepared) -> None:
        """Index the report without comparing it."""
        number = len(self._articles)
        self._articles.append(report.id)
        for saying in self._comparer.sayings_of(report):
            self._sayings.add(len(self._owner), saying.terms, saying.day)
            self._owner.append(number)
        for run in self._sampled(report):
            self._runs[run].append(number)

    def _sampled(self, report: Prepared) -> set[int]:
        day = report.report.article.published
        span = day.toordinal() // _SPAN if day else 0
        kept = [run for run in own_runs(report) if run % _SAMPLED == 0]
        # Each run under its own ten days and the next, so that no turn of them separates two copies.
        return {run * 4096 + when % 4096 for run in kept for when in (span, span + 1)}


def involving(comparison: Comparison, article: str) -> Comparison:
    """The findings of a comparison in which an article takes part."""
    utterances = tuple(one for one in comparison.utterances if any(v.passage.article == article for v in one.variants))
    kept = {one.id for one in utterances}
    return msgspec.structs.replace(
        comparison,
        stories=tuple(one for one in comparison.stories if article in one.articles),
        wires=tuple(one for one in comparison.wires if article in one.articles),
        utterances=utterances,
        conflicts=tuple(
            one for one in comparison.conflicts if any(side.passage.article == article for side in one.sides)
        ),
        coverage=tuple(one for one in comparison.coverage if one.article == article or one.utterance in kept),
        followups=tuple(
            one
            for one in comparison.followups
            if one.made.article == article or (one.outcome is not None and one.outcome.article == article)
        ),
    )
