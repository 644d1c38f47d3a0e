"""Putting together what is one thing in several words: phrases, numbers, months named twice, dates in digits."""

import re
from bisect import bisect_left
from functools import lru_cache

import msgspec

from rawi.lexicon.load import Lexicon
from rawi.model.reading import Words
from rawi.timex.coding import MORE, Coding, encode, load_coding, number_roles

# Dates and parts of dates in digits; a separator stands once or twice, the same both times.
_NUMERIC = re.compile(
    r"(?<![\d./\-:,])(\d{1,4})(?:"
    r"([./\-–])(\d{1,4})(?:\2(\d{1,4})|, ?(\d{4}|\d\d))?"
    r"| ?(/) ?(\d{1,2}) ?/ ?(\d{4})"
    r")(?![\d:/\-]|[.,]\d)"
)

_NUMBER = """
    <*thousand>(?:<+hundred>)?(?:<+cardinal><teen>|<+cardinal><+tens>|<+cardinal>|<+tens>)?
  | <*hundred>(?:<+cardinal><teen>|<+cardinal><+tens>|<+cardinal>|<+tens>)
  | <*cardinal><teen>
  | <*cardinal><+tens>
"""
_ORDINAL = "<*ordinal>(?:<teen>|<+ordinal_tens>)"
_MONTHS = """
    (?P<first><*month|month_maybe>)
    (?:<slash|dash>?(?P<second><month|month_maybe>)|<open|quote>(?P<inside><month|month_maybe>)<close|quote>)
"""
_NUMBER_ROLES = ("thousand", "hundred", "cardinal", "teen", "tens", "ordinal", "ordinal_tens")
Values = dict[str, int | str]


class Tokens:
    """A text's words as a code string (`rawi.timex.coding`) with the value behind each position."""

    def __init__(self, words: Words, codes: str, made: dict[int, Values], coding: Coding) -> None:
        """Keep the parts; `join_words` makes them."""
        self.words = words
        self.codes = codes
        self.coding = coding
        self._made = made

    def values(self, index: int) -> Values:
        """Role and value of everything the word (or what begins there) may be."""
        made = self._made.get(index)
        return made if made is not None else self.coding.values.get(self.words.folded[index], {})

    def value(self, index: int, *roles: str) -> int | str | None:
        """The value of the first of the roles that the position can play, else None."""
        values = self.values(index)
        return next((values[role] for role in roles if role in values), None)

    def end(self, index: int) -> int:
        """The word after what begins at ``index``."""
        codes, after = self.codes, index + 1
        while after < len(codes) and codes[after] == MORE:
            after += 1
        return after

    def before(self, index: int) -> str:
        """The folded word before, ``""`` at the beginning."""
        return self.words.folded[index - 1] if index > 0 else ""

    def after(self, index: int) -> str:
        """The folded word at ``index``, ``""`` past the end."""
        return self.words.folded[index] if index < len(self.words.folded) else ""

    def in_context(self, name: str, word: str) -> bool:
        """Whether the folded word is in a class of the lexicon's time context."""
        return word in self.coding.time_words.context[name]


class _Joints(msgspec.Struct, frozen=True):
    """What finds things of several words, made once for each lexicon."""

    phrase: re.Pattern[str]
    number: re.Pattern[str]
    ordinal: re.Pattern[str]
    months: re.Pattern[str]


@lru_cache(maxsize=4)
def _load_joints(lexicon: Lexicon) -> _Joints:
    coding = load_coding(lexicon)
    templates = ("<*phrase>", _NUMBER, _ORDINAL, _MONTHS)
    return _Joints(*(re.compile(coding.pattern(template)) for template in templates))


def join_words(text: str, words: Words, *, lexicon: Lexicon) -> Tokens:
    """The tokens of a text whose words are given."""
    coding, joints = load_coding(lexicon), _load_joints(lexicon)
    made: dict[int, Values] = {}
    line = _Line(encode(words.folded, coding), made, words, coding)
    line.join_numeric(text)
    line.join_phrases(joints.phrase)
    line.join_numbers(joints.number)
    line.join_ordinals(joints.ordinal)
    line.join_months(joints.months)
    return Tokens(words, line.codes, made, coding)


