"""Rules for spans of days: weeks, months, years, quarters, seasons, decades, and how long before or after."""

from datetime import date

from rawi.timex.calendar import (
    DAY,
    bounds_of,
    month_bounds,
    month_value,
    shift_day,
    shift_month,
    week_of,
    week_value,
    weekday_in_month,
)
from rawi.timex.dating import (
    modifier_of,
    month_in_year,
    month_meant,
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
_CENTURY_LENGTH, _DECADE_LENGTH, _HOURS_OF_A_DAY = 100, 10, 24


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


def _stands_in_time(hit: Hit) -> bool:
    """Whether a preposition of time is written before; one joined to the word may make it another word."""
    return hit.follows("in", "since", "to") and not hit.is_joined()


def part_of(hit: Hit, value: str) -> Days | None:
    """The days of the start, middle or end of a value: the first, second or last third of a month or year, the first,
    middle or last days of a week; the value itself stays whole, so that no day is invented."""
    part, bounds = hit.value("part", "start", "middle", "half_of", "end"), bounds_of(value)
    if part is None or bounds is None:
        return None
    first, after = bounds
    third = (after - first).days // 3
    if value[4:6] == "-W" and part == "start":
        return first, first + 3 * DAY
    if len(value) == len("2022-01"):
        return {"start": (first, first + 10 * DAY), "middle": (first + 10 * DAY, first + 20 * DAY)}.get(str(part), (first + 20 * DAY, after))
    return {"start": (first, first + third * DAY), "middle": (first + third * DAY, after - third * DAY)}.get(str(part), (after - third * DAY, after))


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
    """A year after the word for it, with its beginning, middle or end; not the year of a numbered law ("156 of 1964")."""
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


def days_around(hit: Hit) -> Finding:
    """The past days, the coming weeks, the last four months: a span around the report, ``PAST_REF`` or ``FUTURE_REF``;
    its days where their number is given. Hours count only from a whole day on."""
    unit = hit.value("units", "the_units", "the_two_units", "units", "unit")
    count = hit.number("count", "number", "the_cardinal", "cardinal", "tens")
    if count is None and hit.value("units", "the_two_units"):
        count = 2
    modifier = modifier_of(hit, "mod")
    shift = -1 if hit.has("last") else shift_of(modifier)
    if unit == "hour" and (count is None or count < _HOURS_OF_A_DAY or "units" in hit.tokens.values(hit.at("units"))):
        return None
    return hit.found(reference_of(shift), "published" if hit.context.today else "", _days_counted(hit, str(unit), count, shift))


def _days_counted(hit: Hit, unit: str, count: int | None, shift: int) -> Days | None:
    today = hit.context.today
    if count is None or today is None or shift == 0:
        return None
    there = _shifted(today, unit, count * shift)
    if there is None:
        return None
    return (there, today) if shift < 0 else (today + DAY, there + DAY)


def _shifted(today: date, unit: str, count: int) -> date | None:
    steps = {"day": (0, 0, 1), "week": (0, 0, 7), "month": (0, 1, 0), "year": (1, 0, 0), "decade": (10, 0, 0), "century": (100, 0, 0)}
    years, months, days = (count * step for step in steps.get(unit, (0, 0, 0)))
    return shift_day(today, years=years, months=months, days=days) if abs(count) < 1000 else None


def how_long_ago(hit: Hit) -> Finding:
    """Three days ago, two years ago, two weeks from now: as exact as the unit it is counted in.

    "Three days before" something else is not a date. "Since" says for how long, unless it opens its clause ("two years
    ago he gave up") or the number is small and unknown. An unknown number ("days ago") is ``PAST_REF``.
    """
    unit = str(hit.value("unit", "two_units", "units", "unit", "the_unit"))
    shift = 1 if hit.has("ahead") else -1
    count = 2 if hit.value("unit", "two_units") else hit.number("count", "number", "cardinal", "tens")
    if _leans_on_event(hit) or unit == "hour" or _says_how_long(hit):
        return None
    today = hit.context.today
    if unit in ("decade", "century") or (count is None and "units" in hit.tokens.values(hit.at("unit"))) or today is None:
        return hit.found(reference_of(shift)) if count is not None or unit not in ("decade", "century") else None
    there = _shifted(today, unit, shift * (1 if count is None else count))
    if there is None:
        return None
    length = len("2022-01-10") if hit.context.forward else _LENGTHS[unit]
    return hit.found(there.isoformat()[:length], "published")


_LENGTHS = {"day": len("2022-01-10"), "week": len("2022-01-10"), "month": len("2022-01"), "year": len("2022")}


def _leans_on_event(hit: Hit) -> bool:
    """Whether what follows says before or after what."""
    following = hit.tokens.values(hit.last) if hit.last < len(hit.tokens.codes) else {}
    return not hit.has("now") and "of" in following


def _says_how_long(hit: Hit) -> bool:
    """Whether "since" gives a duration: with an unknown number everywhere but at the beginning of a clause, with a
    known one where something is said to last."""
    if not hit.has("since") or hit.has("few_after") or hit.has("now") or hit.context.forward:
        return False
    tokens, before = hit.tokens, hit.tokens.before(hit.first)
    if hit.first == hit.context.sentence_first or not before.isalnum() or tokens.in_context("clause_openers", before):
        return False
    if hit.value("unit", "units") and not hit.has("count"):
        return True
    back = range(max(hit.context.sentence_first, hit.first - _LASTING_REACH), hit.first)
    return any(tokens.in_context("lasting", tokens.words.folded[at]) for at in back)


# How many words back something that lasts governs "since".
_LASTING_REACH = 8


def over_so_long_ago(hit: Hit) -> Finding:
    """More or less than some time ago: past, no day can be named."""
    return hit.found("PAST_REF")


def added_up(hit: Hit) -> Finding:
    """A month and 21 days from now or before now: the parts added up."""
    there, count, shift = hit.context.today, 1, 1 if hit.has("ahead") else -1
    for at in range(*hit.match.span("parts")):
        number, unit = hit.tokens.value(at, "number", "cardinal"), hit.tokens.value(at, "two_units", "unit", "units")
        if isinstance(number, int):
            count = number
        elif unit is not None and there is not None:
            there = _shifted(there, str(unit), shift * (2 if "two_units" in hit.tokens.values(at) else count))
            count = 1
    return None if there is None else hit.found(there.isoformat(), "published")


def colloquially_ago(hit: Hit) -> Finding:
    """A week ago as it is said, "from a week": in the assistant's reading only."""
    today = hit.context.today
    there = _shifted(today, str(hit.value("unit", "unit")), -1) if today is not None and hit.context.forward else None
    return None if there is None else hit.found(there.isoformat(), "published")


def within(hit: Hit) -> Finding:
    """Within days, where the sentence looks ahead."""
    if hit.value("unit", "units") == "hour" or hit.context.direction(hit.first) <= 0 or _leans_on_event(hit):
        return None
    return hit.found("FUTURE_REF")


def weekday_of_month(hit: Hit) -> Finding:
    """The n-th or last weekday of a month: "the third Tuesday of September 2014"."""
    which, number = _which(hit), hit.number("weekday", "weekday", "weekday_bare")
    meant = month_meant(hit)
    if which is None or number is None or meant is None:
        return None
    there = weekday_in_month(meant[0], meant[1], number, which)
    return None if there is None else hit.found(there.isoformat(), meant[2])


def weekday_of_this_month(hit: Hit) -> Finding:
    """The second Sunday, of the month that runs: in the assistant's reading only."""
    which, number, today = hit.number("which", "ordinal"), hit.number("weekday", "weekday"), hit.context.today
    if which is None or number is None or today is None or not hit.context.forward:
        return None
    there = weekday_in_month(today.year, today.month, number, which)
    return NO_TIME if there is None else hit.found(there.isoformat(), "published")


def day_of_month(hit: Hit) -> Finding:
    """The n-th or last day of a month: "the last day of October 2015"."""
    which, meant = _which(hit), month_meant(hit)
    if which is None or meant is None:
        return None
    first, after = month_bounds(meant[0], meant[1])
    there = after - DAY if which < 0 else first + (which - 1) * DAY
    return hit.found(there.isoformat(), meant[2]) if there < after else None


def week_of_month(hit: Hit) -> Finding:
    """The n-th or last whole week of a month: "the first week of October 2014"."""
    which, meant = _which(hit), month_meant(hit)
    if which is None or meant is None or hit.value("unit", "unit", "the_unit") != "week":
        return None
    first, after = month_bounds(meant[0], meant[1])
    monday = weekday_in_month(meant[0], meant[1], 1, which)
    if which < 0 and monday is not None and monday + 7 * DAY > after:
        monday -= 7 * DAY
    return None if monday is None else hit.found(week_value(monday), meant[2])


def _which(hit: Hit) -> int | None:
    return -1 if hit.value("which", "latest") is not None else hit.number("which", "ordinal_bare", "ordinal")


def reference(hit: Hit) -> Finding:
    """Now, recently, in the near future. "Earlier" before another expression ("earlier this month") is left to that."""
    value = str(hit.value("ref", "ref"))
    following = [hit.tokens.values(at).keys() for at in range(hit.last, min(hit.last + 2, len(hit.tokens.codes)))]
    if value == "PAST_REF" and following and ("this" in following[0] or ("of" in following[0] and _IN_TIME & following[-1])):
        return None
    return hit.found(value)


_IN_TIME = {"this", "the_unit", "today", "deictic", "weekday", "month", "year_word", "day_word"}
