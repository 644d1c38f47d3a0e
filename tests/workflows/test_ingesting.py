"""Files into the ledger: once, again, with bad ones between, and cut off in the middle."""

import json
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from rawi.ledger import open_ledger
from rawi.lexicon import load_lexicon
from rawi.model import Article, Failure
from rawi.workflows import analyzing
from rawi.workflows.analyzing import analyze_all, analyze_article
from rawi.workflows.ingesting import Report, ingest
from rawi.workflows.ledgers import open_ledger as open_with_lexicon
from rawi.workflows.sample import sample_path

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def clock():
    return NOON


@pytest.fixture
def lexicon():
    return load_lexicon()


@pytest.fixture
def articles():
    return [Article(id=f"a{n}", text=f"قال الوزير رقم {n}: «نوافق»", origin=f"a.jsonl:{n}") for n in range(3)]


def test_ingest_counts_what_is_new(ledger, lexicon, articles):
    report = ingest(articles, ledger, lexicon, clock=clock)
    assert report == Report(read=3, new=3, words=15)
    assert list(ledger.articles()) == articles


def test_second_ingest_analyzes_nothing(ledger, lexicon, articles, monkeypatch):
    ingest(articles, ledger, lexicon, clock=clock)
    monkeypatch.setattr(analyzing, "run_pipeline", None)
    assert ingest(articles, ledger, lexicon, clock=clock) == Report(read=3, unchanged=3)


def test_changed_article_is_analyzed_again(ledger, lexicon, articles):
    ingest(articles, ledger, lexicon, clock=clock)
    changed = [articles[0], Article(id="a1", text="نفى الوزير ذلك")]
    assert ingest(changed, ledger, lexicon, clock=clock) == Report(read=2, updated=1, unchanged=1, words=3)


def test_article_twice_in_one_batch_is_one(ledger, lexicon, articles):
    assert ingest([articles[0], articles[0]], ledger, lexicon, clock=clock).new == 1
    assert ledger.stats().articles == 1


def test_failure_between_articles_is_kept_and_the_batch_goes_on(ledger, lexicon, articles):
    failure = Failure("b.pdf", "not text", "Convert it.")
    report = ingest([articles[0], failure, articles[1]], ledger, lexicon, clock=clock)
    assert (report.new, report.failed) == (2, 1)
    assert ledger.failures() == (failure,)


def test_failure_of_an_article_that_is_read_again_unchanged_is_over(ledger, lexicon, articles):
    ingest(articles, ledger, lexicon, clock=clock)
    ingest([Failure(articles[0].origin, "disk error")], ledger, lexicon, clock=clock)
    ingest(articles, ledger, lexicon, clock=clock)
    assert ledger.failures() == ()


def test_fault_of_a_stage_is_a_failure_of_that_article_alone(ledger, lexicon, articles, monkeypatch):
    sound = analyzing.run_pipeline
    monkeypatch.setattr(analyzing, "run_pipeline", lambda one, words: 1 / 0 if one.id == "a1" else sound(one, words))
    report = ingest(articles, ledger, lexicon, clock=clock)
    assert (report.new, report.failed) == (2, 1)
    (failure,) = ledger.failures()
    assert failure.origin == "a.jsonl:1"
    assert failure.reason.startswith("the analysis stopped at test_ingesting.py:")
    assert failure.reason.endswith("with ZeroDivisionError: division by zero")


def test_half_a_character_is_a_failure_and_not_an_exception(lexicon):
    found = analyze_article(Article(id="a", text="قال \ud800", origin="a.txt"), lexicon)
    assert found == Failure(
        "a.txt",
        "half of a surrogate pair ('\\ud800'), which no file can hold",
        "Remove it, or decode the text anew from its source.",
    )


def test_progress_is_told_each_article_and_failure(ledger, lexicon, articles):
    told = []
    failure = Failure("b", "empty")
    ingest([articles[0], failure], ledger, lexicon, clock=clock, progress=told.append)
    assert told == [articles[0], failure]


