"""``rawi diff``: two reports of one matter, statement by statement."""

from pathlib import Path

import click
import msgspec

from rawi.cli.comparisons import show_passage, show_reason
from rawi.cli.options import ledger_option, lexicon_option
from rawi.cli.output import chosen_format, console, opened
from rawi.compare.interchange import describe_change
from rawi.lexicon import load_lexicon
from rawi.queries import find_article
from rawi.workflows.comparing import Difference, diff_articles
from rawi.workflows.ledgers import open_ledger


@click.command(epilog="Example: rawi diff jan22-21 jan22-22")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Text on a terminal, else JSON.")
@ledger_option
@lexicon_option
def command(first: str, second: str, shape: str | None, ledger: str, overlay: Path | None) -> None:
    """Compare two reports: headlines, statements both carry and how they differ, then what only one has.

    A and B are ids of articles, or beginnings of ids.
    """
    with open_ledger(ledger, create=False) as store:
        ids = [find_article(store, name)[0].id for name in (first, second)]
        found = diff_articles(store, load_lexicon(overlay), ids[0], ids[1])
    if chosen_format(shape, None) != "table":
        with opened(None) as file:
            file.write(msgspec.json.encode(found) + b"\n")
        return
    _print(found)


def _print(found: Difference) -> None:
    screen = console()
    if found.headlines is not None:
        judged = found.headlines
        screen.print(f"headlines {judged.stance} ({judged.probability:.2f})", style="bold")
        show_reason(judged.reasons)
    for utterance in found.shared:
        screen.print("both", style="bold")
        for variant in utterance.variants:
            show_passage("", variant.passage, variant.speaker)
        for change in utterance.changes:
            screen.print(f"      {describe_change(change)}", style="yellow")
    for article, only in ((found.first, found.only_first), (found.second, found.only_second)):
        screen.print(f"only {article}", style="bold")
        for variant in only:
            show_passage("", variant.passage, variant.speaker)
