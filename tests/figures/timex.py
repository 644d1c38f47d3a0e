#!/usr/bin/env python3
"""How many expressions of the two data sets of ../shared/data/timex are resolved to the right day.

    python tests/figures/timex.py [FOLDER] [--wrong]

FOLDER defaults to ../shared/data/timex; --wrong lists what is not right. Both sets are written for assistants, so texts
are read forward (a bare weekday is the next one there, the last one in news). An item of duckling is right when the
longest expression found begins on the day expected, an item of Recognizers-Text when it is one of the two days expected
("past" and "future"), for an interval when both ends are found.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

from rawi.lexicon import load_lexicon
from rawi.timex import read_times

SHARED = Path(__file__).parents[3] / "shared" / "data" / "timex"
NOWHERE = "0001-01-01"


def load(path: Path) -> list[dict]:
    """The items of one set."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def found_days(item: dict) -> list[tuple[str, str]]:
    """First day and first day after it of each expression found in the item, the longest expression first."""
    reference = date.fromisoformat(item["ref"][:10])
    times = read_times(item["text"], published=reference, lexicon=load_lexicon(), forward=True)
    longest = sorted(times, key=lambda time: time.start - time.end)
    return [(time.begin.isoformat(), time.finish.isoformat()) for time in longest if time.begin and time.finish]


def is_right_day(item: dict) -> bool:
    """Whether a duckling item of one day begins on the day expected."""
    days = found_days(item)
    return bool(days) and days[0][0] == item["values"][0][:10]


def is_bare_weekday(item: dict) -> bool:
    """Whether a duckling item is a day of the week that nothing places: one that news reads as another day."""
    reference, lexicon = date.fromisoformat(item["ref"][:10]), load_lexicon()
    ahead = read_times(item["text"], published=reference, lexicon=lexicon, forward=True)
    news = read_times(item["text"], published=reference, lexicon=lexicon)
    return len(ahead) == 1 and ahead[0].rule == "weekday" and ahead != news


def is_last_weekday(item: dict) -> bool:
    """Whether news reads a bare weekday as the one a week before the day an assistant means."""
    news = read_times(item["text"], published=date.fromisoformat(item["ref"][:10]), lexicon=load_lexicon())
    return news[0].begin == date.fromisoformat(item["values"][0][:10]) - timedelta(days=7)


def is_right_interval(item: dict) -> bool:
    """Whether both ends of a duckling interval are found, as one expression or as its first and last day."""
    days = found_days(item)
    expected = [value[:10] for value in item["values"]]
    return bool(days) and [min(first for first, _ in days), max(after for _, after in days)] == expected


def is_right_date(item: dict) -> bool:
    """Whether a Recognizers date is the past or future day expected; where there is none, whether none is invented."""
    days = found_days(item)
    expected = {item["future"]["date"], item["past"]["date"]}
    if expected == {NOWHERE}:
        return not days
    return bool(days) and days[0][0] in expected


def series(folder: Path) -> list[tuple[str, list[dict], list[bool]]]:
    """Each figure's name, its items, and whether each is right."""
    duckling, recognizers = load(folder / "duckling_ar.jsonl"), load(folder / "recognizers_ar.jsonl")
    days = [item for item in duckling if item["kind"] == "datetime" and item["grain"] == "Day"]
    weekdays = [item for item in days if is_bare_weekday(item)]
    spans = [item for item in duckling if item["kind"] == "datetime" and item["grain"] in ("Week", "Month", "Year")]
    feasts = [item for item in duckling if item["kind"] == "datetimeHoliday"]
    intervals = [item for item in duckling if item["kind"].startswith("datetimeInterval") and item["grain"] == "Day"]
    dates = [item for item in recognizers if item["kind"] == "DateParser"]
    return [
        ("duckling, days", days, [is_right_day(item) for item in days]),
        ("duckling, weekdays read as news", weekdays, [is_last_weekday(item) for item in weekdays]),
        ("duckling, weeks, months, years", spans, [is_right_day(item) for item in spans]),
        ("duckling, feasts", feasts, [is_right_day(item) for item in feasts]),
        ("duckling, intervals of days", intervals, [is_right_interval(item) for item in intervals]),
        ("Recognizers-Text, dates", dates, [is_right_date(item) for item in dates]),
    ]


def main() -> None:
    """Print the table."""
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    folder = folders[0] if folders else SHARED
    if not folder.is_dir():
        print(f"timex: skipped, because {folder} with the data sets is not here.")
        return
    for name, items, right in series(folder):
        print(f"timex: {name:32} {sum(right):3} of {len(items)}")
        if "--wrong" in sys.argv:
            for item in (item for item, fine in zip(items, right, strict=True) if not fine):
                print(f"    {item['id']:18} {item['text']}  {found_days(item)}")


if __name__ == "__main__":
    main()
