"""Who speaks: names, roles and pronouns resolved over the article."""

import msgspec

from rawi.model import Mention, Speaker
from rawi.statements.page import Page
from rawi.statements.sources import Words


class Actor(msgspec.Struct):
    """Somebody who spoke or acted in the article so far: how he is written, and what agrees with him."""

    name: str
    aliases: dict[str, None]
    words: frozenset[str]
    kind: str = ""
    gender: str = ""
    number: str = ""
    position: int = 0


class Cast(msgspec.Struct):
    """The actors of an article in the order of their last appearance, the latest last."""

    actors: list[Actor] = []

    def latest(self, gender: str, number: str) -> Actor | None:
        """The latest actor that agrees; a missing gender or number agrees with any."""
        for actor in reversed(self.actors):
            if agrees(actor, gender, number):
                return actor
        return None

    def touch(self, actor: Actor) -> None:
        """Make the actor the latest."""
        if actor in self.actors:
            self.actors.remove(actor)
        self.actors.append(actor)


def agrees(actor: Actor, gender: str, number: str) -> bool:
    """Whether a verb form of this gender and number can have the actor as its subject."""
    if number == "pl" and actor.number == "sg" and actor.kind == "person":
        return False
    if number == "sg" and actor.number in ("pl", "du"):
        return False
    return not gender or not actor.gender or gender == actor.gender


def name_actor(page: Page, cast: Cast, source: Words) -> Actor:
    """The actor a source names: a known one by full name, last name or role, else a new one."""
    text = page.span(source.first, source.last).text
    mention = person_in(page, source)
    name = mention.name if mention is not None else strip_joined(page, source, text)
    words = frozenset(page.folded[source.first : source.last])
    known = _known(page, cast, name, mention, source)
    if known is not None:
        known.aliases[text] = None
        if mention is not None and len(name.split()) > len(known.name.split()) and known.kind == "person":
            known.aliases[known.name] = None
            known.name = name
        known.words |= words
        cast.touch(known)
        return known
    kind = mention.kind if mention is not None else ""
    actor = Actor(name, {text: None}, words, kind, mention.gender if mention else "", "", source.first)
    cast.touch(actor)
    return actor


def strip_joined(page: Page, source: Words, text: str) -> str:
    """The source's text without a preposition joined to its first word, where a mention says so."""
    mention = page.mention_at.get(source.first)
    if mention is not None and mention.name and text.find(mention.name) > 0 and text.find(mention.name) <= 3:
        return text[text.find(mention.name) :]
    return text


def person_in(page: Page, source: Words) -> Mention | None:
    """The person a source names, if it names one."""
    for index in range(source.first, source.last):
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind == "person" and mention.last <= source.last:
            return mention
    return None


def _known(page: Page, cast: Cast, name: str, mention: Mention | None, source: Words) -> Actor | None:
    folded = page.folded[source.first : source.last]
    wanted = frozenset(folded)
    for actor in reversed(cast.actors):
        if actor.name == name or name in actor.aliases:
            return actor
    core = [word for word in folded if word[:1].isalnum()]
    if mention is None and len(core) <= 3:
        for actor in reversed(cast.actors):
            if _refers(page, core, actor):
                return actor
    if mention is not None:
        last = page.folded[mention.last - 1]
        for actor in reversed(cast.actors):
            if actor.kind == "person" and last in actor.words:
                return actor
    return None if not wanted else None


def _refers(page: Page, core: list[str], actor: Actor) -> bool:
    """Whether every word of a short source stands in the actor's description, the article forgiven."""
    article = page.grammar.words["articles"]
    for word in core:
        bare = next((word[len(a) :] for a in article if word.startswith(a) and len(word) > len(a) + 2), word)
        if word not in actor.words and bare not in actor.words:
            return False
    return bool(core)


def to_speaker(actor: Actor, resolved: str) -> Speaker:
    """The record of an actor as a speaker."""
    aliases = tuple(alias for alias in actor.aliases if alias != actor.name)
    return Speaker(name=actor.name, aliases=aliases, kind=actor.kind, gender=actor.gender, number=actor.number, resolved=resolved)
