"""Options that several verbs share, and the types of their values."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from rawi.settings import Settings, load_settings

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD; a month or year alone is its first day, or the day after its last for ``end``."""

    name = "date"

    def __init__(self, *, end: bool = False) -> None:
        """Choose which end of a month or year is meant."""
        self._end = end

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; complains about anything else."""
        if isinstance(value, date):
            return value
        try:
            parts = [int(part) for part in value.split("-")]
            first = date(*[*parts, 1, 1][:3])
        except (ValueError, TypeError):
            self.fail(f"{value!r} is not a date; write 2022-01-10, 2022-01 or 2022.", param, ctx)
        if not self._end:
            return first
        return _day_after(first, precision=len(parts))


def settings() -> Settings:
    """What the environment sets."""
    return load_settings(os.environ)


def ledger_option(function: Function) -> Function:
    """``--ledger FILE``."""
    return click.option(
        "--ledger", metavar="FILE", default=lambda: settings().ledger, help="The ledger (RAWI_LEDGER, else rawi.db)."
    )(function)


def lexicon_option(function: Function) -> Function:
    """``--lexicon FOLDER``."""
    return click.option(
        "--lexicon",
        "overlay",
        metavar="FOLDER",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=lambda: settings().lexicon,
        help="A folder of your own entries, laid over the lexicon (RAWI_LEXICON).",
    )(function)


def source_options(function: Function) -> Function:
    """``--published DAY`` and ``--outlet NAME`` for articles that do not say it themselves."""
    for decorate in (
        click.option("--outlet", metavar="NAME", help="The outlet of articles that do not name theirs."),
        click.option("--published", metavar="DAY", type=Day(), help="The date of articles that have none."),
    ):
        function = decorate(function)
    return function


def _day_after(first: date, *, precision: int) -> date:
    if precision == 1:
        return date(first.year + 1, 1, 1)
    if precision == 2:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first + timedelta(days=1)
