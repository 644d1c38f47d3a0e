"""Rules for distances from the day of the report, and for references that stay open: ago, within, recently, now."""

from datetime import date

from rawi.timex.calendar import DAY, shift_day
from rawi.timex.dating import modifier_of, reference_of, shift_of
from rawi.timex.hit import Hit
from rawi.timex.rule import Finding

_HOURS_OF_A_DAY = 24
# Nobody dates by more units than this; beyond it there is no calendar.
_FARTHEST = 1000


def days_around(hit: Hit) -> Finding:
    """The past days, the coming weeks, the last four months: ``PAST_REF`` or ``FUTURE_REF``.

    With a number the days before or after the report are given too. Hours count only from a whole day on.
    """
    unit = hit.value("units", "the_units", "the_two_units", "units", "unit")
    count = hit.number("count", "number", "the_cardinal", "cardinal", "tens")
    if count is None and hit.value("units", "the_two_units"):
        count = 2
    modifier = modifier_of(hit, "mod")
    shift = -1 if hit.has("last") else shift_of(modifier)
    whole_days = count is not None and count >= _HOURS_OF_A_DAY and "the_units" in hit.tokens.values(hit.at("units"))
    if unit == "hour" and not whole_days:
        return None
    return hit.found(
        reference_of(shift), "published" if hit.context.today else "", _days_counted(hit, str(unit), count, shift)
    )


def _days_counted(hit: Hit, unit: str, count: int | None, shift: int) -> tuple[date, date] | None:
    today = hit.context.today
    if count is None or today is None or shift == 0:
        return None
    there = _shifted(today, unit, count * shift)
    if there is None:
        return None
    return (there, today) if shift < 0 else (today + DAY, there + DAY)


def _shifted(today: date, unit: str, count: int) -> date | None:
    steps = {
        "day": (0, 0, 1),
        "week": (0, 0, 7),
        "month": (0, 1, 0),
        "year": (1, 0, 0),
        "decade": (10, 0, 0),
        "century": (100, 0, 0),
    }
    years, months, days = (count * step for step in steps.get(unit, (0, 0, 0)))
    return shift_day(today, years=years, months=months, days=days) if abs(count) < _FARTHEST else None


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
    if (
        unit in ("decade", "century")
        or (count is None and "units" in hit.tokens.values(hit.at("unit")))
        or today is None
    ):
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
    """Whether "since" gives a duration.

    With an unknown number it does everywhere but at the beginning of a clause, with a known one where something is said
    to last.
    """
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
    return None if hit.value("unit", "units", "unit") == "hour" else hit.found("PAST_REF")


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


def reference(hit: Hit) -> Finding:
    """Now, recently, in the near future. "Earlier" before another expression ("earlier this month") is left to that."""
    value = str(hit.value("ref", "ref"))
    following = [hit.tokens.values(at).keys() for at in range(hit.last, min(hit.last + 2, len(hit.tokens.codes)))]
    if (
        value == "PAST_REF"
        and following
        and ("this" in following[0] or ("of" in following[0] and _IN_TIME & following[-1]))
    ):
        return None
    return hit.found(value)


_IN_TIME = {"this", "the_unit", "today", "deictic", "weekday", "month", "year_word", "day_word"}
