"""What one mention of an event tells about another: who acts, when and where, inside a sentence and over an article."""

from datetime import date

import msgspec

from rawi.model import Event

_NEAR_SENTENCES = 2
_JOINED_REACH = 8
_TITLE_REACH = 12
# Types that somebody is invited to, and that are named again as *the meeting*.
_GATHERINGS = ("CONSULT", "PROTEST")


class Found(msgspec.Struct, frozen=True):
    """An event with what sharing asks about its trigger, ``at`` its word.

    ``topic`` when it is only talked about, ``present`` a verb of what goes on, ``joined`` by *and*, ``ruled`` when a
    rule gave its status, ``generic`` a noun for any meeting.
    """

    event: Event
    sentence: int
    lemma: str
    definite: bool
    secondary: bool
    topic: bool
    present: bool
    noun: bool
    joined: bool
    at: int
    ruled: bool
    generic: bool


def drop_secondary(found: list[Found]) -> list[Found]:
    """The events without those that only add to another of their sentence, such as the wounded of an attack."""
    busy = {one.sentence for one in found if not one.secondary}
    return [one for one in found if not one.secondary or one.sentence not in busy]


def share_status(found: list[Found]) -> list[Found]:
    """The events whose own clause says nothing of their status with that of what they are joined to or take up.

    *Limits on exercises and deployments*: what is joined by *and* shares the status. A meeting named again has the
    status of its last mention that shows one; the title that of the first.
    """
    shared = list(found)
    for at, one in enumerate(shared):
        if one.ruled or not one.noun:
            continue
        source = _joined_to(shared, at) or _meeting_again(shared, at)
        if source is not None:
            shared[at] = msgspec.structs.replace(_replace(one, status=source.event.status), ruled=True)
    return shared


def _joined_to(found: list[Found], at: int) -> Found | None:
    one = found[at]
    if not one.joined or at == 0:
        return None
    before = found[at - 1]
    near = before.sentence == one.sentence and one.at - before.at <= _JOINED_REACH and before.noun
    return before if near and before.event.status != "happened" else None


def _meeting_again(found: list[Found], at: int) -> Found | None:
    one = found[at]
    if one.event.type not in _GATHERINGS:
        return None
    same = [other for other in found if other.event.type == one.event.type and other.ruled and other.noun]
    same = [other for other in same if other.lemma == one.lemma or (one.generic and other.generic)]
    before = [other for other in same if other.at < one.at]
    if before:
        return before[-1] if before[-1].event.status in ("planned", "happened") else None
    after = [other for other in same if other.at > one.at and other.sentence - one.sentence <= _TITLE_REACH]
    return after[0] if after and after[0].event.status == "planned" else None


def invite(found: list[Found], *, published: date | None) -> list[Found]:
    """The gatherings with a day to come planned that are called for: whoever calls to them on a day invites."""
    today = published.isoformat() if published is not None else ""
    return [
        _replace(one, status="planned")
        if one.event.status == "hypothetical"
        and one.event.type in _GATHERINGS
        and today
        and (one.event.date or "") > today
        else one
        for one in found
    ]


def share_series(found: list[Found]) -> list[Found]:
    """The meetings with the series of another mention: *the session* after *the Russia-NATO Council*, or a title."""
    shared = list(found)
    for at, one in enumerate(shared):
        if one.event.type == "CONSULT" and one.generic and not one.event.series:
            source = _same_sitting(shared, at)
            if source is not None:
                shared[at] = _replace(one, series=source.event.series, forum=source.event.forum)
    return shared


def _same_sitting(found: list[Found], at: int) -> Found | None:
    one = found[at]
    sittings = [
        other
        for other in found
        if other.event.series
        and (other.event.date == one.event.date or (other.lemma == one.lemma and not one.event.date))
    ]
    before = [other for other in sittings if other.at < one.at and (one.definite or other.sentence == one.sentence)]
    if before:
        return before[-1]
    after = [other for other in sittings if other.at > one.at and one.sentence == 0]
    return after[0] if after else None


def share_participants(found: list[Found]) -> list[Found]:
    """The events with empty sides filled from another mention of the same event, where one is near enough.

    In a sentence, one attack is told by several words (the blast, the dead): they share actor and target. Over the
    article, a definite noun (*the meeting*) takes up the last event of its kind.
    """
    shared = list(found)
    for at, one in enumerate(shared):
        if not one.event.actors:
            source = _source(shared, at, "actors")
            if source is not None:
                shared[at] = one = _replace(one, actors=source.event.actors)
        if not one.event.targets:
            source = _source(shared, at, "targets")
            if source is not None:
                shared[at] = _replace(one, targets=source.event.targets)
    return shared


def _source(found: list[Found], at: int, side: str) -> Found | None:
    one = found[at]
    same = [other for other in found if other.event.type == one.event.type and getattr(other.event, side)]
    in_sentence = [other for other in same if other.sentence == one.sentence]
    if in_sentence:
        return min(in_sentence, key=lambda other: abs(other.at - one.at))
    before = [other for other in same if other.sentence < one.sentence]
    if one.definite and before:
        alike = [other for other in before if other.lemma == one.lemma]
        return (alike or before)[-1]
    near = [other for other in before if one.sentence - other.sentence <= _NEAR_SENTENCES and other.lemma == one.lemma]
    if near:
        return near[-1]
    after = [
        other for other in same if other.sentence > one.sentence and other.lemma == one.lemma and one.sentence == 0
    ]
    return after[0] if after else None


def _replace(one: Found, **fields: object) -> Found:
    return msgspec.structs.replace(one, event=msgspec.structs.replace(one.event, **fields))
