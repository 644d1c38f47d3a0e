"""``rawi entities``: who the ledger knows, and people's decisions about who is who."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.table import Table

from rawi.cli.bidi import isolate, shorten
from rawi.cli.options import ledger_option, lexicon_option
from rawi.cli.output import FORMATS, chosen_format, console, opened, talk, write_csv, write_lines
from rawi.export.identities import as_money
from rawi.ledger import Ledger
from rawi.lexicon import Lexicon, load_lexicon
from rawi.workflows import entities
from rawi.workflows.ingesting import utc_now
from rawi.workflows.ledgers import open_ledger

_ON_A_SCREEN = 30
_NAMES = 4
_COLUMNS = ("id", "name", "kind", "country", "mentions", "statements", "names", "merged", "reasons")
_IDENTITY_COLUMNS = ("id", "kind", "name", "aliases", "latin", "country", "gender")


@click.group(invoke_without_command=True, epilog="Example: rawi entities --kind person, then rawi entities merge A B")
@click.option("--kind", metavar="KIND", default="", help="Only these: person, state, organization, outlet, place ...")
@click.option("--text", metavar="WORDS", default="", help="Only those with this in a name or id.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="At most so many; 0 for all. 30 on a terminal.")
@click.option("--format", "shape", type=click.Choice(FORMATS), help="A table on a terminal, else JSON lines.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A .csv or .jsonl file.")
@ledger_option
@lexicon_option
@click.pass_context
def command(ctx: click.Context, /, ledger: str, overlay: Path | None, **asked: Any) -> None:  # noqa: ANN401
    """List the entities of the ledger with their names, the most named first, or decide who is who."""
    ctx.obj = {"ledger": ledger, "overlay": overlay}
    if ctx.invoked_subcommand is not None:
        return
    chosen = chosen_format(asked["shape"], asked["output"])
    with open_ledger(ledger, create=False) as store:
        rows = entities.list_entities(store, load_lexicon(overlay), kind=asked["kind"], text=asked["text"])
    most = _ON_A_SCREEN if asked["limit"] is None and chosen == "table" else asked["limit"]
    rows = rows[:most] if most else rows
    if chosen == "table":
        console().print(_table(rows, console().width))
        return
    with opened(asked["output"]) as file:
        if chosen == "csv":
            cells = [msgspec.structs.asdict(row) | _joined(row, "names", "merged", "reasons") for row in rows]
            write_csv(cells, _COLUMNS, file, marked=asked["output"] is not None)
        else:
            write_lines(rows, file)


def _place(function: Any) -> Any:  # noqa: ANN401
    """``--ledger FILE --lexicon FOLDER``, after the verb as well as before it."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    for option in (
        click.option("--lexicon", "overlay", metavar="FOLDER", type=folder, help="A folder of your own entries."),
        click.option("--ledger", metavar="FILE", help="The ledger (RAWI_LEDGER, else rawi.db)."),
    ):
        function = option(function)
    return function


def _decision(function: Any) -> Any:  # noqa: ANN401
    """``--by NAME --note TEXT``, and where."""
    for option in (
        click.option("--note", metavar="TEXT", default="", help="Why."),
        click.option("--by", metavar="NAME", default=getpass.getuser, help="Who decides (else your login name)."),
    ):
        function = option(function)
    return _place(function)


@contextmanager
def _open(asked: dict[str, Any], ledger: str | None, overlay: Path | None) -> Iterator[tuple[Ledger, Lexicon]]:
    """The ledger and the lexicon named after the verb, else those named before it."""
    with open_ledger(ledger or asked["ledger"], create=False) as store:
        yield store, load_lexicon(overlay or asked["overlay"])


@command.command(epilog="Example: rawi entities merge nil:person:0a1b2c3d4e person:dmitry-peskov")
@click.argument("first", metavar="ID")
@click.argument("second", metavar="INTO")
@_decision
@click.pass_obj
def merge(asked: dict[str, Any], /, first: str, second: str, by: str, note: str, **place: Any) -> None:  # noqa: ANN401
    """Decide that ID is INTO: everything said of it is gathered there. The decision is kept for every later reading."""
    with _open(asked, **place) as (store, lexicon):
        decider = entities.Decider(by, utc_now, note)
        entities.merge_entities(store, lexicon, first, second, decider)
    talk(f"{first} is {second} from now on; `rawi entities split {first}` undoes it.")


