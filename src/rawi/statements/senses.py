"""What words mean for force: the classes of ``words/stance.yaml`` for any form of a word, remembered by word."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.words import Phrase

_PREFIX = "stance."
# A stem is not shorter than this.
_STEM = 3


class Senses(msgspec.Struct, frozen=True):
    """The classes of single words by stem and of phrases by first word; ``found`` remembers the classes of words met."""

    stems: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    affixes: dict[str, tuple[str, ...]]
    found: dict[str, tuple[str, ...]]

    def of_word(self, word: str) -> tuple[str, ...]:
        """The classes of a folded word, joined letters and endings taken off; empty when it has none."""
        known = self.found.get(word)
        if known is None:
            if len(self.found) > _REMEMBERED:
                self.found.clear()
            known = self.found[word] = self._classes(word)
        return known

    def _classes(self, word: str) -> tuple[str, ...]:
        exact = self.stems.get(word)
        if exact is not None:
            return exact
        for stem in self._candidates(word):
            classes = self.stems.get(stem)
            if classes is not None:
                return classes
        return ()

    def _candidates(self, word: str) -> Iterator[str]:
        """What the word may be a form of, what is least changed first."""
        heads = [word]
        for clitic in self.affixes["before"]:
            if word.startswith(clitic) and len(word) - len(clitic) >= _STEM:
                heads.append(word[len(clitic) :])
        for head in heads:
            yield head
            yield from self._third_person(head)
        for head in heads:
            for ending in self.affixes["after"]:
                if head.endswith(ending) and len(head) - len(ending) >= _STEM - 1:
                    stem = head[: -len(ending)]
                    yield stem
                    yield stem + self.affixes["feminine"][0]
                    yield from self._third_person(stem)

    def _third_person(self, stem: str) -> Iterator[str]:
        if stem[:1] in self.affixes["persons"] and len(stem) > _STEM:
            yield self.affixes["third"][0] + stem[1:]


_REMEMBERED = 1 << 15


@lru_cache(maxsize=4)
def load_senses(lexicon: Lexicon) -> Senses:
    """The classes of ``stance.yaml``, by stem, read from the lexicon once."""
    stems: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, list[tuple[Phrase, str]]] = {}
    for name in lexicon.words.names():
        if not name.startswith(_PREFIX):
            continue
        short = name.removeprefix(_PREFIX)
        for phrase in lexicon.words.phrases(name):
            if len(phrase) > 1:
                phrases.setdefault(phrase[0], []).append((phrase, short))
            else:
                stems[phrase[0]] = tuple(dict.fromkeys((*stems.get(phrase[0], ()), short)))
    affixes = {name: lexicon.words.patterns(f"{_AFFIXES}.{name}_patterns") for name in ("before", "after", "feminine", "persons", "third")}
    return Senses(stems, {first: tuple(found) for first, found in phrases.items()}, affixes, {})


_AFFIXES = "affixes"