def test_analyses_come_one_by_one(lexicon, articles):
    taken = []
    analyses = analyze_all((taken.append(one.id) or one for one in articles), lexicon)
    assert next(analyses).id == "a0"
    assert taken == ["a0"]


def test_analysis_names_the_version_that_made_it(lexicon, articles):
    version = analyze_article(articles[0], lexicon).version
    assert version == analyzing.analysis_version(lexicon)
    assert version.startswith("0.1.0+")


def test_own_entry_changes_the_version(tmp_path):
    (tmp_path / "lexicon" / "words").mkdir(parents=True)
    (tmp_path / "lexicon" / "words" / "mine.yaml").write_text("mine: [x]")
    assert load_lexicon(tmp_path).fingerprint != load_lexicon().fingerprint


# Kills itself, as by kill -9: once so many articles are done, in the middle of one, or before a transaction ends.
CUT_OFF = """
import os, signal, sys
from rawi.ledger import sqlite
from rawi.ledger.writing import Writer
from rawi.lexicon import load_lexicon
from rawi.workflows.analyzing import Source
from rawi.workflows import analyzing, ingesting
from rawi.workflows.ledgers import open_ledger

# Several transactions for the forty reports; a version that an edit of the sources meanwhile does not change.
ingesting._BATCH = 7
analyzing.analysis_version = ingesting.analysis_version = lambda _: "1"

place, moment, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
steps = iter(range(1, 1_000_000))

def step(*_, **__):
    if next(steps) == number:
        os.kill(os.getpid(), signal.SIGKILL)

def step_after(function):
    return lambda *given, **named: (function(*given, **named), step())

if moment == "writing":
    Writer._write_flat = step_after(Writer._write_flat)
if moment == "indexing":
    sqlite.index_words = step_after(sqlite.index_words)
with open_ledger(place) as ledger:
    told = step if moment == "between" else None
    ingesting.ingest(Source(sys.argv[4:]).read(), ledger, load_lexicon(), progress=told)
"""


def contents(place):
    """All that a ledger tells, except when it was told."""
    with open_with_lexicon(place) as ledger:
        analyses = [ledger.analysis(row.id) for row in ledger.list_articles()]
        found = [one.id for one in ledger.search("موسكو")], [row.statement.id for row in ledger.statements()]
        return analyses, ledger.stats(), ledger.speakers(), ledger.failures(), found


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    place = tmp_path_factory.mktemp("whole") / "l.db"
    subprocess.run([sys.executable, "-c", CUT_OFF, place, "never", "0", sample_path()], check=True)
    return contents(place)


MOMENTS = ["between 1", "between 33", "writing 40", "indexing 1", "indexing 8"]


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_and_run_again_nothing_is_lost_and_nothing_twice(tmp_path, uninterrupted, moment):
    place = tmp_path / "l.db"
    again = [sys.executable, "-c", CUT_OFF, str(place)]
    killed = subprocess.run([*again, *moment.split(), str(sample_path())], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert subprocess.run([*again, "never", "0", str(sample_path())], check=False).returncode == 0
    assert contents(place) == uninterrupted


@pytest.mark.slow
def test_two_ingests_at_once_keep_everything_once(tmp_path, uninterrupted):
    again = [sys.executable, "-c", CUT_OFF, str(tmp_path / "l.db"), "never", "0", str(sample_path())]
    both = [subprocess.Popen(again) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert contents(tmp_path / "l.db") == uninterrupted


def test_sample_is_forty_reports_of_nine_outlets():
    lines = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    assert (len(lines), len({line["outlet"] for line in lines})) == (40, 9)


@pytest.mark.slow
@pytest.mark.parametrize("sentence", ["قال الوزير إن الجسر آمن. ", "كلمة بلا نقطة ", "«", "12-"])
def test_long_text_takes_time_in_proportion_to_its_length(lexicon, tmp_path, indexing, sentence):
    article = Article(id="a", text=sentence * (1_000_000 // len(sentence)))
    with open_ledger(tmp_path / "l.db", indexing=indexing) as ledger:
        assert ingest([article], ledger, lexicon, clock=clock).new == 1
