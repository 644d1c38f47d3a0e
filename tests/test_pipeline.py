"""Invariants of a whole analysis, on any text."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.lexicon import load_lexicon
from rawi.model import Analysis, Article, Span
from rawi.pipeline import analyze

# Letters, marks and signs that news text is made of, so that sentences, quotations and cues come about by chance.
NEWS = st.text(
    alphabet="\u0642\u0627\u0644 \u0648\u0623\u0646\u0625\u0643\u062f\u0645\u0635\u0631\u0628\u062d\u0633"
    '\u064e\u0651\u0640\u00ab\u00bb"\u201c\u201d.\u060c:\n0123-()',
    max_size=400,
)
ANY = st.text(max_size=400)


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)


def analysis_of(text: str) -> Analysis:
    return analyze(Article(id="a", text=text), load_lexicon())


@settings(max_examples=80, deadline=None)
@given(st.one_of(ANY, NEWS))
def test_every_span_gives_back_its_text(text):
    found = analysis_of(text)

    assert [span for span in spans(found) if text[span.start : span.end] != span.text] == []


@settings(max_examples=40, deadline=None)
@given(st.one_of(ANY, NEWS))
def test_the_offsets_of_times_and_mentions_give_back_their_text(text):
    found = analysis_of(text)

    assert [one for one in (*found.times, *found.mentions) if text[one.start : one.end] != one.text] == []


@settings(max_examples=40, deadline=None)
@given(st.one_of(ANY, NEWS))
def test_analyzing_twice_gives_the_same_bytes(text):
    assert msgspec.json.encode(analysis_of(text)) == msgspec.json.encode(analysis_of(text))


@settings(max_examples=40, deadline=None)
@given(st.one_of(ANY, NEWS))
def test_a_parent_is_an_earlier_or_later_statement_of_the_same_article(text):
    found = analysis_of(text)

    assert [
        one for one in found.statements if one.parent is not None and not 0 <= one.parent < len(found.statements)
    ] == []


@pytest.mark.parametrize("size", [200_000])
def test_a_long_text_without_a_full_stop_is_analyzed(size):
    text = "\u0642\u0627\u0644 \u0625\u0646 " * (size // 7)

    assert analysis_of(text).id == "a"
