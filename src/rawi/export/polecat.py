"""Events in the table of the POLECAT releases: 39 columns, tab-separated, one record a line; a reader that checks.

The columns are those of the releases that carry no intensity (the later ones put ``Intensity`` after the mode). As
there, several values of a cell are joined by ``; `` and a missing one is ``None``. A cell never holds a tab or a line
break; one that holds a quotation mark is quoted and the mark doubled (RFC 4180), so that every reader of the format
reads back what was written.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from rawi.errors import InputError
from rawi.export.coding import Coding
from rawi.export.plover import PloverActor, PloverRecord, plover_records
from rawi.model import Analysis

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)

_MISSING = "None"
_JOINER = "; "
_CAMEO = "CAMEO "
_LANGUAGES = {"ar": "Arabic", "": "Arabic"}
_ORGANIZATIONS = frozenset({"organization", "party", "armed_group", "company", "outlet", "government"})
# What marks, beside PLOVER's contexts, an event the outlet does not vouch for but reports as said.
REPORTED = "reported"
_STATUS_CONTEXTS = frozenset({"future", "hypothetical", "negation", "historical", REPORTED})

Row = dict[str, str]


def polecat_rows(analysis: Analysis, coding: Coding, *, statements: bool = True) -> Iterator[Row]:
    """The events of the analysis as POLECAT rows; its statements too, unless told otherwise.

    A statement of a force PLOVER has no type for has ``CAMEO 010`` (say), ``CAMEO 016`` (deny) or ``CAMEO 012``
    (comment) as event type. The date is a day or missing: a month is never made a day.
    """
    story = _story(analysis)
    for number, record in enumerate(plover_records(analysis, coding, statements=statements)):
        values = dict.fromkeys(COLUMNS, _MISSING) | story
        values |= {
            "Event ID": f"{analysis.id}_{number}",
            "Event Date": record.date if len(record.date) == 10 else _MISSING,
            "Event Type": record.event or f"{_CAMEO}{record.cameo}",
            "Event Mode": record.mode or _MISSING,
            "Quad Code": record.quad or _MISSING,
            "Contexts": _joined(_contexts(record)),
            "Placename": record.location or _MISSING,
            "Raw Placename": record.location or _MISSING,
            "Version": coding.version,
        }
        values |= _side("Actor", record.source, coding)
        values |= _side("Recipient", record.recipient, coding)
        yield {column: _clean(values[column]) for column in COLUMNS}


def write_polecat(rows: Iterable[Row], file: TextIO) -> int:
    """Writes the header and the rows, returns how many rows; ``file`` must be opened with ``newline=""``."""
    writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writeheader()
    written = 0
    for row in rows:
        writer.writerow(row)
        written += 1
    return written


def read_polecat(file: TextIO, coding: Coding) -> Iterator[Row]:
    """The rows of a POLECAT table, each checked. ``file`` must be opened with ``newline=""``.

    Raises:
        InputError: the header, the number of cells, an event type, mode, quad code, date, sector or country code of a
            line is not what the format has; the message names line and column.
    """
    reader = csv.reader(file, delimiter="\t", strict=True)
    try:
        header = next(reader, None)
        if header is None or tuple(header) != COLUMNS:
            raise InputError("line 1: the header is not that of a 39-column POLECAT table. Export with `rawi export`.")
        for cells in reader:
            if len(cells) != len(COLUMNS):
                raise InputError(f"line {reader.line_num}: {len(cells)} cells where the header has {len(COLUMNS)}.")
            row = dict(zip(COLUMNS, cells, strict=True))
            _check(row, coding, line=reader.line_num)
            yield row
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: not valid as quoted tab-separated text: {error}.") from error


def _check(row: Row, coding: Coding, *, line: int) -> None:
    problems = [
        (column, row[column])
        for column, allowed in (
            ("Event Type", _is_type),
            ("Event Mode", _is_mode),
            ("Quad Code", _is_quad),
            ("Event Date", _is_date),
            ("Publication Date", _is_date),
            ("Contexts", _are_contexts),
            ("Actor Sectors", _are_sectors),
            ("Recipient Sectors", _are_sectors),
            ("Actor Country", _are_countries),
            ("Recipient Country", _are_countries),
        )
        if not allowed(row[column], row, coding)
    ]
    if not row["Event ID"] or any(_clean(value) != value for value in row.values()):
        problems.append(("Event ID", row["Event ID"]))
    if problems:
        told = ", ".join(f"{column} {value!r}" for column, value in problems)
        raise InputError(f"line {line}: {told} is not what PLOVER {coding.version} or the format allows.")


def _is_type(value: str, row: Row, coding: Coding) -> bool:
    codes = {cameo for _, cameo in coding.forces.values()}
    return value in coding.types or (value.startswith(_CAMEO) and value.removeprefix(_CAMEO) in codes)


def _is_mode(value: str, row: Row, coding: Coding) -> bool:
    code = coding.types.get(row["Event Type"])
    return value == _MISSING or (code is not None and value in code.modes)


def _is_quad(value: str, row: Row, coding: Coding) -> bool:
    code = coding.types.get(row["Event Type"])
    return value == (code.quad if code is not None else _MISSING)


def _is_date(value: str, row: Row, coding: Coding) -> bool:
    try:
        return value == _MISSING or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _are_contexts(value: str, row: Row, coding: Coding) -> bool:
    return _all_in(value, {*coding.contexts, *_STATUS_CONTEXTS})


def _are_sectors(value: str, row: Row, coding: Coding) -> bool:
    return _all_in(value, {*coding.sectors, _MISSING})


def _are_countries(value: str, row: Row, coding: Coding) -> bool:
    return _all_in(
        value, {state.iso3 for state in coding.states.values()} | {"IGO", "IMG", "INT", "MNC", "NGO", _MISSING}
    )


def _all_in(value: str, allowed: set[str]) -> bool:
    return value == _MISSING or all(part in allowed for part in value.split(_JOINER))


def _contexts(record: PloverRecord) -> list[str]:
    return [*record.context, *([REPORTED] if record.said_by is not None else [])]


def _side(side: str, actors: tuple[PloverActor, ...], coding: Coding) -> Row:
    cow = {state.iso3: state.cow for state in coding.states.values()}
    sectors = [actor.sector for actor in actors if actor.sector]
    return {
        f"{side} Name": _joined([actor.name or actor.text for actor in actors]),
        f"{side} Country": _joined(_unique(actor.actor for actor in actors)),
        f"{side} COW": _joined(_unique(cow.get(actor.actor, "") for actor in actors)),
        f"Primary {side} Sector": sectors[0] if sectors else _MISSING,
        f"{side} Sectors": _joined(_unique(sectors)),
        f"{side} Name Raw": _joined([actor.text for actor in actors]),
    }


def _story(analysis: Analysis) -> Row:
    """The cells every row of the article shares."""
    people = _unique(mention.name for mention in analysis.mentions if mention.kind == "person")
    bodies = _unique(mention.name for mention in analysis.mentions if mention.kind in _ORGANIZATIONS)
    places = _unique(mention.name for mention in analysis.mentions if mention.kind in ("place", "state"))
    return {
        "Source": analysis.outlet or _MISSING,
        "Publication Date": analysis.published.isoformat() if analysis.published is not None else _MISSING,
        "Story People": _joined(people),
        "Story Organizations": _joined(bodies),
        "Story Locations": _joined(places),
        "Language": _LANGUAGES.get(analysis.language, analysis.language),
    }


def _unique(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]


def _joined(values: Iterable[str]) -> str:
    return _JOINER.join(value.replace(";", ",") for value in values if value) or _MISSING


def _clean(value: str) -> str:
    """The value on one line: white space of any kind is one blank."""
    return " ".join(value.split())
