"""How far two passages say the same: their terms aligned, each counted by how much it tells."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from rapidfuzz.distance import JaroWinkler

from rawi.compare.terms import Term, TermBag

# What a pair of terms is worth. Reasoned, then checked by leaving stories out: see docs/decisions.
SAME_STEM = 1.0
SAME_PLACE = 0.95
SAME_SENSE = 0.85
SAME_ROOT = 0.8
SHORT_ROOT = 0.25
SPELLING = 0.85
# Names are transcribed in many ways; shorter words that look alike are different words.
_SPELLING_LETTERS = 5
_SPELLING_FLOOR = 0.9


class Resemblance(msgspec.Struct, frozen=True):
    """How alike two passages are: ``score`` 0 to 1, the share of each that the other covers, the aligned terms.

    ``pairs`` are indexes into the two term sequences with the worth of the pair.
    """

    score: float
    first_covered: float
    second_covered: float
    pairs: tuple[tuple[int, int, float], ...]


def affinity(one: Term, other: Term) -> float:
    """What two terms have in common, 0 to 1: stem, country, sense, root, or the spelling of a name."""
    if one.stem == other.stem:
        return SAME_STEM
    if one.place or other.place:
        return SAME_PLACE if one.place == other.place else 0.0
    if not one.senses.isdisjoint(other.senses):
        return SAME_SENSE
    if one.root == other.root:
        return SAME_ROOT if len(one.root) >= 3 else SHORT_ROOT
    if len(one.stem) >= _SPELLING_LETTERS and len(other.stem) >= _SPELLING_LETTERS:
        return _spelling(one.stem, other.stem)
    return 0.0


def resemblance(first: Iterable[Term], second: Iterable[Term]) -> Resemblance:
    """The two passages compared term by term; each term is used once, the best pairs first. Symmetric."""
    one = first if isinstance(first, TermBag) else TermBag(first)
    other = second if isinstance(second, TermBag) else TermBag(second)
    if not one.total or not other.total:
        return Resemblance(0.0, 0.0, 0.0, ())
    pairs = _align(one, other)
    covered_first = sum(one[i].weight * worth for i, _, worth in pairs) / one.total
    covered_second = sum(other[j].weight * worth for _, j, worth in pairs) / other.total
    whole = covered_first + covered_second
    balanced = 2 * covered_first * covered_second / whole if whole else 0.0
    # A short version may be held whole in a long one; but a single shared word must not decide.
    score = 0.6 * balanced + 0.4 * max(covered_first, covered_second)
    return Resemblance(score, covered_first, covered_second, tuple(pairs))


def _align(first: TermBag, second: TermBag) -> list[tuple[int, int, float]]:
    """The best pairs, each term used once.

    Only terms that share a key are weighed, so that it costs by what they share.
    """
    candidates = []
    by_key = second.by_key
    for i, one in enumerate(first):
        related = {j for key in one.keys if key in by_key for j in by_key[key]}
        if second.names and one.may_be_name:
            related.update(second.names)
        for j in related:
            worth = affinity(one, second[j])
            if worth:
                candidates.append((-worth * (one.weight + second[j].weight), i, j, worth))
    candidates.sort()
    used_first: set[int] = set()
    used_second: set[int] = set()
    pairs = []
    for _, i, j, worth in candidates:
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append((i, j, worth))
    return pairs


@lru_cache(maxsize=1 << 16)
def _spelling(one: str, other: str) -> float:
    return SPELLING if JaroWinkler.similarity(one, other) >= _SPELLING_FLOOR else 0.0
