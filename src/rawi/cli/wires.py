"""``rawi wires``: agency texts that several outlets ran, and what each made of them."""

from pathlib import Path
from typing import Any

import click

from rawi.cli.comparisons import run, scope_options, show_reason
from rawi.cli.output import chosen_format, console, opened, write_lines
from rawi.compare.interchange import describe_change
from rawi.workflows.comparing import Scope
from rawi.workflows.ledgers import open_ledger

_SHOWN = ("verb", "number", "cut")


@click.command(epilog="Example: rawi wires --every-change | less -R")
@click.option("--every-change", is_flag=True, help="Also swapped words and sentences that were added.")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Text on a terminal, else JSON lines.")
@scope_options
def command(shape: str | None, *, every_change: bool, ledger: str, overlay: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """List agency texts with the likely original, who cut what, and which verb and number was changed."""
    with open_ledger(ledger, create=False) as store:
        found = run(store, Scope(**asked), overlay).wires
    if chosen_format(shape, None) != "table":
        with opened(None) as file:
            write_lines(found, file)
        return
    screen = console()
    for wire in found:
        credit = f" (credited to {wire.credit})" if wire.credit else ""
        screen.print(f"{wire.id}  likely original {wire.original}{credit}", style="bold")
        for copy in wire.copies:
            screen.print(
                f"  {copy.article} carries {copy.carries:.0%} of it; {copy.copied:.0%} of {copy.article} is copied"
            )
            for change in copy.changes:
                if every_change or change.kind in _SHOWN:
                    screen.print(f"    {describe_change(change)}")
        show_reason(f"{one.rule} {one.words}" for one in wire.evidence)