class _Line:
    """A code string while it is being joined."""

    def __init__(self, codes: str, made: dict[int, Values], words: Words, coding: Coding) -> None:
        self._characters = list(codes)
        self._codes: str | None = codes
        self._made = made
        self._words = words
        self._coding = coding

    @property
    def codes(self) -> str:
        """The code string as it now stands."""
        if self._codes is None:
            self._codes = "".join(self._characters)
        return self._codes

    def join_numeric(self, text: str) -> None:
        """Dates in digits: three numbers, or two (a day and month, a month and year)."""
        for match in _NUMERIC.finditer(text):
            parts = [part for part in match.group(1, 3, 4, 5, 7, 8) if part]
            role = _numeric_role(parts, match[2] or match[6])
            if role:
                first = bisect_left(self._words.starts, match.start())
                last = bisect_left(self._words.starts, match.end())
                numbers = dict(zip("abc", map(int, parts), strict=False))
                self._make(first, last, (role,), {role: 0, "width": len(parts[0]), **numbers})

    def join_phrases(self, pattern: re.Pattern[str]) -> None:
        """The lexicon's phrases, the longest at each word."""
        folded, phrases = self._words.folded, self._coding.phrases
        last = len(folded) - 1
        for match in pattern.finditer(self.codes):
            at = match.start()
            found = phrases[folded[at]].get(folded[at + 1]) if at < last else None
            for phrase in found or ():
                after = at + 1 + len(phrase.rest)
                if folded[at + 1 : after] == phrase.rest and self._characters[at] != MORE:
                    self._set(at, after, phrase.character, phrase.values)
                    break

    def join_numbers(self, pattern: re.Pattern[str]) -> None:
        """Cardinals of several words, as their sum."""
        for match in pattern.finditer(self.codes):
            if match.end() - match.start() > 1:
                total = self._sum(match)
                self._make(*match.span(), number_roles(total), dict.fromkeys(number_roles(total), total))

    def join_ordinals(self, pattern: re.Pattern[str]) -> None:
        """Ordinals of two words, as their sum."""
        for match in pattern.finditer(self.codes):
            self._make(*match.span(), ("ordinal",), {"ordinal": self._sum(match)})

    def join_months(self, pattern: re.Pattern[str]) -> None:
        """A month named in two families at once, where both names mean the same month."""
        for match in pattern.finditer(self.codes):
            second = match.start("second") if match["second"] else match.start("inside")
            numbers = {self._number_of_month(match.start("first")), self._number_of_month(second)}
            if len(numbers) == 1:
                self._make(*match.span(), ("month",), {"month": numbers.pop()})

    def _number_of_month(self, index: int) -> int | str:
        values = self._made.get(index) or self._coding.values[self._words.folded[index]]
        return values["month"] if "month" in values else values["month_maybe"]

    def _sum(self, match: re.Match[str]) -> int:
        total = 0
        for word in self._words.folded[match.start() : match.end()]:
            values = self._coding.values.get(word, {})
            total += int(next((values[role] for role in _NUMBER_ROLES if role in values), 0))
        return total

    def _make(self, first: int, last: int, roles: tuple[str, ...], values: Values) -> None:
        """Put one token over the words, with what the first of them has joined before it."""
        joined = self._coding.joined_of(self._characters[first])
        self._set(first, last, self._coding.character(roles, joined), values)

    def _set(self, first: int, last: int, character: str, values: Values) -> None:
        self._characters[first:last] = [character, *[MORE] * (last - first - 1)]
        self._codes = None
        self._made[first] = values


def _numeric_role(parts: list[str], separator: str) -> str:
    """Whether digits are a whole date, a day and month, a month and year, or nothing of the calendar."""
    numbers = [int(part) for part in parts]
    if len(parts) == 3:
        return "numeric" if _is_date([len(part) for part in parts], separator) else ""
    wide = [len(part) == 4 for part in parts]
    if wide == [False, False] and max(map(len, parts)) <= 2:
        return "day_month" if max(numbers) <= 31 and min(numbers) <= 12 and min(numbers) > 0 else ""
    short = numbers[wide.index(False)] if any(wide) and not all(wide) else 0
    return "month_year" if 1 <= short <= 12 and max(numbers) > 1800 and separator in "/.-" else ""


def _is_date(widths: list[int], separator: str) -> bool:
    """Whether three numbers of these many digits may be a date: with points between them a year must be whole."""
    whole = 4 in (widths[0], widths[2])
    return widths[1] <= 2 and 3 not in widths and (whole or (separator != "." and max(widths) <= 2))
