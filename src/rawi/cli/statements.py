"""``rawi statements``: who said what."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from rawi.cli.options import Day, ledger_option
from rawi.cli.output import FORMATS, chosen_format, console, opened, talk, write_csv, write_lines
from rawi.cli.statement_view import LINK, print_statements
from rawi.model import Force, Mode
from rawi.queries import Ledger, StatementFilter, StatementRow, require_outlet
from rawi.workflows.ledgers import open_ledger

_ON_A_SCREEN = 20
_COLUMNS = (
    "article", "outlet", "published", "day", "speaker", "speaker_kind", "anonymity", "via", "force", "mode", "content",
    "condition", "addressee", "channel", "cue", "said_on", "confidence", "title", "id",
)  # fmt: skip


@click.command(epilog='Example: rawi statements --force deny --text "two words"')
@click.option("--speaker", metavar="WORDS", default="", help="Who speaks: words of a name, or an entity id.")
@click.option("--outlet", metavar="NAME", default="", help="Part of the outlet's name.")
@click.option(
    "--force", multiple=True, type=click.Choice(get_args(Force)), help="What is done by saying it; repeatable."
)
@click.option("--mode", type=click.Choice(get_args(Mode)), help="Quoted, reported, or both.")
@click.option(
    "--text", metavar="WORDS", default="", help='Words of what is said; "so" for a phrase, wor* for a beginning.'
)
@click.option("--via", metavar="WORDS", default="", help="Who carried it: an agency, a newspaper, a spokesman.")
@click.option("--anonymous/--named", default=None, help="Only unnamed, or only named, speakers.")
@click.option("--confidence", metavar="P", type=click.FloatRange(0, 1), default=0.0, help="At least this sure, 0 to 1.")
@click.option("--since", metavar="DAY", type=Day(), help="From this day on (said, else published).")
@click.option("--until", metavar="DAY", type=Day(end=True), help="Up to and including this day, month or year.")
@click.option("--article", metavar="ID", default="", help="Only of this article.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="At most so many; 0 for all. 20 on a terminal.")
@click.option("--format", "shape", type=click.Choice(FORMATS), help="A table on a terminal, else JSON lines.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A .csv (for Excel) or .jsonl file."
)
@ledger_option
def command(ledger: str, limit: int | None, shape: str | None, output: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """Find statements in the ledger, newest first.

    Spelling is folded, and words are found with what is joined before them.
    """
    wanted = StatementFilter(**asked)
    chosen = chosen_format(shape, output)
    with open_ledger(ledger, create=False) as store:
        if wanted.outlet:
            require_outlet(store, wanted.outlet)
        most = _ON_A_SCREEN if limit is None and chosen == "table" else limit or None
        rows = store.statements(msgspec.structs.replace(wanted, limit=most))
        if chosen == "table":
            _print_table(rows, store, wanted, most)
            return
        with opened(output) as file:
            if chosen == "csv":
                write_csv(map(as_cells, rows), _COLUMNS, file, marked=output is not None)
            else:
                write_lines(map(as_record, rows), file)


def as_record(row: StatementRow) -> dict[str, object]:
    """The statement with its article's fields beside its own."""
    own: dict[str, object] = msgspec.to_builtins(row.statement)
    return {
        "article": row.article,
        "outlet": row.outlet,
        "published": row.published,
        "title": row.title,
        "position": row.position,
    } | own


def as_cells(row: StatementRow) -> dict[str, object]:
    """The statement as one line of a spreadsheet."""
    said = row.statement
    spans = {name: getattr(said, name) for name in ("condition", "addressee", "channel", "cue")}
    return {
        "article": row.article,
        "outlet": row.outlet,
        "published": row.published,
        "title": row.title,
        "day": said.said_on or row.published,
        "speaker": said.speaker.name,
        "speaker_kind": said.speaker.kind,
        "anonymity": said.speaker.anonymity,
        "via": LINK.join(hop.name for hop in said.via),
        "force": said.force,
        "mode": said.mode,
        "content": " … ".join(span.text for span in said.content),
        "said_on": said.said_on,
        "confidence": said.confidence,
        "id": said.id,
    } | {name: span.text if span is not None else "" for name, span in spans.items()}


def _print_table(rows: Iterator[StatementRow], store: Ledger, wanted: StatementFilter, most: int | None) -> None:
    shown = list(rows)
    if not shown:
        talk("No statement is like that. Leave out a condition, or see `rawi speakers` and `rawi stats`.")
        return
    print_statements(shown, console())
    number = len(shown) if most is None or len(shown) < most else store.count_statements(wanted)
    if number > len(shown):
        talk(f"{len(shown)} of {number} statements; --limit 0 shows all.")
