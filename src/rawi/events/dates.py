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
_SINCE = 8
# Types of official acts, which are done by saying so.
_OFFICIAL = frozenset({"SANCTION", "CONCEDE", "AGREE", "AID"})
_UP_TO = 2
# A month or year dates only what stands near it.
_COARSE_REACH = 18
# How many words a time that stands alone before a sentence may have.
_ALONE = 6
# How a week is written: 2022-W03.
_WEEK = "W"
# The title and the sentence after it.
_LEAD = 2


def resolve_date(page: Page, trigger: Trigger) -> str | None:
    """The ISO value (day, month or year) of the time expression nearest to the trigger in its clause, or None.

    A time outside a quotation or report dates the saying, not what is said; it is never taken for an event inside.
    """
    first, last = page.sentence(trigger.at)
    first = _with_time_before(page, first)
    reach = _TOPIC_REACH if is_topic(page, trigger) else _REACH
    best: tuple[float, str] | None = None
    time_of = page.time_of
    for at in range(max(first, trigger.at - reach), min(last, trigger.at + reach)):
        index = time_of[at]
        if index < 0 or (at > first and page.time_of[at - 1] == index):
            continue
        value = iso_value(page.times[index])
        if value is None or _is_bound(page, at, first) or not _may_date(page, trigger, at, value):
            continue
        cost = _cost(page, trigger.at, at) + (_YEAR_COSTS if len(value) == 4 else 0)
        if (best is None or cost < best[0]) and cost <= (_REACH if len(value) == 10 else _COARSE_REACH):
            best = cost, value
    if best is not None and trigger.form.tense == "past" and is_to_come(page, best[1]):
        return None
    return best[1] if best is not None else None


def _may_date(page: Page, trigger: Trigger, at: int, value: str) -> bool:
    """Whether the time may belong to the event and not to a saying around it: no one says now what is to come."""
    if is_to_come(page, value) and trigger.form.tense != "past":
        return True
    if _is_own_act(page, trigger) and page.content_of[at] != page.content_of[trigger.at]:
        return at < trigger.at
    return page.content_of[at] == page.content_of[trigger.at] and not _is_of_saying(page, at, trigger.at)


def _is_own_act(page: Page, trigger: Trigger) -> bool:
    """*Said today that he had expelled the envoy*: an official act of the speaker is of the day he tells it."""
    own = trigger.at > 0 and page.is_word(trigger.at - 1, "speaker_pronouns")
    return own and trigger.form.tense == "past" and trigger.sense.type in _OFFICIAL


def _with_time_before(page: Page, first: int) -> int:
    """Where the sentence begins, with a time that stands before it for itself: ``Tomorrow.. the president visits``."""
    here = first
    while here > 0 and first - here < _ALONE and not page.folded[here - 1][:1].isalnum():
        here -= 1
    if here == first or here == 0 or page.time_of[here - 1] < 0:
        return first
    while here > 0 and first - here < _ALONE and page.time_of[here - 1] >= 0:
        here -= 1
    begins = page.sentence(here)[0] == here
    return here if begins else first


def is_to_come(page: Page, value: str) -> bool:
    """Whether the day, month or year is later than the day the article appears."""
    published = page.reading.article.published
    return published is not None and value > published.isoformat()[: len(value)]


def iso_value(time: Timex) -> str | None:
    """The value of a time expression that names one day, month or year, else None."""
    value = _year_of_season(time.value[:10])
    if time.kind not in ("DATE", "TIME") or not value[:4].isdigit():
        return None
    return value if len(value) in (4, 7, 10) and value.replace("-", "").isdigit() else None


def _year_of_season(value: str) -> str:
    """``2019-SU`` and ``2019-Q1`` name no month: their year is kept."""
    year, _, part = value.partition("-")
    return year if part[:1].isalpha() and part[:1] != _WEEK else value


def _is_bound(page: Page, at: int, first: int) -> bool:
    """``since``, ``until``: the time bounds something else."""
    return any(
        page.is_word(before, name)
        for name, reach in (("since", _SINCE), ("up_to", _UP_TO))
        for before in range(max(first, at - reach), at)
    )


def is_topic(page: Page, trigger: Trigger) -> bool:
    """Whether the event is only talked about: *condemns the firing of rockets*, *accused of murder*."""
    first, _ = page.sentence(trigger.at)
    habit = not page.classes["habit"].isdisjoint(page.bag(trigger.at))
    if habit and any(page.has(at, "habit") for at in range(first, trigger.at)):
        return True
    topic = any(page.has(at, "topic") for at in range(max(first, trigger.at - 2), trigger.at))
    return trigger.noun and (topic or page.has(trigger.at, "abstract"))


def _is_of_saying(page: Page, at: int, trigger: int) -> bool:
    """``The ministry announced yesterday that …``: a reporting verb before the time, its complementizer after it."""
    if at > trigger or not any(page.is_word(between, "complementizers") for between in range(at, trigger)):
        return False
    return _after_saying(page, at)


def _after_saying(page: Page, at: int) -> bool:
    """Whether a reporting verb stands shortly before the word."""
    first, _ = page.sentence(at)
    return any(
        page.inside[here] < 0 and page.lexicon.cues.verb_readings(page.folded[here])
        for here in range(max(first, at - _SAYING), at)
    )


def _cost(page: Page, trigger: int, at: int) -> float:
    between = range(min(trigger, at) + 1, max(trigger, at))
    verbs = sum(1 for here in between if page.lexicon.cues.verb_readings(page.folded[here]) and page.inside[here] < 0)
    # In a list of meetings each has its own day beside it.
    others = sum(1 for here in between if here in page.meetings)
    cost = abs(at - trigger) + _VERB_COSTS * verbs + (_MEETING_COSTS * others if trigger in page.meetings else 0)
    return cost * (_BEFORE_COSTS if at < trigger else 1)


def lead_day(page: Page) -> str | None:
    """The day the first sentence of the report tells of, title aside: what it goes on to tell is of that day."""
    published = page.reading.article.published
    sentences = page.reading.sentences[:_LEAD]
    if published is None or not sentences:
        return None
    first, last = sentences[-1].first, sentences[-1].last
    for at in range(first, last):
        index = page.time_of[at]
        value = iso_value(page.times[index]) if index >= 0 else None
        if value is None or len(value) != 10 or is_to_come(page, value) or page.content_of[at] >= 0:
            continue
        return None if _is_bound(page, at, first) or _after_saying(page, at) else value
    return None
