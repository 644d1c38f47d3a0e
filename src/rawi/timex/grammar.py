"""The rules of the time grammar, as one visible list: what is tried at a word, the longest match first.

A template names word classes in angle brackets (`rawi.timex.coding.Coding.pattern`); the classes are the roles of
``resources/lexicon/times``. Each rule's function says what it makes of the words, and when it lets them go.
"""

import re
from functools import lru_cache

import msgspec

from rawi.lexicon.load import Lexicon
from rawi.timex import days, named, periods
from rawi.timex.coding import load_coding
from rawi.timex.rule import Rule
from rawi.timex.templates import ANY_MONTH, BEFORE_DATE, DAY, IN_MONTH, MONTH, OF_YEAR, TAIL, WEEK

_PART = "(?P<part><*start|middle|end>)"
_HALF = "(?P<part><*start|middle|end|half_of>)"
_DAYS = """
(?P<days><*day|ordinal|ordinal_tens>
    (?:(?:<comma><and>?|<and>|<dash>|<to>|<slash>)<day|ordinal|ordinal_tens>|<+ordinal|ordinal_tens>)+)
"""
_THIS_MONTH = """
(?:
    <of|in>?<the_month_word>(?P<month_mod><current|past|next|same>)
  | <of|in>?<this>(?P<this_month><the_month_word>)
  | <of|in>?<that|same_of>(?P<that_month><the_month_word>)
  | (?P<day_mod><current>)
)
"""
_COUNT = "(?P<count><number|cardinal|tens>)"
_CENTURY = "(?P<century><the_unit>)(?:(?P<mod><past|current>)|(?P<which><ordinal|ordinal_tens>))"

