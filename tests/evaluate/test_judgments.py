"""What a rule, an entry and a confidence are worth, counted over a handful of findings."""

import pytest

from rawi.evaluate import Judgment, RuleCount, count_entries, count_rules, measure_reliability, score
from rawi.evaluate.gold import GoldArticle, GoldEvent, GoldStatement, GoldTime
from rawi.evaluate.judgments import Bin
from rawi.model import Analysis, Event, Evidence, Span, Speaker, Statement, Timex

TEXT = "the mayor said that the old bridge will open on friday after a meeting"
OPENS = "the old bridge will open on friday"
VERB = Evidence("cue/verb", "said", "cues/verbs:say")
CLAUSE = Evidence("content/clause", "that")


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def judged(*statements, optional=False, **fields):
    expected = GoldStatement("said", "the mayor", (OPENS,), "indirect", "assert", optional=optional)
    gold = {name: fields.pop(name) for name in ("gold_times", "gold_events") if name in fields}
    article = GoldArticle(
        "g", TEXT, (expected,), times=gold.get("gold_times"), events=gold.get("gold_events"), timed=None
    )
    return score([article], {"g": Analysis(id="g", statements=statements, **fields)}, particles=()).judgments


def said(content=OPENS, speaker="the mayor", **fields):
    named = {"id": "s", "cue": span("said"), "source": None, "content": (span(content),), "speaker": Speaker(speaker)}
    return Statement(**named, mode="indirect", force="assert", evidence=(VERB, CLAUSE), **fields)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (said(), "right"),
        (said(speaker="the school"), "speaker"),
        (said("open on friday after"), "content"),
        (said("after a meeting"), "extra"),
    ],
)
def test_statement_is_right_when_speaker_and_content_are(statement, verdict):
    rules = ("cue/verb", "content/clause")
    assert judged(statement) == (Judgment(verdict, rules, ("cues/verbs:say",)),)


def test_statement_paired_with_an_optional_one_is_left_out():
    assert judged(said(), optional=True) == ()


@pytest.mark.parametrize(("value", "verdict"), [("2022-01-14", "right"), ("2022-01-07", "value")])
def test_time_is_right_with_its_value(value, verdict):
    at = span("friday")
    time = Timex(at.start, at.end, at.text, value, rule="weekday")
    assert judged(times=(time,), gold_times=(GoldTime("friday", "2022-01-14"),)) == (
        Judgment(verdict, ("time/weekday",)),
    )


def test_time_the_gold_does_not_have_is_extra():
    at = span("old")
    found = judged(times=(Timex(at.start, at.end, at.text, "2021"),), gold_times=(GoldTime("friday", "2022-01-14"),))
    assert [one.verdict for one in found] == ["extra"]


@pytest.mark.parametrize(("kind", "verdict"), [("CONSULT", "right"), ("ASSAULT", "value")])
def test_event_is_right_with_its_type(kind, verdict):
    event = Event("e", span("meeting"), kind, evidence=(Evidence("trigger", "meeting", "CONSULT/meeting"),))
    (found,) = judged(events=(event,), gold_events=(GoldEvent("meeting", "CONSULT"),))
    assert found == Judgment(verdict, ("event/trigger",), ("event/CONSULT/meeting",))


FOUND = (
    Judgment("right", ("cue/verb", "content/clause"), ("say",)),
    Judgment("speaker", ("cue/verb", "content/quote"), ("deny",)),
    Judgment("extra", ("cue/verb", "content/clause"), ("say",)),
)


def test_rules_are_counted_by_name_with_what_is_wrong():
    assert count_rules(FOUND) == (
        RuleCount("content/clause", fired=2, right=1, wrong=1, extra=1, speaker=0, content=0, value=0),
        RuleCount("content/quote", fired=1, right=0, wrong=1, extra=0, speaker=1, content=0, value=0),
        RuleCount("cue/verb", fired=3, right=1, wrong=2, extra=1, speaker=1, content=0, value=0),
    )


def test_entries_are_counted_the_most_frequent_first():
    assert [(one.name, one.fired, one.right) for one in count_entries(FOUND)] == [("say", 2, 1), ("deny", 1, 0)]


def sure(confidence, verdict="right"):
    return Judgment(verdict, (), confidence=confidence)


def test_reliability_compares_confidence_with_the_share_of_right_ones_bin_by_bin():
    found = measure_reliability([sure(0.62), sure(0.68, "extra"), sure(0.95), sure(1.0), sure(None)])
    assert found.bins == (Bin(0.6, 0.7, 2, 0.65, 0.5), Bin(0.9, 1.0, 2, 0.975, 1.0))
    assert found.statements == 4
    assert found.expected_calibration_error == 0.0875


@pytest.mark.parametrize(("confidence", "low"), [(0.29, 0.2), (0.3, 0.3), (0.7, 0.7), (0.0, 0.0), (1.0, 0.9)])
def test_bin_holds_its_lower_bound_and_not_its_upper(confidence, low):
    assert [one.low for one in measure_reliability([sure(confidence)]).bins] == [low]


def test_nothing_sure_has_no_bins():
    assert measure_reliability([sure(None)]).bins == ()
