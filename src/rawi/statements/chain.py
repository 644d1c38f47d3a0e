"""The chain of attribution: who carried a statement to the article, and who is behind a document that speaks."""

import msgspec

from rawi.model import Hop
from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.statements.partners import split_partners
from rawi.statements.sources import Words, source_after


class Chain(msgspec.Struct, frozen=True):
    """The source as the chain reads it, and the carriers before it, the outermost first."""

    source: Words | None
    carriers: tuple[Words, ...]


def read_chain(page: Page, draft: Draft) -> Chain:
    """The carriers of a draft and its real source.

    "The agency quoted X as saying" makes the agency a carrier and X the source; so does "the agency said, quoting X".
    "According to the agency" between cue and content is a carrier too. What an outlet itself says has none.
    """
    split = split_partners(page, draft)
    if split.source != draft.source:
        return Chain(split.source, _according_in(page, draft))
    if draft.source is None or draft.side != "after":
        return Chain(draft.source, _according_in(page, draft))
    first, last = draft.source.last, max(draft.frame.gap_last, draft.source.last)
    quoted = _quoted_source(page, draft, first, last)
    if quoted is not None:
        return Chain(quoted, (draft.source,))
    return Chain(draft.source, _according_in(page, draft))


def _quoted_source(page: Page, draft: Draft, first: int, last: int) -> Words | None:
    """The one a carrier quotes: after "from" or "to" of a carrying verb, or after "quoting" of any."""
    grammar = page.grammar
    carrying = draft.cue.lemma in grammar.raw_words["carrying_lemmas"]
    for index in range(first, last):
        word = page.folded[index]
        if carrying and word in grammar.words["carrying_prepositions"] and index + 1 < last:
            return source_after(page, draft.cue, index + 1, last) or Words(index + 1, last)
        length = grammar.phrase_at("quoting", page.folded, index)
        if length and index + length < last:
            return source_after(page, draft.cue, index + length, last) or Words(index + length, last)
    return None


def _according_in(page: Page, draft: Draft) -> tuple[Words, ...]:
    """The carriers named by "according to" between a cue and its content."""
    if draft.cue.kind != "verb":
        return ()
    for index in range(draft.cue.last, draft.frame.gap_last):
        for words, phrase in page.lexicon.cues.phrases_at(page.folded[index]):
            after = index + len(words)
            if phrase.kind == "according" and tuple(page.folded[index:after]) == words and after < draft.frame.gap_last:
                found = source_after(page, draft.cue, after, draft.frame.gap_last)
                return (found,) if found is not None else ()
    return ()


def to_hop(page: Page, carrier: Words) -> Hop:
    """The record of a carrier: its mention's name when it is one, else its words."""
    span = page.span(carrier.first, carrier.last)
    for index in range(carrier.first, carrier.last):
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind == "outlet":
            aliases = (span.text,) if span.text != mention.name else ()
            return Hop(mention.name, aliases, span, mention.kind)
    text = span.text.strip("«»“”\"' ")
    return Hop(text, (), span, "")
