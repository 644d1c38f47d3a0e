"""Statements as people see them on a terminal: a table where it is wide enough, else one below the other."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.cli.bidi import isolate, isolate_numbers, wrap
from rawi.model import Statement
from rawi.queries import StatementRow

_TABLE_FROM = 96
_FIXED = 10 + 9 + 14 + 24
_GUTTERS = 3 * 5
FORCE_STYLE = {
    "deny": "red", "accuse": "red", "warn": "red", "refuse": "red",
    "demand": "yellow", "concern": "yellow", "predict": "magenta",
    "offer": "green", "pledge": "green", "praise": "green",
}  # fmt: skip


def print_statements(rows: Iterable[StatementRow], console: Console) -> None:
    """Print the statements, as a table when the terminal is wide enough."""
    if console.width >= _TABLE_FROM:
        console.print(_table(rows, console.width))
        return
    for row in rows:
        _print_card(row, console)


def chain(statement: Statement, outlet: str) -> list[str]:
    """Through whom the statement came, the outlet first."""
    return [name for name in (outlet, *(hop.name for hop in statement.via)) if name]


def _table(rows: Iterable[StatementRow], width: int) -> Table:
    said_width = width - _FIXED - _GUTTERS
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    table.add_column("day", width=10, no_wrap=True)
    table.add_column("force", width=8, no_wrap=True)
    table.add_column("who", width=24, justify="right", no_wrap=True)
    table.add_column("said", width=said_width, justify="right", no_wrap=True)
    table.add_column("through", width=14, justify="right", no_wrap=True)
    for row in rows:
        statement = row.statement
        table.add_row(
            day_of(row),
            Text(statement.force, style=FORCE_STYLE.get(statement.force, "")),
            lines(statement.speaker.name, 24, style="bold"),
            lines(content_of(statement), said_width),
            lines(" ← ".join(chain(statement, row.outlet)), 14, style="dim"),
        )
    return table


def _print_card(row: StatementRow, console: Console) -> None:
    statement = row.statement
    console.print(
        Text.assemble(
            (day_of(row), ""),
            "  ",
            (statement.force, FORCE_STYLE.get(statement.force, "")),
            "  ",
            (isolate(statement.speaker.name), "bold"),
            "  ",
            (" ← ".join(map(isolate, chain(statement, row.outlet))), "dim"),
        )
    )
    for line in wrap(content_of(statement), max(20, console.width - 4)):
        console.print(Text("    ") + Text(isolate(isolate_numbers(line))))


def lines(text: str, width: int, *, style: str = "") -> Text:
    """The text in isolated lines of the width."""
    return Text("\n".join(isolate(isolate_numbers(line)) for line in wrap(text, width)), style=style)


def content_of(statement: Statement) -> str:
    """What was said, quotation marks shown where all of it is quoted."""
    said = " … ".join(span.text for span in statement.content)
    return f"«{said}»" if statement.mode == "direct" else said


def day_of(row: StatementRow) -> str:
    """The day it was said, else that of publication; a question mark stands for neither."""
    return row.statement.said_on or (row.published.isoformat() if row.published else "?")
