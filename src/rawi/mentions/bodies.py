"""Bodies: ``the Russian defense ministry``, a party, a company, a newspaper in quotation marks."""

from collections.abc import Mapping

import msgspec

from rawi.lexicon.namewords import BODY, OFFICE, NameWord, Part
from rawi.mentions.page import Page
from rawi.mentions.spans import Tagged
from rawi.model.mention import Mention

_MAX_WORDS = 8
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


def body_mention(page: Page, here: int, tagged: Mapping[int, Tagged]) -> Mention | None:
    """The body that begins at a word, as far as its head's complements or the tagger carry it."""
    body = read_body(page, here)
    if body is None:
        return None
    span = tagged.get(here)
    last = max(body.last, span.last) if span is not None else body.last
    name = page.text(here, last, skip=page.looks[here].proclitic)
    return page.mention(here, last, kind=body.kind, name=name, country=body.country, number="s")


def read_body(page: Page, first: int) -> Body | None:
    """The body that begins at the word, or None. One with nothing to tell which (``the government``) has one word."""
    look = page.looks[first]
    if not look.parts & BODY:
        return None
    kind = kind_of_head(look)
    stop = min(page.sentence_end(first), first + _MAX_WORDS)
    here, country = first + 1, ""
    if here < stop and page.folded[here] in page.lexicon.words.words("mentions.opening_quotes"):
        end = _quoted(page, here)
        if end:
            return Body(first, end, kind, country)
    while here < stop:
        known = page.known.get(here)
        if known is not None:
            if known.entry.kind == "person" or _is_joined(page, known.proclitic):
                break
            country = country or known.entry.country
            here = known.last
        elif _continues(page, here):
            here += 1
        else:
            break
    if here == first + 1 and (not look.definite or look.parts & Part.PLACE):
        return None
    return Body(first, here, kind, country)


def _is_joined(page: Page, proclitic: str) -> bool:
    return bool(proclitic) and proclitic not in page.lexicon.words.words("mentions.article")


def _continues(page: Page, here: int) -> bool:
    look: NameWord = page.looks[here]
    if look.proclitic:
        # "and" joins two domains; "for" and "in" tie a body to what it is for.
        return look.definite and bool(look.parts & Part.DOMAIN) and bool(page.looks[here - 1].parts & Part.DOMAIN)
    if look.parts & (OFFICE | Part.SIDE) and not look.parts & (Part.DOMAIN | Part.ROLE_WORD):
        return False
    return look.definite or bool(look.parts & Part.DOMAIN)


def _quoted(page: Page, opening: int) -> int:
    """The word after the closing mark of a short quotation that opens here, or 0."""
    closing = page.lexicon.words.words("mentions.closing_quotes")
    for here in range(opening + 2, min(opening + 8, page.sentence_end(opening))):
        if page.folded[here] in closing:
            return here + 1
    return 0
