"""How long something lasts: spans of time that point at no date."""

import re
from bisect import bisect_right
from functools import lru_cache

from rawi.lexicon.load import Lexicon
from rawi.model.reading import Reading
from rawi.model.timex import Timex
from rawi.timex.coding import load_coding
from rawi.timex.find import find_times
from rawi.timex.joining import Tokens, join_words

# TIMEX3 designators of the units; those of a clock stand behind a T.
_DESIGNATORS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
_UNKNOWN = "X"
_DURATION = """
    (?P<count><*number|cardinal|tens>)(?P<counted><units|unit>)
  | (?P<pair><*two_units>)
  | (?P<few><*few>)?(?P<many><*units>)
"""


def find_durations(reading: Reading, *, lexicon: Lexicon) -> tuple[Timex, ...]:
    """The durations of an article, "three days", "two years", in text order, with TIMEX3 values (``P3D``, ``P2Y``).

    An unknown number is ``PXD``. What is part of a date or a distance from the day of the report ("three days ago")
    is left to `find_times`.
    """
    tokens = join_words(reading.article.text, reading.words, lexicon=lexicon)
    dated = [(time.start, time.end) for time in find_times(reading, lexicon=lexicon)]
    starts = [start for start, _ in dated]
    found = []
    for match in _load_pattern(lexicon).finditer(tokens.codes):
        start, end = reading.words.starts[match.start()], reading.words.ends[match.end() - 1]
        before = bisect_right(starts, end - 1) - 1
        if before < 0 or dated[before][1] <= start:
            text = reading.article.text[start:end]
            found.append(Timex(start, end, text, _value(tokens, match), kind="DURATION", rule="find_durations"))
    return tuple(found)


@lru_cache(maxsize=4)
def _load_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(load_coding(lexicon).pattern(_DURATION))


def _value(tokens: Tokens, match: re.Match[str]) -> str:
    """The TIMEX3 value of a match: its number and unit."""
    group = next(name for name in ("counted", "pair", "many") if match[name])
    unit = str(tokens.value(match.start(group), "two_units", "units", "unit"))
    count = {
        "counted": tokens.value(match.start("count"), "number", "cardinal", "tens") if match["count"] else None,
        "pair": 2,
        "many": _UNKNOWN,
    }[group]
    return f"P{'T' if unit == 'hour' else ''}{count}{_DESIGNATORS[unit]}"
