"""Content words as terms: without what is joined to them, with their stem, root, senses, and how much they tell."""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from rawi.compare.vocabulary import Vocabulary

# Below this many letters a stem is left alone: cutting further joins unrelated words.
_SHORTEST = 3
_SHORTEST_AFTER_ARTICLE = 2
# Shorter roots are shared by unrelated words.
_WHOLE_ROOT = 4
# A verb of the future has this many letters at the least.
_FUTURE = 5
# A word never seen in general news tells no more than a rare one: it may be a spelling.
_RAREST = 3
# Words this rare and this long may be names of people and places abroad.
_RARE_NAME = 5.0
_NAME_LETTERS = 5
# The names of states are common in news; in one story every report holds them.
_NAME_WEIGHT = 1.5


class Term(msgspec.Struct, frozen=True):
    """A content word: its ``stem``, ``root`` letters, ``senses`` (synonym groups), ``place`` and ``weight``.

    ``weight`` is its inverse document frequency in general news (natural logarithm); ``place`` is a country code for
    the names of a state, its capital and its people, else ``""``. ``keys`` are what it may share with a related term.
    """

    word: str
    stem: str
    root: str
    senses: frozenset[str]
    place: str
    weight: float
    keys: tuple[str, ...] = ()

    @property
    def may_be_name(self) -> bool:
        """Rare and long enough to be a foreign name."""
        return self.weight >= _RARE_NAME and len(self.stem) >= _NAME_LETTERS and not self.place


class TermBag(tuple[Term, ...]):
    """The terms of a passage in order, with what comparing asks of them, worked out once."""

    @cached_property
    def total(self) -> float:
        """The weight of all terms."""
        return sum(term.weight for term in self)

    @cached_property
    def by_key(self) -> dict[str, tuple[int, ...]]:
        """The places of the terms by each key under which another term may match them."""
        places: dict[str, list[int]] = {}
        for place, term in enumerate(self):
            for key in term.keys:
                places.setdefault(key, []).append(place)
        return {key: tuple(found) for key, found in places.items()}

    @cached_property
    def names(self) -> tuple[int, ...]:
        """The places of terms that may be foreign names, which every outlet spells in its own way."""
        return tuple(place for place, term in enumerate(self) if term.may_be_name)


