"""Rules for single days: dates, lists and ranges of dates, days of the week, yesterday and tomorrow."""

from collections.abc import Callable
from datetime import date

from rawi.timex.calendar import (
    DAY,
    FIRST_HIJRI_YEAR,
    LAST_HIJRI_YEAR,
    day_or_none,
    hijri_day,
    shift_month,
    weekday_after,
    weekday_before,
)
from rawi.timex.coding import MORE
from rawi.timex.dating import (
    OPEN_YEAR,
    date_value,
    day_of,
    modifier_of,
    month_of,
    reference_of,
    shift_of,
    weekday_value,
)
from rawi.timex.guards import is_name_of_day, is_part_of_name, is_weekday_of_name
from rawi.timex.hit import Found, Hit
from rawi.timex.rule import NO_TIME, Finding

_LAST_DAY = -1
_MOST_WEEKS = 5
# Words of two numbers with a dash between them.
_PAIR = 3
_YEAR_DIGITS, _CENTURY = 4, 100


def date_in_words(hit: Hit) -> Finding:
    """A day of a month, with or without its day of the week and its year: "Tuesday the fifth of March 2013".

    Without a year it is the date nearest to the report that fits the day of the week, or the one before or after it
    where a modifier or the sentence says so. A day no calendar has is not a date.
    """
    month, day = month_of(hit), day_of(hit)
    if month is None or day is None or day == _LAST_DAY:
        return None
    if is_part_of_name(hit, month, day):
        return NO_TIME
    dated = date_value(hit, month, day, hit.number("weekday", "weekday"))
    return None if dated is None or _is_nth_weekday(hit, day, dated[0]) else hit.found(*dated)


def first_of_two_dates(hit: Hit) -> Finding:
    """The first of two dates whose year stands at the second: "from 13 July to 15 August 2013"."""
    month, day, other = month_of(hit), day_of(hit), hit.number("other", "month", "month_maybe")
    year = hit.number("year", "year")
    if month is None or day is None or other is None or year is None:
        return None
    there = day_or_none(year - (month > other), month, day)
    return None if there is None else hit.found(there.isoformat())


def _is_nth_weekday(hit: Hit, day: int, value: str) -> bool:
    """Whether "the Tuesday the third of September" cannot be the third but may be the third Tuesday."""
    number = hit.number("weekday", "weekday")
    if number is None or day > _MOST_WEEKS or "ordinal" not in hit.tokens.values(hit.at("day")):
        return False
    return not value.startswith(OPEN_YEAR) and date.fromisoformat(value).isoweekday() != number


def several_days(hit: Hit) -> Finding:
    """Several days of one month, "27 and 28 October", "from 3 to 12 September".

    Each day is found by itself, the last with the month, so that a range has two ends.
    """
    month = month_of(hit)
    if month is None:
        return None
    stop = hit.at("stop") if hit.has("stop") else hit.last
    return _each_day(hit, hit.at("days"), stop, lambda day: date_value(hit, month, day))


def two_days_in_digits(hit: Hit) -> Finding:
    """Two days of a month with a dash between them: "1-8 September"."""
    month, first = month_of(hit), hit.at("pair")
    values = hit.tokens.values(first)
    pair = [date_value(hit, month, int(values[name])) for name in "ab"] if month is not None else []
    if hit.tokens.end(first) - first != _PAIR or None in pair:
        return None
    places = ((first, first + 1), (first + _PAIR - 1, hit.last))
    return tuple(Found(*place, *dated) for place, dated in zip(places, pair, strict=True) if dated is not None)


def several_days_of_this_month(hit: Hit) -> Finding:
    """Days of the month that runs or of the one beside it: "15 and 16 of the current month"."""
    return _each_day(hit, hit.at("days"), hit.at("month"), lambda day: _day_near(hit, day))


def day_of_this_month(hit: Hit) -> Finding:
    """A day of the month that runs, of the one beside it or of the one named before.

    "10 of the current month", "the 20th of next month", "the second of the same month".
    """
    day = day_of(hit)
    dated = _day_near(hit, day) if day is not None else None
    return None if dated is None else hit.found(*dated)


