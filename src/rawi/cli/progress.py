"""A progress bar on a terminal; failures said as they come, everywhere."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from rawi.cli.output import describe
from rawi.model import Article, Failure

Callback = Callable[[Article | Failure], None]

# An Arabic letter is two bytes in UTF-8; spaces, digits and JSON around them bring the mean down.
_BYTES_PER_CHARACTER = 1.85


@contextmanager
def shown_progress(paths: Sequence[str], *, what: str) -> Iterator[Callback]:
    """A callback to be told of each article and failure; it draws a bar when standard error is a terminal."""
    screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
    if not sys.stderr.isatty():
        yield lambda done: screen.print(describe(done), soft_wrap=True) if isinstance(done, Failure) else None
        return
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(),
        TextColumn("{task.fields[articles]} articles"), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=screen, transient=True) as bar:
        yield _Advance(bar, bar.add_task(what, total=_size(paths), articles=0))


class _Advance:
    """Moves the bar by the share of the bytes read; what a file's articles do not account for comes at its end."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task
        self._articles = 0
        self._bytes = 0.0

    def __call__(self, done: Article | Failure) -> None:
        if isinstance(done, Failure):
            self._bar.console.print(describe(done), soft_wrap=True)
        else:
            self._bytes += len(done.text) * _BYTES_PER_CHARACTER
        self._articles += 1
        self._bar.update(self._task, completed=self._bytes, articles=self._articles)


def _size(paths: Sequence[str]) -> float | None:
    """The bytes to be read; None where that cannot be known before (a pipe, packed files)."""
    files: list[Path] = []
    for path in map(Path, paths):
        files.extend(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else files.append(path)
    if any(not file.is_file() or file.suffix == ".gz" for file in files):
        return None
    return float(sum(file.stat().st_size for file in files)) or None
