"""What is written comes back equal; the same article twice is one."""

import contextlib
import sqlite3
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rawi.errors import LedgerError
from rawi.ledger import StatementFilter, open_ledger
from rawi.model import (
    Analysis,
    Article,
    Block,
    Correction,
    Event,
    Evidence,
    Failure,
    Hop,
    Mention,
    Participant,
    Provenance,
    Quantity,
    Quotation,
    Sentence,
    Span,
    Speaker,
    Statement,
    Timex,
)

# Records of this size shrink for minutes; a failing one is readable as it is.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
SLOW = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
TEXT = "قال الوزير إن الجسر سيُفتح غداً"

words = st.text(max_size=8)
number = st.integers(0, 10**9)
spans = st.builds(lambda start, text: Span(start, start + len(text), text), number, words)
optional_spans = st.none() | spans
dates = st.none() | st.dates()
figures = st.none() | st.floats(allow_nan=False)


def tuples(items):
    return st.lists(items, max_size=3).map(tuple)


evidence = tuples(st.builds(Evidence, words, words, words))
participants = tuples(st.builds(Participant, words, tuples(words), optional_spans, words, words, words, words))
speakers = st.builds(
    Speaker, words, tuples(words), words, words, words, words, words, words, st.booleans(), words, words
)
hops = tuples(st.builds(Hop, words, tuples(words), optional_spans, words, words))
statements = st.builds(
    Statement,
    id=words,
    cue=optional_spans,
    source=optional_spans,
    content=tuples(spans),
    speaker=speakers,
    condition=optional_spans,
    addressee=optional_spans,
    channel=optional_spans,
    channel_kind=words,
    via=hops,
    parent=st.none() | number,
    said_on=st.none() | st.dates().map(date.isoformat),
    strength=words,
    distance=words,
    confidence=figures,
    evidence=evidence,
)
events = st.builds(
    Event,
    id=words,
    trigger=spans,
    type=words,
    actors=participants,
    targets=participants,
    date=st.none() | words,
    place=st.none() | words,
    said=st.none() | number,
    contexts=tuples(words),
    quantities=tuples(st.builds(Quantity, figures, figures, words, spans)),
    evidence=evidence,
)
mentions = st.builds(
    Mention, number, number, words, words, words, number, number, words, words, words, words, words, words
)
times = st.builds(Timex, number, number, words, words, begin=dates, finish=dates, rule=words)
layout = {
    "blocks": tuples(st.builds(Block, st.just("title"), number, number, number, number)),
    "sentences": tuples(st.builds(Sentence, number, number, number, number, number)),
    "quotations": tuples(st.builds(Quotation, number, number, number, number, number, st.booleans())),
}
articles = st.builds(
    Article,
    id=st.just("a"),
    text=st.text(),
    title=words,
    outlet=words,
    published=dates,
    byline=words,
    dateline=words,
    credit=words,
    language=words,
    origin=words,
    encoding=words,
    provenance=tuples(st.builds(Provenance, words, words)),
)
findings = st.fixed_dictionaries(
    {"statements": tuples(statements), "times": tuples(times), "mentions": tuples(mentions), "events": tuples(events)}
    | layout
)
ARTICLE_FIELDS = set(Article.__struct_fields__) - {"text"}


def analysis_of(article, found, version="1"):
    return Analysis(**{name: getattr(article, name) for name in ARTICLE_FIELDS}, version=version, **found)


@settings(max_examples=60, deadline=None, phases=NO_SHRINKING, suppress_health_check=SLOW)
@given(articles, findings, findings)
def test_what_is_written_is_read_back_equal_also_after_a_rewrite(indexing, article, found, later):
    with open_ledger(":memory:", indexing=indexing) as ledger:
        ledger.add(article, analysis_of(article, found))
        assert (ledger.article("a"), ledger.analysis("a")) == (article, analysis_of(article, found))
        ledger.add(article, analysis_of(article, later, version="2"))
        assert ledger.analysis("a") == analysis_of(article, later, version="2")
        assert [row.statement for row in ledger.statements()] == list(later["statements"])


