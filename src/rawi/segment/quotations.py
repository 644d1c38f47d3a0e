"""Quotations: between marks of every kind, nested, never closed, or running over paragraphs."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Block, Quotation, Words
from rawi.segment.marks import Mark, find_marks
from rawi.segment.pairing import Pair, pair_marks
from rawi.segment.vocabulary import Vocabulary, vocabulary_of

_STOPS = frozenset(".!?\u061f\u2026")
# A quotation that nothing closes is looked for in so many further paragraphs.
_FARTHEST = 12
# Quoted words of a paragraph that do not break off a quotation running on from the one before.
_SHORT = 4
_DOUBLE = frozenset({"curly", "straight", "double-single"})


class _Open(msgspec.Struct, frozen=True):
    """A quotation: its opening mark, its closing mark or None, and the word before which it ends."""

    opening: Mark
    closing: Mark | None
    last: int


class _Paragraph(msgspec.Struct, frozen=True):
    """The quotations and stray marks of one block."""

    block: Block
    quotations: tuple[_Open, ...]
    strays: tuple[Mark, ...]


def find_quotations(words: Words, blocks: tuple[Block, ...], *, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """All quotations in text order, outer before inner.

    Quotations are paired within each block; one that is never closed there may run on: over paragraphs without marks,
    or that open with the mark again, up to a closing mark that has no opening one. Else it ends with its block, or
    where the next quotation shows that it is over.
    """
    vocabulary = vocabulary_of(lexicon)
    paragraphs = [_paragraph(words, block, vocabulary) for block in blocks]
    found = _run_on(words, paragraphs)
    found.sort(key=lambda quotation: (quotation.opening.first, -quotation.last))
    return _with_depth(words, found)


def _paragraph(words: Words, block: Block, vocabulary: Vocabulary) -> _Paragraph:
    marks = find_marks(words, block.first, block.last, vocabulary)
    if not marks:
        return _Paragraph(block, (), ())
    pairing = pair_marks(marks)
    quotations = tuple(_quotation(words, block, marks, pair, vocabulary) for pair in pairing.pairs)
    return _Paragraph(block, quotations, tuple(marks[index] for index in pairing.strays))


def _quotation(words: Words, block: Block, marks: Sequence[Mark], pair: Pair, vocabulary: Vocabulary) -> _Open:
    opening = marks[pair.opening]
    if pair.closing is not None:
        return _Open(opening, marks[pair.closing], marks[pair.closing].first)
    if pair.stopped is None:
        return _Open(opening, None, _new_speaker(words, opening.last, block.last, vocabulary))
    return _Open(opening, None, _last_stop(words, opening.last, marks[pair.stopped].first))


def _new_speaker(words: Words, first: int, last: int, vocabulary: Vocabulary) -> int:
    """The word after a full stop where the report takes up the word again, else ``last``."""
    for index in range(first + 1, last):
        if words.raw[index - 1] in _STOPS and words.folded[index] in vocabulary.new_speaker:
            return index
    return last


def _last_stop(words: Words, first: int, last: int) -> int:
    """The word after the last full stop in ``[first, last)``, else ``last``."""
    for index in range(last - 1, first, -1):
        if words.raw[index] in _STOPS:
            return index + 1
    return last


def _run_on(words: Words, paragraphs: Sequence[_Paragraph]) -> list[_Open]:
    """All quotations, those that run over paragraphs made one."""
    found: list[_Open] = []
    carried: _Open | None = None
    passed = 0
    for paragraph in paragraphs:
        if paragraph.block.kind != "paragraph":
            found.extend(paragraph.quotations)
            continue
        quotations = list(paragraph.quotations)
        if carried is not None:
            closed, still_open = _continued(words, carried, paragraph, quotations, direct=passed == 0)
            if closed is not None or not still_open or passed >= _FARTHEST:
                found.append(closed if closed is not None else carried)
                carried = None
            passed += not paragraph.quotations
        found.extend(quotations)
        if carried is None and quotations and _runs_out(words, quotations[-1], paragraph.block):
            carried, passed = found.pop(), 0
    return [*found, carried] if carried is not None else found


def _runs_out(words: Words, quotation: _Open, block: Block) -> bool:
    """Whether the quotation may run on: its paragraph ends inside it, and does not announce another one."""
    if quotation.closing is not None or quotation.last < block.last or quotation.opening.family == "single":
        return False
    return words.raw[block.last - 1] != ":" or quotation.opening.last == block.last


def _fills(words: Words, quotation: _Open, block: Block) -> bool:
    """Whether next to nothing of the block stands after the quotation that opens it."""
    after = quotation.closing.last if quotation.closing is not None else quotation.last
    rest = block.last - after
    return rest * 2 < block.last - block.first or all(words.raw[i] in _STOPS for i in range(after, block.last))


def _continued(
    words: Words, carried: _Open, paragraph: _Paragraph, quotations: list[_Open], *, direct: bool
) -> tuple[_Open | None, bool]:
    """The carried quotation closed in this paragraph, or None; and whether it still runs on.

    A mark that opens the paragraph may repeat that the quotation goes on, if it does so in each (``direct``): it is
    taken out of ``quotations``.
    """
    block = paragraph.block
    stray = next((mark for mark in paragraph.strays if _closes(carried, mark)), None)
    again = quotations[0] if quotations else None
    repeated = direct and again is not None and again.opening.first == block.first
    if again is not None and repeated and _alike(carried.opening, again.opening):
        if again.closing is None:
            del quotations[0]
            return None, True
        if _fills(words, again, block):
            del quotations[0]
            return _Open(carried.opening, again.closing, again.last), False
    if stray is not None and all(_is_inside(carried, quotation, stray) for quotation in quotations):
        return _Open(carried.opening, stray, stray.first), False
    return None, not quotations and not paragraph.strays


def _closes(carried: _Open, mark: Mark) -> bool:
    return mark.closing < mark.opening and _alike(carried.opening, mark)


def _alike(opening: Mark, other: Mark) -> bool:
    return opening.family == other.family or (opening.family in _DOUBLE and other.family in _DOUBLE)


def _is_inside(carried: _Open, quotation: _Open, stray: Mark) -> bool:
    """Whether the quotation stands after the stray mark, or is a small one before it."""
    if quotation.opening.first > stray.first:
        return True
    if quotation.closing is None:
        return False
    short = quotation.last - quotation.opening.last <= _SHORT
    return short or not _alike(carried.opening, quotation.opening)


def _with_depth(words: Words, quotations: Sequence[_Open]) -> tuple[Quotation, ...]:
    found = []
    around: list[int] = []
    for quotation in quotations:
        opening, closing = quotation.opening, quotation.closing
        after = closing.last if closing is not None else quotation.last
        while around and around[-1] <= opening.first:
            around.pop()
        found.append(
            Quotation(
                start=words.starts[opening.first],
                end=words.ends[after - 1],
                first=opening.last,
                last=quotation.last,
                depth=len(around),
                closed=closing is not None,
            )
        )
        around.append(after)
    return tuple(found)
