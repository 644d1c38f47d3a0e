"""The search folds spelling and finds words with what is joined before them; the sentences are in cases/search.yaml."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.ledger import StatementFilter, open_ledger
from rawi.ledger.search import Term, has_term, parse_query
from rawi.text.clitics import clitic_variants
from rawi.workflows.ledgers import search_indexing

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "search.yaml").read_text(encoding="utf-8"))


def queries(kind):
    return [pytest.param(case["text"], query, id=f"{case['name']}: {query}") for case in CASES for query in case[kind]]


@pytest.mark.parametrize(("text", "query"), queries("finds"))
def test_query_finds_article_and_statement(ledger, make_article, make_analysis, text, query):
    article = make_article(text)
    ledger.add(article, make_analysis(article, ("الوزير", text)))
    assert [one.id for one in ledger.search(query)] == ["a"]
    assert [row.article for row in ledger.statements(StatementFilter(text=query))] == ["a"]
    assert ledger.count_statements(StatementFilter(text=query)) == 1


@pytest.mark.parametrize(("text", "query"), queries("misses"))
def test_query_misses_article_and_statement(ledger, make_article, make_analysis, text, query):
    article = make_article(text)
    ledger.add(article, make_analysis(article, ("الوزير", text)))
    assert list(ledger.search(query)) == []
    assert list(ledger.statements(StatementFilter(text=query))) == []


def test_query_is_cut_into_words_and_phrases(indexing):
    asked = parse_query('حوار "جنيف الثانية" فيين*', indexing=indexing)
    assert asked == (Term(("حوار",)), Term(("جنيف", "الثانيه")), Term(("فيين",), prefix=True))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_query_whatever_is_answered(ledger, query):
    assert list(ledger.search(query)) == []
    assert ledger.count_statements(StatementFilter(text=query, speaker=query, via=query, outlet=query)) == 0


def test_phrase_longer_than_the_text_is_not_there():
    assert not has_term([("a",)], Term(("a", "b")))


def test_variants_of_a_word_begin_with_the_word():
    assert clitic_variants("والوزير", ["و", "ال", "وال"]) == ("والوزير", "الوزير", "وزير")


def test_variants_leave_a_noun_its_letters():
    assert clitic_variants("ولد", ["و", "ال"]) == ("ولد",)
    assert clitic_variants("اليد", ["و", "ال"]) == ("اليد", "يد")


class TestFilters:
    """Each filter restricts; together they all do."""

    @pytest.fixture
    def filled(self, ledger, make_article, make_analysis, carried_by):
        early = make_article("قال الوزير إن الجسر آمن", id="early", outlet="الشروق", published=date(2022, 1, 1))
        ledger.add(early, make_analysis(early, ("الوزير أحمد سالم", "الجسر آمن"), via=carried_by("وكالة الشمال")))
        late = make_article("نفت الوزيرة أن الجسر مغلق", id="late", outlet="المساء الجديد", published=date(2022, 1, 9))
        ledger.add(late, make_analysis(late, ("الوزيرة", "الجسر مغلق")))
        bare = make_article("قيل إن الجسر قديم", id="bare", outlet="", published=None)
        ledger.add(bare, make_analysis(bare, ("مصدر", "الجسر قديم")))
        return ledger

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (StatementFilter(), ["late", "early", "bare"]),
            (StatementFilter(limit=1), ["late"]),
            (StatementFilter(speaker="أحمد"), ["early"]),
            (StatementFilter(speaker='"أحمد الوزير"'), []),
            (StatementFilter(outlet="مساء"), ["late"]),
            (StatementFilter(outlet="%"), []),
            (StatementFilter(via="الشمال"), ["early"]),
            (StatementFilter(text="جسر", since=date(2022, 1, 2)), ["late"]),
            (StatementFilter(until=date(2022, 1, 9)), ["early"]),
            (StatementFilter(since=date(2022, 1, 9), until=date(2022, 1, 10)), ["late"]),
            (StatementFilter(force=("assert", "deny")), ["late", "early", "bare"]),
            (StatementFilter(force=("deny",)), []),
            (StatementFilter(anonymous=True), []),
            (StatementFilter(mode="direct"), []),
            (StatementFilter(confidence=0.5), []),
            (StatementFilter(nested=True), []),
            (StatementFilter(article="bare"), ["bare"]),
        ],
    )
    def test_filter_finds(self, filled, wanted, found):
        assert [row.article for row in filled.statements(wanted)] == found

    def test_speakers_are_counted_with_their_forces(self, filled):
        found = {row.name: (row.statements, row.first, row.forces) for row in filled.speakers()}
        assert found == {
            "الوزير أحمد سالم": (1, "2022-01-01", {"assert": 1}),
            "الوزيرة": (1, "2022-01-09", {"assert": 1}),
            "مصدر": (1, None, {"assert": 1}),
        }


def test_ledger_indexed_in_another_way_is_indexed_again_before_it_is_written(tmp_path, make_article, make_analysis):
    first, second = make_article("وصل الوفد"), make_article("وصل الوزير", id="b")
    with open_ledger(tmp_path / "l.db", indexing=search_indexing(["و"])) as ledger:
        ledger.add(first, make_analysis(first, ("الوفد", "وصل")))
        assert list(ledger.search("وفد")) == []
    with open_ledger(tmp_path / "l.db", indexing=search_indexing(["و", "ال"])) as ledger:
        ledger.add(second, make_analysis(second))
        ledger.add(first, make_analysis(first, version="2"))
        assert [one.id for one in ledger.search("وفد")] == ["a"]
        assert list(ledger.statements(StatementFilter(text="وصل"))) == []
