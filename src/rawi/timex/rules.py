"""The rules of the time grammar, as one visible list: at a word the longest match is taken that its rule accepts.

A pattern names word classes in angle brackets (`rawi.timex.coding.Coding.pattern`); the classes are the roles of
``resources/lexicon/times``. A rule is a function: its name is the ``rule`` of the expressions it finds, its docstring
says what it makes of the words and when it lets them go.
"""

from rawi.timex import counted, days, distances, named, periods
from rawi.timex.rule import Rule
from rawi.timex.templates import ANY_MONTH, BEFORE_DATE, DAY, IN_MONTH, MONTH, OF_YEAR, TAIL, WEEK

_PART = "(?P<part><*start|middle|end>)"
_PART_OF_MONTH = "(?P<part><*start|middle|end|half_of>)"
_DAYS = """
(?P<days><*day|ordinal|ordinal_tens>
    (?:(?:<comma><and>?|<and>|<dash>|<to>|<slash>)<day|ordinal|ordinal_tens>|<+ordinal|ordinal_tens>){1,9})
"""
_THIS_MONTH = """
(?:
    <of|in>?<the_month_word>(?P<month_mod><current|past|next|same>)
  | <of|in>?<this>(?P<this_month><the_month_word>)
  | <of|in>?<that|same_of>(?P<that_month><the_month_word>)
  | (?P<day_mod><current>)
)
"""
# The second end of a range, which names the year of both.
_OTHER = "<month_word>?(?P<other><month|month_maybe>)<comma>?<of>?<year_word>?(?P<year><year>)"
_OTHER_MONTH = "(?P<other><+month|month_maybe>)<of>?<year_word>?(?P<year><year>)"
_COUNT = "(?P<count><number|cardinal|tens>)"
_SINCE = "(?:<*ago>|(?P<since><*since>))<about>?"
_FROM_NOW = "(?P<now><of><ref|today>)"
_CENTURY = "(?P<century><the_unit>)(?:(?P<mod><past|current>)|(?P<which><ordinal|ordinal_tens>))"
_HIJRI = "(?P<hijri><*hijri|hijri_maybe>)"
_HIJRI_YEAR = "<comma>?<of>?<year_word>?(?P<hijri_year><hijri_year>)<hijri_era>?"
_PLANNED_DAY_MONTH = "(?P<cue><*day_word>?(?P<weekday><*weekday>)<comma>?<in|corresponding>?|<*day_word|dated>)"
# What "ago" and "since" may not be followed by: then they say before or from when, not how long ago.
_NO_DATE = "(?!<year|number|month|month_maybe|hijri|hijri_maybe|weekday|deictic|tomorrow|named|ordinal_bare|open>)"

