"""Lines of the text, those broken in mid-sentence joined again."""

import re
from bisect import bisect_left
from itertools import pairwise

import msgspec

from rawi.model import Words
from rawi.segment.vocabulary import Vocabulary, is_reporting_verb
from rawi.text.datelines import find_dateline

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FINAL = frozenset(".!?:;\u061f\u2026\u061b\u060c,\u06d4")
_STOPS = frozenset(".!?:\u061f\u2026\u06d4")
_NEVER_FIRST = frozenset(":\u060c,;\u061b.!?\u061f)]\u00bb\u201d%")
_COMMAS = frozenset("\u060c,")
_CLOSING = frozenset("\"'\u00bb\u00ab\u201d\u201c\u203a\u2019\u2018)]")
# A text wrapped by machine: at least so many lines, so large a part of them open, and those of about one width.
_WRAPPED_LINES = 6
_WRAPPED_OPEN = 0.4
_WRAPPED_WIDTH = range(50, 112)


class Line(msgspec.Struct, frozen=True):
    """The words ``[first, last)`` of a line, or of the lines a sentence was broken into."""

    first: int
    last: int


class _Marks(msgspec.Struct, frozen=True):
    """How many marks the lines joined so far leave open: straight ones (0 or 1), guillemets, curly ones."""

    straight: int = 0
    guillemets: int = 0
    curly: int = 0

    @property
    def quoting(self) -> bool:
        """Whether a quotation is open."""
        return self.straight > 0 or self.guillemets > 0 or self.curly > 0

    def after(self, words: Words, line: Line) -> "_Marks":
        """The marks left open after one more line."""
        raw = words.raw[line.first : line.last]
        return _Marks(
            (self.straight + raw.count('"')) % 2,
            self.guillemets + raw.count("\u00ab") - raw.count("\u00bb"),
            self.curly + raw.count("\u201c") - raw.count("\u201d"),
        )


def find_lines(text: str, words: Words, vocabulary: Vocabulary) -> list[Line]:
    """The lines that hold a word, in text order.

    A line is joined to the one before where that one stops in mid-sentence: after a preposition, a lone verb or inside
    a quotation, before a mark that cannot open a line, or at any line without a final mark when the whole text is
    wrapped to one width. A blank line is never joined over.
    """
    lines = _lines(text, words)
    wrapped = _is_wrapped(words, lines)
    found = lines[:1]
    left_open = _Marks()
    for upper, line in pairwise(lines):
        left_open = left_open.after(words, upper)
        blank = text.count("\n", words.ends[upper.last - 1], words.starts[line.first]) > 1
        cut = _goes_on(words, upper, line, vocabulary, quoting=left_open.quoting)
        if not blank and (cut or (wrapped and _is_cut(words, upper, vocabulary))):
            found[-1] = Line(found[-1].first, line.last)
        else:
            found.append(line)
            left_open = _Marks()
    return found


def has_final_mark(words: Words, line: Line, marks: frozenset[str] = _FINAL) -> bool:
    """Whether the line ends as a sentence or clause does, closing marks after the stop aside."""
    last = line.last
    while last > line.first + 1 and words.raw[last - 1] in _CLOSING:
        last -= 1
    return words.raw[last - 1] in marks


def _lines(text: str, words: Words) -> list[Line]:
    starts = words.starts
    found = []
    first = 0
    for line in _LINE.finditer(text):
        last = bisect_left(starts, line.end(), first)
        if last > first:
            found.append(Line(first, last))
        first = last
    return found


def _goes_on(words: Words, upper: Line, line: Line, vocabulary: Vocabulary, *, quoting: bool) -> bool:
    """Whether the line ``upper``, which ends inside a quotation when ``quoting``, goes on in ``line``."""
    raw, folded = words.raw, words.folded
    if raw[line.first] in _NEVER_FIRST and not _opens_ellipsis(words, line):
        return True
    last = upper.last - 1
    if upper.last - upper.first == 1:
        return folded[last] in vocabulary.verb_alone or is_reporting_verb(folded[last], vocabulary)
    if folded[last] in vocabulary.line_goes_on:
        return True
    if folded[line.first] in vocabulary.new_speaker or is_reporting_verb(folded[line.first], vocabulary):
        return False
    return raw[last] in _COMMAS or (quoting and not has_final_mark(words, upper, _STOPS))


def _opens_ellipsis(words: Words, line: Line) -> bool:
    return line.last - line.first > 1 and words.raw[line.first] == words.raw[line.first + 1] == "."


def _is_wrapped(words: Words, lines: list[Line]) -> bool:
    """Whether many lines end in mid-sentence, most of them at one width."""
    if len(lines) < _WRAPPED_LINES:
        return False
    widths = sorted(_width(words, line) for line in lines if not has_final_mark(words, line, _STOPS))
    if len(widths) < max(2, _WRAPPED_OPEN * len(lines)) or len(widths) == len(lines):
        return False
    return widths[-1] in _WRAPPED_WIDTH and widths[len(widths) * 3 // 4] in _WRAPPED_WIDTH


def _width(words: Words, line: Line) -> int:
    return words.ends[line.last - 1] - words.starts[line.first]


def _is_cut(words: Words, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line of a wrapped text was cut: it has no final mark and is no dateline."""
    if has_final_mark(words, line, _STOPS):
        return False
    dateline = find_dateline(words, line.first, line.last, vocabulary.dateline)
    return dateline is None or dateline.last < line.last
