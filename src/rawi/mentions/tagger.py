"""Names that no list holds: a linear-chain tagger over the whole article, in two passes."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rawi.lexicon import Lexicon
from rawi.lexicon.namemodel import SCALE, NameModel
from rawi.lexicon.namewords import NameWords
from rawi.mentions.attributes import OUTSIDE, place_attributes, word_attributes
from rawi.mentions.decoding import Scores, best_labels
from rawi.mentions.page import Page
from rawi.mentions.votes import OUT, vote_attributes

# Every word met keeps its scores; past this many words they are forgotten and begun anew.
_REMEMBERED = 1 << 15
# A place where no label comes nearer than this to "no name" is none: transitions never make good so much.
_MARGIN = 6 * SCALE

# For each distance: the most by which any label of a word is ahead of "no name", and the scores of all labels.
Word = tuple[tuple[int, ...], tuple[Scores, ...]]


class Emissions:
    """The scores of words at each distance (remembered), and of attributes of a place, for both passes."""

    def __init__(self, model: NameModel, names: NameWords) -> None:
        """Take the weights; nothing is computed before a word is met."""
        self._model = model
        self._names = names
        self._labels = len(model.labels)
        self._offsets = len(model.offsets)
        self._seen: dict[str, tuple[Word, ...]] = {}

    def of_word(self, word: str) -> tuple[Word, ...]:
        """What the word adds in each pass at each distance."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            attributes = word_attributes(word, names=self._names, table=self._model.words)
            lanes = self._sum(attributes)
            found = self._seen[word] = tuple(self._word(lanes, which) for which in range(len(self._model.transitions)))
        return found

    def of_place(self, attributes: Iterable[str], *, which: int) -> Scores:
        """The sum of the weights of a place's own attributes, by label."""
        return self._slice(self._sum(attributes), which, self._offsets // 2)

    def of_sentence(
        self, words: Sequence[str], places: Mapping[int, Sequence[str]], *, first: int, which: int
    ) -> list[Scores | None]:
        """The scores of each place of a sentence, None where nothing can be a name.

        ``places`` holds further attributes by place of the article, ``first`` is the place of the first word.
        """
        each = [self.of_word(word)[which] for word in (OUTSIDE, OUTSIDE, *words, OUTSIDE, OUTSIDE)]
        scores: list[Scores | None] = []
        for at, (a, b, c, d, e) in enumerate(zip(each, each[1:], each[2:], each[3:], each[4:])):  # noqa: B905 - a window
            more = places.get(first + at)
            if more is None and a[0][0] + b[0][1] + c[0][2] + d[0][3] + e[0][4] < -_MARGIN:
                scores.append(None)
                continue
            parts = [a[1][0], b[1][1], c[1][2], d[1][3], e[1][4]]
            if more is not None:
                parts.append(self.of_place(more, which=which))
            scores.append(tuple(map(sum, zip(*parts, strict=True))))
        return scores

    def _sum(self, attributes: Iterable[str]) -> list[int]:
        total = [0] * (len(self._model.transitions) * self._offsets * self._labels)
        weights = self._model.weights
        for attribute in attributes:
            pairs = weights.get(attribute)
            if pairs is not None:
                for lane, weight in zip(pairs[::2], pairs[1::2], strict=True):
                    total[lane] += weight
        return total

    def _slice(self, lanes: Sequence[int], which: int, offset: int) -> Scores:
        start = (which * self._offsets + offset) * self._labels
        return tuple(lanes[start : start + self._labels])

    def _word(self, lanes: Sequence[int], which: int) -> Word:
        scores = tuple(self._slice(lanes, which, offset) for offset in range(self._offsets))
        return tuple(max(each[1:]) - each[0] for each in scores), scores


class Tagger:
    """The two passes of a model with what they remember of words."""

    def __init__(self, model: NameModel, names: NameWords) -> None:
        """Take a model; use `tagger_of` for the shipped one."""
        self._model = model
        self._emissions = Emissions(model, names)
        self._joined = names.joined

    def tag(self, page: Page) -> list[str]:
        """A label for each word of the article: ``O``, or ``B-`` or ``I-`` with the kind of name."""
        places = place_attributes(page)
        sentences = [(each.first, each.last) for each in page.reading.sentences]
        labels = self.first_pass(page, places, sentences)
        votes = vote_attributes(page.folded, labels, joined=self._joined)
        if not votes:
            return labels
        for at, more in votes.items():
            places[at] = [*places.get(at, ()), *more]
        again = [(first, last) for first, last in sentences if any(at in votes for at in range(first, last))]
        self._label(page, places, again, into=labels, which=1)
        return labels

    def first_pass(
        self, page: Page, places: Mapping[int, Sequence[str]], sentences: Sequence[tuple[int, int]]
    ) -> list[str]:
        """The labels of the first pass alone."""
        labels = [OUT] * len(page.folded)
        self._label(page, places, sentences, into=labels, which=0)
        return labels

    def _label(
        self,
        page: Page,
        places: Mapping[int, Sequence[str]],
        sentences: Sequence[tuple[int, int]],
        *,
        into: list[str],
        which: int,
    ) -> None:
        names, transitions = self._model.labels, self._model.transitions[which]
        for first, last in sentences:
            scores = self._emissions.of_sentence(page.folded[first:last], places, first=first, which=which)
            into[first:last] = [names[label] for label in best_labels(scores, transitions)]


@lru_cache(maxsize=4)
def tagger_of(lexicon: Lexicon) -> Tagger:
    """The tagger of a lexicon, made once."""
    return Tagger(lexicon.name_model, lexicon.name_words)
