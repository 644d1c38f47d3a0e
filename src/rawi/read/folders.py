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
    # A stack, not recursion: folders may be nested deeper than Python lets functions be.
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        current, above = waiting.pop()
        try:
            status = current.stat()
            here = (status.st_dev, status.st_ino)
            if here in above:
                continue
            files, folders = _entries(current)
        except OSError as error:
            reason = f"the folder cannot be read: {error.strerror or error}"
            yield Failure(str(current), reason, "Check its permissions.")
            continue
        yield from files
        waiting.extend((entry, above | {here}) for entry in reversed(folders))


def _entries(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files of articles and the folders that are not hidden, each sorted by name."""
    files: list[Path] = []
    folders: list[Path] = []
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            folders.append(entry)
        elif is_readable_kind(entry):
            files.append(entry)
    return files, folders
