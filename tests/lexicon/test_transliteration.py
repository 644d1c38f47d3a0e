"""Arabic and Latin spellings of one name."""

import pytest

from rawi.lexicon import load_lexicon
from rawi.lexicon.transliteration import latin_letters
from rawi.link.names import fits, rank_spellings, spelling_cost


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("دميتري بيسكوف", "Dmitry Peskov"),
        ("ماريا زاخاروفا", "Maria Zakharova"),
        ("ينس ستولتنبرغ", "Jens Stoltenberg"),
        ("محمد مرسي", "Mohamed Morsi"),
        ("رجب طيب أردوغان", "Recep Tayyip Erdoğan"),
    ],
)
def test_spellings_of_one_name_fit(arabic, latin):
    assert fits(arabic, latin, lexicon=load_lexicon())


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("دميتري بيسكوف", "Sergey Lavrov"), ("بيسكوف", "Dmitry Peskov"), ("محمد مرسي", "Mahmoud Abbas"), ("", "Peskov")],
)
def test_other_names_do_not_fit(arabic, latin):
    assert not fits(arabic, latin, lexicon=load_lexicon())


def test_best_spelling_comes_first():
    ranked = rank_spellings("بلينكن", ["Blanken", "Lincoln", "Blinken", "Two Words"], lexicon=load_lexicon())
    assert [name for name, _ in ranked][:1] == ["Blinken"]
    assert "Two Words" not in dict(ranked)


def test_cost_is_one_of_letters_not_of_length():
    lexicon = load_lexicon()
    assert spelling_cost("عبدالله الثاني", "Abdullah Althani", lexicon=lexicon) < 1.6


@pytest.mark.parametrize(
    ("written", "letters"),
    [("Łukašenka", "lukasenka"), ("Erdoğan", "erdogan"), ("O'Neill", "oneill"), ("Straße", "strasse")],
)
def test_marks_are_dropped(written, letters):
    assert latin_letters(written) == letters
