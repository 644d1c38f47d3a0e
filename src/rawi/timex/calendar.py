"""Days, weeks, months and years: TIMEX3 values from calendar units, and the days a value covers."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from hijridate import Hijri

DAY = timedelta(days=1)
SUNDAY = 7
# The years the Umm al-Qura calendar covers.
FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1343, 1500
# Meteorological seasons: first month and how many months. Winter belongs to the year it begins in.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day: a day is never bent into another."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_value(day: date) -> str:
    """The TIMEX3 value of a day."""
    return day.isoformat()


def month_value(year: int, month: int) -> str:
    """The TIMEX3 value of a month."""
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    """The TIMEX3 value of the ISO week a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def week_of(today: date) -> date:
    """The Monday of the week that is "this week" on the day of a report.

    Weeks are ISO weeks (Monday to Sunday), as TIMEX3 wants them; but the working week of the Arab press begins on
    Sunday at the latest, so a report of a Sunday counts the week that begins as its own.
    """
    first = today - (today.isoweekday() - 1) * DAY
    return first + 7 * DAY if today.isoweekday() == SUNDAY else first


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month ``by`` months later (earlier when negative)."""
    years, index = divmod(year * 12 + month - 1 + by, 12)
    return years, index + 1


def shift_day(day: date, *, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """The day shifted by whole months (cut to the length of the month it falls in), then by days."""
    year, month = shift_month(day.year, day.month, years * 12 + months)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    length = month_bounds(year, month)[1] - date(year, month, 1)
    try:
        return date(year, month, min(day.day, length.days)) + days * DAY
    except OverflowError:
        return None


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """First day of the month and first day after it."""
    if (year, month) == (MAXYEAR, 12):
        return date(year, month, 1), date.max
    return date(year, month, 1), date(*shift_month(year, month, 1), 1)


def weekday_before(today: date, weekday: int, *, same: bool) -> date:
    """The last such weekday (1 is Monday) before the day, or the day itself where ``same`` allows it."""
    back = (today.isoweekday() - weekday) % 7
    return today - (back if back or same else 7) * DAY


def weekday_after(today: date, weekday: int, *, same: bool) -> date:
    """The next such weekday (1 is Monday) after the day, or the day itself where ``same`` allows it."""
    ahead = (weekday - today.isoweekday()) % 7
    return today + (ahead if ahead or same else 7) * DAY


def weekday_in_month(year: int, month: int, weekday: int, which: int) -> date | None:
    """The ``which``-th such weekday of the month, the last for -1; None where the month has no such day."""
    first, after = month_bounds(year, month)
    if which < 0:
        return weekday_before(after - DAY, weekday, same=True)
    found = weekday_after(first, weekday, same=True) + (which - 1) * 7 * DAY
    return found if found < after else None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Umm al-Qura date, or None outside 1343 to 1500 and for days the month lacks."""
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First day of an Umm al-Qura month and first day after it."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    first, after = hijri_day(year, month, 1), hijri_day(*following, 1)
    return (first, after) if first is not None and after is not None else None


def hijri_year_at(day: date) -> int:
    """The Hijri year that runs on a Gregorian day, within one of the true one outside the table's range."""
    guess = (day.year - 622) * 33 // 32 + 1
    for year in (guess + 1, guess, guess - 1):
        first = hijri_day(year, 1, 1)
        if first is not None and first <= day:
            return year
    return guess


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the computus of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + letter - 7 * ((golden + 11 * epact + 22 * letter) // 451) + 114, 31)
    return date(year, month, day + 1)


def bounds_of(value: str) -> tuple[date, date] | None:
    """The days a TIMEX3 value covers, half-open; None for an open value (``XXXX-02-02``, ``PAST_REF``)."""
    if len(value) < 4 and value.isdigit():
        return _span_of_years(int(value) * 10 ** (4 - len(value)), 10 ** (4 - len(value)))
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    year = int(found[1])
    if not MINYEAR <= year < MAXYEAR:
        return None
    return _bounds(year, found)


def _bounds(year: int, found: re.Match[str]) -> tuple[date, date] | None:
    if found[2]:
        monday = date.fromisocalendar(year, int(found[2]), 1)
        return monday, monday + 7 * DAY
    if found[7]:
        day = day_or_none(year, int(found[6]), int(found[7]))
        return None if day is None else (day, day + DAY)
    if found[3]:
        return _span_of_months(year, int(found[3]) * 3 - 2, 3)
    if found[4]:
        return _span_of_months(year, int(found[4]) * 6 - 5, 6)
    if found[5]:
        return _span_of_months(year, SEASONS[found[5]], 3)
    return _span_of_months(year, int(found[6]), 1) if found[6] else _span_of_years(year, 1)


def _span_of_months(year: int, month: int, count: int) -> tuple[date, date]:
    return date(year, month, 1), date(*shift_month(year, month, count), 1)


def _span_of_years(year: int, count: int) -> tuple[date, date] | None:
    return (date(year, 1, 1), date(year + count, 1, 1)) if MINYEAR <= year <= MAXYEAR - count else None


PRECISIONS = (
    (re.compile(r"\d{2}"), "century"),
    (re.compile(r"\d{3}"), "decade"),
    (re.compile(r"[\dX]{4}"), "year"),
    (re.compile(r"[\dX]{4}-Q\d"), "quarter"),
    (re.compile(r"[\dX]{4}-H\d"), "half"),
    (re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r"[\dX]{4}-W[\dX]{2}"), "week"),
    (re.compile(r"[\dX]{4}-[\dX]{2}"), "month"),
    (re.compile(r"[\dX]{4}-(?:[\dX]{2}|W[\dX]{2})-[\dX]{1,2}"), "day"),
    (re.compile(r"\w+_REF"), "ref"),
)


def precision_of(value: str) -> str:
    """How exact a TIMEX3 value is: ``day``, ``week``, ``month`` ... ``century``, or ``ref``."""
    if "/" in value:
        # The days of a month or year of the Hijri calendar.
        first, last = map(date.fromisoformat, value.split("/"))
        return "month" if last - first < 31 * DAY else "year"
    return next((name for shape, name in PRECISIONS if shape.fullmatch(value)), "")
