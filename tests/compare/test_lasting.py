"""What lasts: ids of stories, decisions of people, and reports compared as they arrive."""

from datetime import UTC, datetime
from importlib import util
from pathlib import Path

import msgspec
import pytest

from rawi.compare.comparing import Comparer
from rawi.compare.conflicts.claims import find_claim_conflicts
from rawi.compare.decisions import Decisions, read_decisions
from rawi.compare.identity import follow, keep_ids
from rawi.compare.opposition import Reasons
from rawi.compare.records import Story
from rawi.compare.stream import Stream
from rawi.compare.utterances import compare_sayings
from rawi.errors import CorrectionError
from rawi.lexicon import load_lexicon
from rawi.model import Correction
from rawi.workflows.vocabulary import build_vocabulary

_spec = util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
AT = datetime(2023, 5, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def vocabulary():
    return build_vocabulary(load_lexicon())


def decide(kind, target, field, value):
    return Correction(kind=kind, target=target, field=field, value=value, by="desk", at=AT)


def case_named(family, name):
    (case,) = [case for case in reports.cases(family) if case["name"] == name]
    return reports.build(case)


def test_a_story_that_grows_keeps_its_id():
    found = (Story(id="new", articles=("a", "b", "c")),)
    lasting = keep_ids(found, {"old": ("a", "b")}, Decisions())
    assert [story.id for story in lasting.stories] == ["old"]


def test_a_story_taken_up_by_another_leads_to_it():
    found = (Story(id="new", articles=("a", "b", "c", "d", "e")),)
    lasting = keep_ids(found, {"one": ("a", "b", "c"), "two": ("d", "e")}, Decisions())
    assert (lasting.stories[0].id, follow("two", lasting.redirects)) == ("one", "one")


def test_a_confirmed_story_keeps_its_articles():
    found = (Story(id="new", articles=("a", "b")),)
    lasting = keep_ids(found, {"old": ("a", "b", "x")}, Decisions(confirmed=frozenset({"old"})))
    assert (lasting.stories[0].articles, lasting.stories[0].confirmed) == (("a", "b", "x"), True)


def test_a_confirmed_story_stays_when_nothing_like_it_is_found():
    lasting = keep_ids((), {"old": ("a", "b")}, Decisions(confirmed=frozenset({"old"})))
    assert [(story.id, story.articles) for story in lasting.stories] == [("old", ("a", "b"))]


def test_redirects_never_run_in_a_circle():
    assert follow("a", {"a": "b", "b": "a"}) == "b"


def test_a_person_keeps_two_utterances_apart_for_good(vocabulary):
    built = case_named("utterances", "the same words in other words are one utterance")
    comparer = Comparer(vocabulary)
    (one,) = comparer.compare(built).utterances
    keys = sorted(f"{variant.passage.article}@{variant.passage.start}" for variant in one.variants)
    decisions = read_decisions([decide("utterance", " = ".join(keys), "same", "false")])
    assert comparer.compare(built, decisions).utterances == ()


def test_a_person_joins_two_utterances_for_good(vocabulary):
    built = case_named("utterances", "another matter of the same speaker is another utterance")
    comparer = Comparer(vocabulary)
    keys = sorted(f"{saying.article}@{saying.passage.start}" for saying in comparer.sayings(built))
    decisions = read_decisions([decide("utterance", " = ".join(keys), "same", "true")])
    assert [len(one.variants) for one in comparer.compare(built, decisions).utterances] == [2]


def test_the_later_decision_holds(vocabulary):
    built = case_named("utterances", "the same words in other words are one utterance")
    comparer = Comparer(vocabulary)
    keys = " = ".join(sorted(f"{saying.article}@{saying.passage.start}" for saying in comparer.sayings(built)))
    said = [decide("utterance", keys, "same", "false"), decide("utterance", keys, "same", "true")]
    assert [len(one.variants) for one in comparer.compare(built, read_decisions(said)).utterances] == [2]


def test_a_dismissed_conflict_is_not_shown_again(vocabulary):
    built = case_named("numbers", "two tolls of one accident conflict")
    comparer = Comparer(vocabulary)
    (conflict,) = comparer.compare(built).conflicts
    decisions = read_decisions([decide("conflict", conflict.id, "real", "false")])
    assert comparer.compare(built, decisions).conflicts == ()


def test_a_verdict_of_a_person_stands_and_is_marked(vocabulary):
    built = case_named("followups", "one that is not is open")
    comparer = Comparer(vocabulary)
    (one,) = comparer.compare(built).followups
    decisions = read_decisions([decide("follow-up", one.id, "verdict", '"broken"')])
    (decided,) = comparer.compare(built, decisions).followups
    assert (decided.verdict, decided.evidence[-1].rule) == ("broken", "decided-by-person")


def test_a_decision_that_names_no_pair_is_an_error():
    with pytest.raises(CorrectionError, match="names no pair"):
        read_decisions([decide("utterance", "a@1", "same", "true")])


def test_a_new_report_finds_what_the_whole_comparison_finds(vocabulary):
    first, second = reports.build(reports.cases("wires")[0])
    held = {first.article.id: first, second.article.id: second}
    stream = Stream(vocabulary, held.get)
    assert stream.add(first).wires == ()
    assert stream.add(second).wires == Comparer(vocabulary).compare([first, second]).wires


def test_a_new_report_is_not_compared_with_strangers(vocabulary):
    (first, _), (stranger, _) = reports.build(reports.cases("wires")[0]), reports.build(reports.cases("positions")[0])
    stranger = msgspec.structs.replace(stranger, article=msgspec.structs.replace(stranger.article, id="s"))
    stream = Stream(vocabulary, {"r0": first, "s": stranger}.get)
    stream.add(first)
    found = stream.add(stranger)
    assert (found.wires, found.utterances, found.conflicts) == ((), (), ())


def test_a_word_of_stretching_strokes_alone_is_no_obstacle(vocabulary):
    rows = [dict(row) for row in reports.cases("wires")[0]["reports"]]
    rows[1]["text"] = rows[1]["text"].replace("فقد انهار جسر رئيسي فجر", "فقد انهار جسر رئيسي ـــ فجر")
    assert [one.articles for one in Comparer(vocabulary).compare(reports.build({"reports": rows})).wires] == [
        ("r0", "r1")
    ]


@pytest.mark.parametrize(("near", "number"), [(True, 1), (False, 0)])
def test_a_denial_answers_only_reports_of_its_matter(vocabulary, near, number):
    case = next(case for case in reports.cases("claims") if case["conflict"])
    sayings = Comparer(vocabulary).sayings(reports.build(case))
    found = find_claim_conflicts(sayings, (), Reasons(vocabulary), lambda _one, _other: near)
    assert len(found) == number


def test_reports_of_other_matters_speak_against_one_utterance_of_two_speakers(vocabulary):
    case = next(case for case in reports.cases("utterances") if case["same"])
    known = Comparer(vocabulary).sayings(reports.build(case))
    unknown = [
        msgspec.structs.replace(saying, voice=msgspec.structs.replace(saying.voice, known=False)) for saying in known
    ]

    def score(sayings, alike):
        return compare_sayings(sayings, lambda _one, _other: alike)[0].score

    assert score(known, 0.0) == score(known, 0.3)
    assert score(unknown, 0.0) < score(unknown, 0.3)
