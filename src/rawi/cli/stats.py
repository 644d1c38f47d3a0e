"""``rawi stats``: how much there is of everything."""

import sys

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.cli.bidi import isolate, shorten
from rawi.cli.options import ledger_option
from rawi.cli.output import console, describe, opened, write_lines
from rawi.queries import ArticleRow, Stats
from rawi.workflows.ledgers import open_ledger

_FOUND = ("statements", "speakers", "mentions", "entities", "times", "events")
_COUNTS = ("articles", "copies", *_FOUND, "failures", "corrections")
_BAR = 24


@click.command(epilog="Example: rawi stats --failures")
@click.option("--articles", is_flag=True, help="List the articles instead.")
@click.option("--failures", is_flag=True, help="List what could not be read instead, with why and what to do.")
@click.option(
    "--format", "shape", type=click.Choice(["table", "jsonl"]), help="A table on a terminal, else JSON lines."
)
@ledger_option
def command(ledger: str, *, articles: bool, failures: bool, shape: str | None) -> None:
    """Count what is in the ledger."""
    table = (shape or ("table" if sys.stdout.isatty() else "jsonl")) == "table"
    with open_ledger(ledger, create=False) as store, opened(None) as file:
        if articles:
            _print_articles(list(store.list_articles()), console()) if table else write_lines(
                store.list_articles(), file
            )
        elif failures:
            found = store.failures()
            click.echo("\n".join(map(describe, found))) if table and found else write_lines(found, file)
        else:
            print_stats(store.stats(), console()) if table else write_lines([store.stats()], file)


def print_stats(stats: Stats, screen: Console) -> None:
    """Print the counts, then forces and outlets with bars."""
    counts = [f"{getattr(stats, name)} {name}" for name in _COUNTS if getattr(stats, name)]
    screen.print(Text(" · ".join(counts)) if counts else Text())
    if not stats.articles:
        screen.print(Text("The ledger holds no article yet: `rawi ingest FILES` fills it."))
    if stats.first is not None:
        screen.print(Text(f"published {stats.first} to {stats.last}", style="dim"))
    for title, numbers in (("statements by force", stats.forces), ("articles by outlet", stats.outlets)):
        if numbers:
            screen.print()
            screen.print(Text(title, style="bold"))
            screen.print(_bars(numbers))


def _bars(numbers: dict[str, int]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column()
    most = max(numbers.values())
    for name, number in numbers.items():
        table.add_row(
            isolate(shorten(name or "?", 30)), str(number), Text("▇" * max(1, number * _BAR // most), style="cyan")
        )
    return table


def _print_articles(rows: list[ArticleRow], screen: Console) -> None:
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for name in ("id", "published"):
        table.add_column(name, no_wrap=True)
    table.add_column("statements", justify="right")
    for name in ("outlet", "title"):
        table.add_column(name, justify="right", no_wrap=True)
    room = max(20, screen.width - 52)
    for row in rows:
        day = row.published.isoformat() if row.published else "?"
        names = isolate(shorten(row.outlet, 16)), isolate(shorten(row.title, room))
        table.add_row(row.id, day, str(row.statements), *names)
    screen.print(table)
