"""Identities in the store: those imported, the names articles use, and the key that speakers are gathered by."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from rawi.ledger import schema
from rawi.model import Identity

# What tells a speaker of the statements table apart: its entity, kind and name.
SpeakerName = tuple[str, str, str]


class NamedRow(msgspec.Struct, frozen=True):
    """A name as the articles use it: of which kind, linked to which entity (``""`` for none), how often."""

    kind: str
    name: str
    entity: str
    country: str
    mentions: int = 0
    statements: int = 0
    articles: int = 0


def write_identities(connection: Connection, identities: Iterable[Identity], *, at: str) -> int:
    """Keep imported identities, each over an earlier one of the same id; how many."""
    table = schema.identities
    new = [_row(identity) | {"added": at} for identity in identities]
    if new:
        connection.execute(delete(table).where(table.c.id == bindparam("old")), [{"old": row["id"]} for row in new])
        connection.execute(insert(table), new)
    return len(new)


def read_identities(connection: Connection) -> tuple[Identity, ...]:
    """The imported identities, by id."""
    rows = connection.execute(select(schema.identities).order_by(schema.identities.c.id)).mappings()
    return tuple(_identity(dict(row)) for row in rows)


def read_names(connection: Connection) -> Iterator[NamedRow]:
    """The names of mentions and of speakers, each with how often and in how many articles it is used."""
    one = schema.mentions.c
    grouped = (one.kind, one.name, one.entity, one.country)
    counts = (func.count().label("mentions"), func.count(one.article.distinct()).label("articles"))
    for row in connection.execute(select(*grouped, *counts).group_by(*grouped)).mappings():
        yield NamedRow(**row)
    said = schema.statements.c
    named = (said.speaker_kind, said.speaker, said.speaker_entity, said.speaker_country)
    spoken = (func.count().label("statements"), func.count(said.article.distinct()).label("articles"))
    for kind, name, entity, country, statements, articles in connection.execute(
        select(*named, *spoken).group_by(*named)
    ):
        yield NamedRow(kind, name, entity, country, statements=statements, articles=articles)


def read_speaker_keys(connection: Connection) -> dict[SpeakerName, str]:
    """The key each speaker is gathered by now."""
    said = schema.statements.c
    asked = select(said.speaker_entity, said.speaker_kind, said.speaker, func.min(said.speaker_key))
    grouped = asked.group_by(said.speaker_entity, said.speaker_kind, said.speaker)
    return {(entity, kind, name): key for entity, kind, name, key in connection.execute(grouped)}


def write_speaker_keys(connection: Connection, keys: Mapping[SpeakerName, str]) -> None:
    """Gather speakers by other keys."""
    said = schema.statements
    changed = (
        update(said)
        .where(
            said.c.speaker_entity == bindparam("of_entity"),
            said.c.speaker_kind == bindparam("of_kind"),
            said.c.speaker == bindparam("of_name"),
        )
        .values(speaker_key=bindparam("to_key"))
    )
    rows = [
        {"of_entity": entity, "of_kind": kind, "of_name": name, "to_key": key}
        for (entity, kind, name), key in keys.items()
    ]
    if rows:
        connection.execute(changed, rows)


def _row(identity: Identity) -> dict[str, str]:
    plain = ("id", "kind", "name", "country", "gender", "source")
    row = {name: getattr(identity, name) for name in plain}
    return row | {name: msgspec.json.encode(getattr(identity, name)).decode() for name in ("aliases", "latin")}


def _identity(row: dict[str, str]) -> Identity:
    return Identity(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        aliases=msgspec.json.decode(row["aliases"], type=tuple[str, ...]),
        latin=msgspec.json.decode(row["latin"], type=tuple[str, ...]),
        country=row["country"],
        gender=row["gender"],
        source=row["source"],
    )