@command.command(epilog="Example: rawi entities split person:dmitry-peskov NAME")
@click.argument("entity", metavar="ID")
@click.argument("name", metavar="NAME", required=False)
@_decision
@click.pass_obj
def split(asked: dict[str, Any], /, entity: str, name: str | None, by: str, note: str, **place: Any) -> None:  # noqa: ANN401
    """Decide that those called NAME are not ID; without NAME, undo the merge of ID."""
    with _open(asked, **place) as (store, lexicon):
        decider = entities.Decider(by, utc_now, note)
        entities.split_entity(store, lexicon, entity, name, decider)
    talk(f"{name} is set apart from {entity}." if name else f"{entity} stands for itself again.")


@command.command(epilog="Example: rawi entities rename nil:person:0a1b2c3d4e NAME")
@click.argument("entity", metavar="ID")
@click.argument("name", metavar="NAME")
@_decision
@click.pass_obj
def rename(asked: dict[str, Any], /, entity: str, name: str, by: str, note: str, **place: Any) -> None:  # noqa: ANN401
    """Decide by which NAME the entity is shown."""
    with _open(asked, **place) as (store, lexicon):
        decider = entities.Decider(by, utc_now, note)
        entities.rename_entity(store, lexicon, entity, name, decider)
    talk(f"{entity} is shown as {name}.")


@command.command("import", epilog="Example: rawi entities import sanctions.ftm.json people.csv")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@_place
@click.pass_context
def import_(ctx: click.Context, /, paths: tuple[Path, ...], **place: Any) -> None:  # noqa: ANN401
    """Import identities: FollowTheMoney JSON lines, Wikidata entity JSON, or CSV with id, kind and name."""
    with _open(ctx.obj, **place) as (store, lexicon):
        kept, failures = entities.import_identities(store, lexicon, paths, at=utc_now())
    for one in failures:
        talk(f"{one.origin}: {one.reason}. {one.advice}")
    talk(f"{kept} identities imported, {len(failures)} not read.")
    ctx.exit(1 if failures else 0)


@command.command(epilog="Example: rawi entities export --format ftm -o entities.ftm.json")
@click.option(
    "--format", "shape", type=click.Choice(["jsonl", "csv", "ftm"]), default="jsonl", help="jsonl if not told."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file, else standard output.")
@_place
@click.pass_obj
def export(asked: dict[str, Any], /, shape: str, output: Path | None, **place: Any) -> None:  # noqa: ANN401
    """Export the entities of the ledger with all their names: JSON lines, CSV or FollowTheMoney."""
    with _open(asked, **place) as (store, lexicon):
        found = list(entities.export_identities(store, lexicon))
    with opened(output) as file:
        if shape == "csv":
            cells = [msgspec.structs.asdict(one) | _joined(one, "aliases", "latin") for one in found]
            write_csv(cells, _IDENTITY_COLUMNS, file, marked=output is not None)
        else:
            write_lines(filter(None, map(as_money, found)) if shape == "ftm" else found, file)


def _joined(record: msgspec.Struct, *fields: str) -> dict[str, str]:
    return {field: "|".join(getattr(record, field)) for field in fields}


def _table(rows: tuple[entities.EntityRow, ...], width: int) -> Table:
    """The entities as a table of at most the width."""
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for title in ("named", "speaks"):
        table.add_column(title, justify="right", min_width=len(title))
    table.add_column("entity", no_wrap=True)
    table.add_column("name", justify="right", no_wrap=True)
    table.add_column("also", justify="right", no_wrap=True, ratio=1)
    for row in rows:
        others = [name for name in row.names if name != row.name][:_NAMES]
        also = " · ".join(isolate(shorten(name, width // 8)) for name in others)
        name = isolate(shorten(row.name, width // 5))
        table.add_row(str(row.mentions), str(row.statements), shorten(row.id, width // 4), name, also)
    return table
