"""The folding by which a gold file and an analysis are compared; kept apart from `folding`, which may grow."""

import re
import unicodedata

_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_WORD = re.compile("[\\w\u0610-\u061a\u064b-\u065f\u0670]+")
# Hamza seats and alef forms, alef maqsura and taa marbuta.
_SAME = str.maketrans(
    "\u0623\u0625\u0622\u0671\u0649\u0629\u0624\u0626", "\u0627\u0627\u0627\u0627\u064a\u0647\u0648\u064a"
)


def comparable(text: str) -> str:
    """The words of the text without marks, one alef, one yaa, taa marbuta as haa, lower case, one space between."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()
    return " ".join(_WORD.findall(plain.translate(_SAME)))


def comparable_words(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where each word of the stretch begins, and its comparable form."""
    return [(match.start(), comparable(match[0])) for match in _WORD.finditer(text, start, end)]
