"""Where sentences end: full stops without a space, dots in pairs, abbreviations, closing marks after the stop."""

from collections.abc import Sequence

from rawi.lexicon import Lexicon
from rawi.model import Block, Quotation, Sentence, Words
from rawi.segment.marks import is_quotation_mark
from rawi.segment.vocabulary import Vocabulary, is_reporting_verb, takes_up_report, vocabulary_of

_STOPS = frozenset(".!?\u061f\u2026\u06d4")
_DOTS = frozenset(".\u2026")
_BULLETS = frozenset("\u2022\u25cf\u25aa\u25a0\u25c4")
_ENDS = _STOPS | _BULLETS
_BRACKETS = frozenset(")]}")
_OPENING_BRACKETS = frozenset("([{")
_GOING_ON = frozenset("\u060c,:;\u061b-\u2013\u2014)]}\u00bb")
# An accusative participle at least so long ("mudifan") goes on with the sentence before the dots.
_PARTICIPLE_LENGTH = 5
# So many marks without a word at the end of a block belong to the sentence before them.
_FEW_MARKS = 4


def find_sentences(
    words: Words, blocks: tuple[Block, ...], quotations: Sequence[Quotation], *, lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences of each block; together they hold every word once.

    A sentence ends at a stop inside a quotation too, with the closing marks that follow it. Dots after letters of an
    abbreviation, inside a number or an address, and those after which the sentence goes on do not end it.
    """
    vocabulary = vocabulary_of(lexicon)
    closing = _closing_words(words, quotations)
    found: list[Sentence] = []
    raw = words.raw
    for index, block in enumerate(blocks):
        first = position = block.first
        while position < block.last:
            if raw[position] not in _ENDS:
                position += 1
                continue
            stop = position
            position = _boundary(words, (first, stop, block.last), closing, vocabulary)
            if first < position < block.last:
                found.append(_sentence(words, first, position, index))
                first = position
            position = max(abs(position), stop + 1)
        if first > block.first and _is_only_marks(words, first, block.last):
            first = found.pop().first
        if first < block.last:
            found.append(_sentence(words, first, block.last, index))
    return tuple(found)


def _is_only_marks(words: Words, first: int, last: int) -> bool:
    """Whether what is left of a block is marks without a word."""
    return last - first <= _FEW_MARKS and not any(words.raw[i][0].isalnum() for i in range(first, last))


def _boundary(words: Words, bounds: tuple[int, int, int], closing: frozenset[int], vocabulary: Vocabulary) -> int:
    """The word a new sentence begins with at or after a stop; negative, where to go on looking, when none does.

    ``bounds`` are the first word of the sentence, the stop and the end of the block.
    """
    first, stop, last = bounds
    if words.raw[stop] in _BULLETS:
        return stop if words.raw[stop - 1] not in _BULLETS else -(stop + 1)
    after = _after_stops(words, stop, last, closing)
    if stop == first or _is_attributed_after(words, after, last, closing, vocabulary):
        return -after
    return after if after < last and _ends(words, stop, after, first, vocabulary) else -after


def _sentence(words: Words, first: int, last: int, block: int) -> Sentence:
    return Sentence(start=words.starts[first], end=words.ends[last - 1], first=first, last=last, block=block)


def _is_attributed_after(words: Words, after: int, last: int, closing: frozenset[int], vocabulary: Vocabulary) -> bool:
    """Whether a quotation that ends in a stop is followed by who said it."""
    return after < last and after - 1 in closing and words.folded[after] in vocabulary.after_quotation


def _closing_words(words: Words, quotations: Sequence[Quotation]) -> frozenset[int]:
    """The words that are closing marks of a quotation."""
    found = []
    for quotation in quotations:
        if quotation.closed:
            position = quotation.last
            while position < len(words) and words.ends[position] <= quotation.end:
                found.append(position)
                position += 1
    return frozenset(found)


def _after_stops(words: Words, position: int, last: int, closing: frozenset[int]) -> int:
    """The word after a run of stops and the closing marks and brackets that belong to it."""
    raw = words.raw
    while position < last:
        word = raw[position]
        glued = position > 0 and words.starts[position] == words.ends[position - 1]
        belongs = word in _STOPS or position in closing or (glued and word in _BRACKETS)
        if not belongs and not (glued and is_quotation_mark(word) and _is_followed_by_space(words, position, last)):
            break
        position += 1
    return position


def _is_followed_by_space(words: Words, position: int, last: int) -> bool:
    return position + 1 >= last or words.starts[position + 1] > words.ends[position]


def _ends(words: Words, stop: int, after: int, first: int, vocabulary: Vocabulary) -> bool:
    """Whether the stop ends a sentence, given the word after it and its marks."""
    raw = words.raw
    if raw[after] in _GOING_ON:
        return False
    run = 1
    while stop + run < after and raw[stop + run] in _STOPS:
        run += 1
    if raw[stop] == "." and run == 1:
        return _full_stop(words, stop, after, first, vocabulary)
    if raw[stop + run] in _BRACKETS and stop > first and raw[stop - 1] in _OPENING_BRACKETS:
        return False
    if all(mark in _DOTS for mark in raw[stop : stop + run]):
        # Two dots are a pause more often than an end: of 67 in the training articles 40 stand inside one statement.
        word = words.folded[after]
        return word in vocabulary.new_speaker or takes_up_report(word, vocabulary)
    return not _goes_on(words, stop, after, vocabulary)


def _goes_on(words: Words, stop: int, after: int, vocabulary: Vocabulary) -> bool:
    """Whether the sentence goes on after a question or exclamation mark."""
    word = words.folded[after]
    if word in vocabulary.goes_on_after_question:
        return True
    if word[:1] in vocabulary.participle_begins and word[-1:] in vocabulary.participle_ends:
        return len(word) >= _PARTICIPLE_LENGTH
    # A question mark in the middle of a word stands for a letter that was lost.
    return (
        after == stop + 1
        and words.starts[stop] == words.ends[stop - 1]
        and words.starts[after] == words.ends[stop]
        and (words.raw[stop] == "?")
    )


def _full_stop(words: Words, stop: int, after: int, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a single dot is a full stop, not part of an abbreviation, a number, a list or an address."""
    if stop == first:
        return False
    raw, folded = words.raw, words.folded
    before, following = raw[stop - 1], raw[after]
    if words.starts[after] == words.ends[stop] and _is_address(words, stop, after, vocabulary):
        return False
    if before.isdecimal():
        return stop - 1 > first or following.isdecimal()
    if folded[stop - 1] in vocabulary.abbreviations or _between_letters(words, stop, after, vocabulary):
        return False
    if len(folded[stop - 1]) > 1 or not before[0].isalpha():
        return True
    return _after_letter(words, stop, after, first, vocabulary)


def _is_address(words: Words, stop: int, after: int, vocabulary: Vocabulary) -> bool:
    """Whether the dot touches what follows it as in an address or a decimal written apart."""
    following = words.raw[after]
    if words.folded[after] in vocabulary.domain_endings:
        return True
    if following.isascii() and following.isalnum():
        return words.raw[stop - 1].isascii() or words.ends[stop - 1] < words.starts[stop]
    return False


def _between_letters(words: Words, stop: int, after: int, vocabulary: Vocabulary) -> bool:
    """Whether the dot stands between the names of two Latin letters."""
    letters = vocabulary.letter_names
    return words.folded[stop - 1] in letters and words.folded[after] in letters


def _after_letter(words: Words, stop: int, after: int, first: int, vocabulary: Vocabulary) -> bool:
    """A dot after a single letter: a unit after a number ends a sentence, an abbreviation does not."""
    if stop - 2 >= first and words.raw[stop - 2].isdecimal():
        return True
    chained = stop - 2 >= first and words.raw[stop - 2] == "."
    if not chained or words.folded[stop - 1] in vocabulary.titles:
        return False
    spaced = words.starts[after] > words.ends[stop]
    return spaced and is_reporting_verb(words.folded[after], vocabulary)
