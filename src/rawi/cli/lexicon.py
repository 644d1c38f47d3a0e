"""``rawi lexicon``: what is wrong with the language data."""

from pathlib import Path

import click

from rawi.cli.options import lexicon_option
from rawi.cli.output import talk
from rawi.workflows.lexicons import check_lexicon


@click.group(epilog="Example: rawi lexicon check --lexicon my-words/")
def command() -> None:
    """Check the language data: that of the package and your own."""


@command.command(epilog="Example: rawi lexicon check --lexicon my-words/")
@lexicon_option
@click.pass_context
def check(ctx: click.Context, overlay: Path | None) -> None:
    """Read every entry, and try the examples and near misses that entries carry.

    Complaints name file, line and entry. The exit code is 1 when there are any. Examples of the package that are not
    read yet as they say are listed after them.
    """
    result = check_lexicon(overlay)
    for complaint in (*result.complaints, *result.gaps):
        click.echo(complaint)
    talk(
        f"{len(result.families)} families read, {result.examples} examples tried, {len(result.complaints)} complaints, "
        f"{len(result.gaps)} examples of the package not read yet."
    )
    ctx.exit(1 if result.complaints else 0)
