"""The classes of cases/times.yaml: what is found in each text, and that nothing is found in the near misses."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.timex import read_times

CLASSES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "times.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2022, 1, 12)

every_case = pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{group['class']}-{n}") for group in CLASSES for n, case in enumerate(group["cases"])],
)


@every_case
def test_times(case):
    found = read_times(
        case["text"],
        published=case.get("published", PUBLISHED),
        lexicon=load_lexicon(),
        forward=case.get("forward", False),
    )
    assert [[time.text, time.value] for time in found] == case["found"]


@pytest.mark.parametrize("group", CLASSES, ids=lambda group: group["class"])
def test_every_class_has_an_example(group):
    assert [case for case in group["cases"] if case["found"]] != []
