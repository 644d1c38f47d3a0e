"""Words as one character each, so that a grammar of time expressions is a set of regular expressions over a text.

Every set of roles a word can have (`rawi.lexicon.times`) has a character of its own; a word outside the lexicon is a
blank. A phrase (a month of two words, a number of three) is the character of its first word followed by ``~``.
Positions in the code string are therefore word indices.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import repeat

import msgspec

from rawi.lexicon.load import Lexicon
from rawi.lexicon.times import Sense, TimeWords

BLANK = " "
MORE = "~"
_FIRST = 0xE000
# Stands in no code string: a class of words that the lexicon leaves empty.
NOTHING = chr(_FIRST - 1)

# Roles of what is put together from several words, with what may be joined before it.
_MADE = ("day", "number", "year", "hijri_year", "month", "ordinal", "numeric", "day_month", "month_year", "deictic")
Values = Mapping[str, int | str]
Key = frozenset[tuple[str, str]]


class Phrase(msgspec.Struct, frozen=True):
    """The words of a phrase after its first, its character, and its values."""

    rest: list[str]
    character: str
    values: dict[str, int | str]


class Coding(msgspec.Struct, frozen=True):
    """The characters of the words and of what is made from them, and the values behind each word.

    ``phrases`` are those that begin with two words, by the first and the second, the longest first; ``by_role`` are the
    characters of a role by what is joined before it, ``joined`` what is joined before a character.
    """

    words: dict[str, str]
    values: dict[str, dict[str, int | str]]
    characters: dict[Key, str]
    phrases: dict[str, dict[str, list[Phrase]]]
    by_role: dict[str, dict[str, list[str]]]
    joined: dict[str, str]
    time_words: TimeWords

    def character(self, roles: Iterable[str], joined: str = "") -> str:
        """The character of something made in the text that can play the roles."""
        return self.characters[frozenset((role, joined) for role in roles)]

    def joined_of(self, character: str) -> str:
        """What is joined before a word of this character: ``and``, ``then``, ``before`` or nothing."""
        return self.joined.get(character, "")

    def pattern(self, template: str) -> str:
        """A regular expression over code strings from a template.

        ``<role>`` is a word of the role with nothing but a preposition joined before it, ``<+role>`` one with "and"
        joined, ``<*role>`` either; ``<a|b>`` is a choice of roles; ``<unknown>`` is a word outside the lexicon. White
        space is not significant.
        """
        return _NAME.sub(self._class_of, re.sub(r"\s+", "", template))

    def members(self, spec: str) -> str:
        """The characters of a word class as a template writes it between angle brackets."""
        if spec == "unknown":
            return BLANK
        mark = spec[0] if spec[0] in "+*" else ""
        roles = spec.removeprefix(mark).split("|")
        missing = [role for role in roles if role not in self.by_role]
        if missing:
            raise LookupError(f"no word and nothing made has the role {missing[0]!r}; see resources/lexicon/times.")
        found = {char for role in roles for kind in _JOINED[mark] for char in self.by_role[role].get(kind, ())}
        return "".join(sorted(found)) or NOTHING

    def _class_of(self, match: re.Match[str]) -> str:
        return f"(?:[{self.members(match[1])}]{MORE}*+)"


_JOINED = {"": ("", "before"), "+": ("and",), "*": ("", "before", "and", "then")}
# A group name is written (?P<name>...): not a role.
_NAME = re.compile(r"(?<!\?P)<([+*]?[a-z_|]+)>")


@lru_cache(maxsize=4)
def load_coding(lexicon: Lexicon) -> Coding:
    """The coding of a lexicon, made once."""
    time_words = lexicon.times
    characters: dict[Key, str] = {}
    words: dict[str, str] = {}
    values: dict[str, dict[str, int | str]] = {}
    for word, senses in (*time_words.words.items(), *_numerals()):
        extra = [Sense("phrase", 0)] if word in time_words.phrases else []
        words[word] = _character(characters, (*senses, *extra))
        values[word] = {sense.role: sense.value for sense in senses}
    for word in time_words.phrases:
        words.setdefault(word, _character(characters, (Sense("phrase", 0),)))
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    for first, longer in time_words.phrases.items():
        seconds = phrases.setdefault(first, {})
        for rest, senses in longer:
            found = Phrase(list(rest), _character(characters, senses), {sense.role: sense.value for sense in senses})
            seconds.setdefault(rest[0], []).append(found)
    for roles in _made_roles():
        for joined in ("", "before", "and", "then"):
            characters.setdefault(frozenset((role, joined) for role in roles), chr(_FIRST + len(characters)))
    joined_before = {char: kind for key, char in characters.items() for _, kind in key if kind}
    by_role: dict[str, dict[str, list[str]]] = {}
    for key, char in characters.items():
        for role, kind in key:
            by_role.setdefault(role, {}).setdefault(kind, []).append(char)
    return Coding(words, values, characters, phrases, by_role, joined_before, time_words)


def encode(folded: list[str], coding: Coding) -> str:
    """The code string of folded words, one character a word, phrases not yet joined."""
    return "".join(map(coding.words.get, folded, repeat(BLANK)))


def _numerals() -> list[tuple[str, tuple[Sense, ...]]]:
    """Digits as words: days, years and plain numbers, each in its ways of writing."""
    found = [(str(n), _numeral_senses(n)) for n in range(2200)]
    found.extend((f"0{n}", _numeral_senses(n)) for n in range(10))
    return found


def _numeral_senses(number: int) -> tuple[Sense, ...]:
    return tuple(Sense(role, number) for role in number_roles(number))


def number_roles(number: int) -> tuple[str, ...]:
    """The roles a number can play in a date."""
    roles = ["number"]
    if 1 <= number <= 31:
        roles.append("day")
    if 1000 <= number < 2200:
        roles.append("year")
    if 1343 <= number <= 1500:
        roles.append("hijri_year")
    return tuple(roles)


def _made_roles() -> list[tuple[str, ...]]:
    numbers = {number_roles(number) for number in (0, 1, 40, 1200, 1400, 2000)}
    return [*numbers, *((role,) for role in _MADE)]


def _key(senses: Iterable[Sense]) -> Key:
    return frozenset((sense.role, sense.joined) for sense in senses)


def _character(characters: dict[Key, str], senses: Iterable[Sense]) -> str:
    return characters.setdefault(_key(senses), chr(_FIRST + len(characters)))
