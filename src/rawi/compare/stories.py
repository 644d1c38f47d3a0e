"""Reports about one matter, over days and outlets; a report may belong to several stories."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rawi.compare.groups import agglomerate, connected
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
# Stories that share this much of all their reports are one.
SAME_FLOOR = 0.6
_DAYS = 45
_LABELS = 6
_PARAGRAPHS = 2

Found = tuple[tuple[str, ...], frozenset[str]]


def find_stories(prepared: Sequence[Prepared], subjects: Mapping[str, Subject]) -> tuple[Story, ...]:
    """Stories of two reports and more, independent of the order of the reports."""
    likeness = dict(_likenesses(prepared, subjects))
    near: dict[str, set[str]] = defaultdict(set)
    for (one, other), value in likeness.items():
        if value >= _AROUND_FLOOR:
            near[one].add(other)
            near[other].add(one)
    by_id = {item.id: item for item in prepared}
    found = []
    for core in agglomerate(likeness, floor=CORE_FLOOR):
        if len(core) > 1:
            around = set(core).union(*(near[article] for article in core))
            found.append((core, frozenset((*core, *_joined(core, around, subjects)))))
    return tuple(_story(core, sorted(articles - set(core)), by_id, subjects) for core, articles in _merged(found))


def _merged(found: Sequence[Found]) -> Iterator[Found]:
    """Stories whose reports are mostly the same, as one; its core is all their cores."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, (_, articles) in enumerate(found):
        for article in articles:
            holders[article].append(at)
    pairs = sorted({(at, other) for among in holders.values() for at, other in combinations(among, 2)})
    same = [(at, other) for at, other in pairs if _overlap(found[at][1], found[other][1]) >= SAME_FLOOR]
    grouped = connected(same)
    together = {at for group in grouped for at in group}
    for group in (*grouped, *((at,) for at in range(len(found)) if at not in together)):
        core = sorted({article for at in group for article in found[at][0]})
        yield tuple(core), frozenset().union(*(found[at][1] for at in group))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


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
