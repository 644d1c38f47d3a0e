"""Where an event takes place: the place named in its clause."""

from rawi.events.page import Page
from rawi.events.phrases import Phrase, joined_letters, read_phrase
from rawi.events.triggers import Trigger

_AHEAD = 16
_BACK = 10
_KINDS = frozenset({"place", "state"})


def resolve_place(page: Page, trigger: Trigger) -> str | None:
    """The name of the place, as written, after a preposition of place: the nearest after the trigger, else before; or None."""
    first, last = page.sentence(trigger.at)
    for at in range(trigger.at + 1, min(last, trigger.at + _AHEAD)):
        if page.folded[at] in page.full_stops:
            break
        found = _place_at(page, at, last)
        if found is not None:
            return found
    for at in range(trigger.at - 1, max(first, trigger.at - _BACK) - 1, -1):
        if page.folded[at] in page.full_stops:
            break
        found = _place_at(page, at, last)
        if found is not None:
            return found
    return None


def _place_at(page: Page, at: int, last: int) -> str | None:
    if page.is_word(at, "place_prepositions"):
        # "in the city of Homs": the name may follow a common noun.
        phrase = read_phrase(page, at + 1, last) if at + 1 < last else None
        if phrase is not None and _is_place(page, phrase):
            return page.text(phrase.first, phrase.last)
        return None
    mention = page.mention_at.get(at)
    if mention is None or mention.kind not in _KINDS:
        return None
    letters = joined_letters(mention.text, mention.title, mention.name)
    if letters == 1 and page.folded[at][:1] in page.lexicon.words.words("events.place_joined"):
        return mention.text[letters:]
    return None


def _is_place(page: Page, phrase: Phrase) -> bool:
    if page.has(phrase.first, "territory"):
        return True
    return any(
        page.inside[at] >= 0 and page.mentions[page.inside[at]].kind in _KINDS
        for at in range(phrase.first, phrase.last)
    )
