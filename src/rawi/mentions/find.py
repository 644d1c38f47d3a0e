"""All mentions of an article, in text order: each word belongs to one at most."""

from collections.abc import Mapping

from rawi.lexicon import Lexicon
from rawi.lexicon.namewords import BODY, Part
from rawi.mentions.assembly import nisba_person, person_alone, person_or_role
from rawi.mentions.bodies import body_mention, side_mention
from rawi.mentions.known import known_mention
from rawi.mentions.opening import open_page
from rawi.mentions.page import Page
from rawi.mentions.people import PersonName, find_names
from rawi.mentions.spans import Tagged, tagged_spans
from rawi.mentions.tagger import tagger_of
from rawi.mentions.unlisted import unlisted_mention
from rawi.model.mention import Mention
from rawi.model.reading import Reading

_BODIES = BODY | Part.SIDE


def find_mentions(reading: Reading, *, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people, offices, states, bodies, outlets, places and weapons the article names, in text order.

    A title and the name it belongs to are one mention of kind ``person``, whichever comes first; an office without a
    name is a ``role``. Nothing is linked yet: see `rawi.link`.
    """
    page = open_page(reading, lexicon=lexicon)
    tagged = tagged_spans(tagger_of(lexicon).tag(page))
    names = find_names(page, tagged)
    bodies = [at for at, look in enumerate(page.looks) if look.parts & _BODIES]
    found: list[Mention] = []
    for here in sorted({*names, *page.known, *page.roles, *tagged, *bodies}):
        if not found or here >= found[-1].last:
            mention = _mention_at(page, here, names, tagged)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention_at(page: Page, here: int, names: Mapping[int, PersonName], tagged: Mapping[int, Tagged]) -> Mention | None:
    """The mention that begins at a word; the first kind that fits, from the surest to the least."""
    if here in names:
        return person_alone(page, names[here], names)
    if here in page.known:
        known = page.known[here]
        return nisba_person(page, known, names) or known_mention(page, known, tagged)
    if here in page.roles:
        return person_or_role(page, page.roles[here], names)
    if page.looks[here].parts & _BODIES:
        return side_mention(page, here) or body_mention(page, here, names, tagged)
    return unlisted_mention(page, tagged[here]) if here in tagged else None
