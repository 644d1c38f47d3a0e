"""Rules for spans of days: weeks, months, years, quarters, seasons, decades, and how long before or after."""

from datetime import date

from rawi.timex.calendar import (
    DAY,
    bounds_of,
    month_value,
    shift_month,
    week_of,
    week_value,
)
from rawi.timex.dating import (
    modifier_of,
    month_in_year,
    month_of,
    names_year,
    reference_of,
    shift_of,
    year_of,
)
from rawi.timex.guards import is_general, is_part_of_name, is_year
from rawi.timex.hit import Found, Hit
from rawi.timex.rule import NO_TIME, Finding

Days = tuple[date, date]
_CENTURY_LENGTH, _DECADE_LENGTH = 100, 10


def month(hit: Hit) -> Finding:
    """A month with or without its year: "October 2018", "last January", "early May". Never a day.

    Without a year it is the last such month, or the next where the sentence looks ahead. A form that is also a name
    or a common word counts only beside a year, a modifier, a part of the month or the word for month.
    """
    number = month_of(hit)
    if number is None:
        return None
    if is_part_of_name(hit, number, 0):
        return NO_TIME
    guarded = "month_maybe" in hit.tokens.values(hit.at("month")) if hit.has("month") else True
    if guarded and not (names_year(hit) or hit.has("mod") or hit.has("part") or hit.has("cue") or _stands_in_time(hit)):
        return None
    value, anchor = month_in_year(hit, number)
    return hit.found(value, anchor, part_of(hit, value))


def first_of_two_months(hit: Hit) -> Finding:
    """The first of two months whose year stands at the second: "from October to March 2013"."""
    first, other, there = month_of(hit), hit.number("other", "month", "month_maybe"), hit.number("year", "year")
    if first is None or other is None or there is None:
        return None
    return hit.found(month_value(there - (first > other), first))


def _stands_in_time(hit: Hit) -> bool:
    """Whether a preposition of time is written before; one joined to the word may make it another word."""
    return hit.follows("in", "since", "to") and not hit.is_joined()


def part_of(hit: Hit, value: str) -> Days | None:
    """The days of the start, middle or end of a value: about a third of it.

    The value itself stays whole, so that no day is invented.
    """
    part, bounds = hit.value("part", "start", "middle", "half_of", "end"), bounds_of(value)
    if part is None or bounds is None:
        return None
    first, after = bounds
    third = (after - first).days // 3
    if value[4:6] == "-W" and part == "start":
        return first, first + 3 * DAY
    if len(value) == len("2022-01"):
        return {"start": (first, first + 10 * DAY), "middle": (first + 10 * DAY, first + 20 * DAY)}.get(
            str(part), (first + 20 * DAY, after)
        )
    return {"start": (first, first + third * DAY), "middle": (first + third * DAY, after - third * DAY)}.get(
        str(part), (after - third * DAY, after)
    )


def unit_with_modifier(hit: Hit) -> Finding:
    """Last week, next month, the current year, this decade, and their beginnings and ends.

    Without a modifier only the beginning, middle or end of a unit counts: of the one that runs.
    """
    unit = hit.value("unit", "the_unit")
    if is_general(hit, "unit"):
        return NO_TIME
    modifier = modifier_of(hit, "mod")
    if modifier == "latest":
        return None
    if modifier == "same" or hit.has("that") or (modifier == "following" and not hit.context.forward):
        return _from_text(hit, str(unit), 1 if modifier == "following" else 0)
    shift = shift_of(modifier)
    value = _unit_value(hit.context.today, str(unit), shift)
    return hit.found(value, "" if value.endswith("_REF") else "published", part_of(hit, value))


def _unit_value(today: date | None, unit: str, shift: int) -> str:
    if today is None or unit in ("decade", "century"):
        if today is not None and unit == "century":
            return f"{today.year // _CENTURY_LENGTH + shift:02}"
        return reference_of(shift)
    if unit == "week":
        return week_value(week_of(today) + 7 * shift * DAY)
    if unit == "month":
        return month_value(*shift_month(today.year, today.month, shift))
    return f"{today.year + shift:04}"


def _from_text(hit: Hit, unit: str, shift: int) -> Finding:
    """The same year, that month, the following year: from the date named before, nothing where there is none."""
    year, last = hit.context.year_before(), hit.context.month_before()
    if unit == "year" and year is not None:
        return hit.found(f"{year + shift:04}", "text", part_of(hit, f"{year + shift:04}"))
    if unit == "month" and last is not None:
        return hit.found(month_value(*shift_month(*last, shift)), "text")
    return None


