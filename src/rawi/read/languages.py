"""The language of a text by its letters: Arabic, its neighbours in the same script, or something else."""

from collections import Counter
from functools import lru_cache

from rawi.lexicon import Lexicon
from rawi.text.words import split_words

_SAMPLE = 5_000
_ARABIC_SCRIPT = ((0x0600, 0x0700), (0x0750, 0x0780), (0x08A0, 0x0900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
_SCRIPTS = (
    ("la", 0x0041, 0x0250),
    ("ru", 0x0400, 0x0530),
    ("he", 0x0590, 0x0600),
    ("el", 0x0370, 0x0400),
    ("zh", 0x4E00, 0xA000),
)
_UNKNOWN = "und"
# In Arabic about a third of the words begin with the article, in Persian and Urdu one in fifty.
_ARTICLE_SHARE = 0.1
_FOREIGN_SHARE = 0.01
_NEIGHBOURS = ("fa", "ur", "ps", "ckb")
_LATIN_LANGUAGES = ("en", "fr", "es", "de", "tr")


def language_of(text: str, *, lexicon: Lexicon) -> str:
    """The ISO 639 code of the text's language, ``und`` when its letters do not say.

    Tells Arabic from Persian, Urdu, Pashto and Sorani by letters Arabic does not have and by how many words bear the
    article, these from one another and the languages in Latin letters by their commonest words. Looks at the first
    5,000 characters only.
    """
    sample = text[:_SAMPLE]
    letters = {char: count for char, count in Counter(sample).items() if char.isalpha()}
    if not letters:
        return _UNKNOWN
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(ord(char))] += count
    main = max(scripts, key=lambda script: (scripts[script], script))
    if main == "ar":
        return _in_arabic_letters(sample, letters, lexicon)
    return _in_latin_letters(sample, lexicon) if main == "la" else main


@lru_cache(maxsize=4096)
def _script(code: int) -> str:
    if any(first <= code < last for first, last in _ARABIC_SCRIPT):
        return "ar"
    return next((script for script, first, last in _SCRIPTS if first <= code < last), _UNKNOWN)


def _in_arabic_letters(sample: str, letters: dict[str, int], lexicon: Lexicon) -> str:
    classes = lexicon.words
    foreign = {
        language: sum(letters.get(letter, 0) for letter in classes.words(f"read.letters_{language}"))
        for language in _NEIGHBOURS
    }
    if sum(foreign.values()) < _FOREIGN_SHARE * sum(letters.values()):
        return "ar"
    words = [word for word in split_words(sample).folded if word.isalpha()]
    beginnings = tuple(classes.words("read.article_beginnings"))
    if sum(word.startswith(beginnings) for word in words) >= _ARTICLE_SHARE * len(words):
        return "ar"
    common = {language: _count(words, classes.words(f"read.words_{language}")) for language in _NEIGHBOURS}
    return max(_NEIGHBOURS, key=lambda language: (common[language], foreign[language]))


def _count(words: list[str], of: frozenset[str]) -> int:
    return sum(word in of for word in words)


def _in_latin_letters(sample: str, lexicon: Lexicon) -> str:
    words = split_words(sample).folded
    counts = {language: _count(words, lexicon.words.words(f"read.words_{language}")) for language in _LATIN_LANGUAGES}
    best = max(_LATIN_LANGUAGES, key=lambda language: counts[language])
    return best if counts[best] else _UNKNOWN
