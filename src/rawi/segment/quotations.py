"""Quotations between marks of every kind, nested, unclosed and mixed."""

from rawi.lexicon import Lexicon
from rawi.model import Block, Quotation, Words

_OPENERS = {"\u00ab": "\u00bb", "\u201c": "\u201d", "\u2039": "\u203a", "\u2018": "\u2019"}
_CLOSERS = frozenset(_OPENERS.values())
_STRAIGHT = '"'
_DEEPEST = 4


def find_quotations(words: Words, blocks: tuple[Block, ...], *, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """The quotations of each block, in text order."""
    found: list[Quotation] = []
    for block in blocks:
        found.extend(_of_block(words, block))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(found)


def _of_block(words: Words, block: Block) -> list[Quotation]:
    raw = words.raw
    stack: list[int] = []
    found: list[Quotation] = []
    for index in range(block.first, block.last):
        mark = raw[index]
        if mark in _OPENERS or (mark == _STRAIGHT and not any(raw[i] == _STRAIGHT for i in stack)):
            if len(stack) < _DEEPEST:
                stack.append(index)
        elif (mark in _CLOSERS or mark == _STRAIGHT) and stack:
            wanted = [n for n, i in enumerate(stack) if _OPENERS.get(raw[i], _STRAIGHT) == mark]
            if not wanted:
                continue
            depth = wanted[-1]
            for inner in range(len(stack) - 1, depth, -1):
                found.append(_quotation(words, stack[inner], index, inner, closed=False))
            found.append(_quotation(words, stack[depth], index, depth, closed=True))
            del stack[depth:]
    found.extend(_quotation(words, index, block.last, depth, closed=False) for depth, index in enumerate(stack))
    return found


def _quotation(words: Words, opening: int, closing: int, depth: int, *, closed: bool) -> Quotation:
    end = words.ends[closing] if closed else words.ends[closing - 1]
    return Quotation(start=words.starts[opening], end=end, first=opening + 1, last=closing, depth=depth, closed=closed)
