"""The setting of a statement: the medium or occasion, to whom it was said, and when."""

from rawi.model import Timex
from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.statements.sources import Words

# How far before its cue a medium or time may stand in the sentence, in words.
_BEFORE = 14


def gap(draft: Draft) -> tuple[int, int]:
    """The words between cue and content, half-open; none for a content that stands before its cue."""
    return draft.cue.last, max(draft.cue.last, draft.frame.gap_last)


def find_time(page: Page, draft: Draft) -> Timex | None:
    """The day the article gives for the saying: a date beside the cue, in its gap, or at the beginning of its sentence."""
    first, last = gap(draft)
    found = _date_in(page, first, last)
    if found is not None or draft.cue.kind == "participle":
        return found
    if draft.cue.kind in ("reported", "according") and draft.source is not None:
        found = _date_in(page, draft.cue.last, min(draft.source.last + 3, page.sentence_end(draft.cue.first)))
        if found is not None:
            return found
    start = page.sentence_start(draft.cue.first)
    if draft.cue.first - start > _BEFORE:
        start = draft.cue.first - _NEAR
    return _date_in(page, start, draft.cue.first)


# A time this near before a cue belongs to it, in words.
_NEAR = 3


def _date_in(page: Page, first: int, last: int) -> Timex | None:
    for index in range(first, last):
        timex = page.times.get(index)
        if timex is not None and timex.precision in ("day", "time"):
            return timex
    return None


def find_condition(page: Page, draft: Draft, force: str) -> Words | None:
    """The words that make an offer, pledge, threat or refusal conditional; None for any other force."""
    if force not in _CONDITIONAL:
        return None
    for part in draft.content.parts:
        for index in range(part.first, part.last):
            length = page.grammar.phrase_at("conditions", page.folded, index)
            if length and index + length < part.last:
                return Words(index, _condition_end(page, index + length, part.last))
    return None


# What can be conditional.
_CONDITIONAL = frozenset({"offer", "pledge", "warn", "refuse", "predict", "demand"})


def _condition_end(page: Page, index: int, last: int) -> int:
    while index < last:
        if page.folded[index] in page.grammar.words["commas"] or page.folded[index] in page.grammar.words["consequences"]:
            return index
        index += 1
    return last
