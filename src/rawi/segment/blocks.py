"""Lines of the text as title, caption, dateline, sub-heading or paragraph."""

import re
from bisect import bisect_left

from rawi.lexicon import Lexicon
from rawi.model import Article, Block, BlockKind, Words
from rawi.text.folding import fold

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FINAL = frozenset(".!?:;\u061f\u2026\u061b\u060c,")
_CLOSING = frozenset("\"'\u00bb\u201d\u201c\u203a\u2019)]")
_TITLE_WORDS = 30
_SUBHEADING_WORDS = 12


def find_blocks(article: Article, words: Words, *, lexicon: Lexicon) -> tuple[Block, ...]:
    """The lines that hold a word, in text order, each with its kind."""
    lines = list(_lines(article.text, words))
    blocks = []
    for number, (first, last) in enumerate(lines):
        kind = _kind(article, words, lines, number)
        blocks.append(Block(kind=kind, start=words.starts[first], end=words.ends[last - 1], first=first, last=last))
    return tuple(blocks)


def _lines(text: str, words: Words) -> list[tuple[int, int]]:
    """Word ranges of the lines that hold a word."""
    starts = words.starts
    ranges = []
    first = 0
    for line in _LINE.finditer(text):
        last = bisect_left(starts, line.end(), first)
        if last > first:
            ranges.append((first, last))
        first = last
    return ranges


def _kind(article: Article, words: Words, lines: list[tuple[int, int]], number: int) -> BlockKind:
    first, last = lines[number]
    if number == 0 and _is_title(article, words, first, last, alone=len(lines) == 1):
        return "title"
    if last - first <= _SUBHEADING_WORDS and number + 1 < len(lines) and not _ends_sentence(words, first, last):
        return "subheading"
    return "paragraph"


def _is_title(article: Article, words: Words, first: int, last: int, *, alone: bool) -> bool:
    if article.title:
        line = article.text[words.starts[first] : words.ends[last - 1]]
        return fold(line).split() == fold(article.title.strip()).split()
    return not alone and last - first <= _TITLE_WORDS and not _ends_sentence(words, first, last)


def _ends_sentence(words: Words, first: int, last: int) -> bool:
    while last > first + 1 and words.raw[last - 1] in _CLOSING:
        last -= 1
    return words.raw[last - 1] in _FINAL
