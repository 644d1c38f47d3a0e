"""People with their offices: the title before the name, after it, or shared with another name."""

from collections.abc import Mapping

import msgspec

from rawi.lexicon.namewords import OFFICE, Part
from rawi.mentions.page import Known, Page, Role
from rawi.mentions.people import PersonName, name_after_office
from rawi.mentions.roles import read_role
from rawi.model.mention import Mention

Names = Mapping[int, PersonName]

# How many words back the office is looked for that two names share ("the presidents Russian A and American B").
_SHARED_OFFICE = 12


def person_or_role(page: Page, role: Role, names: Names) -> Mention | None:
    """The person an office stands before, else the office alone; None for a bare word without article."""
    role = _cut_at_name(page, role, names)
    title = page.text(role.first, role.last, skip=page.looks[role.first].proclitic)
    name = _name_after(page, role, names)
    if name is not None and not _is_of_named(page, role):
        gender = name.gender or role.gender
        return _person(page, name, first=role.first, title=title, country=role.country, gender=gender)
    if name is not None:
        country = role.country or (name.entry.country if name.entry is not None else "")
        role = msgspec.structs.replace(role, last=name.last, country=country)
        title = page.text(role.first, role.last, skip=page.looks[role.first].proclitic)
    if not _may_stand_alone(page, role):
        return None
    fields = {"title": title, "country": role.country, "gender": role.gender, "number": role.number}
    return page.mention(role.first, role.last, kind="role", name=title, **fields)


def _is_of_named(page: Page, role: Role) -> bool:
    """Whether the name after an office is of somebody it is held under: "an official of the administration of …"."""
    led = page.lexicon.words.words("mentions.led_bodies")
    last = role.last - 1
    at = last - 1 if page.looks[last].definite and page.looks[last].parts & OFFICE else last
    return at > role.first and page.looks[at].stem in led and not page.looks[at].definite


def person_alone(page: Page, name: PersonName, names: Names) -> Mention:
    """A name, with the office that follows it in apposition."""
    after = name.last
    end = page.sentence_end(name.first)
    paused = after < end and page.folded[after] in page.lexicon.words.words("mentions.comma")
    role = read_role(page, after + paused) if after + paused < end else None
    if role is not None and _is_apposition(page, name, role, names, paused=paused):
        title = page.text(role.first, role.last)
        gender = name.gender or role.gender
        return _person(page, name, last=role.last, title=title, country=role.country, gender=gender)
    return _person(page, name, country="", gender=name.gender)


def nisba_person(page: Page, known: Known, names: Names) -> Mention | None:
    """``and the American Joe Biden`` after an office that two names share."""
    name = names.get(known.last)
    if known.entry.use != "nisba" or name is None or name.proclitic:
        return None
    start = page.reading.sentences[page.reading.sentence_of[known.first]].first
    shared = [at for at in range(max(start, known.first - _SHARED_OFFICE), known.first) if at in page.roles]
    if not shared or page.roles[shared[-1]].number != "p":
        return None
    office = shared[-1]
    title = f"{page.text(office, office + 1, skip=page.looks[office].proclitic)} {page.text(known.first, known.last)}"
    return _person(page, name, first=known.first, title=title, country=known.entry.country, gender=name.gender or "m")


def _cut_at_name(page: Page, role: Role, names: Names) -> Role:
    """The office without a name that was taken for part of it."""
    for at in range(role.first + 1, role.last):
        if at in names and not names[at].proclitic:
            return msgspec.structs.replace(role, last=at, bare=at == role.first + 1)
    return role


def _name_after(page: Page, role: Role, names: Names) -> PersonName | None:
    end = page.sentence_end(role.first)
    if role.last >= end:
        return None
    name = name_after_office(page, names, role.last)
    if name is None and page.folded[role.last] in page.lexicon.words.words("mentions.comma") and role.last + 1 < end:
        after = names.get(role.last + 1)
        name = after if after is not None and not after.proclitic and _ends_apposition(page, after) else None
    return name if name is not None and (role.number == "s" or _is_nisba(page, role.last - 1)) else None


def _is_nisba(page: Page, at: int) -> bool:
    known = page.known.get(at)
    return known is not None and known.entry.use == "nisba"


def _ends_apposition(page: Page, name: PersonName) -> bool:
    """Whether a name after office and comma ends at a mark or the sentence's end, or is a full name."""
    end = page.sentence_end(name.first)
    return name.last - name.first > 1 or name.last >= end or not page.folded[name.last][:1].isalpha()


def _is_apposition(page: Page, name: PersonName, role: Role, names: Names, *, paused: bool) -> bool:
    """Whether an office after a name belongs to it: said of what, not followed by a name of its own, no new subject."""
    if (
        role.bare
        or role.number != "s"
        or page.looks[role.first].proclitic
        or _name_after(page, role, names) is not None
    ):
        return False
    if name.entry is not None and role.country and name.entry.country and role.country != name.entry.country:
        return False
    if paused:
        return True
    return name.last - name.first > 1 and not page.looks[role.first].definite


def _may_stand_alone(page: Page, role: Role) -> bool:
    """Whether an office without a name is one: not an adjective of the noun before it, not an indefinite word alone."""
    look = page.looks[role.first]
    if role.bare and not look.definite and not look.parts & Part.HONORIFIC:
        return False
    adjectival = look.definite and look.stem[-1:] in page.lexicon.words.words("mentions.nisba_endings")
    before = role.first - 1
    if not adjectival or before < 0:
        return True
    return not page.looks[before].definite and not page.folded[before].startswith(page.lexicon.name_words.article)


def _person(
    page: Page, name: PersonName, *, first: int | None = None, last: int | None = None, **fields: str
) -> Mention:
    proper = page.text(name.first, name.last, skip=name.proclitic)
    begin, end = (name.first if first is None else first), (name.last if last is None else last)
    return page.mention(begin, end, kind="person", name=proper, number="s", **fields)
