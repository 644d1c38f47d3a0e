"""Floors on the gold and data sets of ../shared; skipped where that is absent."""

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words
from rawi.timex import find_times

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the gold is not here")


def load_module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def right():
    """Of each series of the data sets: how many items are right."""
    figures = load_module(TESTS / "figures" / "timex.py")
    return {name: sum(fine) for name, _, fine in figures.series(SHARED / "data" / "timex")}


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("duckling, days", 78),
        ("duckling, weekdays read as news", 8),
        ("duckling, weeks, months, years", 19),
        ("duckling, feasts", 9),
        ("duckling, intervals of days", 14),
        ("Recognizers-Text, dates", 93),
    ],
)
def test_data_set_floor(right, name, floor):
    assert right[name] >= floor


def analyzed(gold):
    """What the scorer reads of an article's times."""
    published = date.fromisoformat(gold["published"]) if gold["published"] else None
    article = Article(id=gold["id"], text=gold["text"], title=gold["title"], published=published)
    reading = segment_article(article, split_words(article.text), lexicon=load_lexicon())
    times = find_times(reading, lexicon=load_lexicon())
    return {"id": article.id, "times": [{"start": t.start, "end": t.end, "value": t.value} for t in times]}


@pytest.mark.parametrize(("name", "floor"), [("train", 0.97), ("dev", 0.95)])
def test_gold_floor(name, floor):
    scorer = load_module(SHARED / "eval" / "score.py")
    with (SHARED / "eval" / f"{name}.jsonl").open(encoding="utf-8") as file:
        golds = [json.loads(line) for line in file]
    rows, _, _ = scorer.score(golds, {gold["id"]: analyzed(gold) for gold in golds})
    assert rows["time_value"]["f1"] >= floor