def weekend(hit: Hit) -> Finding:
    """The weekend, the end of the week: the week it ends."""
    today = hit.context.today
    shift = shift_of(modifier_of(hit, "mod"))
    if today is None:
        return hit.found(reference_of(shift)) if hit.has("mod") else None
    return hit.found(week_value(week_of(today) + 7 * shift * DAY), "published")


def year(hit: Hit) -> Finding:
    """A year after the word for it, with its beginning, middle or end; not that of a numbered law ("156 of 1964")."""
    number = hit.number("year", "year")
    if number is None or hit.tokens.before(hit.first).isdigit():
        return None
    value = f"{number:04}"
    return hit.found(value, "", part_of(hit, value))


def bare_year(hit: Hit) -> Finding:
    """A number of four digits that stands where years stand: "in 2012", "the elections of 2014", "late 2010"."""
    number = hit.number("year", "year")
    if number is None or not is_year(hit, number):
        return None
    return hit.found(f"{number:04}", "", part_of(hit, f"{number:04}"))


def several_years(hit: Hit) -> Finding:
    """Two years or more, "2011 and 2012", "from 2003 to 2011": each by itself."""
    tokens = hit.tokens
    places = [at for at in range(hit.first, hit.last) if "year" in tokens.values(at) and tokens.words.raw[at].isdigit()]
    if not hit.has("cue") and not all(1900 <= int(tokens.value(at, "year") or 0) < 2100 for at in places):
        return None
    if tokens.in_context("counted", tokens.after(hit.last)):
        return None
    return tuple(Found(at, tokens.end(at), f"{tokens.value(at, 'year'):04}") for at in places)


def then_year(hit: Hit) -> Finding:
    """In that year, in one word: the year named before."""
    return _from_text(hit, "year", 0)


def part_of_year(hit: Hit) -> Finding:
    """A quarter or half of a year that is named or meant: "the first quarter of 2013"."""
    which = hit.number("which", "ordinal")
    letter = hit.value("part_name", "quarter", "half")
    there, anchor = year_of(hit)
    if which is None or there is None or which > (4 if letter == "Q" else 2):
        return None
    return hit.found(f"{there:04}-{letter}{which}", anchor)


def season(hit: Hit) -> Finding:
    """A season of a year, or last, this, next season: "the autumn of 2012", "next summer"."""
    name, today = hit.value("season", "season", "the_season"), hit.context.today
    there, anchor = year_of(hit)
    if there is None and today is not None and not names_year(hit):
        there, anchor = _year_of_season(today, str(name), shift_of(modifier_of(hit, "mod"))), "published"
    if there is None:
        return hit.found(reference_of(shift_of(modifier_of(hit, "mod")))) if hit.has("mod") else None
    value = f"{there:04}-{name}"
    return hit.found(value, anchor, part_of(hit, value))


def _year_of_season(today: date, name: str, shift: int) -> int:
    """The year of the last season over, the one that runs or comes, or the next to begin."""
    years = [(there, bounds_of(f"{there:04}-{name}")) for there in range(today.year - 2, today.year + 3)]
    spans = [(there, bounds) for there, bounds in years if bounds is not None]
    if shift < 0:
        return next(there for there, (_, after) in reversed(spans) if after <= today)
    if shift > 0:
        return next(there for there, (first, _) in spans if first > today)
    return next(there for there, (_, after) in spans if after > today)


def decade(hit: Hit) -> Finding:
    """The eighties, with or without their century: of the twentieth where the text does not say."""
    tens = hit.number("decade", "decade")
    if tens is None:
        return None
    century = _century_of(hit)
    return None if century is None else hit.found(f"{century:02}{tens // _DECADE_LENGTH}")


def numbered_decade(hit: Hit) -> Finding:
    """A decade by its number in a century: "the first decade of the twenty-first century"."""
    number, there = hit.number("number", "ordinal"), _century_of(hit)
    if hit.value("unit", "the_unit") != "decade" or number is None or number > _DECADE_LENGTH or there is None:
        return None
    return hit.found(f"{there:02}{number - 1}")


def _century_of(hit: Hit) -> int | None:
    if hit.has("century") and hit.value("century", "the_unit") != "century":
        return None
    which, today = hit.number("which", "ordinal"), hit.context.today
    if which is not None:
        return which - 1
    if hit.has("mod") and today is not None:
        return today.year // _CENTURY_LENGTH + shift_of(modifier_of(hit, "mod"))
    return 19


def century(hit: Hit) -> Finding:
    """A century by its number: "the twentieth century"."""
    which = hit.number("which", "ordinal", "ordinal_tens")
    if hit.value("century", "the_unit") != "century" or which is None:
        return None
    return hit.found(f"{which - 1:02}")
