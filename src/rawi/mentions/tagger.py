"""Names that no list holds: a linear-chain tagger over the whole article, in two passes."""

import struct
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
# A place where no label comes nearer than this to "no name" is none. Transitions seldom make good so much: of 25,000
# labels 46 differ from those without it, and two places in three need no decoding at all.
_MARGIN = 3 * SCALE

# For each distance: by how much the best label is ahead of "no name", and the scores of all labels, packed.
Word = tuple[tuple[int, ...], tuple[int, ...]]

# Scores are added by the dozen for every word. They are packed, one lane of so many bits each, into one whole number:
# adding two such numbers adds all their lanes at once. A lane holds its score plus `_ZERO`: it is never negative.
_BITS = 32
_ZERO = 1 << 20


class Emissions:
    """The scores of words at each distance (remembered), and of attributes of a place, for both passes."""

    def __init__(self, model: NameModel, names: NameWords) -> None:
        """Take the weights; nothing is computed before a word is met."""
        self._model = model
        self._names = names
        self._size = len(model.labels) * _BITS // 8
        self._lanes = struct.Struct(f"<{len(model.labels)}I")
        self._each = len(model.transitions) * len(model.offsets)
        self._zeros = sum(_ZERO << (_BITS * lane) for lane in range(self._each * len(model.labels)))
        self._packed: dict[str, int] = {}
        self._words: dict[str, tuple[Word, ...]] = {}
        self._places: dict[tuple[str, ...], tuple[int, ...]] = {}

    def of_word(self, word: str) -> tuple[Word, ...]:
        """What the word adds in each pass at each distance."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            attributes = word_attributes(word, names=self._names, table=self._model.words)
            scores = self._sum(attributes)
            ahead = [max(lanes[1:]) - lanes[0] for lanes in map(self.unpack, scores)]
            distances = len(self._model.offsets)
            found = self._words[word] = tuple(
                (tuple(ahead[at : at + distances]), tuple(scores[at : at + distances]))
                for at in range(0, self._each, distances)
            )
        return found

    def of_place(self, attributes: Sequence[str], *, which: int) -> int:
        """The packed scores a place's own attributes add."""
        key = tuple(attributes)
        found = self._places.get(key)
        if found is None:
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            distances = len(self._model.offsets)
            found = self._places[key] = tuple(self._sum(key)[distances // 2 :: distances])
        return found[which]

    def of_sentence(
        self, words: Sequence[str], places: Mapping[int, Sequence[str]], *, first: int, which: int
    ) -> list[Scores | None]:
        """The scores of each place of a sentence, None where nothing can be a name.

        ``places`` holds further attributes by place of the article, ``first`` is the place of the first word.
        """
        of_word, unpack = self.of_word, self.unpack
        each = [of_word(word)[which] for word in (OUTSIDE, OUTSIDE, *words, OUTSIDE, OUTSIDE)]
        scores: list[Scores | None] = []
        for at, (a, b, c, d, e) in enumerate(zip(each, each[1:], each[2:], each[3:], each[4:])):  # noqa: B905 - a window
            more = places.get(first + at)
            if more is None:
                if a[0][0] + b[0][1] + c[0][2] + d[0][3] + e[0][4] < -_MARGIN:
                    scores.append(None)
                    continue
                here = unpack(a[1][0] + b[1][1] + c[1][2] + d[1][3] + e[1][4])
            else:
                here = unpack(a[1][0] + b[1][1] + c[1][2] + d[1][3] + e[1][4] + self.of_place(more, which=which))
            scores.append(here if max(here[1:]) - here[0] >= -_MARGIN else None)
        return scores

    def unpack(self, packed: int) -> Scores:
        """The scores of all labels, each with the same amount added."""
        return self._lanes.unpack(packed.to_bytes(self._size, "little"))

    def _sum(self, attributes: Iterable[str]) -> list[int]:
        """The packed scores of the attributes for each pass and distance."""
        total = self._zeros
        packed = self._packed
        for attribute in attributes:
            weight = packed.get(attribute)
            if weight is None:
                weight = packed[attribute] = self._pack(attribute)
            total += weight
        whole = total.to_bytes(self._size * self._each, "little")
        size = self._size
        return [int.from_bytes(whole[at : at + size], "little") for at in range(0, len(whole), size)]

    def _pack(self, attribute: str) -> int:
        pairs = self._model.weights.get(attribute, ())
        return sum(weight << (_BITS * lane) for lane, weight in zip(pairs[::2], pairs[1::2], strict=True))


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
