"""Pieces of patterns that several rules share; how they are written: `rawi.timex.coding.Coding.pattern`."""

# "the year 2014", "of the past year", "of the same year", "last", "coming": all groups are optional for the rules.
TAIL = """
(?:
    <comma>?<of|in>?(?:<year_word><year_kind>?)?(?P<year><year>)<era>?
  | <comma>?<of|in>?<year_word><year_kind>?(?P<year_mod><past|next|current|same|following>)
  | <of|in>?<this>(?P<this_year><year_word>)
  | <of|in>?(?P<same_year><same_of|that>)<year_word>
  | (?P<mod><past|next|current|following>)
)?
"""

# The same where one of them must be there and belongs to a part of a year.
OF_YEAR = """
(?:
    <of|in>?(?:<year_word><year_kind>?)?(?P<year><year>)<era>?
  | <of|in>?<year_word><year_kind>?(?P<year_mod><past|next|current|same|following>)
  | <of|in>?<this>(?P<this_year><year_word>)
  | <of|in>?(?P<same_year><same_of|that>)<year_word>
)
"""

MONTH = "<month_word>?(?P<month><month|month_maybe>)"
# The month by name or by its number: the third month, month three.
ANY_MONTH = """
(?:
    <month_word>?(?P<month><month|month_maybe>)
  | <month_word>(?P<month_number><cardinal|number>)
  | <the_month_word>(?P<month_ordinal><ordinal>)
)
"""
DAY = "(?P<day><*day|ordinal|ordinal_tens|ordinal_bare>)"
# What may stand before a date: today or yesterday, a part of the day, the day of the week.
BEFORE_DATE = """
(?:<*day_part>?<*deictic|today><day_time>?<comma|open>?)?
(?:
    <*day_part>?<*day_word>?(?P<weekday><*weekday>)<day_time>?<comma|open|dash>?<in|corresponding|joined_in>?
  | <*day_part>?<*day_word>
)?
"""
# A week: this, last, next week.
WEEK = "(?:(?P<this><this>)(?P<unit><the_unit>)|(?P<unit_of><the_unit>)(?P<week_mod><past|next|current|following>))"
# The month a day, weekday or week is counted in.
IN_MONTH = f"""
(?:
    <of|in|joined_in>?{ANY_MONTH}{TAIL}
  | <of|in>?<the_month_word>(?P<month_mod><past|next|current|following>)
  | <of|in>?<this>(?P<this_month><the_month_word>)
)
"""
