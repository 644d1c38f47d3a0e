"""A content may end at marks, cues and conjunctions and nowhere else; the texts are in cases/content_ends.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.statements.boundaries import LONGEST, content_limit, possible_ends
from rawi.statements.find import find_drafts

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "content_ends.yaml").read_text(encoding="utf-8"))
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@each_case
def test_possible_ends_are_these_and_no_others(case, page_of):
    page = page_of(case["text"])
    opens = next(find_drafts(page)).frame.opens
    ends = possible_ends(page, opens, content_limit(page, opens))
    assert [page.reading.words.raw[at] for at in ends] == case["before"]


@each_case
def test_the_limit_is_the_end_of_the_sentence_and_no_possible_end(case, page_of):
    page = page_of(case["text"])
    opens = next(find_drafts(page)).frame.opens
    limit = content_limit(page, opens)
    assert limit == len(page.folded)
    assert limit not in possible_ends(page, opens, limit)


def test_a_text_without_a_full_stop_has_a_limit(page_of):
    page = page_of(" ".join(["a"] * (LONGEST + 50)))
    assert content_limit(page, 10) == LONGEST + 10
