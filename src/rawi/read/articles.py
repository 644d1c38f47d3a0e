"""Reading paths, folders and standard input into articles."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rawi.model import Article, Failure
from rawi.read.jsonl import read_jsonl


def read_articles(
    paths: Iterable[Path | str], *, published: date | None = None, outlet: str | None = None
) -> Iterator[Article | Failure]:
    """The articles of the files and folders, one after another; what cannot be read is a `Failure`, never raised."""
    for path in map(Path, paths):
        yield from read_jsonl(path, published=published, outlet=outlet)
