"""A source that swallowed the content is cut where the content can begin; the texts are in cases/swallowed.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.statements.cues import find_cues
from rawi.statements.page import Words
from rawi.statements.sources import shorten_source

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "swallowed.yaml").read_text(encoding="utf-8"))
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@each_case
def test_a_source_is_cut_where_its_verb_lets_a_content_begin(case, page_of):
    page = page_of(case["text"])
    cue = next(find_cues(page))
    left = shorten_source(page, cue, Words(cue.last, len(page.folded) - 1))
    assert (left and page.span(left.first, left.last).text) == case["left"]
