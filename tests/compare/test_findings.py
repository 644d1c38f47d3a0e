"""Each finding across outlets on reports made for it, and a near miss beside it."""

import importlib.util
from pathlib import Path

import msgspec
import pytest

from rawi.compare.comparing import Comparer
from rawi.lexicon import load_lexicon
from rawi.workflows.vocabulary import build_vocabulary

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)


@pytest.fixture(scope="module")
def comparer():
    return Comparer(build_vocabulary(load_lexicon()))


def each(family):
    return pytest.mark.parametrize("case", reports.cases(family), ids=reports.names(family))


@each("utterances")
def test_utterance(case, comparer):
    found = comparer.compare(reports.build(case)).utterances
    groups = [sorted(variant.passage.article for variant in one.variants) for one in found]
    assert groups == ([["r0", "r1"]] if case["same"] else [])


@each("numbers")
def test_number_conflict(case, comparer):
    found = [one for one in comparer.compare(reports.build(case)).conflicts if one.kind == "number"]
    sides = [[side.passage.article for side in one.sides] for one in found]
    assert sides == ([["r0", "r1"]] if case["conflict"] else [])


@each("claims")
def test_claim_and_denial(case, comparer):
    found = [one for one in comparer.compare(reports.build(case)).conflicts if one.kind == "claim-denial"]
    sides = [sorted(side.passage.article for side in one.sides) for one in found]
    assert sides == ([["r0", "r1"]] if case["conflict"] else [])


@each("speakers")
def test_two_speakers_of_one_content(case, comparer):
    found = comparer.compare(reports.build(case)).conflicts
    assert [one.kind for one in found if one.kind in ("attribution", "account")] == case["kinds"]


@each("wording")
def test_force_of_wording(case, comparer):
    found = [one for one in comparer.compare(reports.build(case)).conflicts if one.kind == "wording-force"]
    sides = [sorted(side.passage.article for side in one.sides) for one in found]
    assert sides == ([["r0", "r1"]] if case["conflict"] else [])


@each("followups")
def test_follow_up(case, comparer):
    found = comparer.compare(reports.build(case)).followups
    assert [(one.made.article, one.verdict) for one in found] == [("r0", case["verdict"])]


@each("positions")
def test_position_moves(case, comparer):
    speaker = case["reports"][0]["statements"][0][0]
    found = comparer.positions(reports.build(case), speaker)
    assert [move.direction for move in found.moves] == [case["direction"]]


@each("wires")
def test_agency_copy(case, comparer):
    found = comparer.compare(reports.build(case)).wires
    assert [sorted(one.articles) for one in found] == ([["r0", "r1"]] if case["copy"] else [])


def test_a_copy_says_what_it_changed(comparer):
    (wire,) = comparer.compare(reports.build(reports.cases("wires")[0])).wires
    numbers = [(change.before.text, change.after.text) for change in wire.copies[0].changes if change.kind == "number"]
    assert (wire.original, numbers) == ("r0", [("40", "30")])


@pytest.mark.parametrize("family", ["utterances", "numbers", "claims", "wording", "followups", "wires"])
def test_order_of_the_reports_does_not_matter(family, comparer):
    built = [
        _renamed(report, number) for number, case in enumerate(reports.cases(family)) for report in reports.build(case)
    ]
    turns = reports.shuffled(built)[:: max(1, len(built) // 3)]
    assert len({reports.as_bytes(comparer.compare(turn)) for turn in turns}) == 1


def _renamed(report, number):
    article = msgspec.structs.replace(report.article, id=f"{number}{report.article.id}")
    return msgspec.structs.replace(report, article=article)
