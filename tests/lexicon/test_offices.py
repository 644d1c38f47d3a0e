"""Terms of office and the days they cover."""

from datetime import date

import pytest

from rawi.lexicon import load_lexicon
from rawi.lexicon.offices import Tenure


def term(begin, end):
    return Tenure("person:a", "foreign_minister", "state:b", begin, end)


@pytest.mark.parametrize("day", [date(2013, 2, 1), date(2015, 6, 30), date(2017, 1, 31)])
def test_day_in_the_term_is_covered(day):
    assert term("2013-02", "2017-01").covers(day)


@pytest.mark.parametrize("day", [date(2013, 1, 31), date(2017, 2, 1)])
def test_day_outside_the_term_is_not(day):
    assert not term("2013-02", "2017-01").covers(day)


def test_term_known_by_years_covers_whole_years():
    assert term("2013", "2017").covers(date(2017, 12, 31))


def test_open_term_covers_later_days():
    assert term("2013-02", "").covers(date(2030, 1, 1))


def test_unknown_end_is_never_sure_but_not_against():
    assert not term("2013-02", "?").covers(date(2014, 1, 1))
    assert term("2013-02", "?").may_cover(date(2014, 1, 1))


def test_holders_are_those_of_the_day():
    offices = load_lexicon().offices
    held = offices.holders(["foreign_minister"], ["state:us"], date(2016, 5, 20))
    assert [each.person for each in held] == ["person:john-kerry"]


def test_month_of_change_has_two_holders():
    offices = load_lexicon().offices
    held = offices.holders(["head_of_state"], ["state:us"], date(2021, 1, 15))
    assert {each.person for each in held} == {"person:donald-trump", "person:joe-biden"}
