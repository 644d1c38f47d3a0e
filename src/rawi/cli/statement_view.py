"""Statements as people see them on a terminal: a table where it is wide enough, else one below the other."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.cli.bidi import isolate, isolate_numbers, wrap
from rawi.model import Statement
from rawi.queries import StatementRow

_TABLE_FROM = 96
_DAY, _FORCE, _WHO, _THROUGH = 10, 8, 24, 14
_GUTTERS = 2 * 4
_INDENT = "    "
# Between the links of a chain. Unlike an arrow it is mirrored in right-to-left text, so it always points to the outlet.
LINK = " ‹ "
FORCE_STYLE = {
    "deny": "red",
    "accuse": "red",
    "warn": "red",
    "refuse": "red",
    "demand": "yellow",
    "concern": "yellow",
    "predict": "magenta",
    "offer": "green",
    "pledge": "green",
    "praise": "green",
}


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


def content_of(statement: Statement) -> str:
    """What was said, in quotation marks where all of it is quoted."""
    said = " … ".join(span.text for span in statement.content)
    return f"«{said}»" if statement.mode == "direct" else said


def day_of(row: StatementRow) -> str:
    """The day it was said, else that of publication; a question mark when neither is known."""
    return row.statement.said_on or (row.published.isoformat() if row.published else "?")


def force_of(statement: Statement) -> Text:
    """The force in its color: red against somebody, green towards, yellow asking or worried, purple looking ahead."""
    return Text(statement.force, style=FORCE_STYLE.get(statement.force, ""))


def _table(rows: Iterable[StatementRow], width: int) -> Table:
    said_width = width - _DAY - _FORCE - _WHO - _THROUGH - _GUTTERS
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    table.add_column("day", width=_DAY, no_wrap=True)
    table.add_column("force", width=_FORCE, no_wrap=True)
    for name, room in (("who", _WHO), ("said", said_width), ("through", _THROUGH)):
        table.add_column(name, width=room, justify="right", no_wrap=True)
    for row in rows:
        outlet, *carriers = chain(row.statement, row.outlet or "?")
        # The beginning of an id is enough for `rawi show`.
        through = [outlet, *(LINK.lstrip() + name for name in carriers), row.article[:_THROUGH]]
        who, said = _lines([row.statement.speaker.name], _WHO, "bold"), _lines([content_of(row.statement)], said_width)
        table.add_row(day_of(row), force_of(row.statement), who, said, _lines(through, _THROUGH, "dim"))
    return table


def _lines(texts: Iterable[str], width: int, style: str = "") -> Text:
    """The texts, one below the other, in isolated lines of the width."""
    lines = (isolate(isolate_numbers(line)) for text in texts for line in wrap(text, width))
    return Text("\n".join(lines), style=style)


def _print_card(row: StatementRow, console: Console) -> None:
    statement = row.statement
    who, through = isolate(statement.speaker.name), LINK.join(map(isolate, chain(statement, row.outlet)))
    head = [Text(day_of(row)), force_of(statement), Text(who, "bold"), Text(through, "dim"), Text(row.article, "dim")]
    console.print(Text("  ").join(head), soft_wrap=True)
    for line in wrap(content_of(statement), console.width - len(_INDENT) - 1):
        console.print(Text(_INDENT + isolate(isolate_numbers(line))), soft_wrap=True)
