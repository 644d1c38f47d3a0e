"""Whether two headlines agree, disagree, or tell of different things."""

import math
from collections.abc import Sequence
from typing import Literal, cast

import msgspec

from rawi.compare.quantities import Counter, differ
from rawi.compare.similarity import affinity, resemblance
from rawi.compare.terms import Term, Terms
from rawi.compare.vocabulary import Vocabulary
from rawi.text.folding import fold
from rawi.text.words import split_words

Stance = Literal["agree", "disagree", "other"]

_NGRAM = 3
_STEPS = 10
_REASONS = 5


class StanceModel(msgspec.Struct, frozen=True):
    """A logistic model: for each named feature its weight for each of ``classes``.

    Trained by ``training.headlines``.
    """

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]


class Judgement(msgspec.Struct, frozen=True):
    """The stance of one headline to another, its probability, and the features that spoke for it most."""

    stance: Stance
    probability: float
    reasons: tuple[str, ...]


class HeadlineJudge:
    """Judges pairs of headlines. Built once from the vocabulary and the trained weights."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms, model: StanceModel) -> None:
        """Keep the model and what its features ask for."""
        self._features = HeadlineFeatures(vocabulary, terms)
        self._model = model

    def judge(self, first: str, second: str) -> Judgement:
        """The likeliest stance of the two headlines to each other, with its probability and what spoke for it."""
        names = [name for name in self._features.of(first, second) if name in self._model.weights]
        rows = [self._model.weights[name] for name in names]
        totals = [sum(column) for column in zip(*rows, strict=True)]
        powers = [math.exp(total - max(totals)) for total in totals]
        best = max(range(len(powers)), key=lambda place: powers[place])
        speaking = sorted(zip(names, rows, strict=True), key=lambda pair: (-pair[1][best], pair[0]))[:_REASONS]
        return Judgement(
            stance=cast(Stance, self._model.classes[best]),
            probability=powers[best] / sum(powers),
            reasons=tuple(name for name, weights in speaking if weights[best] > 0),
        )


class HeadlineFeatures:
    """What is measured of a pair of headlines.

    Shared matter, opposites, negation, numbers, places, words of one side.
    """

    def __init__(self, vocabulary: Vocabulary, terms: Terms) -> None:
        """Index opposites and words of negation."""
        self._terms = terms
        self._counter = Counter(vocabulary, terms)
        self._negation = vocabulary.classes["negation"]
        self._opposites = {frozenset(pair) for pair in vocabulary.antonyms}

    def of(self, first: str, second: str) -> list[str]:
        """The names of the features that hold of the pair; measures are cut into steps, each step a feature."""
        words = [split_words(text).folded for text in (first, second)]
        one, two = (self._terms.of(side) for side in words)
        alike = resemblance(one, two)
        left = [term for index, term in enumerate(one) if index not in {pair[0] for pair in alike.pairs}]
        right = [term for index, term in enumerate(two) if index not in {pair[1] for pair in alike.pairs}]
        measures = {
            "score": alike.score,
            "covered_min": min(alike.first_covered, alike.second_covered),
            "covered_max": max(alike.first_covered, alike.second_covered),
            "pairs": min(len(alike.pairs), 8) / 8,
            "length_difference": min(abs(len(one) - len(two)), 8) / 8,
            "characters": _shared_ngrams(first, second),
            "exact": _exact(one, two, alike.pairs),
            "left_over": _weight(left, one) * _weight(right, two),
        }
        holds = [*self._contrasts(left, right), *self._differences(words, (one, two))]
        crossed = [
            f"{name}&score{_step(alike.score)[-1:]}"
            for name in holds
            if name in ("opposites", "negation", "denial", "places")
        ]
        return [
            "bias",
            *(step for name, value in measures.items() for step in _steps(name, value)),
            *holds,
            *crossed,
            *_own_words(left, right),
        ]

    def _contrasts(self, left: Sequence[Term], right: Sequence[Term]) -> list[str]:
        found: dict[str, None] = {}
        for one in left:
            for two in right:
                for pair in {frozenset((a, b)) for a in one.senses for b in two.senses} & self._opposites:
                    found["opposites"] = None
                    found["opposite " + " ".join(sorted(pair))] = None
                if one.place and two.place and one.place != two.place:
                    found["places"] = None
                if affinity(one, two) > 0:
                    found["kin"] = None
        return sorted(found)

    def _differences(self, words: Sequence[Sequence[str]], terms: Sequence[Sequence[Term]]) -> list[str]:
        negated = [any(word in self._negation for word in side) for side in words]
        denied = [any("deny" in term.senses or "reject" in term.senses for term in side) for side in terms]
        counts = [self._counter.find(side) for side in words]
        numbers = [{word for word in side if word[:1].isdigit()} for side in words]
        apart = bool(counts[0] and counts[1]) and not any(not differ(a, b) for a in counts[0] for b in counts[1])
        holds = {
            "negation": negated[0] != negated[1],
            "denial": denied[0] != denied[1],
            "numbers_apart": apart or (bool(numbers[0] and numbers[1]) and not numbers[0] & numbers[1]),
            "numbers_same": bool(numbers[0] & numbers[1]),
            "number_missing": bool(numbers[0]) != bool(numbers[1]),
        }
        return [name for name, value in holds.items() if value]


def _steps(name: str, value: float) -> list[str]:
    """Every step the measure reaches, so that neighboring steps learn from each other."""
    return [f"{name}>{step / _STEPS:.1f}" for step in range(_STEPS) if value > step / _STEPS]


def _step(value: float) -> str:
    return str(min(int(value * 4), 3))


def _shared_ngrams(first: str, second: str) -> float:
    one, two = (_ngrams(fold(text)) for text in (first, second))
    return len(one & two) / max(1, min(len(one), len(two)))


def _ngrams(text: str) -> set[str]:
    return {text[at : at + _NGRAM] for at in range(max(0, len(text) - _NGRAM + 1))}


def _exact(one: Sequence[Term], two: Sequence[Term], pairs: Sequence[tuple[int, int, float]]) -> float:
    """The share of aligned terms that are the very word."""
    return sum(one[i].word == two[j].word for i, j, _ in pairs) / len(pairs) if pairs else 0.0


def _weight(left: Sequence[Term], whole: Sequence[Term]) -> float:
    total = sum(term.weight for term in whole)
    return sum(term.weight for term in left) / total if total else 0.0


def _own_words(left: Sequence[Term], right: Sequence[Term]) -> list[str]:
    """The senses, else the stems, of the words that only one side has: some words turn a headline round."""
    return sorted({f"own {name}" for term in (*left, *right) for name in term.senses or (term.stem,)})
