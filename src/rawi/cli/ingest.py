"""``rawi ingest``: files into the ledger."""

from datetime import date
from pathlib import Path

import click

from rawi.cli.options import ledger_option, lexicon_option, source_options
from rawi.cli.output import talk
from rawi.cli.progress import shown_progress
from rawi.workflows.analyzing import Source
from rawi.workflows.ingesting import Report, ingest
from rawi.workflows.ledgers import open_ledger
from rawi.workflows.lexicons import load_lexicon


@click.command(epilog="Example: rawi ingest reports/ --outlet Reuters --ledger press.db")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_option
@source_options
@lexicon_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    ledger: str,
    published: date | None,
    outlet: str | None,
    overlay: Path | None,
) -> None:
    """Read files into the ledger, and analyze what is new or changed.

    FILE is a .txt, .html or .jsonl file, a folder of such, or - for standard input. The same article twice is one;
    interrupted, the same command goes on where it stopped. The exit code is 1 when some inputs could not be read.
    """
    report = ingest_files(Source(files, published, outlet), ledger, overlay=overlay)
    talk(summary(report, ledger))
    ctx.exit(1 if report.failed else 0)


def ingest_files(source: Source, ledger: str, *, overlay: Path | None) -> Report:
    """Read the source into the ledger with a progress bar; what came of it."""
    lexicon = load_lexicon(overlay)
    with open_ledger(ledger) as store, shown_progress([str(path) for path in source.paths], what="Reading") as progress:
        return ingest(source.read(), store, lexicon, progress=progress)


def summary(report: Report, ledger: str) -> str:
    """What came of an ingest, in one line."""
    parts = [
        (report.new, "new"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (report.failed, "failed"),
    ]
    told = ", ".join(f"{number} {name}" for number, name in parts if number or name == "new")
    return f"{ledger}: {report.read} articles read: {told}"
