"""``rawi positions``: what an actor said on an issue over time."""

from pathlib import Path
from typing import Any

import click
import msgspec

from rawi.cli.comparisons import scope_options, show_passage, show_reason
from rawi.cli.output import chosen_format, console, opened
from rawi.lexicon import load_lexicon
from rawi.workflows.comparing import Scope, trace_positions
from rawi.workflows.ledgers import open_ledger


@click.command(epilog="Example: rawi positions NAME ISSUE --since 2022-01")
@click.argument("actor", metavar="ACTOR")
@click.argument("issue", metavar="[ISSUE]", default="")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), help="Text on a terminal, else JSON.")
@scope_options
def command(actor: str, issue: str, shape: str | None, ledger: str, overlay: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """Show what ACTOR said on ISSUE in order of time, and how it moved.

    Softened, hardened, reversed, condition added or dropped.

    ACTOR is a name or an entity id, ISSUE some words; all issues when left out.
    """
    with open_ledger(ledger, create=False) as store:
        scope = Scope(**asked)
        found = trace_positions(store, load_lexicon(overlay), actor, issue, scope=scope)
    if chosen_format(shape, None) != "table":
        with opened(None) as file:
            file.write(msgspec.json.encode(found) + b"\n")
        return
    moves = {(move.after.passage.article, move.after.passage.start): move for move in found.moves}
    for variant in found.statements:
        move = moves.get((variant.passage.article, variant.passage.start))
        console().print(f"{variant.published}  {variant.force}  {move.direction if move else ''}", style="bold")
        show_passage("", variant.passage, f"{variant.speaker} ({variant.outlet})")
        if move is not None:
            show_reason(f"{one.rule} {one.words}" for one in move.evidence)
