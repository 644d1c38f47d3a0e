"""``rawi compare``: everything found across outlets."""

from collections import Counter
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.text import Text

from rawi.cli.comparisons import run, scope_options
from rawi.cli.output import console, opened, talk
from rawi.compare.interchange import as_file
from rawi.compare.records import Comparison
from rawi.workflows.comparing import Scope
from rawi.workflows.ledgers import open_ledger


@click.command(epilog="Example: rawi compare --since 2022-01 --format json -o compared.json")
@scope_options
@click.option(
    "--all", "everything", is_flag=True, help="Also follow-ups that one outlet reported and nothing answered."
)
@click.option("--format", "shape", type=click.Choice(["table", "json"]), help="A summary on a terminal, else JSON.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the JSON to this file.")
def command(
    *,
    ledger: str,
    overlay: Path | None,
    everything: bool,
    shape: str | None,
    output: Path | None,
    **asked: Any,  # noqa: ANN401 - the options of the scope
) -> None:
    """Compare the reports of the ledger: stories, agency copy, the same statement, conflicts, omissions, follow-ups."""
    with open_ledger(ledger, create=False) as store:
        comparison = run(store, Scope(**asked), overlay)
    if shape == "table" or (shape is None and output is None and console().is_terminal):
        _summarize(comparison)
        return
    with opened(output) as file:
        file.write(msgspec.json.encode(as_file(comparison, everything=everything)) + b"\n")


def _summarize(comparison: Comparison) -> None:
    screen = console()
    left_out = sum(row.treatment == "left-out" for row in comparison.coverage)
    kinds = Counter(one.kind for one in comparison.conflicts)
    verdicts = Counter(one.verdict for one in comparison.followups)
    for number, name, verb in (
        (len(comparison.stories), "stories", "rawi story ID"),
        (len(comparison.wires), "agency texts that several outlets ran", "rawi wires"),
        (len(comparison.utterances), "statements that several reports carry", "rawi diff A B"),
        (len(comparison.conflicts), f"conflicts ({_list(kinds)})", "rawi conflicts"),
        (left_out, "statements left out", "rawi story ID"),
        (len(comparison.followups), f"follow-ups ({_list(verdicts)})", "rawi followups"),
    ):
        screen.print(Text.assemble((f"{number:>6} ", "bold"), f"{name:<70} ", (verb, "dim")))
    for story in comparison.stories:
        days = f"{story.since} to {story.until}" if story.since else "undated"
        screen.print(Text(f"  {story.id[:8]}  {len(story.articles):>4} reports  {days}  {' '.join(story.terms)}"))
    talk("Each finding says why it was made; --format json writes all of it.")


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.most_common()) or "none"
