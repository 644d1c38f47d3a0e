"""Reports about one matter, over days and outlets; a report may belong to several stories."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rawi.compare.groups import agglomerate
from rawi.compare.records import Story
from rawi.compare.text import Prepared
from rawi.compare.vectors import Subject, Vector, contrast, cosine, mean
from rawi.model import Evidence
from rawi.model.ids import content_id

# Reports that make up the core of a story share this much (cosine) on average; chosen where the score of the sample is
# flat over a wide range and stories of general news look right. See docs/decisions.
CORE_FLOOR = 0.29
# Others join when they, and two of their paragraphs, are this close to what sets the story apart.
JOIN_FLOOR = 0.165
# What sets a story apart is what it has beyond this share of the reports around it.
_AROUND = 0.3
# Reports less like every one of the core than this are not around it.
_AROUND_FLOOR = 0.05
# Only the most telling words of a report find candidates; a word of more reports than this finds none.
_INDEXED = 24
_COMMON = 400
_DAYS = 45
_LABELS = 6
_PARAGRAPHS = 2


def find_stories(prepared: Sequence[Prepared], subjects: Mapping[str, Subject]) -> tuple[Story, ...]:
    """Stories of two reports and more, independent of the order of the reports."""
    likeness = dict(_likenesses(prepared, subjects))
    near: dict[str, set[str]] = defaultdict(set)
    for (one, other), value in likeness.items():
        if value >= _AROUND_FLOOR:
            near[one].add(other)
            near[other].add(one)
    by_id = {item.id: item for item in prepared}
    stories = []
    for core in agglomerate(likeness, floor=CORE_FLOOR):
        if len(core) > 1:
            around = set(core).union(*(near[article] for article in core))
            stories.append(_story(core, _joined(core, around, subjects), by_id, subjects))
    return tuple(stories)


def _likenesses(
    prepared: Sequence[Prepared], subjects: Mapping[str, Subject]
) -> Iterator[tuple[tuple[str, str], float]]:
    """Each pair of reports near in time that share a telling word, with its likeness.

    Found through an inverted index.
    """
    days = {item.id: item.report.article.published for item in prepared}
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(subjects):
        for term in list(subjects[article].whole)[:_INDEXED]:
            holders[term].append(article)
    pairs = {
        (one, other)
        for articles in holders.values()
        if len(articles) <= _COMMON
        for at, one in enumerate(articles)
        for other in articles[at + 1 :]
    }
    for one, other in sorted(pairs):
        first, second = days[one], days[other]
        if first is None or second is None or abs((first - second).days) <= _DAYS:
            yield (one, other), cosine(subjects[one].whole, subjects[other].whole)


def _joined(core: Sequence[str], around: set[str], subjects: Mapping[str, Subject]) -> list[str]:
    """The reports around the core that are also about what sets it apart."""
    background = mean(subjects[article].whole for article in sorted(around))
    apart = contrast(mean(subjects[article].whole for article in core), background, _AROUND)
    return sorted(article for article in around - set(core) if _closeness(subjects[article], apart) >= JOIN_FLOOR)


def _closeness(subject: Subject, apart: Vector) -> float:
    best = sorted((cosine(paragraph, apart) for paragraph in subject.paragraphs), reverse=True)[:_PARAGRAPHS]
    return (cosine(subject.whole, apart) + (sum(best) / _PARAGRAPHS)) / 2


def _story(
    core: Sequence[str], joined: Sequence[str], by_id: Mapping[str, Prepared], subjects: Mapping[str, Subject]
) -> Story:
    articles = [*core, *joined]
    shared = mean(subjects[article].whole for article in core)
    labels = tuple(sorted(shared, key=lambda term: (-shared[term], term))[:_LABELS])
    days = sorted(day for article in articles if (day := by_id[article].report.article.published) is not None)
    return Story(
        id=content_id("story", *core),
        articles=tuple(sorted(articles, key=lambda article: (str(by_id[article].report.article.published), article))),
        terms=labels,
        since=days[0] if days else None,
        until=days[-1] if days else None,
        evidence=(Evidence(rule="shared-words", words=" ".join(labels)), Evidence(rule="core", words=" ".join(core))),
    )
