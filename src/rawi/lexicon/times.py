"""The words of the calendar: months, weekdays, units, numbers and what modifies them, by folded word or phrase."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.files import read_yaml, resource_paths
from rawi.text.words import split_words

Joined = Literal["", "and", "then", "before"]
Phrase = tuple[str, ...]


class TimeExample(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A text, the day it was published, and the TIMEX3 value found in it (``""``: none may be found)."""

    text: str
    value: str = ""
    published: date | None = None


class Exemplified(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """What all entries have: examples that must be found and counter-examples in which nothing may be."""

    examples: tuple[TimeExample, ...] = ()
    counter_examples: tuple[TimeExample, ...] = ()


class Month(Exemplified, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A month ``number`` of its year with its ``forms``; a ``guarded`` form is a month only beside a day or year."""

    number: int
    forms: tuple[str, ...]
    region: str = ""
    guarded: bool = False


class TimeEntry(Exemplified, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words with the ``role`` they play in the time grammar and their ``value`` in it.

    ``joins`` says whether the joined particles may stand before them.
    """

    role: str
    value: int | str
    forms: tuple[str, ...]
    joins: bool = True


class NamedDate(Exemplified, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A date with ``names``: a ``day`` of a ``month`` of its ``calendar``, or a distance in days from Easter.

    With a ``value`` it means that TIMEX3 value always.
    """

    names: tuple[str, ...]
    value: str = ""
    day: int = 1
    month: int = 1
    calendar: Literal["gregorian", "hijri", "easter"] = "gregorian"


class ContextClass(Exemplified, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words that decide between readings of what stands beside them; ``note`` says how."""

    words: tuple[str, ...]
    note: str = ""


class FixedDate(Exemplified, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A ``month`` or day that means that of one ``year`` after one of the ``heads``."""

    heads: tuple[str, ...]
    month: int
    year: int
    day: int = 0


class Sense(msgspec.Struct, frozen=True):
    """What a word or phrase may be: its ``role``, its ``value`` there, and what is ``joined`` before it."""

    role: str
    value: int | str
    joined: Joined = ""


class TimeWords(msgspec.Struct, frozen=True):
    """Everything `rawi.timex` looks up. Keys are folded words; phrases are joined by one space.

    ``months`` and ``hijri_months`` give the month's number; ``guarded_months`` are the forms that are also names or
    common words. ``words`` gives the senses of single words, ``phrases`` those of longer ones under their first word,
    longest first. ``named`` are the named dates that senses of the role ``named`` index, ``fixed`` the years fixed by
    the word before, by ``(head, month, day)``. ``context`` holds classes of words that decide between readings;
    ``examples`` every entry's examples and counter-examples, each with the form it belongs to.
    """

    months: dict[str, int]
    hijri_months: dict[str, int]
    guarded_months: frozenset[str]
    words: dict[str, tuple[Sense, ...]]
    phrases: dict[str, tuple[tuple[Phrase, tuple[Sense, ...]], ...]]
    named: tuple[NamedDate, ...]
    fixed: dict[tuple[str, int, int], int]
    context: dict[str, frozenset[str]]
    examples: tuple[tuple[str, TimeExample], ...]


class _Proclitic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: str
    kind: Joined


class _Assimilated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: str
    written: str


class _TimeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    months: tuple[Month, ...] = ()
    hijri_months: tuple[Month, ...] = ()
    proclitics: tuple[_Proclitic, ...] = ()
    article: str = ""
    assimilated: tuple[_Assimilated, ...] = ()
    entries: tuple[TimeEntry, ...] = ()
    named_dates: tuple[NamedDate, ...] = ()
    fixed_by_head: tuple[FixedDate, ...] = ()
    context: dict[str, ContextClass] = {}


def load_time_words(overlay: Path | None) -> TimeWords:
    """The calendar words of the package with those of the user's folder added.

    Raises `LexiconError` naming the file for a month or day that no calendar has.
    """
    paths = resource_paths("lexicon/times/*.yaml", overlay)
    files = [read_yaml(path, _TimeFile) for path in paths]
    for path, file in zip(paths, files, strict=True):
        _check(path, file)
    gregorian = [month for file in files for month in file.months]
    hijri = [month for file in files for month in file.hijri_months]
    named = tuple(entry for file in files for entry in file.named_dates)
    fixed = [entry for file in files for entry in file.fixed_by_head]
    single, longer = _index_senses(files, (*_month_entries(files), *_named_entries(named)))
    return TimeWords(
        months={key_of(form): month.number for month in gregorian for form in month.forms},
        hijri_months={key_of(form): month.number for month in hijri for form in month.forms},
        guarded_months=frozenset(key_of(f) for month in (*gregorian, *hijri) if month.guarded for f in month.forms),
        words=single,
        phrases=longer,
        named=named,
        fixed={(key_of(head), entry.month, entry.day): entry.year for entry in fixed for head in entry.heads},
        context=_index_context(files),
        examples=tuple(_examples(files)),
    )


def key_of(form: str) -> str:
    """The form as it is looked up: its folded words joined by one space."""
    return " ".join(split_words(form).folded)


def _check(path: Path, file: _TimeFile) -> None:
    for month in (*file.months, *file.hijri_months):
        if not 1 <= month.number <= 12:
            raise LexiconError(f"{path}: month {month.number!r} of {month.forms[0]}: a month is a number from 1 to 12.")
    for entry in file.named_dates:
        if entry.calendar != "easter" and not (1 <= entry.month <= 12 and 1 <= entry.day <= 31):
            there = f"day {entry.day!r} of month {entry.month!r}"
            raise LexiconError(f"{path}: {entry.names[0]}: no calendar has {there}; give a month 1-12 and a day 1-31.")


def _month_entries(files: Iterable[_TimeFile]) -> Iterator[TimeEntry]:
    """Months as entries of the grammar: a guarded form has its own role, for what stands beside it decides."""
    for file in files:
        for month in file.months:
            yield TimeEntry("month_maybe" if month.guarded else "month", month.number, month.forms)
        for month in file.hijri_months:
            yield TimeEntry("hijri_maybe" if month.guarded else "hijri", month.number, month.forms)


def _named_entries(named: Iterable[NamedDate]) -> Iterator[TimeEntry]:
    for index, entry in enumerate(named):
        yield TimeEntry("named", index, entry.names)


def _index_senses(
    files: list[_TimeFile], more: tuple[TimeEntry, ...]
) -> tuple[dict[str, tuple[Sense, ...]], dict[str, tuple[tuple[Phrase, tuple[Sense, ...]], ...]]]:
    """Senses by single word and by phrase; a word written alike as itself hides one read as particle and word."""
    bare: dict[Phrase, dict[Sense, None]] = {}
    joined: dict[Phrase, dict[Sense, None]] = {}
    for entry in (*(entry for file in files for entry in file.entries), *more):
        for form in entry.forms:
            key = tuple(split_words(form).folded)
            bare.setdefault(key, {})[Sense(entry.role, entry.value)] = None
            for first, kind in _with_proclitics(key[0], files) if entry.joins else ():
                joined.setdefault((first, *key[1:]), {})[Sense(entry.role, entry.value, kind)] = None
    senses = {**joined, **bare}
    single = {key[0]: tuple(found) for key, found in senses.items() if len(key) == 1}
    longer: dict[str, list[tuple[Phrase, tuple[Sense, ...]]]] = {}
    for key, found in senses.items():
        if len(key) > 1:
            longer.setdefault(key[0], []).append((key[1:], tuple(found)))
    return single, {first: tuple(sorted(rest, key=lambda pair: -len(pair[0]))) for first, rest in longer.items()}


def _with_proclitics(word: str, files: list[_TimeFile]) -> Iterator[tuple[str, Joined]]:
    article = next(file.article for file in files if file.article)
    assimilated = {pair.letters: pair.written for file in files for pair in file.assimilated}
    for file in files:
        for clitic in file.proclitics:
            if word.startswith(article) and clitic.letters in assimilated:
                yield assimilated[clitic.letters] + word.removeprefix(article), clitic.kind
            else:
                yield clitic.letters + word, clitic.kind


def _index_context(files: Iterable[_TimeFile]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for file in files:
        for name, entry in file.context.items():
            classes.setdefault(name, set()).update(key_of(word) for word in entry.words)
    return {name: frozenset(words) for name, words in classes.items()}


def _examples(files: Iterable[_TimeFile]) -> Iterator[tuple[str, TimeExample]]:
    for file in files:
        named: list[tuple[str, Exemplified]] = [
            *((month.forms[0], month) for month in (*file.months, *file.hijri_months)),
            *((entry.forms[0], entry) for entry in file.entries),
            *((entry.names[0], entry) for entry in file.named_dates),
            *((entry.heads[0], entry) for entry in file.fixed_by_head),
            *file.context.items(),
        ]
        for name, entry in named:
            yield from ((name, example) for example in (*entry.examples, *entry.counter_examples))
