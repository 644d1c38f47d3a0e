"""Rules for days and weeks counted within a month: the third Tuesday of September, the last day, the first week."""

from rawi.timex.calendar import DAY, month_bounds, week_value, weekday_in_month
from rawi.timex.dating import month_meant
from rawi.timex.hit import Hit
from rawi.timex.rule import NO_TIME, Finding


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
    _, after = month_bounds(meant[0], meant[1])
    monday = weekday_in_month(meant[0], meant[1], 1, which)
    if which < 0 and monday is not None and monday + 7 * DAY > after:
        monday -= 7 * DAY
    return None if monday is None else hit.found(week_value(monday), meant[2])


def _which(hit: Hit) -> int | None:
    return -1 if hit.value("which", "latest") is not None else hit.number("which", "ordinal_bare", "ordinal")
