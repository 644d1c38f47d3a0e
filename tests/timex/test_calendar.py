from datetime import date

import pytest

from rawi.timex import calendar


@pytest.mark.parametrize(
    ("value", "begin", "finish"),
    [
        ("2022-01-10", date(2022, 1, 10), date(2022, 1, 11)),
        ("2022-12", date(2022, 12, 1), date(2023, 1, 1)),
        ("2022", date(2022, 1, 1), date(2023, 1, 1)),
        ("2022-W01", date(2022, 1, 3), date(2022, 1, 10)),
        ("2022-Q4", date(2022, 10, 1), date(2023, 1, 1)),
        ("2022-H2", date(2022, 7, 1), date(2023, 1, 1)),
        ("2022-WI", date(2022, 12, 1), date(2023, 3, 1)),
        ("198", date(1980, 1, 1), date(1990, 1, 1)),
        ("19", date(1900, 1, 1), date(2000, 1, 1)),
    ],
)
def test_bounds_of_a_value(value, begin, finish):
    assert calendar.bounds_of(value) == (begin, finish)


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-02-02", "XXXX-WXX-6", "XXXX-02", "2021-02-30", "9999", "00", ""])
def test_an_open_or_impossible_value_has_no_bounds(value):
    assert calendar.bounds_of(value) is None


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2022-01-10", "day"),
        ("XXXX-WXX-6", "day"),
        ("XXXX-XX-20", "day"),
        ("2022-W02", "week"),
        ("XXXX-02", "month"),
        ("2022-Q1", "quarter"),
        ("2022-H1", "half"),
        ("2022-SU", "season"),
        ("2022", "year"),
        ("198", "decade"),
        ("18", "century"),
        ("PAST_REF", "ref"),
        ("2022-04-02/2022-05-01", "month"),
        ("2021-08-09/2022-07-29", "year"),
    ],
)
def test_precision_of_a_value(value, precision):
    assert calendar.precision_of(value) == precision


def test_a_report_of_a_sunday_counts_the_week_that_begins():
    assert calendar.week_of(date(2022, 1, 9)) == date(2022, 1, 10)


def test_a_report_of_a_saturday_counts_the_week_that_runs():
    assert calendar.week_of(date(2022, 1, 8)) == date(2022, 1, 3)


def test_easter_of_a_late_year():
    assert calendar.easter(2011) == date(2011, 4, 24)


def test_umm_al_qura_day():
    assert calendar.hijri_day(1443, 9, 15) == date(2022, 4, 16)


@pytest.mark.parametrize(("year", "month", "day"), [(1600, 1, 1), (1443, 9, 31), (1300, 1, 1)])
def test_a_day_outside_the_hijri_table_is_none(year, month, day):
    assert calendar.hijri_day(year, month, day) is None


def test_a_shifted_day_is_cut_to_its_month():
    assert calendar.shift_day(date(2022, 3, 31), months=-1) == date(2022, 2, 28)


def test_a_month_may_lack_a_fifth_weekday():
    assert calendar.weekday_in_month(2022, 2, 2, 5) is None