def _day_near(hit: Hit, day: int) -> tuple[str, str] | None:
    today, modifier = hit.context.today, modifier_of(hit, "month_mod")
    if modifier == "same" or hit.has("that_month"):
        there, anchor = hit.context.month_before(), "text"
        if there is None:
            return None
    elif today is None:
        return f"XXXX-XX-{day:02}", ""
    else:
        there, anchor = shift_month(today.year, today.month, shift_of(modifier)), "published"
    found = day_or_none(*there, day)
    return None if found is None else (found.isoformat(), anchor)


def _each_day(hit: Hit, first: int, stop: int, dated: Callable[[int], tuple[str, str] | None]) -> Finding:
    """Each day number between the positions as a finding of its own; the last reaches to the end of the match."""
    tokens = hit.tokens
    places = [at for at in range(first, stop) if tokens.codes[at] != MORE and _day_at(hit, at) is not None]
    found = []
    for at, following in zip(places, [*places[1:], None], strict=bool(places)):
        day = _day_at(hit, at)
        value = None if day is None else dated(day)
        if value is None:
            return None
        last = hit.last if following is None else tokens.end(at)
        found.append(Found(at, last, *value))
    return tuple(found) or None


def _day_at(hit: Hit, index: int) -> int | None:
    found = hit.tokens.value(index, "day", "ordinal", "ordinal_tens")
    return found if isinstance(found, int) else None


def month_then_day(hit: Hit) -> Finding:
    """The month before the day, "January the 22nd, 2018": read so only where no counted noun can follow."""
    return date_in_words(hit)


def deictic_day(hit: Hit) -> Finding:
    """Today, yesterday, the day before, tomorrow, with a part of the day or a day of the week beside it.

    A day of the week beside it decides: a report of a Friday that says "today, Wednesday" means the Wednesday.
    """
    context, weekday = hit.context, hit.number("weekday", "weekday")
    if is_name_of_day(hit):
        return NO_TIME
    shift = hit.number("deictic", "deictic", "today", "tomorrow") or 0
    if context.today is None:
        return hit.found(reference_of(shift))
    there = context.today + shift * DAY
    if weekday is not None:
        there = min(
            (weekday_before(there, weekday, same=True), weekday_after(there, weekday, same=True)),
            key=lambda d: abs(d - there),
        )
    return hit.found(there.isoformat(), "published")


def part_of_today(hit: Hit) -> Finding:
    """Tonight, this morning, last night."""
    shift = shift_of(modifier_of(hit, "mod"))
    today = hit.context.today
    return (
        hit.found(reference_of(shift)) if today is None else hit.found((today + shift * DAY).isoformat(), "published")
    )


def same_day(hit: Hit) -> Finding:
    """The same day: the day named before, nothing where there is none."""
    there = hit.context.day_before()
    return NO_TIME if there is None else hit.found(there, "text")


def day_beside_today(hit: Hit) -> Finding:
    """The past day, the following day: the day beside today, in the assistant's reading only.

    In a report these lean on a day told before.
    """
    context = hit.context
    if not context.forward or context.today is None:
        return None
    shift = shift_of(modifier_of(hit, "mod")) if hit.has("mod") else -1
    return hit.found((context.today + shift * DAY).isoformat(), "published")


def weekday(hit: Hit) -> Finding:
    """A day of the week: the last one up to the report, the next where the sentence or a modifier looks ahead."""
    number = hit.number("weekday", "weekday")
    if number is None:
        return None
    if is_weekday_of_name(hit):
        return NO_TIME
    modifier = modifier_of(hit, "mod")
    loose = not modifier and hit.context.today is not None and hit.context.direction(hit.first) == 0
    return (Found(hit.first, hit.last, *weekday_value(hit.context, number, hit.first, modifier), loose=loose),)


def night_between(hit: Hit) -> Finding:
    """The night between two days, "the night of Sunday to Monday": the day it begins on."""
    first, second = hit.number("weekday", "weekday"), hit.number("second", "weekday")
    if first is None or second is None or (first % 7) + 1 != second:
        return None
    return hit.found(*weekday_value(hit.context, first, hit.first))


