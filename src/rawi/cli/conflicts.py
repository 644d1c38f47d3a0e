"""``rawi conflicts``: where accounts cannot all hold."""

from pathlib import Path
from typing import Any

import click

from rawi.cli.comparisons import run, scope_options, show_passage, show_reason
from rawi.cli.output import chosen_format, console, opened, write_lines
from rawi.cli.statement_view import LINK
from rawi.workflows.comparing import Scope
from rawi.workflows.ledgers import open_ledger

KINDS = ("claim-denial", "number", "date", "attribution", "wording-force", "account")


@click.command(epilog="Example: rawi conflicts --kind number")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only of this kind; repeatable.")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Text on a terminal, else JSON lines.")
@scope_options
def command(kinds: tuple[str, ...], shape: str | None, ledger: str, overlay: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """Set conflicting accounts side by side, each with the chain it came through and the reason it is held for one."""
    with open_ledger(ledger, create=False) as store:
        found = run(store, Scope(**asked), overlay).conflicts
    wanted = [one for one in found if not kinds or one.kind in kinds]
    if chosen_format(shape, None) != "table":
        with opened(None) as file:
            write_lines(wanted, file)
        return
    for conflict in wanted:
        console().print(f"{conflict.kind}  {conflict.id}", style="bold")
        for side in conflict.sides:
            show_passage("", side.passage, LINK.join(name for name in side.chain if name))
        show_reason(f"{one.rule} {one.words}" for one in conflict.evidence)
