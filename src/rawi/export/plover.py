"""Events and statements as PLOVER JSON records, one a line; the statements PLOVER drops keep their CAMEO code."""

from collections.abc import Iterator

import msgspec

from rawi.export.coding import Coding
from rawi.model import Analysis, Event, Participant, Speaker, Statement

_STATUS_CONTEXT = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation"}


class PloverActor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A source or recipient: its code (ISO alpha-3 or ``IGO IMG INT``), sector, name, and its words in the text."""

    text: str
    actor: str = ""
    sector: str = ""
    name: str = ""
    identifier: str = ""


class SaidBy(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who says so: the speaker of the statement whose content the event is in, and the carriers, outermost first."""

    statement: str
    speaker: str
    force: str
    via: tuple[str, ...] = ()


class PloverRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event or statement after PLOVER; ``event`` is ``""`` for a statement it has no type for: ``cameo`` tells.

    ``context`` holds PLOVER's contexts with ``future``, ``hypothetical`` and ``negation`` for what did not (yet)
    happen. ``said_by`` is there when the outlet itself does not vouch for it. ``date`` keeps the precision of the text.
    """

    id: str
    version: str
    article: str
    event: str
    text: str
    source: tuple[PloverActor, ...] = ()
    recipient: tuple[PloverActor, ...] = ()
    mode: str = ""
    context: tuple[str, ...] = ()
    quad: str = ""
    score: float | None = None
    cameo: str = ""
    date: str = ""
    location: str = ""
    outlet: str = ""
    published: str = ""
    said_by: SaidBy | None = None
    forum: str = ""
    instrument: str = ""
    quantities: tuple[dict[str, float | str | None], ...] = ()


def plover_records(analysis: Analysis, coding: Coding, *, statements: bool = True) -> Iterator[PloverRecord]:
    """The events of the analysis and, unless told otherwise, its statements, as PLOVER records in that order."""
    for event in analysis.events:
        yield _event_record(analysis, event, coding)
    if statements:
        for statement in analysis.statements:
            yield _statement_record(analysis, statement, coding)


def _event_record(analysis: Analysis, event: Event, coding: Coding) -> PloverRecord:
    code = coding.types.get(event.type)
    status = _STATUS_CONTEXT.get(event.status)
    return PloverRecord(
        id=event.id,
        version=coding.version,
        article=analysis.id,
        event=event.type,
        text=event.trigger.text,
        source=tuple(_actor(one, coding) for one in event.actors),
        recipient=tuple(_actor(one, coding) for one in event.targets),
        mode=event.mode,
        context=(*event.contexts, *((status,) if status else ())),
        quad=code.quad if code is not None else "",
        score=code.score if code is not None else None,
        date=event.date or "",
        location=event.place or "",
        outlet=analysis.outlet,
        published=analysis.published.isoformat() if analysis.published is not None else "",
        said_by=_said_by(analysis, event.said),
        forum=event.forum,
        instrument=event.instrument,
        quantities=tuple({"low": q.low, "high": q.high, "unit": q.unit, "text": q.span.text} for q in event.quantities),
    )


def _statement_record(analysis: Analysis, statement: Statement, coding: Coding) -> PloverRecord:
    plover, cameo = coding.forces.get(statement.force, ("", "010"))
    code = coding.types.get(plover)
    addressee = statement.addressee
    return PloverRecord(
        id=statement.id,
        version=coding.version,
        article=analysis.id,
        event=plover,
        text=" … ".join(span.text for span in statement.content),
        source=(_speaker(statement.speaker),),
        recipient=(PloverActor(text=addressee.text),) if addressee is not None else (),
        quad=code.quad if code is not None else "",
        score=code.score if code is not None else None,
        cameo=cameo,
        date=statement.said_on or "",
        outlet=analysis.outlet,
        published=analysis.published.isoformat() if analysis.published is not None else "",
        said_by=_said_by(analysis, statement.parent),
    )


def _actor(participant: Participant, coding: Coding) -> PloverActor:
    return PloverActor(
        text=participant.name,
        actor=coding.iso3(participant.country),
        sector=participant.sector,
        name=coding.names.get(participant.entity, ""),
        identifier=participant.entity,
    )


def _speaker(speaker: Speaker) -> PloverActor:
    return PloverActor(text=speaker.name, identifier=speaker.entity)


def _said_by(analysis: Analysis, index: int | None) -> SaidBy | None:
    if index is None or index >= len(analysis.statements):
        return None
    statement = analysis.statements[index]
    return SaidBy(
        statement=statement.id,
        speaker=statement.speaker.name,
        force=statement.force,
        via=tuple(hop.name for hop in statement.via),
    )
