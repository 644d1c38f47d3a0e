"""Counts and measures in a text: how many, of what, how surely."""

from collections.abc import Sequence

import msgspec

from rawi.compare.terms import Term, Terms
from rawi.compare.vocabulary import Phrase, Vocabulary
from rawi.text.phrases import PhraseIndex

# "About" a number means within a twentieth of it, as the press uses it.
ROUNDING = 0.05
# Whole numbers in this range with nothing counted after them are years.
_YEARS = range(1900, 2101)
# A counted noun stands within this many words after its number.
_REACH = 3


class Count(msgspec.Struct, frozen=True):
    """A number ``[first, last)`` in words, its lowest and highest value, and what it counts.

    ``unit`` is a kind of `units.yaml` with ``low`` and ``high`` in its smallest unit, or ``""``; ``noun`` is the
    counted noun otherwise.
    ``low`` or ``high`` is None where the text leaves that side open ("more than").
    """

    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    unit: str
    noun: Term | None


class Counter:
    """Finds counts. Built once from the vocabulary, never changed."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms) -> None:
        """Index number words, units and the words that bound a number."""
        self._terms = terms
        self._numerals = vocabulary.numerals
        self._units = vocabulary.units
        self._duals = vocabulary.classes["duals"]
        self._halves = vocabulary.classes["halves"]
        (self._and,) = vocabulary.classes["conjunction"]
        self.counted_of_anything = vocabulary.classes["counted_of_anything"]
        self.offsets = vocabulary.classes["offsets"]
        self._ordinals = vocabulary.classes["ordinals"]
        self._joiners = vocabulary.classes["model_joiners"]
        self._negation = vocabulary.classes["negation"]
        self._skipped = vocabulary.classes["between_number_and_noun"]
        self._at_least = _by_last(vocabulary.phrases["at_least"])
        self._at_most = _by_last(vocabulary.phrases["at_most"])
        self._about = _by_last(vocabulary.phrases["about"])
        self._months = PhraseIndex(tuple(name.split()) for name in vocabulary.months)

    def find(
        self, folded: Sequence[str], first: int = 0, last: int | None = None, *, dated: Sequence[int] = ()
    ) -> list[Count]:
        """The counts among the words ``[first, last)``. ``dated`` marks words that belong to a date.

        They count nothing.
        """
        stop = len(folded) if last is None else last
        found = []
        at = first
        while at < stop:
            read = None if (dated and dated[at]) or self._names(folded, at) else self._read(folded, at, stop)
            if read is None:
                at += 1
                continue
            value, end = read
            count = self._count(folded, at, end, stop, value)
            if count is not None:
                found.append(count)
                at = max(count.last, end)
            else:
                at = end
        return found

    def _names(self, folded: Sequence[str], at: int) -> bool:
        """The number belongs to an ordinal ("the nineteenth") or to the name of a model ("Il-76").

        It counts nothing.
        """
        return at > 0 and (folded[at - 1] in self._ordinals or folded[at - 1] in self._joiners)

    def _read(self, folded: Sequence[str], at: int, stop: int) -> tuple[float, int] | None:
        """The number that begins at a word, and where it ends. Number words and digits add up: "20 thousand and 5"."""
        total = group = 0.0
        seen = False
        position = at
        while position < stop:
            word = folded[position]
            value = self._value(word)
            if value is None:
                break
            if value >= 1000:
                group = (group or 1.0) * value if value in (1e3, 1e6, 1e9) else group + value
                total, group = total + group, 0.0
            elif word[:1].isdigit() and seen and group:
                break
            else:
                group = group * 100 if value == 100 and 2 < group < 10 else group + value
            seen = True
            position += 1
        # One and two are said of anything; alone they are no count.
        return (total + group, position) if total + group > 2 else None

    def _value(self, word: str) -> float | None:
        if word[:1].isdigit():
            return _digits(word)
        value = self._numerals.get(word)
        if value is None and len(word) > 2 and word[0] == self._and:
            value = self._numerals.get(word[1:])
            if value is not None and value < 1:
                return None
        if value is not None and value < 1:
            return None
        return value

    def _count(self, folded: Sequence[str], at: int, end: int, stop: int, value: float) -> Count | None:
        if value in _YEARS and (
            end >= stop or (folded[end] not in self._units and self._terms.term(folded[end]) is None)
        ):
            return None
        if self._months.length_at(folded, end, min(stop, end + 2)):
            return None
        unit, factor, noun, after = self._counted(folded, end, stop)
        if after < stop and folded[after] in self._halves and unit:
            value += 0.5
            after += 1
        low, high = self._bounds(folded, at, value)
        return Count(at, after, value * factor, low and low * factor, high and high * factor, unit, noun)

    def _counted(self, folded: Sequence[str], end: int, stop: int) -> tuple[str, float, Term | None, int]:
        position = end
        while position < min(stop, end + _REACH):
            word = folded[position]
            if word in self._units:
                kind, factor = self._units[word]
                return kind, factor, None, position + 1
            term = self._terms.term(word)
            if term is not None and not word[:1].isdigit():
                return "", 1.0, term, position + 1
            if word not in self._skipped:
                break
            position += 1
        return "", 1.0, None, end

    def _bounds(self, folded: Sequence[str], at: int, value: float) -> tuple[float | None, float | None]:
        if _ends_before(self._at_least, folded, at):
            # "No more than" bounds from above.
            negated = any(word in self._negation for word in folded[max(0, at - 4) : at - 1])
            return (None, value) if negated else (value, None)
        if _ends_before(self._at_most, folded, at):
            return None, value
        if _ends_before(self._about, folded, at):
            return value * (1 - ROUNDING), value * (1 + ROUNDING)
        return value, value

    def duals(self, folded: Sequence[str], first: int, last: int) -> list[Count]:
        """Units that count themselves: two by their ending, or one and a half ("an hour and a half")."""
        found = []
        for at in range(first, last):
            word = folded[at]
            if word not in self._units or (at > first and self._value(folded[at - 1]) is not None):
                continue
            kind, factor = self._units[word]
            half = at + 1 < last and folded[at + 1] in self._halves
            if word in self._duals or half:
                value = (2.0 if word in self._duals else 1.0) + (0.5 if half else 0.0)
                low, high = self._bounds(folded, at, value)
                found.append(
                    Count(at, at + 1 + half, value * factor, low and low * factor, high and high * factor, kind, None)
                )
        return found


def differ(one: Count, other: Count) -> bool:
    """Both cannot hold: their ranges are apart, rounding allowed for. Open sides never conflict.

    A number is rounded to its last digit that is not zero, but by a twentieth at the most: 5,800 may be 5,835, 164
    is 164.
    """
    low_one, high_one = _range(one)
    low_other, high_other = _range(other)
    return low_one > high_other or low_other > high_one


def _range(count: Count) -> tuple[float, float]:
    slack = min(_last_place(count.value) / 2, count.value * ROUNDING) if count.low == count.high else 0.0
    low = count.low - slack if count.low is not None else 0.0
    high = count.high + slack if count.high is not None else float("inf")
    return low, high


def _last_place(value: float) -> float:
    if value != int(value) or value % 10:
        return 0.0
    place = 10.0
    while value % (place * 10) == 0 and place < value:
        place *= 10
    return place


def _digits(word: str) -> float | None:
    plain = word.replace("\u066b", ".").replace("\u066c", ",")
    whole, _, rest = plain.partition(",")
    if rest and len(rest) != 3:
        plain = f"{whole}.{rest}"
    plain = plain.replace(",", "")
    head, _, tail = plain.partition(".")
    # Three digits after a point are thousands: no news count has thousandths.
    if tail and len(tail) == 3:
        plain = head + tail
    try:
        return float(plain)
    except ValueError:
        return None


def _by_last(phrases: Sequence[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        index.setdefault(phrase[-1], []).append(phrase)
    return {last: tuple(group) for last, group in index.items()}


def _ends_before(index: dict[str, tuple[Phrase, ...]], folded: Sequence[str], at: int) -> bool:
    if at == 0:
        return False
    return any(tuple(folded[max(0, at - len(phrase)) : at]) == phrase for phrase in index.get(folded[at - 1], ()))
