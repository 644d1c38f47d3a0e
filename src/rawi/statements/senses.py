"""What words mean for force: the classes of ``words/stance.yaml`` and ``words/duty.yaml`` for any form of a word."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.text.phrases import Phrase

_STANCE = "stance."
_DUTY = "duty."
_AFFIXES = ("before", "after", "feminine", "persons", "third")
# A stem is not shorter than this.
_STEM = 3
# How many words are remembered before the memory starts anew.
_REMEMBERED = 1 << 15


class Sense(msgspec.Struct, frozen=True):
    """What one word means: the stem found, its classes, the small-word kinds, the phrases it may open.

    ``future`` says of a verb written with the future prefix whose it is: "we" the speaker's, "he" anybody's, "passive"
    nobody's; it is ``""`` for any other word. ``first_person`` and ``present`` say what person and tense a verb so
    written would be.
    """

    stem: str = ""
    classes: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    phrases: tuple[tuple[Phrase, str], ...] = ()
    future: str = ""
    first_person: bool = False
    present: bool = False


class Senses(msgspec.Struct, frozen=True):
    """The senses of the lexicon; ``found`` remembers words met, ``last`` the article last asked for and its tone."""

    stems: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    kinds: dict[str, frozenset[str]]
    affixes: dict[str, tuple[str, ...]]
    joined: frozenset[str]
    not_future: tuple[str, ...]
    future_prefixes: frozenset[str]
    impersonal: tuple[str, ...]
    we_letters: frozenset[str]
    plural_letters: frozenset[str]
    present_prefixes: frozenset[str]
    found: dict[str, Sense]
    last: list[tuple[list[str], tuple[str, ...]]]

    def of_word(self, word: str) -> Sense:
        """The sense of a folded word, joined letters and endings taken off; an empty one when it has none."""
        known = self.found.get(word)
        if known is None:
            if len(self.found) > _REMEMBERED:
                self.found.clear()
            known = self.found[word] = self._read(word)
        return known

    def _read(self, word: str) -> Sense:
        stem = next((form for form in self._forms(word) if form in self.stems), "")
        phrases = self.phrases.get(word, ()) or (self.phrases.get(word[1:], ()) if word[:1] in self.joined else ())
        return Sense(
            stem=stem,
            classes=self.stems.get(stem, ()),
            kinds=self.kinds.get(word, frozenset()),
            phrases=phrases,
            future=self._future(word),
            first_person=word[:1] in self.we_letters,
            present=word[:1] in self.present_prefixes,
        )

    def _future(self, word: str) -> str:
        bare = word[1:] if word[:1] in self.joined and len(word) > _STEM + 1 else word
        if bare.startswith(self.impersonal):
            return "passive"
        if len(bare) <= _STEM + 1 or bare[:2] not in self.future_prefixes or bare.startswith(self.not_future):
            return ""
        # Of "I" alone a short word is more often a noun that begins so.
        sure = bare[1] in self.plural_letters or len(bare) > _STEM + 2
        return "we" if bare[1] in self.we_letters and sure else "he"

    def _forms(self, word: str) -> Iterator[str]:
        """What the word may be a form of, what is least changed first."""
        yield word
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


@lru_cache(maxsize=4)
def load_senses(lexicon: Lexicon) -> Senses:
    """The classes of the lexicon by stem, by first word of a phrase and by small word, read once."""
    words = lexicon.words
    stems: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[tuple[Phrase, str], ...]] = {}
    kinds: dict[str, frozenset[str]] = {}
    for name in words.names():
        if not name.startswith((_STANCE, _DUTY)) or name.endswith("_letters"):
            continue
        room, _, short = name.partition(".")
        for phrase in words.phrases(name):
            if len(phrase) > 1:
                phrases[phrase[0]] = (*phrases.get(phrase[0], ()), (phrase, short))
            elif room == _STANCE[:-1]:
                stems[phrase[0]] = (*stems.get(phrase[0], ()), short)
            else:
                kinds[phrase[0]] = kinds.get(phrase[0], frozenset()) | {short}
    return Senses(
        stems=stems,
        phrases=phrases,
        kinds=kinds,
        affixes={name: words.patterns(f"affixes.{name}_patterns") for name in _AFFIXES},
        joined=words.words("statements.joined_letters"),
        not_future=words.patterns("duty.not_future_patterns"),
        future_prefixes=words.words("statements.future_prefixes"),
        impersonal=words.patterns("duty.impersonal_patterns"),
        we_letters=words.words("duty.we_letters"),
        plural_letters=words.words("statements.first_plural"),
        present_prefixes=words.words("statements.present_prefixes"),
        found={},
        last=[],
    )
