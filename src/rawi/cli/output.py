"""How results are written: a table for people on a terminal, JSON lines or CSV for programs."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Literal

import click
import msgspec
from rich.console import Console

from rawi.cli.bidi import without_isolates
from rawi.model import Failure

Format = Literal["table", "jsonl", "csv"]
FORMATS = ("table", "jsonl", "csv")
_BOM = b"\xef\xbb\xbf"
_WIDTH_WITHOUT_TERMINAL = 100


def chosen_format(asked: str | None, output: Path | None) -> str:
    """The format asked for; else what the file's name says; else a table on a terminal and JSON lines in a pipe."""
    if asked is not None:
        return asked
    if output is not None:
        return "csv" if output.suffix == ".csv" else "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """The file, or standard output."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = output.open("wb")
    except OSError as error:
        raise click.FileError(str(output), f"{error.strerror}; give another name.") from error
    with file:
        yield file


def write_lines(records: Iterable[object], file: BinaryIO) -> None:
    """Write the records as JSON, one a line, each as soon as it is there."""
    encoder = msgspec.json.Encoder()
    for record in records:
        file.write(encoder.encode(record) + b"\n")
        file.flush()


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: BinaryIO, *, marked: bool) -> None:
    """Write the rows as CSV with a header; ``marked`` puts the byte-order mark first by which Excel knows UTF-8."""
    file.write(_BOM if marked else b"")
    text = _Text(file)
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def console() -> Console:
    """What tables are printed on: colors and the terminal's width on a terminal, plain text elsewhere."""
    if sys.stdout.isatty():
        return Console(highlight=False, markup=False, emoji=False)
    return Console(file=_Plain(), highlight=False, markup=False, emoji=False, width=_WIDTH_WITHOUT_TERMINAL)


def talk(text: str) -> None:
    """Say something to the person, not to the program that reads the results."""
    click.echo(text, err=True)


def describe(failure: Failure) -> str:
    """A failure in one line: where, what, what to do."""
    return f"{failure.origin}: {failure.reason.rstrip('.')}. {failure.advice}".strip()


class _Plain(io.StringIO):
    """Standard output without what only a terminal needs: isolates, and the blanks that fill lines up."""

    def write(self, text: str) -> int:
        plain = "\n".join(line.rstrip(" ") for line in without_isolates(text).split("\n"))
        return sys.stdout.write(plain)

    def flush(self) -> None:
        sys.stdout.flush()


class _Text:
    """What `csv` writes to; `io.TextIOWrapper` would close the stream below it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode("utf-8"))
