"""The day of events whose own clause names none: from other mentions of the event, else from the running report."""

from datetime import date, timedelta

import msgspec

from rawi.events.sharing import Found

# Types that tell one battle, raid or unrest together; a report of one day tells them all on that day.
_FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
# How far back the day of a running report may lie.
_RUNNING_DAYS = 7
# How many sentences lie between a definite noun and the event it takes up, or a title and its report.
_NEAR = 4


def share_dates(found: list[Found], *, published: date | None, lead: str | None = None) -> list[Found]:
    """The events with dates taken over from another mention of the same event, in both directions.

    A definite noun or the same word takes the day of the last dated mention of its kind; the title takes that of the
    first. In a report of fighting the running day goes on until another is named; it begins with ``lead``, the day of
    its first sentence.
    """
    shared = list(found)
    # Twice: the title takes up what a later sentence took from its neighbor.
    for _ in range(2):
        for at, one in enumerate(shared):
            if one.event.date is None and not (one.topic and not (one.definite and one.event.type == "CONSULT")):
                value = _taken_up(shared, at) or _running(shared, at, published, lead)
                if value is not None:
                    shared[at] = msgspec.structs.replace(one, event=msgspec.structs.replace(one.event, date=value))
    return shared


def _taken_up(found: list[Found], at: int) -> str | None:
    one = found[at]
    same = [(index, other) for index, other in enumerate(found) if _is_same_kind(one, other) and other.event.date]
    for index, other in reversed(same):
        again = one.definite or one.event.status == "hypothetical"
        near = again and one.sentence - other.sentence <= _NEAR
        together = other.sentence == one.sentence and one.event.type != "CONSULT" and not one.present
        if index < at and (together or near or other.lemma == one.lemma):
            return other.event.date
    for index, other in same:
        title = one.sentence == 0 and other.sentence <= _NEAR
        if index > at and (title or (other.sentence == one.sentence and other.lemma == one.lemma)):
            return other.event.date
    return None


def _is_same_kind(one: Found, other: Found) -> bool:
    if one.event.type != other.event.type or one.event.status == "denied":
        return False
    if one.event.status == "hypothetical":
        # A meeting called for may be the one that is planned.
        return one.event.type == "CONSULT" and other.event.status == "planned" and _is_same_meeting(one, other)
    if one.event.type == "CONSULT" and not _is_same_meeting(one, other):
        return False
    return one.event.status == other.event.status or one.definite or one.event.type == "CONSULT"


def _is_same_meeting(one: Found, other: Found) -> bool:
    if one.lemma == other.lemma or (one.event.mode and one.event.mode == other.event.mode):
        return True
    return one.generic and (other.generic or not other.noun)


def _running(found: list[Found], at: int, published: date | None, lead: str | None) -> str | None:
    one = found[at]
    if published is None or one.event.type not in _FORCE or one.event.status != "happened" or one.present:
        return None
    earliest = (published - timedelta(days=_RUNNING_DAYS)).isoformat()
    days = [lead] if lead else []
    days += [
        other.event.date
        for other in found[:at]
        if other.event.type in _FORCE and other.event.status == "happened" and other.event.date
    ]
    # A day named in passing (background) ends the run: what follows may belong to either.
    if not days or days[0] != days[-1] or len(days[-1]) != 10:
        return None
    return days[-1] if earliest <= days[-1] <= published.isoformat() else None
