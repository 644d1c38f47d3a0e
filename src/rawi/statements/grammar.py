"""The word classes the statements stage asks the lexicon for, gathered once."""

import re
from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.text.folding import fold
from rawi.text.phrases import PhraseIndex

_PREFIX = "statements."
# A word with a joined preposition is longer than this.
_JOINED = 3
# Of a word with the article more letters than this are left without it.
_BARE = 2


class Grammar(msgspec.Struct, frozen=True):
    """Word classes by name, folded; see resources/lexicon/words/statements.yaml for what each holds."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, PhraseIndex]
    verbal_nouns: re.Pattern[str]

    def is_verbal_noun(self, word: str) -> bool:
        """Whether a folded word is written like a verbal noun, a possessive pronoun allowed after it."""
        return self.verbal_nouns.fullmatch(word) is not None

    def has_lemma(self, name: str, lemma: str) -> bool:
        """Whether the class lists the lemma of a cue (a class is folded, a lemma is not)."""
        return fold(lemma) in self.words[name]

    def has_joined(self, word: str, prepositions: frozenset[str]) -> bool:
        """Whether a folded word begins like one with one of the one-letter prepositions joined to it."""
        return word[:1] in prepositions and len(word) > _JOINED and word not in self.words["not_joined"]

    def without_article(self, word: str) -> str:
        """The folded word without its article; a short word as it is, for it only looks as if it had one."""
        for article in self.words["articles"]:
            if word.startswith(article) and len(word) > len(article) + _BARE:
                return word[len(article) :]
        return word

    def phrase_at(self, name: str, folded: list[str], index: int) -> int:
        """The number of words of the class's longest phrase that begins at ``index``; 0 when there is none."""
        return self.phrases[name].length_at(folded, index, len(folded))


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """The classes of the statements stage, read from the lexicon once."""
    names = [name for name in lexicon.words.names() if name.startswith(_PREFIX)]
    nouns = "|".join(lexicon.words.patterns("statements.verbal_noun_patterns"))
    pronouns = "|".join(sorted(lexicon.words.words("statements.verbal_noun_pronouns")))
    return Grammar(
        words={name.removeprefix(_PREFIX): lexicon.words.words(name) for name in names},
        phrases={name.removeprefix(_PREFIX): PhraseIndex(lexicon.words.phrases(name)) for name in names},
        verbal_nouns=re.compile(f"(?:{nouns})(?:{pronouns})?"),
    )
