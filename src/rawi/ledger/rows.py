"""Records as rows of the tables, and back: reading gives records equal to those written."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import RowMapping

from rawi.model import (
    Analysis,
    Article,
    Block,
    Event,
    Evidence,
    Hop,
    Mention,
    Participant,
    Provenance,
    Quantity,
    Quotation,
    Sentence,
    Span,
    Speaker,
    Statement,
    Timex,
)

Shape = TypeVar("Shape")

# A row is what the database gives and takes: only here are values untyped.
Row = RowMapping
NewRow = dict[str, Any]

# Between the spans of a content that runs on; the spans are cut apart again by their lengths.
_RUN_ON = " … "
_ARTICLE_FIELDS = (
    "id",
    "text",
    "title",
    "outlet",
    "published",
    "byline",
    "dateline",
    "credit",
    "language",
    "origin",
    "encoding",
)
_ANALYSIS_FIELDS = (
    "id",
    "version",
    "outlet",
    "published",
    "title",
    "byline",
    "dateline",
    "credit",
    "language",
    "origin",
    "encoding",
)
_SPEAKER_FIELDS = ("kind", "country", "gender", "number", "rank", "resolved")


class _Layout(msgspec.Struct, array_like=True):
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


def article_row(article: Article, analysis: Analysis) -> NewRow:
    """The article with its layout, without key and hashes."""
    row = {name: getattr(article, name) for name in _ARTICLE_FIELDS}
    layout = _Layout(analysis.blocks, analysis.sentences, analysis.quotations)
    return row | {"version": analysis.version, "provenance": _dump(article.provenance), "layout": _dump(layout)}


def read_article(row: Row) -> Article:
    """The article of a row."""
    fields = {name: row[name] for name in _ARTICLE_FIELDS}
    return Article(**fields, provenance=_load(row["provenance"], tuple[Provenance, ...]))


def read_analysis(row: Row, **findings: tuple[object, ...]) -> Analysis:
    """The analysis of an article's row and its findings, each already read."""
    layout = _load(row["layout"], _Layout)
    fields: dict[str, Any] = {name: row[name] for name in _ANALYSIS_FIELDS} | findings
    return Analysis(
        **fields,
        provenance=_load(row["provenance"], tuple[Provenance, ...]),
        blocks=layout.blocks,
        sentences=layout.sentences,
        quotations=layout.quotations,
    )


def statement_row(statement: Statement, *, published: str | None) -> NewRow:
    """The statement without key, article, position and speaker's key; its chain is `hop_rows`."""
    speaker = statement.speaker
    return {
        "id": statement.id,
        **_span("cue", statement.cue),
        **_span("source", statement.source),
        "content": _RUN_ON.join(span.text for span in statement.content),
        "content_spans": _dump([(span.start, span.end) for span in statement.content]),
        "speaker": speaker.name,
        "speaker_entity": speaker.entity,
        **{f"speaker_{name}": getattr(speaker, name) for name in _SPEAKER_FIELDS},
        "speaker_aliases": _dump(speaker.aliases),
        "anonymity": speaker.anonymity,
        "asked_anonymity": speaker.asked_anonymity,
        "mode": statement.mode,
        "force": statement.force,
        **_span("condition", statement.condition),
        **_span("addressee", statement.addressee),
        **_span("channel", statement.channel),
        "channel_kind": statement.channel_kind,
        "parent": statement.parent,
        "said_on": statement.said_on,
        "day": statement.said_on or published,
        "strength": statement.strength,
        "distance": statement.distance,
        "confidence": statement.confidence,
        "evidence": _dump(statement.evidence),
    }


def read_statement(row: Row, hops: Iterable[Row]) -> Statement:
    """The statement of a row and of the rows of its chain, in order."""
    speaker = Speaker(
        name=row["speaker"],
        aliases=_load(row["speaker_aliases"], tuple[str, ...]),
        entity=row["speaker_entity"],
        anonymity=row["anonymity"],
        asked_anonymity=row["asked_anonymity"],
        **{name: row[f"speaker_{name}"] for name in _SPEAKER_FIELDS},
    )
    return Statement(
        id=row["id"],
        cue=_read_span(row, "cue"),
        source=_read_span(row, "source"),
        content=_read_content(row),
        speaker=speaker,
        mode=row["mode"],
        force=row["force"],
        condition=_read_span(row, "condition"),
        addressee=_read_span(row, "addressee"),
        channel=_read_span(row, "channel"),
        channel_kind=row["channel_kind"],
        via=tuple(_read_hop(hop) for hop in hops),
        parent=row["parent"],
        said_on=row["said_on"],
        strength=row["strength"],
        distance=row["distance"],
        confidence=row["confidence"],
        evidence=_load(row["evidence"], tuple[Evidence, ...]),
    )


