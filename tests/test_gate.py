"""The quality gate sees a score below its floor, and nothing else."""

import importlib.util
from pathlib import Path

import pytest

GATE = Path(__file__).with_name("gate.py")


@pytest.fixture
def gate():
    spec = importlib.util.spec_from_file_location("gate", GATE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("scored", "below"),
    [
        pytest.param({"force": {"f1": 0.70}}, 0, id="at the floor"),
        pytest.param({"force": {"f1": 0.71}}, 0, id="above the floor"),
        pytest.param({"force": {"f1": 0.6999}}, 1, id="below the floor"),
        pytest.param({"via": {"f1": 0.90}}, 1, id="no score for the metric"),
    ],
)
def test_a_score_is_held_against_its_floor(gate, scored, below):
    assert gate.compare("dev.jsonl", {"force": {"f1": 0.70}}, scored) == below


def test_without_the_gold_the_gate_says_that_it_skips(gate, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(gate, "SHARED", tmp_path / "absent")
    gate.main()
    assert capsys.readouterr().out == "gate: skipped, because ../shared with the gold is not here.\n"


def test_a_score_below_its_floor_ends_the_gate_with_an_error(gate, monkeypatch, tmp_path):
    (tmp_path / "floors.json").write_text('{"eval/dev.jsonl": {"who_said_what": {"f1": 0.6}}}', encoding="utf-8")
    monkeypatch.setattr(gate, "HERE", tmp_path)
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    monkeypatch.setattr(gate, "score", lambda gold, folder: {"who_said_what": {"f1": 0.59}})
    with pytest.raises(SystemExit, match="1 scores lie below their floors"):
        gate.main()
