"""Bodies: ``the Russian defense ministry``, a party, a company, a newspaper in quotation marks."""

from collections.abc import Mapping

import msgspec

from rawi.lexicon.namewords import BODY, OFFICE, NameWord, Part
from rawi.mentions.page import Page
from rawi.mentions.people import PersonName
from rawi.mentions.spans import Tagged
from rawi.model.mention import Mention

_MAX_WORDS = 8
# Words of a body's name that no list has.
_MAX_PLAIN = 3
_KINDS = (
    (Part.OUTLET, "outlet"),
    (Part.COMPANY, "company"),
    (Part.PARTY, "party"),
    (Part.ARMED_GROUP, "armed_group"),
    (Part.GOVERNMENT, "government"),
    (Part.ORGANIZATION, "organization"),
    (Part.PLACE, "place"),
)


class Body(msgspec.Struct, frozen=True):
    """A body, words ``[first, last)``, of which kind and state."""

    first: int
    last: int
    kind: str
    country: str


def kind_of_head(look: NameWord) -> str:
    """The kind of body a word heads, or ``""``."""
    return next((kind for part, kind in _KINDS if look.parts & part), "")


def side_mention(page: Page, here: int) -> Mention | None:
    """``the Russian side`` is Russia; None where no side of a state begins."""
    after = page.known.get(here + 1)
    if not page.looks[here].parts & Part.SIDE or after is None or after.entry.use != "nisba":
        return None
    name = page.text(here, after.last, skip=page.looks[here].proclitic)
    return page.mention(here, after.last, kind="state", name=name, country=after.entry.country, number="s")


def body_mention(
    page: Page, here: int, names: Mapping[int, PersonName], tagged: Mapping[int, Tagged]
) -> Mention | None:
    """The body that begins at a word, as far as its head's complements or the tagger carry it."""
    body = _led_body(page, here, names) or read_body(page, here)
    if body is None:
        return None
    span = tagged.get(here)
    last = max(body.last, span.last) if span is not None else body.last
    name = page.text(here, last, skip=page.looks[here].proclitic)
    return page.mention(here, last, kind=body.kind, name=name, country=body.country, number="s")


def _led_body(page: Page, first: int, names: Mapping[int, PersonName]) -> Body | None:
    """A body named after the one who heads it: ``the administration of (president) …``."""
    look = page.looks[first]
    if look.definite or look.stem not in page.lexicon.words.words("mentions.led_bodies") or not look.parts & BODY:
        return None
    after = first + 1
    if (
        after not in names
        and after < len(page.looks)
        and page.looks[after].parts & OFFICE
        and page.looks[after].definite
    ):
        after += 1
    name = names.get(after)
    if name is None or name.proclitic:
        return None
    return Body(first, name.last, kind_of_head(look), name.entry.country if name.entry is not None else "")


def read_body(page: Page, first: int) -> Body | None:
    """The body that begins at the word, or None. One with nothing to tell which (``the government``) has one word."""
    look = page.looks[first]
    if not look.parts & BODY:
        return None
    kind = kind_of_head(look)
    stop = min(page.sentence_end(first), first + _MAX_WORDS)
    if first + 1 < stop and page.folded[first + 1] in page.lexicon.words.words("mentions.opening_quotes"):
        end = _quoted(page, first + 1)
        if end:
            return Body(first, end, kind, "")
    here, country = _complements(page, first + 1, stop)
    if here == first + 1 and (not look.definite or look.parts & (Part.PLACE | Part.NEEDS_COMPLEMENT)):
        return None
    return Body(first, here, kind, country)


def _complements(page: Page, here: int, stop: int) -> tuple[int, str]:
    """Where the complements of a body end, and of which state they make it: an adjective of a state is the last."""
    country, plain = "", 0
    while here < stop:
        known = page.known.get(here)
        if known is not None and not known.entry.ambiguous:
            if known.entry.kind == "person" or _is_joined(page, known.proclitic):
                break
            country = country or known.entry.country
            here = known.last
            if known.entry.use == "nisba" or not _is_nisba(page, here):
                break
        elif _continues(page, here):
            plain += not page.looks[here].parts & Part.DOMAIN
            if plain > _MAX_PLAIN:
                break
            here += 1
        else:
            break
    return here, country


def _is_nisba(page: Page, at: int) -> bool:
    known = page.known.get(at)
    return known is not None and known.entry.use == "nisba"


def _is_joined(page: Page, proclitic: str) -> bool:
    return bool(proclitic) and proclitic not in page.lexicon.words.words("mentions.article")


def _continues(page: Page, here: int) -> bool:
    look: NameWord = page.looks[here]
    if look.proclitic:
        # "and" joins two domains; "for" and "in" tie a body to what it is for.
        return look.definite and bool(look.parts & Part.DOMAIN) and bool(page.looks[here - 1].parts & Part.DOMAIN)
    if look.parts & (OFFICE | Part.SIDE) and not look.parts & (Part.DOMAIN | Part.ROLE_WORD):
        return False
    if page.folded[here] in page.lexicon.words.words("mentions.not_complements"):
        return False
    return look.definite or bool(look.parts & Part.DOMAIN)


def _quoted(page: Page, opening: int) -> int:
    """The word after the closing mark of a short quotation that opens here, or 0."""
    closing = page.lexicon.words.words("mentions.closing_quotes")
    for here in range(opening + 2, min(opening + 8, page.sentence_end(opening))):
        if page.folded[here] in closing:
            return here + 1
    return 0
