"""Offices without a name: somebody the article names elsewhere, else who held the office on the day."""

from collections.abc import Sequence
from datetime import date

from rawi.lexicon import Lexicon
from rawi.link.cast import Person
from rawi.link.titles import Title, read_title
from rawi.model.mention import Mention
from rawi.text.words import folded_words

# Levels of offices that one person holds at a time, so that office and day tell who it is.
_SINGLE = frozenset({"head_of_state", "head_of_government", "minister", "international_official", "heir"})


def link_role(
    mentions: Sequence[Mention], at: int, people: Sequence[Person], day: date | None, *, lexicon: Lexicon
) -> tuple[str, str, Person | None]:
    """The entity of an office mention and the reason, and the person of the article it is; ``""`` for NIL.

    Plural offices and offices of an unnamed holder ("an official") are never linked.
    """
    mention = mentions[at]
    title = read_title(mention.title, lexicon=lexicon)
    if mention.number == "p" or not (title.bodies or _is_definite(mention, lexicon=lexicon)):
        return "", "", None
    person = _named_holder(at, mention, title, people)
    if person is not None:
        return person.entity, f"the office of {person.names[person.fullest]} in this article", person
    entity, reason = _holder_on(title, day, lexicon=lexicon)
    return entity, reason, None


def _is_definite(mention: Mention, *, lexicon: Lexicon) -> bool:
    return any(lexicon.name_words.look_up(word).definite for word in folded_words(mention.title))


def _named_holder(at: int, mention: Mention, title: Title, people: Sequence[Person]) -> Person | None:
    """The person named with the same office: the nearest before, else the first after."""
    holders = [
        person
        for person in people
        if not (person.gender and mention.gender and person.gender != mention.gender)
        and not (title.countries and person.country and person.country not in title.countries)
        and any(_same_office(title, each) for each in person.titles)
    ]
    before = [person for person in holders if min(person.mentions) < at]
    if before:
        return max(before, key=lambda person: max(place for place in person.mentions if place < at))
    return min(holders, key=lambda person: min(person.mentions), default=None)


def _same_office(one: Title, other: Title) -> bool:
    """Whether two titles of an article are one office: same head, neither said of another state or body."""
    if one.head != other.head or one.former != other.former:
        return False
    told = one.offices and other.offices and not one.bare and not other.bare
    if told and not set(one.offices) & set(other.offices):
        return False
    return not (one.bodies and other.bodies) or bool(set(one.bodies) & set(other.bodies))


def _holder_on(title: Title, day: date | None, *, lexicon: Lexicon) -> tuple[str, str]:
    if day is None or title.former or not title.bodies:
        return "", ""
    offices = [office for office in title.offices if lexicon.offices.level(office) in _SINGLE]
    holders = {term.person: term for term in lexicon.offices.holders(offices, title.bodies, day)}
    if len(holders) != 1:
        return "", ""
    ((person, term),) = holders.items()
    return person, f"held the office {term.office} of {term.body} on {day.isoformat()}"
