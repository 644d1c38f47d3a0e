"""``rawi followups``: what became of what was pledged, threatened, demanded, offered, denied or predicted."""

from typing import Any

import click

from rawi.cli.comparisons import run, scope_options, show_passage, show_reason
from rawi.cli.output import chosen_format, console, opened, write_lines
from rawi.compare.records import FollowUp
from rawi.workflows.comparing import Scope
from rawi.workflows.ledgers import open_ledger

KINDS = ("pledge", "threat", "demand", "refusal", "offer", "denial", "prediction")


@click.command(epilog="Example: rawi followups --kind pledge --verdict kept")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only of this kind; repeatable.")
@click.option("--verdict", metavar="VERDICT", default="", help="Only with this verdict, for example open or broken.")
@click.option("--all", "everything", is_flag=True, help="Also what one outlet reported and nothing answered.")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Text on a terminal, else JSON lines.")
@scope_options
def command(
    kinds: tuple[str, ...],
    verdict: str,
    shape: str | None,
    *,
    everything: bool,
    ledger: str,
    **asked: Any,  # noqa: ANN401 - the options of the scope
) -> None:
    """Follow up what was said.

    Kept, broken, confirmed, contradicted, met, refused, lapsed or open, with what answered it.
    """
    overlay = asked.pop("overlay")
    with open_ledger(ledger, create=False) as store:
        found = run(store, Scope(**asked), overlay).followups
    wanted = [
        one
        for one in found
        if (not kinds or one.kind in kinds) and (not verdict or one.verdict == verdict) and (everything or one.notable)
    ]
    if chosen_format(shape, None) != "table":
        with opened(None) as file:
            write_lines(wanted, file)
        return
    for one in wanted:
        _print(one)


def _print(one: FollowUp) -> None:
    until = f", until {one.horizon}" if one.horizon else ""
    console().print(f"{one.kind}: {one.verdict}{until}  {one.id}", style="bold")
    show_passage("made", one.made, one.speaker)
    if one.outcome is not None:
        show_passage("answer", one.outcome, "only the speaker's own side says so" if one.own_word else "")
    show_reason(f"{reason.rule} {reason.words}" for reason in one.evidence)
