"""Names of people: those the knowledge base has, those the tagger finds, and what follows an office."""

from collections.abc import Mapping

import msgspec

from rawi.lexicon.knowledge import Entry
from rawi.lexicon.namewords import BODY, OFFICE, Part
from rawi.mentions.page import Known, Page
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
    """The names of people by their first word: known ones and tagged ones, overlapping ones as one.

    A known last name straight after a tagged name completes it.
    """
    spans = {span for span in tagged.values() if span.kind == PERSON and not _is_something_else(page, span)}
    called = {at for span in spans for at in range(span.first, span.last)}
    names = [
        PersonName(known.first, known.last, known.proclitic, known.entry, _gender_of(known))
        for known in page.known.values()
        if known.entry.kind == "person" and (known.first in called or _stands_alone(page, known))
    ]
    names += [name for span in spans if (name := _tagged_name(page, span)) is not None]
    names.sort(key=lambda name: (name.first, -name.last, name.entry is None))
    found: list[PersonName] = []
    for name in names:
        joins = (
            bool(found)
            and name.first <= found[-1].last
            and (name.first < found[-1].last or _completes(found[-1], name))
        )
        if not joins:
            found.append(name)
        elif name.last > found[-1].last:
            found[-1] = msgspec.structs.replace(found[-1], last=name.last, entry=None, gender="")
    return {name.first: _with_gender(page, name) for name in found}


def _completes(name: PersonName, last: PersonName) -> bool:
    return name.entry is None and last.entry is not None and last.entry.use == "last" and not last.proclitic


def _is_something_else(page: Page, span: Tagged) -> bool:
    """Whether a tagged person is a state, body or place the knowledge base has under the very name, or an adverb."""
    known = page.known.get(span.first)
    if any(_TANWIN in page.reading.words.raw[at] for at in range(span.first, span.last)):
        return True
    if known is None or known.last < span.last or known.entry.ambiguous:
        return False
    return known.entry.kind != "person" and known.entry.use in ("name", "capital")


# The mark of an accusative without article: adverbs have it, names do not.
_TANWIN = "\u064b"


def _stands_alone(page: Page, known: Known) -> bool:
    """Whether a known name needs no tagger: a full name, a last name that is no everyday word."""
    entry = known.entry
    if entry.use == "name" and known.last - known.first > 1:
        return True
    if any(each.entry.entity == entry.entity and each.entry.use == "name" for each in page.known.values()):
        return True
    if entry.ambiguous:
        return False
    word = page.folded[known.last - 1][len(known.proclitic) if known.last - known.first == 1 else 0 :]
    seen = page.lexicon.name_model.words.get(word)
    return seen is None or any(attribute in _OFTEN_A_NAME for attribute in seen)


# A word of the tagger's table that is the name of a person in at least half of its places.
_OFTEN_A_NAME = frozenset({"pr=PERS3", "pr=PERS4"})


def _gender_of(known: Known) -> str:
    """The gender of a known name, when all who bear it have one."""
    genders = {entry.gender for entry in known.entries if entry.kind == "person"}
    return genders.pop() if len(genders) == 1 else ""


def _with_gender(page: Page, name: PersonName) -> PersonName:
    """The name with the gender of the person when known, else of the first given name that has one."""
    if name.entry is not None:
        return name
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