def hop_rows(hops: Sequence[Hop], *, statement: int) -> list[NewRow]:
    """The carriers of a statement's chain, outermost first."""
    return [
        {
            "statement": statement,
            "position": position,
            "name": hop.name,
            **_span("words", hop.span),
            "kind": hop.kind,
            "entity": hop.entity,
            "aliases": _dump(hop.aliases),
        }
        for position, hop in enumerate(hops)
    ]


def flat_row(record: Mention | Timex) -> NewRow:
    """A record whose fields are columns of the same names."""
    return msgspec.structs.asdict(record)


def read_mention(row: Row) -> Mention:
    """The mention of a row."""
    return Mention(**{name: row[name] for name in Mention.__struct_fields__})


def read_timex(row: Row) -> Timex:
    """The time expression of a row."""
    return Timex(**{name: row[name] for name in Timex.__struct_fields__})


def event_row(event: Event) -> NewRow:
    """The event without key, article and position; its participants and quantities are rows of their own."""
    plain = ("id", "type", "date", "place", "status", "said", "mode", "instrument", "forum", "series")
    row = {name: getattr(event, name) for name in plain}
    return (
        row | _span("trigger", event.trigger) | {"contexts": _dump(event.contexts), "evidence": _dump(event.evidence)}
    )


def participant_rows(event: Event, *, key: int) -> list[NewRow]:
    """The actors and targets of an event."""
    return [
        {
            "event": key,
            "side": side,
            "position": position,
            "name": one.name,
            **_span("words", one.span),
            "kind": one.kind,
            "country": one.country,
            "entity": one.entity,
            "level": one.level,
            "sector": one.sector,
            "aliases": _dump(one.aliases),
        }
        for side, members in (("actor", event.actors), ("target", event.targets))
        for position, one in enumerate(members)
    ]


def quantity_rows(event: Event, *, key: int) -> list[NewRow]:
    """The counts that belong to an event."""
    return [
        {"event": key, "position": position, "low": count.low, "high": count.high, "unit": count.unit}
        | _span("words", count.span)
        for position, count in enumerate(event.quantities)
    ]


def read_event(row: Row, participants: Sequence[Row], quantities: Sequence[Row]) -> Event:
    """The event of a row and of the rows that hang on it, in order."""
    plain = ("id", "type", "date", "place", "status", "said", "mode", "instrument", "forum", "series")
    fields: dict[str, Any] = {name: row[name] for name in plain}
    return Event(
        **fields,
        trigger=_required_span(row, "trigger"),
        actors=tuple(_read_participant(one) for one in participants if one["side"] == "actor"),
        targets=tuple(_read_participant(one) for one in participants if one["side"] == "target"),
        contexts=_load(row["contexts"], tuple[str, ...]),
        quantities=tuple(
            Quantity(low=one["low"], high=one["high"], unit=one["unit"], span=_required_span(one, "words"))
            for one in quantities
        ),
        evidence=_load(row["evidence"], tuple[Evidence, ...]),
    )


def _read_participant(row: Row) -> Participant:
    plain = ("name", "kind", "country", "entity", "level", "sector")
    fields: dict[str, Any] = {name: row[name] for name in plain}
    return Participant(**fields, aliases=_load(row["aliases"], tuple[str, ...]), span=_read_span(row, "words"))


def _read_hop(row: Row) -> Hop:
    return Hop(
        name=row["name"],
        aliases=_load(row["aliases"], tuple[str, ...]),
        span=_read_span(row, "words"),
        kind=row["kind"],
        entity=row["entity"],
    )


def _read_content(row: Row) -> tuple[Span, ...]:
    spans, at = [], 0
    for start, end in _load(row["content_spans"], list[tuple[int, int]]):
        spans.append(Span(start, end, row["content"][at : at + end - start]))
        at += end - start + len(_RUN_ON)
    return tuple(spans)


def _span(name: str, span: Span | None) -> NewRow:
    if span is None:
        return {f"{name}_start": None, f"{name}_end": None, name: None}
    return {f"{name}_start": span.start, f"{name}_end": span.end, name: span.text}


def _read_span(row: Row, name: str) -> Span | None:
    return None if row[name] is None else _required_span(row, name)


def _required_span(row: Row, name: str) -> Span:
    return Span(row[f"{name}_start"], row[f"{name}_end"], row[name])


def _dump(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _load(text: str, shape: type[Shape]) -> Shape:
    return msgspec.json.decode(text, type=shape)
