"""What holds for any text whatever."""

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

# Arabic and Latin letters, and everything the room looks at.
SIGNS = "ابتموقلن ة3a.\n\r\t،؛:؟!…\"'«»“”‘’‹›(){}<>-–ـ•_/\u200f\u2028\x00﴾`″"
texts = st.text() | st.text(alphabet=SIGNS, max_size=80)


@cache
def lexicon():
    return load_lexicon()


def reading_of(text, title=""):
    return segment_article(Article(id="a", text=text, title=title), split_words(text), lexicon=lexicon())


@settings(deadline=None)
@given(texts)
@example("")
@example("«" * 700)
@example('" ' * 700)
@example("• •")
@example("..")
def test_every_word_belongs_to_one_sentence_and_one_block(text):
    reading = reading_of(text)
    size = len(reading.words)
    assert [i for s in reading.sentences for i in range(s.first, s.last)] == list(range(size))
    assert [i for b in reading.blocks for i in range(b.first, b.last)] == list(range(size))
    assert all(b.first <= s.first < s.last <= b.last for s in reading.sentences for b in [reading.blocks[s.block]])


@settings(deadline=None)
@given(texts)
def test_spans_begin_and_end_with_their_words(text):
    reading = reading_of(text)
    words = reading.words
    for span in (*reading.sentences, *reading.blocks):
        assert (span.start, span.end) == (words.starts[span.first], words.ends[span.last - 1])


@settings(deadline=None)
@given(texts)
@example('«قال "نعم» ولا"')
@example('"نريد.\n"نريد «لا\nوسنوقع".')
def test_quotations_are_nested_and_hold_their_words(text):
    reading = reading_of(text)
    words = reading.words
    around = []
    for quotation in reading.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.first <= quotation.last
        assert all(quotation.start < words.starts[i] < quotation.end for i in range(quotation.first, quotation.last))
        while around and around[-1].end <= quotation.start:
            around.pop()
        assert quotation.depth == len(around)
        assert not around or quotation.end <= around[-1].end
        around.append(quotation)


@settings(deadline=None)
@given(texts)
def test_words_know_their_sentence_and_innermost_quotation(text):
    reading = reading_of(text)
    for index, sentence in enumerate(reading.sentence_of):
        assert reading.sentences[sentence].first <= index < reading.sentences[sentence].last
    for index, innermost in enumerate(reading.quotation_of):
        holding = [n for n, q in enumerate(reading.quotations) if q.first <= index < q.last]
        assert innermost == (holding[-1] if holding else -1)


@settings(deadline=None)
@given(texts, st.text(max_size=20))
def test_segmenting_twice_gives_equal_readings(text, title):
    assert reading_of(text, title) == reading_of(text, title)


@pytest.mark.parametrize(
    "text", ['"' * 40_000, '" ' * 40_000, "«" * 40_000, "«»" * 20_000, "نص.\n«" * 10_000, "أ." * 20_000]
)
def test_long_texts_of_one_sign_are_segmented(text):
    reading = reading_of(text)
    assert reading.sentences[0].first == 0
    assert reading.sentences[-1].last == len(reading.words)
