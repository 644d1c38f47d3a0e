"""The files of a folder and its folders, in the same order on every machine."""

from collections.abc import Iterator
from pathlib import Path

from rawi.model import Failure

_KINDS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".jsonl.gz")


def is_readable_kind(path: Path) -> bool:
    """Whether the name ends as that of a file of articles does."""
    return path.name.lower().endswith(_KINDS)


def find_files(folder: Path) -> Iterator[Path | Failure]:
    """The files of articles below the folder, sorted by name within each folder, files before folders.

    Hidden files and folders are left out. A folder met again below itself by a symbolic link is not entered again.
    """
    yield from _walk(folder, above=frozenset())


def _walk(folder: Path, *, above: frozenset[tuple[int, int]]) -> Iterator[Path | Failure]:
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            return
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        folders = [entry for entry in entries if entry.is_dir()]
    except OSError as error:
        yield Failure(str(folder), f"the folder cannot be read: {error.strerror or error}", "Check its permissions.")
        return
    yield from (entry for entry in entries if entry not in folders and is_readable_kind(entry))
    for entry in folders:
        yield from _walk(entry, above=above | {here})
