"""The classes of cases/chains.yaml: carriers, issuers of documents and nesting, each with near misses."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.pipeline import analyze

CLASSES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "chains.yaml").read_text(encoding="utf-8"))

every_case = pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{group['class']}-{n}") for group in CLASSES for n, case in enumerate(group["cases"])],
)


def statements_of(case):
    article = Article(id="case", text=case["text"], outlet="", published=date(2022, 1, 12))
    return analyze(article, load_lexicon()).statements


def names_of(hop):
    return (hop.name, *hop.aliases)


@every_case
def test_chains(case):
    statements = statements_of(case)
    found = [one for one in statements if case["cue"] in one.cue.text]
    if case.get("absent"):
        assert found == []
        return
    (one,) = found
    if "via" in case:
        assert len(one.via) == len(case["via"])
        assert all(
            any(wanted in name for name in names_of(hop)) for hop, wanted in zip(one.via, case["via"], strict=True)
        )
    if "speaker" in case:
        assert one.speaker.name == case["speaker"]
    if "parent" in case:
        parent = None if one.parent is None else statements[one.parent].cue.text
        assert parent == case["parent"]


@pytest.mark.parametrize("group", CLASSES, ids=lambda group: group["class"])
def test_every_class_has_two_sides(group):
    assert len({str(case.get("via") or case.get("parent") or case["cue"]) for case in group["cases"]}) > 1
