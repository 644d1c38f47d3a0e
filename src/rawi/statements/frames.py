"""The frame after a cue: its subject, what stands between, and what opens the content."""

from typing import Literal

import msgspec

from rawi.model import Quotation
from rawi.statements.cues import Cue
from rawi.statements.page import Page, Words
from rawi.statements.sources import is_nominal_content, is_recipient

FrameKind = Literal["clause", "quote", "colon", "preposition", "object", "bare", "before", "none"]

# How far from its cue a content may open, in words.
_REACH = 70
# A quotation of so few words beside a cue is a name or a scare quote, unless it ends the clause.
_SHORT_QUOTE = 3
# "His name" stands this near after a verb that withholds it ("asked not to be named"), in words.
_WITHHELD = 5


class Frame(msgspec.Struct, frozen=True):
    """How a cue is completed.

    ``opens`` is the first word of the content, ``gap_last`` the end (half-open) of the words between cue and opener,
    ``opener`` the folded word that opens the content, ``quotation`` the quotation it is, ``subject`` the noun phrase
    after the cue, ``object`` a direct object that is not the content itself.
    """

    kind: FrameKind
    opens: int
    gap_last: int
    opener: str = ""
    quotation: Quotation | None = None
    subject: Words | None = None
    object: Words | None = None


def find_frame(page: Page, cue: Cue, subject: Words | None) -> Frame:
    """The frame of a cue whose subject after it is ``subject``, None when it has none there."""
    end = min(page.sentence_end(cue.last - 1), cue.last + _REACH)
    near = index = subject.last if subject is not None else cue.last
    target: Words | None = None
    while index < end:
        frame = _opening(page, cue, index, end, near)
        if frame is not None:
            return _completed(cue, frame, subject, target)
        if index > cue.last and _starts_other_cue(page, index):
            break
        if target is None and _begins_object(page, cue, index, subject):
            if cue.verb is not None and cue.verb.object == "content":
                return Frame("object", index, index, subject=subject)
            target = object_at(page, index, end)
            index = target.last if target is not None else index + 1
            continue
        index = _skip(page, index, end)
    if target is not None:
        return Frame("object", target.first, target.first, subject=subject, object=target)
    return Frame("none", index, index, subject=subject)


def _completed(cue: Cue, frame: Frame, subject: Words | None, target: Words | None) -> Frame:
    """The frame with its subject and object; what is said of a target begins with the target."""
    if target is not None and cue.verb is not None and cue.verb.object == "target":
        frame = msgspec.structs.replace(frame, kind="object", opens=target.first, gap_last=target.first)
    return msgspec.structs.replace(frame, subject=subject, object=target)


def _opening(page: Page, cue: Cue, index: int, end: int, near: int) -> Frame | None:
    word = page.folded[index]
    grammar = page.grammar
    if word in grammar.words["complementizers"] and page.folded[index - 1] not in grammar.words["brackets"]:
        return _clause(page, cue, index, end)
    quotation = page.quote_at.get(index)
    if quotation is not None:
        whole = is_content(page, quotation, end, beside=index <= near + 1)
        if not whole and index == near and _takes_object(cue) and quotation.last - quotation.first <= _SHORT_QUOTE:
            return Frame("object", index, index)
        return Frame("quote", quotation.first, index, quotation=quotation) if whole else None
    if word == ":" and index + 1 < end:
        return _after_colon(page, cue, index, end)
    if index == cue.last and grammar.phrase_at("interrogatives", page.folded, index):
        return Frame("clause", index, index, opener=word)
    return _prepositional(page, cue, index, end)


