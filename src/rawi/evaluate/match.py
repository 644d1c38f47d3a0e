"""Pairing the statements of an analysis with those of the gold, and comparing names."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from rawi.evaluate.gold import GoldArticle, Span, content_spans, cue_span
from rawi.model import Analysis
from rawi.model import Span as Words
from rawi.text.comparable import comparable, comparable_words

# Contents that share this much are the same statement; a shared cue decides between two.
_SAME = 0.5
_CUE_BONUS = 0.3
# Two words or more of a name identify it.
_ENOUGH_WORDS = 2


class Pair(msgspec.Struct, frozen=True):
    """A gold statement and a predicted one, by index, and how much of their contents they share (F1 of words)."""

    gold: int
    predicted: int
    overlap: float


class Pairing(msgspec.Struct, frozen=True):
    """The pairs, best first, and where the words of each content stand."""

    pairs: tuple[Pair, ...]
    gold_words: tuple[set[int], ...]
    predicted_words: tuple[set[int], ...]


def pair_statements(article: GoldArticle, analysis: Analysis, *, particles: Collection[str]) -> Pairing:
    """One-to-one pairs by overlap of content, greedily from the best; ``particles`` may open a content uncounted."""
    gold_words = [word_places(article.text, content_spans(article, one), particles) for one in article.statements]
    predicted_words = [word_places(article.text, map(bounds, one.content), particles) for one in analysis.statements]
    cues = [cue_span(article, one) for one in article.statements]
    candidates = []
    for i, expected in enumerate(gold_words):
        for j, found in enumerate(predicted_words):
            overlap = share(expected, found)
            if overlap >= _SAME:
                bonus = _CUE_BONUS if touch(cues[i], bounds(analysis.statements[j].cue)) else 0
                candidates.append((overlap + bonus, overlap, i, j))
    candidates.sort(reverse=True)
    return Pairing(tuple(_one_to_one(candidates)), tuple(gold_words), tuple(predicted_words))


def word_places(text: str, spans: Iterable[Span | None], particles: Collection[str]) -> set[int]:
    """Where the words of the spans begin, an opening complementizer left out."""
    places: set[int] = set()
    for span in spans:
        words = comparable_words(text, *span) if span is not None else []
        opened = bool(words) and words[0][1] in particles
        places.update(start for start, _ in words[opened:])
    return places


def share(expected: set[int], found: set[int]) -> float:
    """F1 of two sets."""
    return 2 * len(expected & found) / (len(expected) + len(found)) if expected and found else 0.0


def touch(one: Span | None, other: Span | None) -> bool:
    """Whether the two stretches have a character in common."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def bounds(span: Words | None) -> Span | None:
    """A span as its two offsets."""
    return None if span is None else (span.start, span.end)


def is_same_name(found: Sequence[str], expected: Iterable[str]) -> bool:
    """Whether one of the found names is an expected one, holds one whole, or is two or more words of one."""
    wanted = [comparable(name) for name in expected if name]
    return any(_names(comparable(name), gold) for name in found for gold in wanted)


def _names(name: str, gold: str) -> bool:
    if not name:
        return False
    within = len(name.split()) >= _ENOUGH_WORDS and f" {name} " in f" {gold} "
    return name == gold or f" {gold} " in f" {name} " or within


def _one_to_one(candidates: list[tuple[float, float, int, int]]) -> Iterable[Pair]:
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for _, overlap, i, j in candidates:
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            yield Pair(i, j, overlap)
