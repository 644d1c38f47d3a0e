"""Names of people: known ones, and unknown ones that follow an office or begin with a given name."""

import msgspec

from rawi.lexicon.knowledge import Entry
from rawi.lexicon.namewords import BODY, OFFICE, Part
from rawi.mentions.page import Page

_NOT_A_NAME = OFFICE | BODY | Part.DOMAIN | Part.ROLE_WORD | Part.SIDE
_MAX_WORDS = 5


class PersonName(msgspec.Struct, frozen=True):
    """The words ``[first, last)`` of a name, what is joined before it, and the person when the knowledge base has one."""

    first: int
    last: int
    proclitic: str = ""
    entry: Entry | None = None
    gender: str = ""


def read_name(page: Page, first: int, *, after_office: bool) -> PersonName | None:
    """The name that begins at the word, or None. ``after_office`` also takes names of which no word is known."""
    if first >= len(page.folded):
        return None
    known = page.known.get(first)
    if known is not None:
        if known.entry.kind == "person":
            last = _extend(page, known.last) if known.entry.use == "given" else known.last
            return PersonName(first, last, known.proclitic, known.entry, known.entry.gender)
        return None
    look = page.looks[first]
    if look.parts & Part.GIVEN or look.parts & Part.OPENER:
        last = _extend(page, first + 1)
        if last - first >= 2 or after_office:
            return PersonName(first, last, look.proclitic)
        return None
    if after_office and _may_be_name(page, first):
        last = _extend(page, first + 1)
        return PersonName(first, last)
    return None


def _extend(page: Page, here: int) -> int:
    """Where a name that has begun before ``here`` ends."""
    start = here - 1
    stop = min(page.sentence_end(start), start + _MAX_WORDS)
    while here < stop and (_may_be_name(page, here) or page.looks[here - 1].parts & Part.OPENER):
        here += 1
    return here


def _may_be_name(page: Page, here: int) -> bool:
    word, look = page.folded[here], page.looks[here]
    known = page.known.get(here)
    if known is not None and known.entry.use != "nisba":
        return False
    if look.parts & (Part.GIVEN | Part.PARTICLE) and look.proclitic == "":
        return True
    if look.parts & _NOT_A_NAME or len(word) < 2 or not word[0].isalpha():
        return False
    return bool(look.parts & Part.NAME) and look.proclitic == ""
