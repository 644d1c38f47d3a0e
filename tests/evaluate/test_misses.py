"""Each class of error as it is seen from outside, and what costs a statement."""

import pytest

from rawi.evaluate import Miss, score
from rawi.evaluate.gold import GoldArticle, GoldStatement
from rawi.evaluate.misses import extent_of
from rawi.model import Analysis, Span, Speaker, Statement

TEXT = "on friday the mayor said that the old stone bridge will open in may and the school denied it"
OPENS = "the old stone bridge will open in may"


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def misses(content, *, cue="said", speaker="the mayor", **fields):
    expected = GoldStatement(cue="said", speaker="the mayor", content=(OPENS,), mode="indirect", force="assert")
    found = Statement(
        **{"id": "s", "cue": span(cue), "source": None, "content": (span(content),), "speaker": Speaker(speaker)}
        | {"mode": "indirect", "force": "assert"}
        | fields
    )
    article = GoldArticle(id="g", text=TEXT, statements=(expected,))
    return score([article], {"g": Analysis(id="g", statements=(found,))}, particles=()).misses


def test_all_right_is_no_error():
    assert misses(OPENS) == ()


@pytest.mark.parametrize(
    ("content", "kind", "costs"),
    [
        ("the old stone bridge will open in may and the school denied it", "too long", False),
        ("the old stone bridge will open", "too short", False),
        ("the old stone", "too short", True),
        ("the mayor said that the old stone bridge will open in may", "begins early", False),
        ("bridge will open in may", "begins late", False),
        ("open in may", "begins late", True),
    ],
)
def test_wrong_extent_is_named_by_the_end_that_is_wrong(content, kind, costs):
    assert [(miss.kind, miss.costs) for miss in misses(content)] == [(kind, costs)]


def test_wrong_end_is_shown_by_the_last_words_and_wrong_beginning_by_the_first():
    (end,) = misses("the old stone bridge will open")
    (beginning,) = misses("bridge will open in may")
    assert (end.expected, end.found) == (OPENS, "the old stone bridge will open")
    assert (beginning.expected, beginning.found) == (OPENS, "bridge will open in may")


def test_same_ends_and_other_words_between_are_other_parts():
    assert extent_of({1, 2, 3, 4}, {1, 4}) == "parts"
    assert extent_of({1, 2, 3, 4}, {1, 2, 3, 4}) is None


def test_right_cue_with_another_content_is_one_error():
    assert misses("the school denied it") == (
        Miss("content", "g", "said", OPENS, "the school denied it", OPENS, costs=True),
    )


def test_another_cue_with_another_content_is_a_missed_and_an_extra_statement():
    assert [miss.kind for miss in misses("the school denied it", cue="denied")] == ["missed", "extra"]


def test_wrong_force_costs_no_statement_and_a_wrong_speaker_does():
    found = misses(OPENS, force="deny", speaker="the school")
    assert [(miss.kind, miss.expected, miss.found, miss.costs) for miss in found] == [
        ("speaker", "the mayor", "the school", True),
        ("force", "assert", "deny", False),
    ]
