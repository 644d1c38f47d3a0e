"""The language data that comparing needs, as one record.

Built by workflows from the lexicon, passed in, never read here.
"""

import msgspec

Phrase = tuple[str, ...]


class Vocabulary(msgspec.Struct, frozen=True):
    """Words by what comparing needs them for; every word is folded.

    ``classes`` are named word classes and ``phrases`` the same with their many-word entries. ``frequency`` says in how
    many of ``documents`` general news articles a word occurs. ``synonyms`` are groups of words used for one another,
    ``antonyms`` pairs of groups that exclude each other. ``places`` gives the country code of a state's names,
    capital and people. ``numerals`` gives the value of number words, ``months`` the number of month
    names, ``units`` the kind of a unit and how many of the smallest one it is. Words of a longer name are joined by
    a space.
    """

    classes: dict[str, frozenset[str]]
    phrases: dict[str, tuple[Phrase, ...]]
    frequency: dict[str, int]
    documents: int
    synonyms: dict[str, tuple[str, ...]]
    antonyms: tuple[tuple[str, str], ...] = ()
    places: dict[str, str] = {}
    numerals: dict[str, float] = {}
    months: dict[str, int] = {}
    units: dict[str, tuple[str, float]] = {}