def weekdays_with_modifier(hit: Hit) -> Finding:
    """Several days of the week under one modifier: "Thursday and Friday next"."""
    modifier = modifier_of(hit, "mod")
    places = [
        at
        for at in range(hit.first, hit.at("mod"))
        if "weekday" in hit.tokens.values(at) and hit.tokens.codes[at] != MORE
    ]
    found = []
    for at, following in zip(places, [*places[1:], None], strict=True):
        number = hit.tokens.value(at, "weekday")
        if isinstance(number, int):
            dated = weekday_value(hit.context, number, at, modifier)
            found.append(Found(at, hit.last if following is None else hit.tokens.end(at), *dated))
    return tuple(found)


def weekday_of_week(hit: Hit) -> Finding:
    """A day of last, this or next week: "the Sunday of last week"."""
    number, today = hit.number("weekday", "weekday", "weekday_bare"), hit.context.today
    if (
        number is None
        or hit.value("unit", "the_unit") not in (None, "week")
        or hit.value("unit_of", "the_unit") not in (None, "week")
    ):
        return None
    if today is None:
        return hit.found(f"XXXX-WXX-{number}")
    monday = today + (1 - today.isoweekday() + 7 * shift_of(modifier_of(hit, "week_mod"))) * DAY
    return hit.found((monday + (number - 1) * DAY).isoformat(), "published")


def date_in_digits(hit: Hit) -> Finding:
    """A date in digits, day or year first, in either digit set: "10-01-2022", "2022/1/10", "22/4".

    Day before month unless that is no date. Two digits of a year are read as the date nearest to the report; years of
    the Hijri calendar are converted.
    """
    values = hit.tokens.values(hit.at("numeric"))
    a, b, c = (int(values[name]) for name in "abc")
    if values["width"] == _YEAR_DIGITS:
        readings = [(a, b, c)]
    elif c >= _CENTURY:
        readings = [(c, b, a), (c, a, b)]
    else:
        readings = [(2000 + c, b, a), (2000 + a, b, c), (2000 + c, a, b)]
    if FIRST_HIJRI_YEAR <= readings[0][0] <= LAST_HIJRI_YEAR:
        there = hijri_day(*readings[0])
        return None if there is None else hit.found(there.isoformat())
    days = [found for reading in readings if (found := day_or_none(*reading)) is not None]
    today = hit.context.today
    if c < _CENTURY and values["width"] != _YEAR_DIGITS and today is not None:
        days.sort(key=lambda day: abs(day - today))
    return hit.found(days[0].isoformat()) if days else None


def month_in_digits(hit: Hit) -> Finding:
    """A month in digits, "3/2015"; not the number of a law."""
    if hit.tokens.in_context("numbered", hit.tokens.before(hit.first)):
        return NO_TIME
    values = hit.tokens.values(hit.at("month_year"))
    numbers = [values["a"], values["b"]]
    return hit.found(f"{max(map(int, numbers)):04}-{min(map(int, numbers)):02}")


def day_and_month_in_digits(hit: Hit) -> Finding:
    """A day and month in digits, "22/4": after a day of the week or "on the date of" only, for it may be a fraction."""
    values = hit.tokens.values(hit.at("day_month"))
    a, b = values.get("a"), values.get("b")
    if not (isinstance(a, int) and isinstance(b, int)) or not (hit.has("cue") or hit.context.forward):
        return None
    day, month = (a, b) if b <= 12 else (b, a)
    dated = date_value(hit, month, day, hit.number("weekday", "weekday"))
    return None if dated is None else hit.found(*dated)


def bare_day(hit: Hit) -> Finding:
    """A day by its number alone, "on the 15th": in the assistant's reading only; in a report it may count anything."""
    day, today = day_of(hit), hit.context.today
    weekday_number = hit.number("weekday", "weekday")
    if not hit.context.forward or day is None or today is None:
        return None
    if weekday_number is None and not (hit.is_joined() or hit.follows("in", "to", "day_word")):
        return None
    there = day_or_none(today.year, today.month, day)
    if there is None or (weekday_number is not None and there.isoweekday() != weekday_number):
        return None
    return hit.found(there.isoformat(), "published")
