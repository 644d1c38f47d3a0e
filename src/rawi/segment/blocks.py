"""The parts of a text: title, captions, datelines, sub-headings and paragraphs."""

from rawi.lexicon import Lexicon
from rawi.model import Article, Block, BlockKind, Words
from rawi.segment.lines import Line, find_lines, has_final_mark
from rawi.segment.vocabulary import Vocabulary, is_reporting_verb, takes_up_report, vocabulary_of
from rawi.text.datelines import find_dateline

_TITLE_WORDS = 30
_SUBTITLE_WORDS = 25
_SUBHEADING_WORDS = 12
_CAPTION_WORDS = 45
# Shorter lines may begin with a noun written like a verb of reporting ("rad", "hadhar").
_VERB_WORDS = 4
_YEAR = 4
_DATE_PART = 0.85
_OPENING_LINES = 6
_BULLETS = frozenset("-*\u2022\u25cf\u25aa\u25a0\u25c4\u2013\u2014\u00b7\u25e6")
_BRACKETS = {"(": ")", "[": "]"}


def find_blocks(article: Article, words: Words, *, lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of the text in order; together they hold every word once.

    A line is a block, except that a line broken in mid-sentence goes on in the next one, and that a dateline at the
    beginning of a paragraph is a block of its own. The lines that say who wrote and when it was published count as
    datelines.
    """
    vocabulary = vocabulary_of(lexicon)
    lines = find_lines(article.text, words, vocabulary)
    found: list[Block] = []
    for number, line in enumerate(lines):
        kind = _kind(article, words, lines, number, vocabulary)
        first = line.first
        if kind == "paragraph" and number < _OPENING_LINES:
            dateline = find_dateline(words, first, line.last, vocabulary.dateline)
            if dateline is not None:
                found.append(_block(words, "dateline", first, dateline.last))
                first = dateline.last
        if first < line.last:
            found.append(_block(words, kind, first, line.last))
    return tuple(found)


def _block(words: Words, kind: BlockKind, first: int, last: int) -> Block:
    return Block(kind=kind, start=words.starts[first], end=words.ends[last - 1], first=first, last=last)


def _kind(article: Article, words: Words, lines: list[Line], number: int, vocabulary: Vocabulary) -> BlockKind:
    line = lines[number]
    if number == 0 and article.title and _is_known_title(article, words, line):
        return "title"
    if _is_frame(words, lines, number, vocabulary):
        return "dateline"
    if number == 0 and not article.title and _looks_like_title(words, line, vocabulary, alone=len(lines) == 1):
        return "title"
    if line.last - line.first > _CAPTION_WORDS or has_final_mark(words, line):
        return "paragraph"
    if _is_caption(words, lines, number, vocabulary):
        return "caption"
    return "subheading" if _is_subheading(words, lines, number, vocabulary) else "paragraph"


def _is_known_title(article: Article, words: Words, line: Line) -> bool:
    return _letters(article.text[words.starts[line.first] : words.ends[line.last - 1]]) == _letters(article.title)


def _looks_like_title(words: Words, line: Line, vocabulary: Vocabulary, *, alone: bool) -> bool:
    """A first line of some words without a final mark, other text below it."""
    length = line.last - line.first
    if alone or not 1 < length <= _TITLE_WORDS or has_final_mark(words, line):
        return False
    return not is_reporting_verb(words.folded[line.first], vocabulary)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _is_frame(words: Words, lines: list[Line], number: int, vocabulary: Vocabulary) -> bool:
    """A whole line of the report's frame: dateline, writer, or when it was published."""
    line = lines[number]
    if number >= _OPENING_LINES and number + 2 < len(lines):
        return False
    if line.last - line.first > _SUBTITLE_WORDS:
        return False
    if vocabulary.publication_lines.length_at(words.folded, line.first, line.last) and _has_digit(words, line):
        return True
    dateline = find_dateline(words, line.first, line.last, vocabulary.dateline)
    return (dateline is not None and dateline.last == line.last) or _is_date(words, line, vocabulary)


def _is_date(words: Words, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether the line holds a date and next to nothing else."""
    folded = words.folded[line.first : line.last]
    if not any(len(word) == _YEAR and word.isdecimal() for word in folded):
        return False
    known = sum(
        word in vocabulary.months or word in vocabulary.dates or not word[:1].isalpha() or _is_place(word, vocabulary)
        for word in folded
    )
    return known >= _DATE_PART * len(folded)


def _is_place(word: str, vocabulary: Vocabulary) -> bool:
    names = (vocabulary.dateline.places, vocabulary.dateline.agencies)
    return any(index.length_at([word], 0, 1) for index in names)


def _has_digit(words: Words, line: Line) -> bool:
    return any(words.raw[i][0].isdecimal() for i in range(line.first, line.last))


def _is_caption(words: Words, lines: list[Line], number: int, vocabulary: Vocabulary) -> bool:
    """What a picture shows: opened by a word for it, closed by its credit in brackets, or written twice."""
    line = lines[number]
    if vocabulary.caption_openers.length_at(words.folded, line.first, line.last):
        return True
    if number and words.folded[line.first : line.last] in _neighbours(words, lines, number):
        return True
    if words.folded[line.last - 1] in vocabulary.caption_credits:
        return True
    opened = _closing_bracket(words, line)
    if opened is None or opened == line.first:
        return False
    inside = words.folded[opened + 1 : line.last - 1]
    if any(word in vocabulary.caption_credits for word in inside):
        return True
    return vocabulary.dateline.agencies.length_at([w for w in inside if w != "."], 0, len(inside)) > 0


def _neighbours(words: Words, lines: list[Line], number: int) -> list[list[str]]:
    around = lines[max(1, number - 1) : number] + lines[number + 1 : number + 2]
    return [words.folded[line.first : line.last] for line in around]


def _closing_bracket(words: Words, line: Line) -> int | None:
    """The opening bracket of a bracket that ends the line."""
    if words.raw[line.last - 1] not in _BRACKETS.values():
        return None
    for index in range(line.last - 2, line.first - 1, -1):
        if words.raw[index] in _BRACKETS:
            return index
    return None


def _is_subheading(words: Words, lines: list[Line], number: int, vocabulary: Vocabulary) -> bool:
    """A short line without a final mark that heads what follows, or leads to another report."""
    line = lines[number]
    length = line.last - line.first
    if vocabulary.links.length_at(words.folded, line.first, line.last):
        return length <= _SUBTITLE_WORDS
    if words.raw[line.first] in _BULLETS or words.raw[line.first][0].isdecimal():
        return False
    opening = words.folded[line.first]
    if takes_up_report(opening, vocabulary) or (length >= _VERB_WORDS and is_reporting_verb(opening, vocabulary)):
        return False
    under_title = number == 1 and length <= _SUBTITLE_WORDS
    return number + 1 < len(lines) and (length <= _SUBHEADING_WORDS or under_title)
