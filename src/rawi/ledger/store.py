"""The ledger as an object with a lifetime: opened, read, written in transactions, closed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Engine, RowMapping, insert
from sqlalchemy.exc import DatabaseError

from rawi.errors import LedgerError
from rawi.ledger import identities, reading, rows, schema, selecting, sqlite, stories, summaries, writing
from rawi.ledger.answers import ArticleRow, SpeakerRow, StatementFilter, StatementRow, Stats
from rawi.ledger.identities import NamedRow, SpeakerName
from rawi.ledger.opening import open_up_to_date
from rawi.ledger.search import Indexing
from rawi.ledger.stories import KeptStory
from rawi.ledger.writing import Writer
from rawi.model import Analysis, Article, Correction, Failure, Identity, Speaker

Outcome = Literal["new", "updated", "unchanged"]


class Ledger:
    """An open ledger. Use it as a context manager, or call `close`.

    What is written outside `batch` is written in a transaction of its own. Answers that are iterators are read from
    the file as they are taken. One ledger serves one thread.
    """

    def __init__(self, engine: Engine, *, indexing: Indexing) -> None:
        """Keep the engine; use `open_ledger`."""
        self._engine = engine
        self._indexing = indexing
        self._batch: Writer | None = None

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def close(self) -> None:
        """Let go of the file. What was written stays."""
        self._engine.dispose()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction for all that is written inside: kept together at its end, or not at all."""
        with self._writing():
            yield

    def add(
        self,
        article: Article,
        analysis: Analysis,
        *,
        at: str = "",
        gathered_by: Callable[[Speaker], str] | None = None,
    ) -> Outcome:
        """Keep an article with its analysis; what happened to it.

        The same article (id, text and all that the analysis depends on) analyzed by the same version is left alone; a
        changed one replaces what the ledger had under its id. The same text under another id is another article:
        outlets run the same copy, and which ones do is worth knowing. ``at`` is written down as the time of arrival.
        A failure recorded for the same origin is over. ``gathered_by`` gives the key under which a speaker's statements
        are gathered across articles, ``""`` for the entity or name itself.
        """
        with self._writing() as writer:
            writer.gathered_by = gathered_by
            known = reading.find_version(writer.connection, article.id)
            if known is None:
                writer.write(article, analysis, added=at, key=None)
            elif _is_same(known, article, version=analysis.version):
                return "unchanged"
            else:
                writer.empty(known["key"])
                writer.write(article, analysis, added=known["added"], key=known["key"])
            writer.forget_failure(article.origin)
            return "new" if known is None else "updated"

    def add_failure(self, failure: Failure, *, at: str = "") -> None:
        """Keep an input that could not be read; the last reason for each origin counts."""
        with self._writing() as writer:
            writer.add_failure(failure, seen=at)

    def forget_failure(self, origin: str) -> None:
        """Take out the failure of an origin that can be read after all."""
        with self._writing() as writer:
            writer.forget_failure(origin)

    def add_correction(self, correction: Correction) -> None:
        """Append a person's decision. Nothing ever changes or removes one: the file itself refuses."""
        table = schema.corrections
        plain = ("kind", "target", "field", "value", "by", "note")
        row = {name: getattr(correction, name) for name in plain} | {"at": correction.at.isoformat()}
        with self._writing() as writer:
            writer.connection.execute(insert(table), [row])

    def has(self, article: Article, *, version: str) -> bool:
        """Whether the ledger holds this very article as this version analyzed it: then no new analysis is needed."""
        with self._reading() as connection:
            known = reading.find_version(connection, article.id)
        return known is not None and _is_same(known, article, version=version)

    def article(self, id: str) -> Article | None:  # noqa: A002 - the field's name
        """The article with this id, or None."""
        with self._reading() as connection:
            row = reading.find_article(connection, id)
        return None if row is None else rows.read_article(row)

    def analysis(self, id: str) -> Analysis | None:  # noqa: A002 - the field's name
        """The analysis of the article with this id, as it was written, or None."""
        with self._reading() as connection:
            row = reading.find_article(connection, id)
            return None if row is None else reading.read_analysis(connection, row)

    def articles(self) -> Iterator[Article]:
        """All articles, in the order in which they came."""
        with self._reading() as connection:
            yield from reading.read_articles(connection)

    def list_articles(self) -> Iterator[ArticleRow]:
        """All articles as a list shows them."""
        with self._reading() as connection:
            yield from reading.list_articles(connection)

    def has_outlet(self, name: str) -> bool:
        """Whether some article is of an outlet with this in its name, spelling folded."""
        with self._reading() as connection:
            return reading.has_outlet(connection, self._indexing.folded(name))

    def search(self, query: str) -> Iterator[Article]:
        """The articles that have all words of the query; see `rawi.ledger.search.parse_query`."""
        with self._reading() as connection:
            yield from reading.search_articles(connection, query, indexing=self._indexing)

    def statements(self, wanted: StatementFilter | None = None) -> Iterator[StatementRow]:
        """The statements wanted: of the newest article first, of undated ones last, in text order."""
        with self._reading() as connection:
            yield from selecting.find_statements(connection, wanted or StatementFilter(), indexing=self._indexing)

    def count_statements(self, wanted: StatementFilter | None = None) -> int:
        """How many statements are wanted, whatever the limit."""
        with self._reading() as connection:
            return selecting.count_statements(connection, wanted or StatementFilter(), indexing=self._indexing)

    def speakers(self, wanted: StatementFilter | None = None) -> tuple[SpeakerRow, ...]:
        """Those who make the statements wanted, the busiest first; the limit is one of speakers."""
        with self._reading() as connection:
            return summaries.find_speakers(connection, wanted or StatementFilter(), indexing=self._indexing)

    def stats(self) -> Stats:
        """How much the ledger holds."""
        with self._reading() as connection:
            return summaries.measure(connection)

    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be read."""
        with self._reading() as connection:
            return reading.read_failures(connection)

    def corrections(self, target: str | None = None) -> tuple[Correction, ...]:
        """The corrections of one record, or all, the earliest first."""
        with self._reading() as connection:
            return reading.read_corrections(connection, target)

    def stories(self) -> dict[str, KeptStory]:
        """The stories as the last comparison left them, by id; those merged into another say into which."""
        with self._reading() as connection:
            return stories.read_stories(connection)

    def keep_stories(self, kept: Iterable[KeptStory]) -> None:
        """Write the stories of a comparison; ids that were there before stay there."""
        with self._writing() as writer:
            stories.write_stories(writer.connection, kept)

    def identities(self) -> tuple[Identity, ...]:
        """The imported identities, by id."""
        with self._reading() as connection:
            return identities.read_identities(connection)

    def keep_identities(self, found: Iterable[Identity], *, at: str = "") -> int:
        """Keep imported identities, each over an earlier one of the same id; how many."""
        with self._writing() as writer:
            return identities.write_identities(writer.connection, found, at=at)

    def names(self) -> Iterator[NamedRow]:
        """The names of mentions and of speakers, each with how often it is used."""
        with self._reading() as connection:
            yield from identities.read_names(connection)

    def speaker_keys(self) -> dict[SpeakerName, str]:
        """The key each speaker's statements are gathered by: by entity, kind and name."""
        with self._reading() as connection:
            return identities.read_speaker_keys(connection)

    def gather_speakers(self, keys: Mapping[SpeakerName, str]) -> None:
        """Gather the statements of these speakers by other keys; what the articles say of them stays as it is."""
        with self._writing() as writer:
            writer.flush()
            identities.write_speaker_keys(writer.connection, keys)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The connection of the open batch, which sees what it wrote, or one that sees a snapshot of the file."""
        if self._batch is not None:
            self._batch.flush()
            yield self._batch.connection
            return
        with _explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        """The writer of the open batch, or one with a transaction of its own."""
        if self._batch is not None:
            with self._batch.spoiled_by_errors():
                yield self._batch
            return
        with _explained(), self._engine.connect().execution_options(**sqlite.WRITES) as connection, connection.begin():
            self._batch = Writer(connection, indexing=self._indexing)
            try:
                yield self._batch
                self._batch.flush()
            finally:
                self._batch = None


def open_ledger(path_or_url: str | Path, *, indexing: Indexing, create: bool = True) -> Ledger:
    """The ledger in this file, made when it is not there (unless ``create`` is false) and brought up to date.

    Raises:
        LedgerError: the file is not a ledger, is not there, or cannot be opened.
        MigrationError: a newer Rawi made it.
    """
    return Ledger(open_up_to_date(path_or_url, create=create), indexing=indexing)


def _is_same(known: RowMapping, article: Article, *, version: str) -> bool:
    return (known["digest"], known["version"]) == (writing.article_digest(article), version)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise LedgerError(
            f"the ledger cannot be read or written: {error.orig}. Is the disk full, or the file in use?"
        ) from error
