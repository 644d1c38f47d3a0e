"""A later cue ends the content it stands in where it takes the turn; the texts are in cases/turns.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.statements.find import find_drafts
from rawi.statements.turns import settle_turns, takes_turn

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "turns.yaml").read_text(encoding="utf-8"))
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@each_case
def test_a_content_ends_where_the_turn_is_taken(case, page_of):
    page = page_of(case["text"])
    settled = settle_turns(page, list(find_drafts(page)))
    assert [page.span(part.first, part.last).text for part in settled[0].content.parts] == [case["says"]]


@each_case
def test_a_turn_is_told_by_what_opens_it(case, page_of):
    page = page_of(case["text"])
    _, second = find_drafts(page)
    assert takes_turn(page, second) is case["turns"]


@each_case
def test_the_last_statement_is_left_whole(case, page_of):
    page = page_of(case["text"])
    drafts = list(find_drafts(page))
    assert settle_turns(page, drafts)[-1] == drafts[-1]
