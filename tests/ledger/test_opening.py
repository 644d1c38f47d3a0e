"""Which file is a ledger, and what is said of one that is not."""

import sqlite3
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from rawi.errors import LedgerError, MigrationError
from rawi.ledger import open_ledger, opening, schema, sqlite


def test_new_file_becomes_a_ledger(tmp_path, indexing):
    open_ledger(tmp_path / "l.db", indexing=indexing).close()
    with sqlite3.connect(tmp_path / "l.db") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"Rawi"),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_empty_file_becomes_a_ledger(tmp_path, indexing):
    (tmp_path / "l.db").touch()
    with open_ledger(tmp_path / "l.db", indexing=indexing) as ledger:
        assert ledger.stats().articles == 0


def test_address_and_path_mean_the_same_file(tmp_path, indexing):
    open_ledger(f"sqlite:///{tmp_path}/l.db", indexing=indexing).close()
    assert (tmp_path / "l.db").exists()


def test_tables_are_those_that_the_migrations_make():
    engine = sqlite.open_engine(None)
    with engine.connect().execution_options(**sqlite.WRITES) as connection, connection.begin():
        opening._migrate(connection, None)
        context = MigrationContext.configure(connection, opts={"include_object": not_of_the_search})
        assert compare_metadata(context, schema.METADATA) == []


def not_of_the_search(_object, name, kind, _reflected, _compare_to):
    return not (kind == "table" and "_search" in name)


def test_head_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(opening._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [opening.HEAD]


def test_opening_an_up_to_date_ledger_does_not_load_the_migrations(tmp_path, indexing):
    open_ledger(tmp_path / "l.db", indexing=indexing).close()
    program = (
        "import sys; from rawi.ledger import open_ledger, Indexing\n"
        f"open_ledger({str(tmp_path / 'l.db')!r}, indexing=Indexing(lambda text: (), '')).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_older_ledger_is_brought_up_to_date_and_keeps_its_rows(tmp_path, indexing):
    with open_ledger(tmp_path / "l.db", indexing=indexing) as ledger:
        ledger.add_failure(opening_failure())
    with sqlite3.connect(tmp_path / "l.db") as connection:
        connection.execute("DELETE FROM alembic_version")
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert "failures" in tables
    connection.close()
    # Without its version the file looks older than any migration: making the tables again must fail, not lose rows.
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(tmp_path / "l.db", indexing=indexing)
    with sqlite3.connect(tmp_path / "l.db") as connection:
        assert connection.execute("SELECT count(*) FROM failures").fetchone() == (1,)
    connection.close()


def opening_failure():
    from rawi.model import Failure

    return Failure("a", "b")


def test_ledger_of_a_newer_rawi_is_refused(tmp_path, indexing):
    open_ledger(tmp_path / "l.db", indexing=indexing).close()
    with sqlite3.connect(tmp_path / "l.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(MigrationError, match=r"l\.db was made by a newer Rawi"):
        open_ledger(tmp_path / "l.db", indexing=indexing)


def test_other_database_is_left_as_it_is(tmp_path, indexing):
    with sqlite3.connect(tmp_path / "l.db") as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = (tmp_path / "l.db").read_bytes()
    with pytest.raises(LedgerError, match="is a database, but not a ledger of Rawi"):
        open_ledger(tmp_path / "l.db", indexing=indexing)
    assert (tmp_path / "l.db").read_bytes() == before


def test_other_file_is_left_as_it_is(tmp_path, indexing):
    (tmp_path / "notes.txt").write_text("not a ledger, but my notes")
    with pytest.raises(LedgerError, match=r"notes\.txt is not a ledger but some other file"):
        open_ledger(tmp_path / "notes.txt", indexing=indexing)
    assert (tmp_path / "notes.txt").read_text() == "not a ledger, but my notes"


def test_broken_ledger_is_told(tmp_path, indexing):
    (tmp_path / "l.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(tmp_path / "l.db", indexing=indexing)


def test_missing_ledger_names_the_nearest(tmp_path, indexing):
    (tmp_path / "press.db").touch()
    with pytest.raises(LedgerError, match=r"there is no ledger .*pres\.db\. Did you mean .*press\.db\? `rawi ingest"):
        open_ledger(tmp_path / "pres.db", indexing=indexing, create=False)
    assert not (tmp_path / "pres.db").exists()


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("", "is a folder, not a ledger"),
        ("no/such/l.db", "there is no folder"),
        ("postgresql://host/db", "ledgers are SQLite files so far, not postgresql"),
    ],
)
def test_place_where_no_ledger_can_be(tmp_path, indexing, name, complaint):
    place = name if "://" in name else tmp_path / name
    with pytest.raises(LedgerError, match=complaint):
        open_ledger(place, indexing=indexing)
