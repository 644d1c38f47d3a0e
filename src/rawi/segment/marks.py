"""Quotation marks: which words are marks, and how well each fits as an opening or a closing one."""

from typing import Literal

import msgspec

from rawi.model import Words
from rawi.segment.vocabulary import Vocabulary, takes_up_report

Family = Literal["guillemets", "angles", "curly", "straight", "single", "double-single", "parentheses", "ornate"]

# Mark -> its family and what its shape says: 1 opens, -1 closes, 0 either.
_SHAPES: dict[str, tuple[Family, int]] = {
    "\u00ab": ("guillemets", 1),
    "\u00bb": ("guillemets", -1),
    "\u2039": ("angles", 1),
    "\u203a": ("angles", -1),
    "\u201c": ("curly", 1),
    "\u201d": ("curly", -1),
    "\u201e": ("curly", 1),
    "\u201f": ("curly", 1),
    '"': ("straight", 0),
    "\uff02": ("straight", 0),
    "\u2033": ("straight", 0),
    "\u2018": ("single", 1),
    "\u2019": ("single", -1),
    "\u201a": ("single", 1),
    "\u201b": ("single", 1),
    "'": ("single", 0),
    "`": ("single", 0),
    "\u00b4": ("single", 0),
    "\ufd3e": ("ornate", 0),
    "\ufd3f": ("ornate", 0),
}
# Two of these, touching, are one mark.
_DOUBLES: dict[str, tuple[Family, int]] = {
    "'": ("double-single", 0),
    "`": ("double-single", 0),
    "\u2018": ("double-single", 0),
    "\u2019": ("double-single", 0),
    "\u00b4": ("double-single", 0),
    "(": ("parentheses", 1),
    ")": ("parentheses", -1),
    "<": ("guillemets", 1),
    ">": ("guillemets", -1),
    ",": ("double-single", 1),
}
_STARTERS = frozenset(_SHAPES) | frozenset(_DOUBLES)
_STOPS = frozenset(".!?\u061f\u2026\u060c,\u061b;")
_TATWEEL = "\u0640"
# The price of reading a mark as what its shape does not say.
_AGAINST_SHAPE: dict[Family, float] = {"guillemets": 3.0, "angles": 3.0, "parentheses": 6.0}
_AGAINST_OTHER_SHAPE = 1.0
# The price of an opening mark that touches the word before it only, or a closing one that touches the word after.
_MISFIT = 5.0


class Mark(msgspec.Struct, frozen=True):
    """A quotation mark at words ``[first, last)``: its family, its shape, and the price of either reading."""

    first: int
    last: int
    family: Family
    opening: float
    closing: float


def is_quotation_mark(word: str) -> bool:
    """Whether the word is a mark that can open or close a quotation."""
    return word in _SHAPES


def find_marks(words: Words, first: int, last: int, vocabulary: Vocabulary) -> list[Mark]:
    """The marks among the words ``[first, last)``; an apostrophe inside a word is none."""
    raw, starts, ends = words.raw, words.starts, words.ends
    found: list[Mark] = []
    position = first
    while position < last:
        word = raw[position]
        if word not in _STARTERS:
            position += 1
            continue
        begin = position
        position += 1
        double = _DOUBLES.get(word)
        if double and position < last and raw[position] == word and starts[position] == ends[begin]:
            position += 1
            shape: tuple[Family, int] | None = double
        else:
            shape = _SHAPES.get(word)
        if shape is None or (shape[0] == "single" and _inside_word(words, begin, (first, last), vocabulary)):
            continue
        opening, closing = _fit(words, begin, position, (first, last), vocabulary)
        found.append(_mark(begin, position, shape, (opening, closing)))
    return found


def _mark(first: int, last: int, shape: tuple[Family, int], fit: tuple[float, float]) -> Mark:
    family, direction = shape
    against = _AGAINST_SHAPE.get(family, _AGAINST_OTHER_SHAPE)
    opening, closing = fit
    return Mark(
        first=first,
        last=last,
        family=family,
        opening=opening + (against if direction < 0 else 0.0),
        closing=closing + (against if direction > 0 else 0.0),
    )


def _inside_word(words: Words, position: int, bounds: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether the single mark touches letters or digits on both sides, and not after a joined particle."""
    if not bounds[0] < position < bounds[1] - 1 or words.folded[position - 1] in vocabulary.joined_before_quotation:
        return False
    left, right = words.raw[position - 1][-1], words.raw[position + 1][0]
    glued = words.ends[position - 1] == words.starts[position] and words.ends[position] == words.starts[position + 1]
    return glued and left.isalnum() and right.isalnum()


def _fit(words: Words, begin: int, stop: int, bounds: tuple[int, int], vocabulary: Vocabulary) -> tuple[float, float]:
    """The prices of opening and of closing, from the spaces and the words around the mark."""
    first, last = bounds
    left_glued = begin > first and words.starts[begin] == words.ends[begin - 1]
    right_glued = stop < last and words.starts[stop] == words.ends[stop - 1]
    left = words.raw[begin - 1] if begin > first else ""
    right = words.raw[stop] if stop < last else ""
    if left and _leads_in(words, begin - 1, glued=left_glued, vocabulary=vocabulary):
        return (0.0, 3.0) if right_glued or not left_glued else (0.5, 1.5)
    if right_glued and _is_closing_text(right):
        return (_MISFIT, 0.0)
    if left_glued and not right_glued:
        return (_MISFIT, 0.0)
    if right_glued and not left_glued:
        # A mark set on the wrong side of its space: "yes "and he added.
        return (2.0, 2.0) if left and takes_up_report(words.folded[stop], vocabulary) else (0.0, _MISFIT)
    if left_glued:
        return (1.5, 2.0) if left in _STOPS else (2.0, 1.0)
    return _apart(left, right)


def _leads_in(words: Words, position: int, *, glued: bool, vocabulary: Vocabulary) -> bool:
    """Whether the word before a mark announces a quotation: a colon, a joined particle, a verb of saying."""
    word = words.raw[position]
    if word in ":([{" or word[-1] == _TATWEEL:
        return True
    folded = words.folded[position]
    if glued:
        return folded in vocabulary.joined_before_quotation
    return folded in vocabulary.before_quotation


def _is_closing_text(word: str) -> bool:
    """Whether a mark touching this word on its left cannot be an opening one."""
    return word in _STOPS or word in ":)]}"


def _apart(left: str, right: str) -> tuple[float, float]:
    """A mark with a space on both sides, or at an end of the paragraph."""
    if not left:
        return (0.0, _MISFIT)
    if not right:
        return (2.0, 0.5)
    return (3.0, 0.5) if right in _STOPS else (1.0, 1.0)
