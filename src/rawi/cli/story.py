"""``rawi story``: one matter, and who carried, altered or left out which statement."""

from pathlib import Path

import click
import msgspec
from rich.table import Table
from rich.text import Text

from rawi.cli.bidi import isolate, shorten
from rawi.cli.comparisons import run
from rawi.cli.options import ledger_option, lexicon_option
from rawi.cli.output import console, opened
from rawi.compare.records import Comparison, Story
from rawi.workflows.comparing import Scope, find_story_id
from rawi.workflows.ledgers import open_ledger

_MARKS = {"carried": "●", "altered": "◐", "left-out": "✗"}


@click.command(epilog="Example: rawi story 3f2a")
@click.argument("story", metavar="ID")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", help="A table, or JSON.")
@ledger_option
@lexicon_option
def command(story: str, shape: str, ledger: str, overlay: Path | None) -> None:
    """Show a story: its reports, and the table of statements by outlet (● carried, ◐ altered, ✗ left out).

    ID is the story's id or the beginning of one; an id that was merged into another leads there.
    """
    with open_ledger(ledger, create=False) as store:
        comparison = run(store, Scope(), overlay)
        wanted = find_story_id(store, story)
    found = next((one for one in comparison.stories if one.id.startswith(wanted)), None)
    if found is None:
        raise click.ClickException(f"there is no story {story!r}; `rawi compare --format table` lists them.")
    if shape == "json":
        rows = [row for row in comparison.coverage if row.story == found.id]
        with opened(None) as file:
            file.write(msgspec.json.encode({"story": found, "coverage": rows}) + b"\n")
        return
    _print(found, comparison)


def _print(story: Story, comparison: Comparison) -> None:
    screen = console()
    screen.print(Text(f"{story.id}  {' '.join(story.terms)}", style="bold"))
    screen.print(Text(f"{len(story.articles)} reports, {story.since} to {story.until}: {' '.join(story.articles)}"))
    inside = set(story.articles)
    rows = [row for row in comparison.coverage if row.article in inside]
    outlets = sorted({row.outlet for row in rows})
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for outlet in outlets:
        table.add_column(isolate(shorten(outlet, 12)), justify="center", no_wrap=True)
    table.add_column("statement", justify="right")
    for utterance in comparison.utterances:
        marks = {row.outlet: _MARKS[row.treatment] for row in rows if row.utterance == utterance.id}
        if marks:
            head = utterance.variants[0]
            said = shorten(f"{head.speaker}: {head.passage.text}", max(30, screen.width - 14 * len(outlets)))
            table.add_row(*(marks.get(outlet, "") for outlet in outlets), isolate(said))
    screen.print(table)
