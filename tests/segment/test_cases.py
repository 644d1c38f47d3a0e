from functools import cache
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "segment.yaml").read_text(encoding="utf-8"))


@cache
def lexicon():
    return load_lexicon()


def reading_of(case):
    article = Article(id="a", text=case["text"], title=case.get("title", ""))
    return segment_article(article, split_words(article.text), lexicon=lexicon())


def cases(family):
    return pytest.mark.parametrize("case", CASES[family], ids=lambda case: case["name"])


def expected_quotation(entry):
    """A quotation of a case: its text, or a list of text, depth and ``open``."""
    text, depth, state = ([entry] if isinstance(entry, str) else [*entry]) + [0, "closed"][
        len(entry) - 1 if isinstance(entry, list) else 0 :
    ]
    return text, depth, state == "closed"


@cases("sentences")
def test_sentences(case):
    reading = reading_of(case)
    assert [case["text"][s.start : s.end].strip() for s in reading.sentences] == [s.strip() for s in case["sentences"]]


@cases("quotations")
def test_quotations(case):
    found = [(case["text"][q.start : q.end], q.depth, q.closed) for q in reading_of(case).quotations]
    assert found == [expected_quotation(entry) for entry in case["quotations"]]


@cases("blocks")
def test_blocks(case):
    found = [{block.kind: case["text"][block.start : block.end]} for block in reading_of(case).blocks]
    assert found == case["blocks"]
