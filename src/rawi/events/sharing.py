"""What one mention of an event tells about another: who acts, when and where, inside a sentence and over an article."""

import msgspec

from rawi.model import Event

_NEAR_SENTENCES = 2


class Found(msgspec.Struct, frozen=True):
    """An event with what sharing asks about its trigger; ``topic`` when it is only talked about, ``present`` a verb of what goes on."""

    event: Event
    sentence: int
    lemma: str
    definite: bool
    secondary: bool
    topic: bool
    present: bool


def drop_secondary(found: list[Found]) -> list[Found]:
    """The events without those that only add to another of their sentence, such as the wounded of an attack."""
    busy = {one.sentence for one in found if not one.secondary}
    return [one for one in found if not one.secondary or one.sentence not in busy]


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
        return in_sentence[0]
    before = [other for other in same if other.sentence < one.sentence]
    if one.definite and before:
        alike = [other for other in before if other.lemma == one.lemma]
        return (alike or before)[-1]
    near = [other for other in before if one.sentence - other.sentence <= _NEAR_SENTENCES and other.lemma == one.lemma]
    if near:
        return near[-1]
    after = [other for other in same if other.sentence > one.sentence and other.lemma == one.lemma and one.sentence == 0]
    return after[0] if after else None


def _replace(one: Found, **fields: object) -> Found:
    return msgspec.structs.replace(one, event=msgspec.structs.replace(one.event, **fields))
