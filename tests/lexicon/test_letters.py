"""Spellings of one foreign name, and names that only look alike."""

import pytest

from rawi.lexicon import load_lexicon
from rawi.text.folding import fold_word

SAME = [
    ("بيسكوف", "بسكوف"),
    ("بلينكن", "بلينكين"),
    ("سيرغي", "سيرجي"),
    ("سيرغي", "سيرجيه"),
    ("ستولتنبرغ", "شتولتنبرغ"),
    ("ستولتنبرغ", "ستولتنبيرغ"),
    ("غوتيريش", "جوتيريش"),
    ("غوتيريش", "غوتيريس"),
    ("تاس", "طاس"),
    ("أردوغان", "إردوغان"),
]
OTHER = [
    ("بوريل", "بوريس"),
    ("بوتين", "بوتيل"),
    ("كيري", "كوري"),
    ("بوش", "باش"),
    ("روحاني", "ريحاني"),
    ("أوباما", "باما"),
    ("ريابكوف", "ريابنكوف"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_are_one_name(one, other):
    assert load_lexicon().letters.is_same_name(fold_word(one), fold_word(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_names_that_look_alike_are_two(one, other):
    assert not load_lexicon().letters.is_same_name(fold_word(one), fold_word(other))


@pytest.mark.parametrize(("one", "other"), SAME + OTHER)
def test_likeness_does_not_depend_on_the_order(one, other):
    letters = load_lexicon().letters
    one, other = fold_word(one), fold_word(other)
    assert letters.is_same_name(one, other) == letters.is_same_name(other, one)
