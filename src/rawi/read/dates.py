"""Publication dates: in numbers, with the day first, or with the name of the month; ISO 8601; the Hijri year."""

import re
from collections.abc import Sequence
from datetime import date

from rawi.lexicon.times import TimeWords
from rawi.text.words import split_words

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-_./](\d{1,2})[-_./]((?:19|20)\d{2})(?!\d)")
_SEPARATORS = frozenset("-/.,\u060c\u2013\\_()|")
_YEARS = range(1900, 2101)
_HIJRI_YEARS = range(1343, 1501)


def parse_timestamp(text: str) -> date | None:
    """The day of an ISO 8601 date or time, in the zone the text gives it in; else of any date in it; else None."""
    iso = _ISO.match(text)
    if iso:
        return _day(*map(int, iso.groups()))
    return date_in_name(text)


def date_in_name(name: str) -> date | None:
    """The first date in numbers of a file name: ``2022-01-10``, ``20220110``, ``10-01-2022``; None without one."""
    for pattern, order in ((_YEAR_FIRST, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0)), (_COMPACT, (0, 1, 2))):
        for found in pattern.finditer(name):
            numbers = [int(group) for group in found.groups()]
            day = _day(*(numbers[place] for place in order))
            if day is not None:
                return day
    return None


def date_in_line(line: str, *, times: TimeWords) -> date | None:
    """The first date of the line, or None; one in numbers is read day first, a Hijri one only when no other is there.

    Knows ``10-01-2022``, ``2022/1/10``, ``10 يناير 2022``, ``10 كانون الثاني/يناير 2022`` and ``يوليو 17, 2012``.
    """
    words = [word for word in split_words(line).folded if word not in _SEPARATORS]
    numeric = date_in_name(_european(line))
    return numeric or _with_month(words, times.months) or _hijri(words, times.hijri_months)


def _european(line: str) -> str:
    """The line with European digits."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in line)


def _with_month(words: Sequence[str], months: dict[str, int]) -> date | None:
    """A day and a month by name, in either order, and a year after them."""
    for index in range(len(words)):
        month, after = _month(words, index, months)
        if not month:
            continue
        again, beyond = _month(words, after, months)
        after = beyond if again == month else after
        following = [_number(words, place) for place in (after, after + 1)]
        before = _number(words, index - 1) if index else None
        day = _day(following[0], month, before) or _day(following[1], month, following[0])
        if day is not None:
            return day
    return None


def _month(words: Sequence[str], index: int, months: dict[str, int]) -> tuple[int, int]:
    """The number of the month named at ``index`` and the word after it, 0 when there is none."""
    for length in (2, 1):
        month = months.get(" ".join(words[index : index + length]))
        if month and index + length <= len(words):
            return month, index + length
    return 0, index


def _number(words: Sequence[str], index: int) -> int | None:
    if 0 <= index < len(words) and words[index].isdecimal() and len(words[index]) <= 4:
        return int(words[index])
    return None


def _hijri(words: Sequence[str], months: dict[str, int]) -> date | None:
    """A Hijri day, month and year as the Gregorian day it is in the Umm al-Qura calendar."""
    for index in range(1, len(words)):
        month, after = _month(words, index, months)
        day, year = _number(words, index - 1), _number(words, after)
        if month and day is not None and year is not None and year in _HIJRI_YEARS:
            from hijridate import Hijri

            try:
                gregorian = Hijri(year, month, day).to_gregorian()
            except (ValueError, OverflowError):
                continue
            return date(gregorian.year, gregorian.month, gregorian.day)
    return None


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    """The date, or None when there is no such day."""
    if year is None or month is None or day is None or year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
