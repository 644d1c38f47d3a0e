"""Linking the mentions and statements of one article: within the article first, then against the knowledge base."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.link.bodies import link_body
from rawi.link.cast import Person, gather_people
from rawi.link.people import link_person
from rawi.link.roles import link_role
from rawi.link.speakers import Index, link_statement
from rawi.model.mention import Mention
from rawi.model.reading import Reading
from rawi.model.statement import Statement


def link_article(
    reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement], *, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Statement, ...]]:
    """The mentions and statements with the entity each is linked to, and why; ``""`` (NIL) where that is not sure.

    Mentions of a person with a full name carry it to those with the last name and to the office alone; then name,
    office on the day of publication, country and gender decide against the knowledge base.
    """
    day = reading.article.published
    people = gather_people(mentions, lexicon=lexicon)
    of_mention: dict[int, Person] = {}
    for person in people:
        link_person(person, day, lexicon=lexicon)
        of_mention.update(dict.fromkeys(person.mentions, person))
    linked: list[Mention] = []
    entities: list[str] = []
    for at, mention in enumerate(mentions):
        holder = of_mention.get(at)
        if mention.kind == "role":
            entity, reason, holder = link_role(mentions, at, people, day, lexicon=lexicon)
            if holder is not None:
                holder.names.setdefault((mention.name,), mention.name)
        elif holder is not None:
            entity, reason = holder.entity, holder.reason_for(mention.name)
        else:
            entity, reason = link_body(mentions, at, entities, lexicon=lexicon)
        entities.append(entity)
        linked.append(_with(mention, entity, reason, holder, lexicon=lexicon))
    index = Index(linked, people, lexicon=lexicon)
    return tuple(linked), tuple(link_statement(statement, index) for statement in statements)


def _with(mention: Mention, entity: str, reason: str, holder: Person | None, *, lexicon: Lexicon) -> Mention:
    """The mention with its entity, and what the entity tells of gender and country where the words do not."""
    known = lexicon.knowledge.entities.get(entity)
    gender = mention.gender or (holder.gender if holder is not None else "")
    country = mention.country or (known.country if known is not None else "")
    if known is not None and known.gender:
        gender = known.gender
    return msgspec.structs.replace(mention, entity=entity, reason=reason, gender=gender, country=country)
