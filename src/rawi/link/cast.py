"""The people of an article: each with every name and title the article gives."""

from collections.abc import Iterable, Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.link.titles import Title, read_title
from rawi.model.mention import Mention
from rawi.text.words import folded_words

Name = tuple[str, ...]


class Person(msgspec.Struct, eq=False):
    """A person of the article: the places of its mentions, its names as folded words, its titles."""

    mentions: list[int]
    names: dict[Name, str]
    titles: list[Title]
    gender: str = ""
    country: str = ""
    entity: str = ""
    reason: str = ""

    @property
    def fullest(self) -> Name:
        """The longest name."""
        return max(self.names, key=len)

    def reason_for(self, name: str) -> str:
        """Why a mention by that name is linked: by the full name the article gives elsewhere, or by its own."""
        full = self.names[self.fullest]
        return f"{full} in this article: {self.reason}" if self.reason and name != full else self.reason

    @property
    def is_full(self) -> bool:
        """Whether more than a last name is known."""
        return len(self.fullest) > 1


def gather_people(mentions: Sequence[Mention], *, lexicon: Lexicon) -> list[Person]:
    """The people of the mentions: full names first, then last names joined to the nearest bearer before or after."""
    people: list[Person] = []
    named = [
        (at, mention, name_words(mention.name, lexicon=lexicon))
        for at, mention in enumerate(mentions)
        if mention.kind == "person"
    ]
    for at, mention, name in named:
        if len(name) > 1:
            _join(people, at, mention, name, lexicon=lexicon)
    full = list(people)
    for at, mention, name in named:
        if len(name) == 1:
            bearer = _bearer(full, at, name[0], mention, lexicon=lexicon)
            if bearer is not None:
                _add(bearer, at, mention, name, lexicon=lexicon)
            else:
                _join(people, at, mention, name, lexicon=lexicon)
    for person in people:
        person.mentions.sort()
    return people


def name_words(name: str, *, lexicon: Lexicon) -> Name:
    """The folded words of a name, ``Abd`` joined to what follows it, so that both ways of writing it are one."""
    servants = lexicon.words.words("mentions.servant")
    joined: list[str] = []
    for word in folded_words(name):
        if joined and joined[-1] in servants:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def same_word(one: str, other: str, *, lexicon: Lexicon) -> bool:
    """Whether two words are spellings of one name; given names are one only where the table of given names says so."""
    if one == other:
        return True
    article = lexicon.name_words.article
    given = lexicon.knowledge.given_spellings
    first, second = given.get(one.removeprefix(article)), given.get(other.removeprefix(article))
    if first is not None and second is not None:
        return first == second and one.startswith(article) == other.startswith(article)
    return lexicon.letters.is_same_name(one, other)


def same_full_name(one: Name, other: Name, *, lexicon: Lexicon) -> bool:
    """Whether two full names are one person's: same first and last name, none of the shorter missing in the longer."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2 or not same_word(shorter[0], longer[0], lexicon=lexicon):
        return False
    rest = iter(longer[1:])
    return all(any(same_word(word, each, lexicon=lexicon) for each in rest) for word in shorter[1:])


def _join(people: list[Person], at: int, mention: Mention, name: Name, *, lexicon: Lexicon) -> None:
    for person in people:
        if any(_same(name, each, lexicon=lexicon) for each in person.names):
            _add(person, at, mention, name, lexicon=lexicon)
            return
    person = Person([], {}, [])
    people.append(person)
    _add(person, at, mention, name, lexicon=lexicon)


def _same(one: Name, other: Name, *, lexicon: Lexicon) -> bool:
    if one == other:
        return True
    if len(one) == len(other) == 1:
        return same_word(one[0], other[0], lexicon=lexicon)
    return same_full_name(one, other, lexicon=lexicon)


def _bearer(people: Iterable[Person], at: int, word: str, mention: Mention, *, lexicon: Lexicon) -> Person | None:
    """The person with a full name that the word is the last name of (else a name of): nearest before, else after."""
    gender = mention.gender if mention.title else ""
    bearers = [person for person in people if not _differs(person.gender, gender)]
    for part in (slice(-1, None), slice(1, None), slice(0, 1)):
        found = [person for person in bearers if _bears(person, word, part, lexicon=lexicon)]
        before = [person for person in found if min(person.mentions) < at]
        if before:
            return max(before, key=lambda person: max(place for place in person.mentions if place < at))
        if found:
            return min(found, key=lambda person: min(person.mentions))
    return None


def _bears(person: Person, word: str, part: slice, *, lexicon: Lexicon) -> bool:
    words = (each for name in person.names if len(name) > 1 for each in name[part])
    return any(same_word(word, each, lexicon=lexicon) for each in words)


def _differs(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _add(person: Person, at: int, mention: Mention, name: Name, *, lexicon: Lexicon) -> None:
    person.mentions.append(at)
    person.names.setdefault(name, mention.name)
    person.gender = person.gender or mention.gender
    person.country = person.country or mention.country
    if mention.title:
        person.titles.append(read_title(mention.title, lexicon=lexicon))
