"""``rawi speakers``: who speaks, how often, and how."""

from pathlib import Path
from typing import Any

import click
from rich.table import Table

from rawi.cli.bidi import isolate, shorten
from rawi.cli.options import Day, ledger_option
from rawi.cli.output import FORMATS, chosen_format, console, opened, write_csv, write_lines
from rawi.queries import SpeakerRow, StatementFilter, require_outlet
from rawi.workflows.ledgers import open_ledger

_ON_A_SCREEN = 20
_FORCES = 4
_COLUMNS = ("name", "entity", "kind", "country", "statements", "articles", "outlets", "first", "last", "forces")


@click.command(epilog="Example: rawi speakers --since 2022-01 --limit 10")
@click.option("--outlet", metavar="NAME", default="", help="Only as this outlet tells it; part of its name.")
@click.option("--text", metavar="WORDS", default="", help="Only those who speak of this.")
@click.option("--since", metavar="DAY", type=Day(), help="From this day on.")
@click.option("--until", metavar="DAY", type=Day(end=True), help="Up to and including this day, month or year.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="At most so many; 0 for all. 20 on a terminal.")
@click.option("--format", "shape", type=click.Choice(FORMATS), help="A table on a terminal, else JSON lines.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A .csv (for Excel) or .jsonl file."
)
@ledger_option
def command(ledger: str, limit: int | None, shape: str | None, output: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """List who speaks in the ledger, the busiest first, with the forces of what they say."""
    chosen = chosen_format(shape, output)
    most = _ON_A_SCREEN if limit is None and chosen == "table" else limit or None
    wanted = StatementFilter(**asked, limit=most)
    with open_ledger(ledger, create=False) as store:
        if wanted.outlet:
            require_outlet(store, wanted.outlet)
        rows = store.speakers(wanted)
    if chosen == "table":
        console().print(speaker_table(rows, console().width))
        return
    with opened(output) as file:
        if chosen == "csv":
            write_csv(map(_as_cells, rows), _COLUMNS, file, marked=output is not None)
        else:
            write_lines(rows, file)


def speaker_table(rows: tuple[SpeakerRow, ...], width: int) -> Table:
    """The speakers as a table of at most the width, each with the forces it uses most."""
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for name in ("statements", "articles", "outlets"):
        table.add_column(name, justify="right")
    table.add_column("who", justify="right", no_wrap=True)
    table.add_column("forces", no_wrap=True)
    for row in rows:
        forces = ", ".join(f"{force} {number}" for force, number in list(row.forces.items())[:_FORCES])
        name = isolate(shorten(row.name, max(16, width // 3)))
        table.add_row(str(row.statements), str(row.articles), str(row.outlets), name, forces)
    return table


def _as_cells(row: SpeakerRow) -> dict[str, object]:
    forces = ", ".join(f"{force} {number}" for force, number in row.forces.items())
    return {name: getattr(row, name) for name in _COLUMNS} | {"forces": forces}
