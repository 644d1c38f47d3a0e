"""The speakers and carriers of statements as entities: those of the mentions that name them."""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from rawi.lexicon import Lexicon
from rawi.link.cast import Person
from rawi.model.mention import Mention
from rawi.model.statement import Hop, Speaker, Statement
from rawi.text.words import folded_words

# Kind of a mention -> kind of a speaker. A role without a name stays what the statement says it is.
_KINDS = {
    "person": "person",
    "state": "state",
    "government": "organization",
    "organization": "organization",
    "party": "organization",
    "armed_group": "organization",
    "company": "organization",
    "outlet": "organization",
}


class Index:
    """The linked mentions of an article by every string that names them."""

    def __init__(self, mentions: Sequence[Mention], people: Sequence[Person], *, lexicon: Lexicon) -> None:
        """Take the linked mentions and the people they are gathered to; they are indexed when first asked for."""
        self._lexicon = lexicon
        self._linked = mentions
        self._gathered = people

    @cached_property
    def _mentions(self) -> dict[str, Mention]:
        found: dict[str, Mention] = {}
        for mention in self._linked:
            for name in (mention.name, mention.text, f"{mention.title} {mention.name}" if mention.title else ""):
                key = _key(name)
                known = found.setdefault(key, mention)
                if mention.entity and not known.entity:
                    found[key] = mention
        return found

    @cached_property
    def _people(self) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for person in self._gathered:
            for at in person.mentions:
                found.setdefault(_key(self._linked[at].name), person)
        return found

    def person(self, name: str) -> Person | None:
        """The person of the article who has the name."""
        return self._people.get(_key(name))

    def mention(self, name: str) -> Mention | None:
        """A mention with the name, a linked one if any is."""
        return self._mentions.get(_key(name))

    def known(self, name: str) -> str:
        """The one entity the knowledge base has of the name, or ``""``."""
        entries = self._lexicon.knowledge.by_name.get(_key(name), ())
        ids = {entry.entity for entry in entries if entry.use in ("name", "capital", "seat") and not entry.ambiguous}
        return ids.pop() if len(ids) == 1 else ""


def link_statement(statement: Statement, index: Index) -> Statement:
    """The statement with speaker and carriers linked."""
    return msgspec.structs.replace(
        statement,
        speaker=_link_speaker(statement.speaker, index),
        via=tuple(_link_hop(hop, index) for hop in statement.via),
    )


def _link_speaker(speaker: Speaker, index: Index) -> Speaker:
    for name in (speaker.name, *speaker.aliases):
        person = index.person(name)
        if person is not None and speaker.kind in ("", "person", "unnamed"):
            return _as_person(speaker, person)
    for name in (speaker.name, *speaker.aliases):
        mention = index.mention(name)
        if mention is not None and mention.entity:
            return msgspec.structs.replace(
                speaker,
                entity=mention.entity,
                country=speaker.country or mention.country,
                gender=speaker.gender or mention.gender,
                kind=speaker.kind or _KINDS.get(mention.kind, ""),
            )
    entity = index.known(speaker.name)
    return msgspec.structs.replace(speaker, entity=entity) if entity else speaker


def _as_person(speaker: Speaker, person: Person) -> Speaker:
    aliases = dict.fromkeys((*speaker.aliases, *person.names.values()))
    aliases.pop(speaker.name, None)
    return msgspec.structs.replace(
        speaker,
        aliases=tuple(aliases),
        kind="person",
        gender=speaker.gender or person.gender,
        country=speaker.country or person.country,
        entity=person.entity,
    )


def _link_hop(hop: Hop, index: Index) -> Hop:
    for name in (hop.name, *hop.aliases):
        mention = index.mention(name)
        entity = mention.entity if mention is not None and mention.entity else index.known(name)
        if entity:
            kind = hop.kind or (_KINDS.get(mention.kind, "") if mention is not None else "")
            return msgspec.structs.replace(hop, entity=entity, kind=kind)
    return hop


def _key(name: str) -> str:
    return " ".join(folded_words(name))