RULES = (
    # days
    Rule("date_in_words", f"{BEFORE_DATE}{DAY}<of|in|joined_in|dot|dash|slash|comma>?{MONTH}<dot>?{TAIL}<close>?", days.date_in_words),
    Rule("several_days", f"<*days_word>?{_DAYS}(?P<stop><of|joined_in>?){ANY_MONTH}{TAIL}", days.several_days),
    Rule("several_days", f"<*days_word>?(?P<pair><*day_month>)<of|joined_in>?{ANY_MONTH}{TAIL}", days.two_days_in_digits),
    Rule("several_days", f"{MONTH}{_DAYS}(?!<unknown>)", days.several_days),
    Rule("several_days_of_this_month", f"<*days_word>?{_DAYS}(?P<month>){_THIS_MONTH}", days.several_days_of_this_month),
    Rule("day_of_this_month", f"(?P<day><*day>){_THIS_MONTH}", days.day_of_this_month),
    Rule("day_of_this_month", f"<*weekday>{DAY}<of>{_THIS_MONTH}", days.day_of_this_month),
    Rule("day_of_this_month", f"{DAY}<of>{_THIS_MONTH}", days.day_of_this_month),
    Rule("month_then_day", f"{BEFORE_DATE}{MONTH}<dash>?(?P<day><day|ordinal|ordinal_tens>)<comma>?<of>?<year_word>?(?P<year><year>)", days.date_in_words),
    Rule("month_then_day", f"{BEFORE_DATE}{MONTH}<dash>(?P<day><day>)", days.date_in_words),
    Rule(
        "deictic_day",
        "<*day_part>?<*day_word>?(?:<today><which>?)?(?P<deictic><*deictic|today>)<day_time>?"
        "(?:<comma|open|dash>?<day_word>?(?P<weekday><weekday>)<close>?)?",
        days.deictic_day,
    ),
    Rule("deictic_day", "<*day_part|day_word>(?P<deictic><tomorrow>)", days.deictic_day),
    Rule("part_of_today", "<*tonight>(?P<mod><past|next>)?|<*this><day_part_the|tonight>", days.part_of_today),
    Rule("same_day", "<*day_part>?(?:<*today><same>|<*same_of|that><today>)", days.same_day),
    Rule("day_beside_today", "<*today>(?P<mod><past|next|following>)|<*ordinal_bare><day_word>", days.day_beside_today),
    Rule("weekday", "<*day_part>?<*day_word>?(?P<weekday><*weekday>)<day_time>?(?P<mod><past|next|current|following|latest>)?", days.weekday),
    Rule("weekday", "<*this><day_word>?(?P<weekday><weekday>)", days.weekday),
    Rule("night_between", "<*day_part>(?P<weekday><weekday>)<dash|slash|and>?(?P<second><weekday>)", days.night_between),
    Rule("night_between", "<*day_part>(?P<weekday><weekday>)(?P<second><+weekday>)", days.night_between),
    Rule(
        "weekdays_with_modifier",
        "<*days_word|day_word>?<*weekday>(?:<comma>?<+weekday>|<comma><weekday>)+(?P<mod><past|next>)",
        days.weekdays_with_modifier,
    ),
    Rule("weekday_of_week", f"<*day_word>?(?P<weekday><*weekday|weekday_bare>)<of>?{WEEK}", days.weekday_of_week),
    Rule("weekday_of_week", f"{WEEK}<day_word>?(?P<weekday><weekday>)", days.weekday_of_week),
    Rule("date_in_digits", f"{BEFORE_DATE}(?P<numeric><*numeric>)<era>?<close>?", days.date_in_digits),
    Rule("month_in_digits", "(?P<month_year><*month_year>)", days.month_in_digits),
    Rule("day_and_month_in_digits", "(?P<cue><*day_word>?(?P<weekday><*weekday>)<comma>?<in|corresponding>?|<*day_word|dated>)(?P<day_month><*day_month>)",
         days.day_and_month_in_digits),
    Rule("day_and_month_in_digits", "(?P<day_month><*day_month>)", days.day_and_month_in_digits),
    Rule("bare_day", "<*day_word>?(?P<weekday><*weekday>)<in>?(?P<day><day|ordinal|ordinal_tens>)", days.bare_day),
    Rule("bare_day", "(?P<day><*day|ordinal|ordinal_tens>)", days.bare_day),
    # spans of days
    Rule("month", f"{_HALF}<of>?{MONTH}{TAIL}", periods.month),
    Rule("month", f"(?P<cue><*month_word>)?(?P<month><*month|month_maybe>){TAIL}", periods.month),
    Rule("month", f"{_HALF}{ANY_MONTH}{TAIL}", periods.month),
    Rule("unit_with_modifier", f"{_PART}?(?P<unit><*the_unit>)<year_kind>?(?P<mod><past|next|current|following|same|latest>)", periods.unit_with_modifier),
    Rule("unit_with_modifier", f"{_PART}?<of>?<*this>(?P<unit><the_unit>)", periods.unit_with_modifier),
    Rule("unit_with_modifier", f"{_PART}?<of>?(?P<that><*that|same_of>)(?P<unit><the_unit>)", periods.unit_with_modifier),
    Rule("unit_with_modifier", f"{_PART}<of>?(?P<unit><the_unit>)", periods.unit_with_modifier),
    Rule("weekend", "<*weekend>(?P<mod><past|next|current>)?", periods.weekend),
    Rule("weekend", "<*end><of>?<this>(?P<unit><the_unit>)", periods.unit_with_modifier),
    Rule("year", f"{_PART}?<of>?<*year_word><year_kind>?(?P<year><year>)<era>?", periods.year),
    Rule("bare_year", f"{_PART}?(?P<year><year>)<era>?", periods.bare_year),
    Rule("several_years", "(?P<cue><*year_word|between|in|since|to>)<of>?<year>(?:(?:<and>|<to>|<dash>|<slash>|<comma>)<year_word>?<year>)+", periods.several_years),
    Rule("then_year", "(?P<that><*then_year>)", periods.then_year),
    Rule("several_years", "<*year>(?:<to>|<dash>|<slash>)<year>", periods.several_years),
    Rule("part_of_year", f"(?P<part_name><*quarter|half>)(?P<which><ordinal>){OF_YEAR}", periods.part_of_year),
    Rule("season", f"{_PART}?(?P<season><*season|the_season>){OF_YEAR}", periods.season),
    Rule("season", f"{_PART}?(?P<season><*the_season>)(?P<mod><past|next|current>)", periods.season),
    Rule("season", f"{_PART}?<*this>(?P<season><the_season>)", periods.season),
    Rule("decade", f"{_PART}?<*unit>?(?P<decade><*decade>)(?:<of>?{_CENTURY})?", periods.decade),
    Rule("century", f"{_PART}?(?P<century><*the_unit>)(?P<which><ordinal|ordinal_tens>)", periods.century),
    Rule(
        "days_around",
        f"(?P<units><*the_units|the_two_units>)<few_after>?<article>?(?P<count><the_cardinal|number|cardinal>)?(?P<mod><past|latest|next|current>)<few_after>?",
        periods.days_around,
    ),
    Rule("days_around", f"<*article>?{_COUNT}(?P<units><units|unit>)(?P<mod><past|latest|next>)", periods.days_around),
    Rule("days_around", f"(?P<last><*ordinal_bare>){_COUNT}(?P<units><units|unit>)", periods.days_around),
    Rule("days_around", "(?P<units><*units>)<few_after>?(?P<mod><past|next>)", periods.days_around),
    Rule("how_long_ago", f"(?:<*ago>|(?P<since><*since>))<about>?{_COUNT}(?P<unit><units|unit>)(?P<now><of><ref|today>)?", periods.how_long_ago),
    Rule(
        "how_long_ago",
        "(?:<*ago>|(?P<since><*since>))<about>?(?P<few><few>)?(?P<unit><units|unit|two_units>)(?:(?P<few_after><few_after>)|<cardinal>)?(?P<now><of><ref|today>)?"
        "(?!<year|number|month|month_maybe|hijri|hijri_maybe|weekday|deictic|tomorrow|named|ordinal_bare|open>)",
        periods.how_long_ago,
    ),
    Rule("over_so_long_ago", "<*ago><over>(?:<number|cardinal|tens>|<few>)?<units|unit|two_units>(?!<of|year>)", periods.over_so_long_ago),
    Rule("how_long_ago", f"(?P<ahead><*after>?){_COUNT}(?P<unit><units|unit>)(?P<now><of><ref|today>)", periods.how_long_ago),
    Rule("how_long_ago", "(?P<ahead><*after>?)(?P<unit><*units|unit|two_units>)(?P<now><of><ref|today>)", periods.how_long_ago),
    Rule(
        "how_long_ago",
        "(?:(?P<ahead><*after>)|<*ago|since>)(?P<parts>(?:<and|comma>?<number|cardinal>?(?:<unit|units|two_units>|<+unit|two_units>))+)<of><ref|today>",
        periods.added_up,
    ),
    Rule("how_long_ago", "(?P<colloquial><*of>)(?P<unit><unit>)", periods.colloquially_ago),
    Rule("within", "<*within>(?P<unit><units>)", periods.within),
    Rule("weekday_of_month", f"(?P<which><*ordinal_bare>)<day_word>?(?P<weekday><weekday|weekday_bare>){IN_MONTH}", periods.weekday_of_month),
    Rule("weekday_of_month", f"<*day_word>?(?P<weekday><*weekday>)(?P<which><ordinal|latest>){IN_MONTH}", periods.weekday_of_month),
    Rule("weekday_of_month", "<*day_word>?(?P<weekday><*weekday>)(?P<which><ordinal>)", periods.weekday_of_this_month),
    Rule("day_of_month", f"(?:(?P<which><*ordinal_bare>)<day_word>){IN_MONTH}", periods.day_of_month),
    Rule("day_of_month", f"<*today>(?P<which><ordinal|latest>){IN_MONTH}", periods.day_of_month),
    Rule("week_of_month", f"(?P<which><*ordinal_bare>)(?P<unit><unit>){IN_MONTH}", periods.week_of_month),
    Rule("week_of_month", f"(?P<unit><*the_unit>)(?P<which><ordinal|latest>){IN_MONTH}", periods.week_of_month),
    # other calendars, names, open references
    Rule("hijri_date", f"{BEFORE_DATE}{DAY}<of>?<month_word>?(?P<hijri><hijri|hijri_maybe>)<comma>?<of>?<year_word>?(?P<hijri_year><hijri_year>)?<hijri_era>?",
         named.hijri_date),
    Rule("hijri_month", f"(?P<cue><*month_word>)?(?P<hijri><*hijri|hijri_maybe>)(?:<of>?<year_word>?(?P<hijri_year><hijri_year>)<hijri_era>?|{TAIL})", named.hijri_month_alone),
    Rule("named_date", f"(?P<named><*named>){TAIL}", named.named_date),
    Rule("reference", "(?P<ref><*ref>)", periods.reference),
)


