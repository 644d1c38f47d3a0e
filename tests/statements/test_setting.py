"""The classes of cases/settings.yaml: medium, addressee, day, condition and the unnamed, each with near misses."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.pipeline import analyze

CLASSES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "settings.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2022, 1, 12)
SPANS = ("channel", "addressee", "condition", "source")
SPEAKER = ("anonymity", "asked_anonymity")

every_case = pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{group['class']}-{n}") for group in CLASSES for n, case in enumerate(group["cases"])],
)


def statement_of(case):
    article = Article(id="case", text=case["text"], outlet="", published=PUBLISHED)
    found = [one for one in analyze(article, load_lexicon()).statements if case["cue"] in one.cue.text]
    assert found, f"no statement of {case['cue']}"
    return found[0]


def read_fields(statement, names):
    fields = {name: getattr(statement, name) for name in names if name not in (*SPANS, *SPEAKER)}
    spans = {name: getattr(statement, name) for name in names if name in SPANS}
    speaker = {name: getattr(statement.speaker, name) for name in names if name in SPEAKER}
    return fields | {name: span and span.text for name, span in spans.items()} | speaker


@every_case
def test_settings(case):
    wanted = {name: value for name, value in case.items() if name not in ("text", "cue")}
    assert read_fields(statement_of(case), wanted) == wanted


@pytest.mark.parametrize("group", CLASSES, ids=lambda group: group["class"])
def test_every_class_has_a_near_miss(group):
    values = [value for case in group["cases"] for name, value in case.items() if name not in ("text", "cue")]
    assert any(not value for value in values)
