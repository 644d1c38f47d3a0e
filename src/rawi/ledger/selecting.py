"""Filters as SQL, and the rows they find as records."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, false, func, or_, select

from rawi.ledger import rows, schema, sqlite
from rawi.ledger.answers import StatementFilter, StatementRow
from rawi.ledger.search import Indexing, Term, has_term, parse_query
from rawi.ledger.writing import read_hops
from rawi.model import Statement

# Rows read at a time: enough to ask for their chains at once, few enough to hold.
_CHUNK = 500
_SEARCHED = {"text": "content", "speaker": "speaker", "via": "via"}

Terms = Mapping[str, Sequence[Term]]


def find_statements(connection: Connection, wanted: StatementFilter, *, indexing: Indexing) -> Iterator[StatementRow]:
    """The statements wanted: newest article first, undated ones last, in text order; read as they are taken."""
    terms = _terms(wanted, indexing)
    phrases = {name: [term for term in asked if len(term.words) > 1] for name, asked in terms.items()}
    phrases = {name: asked for name, asked in phrases.items() if asked}
    query = _select(wanted, terms, indexing)
    if phrases:
        found = (row for row in _read(connection, query) if _has_phrases(row.statement, phrases, indexing))
        return islice(found, wanted.limit)
    return _read(connection, query.limit(wanted.limit))


def count_statements(connection: Connection, wanted: StatementFilter, *, indexing: Indexing) -> int:
    """How many statements are wanted, whatever the limit. Phrases count as words that stand near one another."""
    query = _select(wanted, _terms(wanted, indexing), indexing).order_by(None)
    return int(connection.execute(query.with_only_columns(func.count())).scalar_one())


def conditions(wanted: StatementFilter, *, indexing: Indexing) -> list[ColumnElement[bool]]:
    """The filter as conditions on the statements joined with their articles."""
    return _conditions(wanted, _terms(wanted, indexing), indexing)


def _select(wanted: StatementFilter, terms: Terms, indexing: Indexing) -> Select[tuple[object, ...]]:
    said, within = schema.statements.c, schema.articles.c
    return (
        select(
            schema.statements,
            within.id.label("article_id"),
            within.outlet.label("article_outlet"),
            within.published.label("article_published"),
            within.title.label("article_title"),
        )
        .join_from(schema.statements, schema.articles)
        .where(*_conditions(wanted, terms, indexing))
        .order_by(within.published.desc(), within.key.desc(), said.position)
    )


def _terms(wanted: StatementFilter, indexing: Indexing) -> Terms:
    asked = {"text": wanted.text, "speaker": wanted.speaker, "via": wanted.via}
    return {name: parse_query(query, indexing=indexing) for name, query in asked.items() if query}


def _conditions(wanted: StatementFilter, terms: Terms, indexing: Indexing) -> list[ColumnElement[bool]]:
    said = schema.statements.c
    found: list[ColumnElement[bool]] = [_search(name, asked) for name, asked in terms.items() if name != "speaker"]
    if "speaker" in terms:
        found.append(or_(said.speaker_entity == wanted.speaker, _search("speaker", terms["speaker"])))
    return [*found, *_article_conditions(wanted, indexing), *_statement_conditions(wanted)]


def _article_conditions(wanted: StatementFilter, indexing: Indexing) -> Iterator[ColumnElement[bool]]:
    if wanted.outlet:
        name = indexing.folded(wanted.outlet)
        yield schema.articles.c.outlet.in_(_outlets(name)) if name else false()
    if wanted.article:
        yield schema.articles.c.id == wanted.article


def _statement_conditions(wanted: StatementFilter) -> Iterator[ColumnElement[bool]]:
    said = schema.statements.c
    if wanted.force:
        yield said.force.in_(wanted.force)
    if wanted.since is not None:
        yield said.day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield said.day < wanted.until.isoformat()
    if wanted.anonymous is not None:
        # "Greater than nothing" can use an order; "not nothing" could not.
        yield said.anonymity > "" if wanted.anonymous else said.anonymity == ""
    if wanted.mode is not None:
        yield said.mode == wanted.mode
    if wanted.nested is not None:
        yield said.parent.is_not(None) == wanted.nested
    if wanted.confidence:
        yield said.confidence >= wanted.confidence


def _outlets(folded: str) -> Select[tuple[str]]:
    """The outlets with this in their name: asked of the index, which is small, and not of the articles."""
    named = schema.articles.c.outlet_folded.contains(folded, autoescape=True)
    return select(schema.articles.c.outlet).where(named).distinct()


def _search(name: str, asked: Sequence[Term]) -> ColumnElement[bool]:
    if not asked:
        return false()
    return sqlite.found_in("statement_search", schema.statements.c.key, {_SEARCHED[name]: asked})


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[StatementRow]:
    result = connection.execute(query.execution_options(yield_per=_CHUNK))
    for chunk in result.mappings().partitions():
        chains = read_hops(connection, [row["key"] for row in chunk])
        for row in chunk:
            yield _statement_row(row, rows.read_statement(row, chains.get(row["key"], ())))


def _statement_row(row: RowMapping, statement: Statement) -> StatementRow:
    return StatementRow(
        article=row["article_id"],
        outlet=row["article_outlet"],
        published=row["article_published"],
        title=row["article_title"],
        position=row["position"],
        statement=statement,
    )


def _has_phrases(statement: Statement, phrases: Terms, indexing: Indexing) -> bool:
    speaker = statement.speaker
    texts = {
        "text": [" ".join(span.text for span in statement.content)],
        "speaker": [speaker.name, *speaker.aliases, speaker.entity],
        "via": [name for hop in statement.via for name in (hop.name, *hop.aliases)],
    }
    return all(
        any(has_term(indexing.tokens(text), term) for text in texts[name])
        for name, asked in phrases.items()
        for term in asked
    )
