"""The setting of a statement: the medium or occasion, to whom it was said, and when."""

from rawi.model import Timex
from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.statements.sources import Words, is_nominal_content, is_recipient

# The longest name of a medium, in words.
_LONGEST = 16
# How far before its cue a medium or time may stand in the sentence, in words.
_BEFORE = 14


def find_channel(page: Page, draft: Draft) -> Words | None:
    """The medium or occasion between cue and content, else before the cue in its clause; with its preposition."""
    if draft.cue.kind in ("according", "said-in") and draft.source is not None:
        return _document(page, draft.source)
    first, last = gap(draft)
    found = _channel_in(page, draft, first, last)
    if found is not None or draft.cue.kind == "participle":
        return found
    start = max(page.sentence_start(draft.cue.first), draft.cue.first - _BEFORE)
    return _channel_in(page, draft, start, draft.cue.first) if start == page.sentence_start(draft.cue.first) else None


def gap(draft: Draft) -> tuple[int, int]:
    """The words between cue and content, half-open; none for a content that stands before its cue."""
    return draft.cue.last, max(draft.cue.last, draft.frame.gap_last)


def _document(page: Page, source: Words) -> Words | None:
    """A document that speaks is the channel of its issuer."""
    if page.folded[source.first] in page.grammar.words["documents"]:
        return Words(source.first, _phrase_end(page, source.first + 1, source.last))
    return None


def _channel_in(page: Page, draft: Draft, first: int, last: int) -> Words | None:
    grammar = page.grammar
    for index in range(first, last):
        word = page.folded[index]
        if word in grammar.words["channel_prepositions"] and index + 1 < last and _names_medium(page, index + 1, word):
            return Words(index, _phrase_end(page, index + 2, last))
    return None


def _names_medium(page: Page, index: int, preposition: str) -> bool:
    words = page.grammar.words
    word = page.folded[index]
    if preposition in words["audience_prepositions"]:
        return word in words["channel_places"] or word in words["channel_nouns"]
    return word in words["channel_nouns"] or word in words["social_media"]


def _phrase_end(page: Page, index: int, last: int) -> int:
    """The end of a medium's name: at a mark, a time, a nominal content, or the opener of the content."""
    stop = min(last, index + _LONGEST)
    while index < stop:
        quotation = page.quote_at.get(index)
        if quotation is not None and quotation.last < stop:
            index = quotation.last + 1
            continue
        if page.is_punctuation(index) or index in page.time_over or page.folded[index] in page.grammar.words["channel_ends"]:
            return index
        mention = page.mention_at.get(index)
        if mention is None and is_nominal_content(page, index) and page.folded[index] not in page.grammar.words["channel_nouns"]:
            return index
        index = min(mention.last, stop) if mention is not None else index + 1
    return index


def find_addressee(page: Page, draft: Draft) -> Words | None:
    """To whom it was said: the object of a verb that has one, else a person or body with the preposition "to"."""
    verb = draft.cue.verb
    if verb is not None and verb.object == "addressee" and draft.frame.object is not None:
        return draft.frame.object
    if verb is not None and verb.object == "addressee" and draft.frame.kind == "object":
        return None
    first, last = gap(draft)
    if draft.source is not None and draft.side == "after":
        first = max(first, draft.source.last)
    for index in range(first, last):
        if page.folded[index] in page.grammar.words["audiences"]:
            return Words(index, index + 1)
        if is_recipient(page, index):
            return Words(index, _phrase_end(page, index + 1, last))
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind in _PARTNERS and _is_joined_to(page, index):
            return Words(mention.first, mention.last)
    return None


# Kinds of mentions that can be spoken to.
_PARTNERS = frozenset({"person", "role", "government", "organization", "state", "group"})


def _is_joined_to(page: Page, index: int) -> bool:
    mention = page.mention_at[index]
    word = page.folded[index]
    return word[:1] in page.grammar.words["to"] and not page.reading.words.raw[index].startswith(mention.name[:2])


def find_time(page: Page, draft: Draft) -> Timex | None:
    """The day the article gives for the saying: a date beside the cue, in its gap, or at the beginning of its sentence."""
    first, last = gap(draft)
    found = _date_in(page, first, last)
    if found is not None or draft.cue.kind == "participle":
        return found
    if draft.cue.kind in ("reported", "according") and draft.source is not None:
        found = _date_in(page, draft.source.first, min(draft.source.last + 3, page.sentence_end(draft.cue.first)))
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
