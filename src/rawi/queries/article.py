"""An article's text cut where statements begin and end, so that a door can mark them."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from rawi.model import Analysis, Article, Statement


class Segment(msgspec.Struct, frozen=True):
    """Text that belongs to the same statements from end to end.

    ``inside`` are the numbers (from 1) of the statements in whose content it stands, outermost first; ``opens`` and
    ``closes`` those whose content begins or ends with it; ``cue`` and ``source`` those whose cue or source it is.
    """

    text: str
    inside: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    source: tuple[int, ...] = ()


class MarkedArticle(msgspec.Struct, frozen=True):
    """An article with its statements, and each line of its text in segments that give the line back."""

    article: Article
    statements: tuple[Statement, ...]
    lines: tuple[tuple[Segment, ...], ...]


class _Stretch(msgspec.Struct, frozen=True):
    start: int
    end: int
    number: int


def mark_article(article: Article, analysis: Analysis) -> MarkedArticle:
    """The article with the lines of its text cut into segments."""
    numbered = list(enumerate(analysis.statements, 1))
    contents = [_Stretch(span.start, span.end, number) for number, one in numbered for span in one.content]
    contents.sort(key=lambda one: (one.start, -one.end, one.number))
    cues = [_Stretch(one.cue.start, one.cue.end, number) for number, one in numbered if one.cue is not None]
    sources = [_Stretch(one.source.start, one.source.end, number) for number, one in numbered if one.source is not None]
    bounds = {edge for one in (*contents, *cues, *sources) for edge in (one.start, one.end)}
    lines = []
    for start, end in _lines(article.text):
        edges = sorted({start, end, *(edge for edge in bounds if start < edge < end)})
        segments = (
            _segment(article.text, begin, finish, contents=contents, cues=cues, sources=sources)
            for begin, finish in pairwise(edges)
        )
        lines.append(tuple(segments))
    return MarkedArticle(article, analysis.statements, tuple(lines))


def _segment(
    text: str, start: int, end: int, *, contents: list[_Stretch], cues: list[_Stretch], sources: list[_Stretch]
) -> Segment:
    return Segment(
        text=text[start:end],
        inside=_covering(contents, start, end),
        opens=tuple(one.number for one in contents if one.start == start),
        closes=tuple(one.number for one in reversed(contents) if one.end == end),
        cue=_covering(cues, start, end),
        source=_covering(sources, start, end),
    )


def _covering(stretches: list[_Stretch], start: int, end: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.number for one in stretches if one.start <= start and end <= one.end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1
