"""A cue is completed by the first thing after it that can open a content; the texts are in cases/frames.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.statements.find import find_drafts

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "frames.yaml").read_text(encoding="utf-8"))


def marks_of(case):
    return [pytest.mark.xfail(reason=f"#3: {case['misread']}", strict=True)] if "misread" in case else []


each_case = pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["name"], marks=marks_of(case)) for case in CASES]
)


@each_case
def test_a_frame_opens_a_content_after_its_gap(case, page_of):
    page = page_of(case["text"])
    frame, raw = next(find_drafts(page)).frame, page.reading.words.raw
    assert (frame.kind, raw[frame.opens], raw[frame.gap_last]) == (case["kind"], case["opens"], case["gap"])
