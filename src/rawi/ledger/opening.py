"""Opening a ledger: which file is meant, whether it is one, and bringing an older one up to date."""

import difflib
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from rawi.errors import LedgerError, MigrationError
from rawi.ledger import sqlite

# The newest migration. Kept here so that opening an up-to-date ledger does not load Alembic (0.2 s).
HEAD = "0004"
_MIGRATIONS = Path(__file__).parent / "migrations"
_SQLITE_HEADER = b"SQLite format 3\x00"
_MEMORY = ":memory:"


def open_up_to_date(path_or_url: str | Path, *, create: bool) -> Engine:
    """An engine on the ledger, created or migrated as needed.

    Raises:
        LedgerError: there is no such ledger and it is not to be made, the file is something else, or cannot be opened.
        MigrationError: a newer Rawi made the ledger.
    """
    path = ledger_path(path_or_url)
    if path is not None:
        _require_ledger(path, create=create)
    engine = sqlite.open_engine(path)
    try:
        with engine.connect() as connection:
            revision = _revision(connection, path)
        if revision is None:
            sqlite.use_write_ahead_log(engine)
        if revision != HEAD:
            with engine.connect().execution_options(**sqlite.WRITES) as connection, connection.begin():
                # Asked again: another process may have migrated while we waited for the lock.
                if _revision(connection, path) != HEAD:
                    _migrate(connection, path)
    except DatabaseError as error:
        raise LedgerError(
            f"{path}: the ledger cannot be opened: {error.orig}. Is the folder writable, the file whole?"
        ) from error
    return engine


def ledger_path(path_or_url: str | Path) -> Path | None:
    """The file meant by a path or a ``sqlite:///`` address; None for ``:memory:``."""
    name = str(path_or_url)
    scheme, separator, rest = name.partition("://")
    if separator:
        if scheme != "sqlite":
            raise LedgerError(
                f"{name!r}: ledgers are SQLite files so far, not {scheme}. Give a path, or sqlite:///PATH."
            )
        name = rest.removeprefix("/") or _MEMORY
    return None if name == _MEMORY else Path(name)


def _require_ledger(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger. Give a file, for example {path / 'rawi.db'}.")
    if path.exists():
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
        if header not in (b"", _SQLITE_HEADER):
            raise LedgerError(f"{path} is not a ledger but some other file; it is left as it is. Give another name.")
        if header or create:
            return
    if not create:
        raise LedgerError(f"there is no ledger {path}.{_nearest(path)} `rawi ingest FILES --ledger {path}` makes one.")
    if not path.parent.is_dir():
        raise LedgerError(
            f"{path}: there is no folder {path.parent} to put the ledger in. Make it, or give another name."
        )


def _nearest(path: Path) -> str:
    beside = sorted(one.name for one in path.parent.glob("*.db")) if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, beside, n=1, cutoff=0.5) or beside[:1]
    return f" Did you mean {path.parent / near[0]}?" if near else ""


def _revision(connection: Connection, path: Path | None) -> str | None:
    """The migration the file stands at; None for an empty file."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if sqlite.application_id(connection) != sqlite.APPLICATION_ID or "alembic_version" not in tables:
        raise LedgerError(f"{path} is a database, but not a ledger of Rawi; it is left as it is. Give another name.")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def _migrate(connection: Connection, path: Path | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:
        raise MigrationError(
            f"{path} was made by a newer Rawi ({error}). Upgrade Rawi, or start a new ledger."
        ) from error
    sqlite.claim(connection)
