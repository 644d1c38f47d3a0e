"""The language of a text by its letters: Arabic, its neighbours in the same script, or something else."""

from functools import lru_cache

from rawi.lexicon import Lexicon
from rawi.text.folding import fold
from rawi.text.words import split_words

_SAMPLE = 20_000
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
    article; languages in Latin letters by their commonest words. Looks at the first 20,000 characters only.
    """
    sample = text[:_SAMPLE]
    scripts: dict[str, int] = {}
    for char in sample:
        if char.isalpha():
            script = _script(ord(char))
            scripts[script] = scripts.get(script, 0) + 1
    if not scripts:
        return _UNKNOWN
    main = max(scripts, key=lambda script: (scripts[script], script))
    if main == "ar":
        return _in_arabic_letters(sample, scripts["ar"], lexicon)
    return _in_latin_letters(sample, lexicon) if main == "la" else main


@lru_cache(maxsize=4096)
def _script(code: int) -> str:
    if any(first <= code < last for first, last in _ARABIC_SCRIPT):
        return "ar"
    return next((script for script, first, last in _SCRIPTS if first <= code < last), _UNKNOWN)


def _in_arabic_letters(sample: str, letters: int, lexicon: Lexicon) -> str:
    folded = fold(sample)
    counts = {
        language: sum(folded.count(letter) for letter in lexicon.words.words(f"read.letters_{language}"))
        for language in _NEIGHBOURS
    }
    if sum(counts.values()) < _FOREIGN_SHARE * letters:
        return "ar"
    words = [word for word in split_words(sample).folded if word.isalpha()]
    beginnings = tuple(lexicon.words.words("read.article_beginnings"))
    if sum(word.startswith(beginnings) for word in words) >= _ARTICLE_SHARE * len(words):
        return "ar"
    return max(_NEIGHBOURS, key=lambda language: counts[language])


def _in_latin_letters(sample: str, lexicon: Lexicon) -> str:
    words = split_words(sample).folded
    counts = {
        language: sum(word in lexicon.words.words(f"read.words_{language}") for word in words)
        for language in _LATIN_LANGUAGES
    }
    best = max(_LATIN_LANGUAGES, key=lambda language: counts[language])
    return best if counts[best] else _UNKNOWN
