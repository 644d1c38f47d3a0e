"""The counts that belong to an event: how many soldiers, aircraft, dead; at least, at most, about, from … to."""

import msgspec

from rawi.events.page import Page
from rawi.events.phrases import Phrase
from rawi.events.triggers import Trigger
from rawi.model import Quantity, Span

_AHEAD = 12
_BACK = 5
# "About" a number means within a twentieth of it, as the press uses it.
_ROUNDING = 0.05
_NOUN_REACH = 3
# Units after which *and a half* may follow.
_HALVED = frozenset({"hour", "day"})
_YEARS = range(1900, 2101)


class Number(msgspec.Struct, frozen=True):
    """A number in words ``[first, last)``."""

    first: int
    last: int
    value: float


def find_quantities(page: Page, trigger: Trigger, phrases: list[Phrase]) -> tuple[Quantity, ...]:
    """The counts in the participants and right around the trigger, in text order, each once."""
    first, last = page.sentence(trigger.at)
    numbers = [at for at in range(first, last) if _value(page, at) is not None]
    if not numbers:
        return ()
    # What stands after another event's word belongs to that one.
    ahead = range(trigger.last, min(last, trigger.last + _AHEAD))
    end = next((at for at in ahead if at in page.triggers), ahead.stop)
    places = set(range(max(first, trigger.at - _BACK), max(end, trigger.at)))
    if trigger.sense.type == "CONSULT":
        # How long a meeting lasted may be told at the other end of the sentence.
        places.update(at for at in numbers if at < last - 2 and _counts_hours(page, at, last))
    for phrase in phrases:
        places.update(range(phrase.first, min(last, phrase.last + 1)))
    found: list[Quantity] = []
    done = first
    for at in sorted(places.intersection(numbers)):
        start = _start(page, at, done)
        read = _quantity_at(page, start, first, last) if at >= done else None
        if read is not None:
            done, quantity = read
            found.append(quantity)
    return tuple(found)


def _start(page: Page, at: int, first: int) -> int:
    """Where the number begins that the word is in the middle of."""
    while at > first and page.time_of[at - 1] < 0 and _value(page, at - 1) is not None:
        at -= 1
    return at


def _counts_hours(page: Page, at: int, last: int) -> bool:
    return _unit(page, at + 1, last)[0] == "hour"


def _quantity_at(page: Page, at: int, first: int, last: int) -> tuple[int, Quantity] | None:
    number = _read(page, at, last)
    if number is None:
        return None
    second = _read(page, number.last, last)
    if second is None and number.last + 1 < last and page.is_word(number.last, "range_joiners"):
        second = _read(page, number.last + 1, last)
    if second is not None and second.value > number.value and page.folded[number.first][:1].isdigit():
        return _range(page, number, second, first, last)
    unit, end = _unit(page, number.last, last)
    if not unit:
        return None
    if unit in _HALVED and end < last and page.has(end, "halves"):
        number = Number(number.first, number.last, number.value + 0.5)
        end += 1
    start, low, high = _bounds(page, number, first)
    if number.last - number.first == 1 and page.is_word(number.first, "open_counts"):
        high = None
    words = page.reading.words
    text = page.text(start, end)
    return end, Quantity(low=low, high=high, unit=unit, span=Span(words.starts[start], words.ends[end - 1], text))


def _read(page: Page, at: int, last: int) -> Number | None:
    """The number that begins at the word: digits and number words add up, thousands multiply."""
    if at >= last or page.time_of[at] >= 0:
        return None
    total = group = 0.0
    here = at
    while here < last and page.time_of[here] < 0:
        value = _value(page, here)
        if value is None or (value < 1000 and page.folded[here][:1].isdigit() and here > at):
            break
        if value in (1e3, 1e6, 1e9):
            total, group = total + (group or 1.0) * value, 0.0
        else:
            group += value
        here += 1
    if here == at:
        return None
    if (
        total + group in _YEARS
        and here == at + 1
        and page.folded[at] == str(int(group))
        and not _unit(page, here, last)[0]
    ):
        return None
    return Number(at, here, total + group)


def _value(page: Page, at: int) -> float | None:
    if not page.numbers:
        known = page.lexicon.number_words
        page.numbers.extend(_digits(word) if word[:1].isdigit() else known.get(word) for word in page.folded)
    return page.numbers[at]


def _digits(word: str) -> float | None:
    digits = word.replace(",", "").replace("\u066c", "")
    try:
        return float(digits.replace("\u066b", "."))
    except ValueError:
        return None


def _unit(page: Page, at: int, last: int) -> tuple[str, int]:
    """What is counted: the kind of the counted noun (words/counted.yaml), else the noun itself, and where it ends."""
    counted = page.lexicon.counted
    for here in range(at, min(last, at + _NOUN_REACH)):
        for form in sorted(page.variants(here)):
            if form in counted:
                return counted[form], here + 1
    if at < last and page.folded[at][:1].isalpha() and not page.is_word(at, "particles") and page.time_of[at] < 0:
        return page.reading.words.raw[at], at + 1
    return "", at


def _bounds(page: Page, number: Number, first: int) -> tuple[int, float | None, float | None]:
    """Where the count begins with the words that bound it, its lowest and its highest value."""
    for name, low, high in (
        ("compare.at_least", number.value, None),
        ("compare.at_most", None, number.value),
        ("compare.about", number.value * (1 - _ROUNDING), number.value * (1 + _ROUNDING)),
    ):
        for phrase in page.lexicon.words.phrases(name):
            start = number.first - len(phrase)
            if start >= first and tuple(page.folded[start : number.first]) == phrase:
                return start, low, high
    return number.first, number.value, number.value


def _range(page: Page, low: Number, high: Number, first: int, last: int) -> tuple[int, Quantity] | None:
    """``between 100 and 150``, ``from 2000 to 2500``, ``100-150``."""
    unit, end = _unit(page, high.last, last)
    if not unit:
        return None
    start = low.first
    while start > first and page.is_word(start - 1, "range_openers"):
        start -= 1
    words = page.reading.words
    span = Span(words.starts[start], words.ends[end - 1], page.text(start, end))
    return end, Quantity(low=low.value, high=high.value, unit=unit, span=span)
