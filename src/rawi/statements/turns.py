"""Where one statement's content gives way to the next statement: a joined cue ends the content it stands in."""

import msgspec

from rawi.statements.contents import SHORTEST, Content, trim
from rawi.statements.draft import Draft
from rawi.statements.nesting import is_nested
from rawi.statements.page import Page, Words

# So many statements before a cue can reach over it.
_REACH = 6


def settle_turns(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every content cut where a later cue of the same clause level takes its turn.

    A cue takes the turn when it is joined by a conjunction ("and he added"), is a participle after the content ("...,
    stressing that"), or follows a word that opens a new clause ("but he said"); else the trained decision ``nested``
    tells whether it belongs to what was said.
    """
    settled = list(drafts)
    for place, later in enumerate(drafts):
        turns = takes_turn(page, later)
        for earlier in range(place - 1, max(-1, place - _REACH), -1):
            outer = settled[earlier]
            if not _holds(outer, later.cue.first):
                continue
            if not is_nested(page, drafts[earlier], later, turns=turns):
                settled[earlier] = _cut(page, outer, _turn_start(page, later))
    return settled


def _holds(draft: Draft, index: int) -> bool:
    return any(part.first < index < part.last for part in draft.content.parts)


def takes_turn(page: Page, draft: Draft) -> bool:
    """Whether the cue of a draft opens a turn of its own."""
    cue = draft.cue
    if cue.kind == "participle":
        return True
    if cue.kind != "verb" or cue.form is None or cue.form.person != 3:
        return False
    before = page.folded[draft.begins - 1] if draft.begins > 0 else ""
    if draft.side == "before" and draft.source is not None:
        return before in page.grammar.words["contrasts"]
    return bool(cue.proclitic) or before in page.grammar.words["turn_words"]


def _turn_start(page: Page, draft: Draft) -> int:
    """The first word of the turn: the conjunction or particle before the cue or the subject before it, else that."""
    first = draft.begins
    while first > 0 and page.folded[first - 1] in page.grammar.words["turn_words"]:
        first -= 1
    return first


def _cut(page: Page, draft: Draft, at: int) -> Draft:
    """The draft with its content ended before word ``at`` if that word stands in it, unquoted."""
    parts = draft.content.parts
    inside = [place for place, part in enumerate(parts) if part.first < at < part.last]
    if (
        not inside
        or draft.cue.first >= at
        or page.reading.quotation_of[at] != page.reading.quotation_of[parts[inside[0]].first - 1]
    ):
        return draft
    part = parts[inside[0]]
    first, last = trim(page, part.first, at)
    if last - first < SHORTEST:
        return draft
    content = Content((*parts[: inside[0]], Words(first, last)), draft.content.mode)
    return msgspec.structs.replace(draft, content=content)