class Grammar(msgspec.Struct, frozen=True):
    """The rules over one lexicon: ``start`` finds the words at which one may begin, ``by_first`` gives the rules that may
    begin with a character, ``day_pairs`` finds the day of the report."""

    start: re.Pattern[str]
    by_first: dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]
    day_pairs: re.Pattern[str]


_DAY_PAIR = "(?P<deictic><*deictic|today>)<day_time>?<comma|open|dash>?<day_word>?(?P<weekday><weekday>)"


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, compiled once."""
    coding = load_coding(lexicon)
    by_first: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for rule in RULES:
        pattern = re.compile(coding.pattern(rule.pattern))
        for character in sorted({char for spec in first_classes(rule.pattern) for char in coding.members(spec)}):
            by_first.setdefault(character, []).append((rule, pattern))
    start = re.compile(f"[{''.join(by_first)}]")
    ordered = {character: tuple(rules) for character, rules in by_first.items()}
    return Grammar(start, ordered, re.compile(coding.pattern(_DAY_PAIR)))


_PIECE = re.compile(r"<(?P<role>[+*]?[a-z_|]+)>|(?P<look>\(\?[!=])|(?P<open>\((?:\?P<\w+>|\?:)?)|(?P<close>\))|(?P<alternative>\|)|(?P<repeat>[?*+])")


def first_classes(template: str) -> set[str]:
    """The word classes with which a match of the template may begin.

    >>> sorted(first_classes("<a>?(?:<b>|<c>)<d>"))
    ['a', 'b', 'c']
    """
    pieces = [(str(match.lastgroup), match["role"] or match.group()) for match in _PIECE.finditer(template)]
    return _first_of_choice(pieces, 0)[0]


def _first_of_choice(pieces: list[tuple[str, str]], at: int) -> tuple[set[str], bool, int]:
    """First classes of alternatives up to their closing bracket, whether they may be empty, and where they end."""
    first: set[str] = set()
    empty = False
    while True:
        found, may_be_empty, at = _first_of_sequence(pieces, at)
        first |= found
        empty = empty or may_be_empty
        if at >= len(pieces) or pieces[at][0] == "close":
            return first, empty, at
        at += 1


def _first_of_sequence(pieces: list[tuple[str, str]], at: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    empty = True
    while at < len(pieces) and pieces[at][0] not in ("close", "alternative"):
        kind, text = pieces[at]
        found, may_be_empty = {text}, False
        if kind != "role":
            found, may_be_empty, at = _first_of_choice(pieces, at + 1)
        at += 1
        optional = at < len(pieces) and pieces[at][0] == "repeat"
        may_be_empty = may_be_empty or kind == "look" or (optional and pieces[at][1] != "+")
        at += optional
        if empty and kind != "look":
            first |= found
        empty = empty and may_be_empty
    return first, empty, at
