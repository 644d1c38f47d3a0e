"""``rawi demo``: a first look, on the sample or on one's own files."""

import time
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from rawi.cli.ingest import ingest_files, summary
from rawi.cli.options import ledger_option, lexicon_option
from rawi.cli.output import console, talk
from rawi.cli.speakers import speaker_table
from rawi.cli.statement_view import day_of, print_statements
from rawi.cli.stats import print_stats
from rawi.model import Statement
from rawi.queries import Ledger, StatementFilter, StatementRow
from rawi.workflows.analyzing import Source
from rawi.workflows.ledgers import open_ledger
from rawi.workflows.sample import sample_path

_SPEAKERS = 8
_STATEMENTS = 8


@click.command(epilog="Example: rawi demo report.txt folder/ --ledger mine.db")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@ledger_option
@lexicon_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], ledger: str, overlay: Path | None) -> None:
    """Read the sample (or FILES) into the ledger and show what is found.

    The sample ships with Rawi: forty reports by nine invented outlets on one crisis of January 2022.
    """
    began = time.perf_counter()
    report = ingest_files(Source(files or (sample_path(),)), ledger, overlay=overlay)
    talk(f"{summary(report, ledger)} ({time.perf_counter() - began:.1f} s)")
    screen = console()
    with open_ledger(ledger, create=False) as store:
        screen.print()
        stats = store.stats()
        print_stats(stats, screen)
        if not stats.statements:
            ctx.exit(1 if report.failed else 0)
        _title("the busiest speakers", screen)
        screen.print(speaker_table(store.speakers(StatementFilter(limit=_SPEAKERS)), screen.width))
        _title("a few statements", screen)
        print_statements(_varied(store), screen)
    talk("\nGo on with: rawi statements --force deny, rawi show ARTICLE, rawi speakers, rawi stats --articles")
    ctx.exit(1 if report.failed else 0)


def _title(text: str, screen: Console) -> None:
    screen.print()
    screen.print(Text(text, style="bold"))


def _varied(store: Ledger) -> list[StatementRow]:
    """A few statements that differ, each force and speaker once; first the sure ones of which most is known."""
    rows = sorted(store.statements(), key=lambda row: -_richness(row.statement))
    chosen: list[StatementRow] = []
    forces: set[str] = set()
    speakers: set[str] = set()
    for row in rows:
        said = row.statement
        if said.speaker.name and said.force not in forces and said.speaker.name not in speakers:
            chosen.append(row)
            forces.add(said.force)
            speakers.add(said.speaker.name)
    return sorted(chosen[:_STATEMENTS], key=day_of, reverse=True)


def _richness(said: Statement) -> float:
    """How much is known of a statement, and how surely: enough to put good examples first."""
    told = (said.via, said.condition, said.said_on, said.channel, said.mode == "direct")
    return (said.confidence or 0.0) * (1 + sum(map(bool, told)))
