"""`rawi evaluate --by`: the tables beside the measures."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from rawi.cli.main import rawi

CASE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "evaluate.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("RAWI_LEXICON", raising=False)
    (tmp_path / "gold.jsonl").write_text(json.dumps(CASE) + "\n", encoding="utf-8")
    return lambda *options: CliRunner().invoke(rawi, ["evaluate", str(tmp_path / "gold.jsonl"), *options])


def rows(result):
    cells = (line.translate({0x2068: None, 0x2069: None}).split() for line in result.stdout.splitlines())
    return {line[0]: line[1:5] for line in cells if line}


def test_rules_are_told_with_fired_right_wrong_and_share(run):
    told = rows(run("--by", "rule"))
    assert told["rule"] == ["fired", "right", "wrong", "share"]
    assert told["cue/verb"] == ["2", "1", "1", "0.50"]
    assert told["content/quote"] == ["1", "1", "0", "1.00"]


def test_several_tables_may_be_asked_for(run):
    told = rows(run("--by", "entry", "--by", "confidence"))
    assert told[CASE["entry"]] == ["1", "1", "0", "1.00"]
    assert told["expected"][0] == "calibration"


def test_json_has_what_was_asked_for(run):
    (record,) = map(
        json.loads, run("--json", "--by", "rule", "--by", "entry", "--by", "confidence").stdout.splitlines()
    )
    assert [one["fired"] for one in record["by_rule"] if one["name"] == "cue/verb"] == [2]
    assert [one["right"] for one in record["by_entry"] if one["name"] == CASE["entry"]] == [1]
    assert record["by_confidence"]["statements"] == 2
    assert "by_outlet" not in record


def test_errors_are_counted_by_class_without_being_asked_for(run):
    assert "errors: extra 1" in run().stdout.splitlines()


def test_errors_are_told_by_class_with_what_they_cost(run):
    assert "extra: 1, of which 1 cost the statement" in run("--errors", "1").stdout.splitlines()
