"""Finding what may match without looking at everything: an inverted index over telling words and weeks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rawi.compare.terms import Term

# Only so many of the most telling words of a passage are indexed.
_TELLING = 12
# A word said anywhere, or in more passages of the same weeks than this, finds nothing.
_LEAST_WEIGHT = 1.0
_COMMON = 150
# So many of the likeliest earlier passages are compared with each.
_LIKELIEST = 24
# Passages up to two weeks apart may match: each is found in its own span of time and the next.
_SPAN = 15


class Blocking:
    """An inverted index of passages by their telling words and the time they were said; grows one passage at a time.

    Asking costs by what is found, not by what is held: words that too many passages of the time share are not followed.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._totals: dict[int, float] = {}

    def add(self, key: int, terms: Sequence[Term], day: date | None) -> None:
        """Hold a passage under its number."""
        weights = telling(terms)
        self._totals[key] = sum(weights.values()) or 1.0
        span = _span(day)
        for word in weights:
            self._holders[f"{word} {span}"].append(key)

    def find(
        self, terms: Sequence[Term], day: date | None, *, extra: Mapping[str, float] | None = None
    ) -> dict[int, float]:
        """The passages of the time that share telling words, with the share (0 to 1) of the smaller one's weight."""
        weights = telling(terms)
        total = sum(weights.values()) or 1.0
        shared: dict[int, float] = defaultdict(float)
        span = _span(day)
        for word, weight in (weights | dict(extra or {})).items():
            for when in (span - 1, span, span + 1):
                keys = self._holders.get(f"{word} {when}", ())
                if len(keys) <= _COMMON:
                    for key in keys:
                        shared[key] += weight
        return {key: weight / min(total, self._totals[key]) for key, weight in shared.items()}


def telling(terms: Iterable[Term]) -> dict[str, float]:
    """The most telling words of a passage as keys that words used for one another share, with their weights.

    No places.
    """
    weights: dict[str, float] = {}
    for term in terms:
        if term.place or term.weight < _LEAST_WEIGHT:
            continue
        for name in term.senses or (term.root,):
            share = term.weight / max(1, len(term.senses))
            weights[name] = max(weights.get(name, 0.0), share)
    kept = sorted(weights, key=lambda name: (-weights[name], name))[:_TELLING]
    return {name: weights[name] for name in kept}


def pairs(passages: Sequence[tuple[Sequence[Term], date | None]], *, floor: float) -> Iterator[tuple[int, int]]:
    """The pairs of passages, by their numbers, that share at least ``floor`` of the smaller one's telling weight."""
    index = Blocking()
    for key, (terms, day) in enumerate(passages):
        found = {other: share for other, share in index.find(terms, day).items() if share >= floor}
        likeliest = sorted(found, key=lambda other: (-found[other], other))[:_LIKELIEST]
        yield from ((other, key) for other in sorted(likeliest))
        index.add(key, terms, day)


def _span(day: date | None) -> int:
    return day.toordinal() // _SPAN if day else 0
