"""Reading articles, their analyses, failures and corrections back as the records they were written from."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Table, func, select

from rawi.ledger import rows, schema, sqlite
from rawi.ledger.answers import ArticleRow
from rawi.ledger.search import Indexing, has_term, parse_query
from rawi.ledger.writing import read_hops
from rawi.model import Analysis, Article, Correction, Failure

_CHUNK = 200


def find_article(connection: Connection, id: str) -> RowMapping | None:  # noqa: A002 - the field's name
    """The row of the article with this id, or None."""
    return connection.execute(select(schema.articles).where(schema.articles.c.id == id)).mappings().one_or_none()


def find_version(connection: Connection, id: str) -> RowMapping | None:  # noqa: A002 - the field's name
    """What tells whether the article with this id is another one, or was analyzed by another version; or None."""
    one = schema.articles.c
    asked = select(one.key, one.digest, one.version, one.added).where(one.id == id)
    return connection.execute(asked).mappings().one_or_none()


def read_articles(connection: Connection) -> Iterator[Article]:
    """All articles, in the order in which they came."""
    asked = select(schema.articles).order_by(schema.articles.c.key).execution_options(yield_per=_CHUNK)
    for row in connection.execute(asked).mappings():
        yield rows.read_article(row)


def list_articles(connection: Connection) -> Iterator[ArticleRow]:
    """All articles as a list shows them, in the order in which they came."""
    one = schema.articles.c
    counted = (
        select(func.count())
        .select_from(schema.statements)
        .where(schema.statements.c.article == one.key)
        .scalar_subquery()
    )
    asked = select(one.id, one.title, one.outlet, one.published, counted.label("statements")).order_by(one.key)
    for row in connection.execute(asked).mappings():
        yield ArticleRow(**row)


def has_outlet(connection: Connection, folded: str) -> bool:
    """Whether some article's outlet has this, folded, in its name."""
    if not folded:
        return False
    named = schema.articles.c.outlet_folded.contains(folded, autoescape=True)
    return connection.execute(select(schema.articles.c.key).where(named).limit(1)).first() is not None


def search_articles(connection: Connection, query: str, *, indexing: Indexing) -> Iterator[Article]:
    """The articles that have all terms of the query, in the order in which they came."""
    terms = parse_query(query, indexing=indexing)
    if not terms:
        return
    phrases = [term for term in terms if len(term.words) > 1]
    found = sqlite.found_in("article_search", schema.articles.c.key, {"text": terms})
    asked = select(schema.articles).where(found).order_by(schema.articles.c.key).execution_options(yield_per=_CHUNK)
    for row in connection.execute(asked).mappings():
        forms = indexing.tokens(row["text"]) if phrases else ()
        if all(has_term(forms, phrase) for phrase in phrases):
            yield rows.read_article(row)


def read_analysis(connection: Connection, row: RowMapping) -> Analysis:
    """The analysis of the article of this row, equal to the one that was written."""
    said = _hanging(connection, schema.statements, row["key"])
    chains = read_hops(connection, [one["key"] for one in said])
    happened = _hanging(connection, schema.events, row["key"])
    participants = _by_event(connection, schema.participants, happened)
    quantities = _by_event(connection, schema.quantities, happened)
    return rows.read_analysis(
        row,
        statements=tuple(rows.read_statement(one, chains.get(one["key"], ())) for one in said),
        times=tuple(rows.read_timex(one) for one in _hanging(connection, schema.times, row["key"])),
        mentions=tuple(rows.read_mention(one) for one in _hanging(connection, schema.mentions, row["key"])),
        events=tuple(
            rows.read_event(one, participants.get(one["key"], ()), quantities.get(one["key"], ())) for one in happened
        ),
    )


def read_failures(connection: Connection) -> tuple[Failure, ...]:
    """The inputs that could not be read, in the order in which they were first met."""
    table = schema.failures.c
    asked = select(table.origin, table.reason, table.advice).order_by(table.key)
    return tuple(Failure(*row) for row in connection.execute(asked))


def read_corrections(connection: Connection, target: str | None) -> tuple[Correction, ...]:
    """The corrections of one record, or all, the earliest first."""
    asked = select(schema.corrections).order_by(schema.corrections.c.key)
    if target is not None:
        asked = asked.where(schema.corrections.c.target == target)
    plain = ("kind", "target", "field", "value", "by", "note")
    return tuple(
        Correction(**{name: row[name] for name in plain}, at=datetime.fromisoformat(row["at"]))
        for row in connection.execute(asked).mappings()
    )


def _hanging(connection: Connection, table: Table, article: int) -> Sequence[RowMapping]:
    asked = select(table).where(table.c.article == article).order_by(table.c.position)
    return connection.execute(asked).mappings().all()


def _by_event(connection: Connection, table: Table, events: Sequence[RowMapping]) -> dict[int, list[RowMapping]]:
    found: dict[int, list[RowMapping]] = {}
    if events:
        keys = [event["key"] for event in events]
        asked = select(table).where(table.c.event.in_(keys)).order_by(table.c.event, table.c.key)
        for row in connection.execute(asked).mappings():
            found.setdefault(row["event"], []).append(row)
    return found
