"""What looks like a time expression and is not: names, offices, counted things."""

from rawi.timex.hit import Hit


def is_part_of_name(hit: Hit, month: int, day: int) -> bool:
    """A day and month without a year inside a name: the revolution of 25 January, the city of 6 October."""
    before = hit.tokens.before(hit.first)
    if hit.has("year") or (before, month, day) in hit.tokens.coding.time_words.fixed:
        return False
    return hit.tokens.in_context("name_heads", before)


def is_name_of_day(hit: Hit) -> bool:
    """Whether today is in the name of a paper or channel, or an adjective makes it another day."""
    tokens = hit.tokens
    before, after = tokens.before(hit.at("deictic")), tokens.after(hit.last)
    if hit.has("weekday") or "today" not in tokens.values(hit.at("deictic")):
        return tokens.in_context("after_yesterday", after)
    return tokens.in_context("before_today", before) or tokens.in_context("after_today", after)


def is_weekday_of_name(hit: Hit) -> bool:
    """A day of the week that is part of a name."""
    return hit.tokens.in_context("before_weekday", hit.tokens.before(hit.at("weekday")))


def is_general(hit: Hit, group: str) -> bool:
    """The word for year as the adjective "general": the Secretary General, the Attorney General."""
    tokens = hit.tokens
    return "general" in tokens.values(hit.at(group)) and tokens.in_context(
        "general_heads", tokens.before(hit.at(group))
    )


def is_year(hit: Hit, number: int) -> bool:
    """Whether a number of four digits that stands alone is a year: nothing it could count or number is beside it."""
    tokens = hit.tokens
    before, after = tokens.before(hit.first), tokens.after(hit.last)
    if not (_FIRST_YEAR <= number < _AFTER_LAST_YEAR and hit.raw("year").isdigit()):
        return False
    if tokens.in_context("counted", after) or tokens.in_context("numbered", before):
        return False
    if tokens.in_context("more_than", before) or tokens.in_context("more_than", tokens.before(hit.first - 1)):
        return hit.has("part")
    return tokens.in_context("before_year", before) or hit.has("part") or (before in _OPENING and after in _CLOSING)


# Years that are written without the word for year.
_FIRST_YEAR, _AFTER_LAST_YEAR = 1900, 2100
_OPENING = ("(", "[", "/", "-")
_CLOSING = (")", "]", "/", "-", "", ".", ",")
