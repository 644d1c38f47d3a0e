"""``rawi export``: event data for other programs."""

import io
from collections.abc import Iterator
from pathlib import Path

import click

from rawi import __version__
from rawi.cli.options import ledger_option, lexicon_option
from rawi.cli.output import opened, talk, write_lines
from rawi.export import Coding, plover_records, polecat_rows, read_polecat, write_polecat
from rawi.model import Analysis
from rawi.queries import Ledger
from rawi.workflows.coding import build_coding
from rawi.workflows.ledgers import open_ledger
from rawi.workflows.lexicons import load_lexicon


@click.command(epilog="Example: rawi export --format polecat -o events.tsv")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["plover", "polecat"]),
    default="plover",
    help="PLOVER JSON, one record a line; or POLECAT's 39-column table.",
)
@click.option("--statements/--no-statements", default=True, help="Statements too (the default), with their CAMEO code.")
@click.option("--article", metavar="ID", default="", help="Only of this article.")
@click.option(
    "--check",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check a POLECAT table instead.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to standard output."
)
@ledger_option
@lexicon_option
def command(  # noqa: PLR0913
    ledger: str,
    shape: str,
    statements: bool,
    article: str,
    check: Path | None,
    output: Path | None,
    overlay: Path | None,
) -> None:
    """List the events and statements of the ledger as event data, or check a table somebody else wrote."""
    coding = build_coding(load_lexicon(overlay), version=__version__)
    if check is not None:
        with check.open(encoding="utf-8", newline="") as file:
            talk(f"rawi: {sum(1 for _ in read_polecat(file, coding))} rows, all valid.")
        return
    with open_ledger(ledger, create=False) as store, opened(output) as out:
        analyses = _analyses(store, article)
        if shape == "plover":
            write_lines(
                (one for found in analyses for one in plover_records(found, coding, statements=statements)), out
            )
            return
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        _write_table(analyses, coding, text, statements=statements)
        text.detach()


def _write_table(analyses: Iterator[Analysis], coding: Coding, text: io.TextIOWrapper, *, statements: bool) -> None:
    write_polecat((row for found in analyses for row in polecat_rows(found, coding, statements=statements)), text)


def _analyses(store: Ledger, article: str) -> Iterator[Analysis]:
    for row in store.list_articles():
        if not article or row.id == article:
            analysis = store.analysis(row.id)
            if analysis is not None:
                yield analysis