RULES = (
    # ------------------------------------------------------------------------------------------------ days
    Rule(
        days.first_of_two_dates,
        (
            f"{BEFORE_DATE}{DAY}<of>?{MONTH}"
            f"(?=<to|and|dash>(?:<day_word>?<weekday>)?<day|ordinal|ordinal_tens><of>?{_OTHER})",
        ),
    ),
    Rule(
        days.date_in_words, (f"{BEFORE_DATE}{DAY}<of|in|joined_in|dot|dash|slash|comma>?{MONTH}<dot>?{TAIL}<close>?",)
    ),
    Rule(
        days.several_days,
        (f"<*days_word>?{_DAYS}(?P<stop><of|joined_in>?){ANY_MONTH}{TAIL}", f"{MONTH}{_DAYS}(?!<unknown>)"),
    ),
    Rule(days.two_days_in_digits, (f"<*days_word>?(?P<pair><*day_month>)<of|joined_in>?{ANY_MONTH}{TAIL}",)),
    Rule(days.several_days_of_this_month, (f"<*days_word>?{_DAYS}(?P<month>){_THIS_MONTH}",)),
    Rule(
        days.day_of_this_month,
        (f"(?P<day><*day>){_THIS_MONTH}", f"<*weekday>{DAY}<of>{_THIS_MONTH}", f"{DAY}<of>{_THIS_MONTH}"),
    ),
    Rule(
        days.month_then_day,
        (
            f"{BEFORE_DATE}{MONTH}<dash>?(?P<day><day|ordinal|ordinal_tens>)<comma>?<of>?<year_word>?(?P<year><year>)",
            f"{BEFORE_DATE}{MONTH}<dash>(?P<day><day>)",
        ),
    ),
    Rule(
        days.deictic_day,
        (
            "<*day_part>?<*day_word>?(?:<today><which>?)?(?P<deictic><*deictic|today>)<day_time>?"
            "(?:<comma|open|dash>?<day_word>?(?P<weekday><weekday>)<close>?)?",
            "<*day_part|day_word>(?P<deictic><tomorrow>)",
        ),
    ),
    Rule(days.part_of_today, ("<*tonight>(?P<mod><past|next>)?", "<*this><day_part_the|tonight>")),
    Rule(days.same_day, ("<*day_part>?<*today><same>", "<*day_part>?<*same_of|that><today>")),
    Rule(days.day_beside_today, ("<*today>(?P<mod><past|next|following>)", "<*ordinal_bare><day_word>")),
    Rule(
        days.weekday,
        (
            "<*day_part>?<*day_word>?(?P<weekday><*weekday>)<day_time>?(?P<mod><past|next|current|following|latest>)?",
            "<*day_part>?<*day_word>?(?P<weekday><*weekday>)<open>(?P<mod><past|next>)<close>",
            "<*this><day_word>?(?P<weekday><weekday>)",
        ),
    ),
    Rule(
        days.night_between,
        (
            "<*day_part>(?P<weekday><weekday>)<dash|slash|and>?(?P<second><weekday>)",
            "<*day_part>(?P<weekday><weekday>)(?P<second><+weekday>)",
        ),
    ),
    Rule(
        days.weekdays_with_modifier,
        ("<*days_word|day_word>?<*weekday>(?:<comma>?<+weekday>|<comma><weekday>){1,6}(?P<mod><past|next>)",),
    ),
    Rule(
        days.weekday_of_week,
        (f"<*day_word>?(?P<weekday><*weekday|weekday_bare>)<of>?{WEEK}", f"{WEEK}<day_word>?(?P<weekday><weekday>)"),
    ),
    Rule(days.date_in_digits, (f"{BEFORE_DATE}(?P<numeric><*numeric>)<era|hijri_era>?<close>?",)),
    Rule(days.month_in_digits, ("(?P<month_year><*month_year>)",)),
    Rule(
        days.day_and_month_in_digits,
        (f"{_PLANNED_DAY_MONTH}(?P<day_month><*day_month>)", "(?P<day_month><*day_month>)"),
    ),
    Rule(
        days.bare_day,
        (
            "<*day_word>?(?P<weekday><*weekday>)<in>?(?P<day><day|ordinal|ordinal_tens>)",
            "(?P<day><*day|ordinal|ordinal_tens>)",
        ),
    ),
    # ------------------------------------------------------------------------------------------------ spans of days
    Rule(periods.first_of_two_months, (f"{MONTH}(?=<to|and|dash>{_OTHER})", f"{MONTH}(?={_OTHER_MONTH})")),
    Rule(
        periods.month,
        (
            f"{_PART_OF_MONTH}<of>?{MONTH}{TAIL}",
            f"(?P<cue><*month_word>)?(?P<month><*month|month_maybe>){TAIL}",
            f"{_PART_OF_MONTH}{ANY_MONTH}{TAIL}",
        ),
    ),
    Rule(
        periods.unit_with_modifier,
        (
            f"{_PART}?(?P<unit><*the_unit>)<year_kind>?(?P<mod><past|next|current|following|same|latest>)",
            f"{_PART}?<of>?<*this>(?P<unit><the_unit>)",
            f"{_PART}?<of>?(?P<that><*that|same_of>)(?P<unit><the_unit>)",
            f"{_PART}<of>?(?P<unit><the_unit>)",
        ),
    ),
    Rule(periods.weekend, ("<*weekend>(?P<mod><past|next|current>)?",)),
    Rule(named.hijri_year, ("<*year_word><hijri_era>(?P<year><year>)", "<*year_word>?(?P<year><year>)<hijri_era>")),
    Rule(periods.year, (f"{_PART}?<of>?<*year_word><year_kind>?(?P<year><year>)<era>?",)),
    Rule(periods.bare_year, (f"{_PART}?(?P<year><year>)<era>?",)),
    Rule(
        periods.several_years,
        (
            "(?P<cue><*year_word|between|in|since|to>)<of>?<year>(?:<and|to|dash|slash|comma><year_word>?<year>){1,9}",
            "<*year><to|dash|slash><year>",
        ),
    ),
    Rule(periods.then_year, ("<*then_year>",)),
    Rule(periods.part_of_year, (f"(?P<part_name><*quarter|half>)(?P<which><ordinal>){OF_YEAR}",)),
    Rule(
        periods.season,
        (
            f"{_PART}?(?P<season><*season|the_season>){OF_YEAR}",
            f"{_PART}?(?P<season><*the_season>)(?P<mod><past|next|current>)",
            f"{_PART}?<*this>(?P<season><the_season>)",
        ),
    ),
    Rule(periods.decade, (f"{_PART}?<*unit>?(?P<decade><*decade>)(?:<of>?{_CENTURY})?",)),
    Rule(periods.numbered_decade, (f"(?P<unit><*the_unit>)(?P<number><ordinal>)<of>{_CENTURY}",)),
    Rule(periods.century, (f"{_PART}?(?P<century><*the_unit>)(?P<which><ordinal|ordinal_tens>)",)),
    Rule(
        distances.days_around,
        (
            "(?P<units><*the_units|the_two_units>)<few_after>?<article>?"
            "(?P<count><the_cardinal|number|cardinal>)?(?P<mod><past|latest|next|current>)<few_after>?",
            f"<*article>?{_COUNT}(?P<units><units|unit>)(?P<mod><past|latest|next>)",
            f"(?P<last><*ordinal_bare>){_COUNT}(?P<units><units|unit>)",
            "(?P<units><*units>)<few_after>?(?P<mod><past|next>)",
        ),
    ),
    Rule(
        distances.how_long_ago,
        (
            f"{_SINCE}{_COUNT}(?P<unit><units|unit>){_FROM_NOW}?",
            f"{_SINCE}<few>?(?P<unit><units|unit|two_units>)(?:(?P<few_after><few_after>)|<one>)?{_FROM_NOW}?{_NO_DATE}",
            f"(?P<ahead><*after>?){_COUNT}(?P<unit><units|unit>){_FROM_NOW}",
            f"(?P<ahead><*after>?)(?P<unit><*units|unit|two_units>){_FROM_NOW}",
        ),
    ),
    Rule(
        distances.over_so_long_ago,
        ("<*ago><over>(?:<number|cardinal|tens>|<few>)?(?P<unit><units|unit|two_units>)(?!<of|year>)",),
    ),
    Rule(
        distances.added_up,
        (
            "(?:(?P<ahead><*after>)|<*ago|since>)"
            "(?P<parts>(?:<and|comma>?<number|cardinal>?(?:<unit|units|two_units>|<+unit|two_units>)){1,4})"
            f"{_FROM_NOW}",
        ),
    ),
    Rule(distances.colloquially_ago, ("<*of>(?P<unit><unit>)",)),
    Rule(distances.within, ("<*within>(?P<unit><units>)",)),
    Rule(
        counted.weekday_of_month,
        (
            f"(?P<which><*ordinal_bare>)<day_word>?(?P<weekday><weekday|weekday_bare>){IN_MONTH}",
            f"<*day_word>?(?P<weekday><*weekday>)(?P<which><ordinal|latest>){IN_MONTH}",
        ),
    ),
    Rule(counted.weekday_of_this_month, ("<*day_word>?(?P<weekday><*weekday>)(?P<which><ordinal>)",)),
    Rule(
        counted.day_of_month,
        (f"(?P<which><*ordinal_bare>)<day_word>{IN_MONTH}", f"<*today>(?P<which><ordinal|latest>){IN_MONTH}"),
    ),
    Rule(
        counted.week_of_month,
        (
            f"(?P<which><*ordinal_bare>)(?P<unit><unit>){IN_MONTH}",
            f"(?P<unit><*the_unit>)(?P<which><ordinal|latest>){IN_MONTH}",
        ),
    ),
    # ------------------------------------------------------------------------------------------------ names, open
    Rule(
        named.hijri_date,
        (f"{BEFORE_DATE}{DAY}<of>?<month_word>?(?P<hijri><hijri|hijri_maybe>)(?:{_HIJRI_YEAR})?<hijri_era>?",),
    ),
    Rule(named.hijri_month_alone, (f"(?P<cue><*month_word>)?{_HIJRI}(?:{_HIJRI_YEAR}|{TAIL})",)),
    Rule(named.named_date, (f"(?P<named><*named>){TAIL}",)),
    Rule(distances.reference, ("(?P<ref><*ref>)",)),
)
