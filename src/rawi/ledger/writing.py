"""Writing an article and all its findings, and taking them out again; always inside the caller's transaction."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from rawi.ledger import rows, schema, sqlite
from rawi.ledger.rows import NewRow
from rawi.ledger.search import Indexing
from rawi.model import Analysis, Article, Mention, Speaker, Statement
from rawi.model.ids import content_id

# Tables whose rows hang on an article; what hangs on those goes with them.
_FINDINGS = (schema.statements, schema.mentions, schema.times, schema.events)
_INDEX_VERSION = "index_version"


def article_digest(article: Article) -> str:
    """A hash of everything of an article that its analysis depends on; not of where it was found."""
    day = article.published.isoformat() if article.published else ""
    names = (article.title, article.outlet, article.byline, article.dateline, article.credit, article.language)
    return content_id(article.text, day, *names)


def write_article(
    connection: Connection, article: Article, analysis: Analysis, *, indexing: Indexing, added: str, key: int | None
) -> None:
    """Write the article with its findings; ``key`` is that of the row to overwrite, emptied before, or None."""
    row = rows.article_row(article, analysis) | {
        "text_hash": content_id(article.text),
        "digest": article_digest(article),
        "outlet_folded": indexing.folded(article.outlet),
        "added": added,
    }
    if key is None:
        key = _next_key(connection, schema.articles)
        connection.execute(insert(schema.articles), [row | {"key": key}])
    else:
        connection.execute(update(schema.articles).where(schema.articles.c.key == key), row)
    sqlite.index_words(connection, "article_search", [{"key": key, "text": _words(article.text, indexing)}])
    _write_statements(connection, analysis.statements, article=key, published=article.published, indexing=indexing)
    _write_flat(connection, schema.mentions, analysis.mentions, article=key)
    _write_flat(connection, schema.times, analysis.times, article=key)
    _write_events(connection, analysis, article=key)
    _write_entities(connection, analysis)


def empty_article(connection: Connection, key: int, *, indexing: Indexing) -> None:
    """Take out all findings of the article and its words from the search; its own row stays."""
    text = connection.execute(select(schema.articles.c.text).where(schema.articles.c.key == key)).scalar_one()
    sqlite.forget_words(connection, "article_search", [{"key": key, "text": _words(text, indexing)}])
    sqlite.forget_words(connection, "statement_search", stored_words(connection, article=key, indexing=indexing))
    for table in _FINDINGS:
        connection.execute(delete(table).where(table.c.article == key))


def ensure_index(connection: Connection, *, indexing: Indexing) -> None:
    """Index everything again when the ledger was indexed in another way of cutting words."""
    known = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == _INDEX_VERSION)).scalar()
    if known == indexing.version:
        return
    sqlite.forget_all_words(connection)
    found = connection.execute(select(schema.articles.c.key, schema.articles.c.text)).all()
    for key, text in found:
        sqlite.index_words(connection, "article_search", [{"key": key, "text": _words(text, indexing)}])
        sqlite.index_words(connection, "statement_search", stored_words(connection, article=key, indexing=indexing))
    connection.execute(delete(schema.meta).where(schema.meta.c.name == _INDEX_VERSION))
    connection.execute(insert(schema.meta), [{"name": _INDEX_VERSION, "value": indexing.version}])


def stored_words(connection: Connection, *, article: int, indexing: Indexing) -> list[NewRow]:
    """The rows of the statement search for the stored statements of an article."""
    table = schema.statements
    found = connection.execute(select(table).where(table.c.article == article)).mappings().all()
    chains = read_hops(connection, [row["key"] for row in found])
    return [
        _statement_words(row["key"], rows.read_statement(row, chains.get(row["key"], ())), indexing) for row in found
    ]


def read_hops(connection: Connection, statements: Sequence[int]) -> dict[int, list[rows.Row]]:
    """The rows of the chains of the statements, outermost first, by the statement's key."""
    table = schema.hops
    chains: dict[int, list[rows.Row]] = {}
    if statements:
        asked = select(table).where(table.c.statement.in_(statements)).order_by(table.c.statement, table.c.position)
        for row in connection.execute(asked).mappings():
            chains.setdefault(row["statement"], []).append(row)
    return chains


def _write_statements(
    connection: Connection, found: Sequence[Statement], *, article: int, published: date | None, indexing: Indexing
) -> None:
    first = _next_key(connection, schema.statements)
    day = published.isoformat() if published else None
    new: list[NewRow] = []
    chain: list[NewRow] = []
    words: list[NewRow] = []
    for position, statement in enumerate(found):
        key = first + position
        place = {"key": key, "article": article, "position": position}
        folded = {"speaker_folded": indexing.folded(statement.speaker.name)}
        new.append(rows.statement_row(statement, published=day) | place | folded)
        chain.extend(rows.hop_rows(statement.via, statement=key))
        words.append(_statement_words(key, statement, indexing))
    _insert(connection, schema.statements, new)
    _insert(connection, schema.hops, chain)
    sqlite.index_words(connection, "statement_search", words)


def _write_events(connection: Connection, analysis: Analysis, *, article: int) -> None:
    first = _next_key(connection, schema.events)
    new: list[NewRow] = []
    participants: list[NewRow] = []
    quantities: list[NewRow] = []
    for position, event in enumerate(analysis.events):
        key = first + position
        new.append(rows.event_row(event) | {"key": key, "article": article, "position": position})
        participants.extend(rows.participant_rows(event, key=key))
        quantities.extend(rows.quantity_rows(event, key=key))
    _insert(connection, schema.events, new)
    _insert(connection, schema.participants, participants)
    _insert(connection, schema.quantities, quantities)


def _write_flat(connection: Connection, table: Table, found: Sequence[Any], *, article: int) -> None:
    new = [rows.flat_row(one) | {"article": article, "position": place} for place, one in enumerate(found)]
    _insert(connection, table, new)


def _write_entities(connection: Connection, analysis: Analysis) -> None:
    known: dict[str, NewRow] = {}
    speakers = (statement.speaker for statement in analysis.statements)
    named: tuple[Mention | Speaker, ...] = (*analysis.mentions, *speakers)
    for one in named:
        if one.entity and one.entity not in known:
            known[one.entity] = {"id": one.entity, "name": one.name, "kind": one.kind, "country": one.country}
    if known:
        connection.execute(sqlite.insert_missing(schema.entities), list(known.values()))


def _insert(connection: Connection, table: Table, new: list[NewRow]) -> None:
    if new:
        connection.execute(insert(table), new)


def _next_key(connection: Connection, table: Table) -> int:
    """The next free key: the write lock is held, so no other writer takes it."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.key), 0) + 1)).scalar_one())


def _statement_words(key: int, statement: Statement, indexing: Indexing) -> NewRow:
    speaker = statement.speaker
    carriers = [name for hop in statement.via for name in (hop.name, *hop.aliases)]
    return {
        "key": key,
        "content": _words(" ".join(span.text for span in statement.content), indexing),
        "speaker": _words("\n".join((speaker.name, *speaker.aliases)), indexing),
        "via": _words("\n".join(carriers), indexing),
    }


def _words(text: str, indexing: Indexing) -> str:
    return " ".join(form for forms in indexing.tokens(text) for form in forms)
