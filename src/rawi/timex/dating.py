"""Which year, month or day is meant when the text leaves it out."""

from datetime import date

from rawi.timex.calendar import (
    DAY,
    day_or_none,
    easter,
    hijri_day,
    hijri_year_at,
    month_value,
    shift_month,
    weekday_after,
    weekday_before,
)
from rawi.timex.context import Context
from rawi.timex.hit import Hit

MODIFIERS = ("past", "next", "current", "following", "same", "latest")
OPEN_YEAR = "XXXX"
# A date this near the report is meant, whatever the verb before it looks like.
_NEAR = 40 * DAY
# A verb in the present announces days this near; a day farther off is rather the one just gone.
_SOON = 4 * DAY


def modifier_of(hit: Hit, group: str) -> str:
    """Which modifier the group is: ``past``, ``next``, ``current`` ... or ``""`` when it is not there."""
    values = hit.tokens.values(hit.at(group)) if hit.has(group) else {}
    return next((role for role in MODIFIERS if role in values), "")


def shift_of(modifier: str) -> int:
    """How far a modifier moves the unit that runs: -1 past, 0 current, 1 next."""
    return {"past": -1, "latest": -1, "next": 1, "following": 1}.get(modifier, 0)


def reference_of(shift: int) -> str:
    """The open TIMEX3 reference of a direction."""
    return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[(shift > 0) - (shift < 0) + 1]


def month_of(hit: Hit) -> int | None:
    """The month the hit names, by name or number."""
    month = hit.number("month", "month", "month_maybe")
    if month is None:
        month = hit.number("month_number", "cardinal", "number")
    if month is None:
        month = hit.number("month_ordinal", "ordinal")
    return month if month is not None and 1 <= month <= 12 else None


def day_of(hit: Hit) -> int | None:
    """The day of the month the hit names."""
    return hit.number("day", "day", "ordinal", "ordinal_tens", "ordinal_bare")


def year_of(hit: Hit) -> tuple[int | None, str]:
    """The year the hit's own words give, by number or as "last year" or "the same year", and its anchor."""
    context = hit.context
    if hit.has("year"):
        return hit.number("year", "year"), ""
    modifier = modifier_of(hit, "year_mod")
    if modifier == "same" or hit.has("same_year"):
        return context.year_before(), "text"
    if modifier == "following" and not context.forward and context.year_before() is not None:
        return (context.year_before() or 0) + 1, "text"
    if modifier or hit.has("this_year"):
        return (context.today.year + shift_of(modifier) if context.today else None), "published"
    return None, ""


def names_year(hit: Hit) -> bool:
    """Whether the hit says anything about the year."""
    return any(hit.has(group) for group in ("year", "year_mod", "this_year", "same_year"))


def date_value(hit: Hit, month: int, day: int, weekday: int | None = None) -> tuple[str, str] | None:
    """TIMEX3 value and anchor of a day of a month, None when no calendar has it.

    Without a year in the text and without a day of the report the year stays open (``XXXX-02-02``).
    """
    year, anchor = year_of(hit)
    if year is None and not names_year(hit):
        year, anchor = _year_of_day(hit, month, day, weekday)
    if year is None:
        return (f"{OPEN_YEAR}-{month:02}-{day:02}", "") if day_or_none(2000, month, day) else None
    found = day_or_none(year, month, day)
    return (found.isoformat(), anchor) if found is not None else None


def _year_of_day(hit: Hit, month: int, day: int, weekday: int | None) -> tuple[int | None, str]:
    """The year of a day and month named without one."""
    context = hit.context
    fixed = context.tokens.coding.time_words.fixed.get((context.tokens.before(hit.first), month, day))
    if fixed is not None:
        return fixed, ""
    same = context.year_of_same_day(month, day)
    if same is not None and not hit.has("mod"):
        return same, "text"
    today = context.today
    if today is None:
        return None, ""
    candidates = [found for year in range(today.year - 1, today.year + 2) if (found := day_or_none(year, month, day))]
    return (_choose(candidates, hit, weekday, today).year, "published") if candidates else (None, "")


def _choose(candidates: list[date], hit: Hit, weekday: int | None, today: date) -> date:
    """The candidate the modifier, the day of the week or the way the sentence looks points at; else the nearest."""
    modifier = modifier_of(hit, "mod")
    direction = shift_of(modifier) if modifier else hit.context.direction(hit.first)
    if modifier == "current":
        return min(candidates, key=lambda found: abs(found - today))
    if weekday is not None:
        fitting = [found for found in candidates if found.isoweekday() == weekday]
        if fitting and not modifier:
            return min(fitting, key=lambda found: abs(found - today))
    nearest = min(candidates, key=lambda found: abs(found - today))
    if not modifier and abs(nearest - today) <= _NEAR:
        return nearest
    ahead = [found for found in candidates if found >= today]
    behind = [found for found in candidates if found <= today]
    if direction > 0 and ahead:
        return ahead[0]
    if direction < 0 and behind:
        return behind[-1]
    return nearest


