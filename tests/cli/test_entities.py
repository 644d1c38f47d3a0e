"""``rawi entities``: its list, its decisions, its exports."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from rawi.cli.main import rawi

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن الرد قريب. وأكد الخبير حمزة القليوبي أن الأسعار سترتفع."


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "l.db"
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def run(*words, code=0):
        done = CliRunner().invoke(rawi, [*words, "--ledger", str(path)])
        assert done.exit_code == code, done.output
        return done

    run("ingest", str(tmp_path / "a.txt"), "--published", "2022-01-10", "--outlet", "x")
    return run


def rows(done):
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def test_list_in_a_pipe_is_json_lines(run):
    assert rows(run("entities", "--kind", "person"))["person:sergey-lavrov"]["name"] == "سيرغي لافروف"


def test_list_as_csv_joins_the_names(run):
    (row,) = csv.DictReader(io.StringIO(run("entities", "--text", "lavrov", "--format", "csv").stdout))
    assert (row["id"], row["names"]) == ("person:sergey-lavrov", "سيرغي لافروف")


def test_merge_and_split_say_what_changed(run):
    (unknown,) = [entity for entity in rows(run("entities")) if entity.startswith("nil:person:")]
    assert "undoes it" in run("entities", "merge", unknown, "person:sergey-lavrov").stderr
    assert unknown not in rows(run("entities"))
    assert "stands for itself again" in run("entities", "split", unknown).stderr
    assert unknown in rows(run("entities"))


def test_rename(run):
    run("entities", "rename", "person:sergey-lavrov", "لافروف", "--by", "r")
    assert rows(run("entities"))["person:sergey-lavrov"]["name"] == "لافروف"


def test_import_counts_what_was_not_read(run, tmp_path):
    (tmp_path / "x.json").write_text("{}\n", encoding="utf-8")
    assert "0 identities imported, 1 not read" in run("entities", "import", str(tmp_path / "x.json"), code=1).stderr


def test_export_to_follow_the_money(run):
    exported = rows(run("entities", "export", "--format", "ftm"))
    assert exported["person:sergey-lavrov"]["schema"] == "Person"
    assert exported["person:sergey-lavrov"]["properties"]["country"] == ["ru"]
