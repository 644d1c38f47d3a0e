"""Articles about one matter, over days and outlets; an article may belong to several stories."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rawi.compare.groups import agglomerate
from rawi.compare.records import Story
from rawi.compare.text import Prepared
from rawi.model import Evidence
from rawi.model.ids import content_id

# Two articles of one matter share at least this much (cosine of their telling words); chosen on the sample, where it
# lies in the middle of a wide range, and looked at on four thousand articles of general news. See docs/decisions.
STORY_FLOOR = 0.11
# An article also belongs to another story when it is this close to its articles on average.
SECOND_FLOOR = 0.14
# Only the most telling words of an article are compared, and fewer still are used to find candidates.
_WORDS = 80
_INDEXED = 24
_COMMON = 400
_DAYS = 45
_TITLE = 2.0
_LABELS = 6

Vector = Mapping[str, float]


def find_stories(prepared: Sequence[Prepared]) -> tuple[Story, ...]:
    """Stories of two articles and more, independent of the order of the articles."""
    vectors = {item.id: article_vector(item) for item in prepared}
    likeness = compare_articles(prepared, vectors)
    by_id = {item.id: item for item in prepared}
    groups = [set(group) for group in agglomerate(likeness, floor=STORY_FLOOR) if len(group) > 1]
    for group, joined in zip(groups, _second_memberships(groups, likeness), strict=True):
        group.update(joined)
    return tuple(_story(sorted(group), by_id, vectors) for group in groups)


def article_vector(item: Prepared) -> Vector:
    """The most telling words of the article by weight, of length 1; words of the title count double."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    title_end = next((block.last for block in item.report.analysis.blocks if block.kind == "title"), 0)
    for part, times in ((item.words.folded[:title_end], _TITLE), (item.words.folded[title_end:], 1.0)):
        for term in item.terms.of(part):
            key = term.place or term.stem
            counts[key] += times  # type: ignore[assignment]
            weights[key] = term.weight
    scored = {key: (1 + math.log(count)) * weights[key] for key, count in counts.items()}
    kept = sorted(scored, key=lambda key: (-scored[key], key))[:_WORDS]
    length = math.sqrt(sum(scored[key] ** 2 for key in kept)) or 1.0
    return {key: scored[key] / length for key in kept}


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors of length 1 are."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def compare_articles(prepared: Sequence[Prepared], vectors: Mapping[str, Vector]) -> dict[tuple[str, str], float]:
    """The likeness of each pair of articles near in time that share telling words, ids in sorted order."""
    days = {item.id: item.report.article.published for item in prepared}
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(vectors):
        for key in list(vectors[article])[:_INDEXED]:
            holders[key].append(article)
    pairs: set[tuple[str, str]] = set()
    for articles in holders.values():
        if len(articles) > _COMMON:
            continue
        for at, one in enumerate(articles):
            pairs.update((one, other) for other in articles[at + 1 :])
    found = {}
    for one, other in sorted(pairs):
        first, second = days[one], days[other]
        if first is not None and second is not None and abs((first - second).days) > _DAYS:
            continue
        found[one, other] = cosine(vectors[one], vectors[other])
    return found


def _second_memberships(groups: Sequence[set[str]], likeness: Mapping[tuple[str, str], float]) -> list[set[str]]:
    owner = {article: index for index, group in enumerate(groups) for article in group}
    totals: dict[tuple[str, int], float] = defaultdict(float)
    for (one, other), value in likeness.items():
        if other in owner:
            totals[one, owner[other]] += value
        if one in owner:
            totals[other, owner[one]] += value
    joined: list[set[str]] = [set() for _ in groups]
    for (article, index), total in totals.items():
        if owner.get(article) != index and total / len(groups[index]) >= SECOND_FLOOR:
            joined[index].add(article)
    return joined


def _story(articles: Sequence[str], by_id: Mapping[str, Prepared], vectors: Mapping[str, Vector]) -> Story:
    shared: Counter[str] = Counter()
    for article in articles:
        for key, weight in vectors[article].items():
            shared[key] += weight  # type: ignore[assignment]
    days = [by_id[article].report.article.published for article in articles]
    dated = sorted(day for day in days if day is not None)
    return Story(
        id=content_id("story", *articles),
        articles=tuple(sorted(articles, key=lambda article: (str(by_id[article].report.article.published), article))),
        terms=tuple(key for key, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_LABELS]),
        since=dated[0] if dated else None,
        until=dated[-1] if dated else None,
        evidence=(Evidence(rule="shared-words", words=" ".join(sorted(shared, key=lambda key: (-shared[key], key))[:_LABELS])),),
    )
