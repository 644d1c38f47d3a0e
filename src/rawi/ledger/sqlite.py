"""What is particular to SQLite: opening the file, transactions, and full-text search with FTS5.

The search tables are contentless: they hold positions, not a second copy of the texts. FTS5 deletes from such a table
only by being told the very words that were indexed, so an index is always made by one `Indexing`, whose version is
kept in ``meta``.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Integer, Table, create_engine, event, select, text
from sqlalchemy import column as column_clause
from sqlalchemy import table as table_clause
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.dml import Insert
from sqlalchemy.pool import StaticPool

from rawi.errors import LedgerError
from rawi.ledger.search import Term

# "Rawi" in ASCII, in the header of the file: tells a ledger from any other SQLite file.
APPLICATION_ID = 0x52617769
# Columns of each search table, in order.
SEARCH_COLUMNS = {"article_search": ("text",), "statement_search": ("content", "speaker", "via")}
WRITES = {"rawi_writes": True}
# A second ingest into the same file waits for the batch of the first.
_PATIENCE_SECONDS = 60
# A word has at most this many forms in the index, so words that follow one another are no further apart.
_MOST_FORMS = 8


def open_engine(path: Path | None) -> Engine:
    """An engine on the file, or on a ledger in memory when the path is None."""
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _PATIENCE_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def application_id(connection: Connection) -> int:
    """The application id in the header of the file; 0 when none was ever set."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers read while one writes, from now on: the file remembers. Not to be done inside a transaction."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def claim(connection: Connection) -> None:
    """Mark the file as a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def insert_missing(table: Table) -> Insert:
    """An insert that leaves rows alone which are there already."""
    return insert(table).on_conflict_do_nothing()


def index_words(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows of ``key`` and one string of words for each column to a search table."""
    columns = SEARCH_COLUMNS[table]
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    if rows:
        connection.execute(text(f"INSERT INTO {table} (rowid, {names}) VALUES (:key, {values})"), list(rows))


def forget_words(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Take rows out of a search table; the words must be those they were indexed with."""
    columns = SEARCH_COLUMNS[table]
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    if rows:
        command = f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', :key, {values})"
        connection.execute(text(command), list(rows))


def forget_all_words(connection: Connection) -> None:
    """Empty the search tables."""
    for table in SEARCH_COLUMNS:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")


def found_in(table: str, key: ColumnElement[int], terms: Mapping[str, Sequence[Term]]) -> ColumnElement[bool]:
    """The condition that a row's indexed columns have all terms asked of each.

    Words of a phrase are only required to stand near one another: the caller looks again (`search.has_term`).
    """
    parts = [f"{column} : ({' AND '.join(map(_expression, asked))})" for column, asked in terms.items()]
    # The hidden column named like the table is how FTS5 takes a query over all columns.
    index = table_clause(table, column_clause("rowid", Integer), column_clause(table))
    return key.in_(select(index.c.rowid).where(index.c[table].op("MATCH")(" AND ".join(parts))))


def _expression(term: Term) -> str:
    words = [f'"{word}"' for word in term.words]
    if term.prefix:
        words[-1] += " *"
    if len(words) == 1:
        return words[0]
    return f"NEAR({' '.join(words)}, {_MOST_FORMS * len(words)})"


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own opening of transactions would leave DDL outside of them: we say BEGIN ourselves.
    connection.isolation_level = None
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        # In WAL mode a killed process loses nothing that was committed, whatever the level; NORMAL spares a sync each.
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"the ledger cannot be opened: {error}. Name another file, or move this one away.") from error


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: two writers queue instead of failing halfway.
    writes = connection.get_execution_options().get("rawi_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
