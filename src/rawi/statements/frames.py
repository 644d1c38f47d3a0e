"""The frame around a cue: what opens its content, and where the words between cue and content end."""

from typing import Literal

import msgspec

from rawi.model import Quotation
from rawi.statements.cues import Cue
from rawi.statements.page import Page

FrameKind = Literal["clause", "quote", "colon", "preposition", "object", "before", "none"]

# How far from its cue a content may open, in words.
_REACH = 60
# A quotation of so few words beside a cue is a name or a scare quote, unless it ends the sentence.
_SHORT_QUOTE = 3


class Frame(msgspec.Struct, frozen=True):
    """What opens the content: its kind, the first word of the content, and the end (half-open) of the gap before it.

    ``quotation`` is the quotation the content is, for ``quote``; ``opener`` the folded word that opens it.
    """

    kind: FrameKind
    opens: int
    gap_last: int
    opener: str = ""
    quotation: Quotation | None = None


def find_frame(page: Page, cue: Cue) -> Frame:
    """The nearest frame after the cue that its lexicon entry takes; ``none`` when nothing opens a content."""
    end = min(page.sentence_end(cue.last - 1), cue.last + _REACH)
    index = cue.last
    while index < end:
        frame = _frame_at(page, cue, index, end) or _prepositional(page, cue, index, end)
        if frame is not None:
            return frame
        if index > cue.last and _starts_other_cue(page, index):
            break
        quotation = page.quote_at.get(index)
        index = index + 1 if quotation is None else max(index + 1, min(quotation.last + 1, end))
    return Frame("none", index, index)


def _frame_at(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    word = page.folded[index]
    grammar = page.grammar
    if word in grammar.words["complementizers"]:
        return _clause(page, cue, index, end)
    quotation = page.quote_at.get(index)
    if quotation is not None and _is_content(page, cue, quotation, end):
        return Frame("quote", quotation.first, index, quotation=quotation)
    if word == ":" and index + 1 < end:
        return _after_colon(page, cue, index, end)
    if index == cue.last and grammar.phrase_at("interrogatives", page.folded, index):
        return Frame("clause", index, index, opener=word)
    return None


def _clause(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    before = index
    while before > cue.last and page.folded[before - 1] in page.grammar.words["clause_prepositions"]:
        before -= 1
    bare = page.folded[index] in page.grammar.words["bare_complementizers"]
    opens = index + 1 if bare else index
    if opens >= end:
        return None
    return Frame("clause", opens, before, opener=page.folded[index])


def _after_colon(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    after = index + 1
    if page.folded[after] in page.grammar.words["complementizers"]:
        clause = _clause(page, cue, after, end)
        return None if clause is None else msgspec.structs.replace(clause, gap_last=index)
    quotation = page.quote_at.get(after)
    if quotation is not None:
        return Frame("quote", quotation.first, index, opener=":", quotation=quotation)
    return Frame("colon", after, index, opener=":")


def _is_content(page: Page, cue: Cue, quotation: Quotation, end: int) -> bool:
    """Whether a quotation after the cue is what was said, not a name in quotation marks."""
    length = quotation.last - quotation.first
    if length > _SHORT_QUOTE:
        return True
    after = quotation.last + 1
    ends = after >= end or page.is_punctuation(after)
    return length > 0 and ends and quotation.first - 1 > cue.last and not _complement_follows(page, after, end)


def _complement_follows(page: Page, index: int, end: int) -> bool:
    complementizers = page.grammar.words["complementizers"]
    return any(page.folded[at] in complementizers or page.folded[at] == ":" or at in page.quote_at for at in range(index, end))


def _starts_other_cue(page: Page, index: int) -> bool:
    """Whether a new finite cue begins here: joined by a conjunction, or after a comma."""
    for proclitic, form, _ in page.lexicon.cues.verb_readings(page.folded[index]):
        if form.tense in ("past", "present") and (proclitic or page.is_punctuation(index - 1)):
            return True
        if form.tense == "participle" and page.is_punctuation(index - 1):
            return True
    return False


def _prepositional(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    if cue.verb is None or index + 1 >= end:
        return None
    word = page.folded[index]
    wanted = page.lexicon.cues.prepositions[cue.verb.lemma]
    if word in wanted and len(word) > 1:
        after = page.folded[index + 1]
        if after in page.grammar.words["channel_nouns"] or index + 1 in page.time_over:
            return None
        return Frame("preposition", index + 1, index, opener=word)
    if word[:1] in wanted and len(word) > _JOINED and _is_joined(page, index):
        return Frame("preposition", index, index, opener=word[:1])
    return None


# A word with a joined preposition is longer than this.
_JOINED = 3


def _is_joined(page: Page, index: int) -> bool:
    """Whether the first letter of the word is a joined preposition and not part of a name or of another word."""
    word = page.folded[index]
    if word in page.grammar.words["not_joined"]:
        return False
    mention = page.mention_over.get(index)
    return mention is None or (mention.first == index and page.reading.words.starts[index] < mention.start + 1 and _starts_after(page, index))


def _starts_after(page: Page, index: int) -> bool:
    mention = page.mention_over[index]
    return not page.reading.words.raw[index].startswith(mention.name.split(" ", 1)[0])
