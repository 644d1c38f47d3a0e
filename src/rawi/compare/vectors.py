"""What a report is about, as a vector of its telling words; who speaks in it does not count."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rawi.compare.text import Prepared
from rawi.text.words import split_words

Vector = Mapping[str, float]

_TITLE = 2
# Shorter paragraphs say too little to be about something.
_PARAGRAPH = 5


class Subject(msgspec.Struct, frozen=True):
    """The vectors of a report and of each of its paragraphs, all of length 1."""

    whole: Vector
    paragraphs: tuple[Vector, ...]


def find_subjects(prepared: Sequence[Prepared]) -> dict[str, Subject]:
    """What each report is about. Names of people are left out: the same few people speak on every matter of a country.

    Words of the title count double; words that only one of the reports has are left out, for nothing can share them.
    """
    people = _names_of_people(prepared)
    counts = {item.id: _count(item, people) for item in prepared}
    weights = {term: weight for _, found in counts.values() for term, weight in found.items()}
    holders = Counter(term for found, _ in counts.values() for term in found)
    shared = {term for term, number in holders.items() if number > 1}
    subjects = {}
    for item in prepared:
        found, _ = counts[item.id]
        whole = unit({term: (1 + math.log(count)) * weights[term] for term, count in found.items() if term in shared})
        subjects[item.id] = Subject(whole, tuple(_paragraphs(item, shared, weights)))
    return subjects


def unit(vector: Mapping[str, float]) -> Vector:
    """The vector at length 1, the heaviest words first."""
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: vector[term] / length for term in sorted(vector, key=lambda term: (-vector[term], term))}


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors of length 1 are."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def mean(vectors: Iterable[Vector]) -> dict[str, float]:
    """The mean of the vectors, not brought to length 1."""
    total: dict[str, float] = {}
    number = 0
    for vector in vectors:
        number += 1
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return {term: weight / number for term, weight in total.items()}


def contrast(vector: Mapping[str, float], background: Mapping[str, float], share: float) -> Vector:
    """What the vector has beyond a share of the background, at length 1."""
    return unit(
        {term: rest for term, weight in vector.items() if (rest := weight - share * background.get(term, 0.0)) > 0}
    )


def _count(item: Prepared, people: frozenset[str]) -> tuple[Counter[str], dict[str, float]]:
    title_end = next((block.last for block in item.report.analysis.blocks if block.kind == "title"), 0)
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for part, times in ((item.bag(0, title_end), _TITLE), (item.bag(title_end, len(item.words)), 1)):
        for term in part:
            if term.stem not in people:
                counts[term.stem] += times
                weights[term.stem] = term.weight
    return counts, weights


def _paragraphs(item: Prepared, shared: set[str], weights: Mapping[str, float]) -> Iterable[Vector]:
    for block in item.report.analysis.blocks:
        terms = {term.stem for term in item.bag(block.first, block.last)} & shared
        if len(terms) >= _PARAGRAPH:
            yield unit({term: weights[term] for term in terms})


def _names_of_people(prepared: Sequence[Prepared]) -> frozenset[str]:
    return frozenset(
        term.stem
        for item in prepared
        for mention in item.report.analysis.mentions
        if mention.kind == "person"
        for term in item.terms.of(split_words(mention.name).folded)
    )
