"""Which known person a person of the article is, if any: by name, office at the date, country and gender."""

from collections.abc import Iterable
from datetime import date

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entity
from rawi.lexicon.offices import Tenure
from rawi.link.cast import Name, Person, name_words, same_full_name
from rawi.link.titles import Title
from rawi.text.words import folded_words

# What speaks for and against a candidate. A full name as listed is enough; a last name alone is not.
_FULL_NAME, _LIKE_NAME, _LAST_NAME = 4, 3, 1
_OFFICE, _OTHER_OFFICE, _COUNTRY = 3, 1, 1
_WRONG_COUNTRY, _WRONG_GENDER, _WRONG_TIME, _NOT_IN_OFFICE = -3, -5, -2, -1
# Somebody with the last name who is not called by it alone: only the office at the date makes it him.
_ANY_LAST_NAME = 0
_ENOUGH = 2
_HOW = {
    _FULL_NAME: "full name",
    _LIKE_NAME: "full name in another spelling",
    _LAST_NAME: "last name",
    _ANY_LAST_NAME: "last name",
}


class Candidate(msgspec.Struct, frozen=True):
    """A known person somebody may be, with the weight of what speaks for it and the words for it.

    ``by_office`` is one whose name alone says nothing.
    """

    entity: Entity
    weight: int
    reasons: tuple[str, ...]
    by_office: bool = False


def link_person(person: Person, day: date | None, *, lexicon: Lexicon) -> None:
    """Set the entity and reason of the person; leave it NIL where no candidate is sure, or two are as likely.

    ``day`` is the day of publication, or None.
    """
    found = [_weigh(person, entity, how, day, lexicon=lexicon) for entity, how in _candidates(person, lexicon=lexicon)]
    found = [candidate for candidate in found if candidate.weight >= (_ENOUGH if candidate.by_office else 0)]
    if not found:
        return
    best = max(candidate.weight for candidate in found)
    likely = [candidate for candidate in found if candidate.weight == best]
    if len(likely) > 1:
        person.reason = f"{len(likely)} known people bear the name"
        return
    only = likely[0]
    if only.weight >= _ENOUGH or (len(found) == 1 and not person.is_full):
        person.entity = only.entity.id
        person.reason = ", ".join(only.reasons)
        person.gender = only.entity.gender or person.gender
        person.country = only.entity.country or person.country


def _candidates(person: Person, *, lexicon: Lexicon) -> list[tuple[Entity, int]]:
    """Known people by name: exactly so called; else, for a full name, called alike; else by last name alone."""
    knowledge = lexicon.knowledge
    found: dict[str, int] = {}
    full = [name for name in person.names if len(name) > 1] or list(person.names)
    for name in full:
        for entry in knowledge.by_name.get(_key(name, person), ()):
            if entry.kind == "person":
                found[entry.entity] = max(found.get(entry.entity, 0), _FULL_NAME if entry.use == "name" else _LAST_NAME)
    if not found and person.is_full:
        found = dict.fromkeys(_alike(person.fullest, lexicon=lexicon), _LIKE_NAME)
    if not person.is_full and person.titles:
        found = {**dict.fromkeys(_of_last_name(person.fullest[0], lexicon=lexicon), _ANY_LAST_NAME), **found}
    return [(knowledge.entities[entity], how) for entity, how in found.items()]


def _of_last_name(word: str, *, lexicon: Lexicon) -> Iterable[str]:
    """All known people with exactly the word in their name, after the first."""
    for entity in lexicon.knowledge.people_by_key(lexicon.letters).get(lexicon.letters.key(word), ()):
        known = lexicon.knowledge.entities[entity]
        if any(word in name_words(each, lexicon=lexicon)[1:] for each in (known.name, *known.aliases)):
            yield entity


def _key(name: Name, person: Person) -> str:
    """The key of a name in the knowledge base, as the article writes it."""
    return " ".join(folded_words(person.names[name]))


def _alike(name: Name, *, lexicon: Lexicon) -> Iterable[str]:
    """The known people with a name spelled otherwise: same first and last name by their consonants."""
    letters = lexicon.letters
    for entity in lexicon.knowledge.people_by_key(letters).get(letters.key(name[-1]), ()):
        known = lexicon.knowledge.entities[entity]
        for each in (known.name, *known.aliases):
            words = name_words(each, lexicon=lexicon)
            if len(words) == len(name) and same_full_name(name, words, lexicon=lexicon):
                yield entity
                break


def _weigh(person: Person, entity: Entity, how: int, day: date | None, *, lexicon: Lexicon) -> Candidate:
    weight = how
    reasons = [_HOW[how]]
    if person.gender and entity.gender and person.gender != entity.gender:
        weight += _WRONG_GENDER
    terms = lexicon.offices.terms_of(entity.id)
    for title in person.titles:
        points, reason = _weigh_title(title, entity, terms, day)
        weight += points
        if reason and reason not in reasons:
            reasons.append(reason)
        if reason:
            break
    if how == _LAST_NAME and day is not None and terms:
        weight += 0 if any(term.may_cover(day) for term in terms) else _NOT_IN_OFFICE
    return Candidate(entity, weight, tuple(reasons), by_office=how == _ANY_LAST_NAME)


def _weigh_title(title: Title, entity: Entity, terms: Iterable[Tenure], day: date | None) -> tuple[int, str]:
    """What a title says for or against a known person."""
    of_body = [term for term in terms if term.body in title.bodies]
    for term in of_body:
        if term.office in title.offices and _fits(term, title, day):
            when = f" on {day.isoformat()}" if day is not None and not title.former else ""
            return _OFFICE, f"{'held' if title.former else 'holds'} the office {term.office} of {term.body}{when}"
    if any(term.office in title.offices for term in of_body):
        return _WRONG_TIME, ""
    if of_body:
        return _OTHER_OFFICE, f"an office of {of_body[0].body}"
    if not title.countries:
        return 0, ""
    if entity.country in title.countries:
        return _COUNTRY, f"of {entity.country}"
    return _WRONG_COUNTRY, ""


def _fits(term: Tenure, title: Title, day: date | None) -> bool:
    return day is None or title.former or term.may_cover(day)
