"""The people, bodies and roles of an article so far: who could be speaking now."""

import msgspec

from rawi.model import Mention
from rawi.statements.page import Page, Words

# So many of the actors of an article are remembered: no report has more, and an endless text must not slow down.
_REMEMBERED = 300
# How many earlier speakers can go on speaking.
_SPEAKERS = 4
# What may surround a name and is no part of it.
MARKS = "«»“”\"'’‘،, -–"
# The number of a mention as cue forms name it.
_NUMBERS = {"s": "sg", "p": "pl"}
# A name begins no further than so many letters into its first word: what stands before them is joined.
_LONGEST_PROCLITIC = 3
# A source of so few words may refer to somebody described before.
_SHORT = 3


class Actor(msgspec.Struct, eq=False):
    """Somebody the article names: the fullest name so far, every other way it is written, the folded words of those."""

    name: str
    aliases: dict[str, None]
    words: set[str]
    kind: str = ""
    gender: str = ""
    number: str = ""
    country: str = ""
    spoke_at: int = -1
    seen_at: int = -1
    times: int = 0
    in_title: bool = False


class Cast(msgspec.Struct, eq=False):
    """The actors of an article: all of them, those who spoke, those who acted without a statement; the latest last."""

    actors: list[Actor]
    spoken: list[Actor]
    acted: list[Actor]

    def speaks(self, actor: Actor, at: int) -> None:
        """Record that the actor speaks at a word."""
        actor.spoke_at = actor.seen_at = at
        actor.times += 1
        if actor in self.spoken:
            self.spoken.remove(actor)
        self.spoken.append(actor)

    def acts(self, actor: Actor) -> None:
        """Record that the actor is the subject of a cue that makes no statement."""
        if actor in self.acted:
            self.acted.remove(actor)
        self.acted.append(actor)

    def speakers(self) -> list[Actor]:
        """The latest speakers, the last first."""
        return self.spoken[: -_SPEAKERS - 1 : -1]


def empty_cast() -> Cast:
    """A cast before the article begins."""
    return Cast([], [], [])


def actor_of_mention(page: Page, cast: Cast, mention: Mention) -> Actor:
    """The actor a mention names: a known one by name, last name or description, else a new one."""
    known = _same_name(cast, mention.name) or _same_person(page, cast, mention)
    if known is None:
        number = _NUMBERS.get(mention.number, mention.number)
        known = Actor(mention.name, {}, set(), mention.kind, mention.gender, number, mention.country)
        cast.actors.append(known)
    _enrich(page, known, mention)
    known.seen_at = mention.first
    known.in_title = known.in_title or page.in_title(mention.first)
    return known


def actor_of_words(page: Page, cast: Cast, source: Words) -> Actor:
    """The actor a source names; a source without a name is known again by its words."""
    person = person_in(page, source)
    text = page.span(source.first, source.last).text
    if person is not None:
        actor = actor_of_mention(page, cast, person)
        actor.aliases.setdefault(text)
        return actor
    whole = page.mention_at.get(source.first)
    if whole is not None and whole.last == source.last:
        actor = actor_of_mention(page, cast, whole)
        actor.aliases.setdefault(text)
        return actor
    name = _plain_name(page, source)
    known = _same_name(cast, name) or _described(page, cast, source)
    if known is None:
        known = Actor(name, {}, set())
        cast.actors.append(known)
    known.aliases.setdefault(text)
    known.words.update(page.folded[source.first : source.last])
    known.seen_at = source.first
    return known


def _plain_name(page: Page, source: Words) -> str:
    """The source's words without a joined preposition and the marks around them."""
    first, last = source.first, source.last
    text = page.span(first, last).text
    mention = page.mention_at.get(first)
    if mention is not None and mention.name:
        place = text.find(mention.name)
        if 0 < place <= _LONGEST_PROCLITIC:
            text = text[place:]
    return text.strip(MARKS)


def person_in(page: Page, source: Words) -> Mention | None:
    """The person a source names, the first of several; None when it names none."""
    for index in range(source.first, source.last):
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind == "person" and mention.last <= source.last:
            return mention
    return None


def _enrich(page: Page, actor: Actor, mention: Mention) -> None:
    for alias in (mention.name, mention.text, mention.title):
        if alias and alias != actor.name:
            actor.aliases.setdefault(alias)
    if mention.kind == "person" and len(mention.name.split()) > len(actor.name.split()):
        actor.aliases.setdefault(actor.name)
        actor.name = mention.name
        actor.aliases.pop(mention.name, None)
    actor.gender = actor.gender or mention.gender
    actor.country = actor.country or mention.country
    actor.words.update(page.folded[mention.first : mention.last])


def _same_name(cast: Cast, name: str) -> Actor | None:
    for actor in reversed(cast.actors[-_REMEMBERED:]):
        if actor.name == name or name in actor.aliases:
            return actor
    return None


def _same_person(page: Page, cast: Cast, mention: Mention) -> Actor | None:
    """A person known by more names whose last name this is, or the other way round."""
    if mention.kind != "person":
        return None
    last = page.folded[mention.last - 1]
    for actor in reversed(cast.actors[-_REMEMBERED:]):
        if (
            actor.kind == "person"
            and last in actor.words
            and (len(mention.name.split()) == 1 or len(actor.name.split()) == 1)
        ):
            return actor
    return None


def _described(page: Page, cast: Cast, source: Words) -> Actor | None:
    """The latest actor whose description holds every word of a short source, the article before it forgiven."""
    words = [word for word in page.folded[source.first : source.last] if word[:1].isalnum()]
    if not words or len(words) > _SHORT:
        return None
    for actor in sorted(cast.actors[-_REMEMBERED:], key=lambda actor: -actor.seen_at):
        if all(is_word_of(page, actor, word) for word in words):
            return actor
    return None


def is_word_of(page: Page, actor: Actor, word: str) -> bool:
    """Whether the article called the actor by this folded word, with its article or without."""
    return word in actor.words or page.grammar.without_article(word) in actor.words
