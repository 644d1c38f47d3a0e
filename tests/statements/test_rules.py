"""Every rule named in the evidence of statements fires in its example, does not in its near miss, and is explained."""

import importlib
import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.pipeline import analyze
from rawi.statements.cues import CueKind
from rawi.statements.frames import FrameKind

ROOT = Path(__file__).parents[2]
RULES = yaml.safe_load((ROOT / "tests" / "cases" / "rules.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
SPEAKERS = ("named", "role", "running")

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])


def evidence_in(case):
    """The rules of each statement of a case, by the cue."""
    title = case["text"].split("\n")[0] if case.get("headline") else ""
    statements = analyze(Article(id="case", text=case["text"], title=title), load_lexicon()).statements
    return {one.cue.text: [evidence.rule for evidence in one.evidence] for one in statements}


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(
            rule,
            id=rule["rule"],
            marks=[pytest.mark.xfail(reason=f"#3: {rule['gap']}", strict=True)] if "gap" in rule else [],
        )
        for rule in RULES
    ],
)
def test_rule_fires_in_its_example(rule):
    assert rule["rule"] in evidence_in(rule["example"]).get(rule["example"]["cue"], [])


@every_rule
def test_rule_does_not_fire_in_its_near_miss(rule):
    found = evidence_in(rule["near_miss"])
    assert [cue for cue, rules in found.items() if rule["rule"] in rules] == []


@every_rule
def test_page_explains_the_rule_with_both(rule):
    assert f"`{rule['rule']}`" in PAGE
    for case in (rule["example"], rule["near_miss"]):
        assert case["text"].replace("\n\n", " / ") in PAGE
    assert rule["explained"].removeprefix("rawi.") in PAGE


@every_rule
def test_function_that_explains_the_rule_has_a_docstring(rule):
    module, _, name = rule["explained"].rpartition(".")
    assert getattr(importlib.import_module(module), name).__doc__


def test_every_kind_of_cue_content_and_speaker_is_a_rule():
    kinds = [f"cue/{kind}" for kind in get_args(CueKind)]
    kinds += [f"content/{kind}" for kind in get_args(FrameKind) if kind != "none"]
    assert {rule["rule"] for rule in RULES} == {*kinds, *(f"speaker/{how}" for how in SPEAKERS)}


def test_page_names_no_rule_that_is_not_there():
    named = set(re.findall(r"^\| `((?:cue|content|speaker)/[\w-]+)`", PAGE, re.MULTILINE))
    assert named == {rule["rule"] for rule in RULES}