def month_in_year(hit: Hit, month: int) -> tuple[str, str]:
    """TIMEX3 value and anchor of a month; the year stays open where nothing gives it."""
    year, anchor = year_of(hit)
    if year is None and not names_year(hit):
        year, anchor = _year_of_month(hit, month)
    return (f"{OPEN_YEAR}-{month:02}", "") if year is None else (month_value(year, month), anchor)


def _year_of_month(hit: Hit, month: int) -> tuple[int | None, str]:
    """The year of a month named without one: the last such month, or the next where the sentence looks ahead."""
    context = hit.context
    fixed = context.tokens.coding.time_words.fixed.get((context.tokens.before(hit.first), month, 0))
    if fixed is not None:
        return fixed, ""
    today = context.today
    if today is None:
        return None, ""
    modifier = modifier_of(hit, "mod")
    if modifier in ("past", "latest"):
        return today.year - (month >= today.month), "published"
    if modifier in ("next", "following"):
        return today.year + (month <= today.month), "published"
    if modifier == "current":
        near = min((-1, 0, 1), key=lambda by: abs((today.year + by) * 12 + month - today.year * 12 - today.month))
        return today.year + near, "published"
    if context.direction(hit.first) > 0:
        return today.year + (month < today.month), "published"
    return today.year - (month > today.month), "published"


def month_meant(hit: Hit) -> tuple[int, int, str] | None:
    """Year, month and anchor of the month a day, weekday or week is counted in; None where it stays open."""
    context = hit.context
    if hit.has("month_mod") or hit.has("this_month"):
        if context.today is None:
            return None
        shift = shift_of(modifier_of(hit, "month_mod"))
        return (*shift_month(context.today.year, context.today.month, shift), "published")
    month = month_of(hit)
    if month is None:
        return None
    value, anchor = month_in_year(hit, month)
    return (int(value[:4]), month, anchor) if value[:4].isdigit() else None


def weekday_value(context: Context, weekday: int, index: int, modifier: str = "") -> tuple[str, str]:
    """TIMEX3 value and anchor of a day of the week.

    The last one before the report, or the next where the sentence or a modifier looks ahead: after the day the sentence
    tells of, if it named one. Open (``XXXX-WXX-6``) where the day of the report is not known.
    """
    today = context.today
    if today is None:
        return (reference_of(shift_of(modifier)) if modifier else f"XXXX-WXX-{weekday}"), ""
    if modifier in ("past", "latest"):
        return weekday_before(today, weekday, same=False).isoformat(), "published"
    if modifier in ("next", "following"):
        if context.forward:
            monday = today + (8 - today.isoweekday()) * DAY
            return (monday + (weekday - 1) * DAY).isoformat(), "published"
        return weekday_after(today, weekday, same=False).isoformat(), "published"
    told = context.told()
    direction = context.direction(index)
    if direction > 0:
        if told is not None and told < today:
            return weekday_after(told, weekday, same=False).isoformat(), "text"
        there = weekday_after(today, weekday, same=not context.forward)
        if direction > 1 or there - today <= _SOON:
            return there.isoformat(), "published"
    there = weekday_before(today, weekday, same=True)
    context.tell(there)
    return there.isoformat(), "published"


def nearest_hijri(context: Context, index: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri day and month without a year: the last, or the next where the sentence says so."""
    if context.today is None:
        return None
    year = hijri_year_at(context.today)
    found = [there for by in (-1, 0, 1) if (there := hijri_day(year + by, month, day)) is not None]
    return nearest_day(context, index, found)


def nearest_day(context: Context, index: int, candidates: list[date]) -> date | None:
    """The last candidate up to the report, or the next where the sentence looks ahead."""
    today = context.today
    if today is None or not candidates:
        return None
    ahead = [there for there in candidates if there >= today]
    behind = [there for there in candidates if there <= today]
    if context.direction(index) > 0:
        return min(ahead, default=None)
    return max(behind, default=None)


def easter_days(years: range, distance: int) -> list[date]:
    """The days at a distance from Easter Sunday in the years."""
    return [easter(year) + distance * DAY for year in years]