class Terms:
    """Turns folded words into terms, remembering each word. The same vocabulary always gives the same terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the vocabulary by stem."""
        classes = vocabulary.classes
        self._frequency = vocabulary.frequency
        self._documents = vocabulary.documents
        self._function_words = classes["function_words"]
        self._articles = sorted(classes["articles"], key=lambda article: (-len(article), article))
        self._assimilated = classes["assimilated"]
        self._article = min(classes["articles"], key=len)
        self._joined = classes["joined"]
        self._endings = sorted(classes["endings"], key=lambda ending: (-len(ending), ending))
        self._weak = classes["weak_letters"]
        self._derived = classes["derived_openings"]
        self._openings = classes["openings"]
        self._infix = classes["infix"]
        self._future = classes["future_joined"]
        self._imperfect = classes["imperfect_openings"]
        self._stems: dict[str, str] = {}
        self._terms: dict[str, Term | None] = {}
        self._places: dict[str, str] = {}
        self._names: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self._index_names(vocabulary)
        self._senses: dict[str, set[str]] = {}
        self._root_senses: dict[str, set[str]] = {}
        for sense, words in vocabulary.synonyms.items():
            for word in words:
                stem = self.stem(word)
                self._senses.setdefault(stem, set()).add(sense)
                if len(root := self.root(stem)) >= _WHOLE_ROOT:
                    self._root_senses.setdefault(root, set()).add(sense)
        self._stem_frequency: dict[str, int] = {}
        for word, count in vocabulary.frequency.items():
            stem = self.stem(word)
            self._stem_frequency[stem] = self._stem_frequency.get(stem, 0) + count

    def of(self, words: Iterable[str]) -> TermBag:
        """The terms of the folded words, in order; function words, punctuation and single letters give none."""
        return TermBag(term for term in self.spread(list(words)) if term is not None)

    def spread(self, folded: Sequence[str]) -> list[Term | None]:
        """The term that begins at each of the folded words; None where none does, as inside a name of several words."""
        found: list[Term | None] = [None] * len(folded)
        at = 0
        while at < len(folded):
            word = folded[at]
            if self.stem(word) in self._names and (name := self._name_at(folded, at)) is not None:
                found[at] = name[1]
                at += len(name[0])
                continue
            found[at] = self.term(word)
            at += 1
        return found

    def term(self, word: str) -> Term | None:
        """The term of one folded word, None for a function word, punctuation or a single letter."""
        try:
            return self._terms[word]
        except KeyError:
            term = self._terms[word] = self._make(word)
            return term

    def stem(self, word: str) -> str:
        """The folded word without joined particles, article and endings. A guess: no dictionary stands behind it."""
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = self._without_ending(self._without_joined(word))
        return stem

    def knows(self, word: str) -> bool:
        """The folded word, or another with its stem, occurs in general news."""
        return self._stem_frequency.get(self.stem(word), 0) > 0

    def senses_of(self, words: Sequence[str]) -> frozenset[str]:
        """All synonym groups the folded words belong to."""
        return frozenset(sense for word in words for sense in self._senses.get(self.stem(word), ()))

    def _index_names(self, vocabulary: Vocabulary) -> None:
        """Places and months by stem; those of several words by the stem of the first."""
        for name, code in vocabulary.places.items():
            self._index_name(name, _term(name, name, name, place=code, weight=_NAME_WEIGHT))
        for name, month in vocabulary.months.items():
            self._index_name(name, _term(name, f"month {month}", name, weight=_NAME_WEIGHT))

    def _index_name(self, name: str, term: Term) -> None:
        stems = tuple(self.stem(word) for word in name.split())
        if len(stems) > 1:
            self._names.setdefault(stems[0], []).append((stems, term))
        elif term.place:
            self._places[stems[0]] = term.place
        else:
            self._terms[name] = term

    def _name_at(self, folded: Sequence[str], at: int) -> tuple[tuple[str, ...], Term] | None:
        """The name of several words that begins at a word, the longest."""
        best: tuple[tuple[str, ...], Term] | None = None
        for stems, term in self._names.get(self.stem(folded[at]), ()):
            if best is not None and len(stems) <= len(best[0]):
                continue
            if all(at + n < len(folded) and self.stem(folded[at + n]) == stem for n, stem in enumerate(stems)):
                best = (stems, term)
        return best

    def _make(self, word: str) -> Term | None:
        if word in self._function_words or len(word) < 2 or not word.isalnum():
            return None
        if word[:1].isdigit():
            return _term(word, word, word, weight=self._weight(self._documents // 100))
        stem = self.stem(word)
        if stem in self._function_words:
            return None
        place = self._places.get(stem, "")
        root = self.root(stem)
        # A form of the verb or noun that no group lists has the senses of those that share its root.
        senses = frozenset(self._senses.get(stem) or self._root_senses.get(root) or ())
        weight = self._weight(self._stem_frequency.get(stem, 0))
        return _term(word, stem, root, senses=senses, place=place, weight=weight)

    def _weight(self, documents: int) -> float:
        return math.log((self._documents + 1) / (min(max(documents, _RAREST), self._documents) + 0.5))

    def _without_joined(self, word: str) -> str:
        count = self._frequency.get
        for article in self._articles:
            if word.startswith(article) and len(word) - len(article) >= _SHORTEST_AFTER_ARTICLE:
                rest = word[len(article) :]
                # A word that itself begins with the letters of the article takes another article before them.
                own = article.endswith(self._article) and count(self._article + self._article + rest, 0) > 0
                if article in self._assimilated and count(rest, 0) == 0:
                    continue
                return self._article + rest if own else rest
        if (
            word[:1] in self._future
            and len(word) >= _FUTURE
            and word[1] in self._imperfect
            and count(word, 0) <= count(word[1:], 0)
        ):
            return word[1:]
        for _ in range(2):
            if len(word) < _SHORTEST or word[0] not in self._joined:
                break
            rest = word[1:]
            whole, part = count(word, 0), count(rest, 0)
            # Two letters may be many things: what is left must be far commoner than the whole.
            if part <= whole * (0.5 if len(rest) >= _SHORTEST else 5.0):
                break
            word = rest
        return word

    def _without_ending(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                return word[: -len(ending)]
        return word

    def root(self, stem: str) -> str:
        """The consonants of the stem without the openings and the infix of derived forms: a rough root."""
        rest = stem
        if len(rest) >= 6 and rest[:3] in self._derived:
            rest = rest[3:]
        elif len(rest) >= 4 and rest[0] in self._openings:
            rest = rest[1:]
        letters = [letter for letter in rest if letter not in self._weak]
        if len(letters) == 4 and letters[1] in self._infix:
            del letters[1]
        kept = [letter for index, letter in enumerate(letters) if index == 0 or letters[index - 1] != letter]
        return "".join(kept) if len(kept) > 1 else stem


def _term(
    word: str, stem: str, root: str, *, senses: frozenset[str] = frozenset(), place: str = "", weight: float
) -> Term:
    keys = (stem, place) if place else tuple(dict.fromkeys((stem, root, *sorted(senses))))
    return Term(word, stem, root, senses, place, weight, keys)
