"""Articles one a line, as JSON."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import msgspec

from rawi.model import Article, Failure
from rawi.read.dates import parse_timestamp
from rawi.read.encodings import decode_bytes
from rawi.read.facts import Fact, Options, build_article
from rawi.read.frame import find_frame
from rawi.read.limits import LONGEST, too_long

_ADVICE = 'Each line is one JSON object with at least a "text"; id, outlet, published and title are read as well.'
_BOM = b"\xef\xbb\xbf"


class _Line(msgspec.Struct):
    """The fields read from a line; all others are ignored."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


def read_lines(file: BinaryIO, *, origin: str, options: Options) -> Iterator[Article | Failure]:
    """One article for each line that is not blank, one line in memory at a time; a bad line is a failure.

    The text is taken as it stands and the id is kept.
    """
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        here = f"{origin}:{number}"
        if len(line) > LONGEST:
            _skip_line(file, line)
            yield too_long(here, "the line")
        elif line.strip(b"\x00 \t\r\n"):
            yield _read_line(line.removeprefix(_BOM) if number == 1 else line, here, options)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LONGEST)


def _read_line(line: bytes, origin: str, options: Options) -> Article | Failure:
    content, encoding = line, Fact("encoding", "utf-8", "JSON")
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode_bytes(line)
        if decoded is None:
            return Failure(origin, "the line is no text in any known encoding", _ADVICE)
        content = decoded.text.encode()
        encoding = Fact("encoding", decoded.encoding, "; ".join(filter(None, (decoded.source, decoded.loss))))
    try:
        record = _DECODER.decode(content)
    except (msgspec.DecodeError, RecursionError) as error:
        return Failure(origin, f"the line is not an article: {error}", _ADVICE)
    if not record.text.strip():
        return Failure(origin, "the article has no text", _ADVICE)
    return _article(record, encoding, origin, options)


def _article(record: _Line, encoding: Fact, origin: str, options: Options) -> Article:
    facts = [Fact(field, value, "record") for field, value in _stated(record)]
    facts.extend(options.facts())
    facts.extend(find_frame(record.text, lexicon=options.lexicon, title=record.title or ""))
    return build_article(
        record.text,
        facts,
        origin=origin,
        encoding=encoding,
        lexicon=options.lexicon,
        article_id=str(record.id) if record.id not in (None, "") else None,
    )


def _stated(record: _Line) -> Iterator[tuple[str, str | date]]:
    """The fields the record states; a date that cannot be read is as if it were not there."""
    day = parse_timestamp(record.published) if record.published else None
    if day is not None:
        yield "published", day
    if record.outlet:
        yield "outlet", record.outlet
    if record.title:
        yield "title", record.title
