"""Where sentences end: full stops without a space, double dots, abbreviations, closing marks after the stop."""

from rawi.lexicon import Lexicon
from rawi.model import Block, Sentence, Words

_STOPS = frozenset(".!?\u061f\u2026\u06d4")
_CLOSING = frozenset("\"'\u00bb\u201d\u203a\u2019)]")
_GOING_ON = frozenset("\u060c,:;\u061b-\u2013\u2014")


def find_sentences(words: Words, blocks: tuple[Block, ...], *, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of each block; together they hold every word once."""
    found = []
    raw = words.raw
    for index, block in enumerate(blocks):
        first = block.first
        position = first
        while position < block.last:
            if raw[position] not in _STOPS:
                position += 1
                continue
            stop = position
            position = _after_stops(words, position, block.last)
            if position < block.last and _ends(words, stop, position, first):
                found.append(_sentence(words, first, position, index))
                first = position
        if first < block.last:
            found.append(_sentence(words, first, block.last, index))
    return tuple(found)


def _after_stops(words: Words, position: int, last: int) -> int:
    """The word after a run of stops and the closing marks glued to it."""
    raw = words.raw
    while position < last and raw[position] in _STOPS:
        position += 1
    while position < last and raw[position] in _CLOSING and words.starts[position] == words.ends[position - 1]:
        position += 1
    while position < last and raw[position] in _STOPS:
        position += 1
    return position


def _ends(words: Words, stop: int, after: int, first: int) -> bool:
    """Whether the stop ends a sentence, given the word after it."""
    raw = words.raw
    if raw[after] in _GOING_ON:
        return False
    if raw[stop] != "." or after - stop > 1 or stop == first:
        return True
    before = raw[stop - 1]
    if before.isdecimal() and stop - 1 == first:
        return False
    glued_after = words.starts[after] == words.ends[stop]
    if before.isascii() and before.isalpha() and glued_after:
        return False
    single = len(words.folded[stop - 1]) == 1 and before.isalpha()
    return not single or (stop - 2 >= first and raw[stop - 2].isdecimal())


def _sentence(words: Words, first: int, last: int, block: int) -> Sentence:
    return Sentence(start=words.starts[first], end=words.ends[last - 1], first=first, last=last, block=block)