def _clause(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    """The clause a complementizer opens, whatever preposition stands before it; a bare complementizer is left out."""
    before = index
    while before > cue.last and page.folded[before - 1] in page.grammar.words["clause_prepositions"]:
        before -= 1
    bare = page.folded[index] in page.grammar.words["bare_complementizers"]
    opens = index + 1 if bare else index
    return Frame("clause", opens, before, opener=page.folded[index]) if opens < end else None


def _after_colon(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    """What stands after a colon: a clause where a complementizer follows, a quotation, else speech without marks."""
    after = index + 1
    if page.folded[after] in page.grammar.words["complementizers"]:
        clause = _clause(page, cue, after, end)
        return None if clause is None else msgspec.structs.replace(clause, gap_last=index)
    quotation = page.quote_at.get(after)
    if quotation is not None:
        return Frame("quote", quotation.first, index, opener=":", quotation=quotation)
    return Frame("colon", after, index, opener=":")


def is_content(page: Page, quotation: Quotation, end: int, *, beside: bool) -> bool:
    """Whether a quotation after a cue is what was said and not a name; a short one only ``beside`` the cue."""
    length = quotation.last - quotation.first
    if length > _SHORT_QUOTE or not beside:
        return length > _SHORT_QUOTE
    after = quotation.last + 1
    return length > 0 and (after >= end or page.is_punctuation(after)) and not _opener_follows(page, after, end)


def _opener_follows(page: Page, index: int, end: int) -> bool:
    openers = page.grammar.words["complementizers"]
    return any(page.folded[at] in openers or page.folded[at] == ":" or at in page.quote_at for at in range(index, end))


def _starts_other_cue(page: Page, index: int) -> bool:
    """Whether a new cue begins here: a finite verb after a conjunction or comma, or a participle after one."""
    if any(word in page.grammar.words["own_name"] for word in page.folded[index + 2 : index + _WITHHELD]):
        return False
    for proclitic, form, _ in page.lexicon.cues.verb_readings(page.folded[index]):
        after_comma = page.is_punctuation(index - 1)
        turned = page.folded[index - 1] in page.grammar.words["turn_words"]
        if form.tense in ("past", "present") and form.person == 3 and (proclitic or after_comma or turned):
            return not (form.tense == "past" and page.folded[index] in page.grammar.words["content_nouns"])
        if form.tense == "participle" and form.gender and not form.pronoun:
            return True
    return False


def _prepositional(page: Page, cue: Cue, index: int, end: int) -> Frame | None:
    """A verbal noun after a preposition the verb's entry asks for, written apart or joined to the word.

    A preposition that opens a medium ("in a speech"), a time, or a clause of its own is none of the verb's.
    """
    if cue.verb is None or index + 1 >= end or page.folded[index - 1] in page.grammar.words["issued_words"]:
        return None
    word, after = page.folded[index], page.folded[index + 1]
    wanted = page.lexicon.cues.prepositions[cue.verb.lemma]
    if after in page.grammar.words["complementizers"]:
        return None
    if word in wanted and len(word) > 1:
        if after in page.grammar.words["channel_nouns"] or index + 1 in page.time_over:
            return None
        return Frame("preposition", index + 1, index, opener=word)
    if word in wanted and index + 1 in page.quote_at:
        return Frame("preposition", index + 1, index, opener=word)
    if _is_joined(page, index, wanted):
        return Frame("preposition", index, index, opener=word[:1])
    return None


def _is_joined(page: Page, index: int, prepositions: frozenset[str]) -> bool:
    """Whether one of the prepositions is joined to the word: its first letter is no part of a name or recipient."""
    word = page.folded[index]
    if not page.grammar.has_joined(word, prepositions) or word in page.grammar.words["recipients"]:
        return False
    mention = page.mention_over.get(index)
    if mention is None:
        return True
    raw = page.reading.words.raw[index]
    return mention.first == index and not mention.name.startswith(raw)


def _takes_object(cue: Cue) -> bool:
    return cue.verb is not None and cue.verb.object == "content" and (cue.form is None or not cue.form.pronoun)


def _begins_object(page: Page, cue: Cue, index: int, subject: Words | None) -> bool:
    """Whether a direct object begins at the word: a noun phrase right after the verb, its subject, or a side phrase."""
    if cue.verb is None or not cue.verb.object or cue.verb.object == "repeat" or page.is_punctuation(index):
        return False
    if cue.form is not None and cue.form.pronoun and cue.form.tense in ("past", "present"):
        return False
    word = page.folded[index]
    words = page.grammar.words
    if (
        word in words["prepositions"]
        or word in words["adverbs"]
        or word in words["relatives"]
        or index in page.time_over
    ):
        return False
    if is_recipient(page, index) or word in words["verb_particles"]:
        return False
    near = subject.last if subject is not None else cue.last
    if index == near or is_nominal_content(page, index):
        return True
    return cue.verb.object != "content" and index in page.mention_at


def object_at(page: Page, index: int, end: int) -> Words | None:
    """The noun phrase of a direct object that begins at ``index``: to the next preposition, mark, time or opener."""
    first = index
    words = page.grammar.words
    while index < end:
        mention = page.mention_at.get(index)
        word = page.folded[index]
        if mention is not None:
            index = mention.last
        elif (
            (
                index > first
                and (word in words["prepositions"] or word in words["complementizers"] or index in page.time_over)
            )
            or page.is_punctuation(index)
            or (index > first and _is_joined(page, index, words["joined_prepositions"]))
        ):
            break
        else:
            index += 1
    return Words(first, index) if index > first else None


def _skip(page: Page, index: int, end: int) -> int:
    """The word after the side phrase at ``index``: a quotation, a time, a mention, or one word."""
    quotation = page.quote_at.get(index)
    if quotation is not None:
        return max(index + 1, min(quotation.last + 1, end))
    if index in page.time_over:
        return page.time_over[index]
    word = page.folded[index]
    if word in page.grammar.words["relatives"]:
        return _skip_relative(page, index + 1, end)
    if word in page.grammar.words["channel_prepositions"] and index + 1 < end:
        after = page.folded[index + 1]
        opens = after in page.grammar.words["complementizers"] or index + 1 in page.quote_at
        return index + 1 if opens else _skip_phrase(page, index + 1, end)
    return index + 1


def _skip_relative(page: Page, index: int, end: int) -> int:
    """The end of a relative clause: the next comma, complementizer, colon or quotation."""
    words = page.grammar.words
    while index < end:
        word = page.folded[index]
        if word in words["commas"] or word in words["complementizers"] or word == ":" or index in page.quote_at:
            return index
        index += 1
    return index


def _skip_phrase(page: Page, index: int, end: int) -> int:
    """The end of the noun phrase after a preposition: at least one word, then until something new begins."""
    index += 1
    while index < end:
        word = page.folded[index]
        if page.is_punctuation(index) or index in page.time_over or is_nominal_content(page, index):
            return index
        if word in page.grammar.words["prepositions"] or word in page.grammar.words["complementizers"]:
            return index
        mention = page.mention_at.get(index)
        index = mention.last if mention is not None else index + 1
    return index
