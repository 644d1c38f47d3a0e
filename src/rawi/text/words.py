"""Cutting a text into words, numbers and punctuation marks with their offsets."""

import re
from functools import lru_cache

from rawi.model.reading import Words
from rawi.text.folding import fold_word

# Combining marks are not \w in Python, so they are named; a word never mixes letters and digits.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c\u00ad"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*|\d+(?:[.,\u066b\u066c]\d+)*|[^\w\s{_INVISIBLE}]")


def split_words(text: str) -> Words:
    """The words, numbers and punctuation marks of the text, each with its offsets and folded form.

    Letters and digits are never joined (``بـ2800`` is two words), marks belong to their word, a decimal number is one
    word. Works on any string, in time linear in its length.
    """
    starts: list[int] = []
    ends: list[int] = []
    raw: list[str] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        raw.append(text[start:end])
    return Words(starts=starts, ends=ends, raw=raw, folded=[fold_word(word) for word in raw])


def fold_phrase(text: str) -> str:
    """The folded words of a name or phrase, joined by single spaces: the key it is looked up by.

    The same as ``" ".join(split_words(text).folded)``, faster for plain words.
    """
    words = text.split(" ")
    if all(word.isalpha() for word in words):
        return " ".join([fold_word(word) for word in words])
    return " ".join(split_words(text).folded)


@lru_cache(maxsize=1 << 15)
def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or phrase, remembered: names are few and asked for again and again."""
    return tuple(split_words(text).folded)
