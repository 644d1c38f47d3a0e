"""Names of people: those the knowledge base has, those the tagger finds, and what follows an office."""

from collections.abc import Mapping

import msgspec

from rawi.lexicon.knowledge import Entry
from rawi.lexicon.namewords import BODY, OFFICE, Part
from rawi.mentions.page import Page
from rawi.mentions.spans import PERSON, Tagged

_NOT_A_NAME = OFFICE | BODY | Part.DOMAIN | Part.ROLE_WORD | Part.SIDE
_MAX_WORDS = 5


class PersonName(msgspec.Struct, frozen=True):
    """The words ``[first, last)`` of a name, what is joined before it, the person when the knowledge base has one."""

    first: int
    last: int
    proclitic: str = ""
    entry: Entry | None = None
    gender: str = ""


def find_names(page: Page, tagged: Mapping[int, Tagged]) -> dict[int, PersonName]:
    """The names of people by their first word: known ones and tagged ones, overlapping ones as one."""
    names = [
        PersonName(known.first, known.last, known.proclitic, known.entry)
        for known in page.known.values()
        if known.entry.kind == "person" and not known.entry.ambiguous
    ]
    for span in tagged.values():
        if span.kind == PERSON and (name := _tagged_name(page, span)) is not None:
            names.append(name)
    names.sort(key=lambda name: (name.first, -name.last, name.entry is None))
    found: list[PersonName] = []
    for name in names:
        if found and name.first < found[-1].last:
            if name.last > found[-1].last:
                found[-1] = msgspec.structs.replace(found[-1], last=name.last, entry=None)
        else:
            found.append(name)
    return {name.first: _with_gender(page, name) for name in found}


def _with_gender(page: Page, name: PersonName) -> PersonName:
    """The name with the gender of the person when known, else of the first given name that has one."""
    if name.entry is not None:
        return msgspec.structs.replace(name, gender=name.entry.gender)
    word = page.folded[name.first][len(name.proclitic) :]
    return msgspec.structs.replace(name, gender=page.lexicon.knowledge.given_genders.get(word, ""))


def _tagged_name(page: Page, span: Tagged) -> PersonName | None:
    """The name of a tagged stretch without titles at its beginning and a joined preposition."""
    first = span.first
    while (
        first < span.last
        and page.looks[first].parts & (OFFICE & ~Part.ROLE)
        and not page.looks[first].parts & Part.GIVEN
    ):
        first += 1
    if first == span.last:
        return None
    word, look = page.folded[first], page.looks[first]
    proclitic = look.proclitic if look.parts & (Part.GIVEN | Part.NAME | Part.OPENER | Part.PARTICLE) else ""
    known = page.known.get(first)
    if known is not None:
        proclitic = known.proclitic
    elif not proclitic and word[:1] in page.lexicon.name_words.joined:
        proclitic = _joined(page, word)
    return PersonName(first, span.last, proclitic)


def _joined(page: Page, word: str) -> str:
    """A letter joined before an unlisted name, when the rest stands without it elsewhere in the article."""
    rest = word[1:]
    return word[0] if len(rest) > 2 and rest in page.folded else ""


def name_after_office(page: Page, names: Mapping[int, PersonName], first: int) -> PersonName | None:
    """The name at a word that follows an office: one found already, or words that lists of names hold."""
    if first >= len(page.folded):
        return None
    found = names.get(first)
    if found is not None:
        return found if not found.proclitic else None
    known = page.known.get(first)
    look = page.looks[first]
    if known is not None or look.proclitic or not _may_be_name(page, first):
        return None
    last = first + 1
    stop = min(page.sentence_end(first), first + _MAX_WORDS)
    while last < stop and last not in names and (_may_be_name(page, last) or page.looks[last - 1].parts & Part.OPENER):
        last += 1
    return _with_gender(page, PersonName(first, last))


def _may_be_name(page: Page, here: int) -> bool:
    word, look = page.folded[here], page.looks[here]
    known = page.known.get(here)
    if known is not None and known.entry.use != "nisba":
        return False
    if page.reading.words.raw[here] in page.lexicon.letters.never_names:
        return False
    if look.parts & (Part.GIVEN | Part.PARTICLE) and look.proclitic == "":
        return True
    if look.parts & _NOT_A_NAME or len(word) < 2 or not word[0].isalpha():
        return False
    return bool(look.parts & Part.NAME) and look.proclitic == ""
