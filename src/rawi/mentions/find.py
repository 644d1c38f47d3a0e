"""All mentions of an article, in text order: each word belongs to one at most."""

from rawi.lexicon import Lexicon
from rawi.lexicon.namewords import BODY, OFFICE, Part
from rawi.mentions.bodies import read_body
from rawi.mentions.known import find_known
from rawi.mentions.page import Known, Page
from rawi.mentions.people import PersonName, read_name
from rawi.mentions.roles import Role, read_role
from rawi.model.mention import Mention
from rawi.model.reading import Reading

_STARTS = OFFICE | BODY | Part.SIDE | Part.GIVEN | Part.OPENER


def find_mentions(reading: Reading, *, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people, offices, states, bodies, outlets and places the article names, in text order.

    A title and the name it belongs to are one mention of kind ``person``, whichever comes first; an office without a
    name is a ``role``. Nothing is linked yet: see `rawi.link`.
    """
    look_up = lexicon.name_words.look_up
    known, terms = find_known(reading, lexicon=lexicon)
    page = Page(
        reading=reading,
        lexicon=lexicon,
        folded=reading.words.folded,
        looks=[look_up(word) for word in reading.words.folded],
        known=known,
        terms=terms,
        comma=lexicon.words.words("mentions.comma"),
    )
    found: list[Mention] = []
    here, size = 0, len(page.folded)
    looks = page.looks
    while here < size:
        if here in known or looks[here].parts & _STARTS:
            mention = _mention_at(page, here)
            if mention is not None:
                found.append(mention)
                here = mention.last
                continue
        here += 1
    return tuple(found)


def _mention_at(page: Page, here: int) -> Mention | None:
    known = page.known.get(here)
    if known is not None and known.entry.kind != "person":
        return _known_mention(page, known)
    role = read_role(page, here)
    if role is not None:
        return _role_mention(page, role)
    name = read_name(page, here, after_office=False)
    if name is not None:
        return _person_mention(page, name)
    return _side_mention(page, here) or _body_mention(page, here)


def _role_mention(page: Page, role: Role) -> Mention | None:
    name = _name_after(page, role)
    title = page.text(role.first, role.last, skip=page.looks[role.first].proclitic)
    if name is not None and role.number == "s":
        gender = name.gender or role.gender
        return _person(page, name, first=role.first, title=title, country=role.country, gender=gender)
    if role.bare and not page.looks[role.first].definite:
        return None
    return page.mention(
        role.first,
        role.last,
        kind="role",
        name=title,
        title=title,
        country=role.country,
        gender=role.gender,
        number=role.number,
    )


def _name_after(page: Page, role: Role) -> PersonName | None:
    end = page.sentence_end(role.first)
    if role.last >= end:
        return None
    name = read_name(page, role.last, after_office=True)
    if name is None and page.folded[role.last] in page.comma and role.last + 1 < end:
        name = read_name(page, role.last + 1, after_office=False)
    return name if name is not None and not name.proclitic else None


def _person_mention(page: Page, name: PersonName) -> Mention:
    """A name, with the office that follows it in apposition."""
    after = name.last
    end = page.sentence_end(name.first)
    if after < end and page.folded[after] in page.comma:
        after += 1
    if after < end and name.last - name.first >= 2:
        role = read_role(page, after)
        if role is not None and not role.bare and role.number == "s" and _name_after(page, role) is None:
            title = page.text(role.first, role.last)
            gender = name.gender or role.gender
            return _person(page, name, last=role.last, title=title, country=role.country, gender=gender)
    return _person(page, name, country="", gender=name.gender)


def _person(
    page: Page, name: PersonName, *, first: int | None = None, last: int | None = None, **fields: str
) -> Mention:
    proper = page.text(name.first, name.last, skip=name.proclitic)
    return page.mention(
        name.first if first is None else first,
        name.last if last is None else last,
        kind="person",
        name=proper,
        number="s",
        **fields,
    )


def _known_mention(page: Page, known: Known) -> Mention | None:
    entry = known.entry
    if entry.use == "nisba":
        return None
    kind = entry.kind
    if entry.use == "capital" and _is_place(page, known):
        kind = "place"
    elif entry.use == "people":
        kind = "group"
    name = page.text(known.first, known.last, skip=known.proclitic)
    return page.mention(known.first, known.last, kind=kind, name=name, country=entry.country, number="p" if entry.use == "people" else "s")


def _is_place(page: Page, known: Known) -> bool:
    if known.proclitic:
        return known.proclitic[-1] in page.lexicon.words.words("mentions.place_proclitics")
    before = known.first - 1
    return before >= 0 and page.folded[before] in page.lexicon.words.words("mentions.place_prepositions")


def _side_mention(page: Page, here: int) -> Mention | None:
    """``the Russian side`` is Russia."""
    if not page.looks[here].parts & Part.SIDE:
        return None
    after = page.known.get(here + 1)
    if after is None or after.entry.use != "nisba":
        return None
    name = page.text(here, after.last, skip=page.looks[here].proclitic)
    return page.mention(here, after.last, kind="state", name=name, country=after.entry.country, number="s")


def _body_mention(page: Page, here: int) -> Mention | None:
    body = read_body(page, here)
    if body is None:
        return None
    name = page.text(body.first, body.last, skip=page.looks[here].proclitic)
    return page.mention(body.first, body.last, kind=body.kind, name=name, country=body.country, number="s")
