"""Floors of the comparison on the gold of ../shared; skipped where that is absent. Floors go up."""

import importlib.util
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the gold is not here")

FLOORS = {
    "wires": 0.9,
    "stories": 0.72,
    "same_statement": 0.68,
    "conflicts": 0.45,
    "omissions": 0.3,
    "followups": 0.17,
}


def load_module(name):
    spec = importlib.util.spec_from_file_location(name, TESTS / "figures" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores():
    return load_module("cross").score(SHARED / "cross-jan2022")


@pytest.mark.slow
@pytest.mark.parametrize("task", FLOORS)
def test_comparison_holds_its_floor(task, scores):
    assert scores[task]["f1"] >= FLOORS[task]


@pytest.mark.slow
def test_kinds_of_conflicts_are_right(scores):
    assert scores["conflicts"]["kind_accuracy"] >= 0.7


@pytest.mark.slow
def test_verdicts_are_right(scores):
    assert scores["followups"]["verdict_accuracy"] >= 0.7


def test_headlines_are_judged_as_well_as_pinned():
    figures = load_module("headlines")
    assert figures.measure(figures.DEV)["macro"] >= 0.73
