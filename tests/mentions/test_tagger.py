"""The tagger: decoding, votes, and what does not change between runs."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.lexicon import load_lexicon
from rawi.mentions import find_mentions
from rawi.mentions.decoding import best_labels
from rawi.mentions.opening import open_page
from rawi.mentions.spans import tagged_spans
from rawi.mentions.tagger import tagger_of
from rawi.mentions.votes import vote_attributes
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

STEPS = ((0, -20, -900), (0, -30, 90), (0, -40, 50))


def reading_of(text):
    return segment_article(Article(id="a", text=text), split_words(text), lexicon=load_lexicon())


def best_by_trying(scores, steps):
    def total(labels):
        moves = sum(steps[a][b] for a, b in pairwise(labels))
        return moves + sum(row[label] for row, label in zip(scores, labels, strict=True))

    return max(total(labels) for labels in product(range(3), repeat=len(scores))), total


@given(st.lists(st.tuples(*[st.integers(-150, 150)] * 3), min_size=1, max_size=6))
def test_best_labels_are_those_of_the_highest_sum(scores):
    highest, total = best_by_trying(scores, STEPS)
    assert total(best_labels(scores, STEPS)) == highest


@given(st.lists(st.one_of(st.none(), st.tuples(*[st.integers(-150, 150)] * 3)), max_size=8))
def test_places_without_scores_are_no_names(scores):
    labels = best_labels(scores, STEPS)
    assert len(labels) == len(scores)
    assert {label for label, row in zip(labels, scores, strict=True) if row is None} <= {0}


def test_full_name_votes_for_the_last_name_elsewhere():
    folded = ["حمزه", "القليوبي", "قال", "القليوبي"]
    votes = vote_attributes(folded, ["B-PERS", "I-PERS", "O", "O"], joined=frozenset())
    assert "v=PERSfull1" in votes[3]


def test_word_that_occurs_once_has_no_vote():
    assert vote_attributes(["حمزه", "قال"], ["B-PERS", "O"], joined=frozenset()) == {}


def test_name_votes_behind_a_joined_letter():
    votes = vote_attributes(["القليوبي", "قال", "والقليوبي"], ["B-PERS", "O", "O"], joined=frozenset("و"))
    assert any(vote.startswith("v=PERS") for vote in votes[2])


def test_inside_label_without_a_beginning_begins_a_name():
    assert [(span.first, span.last) for span in tagged_spans(["O", "I-LOC", "I-LOC", "B-LOC"]).values()] == [
        (1, 3),
        (3, 4),
    ]


def test_same_article_has_the_same_labels():
    page = open_page(reading_of("وقال حمزة القليوبي مدير المصنع إن الأسعار سترتفع."), lexicon=load_lexicon())
    tagger = tagger_of(load_lexicon())
    assert tagger.tag(page) == tagger.tag(page)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ابتوفيكلمن الدر قسعه«»".،:؟\n0123abcXYZ ـًُ\u200f', max_size=200))
def test_any_text_is_read_and_offsets_give_it_back(text):
    for mention in find_mentions(reading_of(text), lexicon=load_lexicon()):
        assert text[mention.start : mention.end] == mention.text
        assert mention.name in mention.text or mention.title


@pytest.mark.parametrize("text", ["", " ", "«", "و" * 2000, "رئيس " * 500, "وزير الخارجية " * 200])
def test_degenerate_texts_are_read(text):
    assert isinstance(find_mentions(reading_of(text), lexicon=load_lexicon()), tuple)
