"""The day of an event: from a time expression of its own clause."""

from rawi.events.page import Page
from rawi.events.triggers import Trigger
from rawi.model import Timex

_REACH = 45
# A time after the event belongs to it rather than one before it, word for word.
_BEFORE_COSTS = 1.5
_VERB_COSTS = 4
_YEAR_COSTS = 8
_MEETING_COSTS = 30
_TOPIC_REACH = 7
_SAYING = 8
# A month or year dates only what stands near it.
_COARSE_REACH = 18


def resolve_date(page: Page, trigger: Trigger) -> str | None:
    """The ISO value (day, month or year) of the time expression nearest to the trigger in its clause, or None.

    A time outside a quotation or report dates the saying, not what is said; it is never taken for an event inside.
    """
    first, last = page.sentence(trigger.at)
    reach = _TOPIC_REACH if is_topic(page, trigger) else _REACH
    best: tuple[float, str] | None = None
    for at in range(max(first, trigger.at - reach), min(last, trigger.at + reach)):
        index = page.time_of[at]
        if index < 0 or (at > first and page.time_of[at - 1] == index):
            continue
        value = iso_value(page.times[index])
        if (
            value is None
            or page.content_of[at] != page.content_of[trigger.at]
            or _is_bound(page, at, first)
            or _is_of_saying(page, at, trigger.at)
        ):
            continue
        cost = _cost(page, trigger.at, at) + (_YEAR_COSTS if len(value) == 4 else 0)
        if (best is None or cost < best[0]) and cost <= (_REACH if len(value) == 10 else _COARSE_REACH):
            best = cost, value
    if best is not None and trigger.form.tense == "past" and _is_to_come(page, best[1]):
        return None
    return best[1] if best is not None else None


def _is_to_come(page: Page, value: str) -> bool:
    published = page.reading.article.published
    return published is not None and value > published.isoformat()[: len(value)]


def iso_value(time: Timex) -> str | None:
    """The value of a time expression that names one day, month or year, else None."""
    value = time.value[:10]
    if time.kind not in ("DATE", "TIME") or not value[:4].isdigit():
        return None
    return value if len(value) in (4, 7, 10) and value.replace("-", "").isdigit() else None


def _is_bound(page: Page, at: int, first: int) -> bool:
    """``since``, ``until``: the time bounds something else."""
    return any(page.is_word(before, "since") for before in range(max(first, at - 8), at))


def is_topic(page: Page, trigger: Trigger) -> bool:
    """Whether the event is only talked about: *condemns the firing of rockets*, *accused of murder*."""
    first, _ = page.sentence(trigger.at)
    return trigger.noun and any(page.has(at, "topic") for at in range(max(first, trigger.at - 2), trigger.at))


def _is_of_saying(page: Page, at: int, trigger: int) -> bool:
    """``The ministry announced yesterday that …``: a reporting verb before the time, its complementizer after it."""
    if at > trigger or not any(page.is_word(between, "complementizers") for between in range(at, trigger)):
        return False
    first, _ = page.sentence(at)
    for here in range(at - 1, max(first, at - _SAYING) - 1, -1):
        if page.inside[here] < 0 and page.lexicon.cues.verb_readings(page.folded[here]):
            return True
    return False


def _cost(page: Page, trigger: int, at: int) -> float:
    between = range(min(trigger, at) + 1, max(trigger, at))
    verbs = sum(1 for here in between if page.lexicon.cues.verb_readings(page.folded[here]) and page.inside[here] < 0)
    # In a list of meetings each has its own day beside it.
    others = sum(1 for here in between if here in page.meetings)
    cost = abs(at - trigger) + _VERB_COSTS * verbs + (_MEETING_COSTS * others if trigger in page.meetings else 0)
    return cost * (_BEFORE_COSTS if at < trigger else 1)
