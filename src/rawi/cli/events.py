"""``rawi events``: who did what to whom, and who says so."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from rawi.cli.bidi import isolate, shorten
from rawi.cli.options import Day, ledger_option
from rawi.cli.output import FORMATS, chosen_format, console, opened, write_csv, write_lines
from rawi.cli.statement_view import LINK
from rawi.compare.events import MergedEvent, Range
from rawi.queries import EventFilter, EventRow, find_events, merge_found_events, require_outlet
from rawi.workflows.ledgers import open_ledger

_ON_A_SCREEN = 20
_STATUSES = ("happened", "planned", "hypothetical", "denied")
_COLUMNS = (
    "article", "outlet", "published", "type", "mode", "status", "date", "place", "trigger", "actors", "targets",
    "quantities", "instrument", "forum", "series", "said", "chain", "contexts", "id",
)  # fmt: skip


@click.command(epilog="Example: rawi events --type CONSULT --series russia-nato-council --merged")
@click.option("--type", "type_", multiple=True, metavar="TYPE", help="A PLOVER type such as CONSULT; repeatable.")
@click.option("--status", multiple=True, type=click.Choice(_STATUSES), help="Whether it took place; repeatable.")
@click.option("--actor", metavar="NAME", default="", help="Part of a name, an entity id, a country or sector code.")
@click.option("--target", metavar="NAME", default="", help="The same of who it was done to.")
@click.option("--place", metavar="NAME", default="", help="Part of the place's name.")
@click.option("--text", metavar="WORDS", default="", help="Part of the words that name the event.")
@click.option("--outlet", metavar="NAME", default="", help="Part of the outlet's name.")
@click.option("--series", metavar="ID", default="", help="Sittings of one forum, such as russia-nato-council.")
@click.option("--article", metavar="ID", default="", help="Only of this article.")
@click.option("--said/--reported", default=None, help="Only what somebody says, or what the outlet itself reports.")
@click.option("--since", metavar="DAY", type=Day(), help="From this day on (of the event, else published).")
@click.option("--until", metavar="DAY", type=Day(end=True), help="Up to and including this day, month or year.")
@click.option("--merged", is_flag=True, help="Each event once over all outlets, with the range of its figures.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="At most so many; 0 for all. 20 on a terminal.")
@click.option("--format", "shape", type=click.Choice(FORMATS), help="A table on a terminal, else JSON lines.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A .csv (for Excel) or .jsonl file."
)
@ledger_option
def command(ledger: str, merged: bool, **asked: Any) -> None:  # noqa: ANN401
    """Find events in the ledger: who did what to whom, when and where, and who says so."""
    limit, shape, output = asked.pop("limit"), asked.pop("shape"), asked.pop("output")
    wanted = EventFilter(type=tuple(name.upper() for name in asked.pop("type_")), **asked)
    chosen = chosen_format(shape, output)
    most = _ON_A_SCREEN if limit is None and chosen == "table" else limit or None
    with open_ledger(ledger, create=False) as store:
        if wanted.outlet:
            require_outlet(store, wanted.outlet)
        if merged:
            _write_merged(islice(merge_found_events(store, wanted), most), chosen, output)
        else:
            _write(islice(find_events(store, wanted), most), chosen, output)


def _write(rows: Iterable[EventRow], chosen: str, output: Path | None) -> None:
    if chosen == "table":
        console().print(event_table(rows, console().width))
        return
    with opened(output) as file:
        if chosen == "csv":
            write_csv(map(_as_cells, rows), _COLUMNS, file, marked=output is not None)
        else:
            write_lines(rows, file)


def _write_merged(events: Iterable[MergedEvent], chosen: str, output: Path | None) -> None:
    if chosen == "table":
        console().print(merged_table(events, console().width))
        return
    if chosen == "csv":
        raise click.UsageError("merged events hold lists; write them as JSON lines (--format jsonl).")
    with opened(output) as file:
        write_lines(events, file)


def event_table(rows: Iterable[EventRow], width: int) -> Table:
    """The events as a table of at most the width."""
    table = _table("day", "type", "status", "event", "who", "to whom", "says")
    room = max(12, width // 6)
    for row in rows:
        event = row.event
        table.add_row(
            event.date or "",
            event.type,
            "" if event.status == "happened" else event.status,
            isolate(shorten(event.trigger.text, room)),
            isolate(shorten(_names(event.actors), room)),
            isolate(shorten(_names(event.targets), room)),
            isolate(shorten(LINK.join(row.chain), room)),
        )
    return table


def merged_table(events: Iterable[MergedEvent], width: int) -> Table:
    """The merged events as a table of at most the width, each with its outlets and the range of its figures."""
    table = _table("day", "type", "outlets", "who", "where", "figures")
    room = max(12, width // 4)
    for event in events:
        names = ", ".join((*event.actors[:2], *event.targets[:1]))
        table.add_row(
            event.day or "",
            event.type,
            str(len({mention.outlet for mention in event.mentions})),
            isolate(shorten(event.forum or names, room)),
            isolate(shorten(", ".join(event.places[:1]), room)),
            shorten(", ".join(_told(one) for one in event.ranges), room),
        )
    return table


def _told(one: Range) -> str:
    if one.low == one.high and one.low is not None:
        return f"{one.low:g} {one.unit}"
    low = f"{one.low:g}" if one.low is not None else "…"
    high = f"{one.high:g}" if one.high is not None else "…"
    return f"{low}–{high} {one.unit}"


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(name, no_wrap=True)
    return table


def _as_cells(row: EventRow) -> dict[str, object]:
    event = row.event
    plain = {name: getattr(event, name) for name in ("type", "mode", "status", "date", "place", "id")}
    more = {name: getattr(event, name) for name in ("instrument", "forum", "series")}
    return (
        plain
        | more
        | {
            "article": row.article,
            "outlet": row.outlet,
            "published": row.published or "",
            "trigger": event.trigger.text,
            "actors": _names(event.actors),
            "targets": _names(event.targets),
            "quantities": ", ".join(one.span.text for one in event.quantities),
            "said": event.said is not None,
            "chain": LINK.join(row.chain),
            "contexts": ", ".join(event.contexts),
        }
    )


def _names(participants: Iterable[Any]) -> str:
    return ", ".join(_each_name(participants))


def _each_name(participants: Iterable[Any]) -> Iterator[str]:
    for one in participants:
        yield one.name
