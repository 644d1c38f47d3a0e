"""What the verbs across outlets share: which reports to compare, running it, showing passages."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.text import Text

from rawi.cli.bidi import isolate, isolate_numbers, wrap
from rawi.cli.options import Day, ledger_option, lexicon_option
from rawi.cli.output import console
from rawi.compare.records import Comparison, Passage
from rawi.lexicon import load_lexicon
from rawi.queries import Ledger
from rawi.workflows.comparing import Scope, compare_ledger

Function = TypeVar("Function", bound=Callable[..., Any])
_INDENT = "  "


def scope_options(function: Function) -> Function:
    """The options that choose reports: ``--outlet``, ``--since``, ``--until``, ``--text``, and ledger and lexicon."""
    for decorate in (
        click.option("--text", metavar="WORDS", default="", help="Only reports with these words."),
        click.option("--until", metavar="DAY", type=Day(end=True), help="Up to and including this day, month or year."),
        click.option("--since", metavar="DAY", type=Day(), help="Only reports published from this day on."),
        click.option("--outlet", "outlets", metavar="NAME", multiple=True, help="Only of this outlet; repeatable."),
        ledger_option,
        lexicon_option,
    ):
        function = decorate(function)
    return function


def run(store: Ledger, scope: Scope, overlay: Path | None) -> Comparison:
    """The comparison of the reports of the scope. Complains where there are fewer than two."""
    seen = 0

    def count(_: object) -> None:
        nonlocal seen
        seen += 1

    comparison = compare_ledger(store, load_lexicon(overlay), scope=scope, progress=count)
    if seen < 2:
        raise click.ClickException(
            f"there are {seen} reports to compare, and two at least are needed. See `rawi stats --articles`."
        )
    return comparison


def show_passage(label: str, passage: Passage, by: str = "", style: str = "") -> None:
    """Print where a passage stands, who says it, and its words."""
    screen = console()
    head = Text.assemble((f"{_INDENT}{label:<10}", "dim"), (f"{passage.article:<12} ", "cyan"), isolate(by))
    screen.print(head)
    for line in wrap(isolate_numbers(passage.text), max(30, screen.width - 8)):
        screen.print(Text(f"{_INDENT * 3}{isolate(line)}", style=style))


def show_reason(rules: Iterable[str]) -> None:
    """Print why something is thought to be so."""
    text = "; ".join(rule for rule in rules if rule)
    if text:
        console().print(Text(f"{_INDENT}why       {isolate(text)}", style="dim"))
