"""How the letters of names wander between spellings: consonants written one for the other, vowels left out."""

from functools import lru_cache
from pathlib import Path

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths


class _File(msgspec.Struct, forbid_unknown_fields=True):
    consonants: list[list[str]]
    digraphs: dict[str, str]
    vowels: list[str]
    semivowels: list[str]
    near: list[tuple[str, str]]
    article: str
    never_names: list[str]


# From how many consonants on a key tells a name without its vowels, and how many vowels may then be left out.
_TELLING = 3
_LEFT_OUT = 2


class Letters:
    """Keys and likeness of names written in Arabic letters. All words are folded."""

    def __init__(self, file: _File) -> None:
        """Take the table; use `load_letters` to read it."""
        self._group = {letter: group[0] for group in file.consonants for letter in group}
        self._digraphs = tuple(file.digraphs.items())
        self._vowels = frozenset(file.vowels)
        self._semivowels = frozenset(file.semivowels)
        pairs = [(self._group[one], self._group[other]) for one, other in file.near]
        self._near = frozenset(pairs) | frozenset((other, one) for one, other in pairs)
        self._article = file.article
        self.never_names = frozenset(file.never_names)
        # Names have few different words, each asked for again and again.
        self._split = lru_cache(maxsize=1 << 14)(self._split_word)

    def key(self, word: str) -> str:
        """The consonants of a folded word, each by the first letter of its group: equal for most spellings of a name.

        A vowel at the beginning counts as one, elsewhere vowels do not count; a doubled consonant counts once.
        """
        return self._split(word)[0]

    def is_same_name(self, one: str, other: str) -> bool:
        """Whether two folded words may be spellings of one foreign name.

        The consonants are the same in the same order, one of them at most written by a near one, and vowels are only
        left out, at most two. ``boril`` and ``boris`` are two names, ``kiri`` and ``kuri`` too. Arabic names are told
        apart by their vowels: the caller compares those letter by letter.
        """
        if one == other:
            return True
        (first, vowels), (second, others) = self._split(one), self._split(other)
        if not first or len(first) != len(second):
            return False
        unlike = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
        if len(first) < _TELLING:
            return not unlike and vowels == others
        if len(unlike) > 1 or any(pair not in self._near for pair in unlike):
            return False
        shorter, longer = sorted((vowels, others), key=len)
        return len(longer) - len(shorter) <= _LEFT_OUT and _is_within(shorter, longer)

    def _split_word(self, word: str) -> tuple[str, str]:
        """The key of a word and its vowels."""
        article = self._article
        stem = word[len(article) :] if word.startswith(article) and len(word) > len(article) + _TELLING else word
        for letters, letter in self._digraphs:
            stem = stem.replace(letters, letter)
        key = vowels = ""
        for at, letter in enumerate(stem):
            vowel = letter in self._vowels or letter in self._semivowels
            if vowel and at > 0:
                vowels += letter
                continue
            here = self._group.get(letter, letter) if not vowel or letter in self._semivowels else "a"
            if not key.endswith(here):
                key += here
        return key, vowels


def _is_within(shorter: str, longer: str) -> bool:
    """Whether the letters of one stand in the other in the same order."""
    rest = iter(longer)
    return all(letter in rest for letter in shorter)


def load_letters(overlay: Path | None) -> Letters:
    """The table of ``lexicon/letters.yaml``; a user's own file takes its place."""
    return Letters(read_yaml(resource_paths("lexicon/letters.yaml", overlay)[-1], _File))
