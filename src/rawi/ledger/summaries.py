"""Counts over the ledger: who speaks, how often, and how much there is of everything."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, select
from sqlalchemy.sql.elements import ColumnElement

from rawi.ledger import schema, selecting
from rawi.ledger.answers import SpeakerRow, StatementFilter, Stats
from rawi.ledger.search import Indexing


def find_speakers(connection: Connection, wanted: StatementFilter, *, indexing: Indexing) -> tuple[SpeakerRow, ...]:
    """The speakers of the statements wanted, the busiest first."""
    said, within = schema.statements.c, schema.articles.c
    identity = func.coalesce(func.nullif(said.speaker_entity, ""), said.speaker_folded).label("identity")
    conditions = selecting.conditions(wanted, indexing=indexing)
    joined = schema.statements.join(schema.articles)
    totals = (
        select(
            identity,
            func.max(said.speaker_entity).label("entity"),
            func.count().label("statements"),
            func.count(said.article.distinct()).label("articles"),
            func.count(within.outlet.distinct()).label("outlets"),
            func.min(said.day).label("first"),
            func.max(said.day).label("last"),
        )
        .select_from(joined)
        .where(*conditions, said.speaker_folded != "")
        .group_by(identity)
        .order_by(func.count().desc(), identity)
        .limit(wanted.limit)
    )
    found = connection.execute(totals).mappings().all()
    details = select(
        identity, said.speaker, said.speaker_kind, said.speaker_country, said.force, func.count().label("times")
    ).select_from(joined)
    grouped = details.where(*conditions, said.speaker_folded != "").group_by(
        identity, said.speaker, said.speaker_kind, said.speaker_country, said.force
    )
    tallies: dict[str, _Tally] = {row["identity"]: _Tally() for row in found}
    for row in connection.execute(grouped).mappings():
        if row["identity"] in tallies:
            tally = tallies[row["identity"]]
            tally.names[row["speaker"]] += row["times"]
            tally.forces[row["force"]] += row["times"]
            tally.kinds[row["speaker_kind"]] += row["times"]
            tally.countries[row["speaker_country"]] += row["times"]
    return tuple(
        SpeakerRow(
            name=_most(tallies[row["identity"]].names),
            kind=_most(tallies[row["identity"]].kinds),
            country=_most(tallies[row["identity"]].countries),
            forces=_ranked(tallies[row["identity"]].forces),
            **{name: row[name] for name in ("entity", "statements", "articles", "outlets", "first", "last")},
        )
        for row in found
    )


def measure(connection: Connection) -> Stats:
    """How much the ledger holds."""
    articles = schema.articles.c
    first, last = connection.execute(select(func.min(articles.published), func.max(articles.published))).one()
    tables = ("articles", "statements", "mentions", "entities", "times", "events", "failures", "corrections")
    counts = {
        name: connection.execute(select(func.count()).select_from(schema.METADATA.tables[name])).scalar_one()
        for name in tables
    }
    said = schema.statements.c
    identity = func.coalesce(func.nullif(said.speaker_entity, ""), said.speaker_folded)
    speakers = select(func.count(identity.distinct())).where(said.speaker_folded != "")
    return Stats(
        **counts,
        speakers=connection.execute(speakers).scalar_one(),
        first=first,
        last=last,
        outlets=_counted(connection, articles.outlet),
        forces=_counted(connection, said.force),
        modes=_counted(connection, said.mode),
    )


class _Tally:
    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.forces: Counter[str] = Counter()


def _counted(connection: Connection, column: ColumnElement[str]) -> dict[str, int]:
    rows: Sequence[tuple[str, int]] = [
        (name, number) for name, number in connection.execute(select(column, func.count()).group_by(column))
    ]
    return _ranked(Counter(dict(rows)))


def _ranked(counter: Counter[str]) -> dict[str, int]:
    """The counts, most first, then by name: the same on every run."""
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _most(counter: Counter[str]) -> str:
    """The name counted most; of several, one that says something, then the first by order."""
    return min(counter, key=lambda name: (name == "", -counter[name], name))
