"""Where an event takes place: the place named in its clause."""

from rawi.events.page import Page
from rawi.events.phrases import Phrase, joined_letters, read_phrase
from rawi.events.triggers import Trigger

_AHEAD = 16
_BACK = 10
_KINDS = frozenset({"place", "state"})


def resolve_place(page: Page, trigger: Trigger) -> str | None:
    """The name of the place, as written, after a preposition of place: nearest after the trigger, else before it."""
    first, last = page.sentence(trigger.at)
    ahead = range(trigger.at + 1, min(last, trigger.at + _AHEAD))
    back = range(trigger.at - 1, max(first, trigger.at - _BACK) - 1, -1)
    return _first_place(page, ahead, last) or _first_place(page, back, last)


def _first_place(page: Page, places: range, last: int) -> str | None:
    """The first place named at the words, as far as the clause goes."""
    prepositions, stops = page.classes["place_prepositions"], page.full_stops
    for at in places:
        word = page.folded[at]
        if word in stops:
            return None
        if word in prepositions or at in page.mention_at:
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
    if letters == 1 and page.folded[at][:1] in page.classes["place_joined"]:
        return mention.text[letters:]
    return None


def _is_place(page: Page, phrase: Phrase) -> bool:
    if page.has(phrase.first, "territory") and phrase.last - phrase.first > 1:
        return True
    return any(
        page.inside[at] >= 0 and page.mentions[page.inside[at]].kind in _KINDS
        for at in range(phrase.first, phrase.last)
    )
