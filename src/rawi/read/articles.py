"""Reading paths, folders and standard input into articles."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast

from rawi.lexicon import Lexicon, load_lexicon
from rawi.model import Article, Failure
from rawi.read.dates import date_in_name
from rawi.read.facts import Fact, Options
from rawi.read.folders import find_files
from rawi.read.jsonl import read_lines
from rawi.read.limits import LONGEST, too_long
from rawi.read.magic import looks_like_json_lines, looks_like_page, name_of_format, utf16_of
from rawi.read.pages import read_page
from rawi.read.plain import read_plain

STANDARD_INPUT = "-"
_PAGES = (".html", ".htm", ".xhtml")
_PEEK = 4096


def read_articles(
    paths: Iterable[Path | str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[Article | Failure]:
    """The articles of files, folders and standard input (``-``), one after another; what cannot be read is a `Failure`.

    Reads ``.txt``, ``.html``, ``.htm``, ``.jsonl`` and ``.jsonl.gz`` (one article a line), any other file by its
    content, folders with all that is below them. Holds one article at a time and never raises for bad input.
    ``published`` and ``outlet`` count for the articles that do not state theirs; ``provenance`` says where each
    piece came from.

    >>> from rawi.read import read_articles
    >>> [failure.reason for failure in read_articles(["no-such-file.txt"])]
    ['there is no such file or folder']
    """
    options = Options(lexicon if lexicon is not None else load_lexicon(), published, outlet)
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _guarded(sys.stdin.buffer, Path(STANDARD_INPUT), options)
        elif _is_folder(Path(path)):
            for found in find_files(Path(path)):
                yield from [found] if isinstance(found, Failure) else _read_file(found, options)
        else:
            yield from _read_file(Path(path), options)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # What is wrong with the path is said when it is opened.
        return False


def _read_file(path: Path, options: Options) -> Iterator[Article | Failure]:
    try:
        with path.open("rb") as file:
            yield from _guarded(file, path, options)
    except FileNotFoundError:
        yield Failure(str(path), "there is no such file or folder", "Check the spelling of the path.")
    except PermissionError:
        yield Failure(str(path), "the file may not be read", "Give yourself permission to read it.")
    except (OSError, ValueError) as error:
        yield Failure(str(path), f"the file cannot be opened: {error}", "Check the path and the disk.")


def _guarded(file: BinaryIO, path: Path, options: Options) -> Iterator[Article | Failure]:
    """The articles of an open file; a disk or an archive that fails in the middle ends it with a failure."""
    try:
        if path.name.lower().endswith(".gz"):
            with gzip.open(file) as unpacked:
                yield from _read_open(cast(BinaryIO, unpacked), path, options)
        else:
            yield from _read_open(file, path, options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failure(str(path), f"the archive is damaged: {error}", "Fetch or pack the file again.")
    except OSError as error:
        yield Failure(str(path), f"reading stopped: {error.strerror or error}", "Check the disk and read it again.")


def _read_open(file: BinaryIO, path: Path, options: Options) -> Iterator[Article | Failure]:
    """The articles of an open file, its kind told by its name, else by how it begins."""
    buffered = file if hasattr(file, "peek") else BufferedReader(cast("BufferedReader", file))
    start = cast(BufferedReader, buffered).peek(_PEEK)[:_PEEK]
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".jsonl") or (not name.endswith((*_PAGES, ".txt")) and looks_like_json_lines(start)):
        yield from _read_lines(buffered, start, path, options)
    else:
        content = buffered.read(LONGEST + 1)
        yield _read_whole(content, path, options, is_page=name.endswith(_PAGES))


def _read_lines(file: BinaryIO, start: bytes, path: Path, options: Options) -> Iterator[Article | Failure]:
    """The articles of a file of lines, decoded first when it is in UTF-16, whose lines no byte ends."""
    encoding = utf16_of(start)
    if encoding is None:
        yield from read_lines(file, origin=str(path), options=options)
        return
    text = TextIOWrapper(file, encoding=encoding, errors="replace", newline="\n")
    try:
        yield from read_lines(cast(BinaryIO, _Recoded(text)), origin=str(path), options=options)
    finally:
        # The file belongs to the caller, who closes it.
        text.detach()


class _Recoded:
    """Lines of a text file as UTF-8."""

    def __init__(self, text: TextIOWrapper) -> None:
        self._text = text

    def readline(self, size: int = -1) -> bytes:
        """The next line, of at most about ``size`` bytes."""
        return self._text.readline(size).encode("utf-8", "replace")


def _read_whole(content: bytes, path: Path, options: Options, *, is_page: bool) -> Article | Failure:
    origin = str(path)
    if not content:
        return Failure(origin, "the file is empty", "Remove it, or save the article into it again.")
    if len(content) > LONGEST:
        return too_long(origin, "the file")
    known = name_of_format(content)
    if known is not None:
        return Failure(
            origin, f"the file is {known}, whatever its name says", "Export its text as UTF-8 and read that."
        )
    day = date_in_name(path.name)
    more = [Fact("published", day, "file name")] if day is not None else []
    if is_page or looks_like_page(content[:_PEEK]):
        return read_page(content, origin=origin, options=options, more=more)
    return read_plain(content, origin=origin, options=options, more=more)
