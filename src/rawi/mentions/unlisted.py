"""Bodies, places and weapons that no list holds, as the tagger finds them."""

from rawi.mentions.bodies import kind_of_head
from rawi.mentions.page import Page
from rawi.mentions.spans import BODY, PLACE, Tagged
from rawi.model.mention import Mention


def unlisted_mention(page: Page, span: Tagged) -> Mention | None:
    """The body or place of a tagged stretch; a weapon where the tagger says so and a list of terms agrees."""
    look = page.looks[span.first]
    kind = ""
    if span.kind == BODY:
        kind = kind_of_head(look) or "organization"
    elif span.kind == PLACE:
        kind = "place"
    term = page.terms.get(span.first)
    if term is not None and term.entry.kind in ("company", "weapon") and term.last >= span.last:
        kind = term.entry.kind
    if not kind:
        return None
    proclitic = term.proclitic if term is not None else look.proclitic
    return page.mention(
        span.first, span.last, kind=kind, name=page.text(span.first, span.last, skip=proclitic), number="s"
    )
