"""The source beside a cue: the noun phrase after the verb, before it, or after a preposition."""

import msgspec

from rawi.statements.cues import Cue
from rawi.statements.page import Page

# The longest source, in words.
_LONGEST = 30


class Words(msgspec.Struct, frozen=True):
    """A stretch of words ``[first, last)``."""

    first: int
    last: int


def source_after(page: Page, first: int, last: int) -> Words | None:
    """The noun phrase at the beginning of words ``[first, last)``, None when they begin with something else.

    The phrase runs to the first punctuation mark, preposition, time, relative pronoun or nominal content; a mention is
    taken whole, and a preposition that belongs to a title ("the spokesman in Baghdad") stays in it.
    """
    while first < last and (page.folded[first] in page.grammar.words["adverbs"] or first in page.time_over):
        first += 1
    if first < last and _is_joined_recipient(page, first):
        return None
    end = min(last, first + _LONGEST)
    index = first
    while index < end:
        following = _step(page, first, index, end)
        if following is None:
            break
        index = following
    return Words(first, index) if index > first else None


def _step(page: Page, first: int, index: int, end: int) -> int | None:
    """The word after the piece of the noun phrase that begins at ``index``; None when the phrase ends there."""
    quotation = page.quote_at.get(index)
    if quotation is not None:
        return quotation.last + 1 if quotation.last - quotation.first <= 6 and quotation.last < end else None
    if page.folded[index] == "(" and index > first:
        closing = next((at for at in range(index, min(end, index + 8)) if page.folded[at] == ")"), None)
        return None if closing is None else closing + 1
    if page.is_punctuation(index):
        return index + 1 if page.folded[index] in page.grammar.words["inner_punctuation"] and index > first else None
    word = page.folded[index]
    if word in page.grammar.words["complementizers"]:
        return None
    mention = page.mention_at.get(index)
    if mention is not None and mention.last <= end and not _joined_recipient(page, index, first):
        return None if index > first and _is_complete(page, first, index) else mention.last
    if index in page.time_over and mention is None:
        return None
    return _plain_step(page, first, index, end)


def _plain_step(page: Page, first: int, index: int, end: int) -> int | None:
    word = page.folded[index]
    words = page.grammar.words
    if word in words["relatives"] or word in words["complementizers"] or word in words["adverbs"]:
        return None
    if word in words["prepositions"]:
        return index + 1 if index > first and _belongs(page, first, index, end) else None
    if index > first and (_ends_phrase(page, first, index) or _joined_recipient(page, index, first)):
        return None
    return index + 1


def _ends_phrase(page: Page, first: int, index: int) -> bool:
    """Whether a nominal content begins at the word, the noun phrase before it being complete: definite, or a mention."""
    if not is_nominal_content(page, index):
        return False
    if page.folded[index] in page.grammar.words["content_nouns"]:
        return True
    before = page.folded[index - 1]
    return index - 1 in page.mention_over or before.startswith(tuple(page.grammar.words["articles"]))


def _belongs(page: Page, first: int, index: int, end: int) -> bool:
    """Whether a preposition inside a noun phrase belongs to it: after an unnamed source or a title, before a place or body."""
    if page.folded[index] not in page.grammar.words["title_prepositions"] or index + 1 >= end:
        return False
    after = page.folded[index + 1]
    if after in page.grammar.words["channel_nouns"] or index + 1 in page.time_over or after in page.grammar.words["channel_places"]:
        return False
    inside = page.mention_over.get(index - 1)
    return inside is None or inside.kind in ("role", "group")


def _joined_recipient(page: Page, index: int, first: int) -> bool:
    """Whether the word, not the first of the phrase, is an outlet or audience with a joined preposition ("to Reuters")."""
    return index > first and _is_joined_recipient(page, index)


def _is_joined_recipient(page: Page, index: int) -> bool:
    if page.folded[index] in page.grammar.words["recipients"]:
        return True
    mention = page.mention_at.get(index)
    return mention is not None and mention.kind == "outlet" and not page.reading.words.raw[index].startswith(mention.name[:2])


def _is_complete(page: Page, first: int, index: int) -> bool:
    """Whether the noun phrase ended before this mention: what stands before it is a whole mention of its own."""
    before = page.mention_over.get(index - 1)
    return before is not None and before.first >= first and before.kind in ("person", "state", "organization", "party", "armed_group")


def is_nominal_content(page: Page, index: int) -> bool:
    """Whether the word can begin a nominal content: a verbal noun without article, or a noun with a possessive pronoun."""
    word = page.folded[index]
    grammar = page.grammar
    if word in grammar.words["content_nouns"]:
        return True
    if index in page.mention_over:
        return False
    return is_verbal_noun(page, word)


def is_verbal_noun(page: Page, word: str) -> bool:
    """Whether a folded word is written like a verbal noun, a possessive pronoun allowed after it."""
    return page.grammar.verbal_noun(word)


def source_before(page: Page, cue: Cue) -> Words | None:
    """The subject that stands before a finite verb, in its clause; None when the verb opens its clause.

    A relative pronoun right before the verb refers to the noun phrase before it.
    """
    if cue.proclitic in page.grammar.words["conjunctions"] and cue.proclitic:
        return None
    start = page.sentence_start(cue.first)
    last = cue.first
    words = page.grammar.words
    while last > start and page.folded[last - 1] in words["verb_particles"]:
        last -= 1
    if last > start and page.folded[last - 1] in words["relatives"]:
        last -= 1
        if last > start and page.folded[last - 1] in words["commas"]:
            last -= 1
    first = last
    while first > start and last - first < _LONGEST and not _opens_clause(page, first - 1):
        first -= 1
    return Words(first, last) if first < last else None


def _opens_clause(page: Page, index: int) -> bool:
    """Whether a clause begins after this word: a comma, a complementizer, a conjunction, an opening mark."""
    word = page.folded[index]
    words = page.grammar.words
    if index in page.mention_over:
        return False
    if page.is_punctuation(index):
        return word not in words["inner_punctuation"]
    return word in words["particles"] or word in words["complementizers"] or word in words["clause_breaks"]


def source_of_preposition(page: Page, first: int, last: int) -> Words | None:
    """The source after ``according to``: like `source_after`, a preposition joined to its first word allowed."""
    return source_after(page, first, last)
