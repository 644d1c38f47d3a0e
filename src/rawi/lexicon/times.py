"""The words of the calendar: months, weekdays, units, numbers and what modifies them, by folded word or phrase."""

from datetime import date
from pathlib import Path

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths
from rawi.text.words import split_words


class TimeExample(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A text, the day it was published, and the TIMEX3 value found in it (``""``: none may be found)."""

    text: str
    value: str = ""
    published: date | None = None


class Month(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A month ``number`` of its year with its ``forms``; a ``guarded`` form is a month only beside a day or year."""

    number: int
    forms: tuple[str, ...]
    region: str = ""
    guarded: bool = False
    examples: tuple[TimeExample, ...] = ()
    counter_examples: tuple[TimeExample, ...] = ()


class _MonthFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    months: tuple[Month, ...] = ()
    hijri_months: tuple[Month, ...] = ()


class TimeWords(msgspec.Struct, frozen=True):
    """Everything `rawi.timex` looks up. Keys are folded words, phrases joined by one space.

    ``months`` and ``hijri_months`` give the month's number; ``guarded_months`` are the forms that are also names or
    common words.
    """

    months: dict[str, int]
    hijri_months: dict[str, int]
    guarded_months: frozenset[str]


def load_time_words(overlay: Path | None) -> TimeWords:
    """The calendar words of the package with those of the user's folder added."""
    files = [read_yaml(path, _MonthFile) for path in resource_paths("lexicon/times/months.yaml", overlay)]
    gregorian = [month for file in files for month in file.months]
    hijri = [month for file in files for month in file.hijri_months]
    return TimeWords(
        months={key_of(form): month.number for month in gregorian for form in month.forms},
        hijri_months={key_of(form): month.number for month in hijri for form in month.forms},
        guarded_months=frozenset(key_of(f) for month in (*gregorian, *hijri) if month.guarded for f in month.forms),
    )


def key_of(form: str) -> str:
    """The form as it is looked up: its folded words joined by one space."""
    return " ".join(split_words(form).folded)
