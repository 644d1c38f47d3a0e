"""The setting of a statement: the day it was said and the condition it stands under."""

from rawi.model import Timex
from rawi.statements.draft import Draft
from rawi.statements.page import Page, Words

# A sentence that begins no further before its cue is looked at whole for a time, in words.
_BEFORE = 14
# In a longer one a time this near before its cue belongs to it, in words.
_NEAR = 3
# What can be conditional.
_CONDITIONAL = frozenset({"offer", "pledge", "warn", "refuse", "predict", "demand"})
# A verb with a future prefix is longer than this.
_FUTURE = 4


def find_time(page: Page, draft: Draft) -> Timex | None:
    """The day the article gives for the saying: a date beside the cue, in its gap, or before it in its sentence."""
    found = _date_in(page, *draft.gap)
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


def _date_in(page: Page, first: int, last: int) -> Timex | None:
    for index in range(first, last):
        timex = page.times.get(index)
        if timex is not None and timex.precision in ("day", "time"):
            return timex
    return None


def find_condition(page: Page, draft: Draft, force: str) -> Words | None:
    """The words that make what is offered, pledged, threatened or refused conditional; None where there are none.

    Any other force has a condition only where what is said lies ahead.
    """
    for part in draft.content.parts:
        for index in range(part.first, part.last):
            length = page.grammar.phrase_at("conditions", page.folded, index)
            if not length or index + length >= part.last or not _is_condition(page, index, length):
                continue
            if force in _CONDITIONAL or _lies_ahead(page, part):
                return Words(index, _condition_end(page, index + length, part.last))
    return None


def _is_condition(page: Page, index: int, length: int) -> bool:
    """Whether an "if" is one: no "whether", no "as if", and "in the case of" something that happens, not of a state."""
    words = page.grammar.words
    after = index + length
    before = page.folded[index - 1]
    if before in words["whether"]:
        return False
    if page.folded[index] in words["if_or_whether"] and page.folded[after] in words["was"]:
        return page.is_punctuation(index - 1) or before in words["complementizers"] or before in words["particles"]
    if length == page.grammar.phrase_at("case_of", page.folded, index):
        owner = page.folded[min(after + 1, len(page.folded) - 1)]
        articles = tuple(words["articles"])
        named = owner.startswith(articles) or page.folded[after].startswith(articles) or after + 1 in page.mention_at
        return (
            named
            or page.folded[after] in words["negations"]
            or page.folded[after].endswith(
                tuple(pronoun for pronoun in words["verbal_noun_pronouns"] if len(pronoun) > 1)
            )
        )
    return True


def _lies_ahead(page: Page, part: Words) -> bool:
    """Whether a future form stands in the words."""
    words = page.grammar.words
    prefixes = tuple(words["future_prefixes"])
    return any(
        word in words["future_words"]
        or (word.startswith(prefixes) and len(word) > _FUTURE and index not in page.mention_over)
        for index, word in enumerate(page.folded[part.first : part.last], start=part.first)
    )


def _condition_end(page: Page, index: int, last: int) -> int:
    while index < last:
        if (
            page.folded[index] in page.grammar.words["commas"]
            or page.folded[index] in page.grammar.words["consequences"]
        ):
            return index
        index += 1
    return last
