"""The gold articles as the stages see them, with the offsets of every gold statement."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from rawi.lexicon import Lexicon
from rawi.mentions import find_mentions
from rawi.model import Article, Mention, Reading, Timex
from rawi.segment import segment_article
from rawi.text.words import split_words
from rawi.timex import find_times

_WORD = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")

Offsets = tuple[int, int]


class Gold(msgspec.Struct):
    """A gold statement: the offsets of its cue and content, and the record as annotated."""

    cue: Offsets | None
    content: tuple[Offsets, ...]
    record: dict[str, object]

    @property
    def optional(self) -> bool:
        """Whether careful readers differ on it."""
        return bool(self.record.get("optional"))


class GoldArticle(msgspec.Struct):
    """A gold article read by the stages before the statements stage."""

    reading: Reading
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    statements: list[Gold]


def read_gold(path: Path, lexicon: Lexicon) -> Iterator[GoldArticle]:
    """The articles of a gold file, one JSON record a line (eval/GUIDELINE.md)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        published = date.fromisoformat(record["published"]) if record["published"] else None
        article = Article(
            id=record["id"],
            text=record["text"],
            title=record.get("title") or "",
            outlet=record["outlet"],
            published=published,
        )
        reading = segment_article(article, split_words(article.text), lexicon=lexicon)
        yield GoldArticle(
            reading=reading,
            mentions=find_mentions(reading, lexicon=lexicon),
            times=find_times(reading, lexicon=lexicon),
            statements=[_gold(article.text, statement) for statement in record["statements"]],
        )


def content_words(text: str, spans: tuple[Offsets, ...]) -> set[int]:
    """Where the words inside the spans begin."""
    return {match.start() for start, end in spans for match in _WORD.finditer(text, start, end)}


def overlap(ours: set[int], theirs: set[int]) -> float:
    """F1 of two sets of words."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _gold(text: str, record: dict[str, object]) -> Gold:
    near = int(record.get("near") or 0)  # type: ignore[call-overload]  # plain JSON
    given = record.get("content_spans")
    spans = [(a, b) for a, b in given] if given else [_locate(text, part, near) for part in record["content"]]  # type: ignore[attr-defined]
    content = tuple(span for span in spans if span is not None)
    base = content[0][0] if content else 0
    cue = record.get("cue_span") or _locate(text, str(record["cue"]), base)
    return Gold(cue=(cue[0], cue[1]) if cue else None, content=content, record=record)  # type: ignore[index]


def _locate(text: str, needle: str, near: int) -> Offsets | None:
    """The occurrence of the needle nearest to an offset."""
    places = [match.start() for match in re.finditer(re.escape(needle), text)] if needle else []
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - near))
    return start, start + len(needle)
