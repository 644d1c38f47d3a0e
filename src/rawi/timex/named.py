"""Rules for Hijri dates (Umm al-Qura) and for dates that have a name."""

from datetime import date

from rawi.lexicon.times import NamedDate
from rawi.timex.calendar import (
    DAY,
    FIRST_HIJRI_YEAR,
    LAST_HIJRI_YEAR,
    day_or_none,
    hijri_day,
    hijri_month,
    hijri_year_at,
)
from rawi.timex.dating import (
    day_of,
    easter_days,
    modifier_of,
    names_year,
    nearest_day,
    reference_of,
    shift_of,
    year_of,
)
from rawi.timex.hit import Hit
from rawi.timex.rule import Finding


def hijri_date(hit: Hit) -> Finding:
    """A day of a Hijri month, converted by the Umm al-Qura calendar; without a year the nearest to the report."""
    month, day, year = _hijri_month(hit), day_of(hit), hit.number("hijri_year", "hijri_year", "year")
    if month is None or day is None:
        return None
    if year is not None:
        there = hijri_day(year, month, day)
        return None if there is None else hit.found(there.isoformat())
    there = _closest(hit, [hijri_day(at, month, day) for at in _hijri_years(hit)])
    return None if there is None else hit.found(there.isoformat(), "published")


def hijri_month_alone(hit: Hit) -> Finding:
    """A Hijri month, with its year of either era or without: the interval of its days.

    A form that is also a name counts only after the word for month, after a preposition or before a modifier.
    """
    month = _hijri_month(hit)
    guarded = "hijri_maybe" in hit.tokens.values(hit.at("hijri"))
    if month is None or (
        guarded
        and not (hit.has("cue") or hit.follows("in") or hit.has("mod") or hit.has("hijri_year") or names_year(hit))
    ):
        return None
    spans = {year: span for year in _hijri_years(hit) if (span := hijri_month(year, month)) is not None}
    if not spans:
        return hit.found(reference_of(shift_of(modifier_of(hit, "mod")))) if hit.has("mod") else None
    first = _first_day(hit, [span[0] for span in spans.values()])
    span = next((span for span in spans.values() if span[0] == first), None)
    if span is None:
        return None
    return hit.found(
        f"{span[0].isoformat()}/{(span[1] - DAY).isoformat()}", "" if hit.has("hijri_year") else "published", span
    )


def hijri_year(hit: Hit) -> Finding:
    """A year of the Hijri calendar: the interval of its days."""
    number = hit.number("year", "year")
    first = hijri_day(number, 1, 1) if number is not None else None
    after = hijri_day(number + 1, 1, 1) if number is not None else None
    if first is None or after is None:
        return None
    return hit.found(f"{first.isoformat()}/{(after - DAY).isoformat()}", "", (first, after))


def named_date(hit: Hit) -> Finding:
    """A feast or another date with a name, in the year given.

    Without a year the last one before the report, or the next where the sentence looks ahead.
    """
    index = hit.number("named", "named")
    if index is None:
        return None
    entry = hit.tokens.coding.time_words.named[index]
    if entry.value:
        return hit.found(entry.value)
    year, anchor = year_of(hit)
    today = hit.context.today
    if year is None and today is None:
        return None if entry.calendar != "gregorian" else hit.found(f"XXXX-{entry.month:02}-{entry.day:02}")
    years = [year] if year is not None else [] if today is None else list(range(today.year - 2, today.year + 3))
    there = _first_day(hit, [day for at in years for day in _days_named(entry, at)])
    return None if there is None else hit.found(there.isoformat(), anchor if year is not None else "published")


def _days_named(entry: NamedDate, year: int) -> list[date]:
    """The days of a Gregorian year that have the name."""
    if entry.calendar == "easter":
        return easter_days(range(year, year + 1), entry.day)
    if entry.calendar == "gregorian":
        there = day_or_none(year, entry.month, entry.day)
        return [] if there is None else [there]
    first = hijri_year_at(date(year, 1, 1))
    days = [hijri_day(at, entry.month, entry.day) for at in (first, first + 1)]
    return [day for day in days if day is not None and day.year == year]


def _hijri_month(hit: Hit) -> int | None:
    return hit.number("hijri", "hijri", "hijri_maybe")


def _hijri_years(hit: Hit) -> list[int]:
    """The Hijri years in question: the one given, those of the Gregorian year given, those around the report."""
    given = hit.number("hijri_year", "hijri_year")
    if given is not None:
        return [given]
    year = year_of(hit)[0]
    if year is not None:
        first = hijri_year_at(date(year, 1, 1))
        return [year] if FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR else [first, first + 1]
    if hit.context.today is None:
        return []
    now = hijri_year_at(hit.context.today)
    return [now - 1, now, now + 1]


def _closest(hit: Hit, days: list[date | None]) -> date | None:
    return _first_day(hit, [day for day in days if day is not None])


def _first_day(hit: Hit, days: list[date]) -> date | None:
    """The day meant: of the year given, else as the modifier or the sentence points."""
    today = hit.context.today
    year = year_of(hit)[0]
    if hit.has("hijri_year"):
        return days[0] if days else None
    if year is not None:
        return next((day for day in days if day.year == year), days[0] if days else None)
    if today is None:
        return None
    modifier = modifier_of(hit, "mod")
    if modifier in ("next", "following"):
        return min((day for day in days if day > today), default=None)
    if modifier == "past":
        return max((day for day in days if day < today), default=None)
    return nearest_day(hit.context, hit.first, days)
