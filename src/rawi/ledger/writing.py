"""Writing an article and all its findings, and taking them out again; always inside the caller's transaction."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from rawi.errors import LedgerError
from rawi.ledger import rows, schema, sqlite
from rawi.ledger.rows import NewRow
from rawi.ledger.search import Indexing
from rawi.model import Analysis, Article, Failure, Mention, Speaker, Statement, Timex
from rawi.model.ids import content_id

# Tables whose rows hang on an article; what hangs on those goes with them.
_FINDINGS = (schema.statements, schema.mentions, schema.times, schema.events)
_INDEX_VERSION = "index_version"


def article_digest(article: Article) -> str:
    """A hash of everything of an article that its analysis depends on; not of where it was found."""
    day = article.published.isoformat() if article.published else ""
    names = (article.title, article.outlet, article.byline, article.dateline, article.credit, article.language)
    return content_id(article.text, day, *names)


class Writer:
    """Writes articles inside one transaction. Findings wait, and are written many at a time: see `flush`.

    The write lock is held, so keys are counted here instead of being asked for one by one.
    """

    def __init__(self, connection: Connection, *, indexing: Indexing) -> None:
        """Take the connection of the transaction; the index is brought up to date first."""
        self.connection = connection
        self._indexing = indexing
        self._waiting: dict[Table, list[NewRow]] = {}
        self._words: dict[str, list[NewRow]] = {}
        self._keys: dict[Table, int] = {}
        self._spoiled = False
        # Most ledgers have none: then there is nothing to take out for each article. None: not asked yet.
        self._has_failures: bool | None = None
        self.gathered_by: Callable[[Speaker], str] | None = None
        ensure_index(connection, indexing=indexing)

    def write(self, article: Article, analysis: Analysis, *, added: str, key: int | None) -> None:
        """Write the article with its findings; ``key`` is that of the row to overwrite, emptied before, or None."""
        row = rows.article_row(article, analysis) | {
            "text_hash": content_id(article.text),
            "digest": article_digest(article),
            "outlet_folded": self._indexing.folded(article.outlet),
            "added": added,
        }
        if key is None:
            key = self._next_key(schema.articles)
            self.connection.execute(insert(schema.articles), [row | {"key": key}])
        else:
            self.connection.execute(update(schema.articles).where(schema.articles.c.key == key), row)
        self._index("article_search", [{"key": key, "text": joined_words(article.text, self._indexing)}])
        self._write_statements(analysis.statements, article=key, published=article.published)
        self._write_flat(schema.mentions, analysis.mentions, article=key)
        self._write_flat(schema.times, analysis.times, article=key)
        self._write_events(analysis, article=key)
        self._write_entities(analysis)

    def empty(self, key: int) -> None:
        """Take out all findings of the article and its words from the search; its own row stays."""
        self.flush()
        text = self.connection.execute(select(schema.articles.c.text).where(schema.articles.c.key == key)).scalar_one()
        words = stored_words(self.connection, article=key, indexing=self._indexing)
        sqlite.forget_words(
            self.connection, "article_search", [{"key": key, "text": joined_words(text, self._indexing)}]
        )
        sqlite.forget_words(self.connection, "statement_search", words)
        for table in _FINDINGS:
            self.connection.execute(delete(table).where(table.c.article == key))

    def forget_failure(self, origin: str) -> None:
        """Take out the failure of an origin that can be read after all."""
        if self._has_failures is None:
            self._has_failures = self.connection.execute(select(schema.failures.c.key).limit(1)).first() is not None
        if self._has_failures:
            self.connection.execute(delete(schema.failures).where(schema.failures.c.origin == origin))

    def add_failure(self, failure: Failure, *, seen: str) -> None:
        """Write an input that could not be read over what was known of its origin."""
        table = schema.failures
        row = {"reason": failure.reason, "advice": failure.advice, "seen": seen}
        changed = self.connection.execute(update(table).where(table.c.origin == failure.origin).values(row))
        if changed.rowcount == 0:
            self.connection.execute(insert(table), [row | {"origin": failure.origin}])
        self._has_failures = True

    @contextmanager
    def spoiled_by_errors(self) -> Iterator[None]:
        """Remember an error inside: half an article may wait, and must not be written even if the error is caught."""
        try:
            yield
        except BaseException:
            self._spoiled = True
            raise

    def flush(self) -> None:
        """Write what waits; to be done before anything is read. Raises `LedgerError` when an error spoiled it."""
        if self._spoiled:
            raise LedgerError(
                "a write in this batch failed, so nothing of the batch is kept. Write it again without that."
            )
        for table, new in self._waiting.items():
            self.connection.execute(sqlite.insert_missing(table) if table is schema.entities else insert(table), new)
        for name, words in self._words.items():
            sqlite.index_words(self.connection, name, words)
        self._waiting.clear()
        self._words.clear()

    def _write_statements(self, found: Sequence[Statement], *, article: int, published: date | None) -> None:
        day = published.isoformat() if published else None
        for position, statement in enumerate(found):
            key = self._next_key(schema.statements)
            place = {"key": key, "article": article, "position": position}
            who = {"speaker_key": self._speaker_key(statement.speaker)}
            self._insert(schema.statements, [rows.statement_row(statement, published=day) | place | who])
            self._insert(schema.hops, rows.hop_rows(statement.via, statement=key))
            self._index("statement_search", [_statement_words(key, statement, self._indexing)])

    def _speaker_key(self, speaker: Speaker) -> str:
        chosen = self.gathered_by(speaker) if self.gathered_by is not None else ""
        return chosen or speaker.entity or self._indexing.folded(speaker.name)

    def _write_events(self, analysis: Analysis, *, article: int) -> None:
        for position, event in enumerate(analysis.events):
            key = self._next_key(schema.events)
            self._insert(
                schema.events, [rows.event_row(event) | {"key": key, "article": article, "position": position}]
            )
            self._insert(schema.participants, rows.participant_rows(event, key=key))
            self._insert(schema.quantities, rows.quantity_rows(event, key=key))

    def _write_flat(self, table: Table, found: Sequence[Mention | Timex], *, article: int) -> None:
        place = {"article": article}
        self._insert(table, [rows.flat_row(one) | place | {"position": number} for number, one in enumerate(found)])

    def _write_entities(self, analysis: Analysis) -> None:
        speakers = (statement.speaker for statement in analysis.statements)
        known: dict[str, NewRow] = {}
        named: tuple[Mention | Speaker, ...] = (*analysis.mentions, *speakers)
        for one in named:
            if one.entity and one.entity not in known:
                known[one.entity] = {"id": one.entity, "name": one.name, "kind": one.kind, "country": one.country}
        self._insert(schema.entities, list(known.values()))

    def _insert(self, table: Table, new: list[NewRow]) -> None:
        if new:
            self._waiting.setdefault(table, []).extend(new)

    def _index(self, name: str, words: list[NewRow]) -> None:
        self._words.setdefault(name, []).extend(words)

    def _next_key(self, table: Table) -> int:
        if table not in self._keys:
            self._keys[table] = int(self.connection.execute(select(func.max(table.c.key))).scalar() or 0)
        self._keys[table] += 1
        return self._keys[table]


def ensure_index(connection: Connection, *, indexing: Indexing) -> None:
    """Index everything again when the ledger was indexed in another way of cutting words."""
    known = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == _INDEX_VERSION)).scalar()
    if known == indexing.version:
        return
    sqlite.forget_all_words(connection)
    found = connection.execute(select(schema.articles.c.key, schema.articles.c.text)).all()
    for key, text in found:
        sqlite.index_words(connection, "article_search", [{"key": key, "text": joined_words(text, indexing)}])
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


def _statement_words(key: int, statement: Statement, indexing: Indexing) -> NewRow:
    speaker = statement.speaker
    carriers = [name for hop in statement.via for name in (hop.name, *hop.aliases)]
    return {
        "key": key,
        "content": joined_words(" ".join(span.text for span in statement.content), indexing),
        "speaker": joined_words("\n".join((speaker.name, *speaker.aliases)), indexing),
        "via": joined_words("\n".join(carriers), indexing),
    }


def joined_words(text: str, indexing: Indexing) -> str:
    """All forms of all words of the text, in order, as the search tables take them."""
    return " ".join(form for forms in indexing.tokens(text) for form in forms)
