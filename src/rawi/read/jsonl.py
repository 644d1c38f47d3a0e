"""Articles one a line, as JSON."""

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from rawi.model import Article, Failure, Provenance
from rawi.model.ids import content_id


class _Line(msgspec.Struct):
    text: str
    id: str | int | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


def read_jsonl(path: Path, *, published: date | None, outlet: str | None) -> Iterator[Article | Failure]:
    """One article for each line; a bad line is a failure at ``path:line``."""
    opened = gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")
    with opened as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            origin = f"{path}:{number}"
            try:
                record = _DECODER.decode(line)
                day = date.fromisoformat(record.published[:10]) if record.published else published
            except (msgspec.DecodeError, ValueError) as error:
                yield Failure(origin, f"not an article: {error}", "Each line is a JSON object with a text.")
                continue
            name = record.outlet or outlet or ""
            yield Article(
                id=str(record.id) if record.id is not None else content_id(record.text, name, str(day or "")),
                text=record.text,
                title=record.title or "",
                outlet=name,
                published=day,
                language="ar",
                origin=origin,
                encoding="utf-8",
                provenance=(Provenance("outlet", "line"), Provenance("published", "line")),
            )
