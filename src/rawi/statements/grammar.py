"""The word classes the statements stage asks the lexicon for, gathered once."""

import re
from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.words import Phrase
from rawi.text.folding import fold

_PREFIX = "statements."


class Grammar(msgspec.Struct, frozen=True):
    """Word classes by name, folded; see resources/lexicon/words/statements.yaml for what each holds."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, dict[str, tuple[Phrase, ...]]]
    raw_words: dict[str, frozenset[str]]
    noun_pattern: re.Pattern[str]

    def has(self, name: str, word: str) -> bool:
        """Whether the folded word belongs to the class."""
        return word in self.words[name]

    def verbal_noun(self, word: str) -> bool:
        """Whether a folded word is written like a verbal noun, a possessive pronoun allowed after it."""
        return self.noun_pattern.fullmatch(word) is not None

    def phrase_at(self, name: str, folded: list[str], index: int) -> int:
        """The number of words of the class's longest phrase that begins at ``index``; 0 when there is none."""
        for phrase in self.phrases[name].get(folded[index], ()):
            if len(phrase) == 1 or tuple(folded[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """The classes of the statements stage, read from the lexicon once."""
    names = [name for name in lexicon.words.names() if name.startswith(_PREFIX)]
    raw = lexicon.words.patterns("statements.verbal_noun_patterns")
    pronouns = "|".join(sorted(lexicon.words.words("statements.verbal_noun_pronouns")))
    return Grammar(
        words={name.removeprefix(_PREFIX): lexicon.words.words(name) for name in names},
        phrases={name.removeprefix(_PREFIX): _by_first_word(lexicon.words.phrases(name)) for name in names},
        raw_words={"carrying_lemmas": _lemmas_in(lexicon, "carrying_lemmas")},
        noun_pattern=re.compile(f"(?:{'|'.join(raw)})(?:{pronouns})?"),
    )


def _lemmas_in(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The lemmas of the cue lexicon a word class lists (a class is folded, a lemma is not)."""
    words = lexicon.words.words(_PREFIX + name)
    return frozenset(verb.lemma for verb in lexicon.cues.verbs if fold(verb.lemma) in words)


def _by_first_word(phrases: tuple[Phrase, ...]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, longest first as they were."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
