"""Whether two statements may have one speaker: names in any spelling, offices, bodies, the unnamed."""

from typing import Literal

import msgspec

from rawi.compare.similarity import affinity
from rawi.compare.terms import Term, Terms
from rawi.model import Statement
from rawi.text.words import split_words

Match = Literal["same", "compatible", "different"]

# Groups of synonyms.yaml that name an office: sharing one is no sign of being the same person.
_OFFICES = frozenset(
    {
        "president",
        "minister",
        "spokesman",
        "official",
        "envoy",
        "leader",
        "government",
        "parliament",
        "delegation",
        "main",
    }
)
_NAME_AFFINITY = 0.85
# An unnamed speaker is described anew by each outlet; two descriptions that share this share of their words fit.
_DESCRIPTION = 0.5


class Voice(msgspec.Struct, frozen=True):
    """Who speaks, as far as comparing needs it.

    ``names`` are the terms of a proper name, ``description`` those of the rest, ``places`` the countries named,
    ``carriers``
    the terms of those who carried it. ``named`` is false for unnamed sources.
    """

    entity: str
    names: tuple[Term, ...]
    description: tuple[Term, ...]
    places: frozenset[str]
    carriers: tuple[Term, ...]
    named: bool
    known: bool
    person: bool


def voice_of(statement: Statement, terms: Terms) -> Voice:
    """The speaker of a statement, prepared for `match_speakers`."""
    speaker = statement.speaker
    found = [term for name in (speaker.name, *speaker.aliases) for term in terms.of(split_words(name).folded)]
    unique = tuple({term.stem: term for term in found}.values())
    places = frozenset(term.place for term in unique if term.place) | (
        {speaker.country} if speaker.country else frozenset()
    )
    named = speaker.kind != "unnamed" and not speaker.anonymity
    names = tuple(term for term in unique if not term.place and not term.senses & _OFFICES)
    carriers = tuple(term for hop in statement.via for term in terms.of(split_words(hop.name).folded))
    return Voice(
        entity=speaker.entity,
        names=names,
        description=unique,
        places=places,
        carriers=carriers,
        named=named,
        known=bool(unique),
        person=speaker.kind == "person",
    )


def match_speakers(one: Voice, other: Voice) -> Match:
    """``same`` when entity or name agree; ``compatible`` when one may be the other's office, body or unnamed source.

    Two different proper names are ``different`` even of one country; so is an unknown speaker never ``same``.
    """
    if not one.known or not other.known:
        return "compatible"
    if one.entity and one.entity == other.entity:
        return "same"
    if one.places and other.places and not one.places & other.places and not (one.person and other.person):
        # Two states have the same ministries.
        return "different"
    if one.named and other.named and _share(one.names, other.names):
        return "same"
    if (
        one.description
        and _overlap(one.description, other.description) == 1.0
        and len(one.description) == len(other.description)
    ):
        return "same"
    if not (one.named and other.named) and _overlap(one.description, other.description) >= _DESCRIPTION:
        return "same"
    if one.places & other.places or _share(one.carriers, other.names) or _share(other.carriers, one.names):
        return "compatible"
    return "different"


def _share(first: tuple[Term, ...], second: tuple[Term, ...]) -> bool:
    return any(affinity(one, other) >= _NAME_AFFINITY for one in first for other in second)


def _overlap(first: tuple[Term, ...], second: tuple[Term, ...]) -> float:
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return 0.0
    return sum(any(affinity(one, other) > 0.7 for other in longer) for one in shorter) / len(shorter)
