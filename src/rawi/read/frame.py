"""What the lines around a report say of it: title, date of publication, dateline, writer and agency."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Words
from rawi.read.dates import date_in_line
from rawi.read.facts import Fact
from rawi.text.datelines import Dateline, find_dateline
from rawi.text.phrases import PhraseIndex
from rawi.text.words import split_words

_OPENING_LINES = 8
_DATELINE_LINES = 5
_CLOSING_LINES = 3
_TITLE_WORDS = 30
_DATE_LINE_WORDS = 16
# A longer line is a paragraph: only its beginning can be frame.
_BEGINNING = 120
_ENDING = 80
_FINAL = frozenset(".!?:;\u061f\u2026\u061b\u060c,\u06d4")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\W*$")
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DIGIT = re.compile(r"\d")
_DATE_SHARE = 0.85


class _Phrases(msgspec.Struct, frozen=True):
    published: PhraseIndex
    updated: PhraseIndex
    dates: frozenset[str]


@lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> _Phrases:
    months = {word for form in (*lexicon.times.months, *lexicon.times.hijri_months) for word in form.split()}
    return _Phrases(
        published=PhraseIndex(lexicon.words.phrases("read.published_lines")),
        updated=PhraseIndex(lexicon.words.phrases("read.updated_lines")),
        dates=lexicon.words.words("read.dates") | months,
    )


def find_frame(text: str, *, lexicon: Lexicon, title: str = "") -> list[Fact]:
    """The facts the first and last lines of the text state, the likeliest of each field first.

    The first line is the title when it is some words without a final mark and other lines follow; not looked for when
    the ``title`` is known.
    """
    opening, closing = _frame_lines(text)
    facts: list[Fact] = []
    if not title and opening and _is_title(opening, lexicon):
        facts.append(Fact("title", opening[0], "first line"))
    for line in (*opening, *closing):
        facts.extend(_dates(line, lexicon))
    for number, line in enumerate(opening[:_DATELINE_LINES]):
        facts.extend(_dateline(line, lexicon, alone=number == 0 and bool(facts)))
    for line in closing[::-1]:
        facts.extend(_closing_credit(line, lexicon))
    return sorted(facts, key=lambda fact: fact.source == "header line of the last update")


def _frame_lines(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines that are not blank, without looking at the whole of a long text."""
    opening: list[str] = []
    for line in _lines(text):
        opening.append(line)
        if len(opening) == _OPENING_LINES:
            break
    tail = text[max(0, len(text) - 2000) :]
    return opening, list(_lines(tail))[-_CLOSING_LINES:]


def _lines(text: str) -> Iterator[str]:
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if line:
            yield line


def _is_title(opening: list[str], lexicon: Lexicon) -> bool:
    first = opening[0]
    if (
        len(opening) < 2
        or not 1 < len(first.split()) <= _TITLE_WORDS
        or first.rstrip("\"'\u00bb\u201d)")[-1:] in _FINAL
    ):
        return False
    return not _dates(first, lexicon) and _whole_dateline(split_words(first), lexicon) is None


def _dates(line: str, lexicon: Lexicon) -> list[Fact]:
    """The date of a line that is there to give it."""
    if len(line) > _BEGINNING or not _DIGIT.search(line):
        return []
    words = split_words(line)
    phrases = _phrases(lexicon)
    source = ""
    if phrases.updated.length_at(words.folded, 0, len(words)):
        source = "header line of the last update"
    elif phrases.published.length_at(words.folded, 0, len(words)) or _is_date_line(words, lexicon):
        source = "header line"
    if not source or len(words) > _DATE_LINE_WORDS + 8:
        return []
    day = date_in_line(line, times=lexicon.times)
    return [Fact("published", day, source)] if day is not None else []


def _is_date_line(words: Words, lexicon: Lexicon) -> bool:
    """Whether the line holds next to nothing but a date, and perhaps a place and an agency."""
    dates = _phrases(lexicon).dates
    names = (lexicon.dateline_words.places, lexicon.dateline_words.agencies)
    spoken = [word for word in words.folded if word[:1].isalpha()]
    known = sum(word in dates or any(index.length_at([word], 0, 1) for index in names) for word in spoken)
    return len(words) > len(spoken) and known >= _DATE_SHARE * len(spoken)


def _dateline(line: str, lexicon: Lexicon, *, alone: bool) -> list[Fact]:
    """Dateline, credit and writer at the beginning of a line; ``alone``: only if they are the whole line."""
    words = split_words(line[:_BEGINNING])
    found = find_dateline(words, 0, len(words), lexicon.dateline_words)
    if found is None or (alone and found.last < len(words)):
        return []
    source = "dateline"
    facts = [Fact("dateline", _dateline_text(line, words, found), source)] if found.place or found.credit else []
    if found.credit:
        facts.append(Fact("credit", _cut(line, words, found.credit), source))
    if found.byline:
        facts.append(Fact("byline", _cut(line, words, found.byline), "byline"))
    return facts


def _dateline_text(line: str, words: Words, found: Dateline) -> str:
    return line[words.starts[0] : words.ends[found.last - 1]].strip(" -\u2013\u2014:_\u0640|/\u060c,")


def _cut(line: str, words: Words, span: tuple[int, int]) -> str:
    return line[words.starts[span[0]] : words.ends[span[1] - 1]]


def _whole_dateline(words: Words, lexicon: Lexicon) -> Dateline | None:
    found = find_dateline(words, 0, len(words), lexicon.dateline_words)
    return found if found is not None and found.last == len(words) else None


def _closing_credit(line: str, lexicon: Lexicon) -> list[Fact]:
    """The agency in brackets at the end of a line, or alone in the last one."""
    bracket = _CREDIT.search(line[-_ENDING:])
    if bracket is None and len(line) > _ENDING:
        return []
    words = split_words(bracket.group(1) if bracket else line[:_ENDING])
    kept = [word for word in words.folded if word != "."]
    if kept and lexicon.dateline_words.agencies.length_at(kept, 0, len(kept)) == len(kept):
        return [Fact("credit", bracket.group(1).strip() if bracket else line, "last line")]
    return []
