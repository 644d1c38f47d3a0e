"""Counts over the ledger: who speaks, how often, and how much there is of everything."""

from collections import Counter
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from rawi.ledger import schema, selecting
from rawi.ledger.answers import SpeakerRow, StatementFilter, Stats
from rawi.ledger.search import Indexing

_COUNTED = ("articles", "statements", "mentions", "entities", "times", "events", "failures", "corrections")
_VARIABLES = 900


class _Tally:
    """How often each spelling, kind, country and force stands on one speaker's statements."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.forces: Counter[str] = Counter()


def find_speakers(connection: Connection, wanted: StatementFilter, *, indexing: Indexing) -> tuple[SpeakerRow, ...]:
    """The speakers of the statements wanted, the busiest first.

    The busiest are found first, by key alone, and only they are looked at closely.
    """
    said = schema.statements.c
    where = [*selecting.conditions(wanted, indexing=indexing), said.speaker_key != ""]
    # Without a filter the articles need not be looked at; with one, it may be about them.
    source = schema.statements.join(schema.articles) if len(where) > 1 else schema.statements
    busiest = select(said.speaker_key).select_from(source).where(*where).group_by(said.speaker_key)
    ranked = busiest.order_by(func.count().desc(), said.speaker_key).limit(wanted.limit)
    keys = list(connection.execute(ranked).scalars())
    found: list[SpeakerRow] = []
    for at in range(0, len(keys), _VARIABLES):
        chosen = keys[at : at + _VARIABLES]
        these = [*where, said.speaker_key.in_(chosen)]
        totals, tallies = _totals(connection, these), _tallies(connection, these)
        found.extend(_speaker_row(totals[key], tallies[key]) for key in chosen)
    return tuple(found)


def measure(connection: Connection) -> Stats:
    """How much the ledger holds."""
    articles, said = schema.articles.c, schema.statements.c
    first, last = connection.execute(select(func.min(articles.published), func.max(articles.published))).one()
    tables = schema.METADATA.tables
    counts = {name: _number(connection, select(func.count()).select_from(tables[name])) for name in _COUNTED}
    return Stats(
        **counts,
        copies=counts["articles"] - _number(connection, select(func.count(articles.text_hash.distinct()))),
        speakers=_number(connection, select(func.count(said.speaker_key.distinct())).where(said.speaker_key != "")),
        first=first,
        last=last,
        outlets=_counted(connection, articles.outlet),
        forces=_counted(connection, said.force),
        modes=_counted(connection, said.mode),
    )


def _totals(connection: Connection, where: list[ColumnElement[bool]]) -> dict[str, RowMapping]:
    said, within = schema.statements.c, schema.articles.c
    asked = select(
        said.speaker_key,
        func.max(said.speaker_entity).label("entity"),
        func.count().label("statements"),
        func.count(said.article.distinct()).label("articles"),
        func.count(within.outlet.distinct()).label("outlets"),
        func.min(said.day).label("first"),
        func.max(said.day).label("last"),
    )
    grouped = asked.join_from(schema.statements, schema.articles).where(*where).group_by(said.speaker_key)
    return {row["speaker_key"]: row for row in connection.execute(grouped).mappings()}


def _tallies(connection: Connection, where: list[ColumnElement[bool]]) -> dict[str, _Tally]:
    said = schema.statements.c
    details = (said.speaker_key, said.speaker, said.speaker_kind, said.speaker_country, said.force)
    asked = select(*details, func.count().label("times")).join_from(schema.statements, schema.articles)
    tallies: dict[str, _Tally] = {}
    for row in connection.execute(asked.where(*where).group_by(*details)).mappings():
        tally = tallies.setdefault(row["speaker_key"], _Tally())
        tally.names[row["speaker"]] += row["times"]
        tally.forces[row["force"]] += row["times"]
        tally.kinds[row["speaker_kind"]] += row["times"]
        tally.countries[row["speaker_country"]] += row["times"]
    return tallies


def _speaker_row(total: RowMapping, tally: _Tally) -> SpeakerRow:
    return SpeakerRow(
        name=_most(tally.names),
        kind=_most(tally.kinds),
        country=_most(tally.countries),
        forces=_ranked(tally.forces),
        **{name: total[name] for name in ("entity", "statements", "articles", "outlets", "first", "last")},
    )


def _number(connection: Connection, asked: Select[Any]) -> int:
    return int(connection.execute(asked).scalar_one())


def _counted(connection: Connection, column: ColumnElement[str]) -> dict[str, int]:
    found = connection.execute(select(column, func.count()).group_by(column))
    return _ranked(Counter({row[0]: row[1] for row in found}))


def _ranked(counter: Counter[str]) -> dict[str, int]:
    """The counts, most first, then by name: the same on every run."""
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _most(counter: Counter[str]) -> str:
    """The name counted most; of several, one that says something, then the first by order."""
    return min(counter, key=lambda name: (name == "", -counter[name], name))
