"""How firmly a statement is made, and how far the outlet keeps from it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from rawi.lexicon import Lexicon
from rawi.lexicon.cues import Strength
from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.text.phrases import PhraseIndex

Distance = Literal["", "doubt", "scare-quotes"]

_FIRMLY = "distance.firmly"
_RESERVE = "distance.with_reserve"
_SO_CALLED = "distance.so_called"
_NAMED = "distance.named"
# A content is hedged by one of its first words.
_OPENING = 2
# So few words in quotation marks inside an indirect content are the outlet's tongs, not a piece of a quotation: two
# words in the gold mostly quote what was really said.
_TONGS = 1


def strength_of(page: Page, draft: Draft) -> Strength:
    """How firmly it is said: the cue's entry, unless words beside the cue or opening the content say otherwise.

    A content that the speaker himself hedges ("perhaps", "apparently") is weak whatever the cue; firm adverbs count
    only beside the cue, for inside the content they say how something is done.
    """
    beside = range(*draft.gap)
    content = draft.content.parts[0]
    if _any_phrase(page, _RESERVE, [*beside, *range(content.first, min(content.first + _OPENING, content.last))]):
        return "weak"
    if _any_phrase(page, _FIRMLY, [*beside, draft.cue.last]):
        return "strong"
    return draft.cue.verb.strength if draft.cue.verb is not None else "plain"


def distance_of(page: Page, draft: Draft) -> Distance:
    """The outlet's distance: ``doubt`` by the cue's entry ("claimed"), ``scare-quotes`` inside an indirect content.

    Scare quotes are "what he called" and one word in quotation marks; a name in quotation marks is none.
    """
    verb, phrase = draft.cue.verb, draft.cue.phrase
    if (verb is not None and verb.distance) or (phrase is not None and phrase.distance):
        return "doubt"
    inside = [at for part in draft.content.parts for at in range(part.first, part.last)]
    if _any_phrase(page, _SO_CALLED, inside):
        return "scare-quotes"
    if draft.content.mode != "direct" and any(_in_tongs(page, at) for at in inside if at in page.quote_at):
        return "scare-quotes"
    return ""


def _in_tongs(page: Page, opening: int) -> bool:
    """Whether the quotation whose mark stands at ``opening`` is one word that nothing says to be a name."""
    quotation = page.quote_at[opening]
    words = range(quotation.first, quotation.last)
    if not quotation.closed or not 0 < len(words) <= _TONGS or any(at in page.mention_over for at in words):
        return False
    before = page.folded[opening - 1] if opening else ""
    return not any(form in page.lexicon.words.words(_NAMED) for form in _bare(page, before))


def _bare(page: Page, word: str) -> Iterator[str]:
    """The word as it is and without what is joined before it."""
    yield word
    for clitic in page.lexicon.words.words("common.proclitics"):
        if word.startswith(clitic):
            yield word[len(clitic) :]


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon, name: str) -> PhraseIndex:
    """The entries of a class, indexed once."""
    return PhraseIndex(lexicon.words.phrases(name))


def _any_phrase(page: Page, name: str, places: Iterable[int]) -> bool:
    """Whether a word or phrase of the class begins at one of the places."""
    phrases, folded = _phrases(page.lexicon, name), page.folded
    return any(phrases.length_at(folded, at, len(folded)) for at in places)
