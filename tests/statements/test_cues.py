"""A conjunction that trails is told from one that adds; the texts are in cases/moreover.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.statements.cues import find_cues

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "moreover.yaml").read_text(encoding="utf-8"))
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@each_case
def test_what_trails_is_told_from_what_adds(case, page_of):
    page = page_of(case["text"])
    assert [(page.span(cue.first, cue.last).text, cue.kind) for cue in find_cues(page)] == [(case["cue"], case["kind"])]