def test_same_article_twice_is_one(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    analysis = make_analysis(article, ("الوزير", "الجسر سيُفتح غداً"))
    assert ledger.add(article, analysis, at="first") == "new"
    assert ledger.add(article, analysis, at="second") == "unchanged"
    assert (ledger.stats().articles, ledger.stats().statements) == (1, 1)


def test_same_article_from_another_place_is_the_same(ledger, make_article, make_analysis):
    article, again = make_article(TEXT, origin="a.txt"), make_article(TEXT, origin="b.txt")
    ledger.add(article, make_analysis(article))
    assert ledger.add(again, make_analysis(again)) == "unchanged"


def test_changed_text_under_the_same_id_replaces_all_that_was_found(ledger, make_article, make_analysis):
    before, after = make_article(TEXT), make_article("نفت الوزيرة فتح الجسر")
    ledger.add(before, make_analysis(before, ("الوزير", "الجسر سيُفتح غداً")))
    assert ledger.add(after, make_analysis(after, ("الوزيرة", "فتح الجسر"))) == "updated"
    assert [row.statement.speaker.name for row in ledger.statements()] == ["الوزيرة"]
    assert [list(ledger.search("غدا")), len(list(ledger.search("نفت")))] == [[], 1]
    assert list(ledger.statements(StatementFilter(text="غدا"))) == []


def test_newer_analysis_replaces_the_older(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    ledger.add(article, make_analysis(article))
    assert ledger.has(article, version="1")
    assert not ledger.has(article, version="2")
    assert ledger.add(article, make_analysis(article, version="2")) == "updated"


def test_another_date_is_another_article_to_analyze(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    ledger.add(article, make_analysis(article))
    assert not ledger.has(make_article(TEXT, published=date(2022, 1, 11)), version="1")


def test_same_text_under_another_id_is_another_article(ledger, make_article, make_analysis):
    for article in (make_article(TEXT, outlet="الشروق"), make_article(TEXT, id="b", outlet="المساء")):
        ledger.add(article, make_analysis(article))
    assert ledger.stats().outlets == {"الشروق": 1, "المساء": 1}
    assert ledger.stats().copies == 1


def test_batch_that_fails_leaves_nothing(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    with pytest.raises(AttributeError), ledger.batch():
        add_then_fail(ledger, article, make_analysis(article))
    assert ledger.stats().articles == 0


def add_then_fail(ledger, article, analysis):
    ledger.add(article, analysis)
    ledger.add(None, analysis)


def test_batch_in_which_an_error_was_caught_is_not_kept_by_half(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    with pytest.raises(LedgerError, match="nothing of the batch is kept"), ledger.batch():
        add_then_forgive(ledger, article, make_analysis(article))
    assert ledger.stats().articles == 0


def add_then_forgive(ledger, article, analysis):
    with contextlib.suppress(AttributeError):
        add_then_fail(ledger, article, analysis)


def test_batch_sees_what_it_wrote(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    with ledger.batch():
        ledger.add(article, make_analysis(article))
        assert ledger.article("a") == article


def test_failure_of_an_origin_is_kept_once_with_its_last_reason(ledger):
    ledger.add_failure(Failure("a.pdf", "not text"))
    ledger.add_failure(Failure("a.pdf", "empty", "Remove it."))
    assert ledger.failures() == (Failure("a.pdf", "empty", "Remove it."),)


def test_failure_is_over_once_its_origin_is_read(ledger, make_article, make_analysis):
    ledger.add_failure(Failure("a.txt", "empty"))
    article = make_article(TEXT, origin="a.txt")
    ledger.add(article, make_analysis(article))
    assert ledger.failures() == ()


def test_corrections_come_back_in_order(ledger):
    first = Correction("statement", "a-0", "force", '"deny"', "Mona", datetime(2026, 1, 2, tzinfo=UTC), "heard it")
    second = Correction("statement", "a-0", "force", '"refuse"', "Omar", datetime(2026, 1, 3, tzinfo=UTC))
    for one in (first, second):
        ledger.add_correction(one)
    assert ledger.corrections("a-0") == (first, second)
    assert ledger.corrections("a-1") == ()


@pytest.mark.parametrize("command", ["UPDATE corrections SET value = '1'", "DELETE FROM corrections"])
def test_file_itself_refuses_to_lose_a_correction(tmp_path, indexing, command):
    with open_ledger(tmp_path / "l.db", indexing=indexing) as ledger:
        ledger.add_correction(Correction("article", "a", "outlet", '"x"', "Mona", datetime(2026, 1, 2, tzinfo=UTC)))
    connection = sqlite3.connect(tmp_path / "l.db")
    with pytest.raises(sqlite3.DatabaseError, match="corrections are only ever added"):
        connection.execute(command)
    connection.close()


def test_correction_outlives_a_rewrite_of_its_article(ledger, make_article, make_analysis):
    article = make_article(TEXT)
    ledger.add(article, make_analysis(article))
    ledger.add_correction(Correction("article", "a", "outlet", '"x"', "Mona", datetime(2026, 1, 2, tzinfo=UTC)))
    ledger.add(article, make_analysis(article, version="2"))
    assert len(ledger.corrections("a")) == 1


def test_article_of_five_megabytes_is_kept_whole(ledger, make_article, make_analysis):
    article = make_article("كلمة " * 1_000_000)
    ledger.add(article, make_analysis(article))
    assert ledger.article("a") == article


def test_full_disk_is_told_as_an_error_of_the_ledger(tmp_path, indexing, make_article, make_analysis):
    with open_ledger(tmp_path / "l.db", indexing=indexing) as ledger:
        article = make_article(TEXT * 20_000)
        with ledger._reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="cannot be read or written: database or disk is full"):
            ledger.add(article, make_analysis(article))
