"""Comparing the reports of a ledger, with stories that keep their ids and what people decided laid over it."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from rawi.compare.comparing import Comparer
from rawi.compare.decisions import Decisions, read_decisions
from rawi.compare.headlines import Judgement
from rawi.compare.identity import follow, keep_ids
from rawi.compare.positions import Position
from rawi.compare.records import Comparison, Coverage, Report, Utterance, Variant
from rawi.compare.sayings import variant_of
from rawi.ledger import KeptStory, Ledger
from rawi.lexicon import Lexicon
from rawi.model import Article
from rawi.workflows.headlines import headline_judge
from rawi.workflows.vocabulary import build_vocabulary


class Scope(msgspec.Struct, frozen=True):
    """Which reports to compare.

    Of outlets with this in their name, published since and before these days, with these words.
    """

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all reports are meant."""
        return self == Scope()

    def holds(self, article: Article) -> bool:
        """Whether the article is among them, its words aside; an undated one is only where no day is asked for."""
        if self.outlets and not any(name in article.outlet for name in self.outlets):
            return False
        if self.since is None and self.until is None:
            return True
        day = article.published
        return (
            day is not None and (self.since is None or day >= self.since) and (self.until is None or day < self.until)
        )


def compare_ledger(
    ledger: Ledger,
    lexicon: Lexicon,
    *,
    scope: Scope | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Comparison:
    """Everything found across the reports of the ledger, or those of the scope.

    A comparison of the whole ledger leaves its stories there, so that the next one keeps their ids.
    """
    wanted = scope or Scope()
    decisions = read_decisions(ledger.corrections())
    reports = []
    for report in read_reports(ledger, wanted):
        reports.append(report)
        if progress is not None:
            progress(report.article)
    comparison = Comparer(build_vocabulary(lexicon)).compare(reports, decisions)
    return _with_lasting_stories(comparison, ledger, decisions, keep=wanted.is_whole)


def read_reports(ledger: Ledger, scope: Scope) -> Iterator[Report]:
    """The articles of the scope with their analyses, in the order in which they came."""
    articles = ledger.search(scope.text) if scope.text else ledger.articles()
    for article in articles:
        if scope.holds(article):
            analysis = ledger.analysis(article.id)
            if analysis is not None:
                yield Report(article, analysis)


class Difference(msgspec.Struct, frozen=True):
    """Two reports side by side: their headlines, what both carry with how it differs, and what only one has."""

    first: str
    second: str
    headlines: Judgement | None
    shared: tuple[Utterance, ...]
    only_first: tuple[Variant, ...]
    only_second: tuple[Variant, ...]


def diff_articles(ledger: Ledger, lexicon: Lexicon, first: str, second: str) -> Difference:
    """What two articles of the ledger have in common, and what each has alone."""
    reports = [report for report in map(_report_of(ledger), (first, second)) if report is not None]
    comparer = Comparer(build_vocabulary(lexicon))
    utterances = comparer.compare(reports, read_decisions(ledger.corrections())).utterances
    shared = tuple(one for one in utterances if len({variant.passage.article for variant in one.variants}) > 1)
    both = {(variant.passage.article, variant.passage.start) for one in shared for variant in one.variants}
    alone = [
        variant
        for variant in map(variant_of, comparer.sayings(reports))
        if (variant.passage.article, variant.passage.start) not in both
    ]
    titles = [report.article.title for report in reports if report.article.title]
    judged = headline_judge(lexicon).judge(titles[0], titles[1]) if len(titles) > 1 else None
    return Difference(
        first,
        second,
        judged,
        shared,
        tuple(variant for variant in alone if variant.passage.article == first),
        tuple(variant for variant in alone if variant.passage.article == second),
    )


def trace_positions(
    ledger: Ledger, lexicon: Lexicon, actor: str, issue: str = "", *, scope: Scope | None = None
) -> Position:
    """What an actor said on an issue over time, in the reports of the scope, and how it moved."""
    comparer = Comparer(build_vocabulary(lexicon))
    return comparer.positions(list(read_reports(ledger, scope or Scope())), actor, issue)


def _report_of(ledger: Ledger) -> Callable[[str], Report | None]:
    def read(article_id: str) -> Report | None:
        article, analysis = ledger.article(article_id), ledger.analysis(article_id)
        return Report(article, analysis) if article is not None and analysis is not None else None

    return read


def find_story_id(ledger: Ledger, story: str) -> str:
    """The id a story's id, or the beginning of one, leads to today; the same where the ledger does not know it."""
    kept = ledger.stories()
    known = story if story in kept else next((one for one in sorted(kept) if one.startswith(story)), story)
    return follow(known, {one.id: one.redirect for one in kept.values()})


def _with_lasting_stories(comparison: Comparison, ledger: Ledger, decisions: Decisions, *, keep: bool) -> Comparison:
    kept = ledger.stories()
    known = {story.id: story.articles for story in kept.values() if not story.redirect}
    lasting = keep_ids(comparison.stories, known, decisions)
    if keep:
        ledger.keep_stories(
            [
                *(KeptStory(story.id, story.articles) for story in lasting.stories),
                *(KeptStory(old, known[old], new) for old, new in lasting.redirects.items()),
            ]
        )
    renamed = {before.id: after.id for before, after in zip(comparison.stories, lasting.stories, strict=False)}
    return msgspec.structs.replace(
        comparison,
        stories=lasting.stories,
        coverage=tuple(_renamed(row, renamed) for row in comparison.coverage),
    )


def _renamed(row: Coverage, renamed: dict[str, str]) -> Coverage:
    return msgspec.structs.replace(row, story=renamed.get(row.story, row.story))
