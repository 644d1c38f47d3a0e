"""The sentences of ``cases/mentions.yaml``: what is found in each, and what is not."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "mentions.yaml").read_text(encoding="utf-8"))


def mentions_of(text):
    lexicon = load_lexicon()
    reading = segment_article(Article(id="a", text=text), split_words(text), lexicon=lexicon)
    return find_mentions(reading, lexicon=lexicon)


def has_all(mention, fields):
    return all(getattr(mention, field) == value for field, value in fields.items())


def each(list_name):
    listed = [(case, n, fields) for case in CASES for n, fields in enumerate(case.get(list_name, []))]
    return [pytest.param(case["text"], fields, id=f"{case['id']}-{n}") for case, n, fields in listed]


@pytest.mark.parametrize(("text", "fields"), each("finds"))
def test_mention_is_found(text, fields):
    found = mentions_of(text)
    assert [mention for mention in found if has_all(mention, fields)], found


@pytest.mark.parametrize(("text", "fields"), each("misses"))
def test_mention_is_not_found(text, fields):
    assert [mention for mention in mentions_of(text) if has_all(mention, fields)] == []


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_offsets_give_back_the_text(case):
    found = mentions_of(case["text"])
    assert [case["text"][mention.start : mention.end] for mention in found] == [mention.text for mention in found]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_no_word_belongs_to_two_mentions(case):
    found = mentions_of(case["text"])
    assert [(a.text, b.text) for a, b in pairwise(found) if b.first < a.last] == []
