"""To whom a statement was said: the object of a verb of addressing, a recipient, the partner of a meeting or letter."""

import msgspec

from rawi.model import Span
from rawi.statements.draft import Draft
from rawi.statements.frames import object_at
from rawi.statements.medium import channel_kind, spoken_gap
from rawi.statements.page import Page, Words
from rawi.statements.sources import is_recipient, own_preposition, source_step

# The longest name of a recipient, in words.
_LONGEST = 8
# Kinds a newspaper's name may be taken for.
_OUTLET_LIKE = frozenset({"outlet", "place"})
# How far before its verb "had" may stand, in words.
_HAD = 14
# A definite sound plural is longer than this, in letters.
_PLURAL = 6
# How far after the verb or its subject the one who is asked is named, in words.
_NEAR = 3
# The longest name in quotation marks, in words.
_QUOTED_NAME = 4
# Kinds of media that have another side.
_TWO_SIDED = frozenset({"meeting", "letter", "phone-call"})
# What may stand between the letter of a joined preposition and the name.
_TATWEEL_AND_SPACE = "\u0640 "


class Partners(msgspec.Struct, frozen=True):
    """A source as far as it names who speaks, and who is spoken to where its words name that too."""

    source: Words | None
    addressee: Words | None


def split_partners(page: Page, draft: Draft) -> Partners:
    """Who speaks and who is spoken to in the words after a cue.

    "He said to the deputies" has no subject; "an official told the agency" has both; of "she called on the council
    to ..." and "the council called for ..." the verb's form and what it needs tell which it is.
    """
    source = draft.source
    if source is None or draft.side != "after" or draft.cue.kind not in ("verb", "reported"):
        return Partners(source, None)
    to = _recipient_in(page, draft, source)
    if to is not None:
        speaker = Words(source.first, to) if to > source.first else None
        last = max(source.last, _name_end(page, to, page.sentence_end(draft.cue.first)))
        return Partners(speaker, None if page.folded[to] in page.grammar.words["broadcasts"] else Words(to, last))
    if not _addresses(page, draft) or draft.frame.object is not None or _after_comma(page, draft) is not None:
        return Partners(source, None)
    place = _object_in(page, draft, source)
    if place is None:
        return Partners(source, None)
    whole = object_at(page, place, page.sentence_end(draft.cue.first)) or Words(place, source.last)
    return Partners(Words(source.first, place) if place > source.first else None, whole)


def _addresses(page: Page, draft: Draft) -> bool:
    verb = draft.cue.verb
    if verb is None:
        return False
    return verb.object == "addressee" or page.grammar.has_lemma("addressing_lemmas", verb.lemma)


def _recipient_in(page: Page, draft: Draft, source: Words) -> int | None:
    """The first word of a source that begins with a joined "to" and no outlet's own name ("the site of the paper")."""
    if _begins_with_to(page, source.first):
        return None if own_preposition(page, draft.cue, source.first) else source.first
    if (
        page.folded[source.first] in page.grammar.words["outlet_words"]
        or page.folded[source.first] in page.grammar.words["branches"]
    ):
        return None
    for index in range(source.first + 1, source.last):
        if _is_recipient(page, index):
            return index
    return None


def _is_recipient(page: Page, index: int) -> bool:
    """Whether the word is an outlet or audience with a joined preposition; the letter alone needs an outlet."""
    if not is_recipient(page, index):
        return False
    if page.folded[index] not in page.grammar.words["to"]:
        return True
    named = next((page.mention_at[at] for at in (index + 1, index + 2) if at in page.mention_at), None)
    return named is None or named.kind in _OUTLET_LIKE


def _begins_with_to(page: Page, index: int) -> bool:
    """Whether the preposition "to" is joined to the word: the spelling with the article shows it, else a mention."""
    word = page.folded[index]
    words = page.grammar.words
    if _is_recipient(page, index) or word in words["audiences"]:
        return True
    if not page.grammar.has_joined(word, words["to"]):
        return False
    mention = page.mention_over.get(index)
    if word[:2] in words["to_the"]:
        return mention is None or mention.first == index
    raw = page.reading.words.raw[index]
    return mention is not None and mention.first == index and not raw.startswith(mention.name[:2])


def _object_in(page: Page, draft: Draft, source: Words) -> int | None:
    """Where the object begins in the words taken for the source; None when all of them are the subject."""
    if _is_object(page, draft, source.first):
        return source.first
    index = source_step(page, source.first, source.last)
    while index < source.last:
        if _second_begins(page, source.first, index):
            return index
        index = source_step(page, index, source.last)
    return None


def _is_object(page: Page, draft: Draft, index: int) -> bool:
    """Whether the noun phrase right after a verb cannot be its subject.

    The verb is plural, has its subject before it, or is of the other gender; the noun is in the accusative; or the
    verb needs an object and has no other.
    """
    form = draft.cue.form
    words = page.grammar.words
    if form is None or draft.cue.verb is None or form.pronoun:
        return False
    if form.person != 3:
        return True
    word = page.folded[index]
    if form.number in ("pl", "du") or _has_subject_before(page, draft):
        return True
    if _is_accusative(page, index) or word in words["addressed"]:
        return True
    if form.gender == "m" and word.startswith(tuple(words["articles"])) and word[-1:] in words["feminine_endings"]:
        return word not in words["masculine_with_tie"]
    return page.grammar.has_lemma("needs_addressee", draft.cue.verb.lemma)


def _has_subject_before(page: Page, draft: Draft) -> bool:
    """Whether the verb is the second half of "X had ..." with its subject X between the two."""
    words = page.grammar.words
    first = draft.cue.first
    start = max(page.sentence_start(first), first - _HAD)
    if first == start or page.folded[first - 1] not in words["already"]:
        return False
    return any(page.folded[at] in words["had"] for at in range(start, first - 2))


def _is_accusative(page: Page, index: int) -> bool:
    """Whether the word is a sound masculine plural in the accusative or genitive, with the article."""
    word = page.folded[index]
    mention = page.mention_at.get(index)
    if mention is not None and mention.kind in ("person", "state", "place"):
        return False
    words = page.grammar.words
    return (
        word.endswith(tuple(words["oblique_plurals"]))
        and word.startswith(tuple(words["articles"]))
        and len(word) > _PLURAL
    )


def _second_begins(page: Page, first: int, index: int) -> bool:
    """Whether a second noun phrase begins at the word, after a whole first one."""
    words = page.grammar.words
    word, before = page.folded[index], page.folded[index - 1]
    if word in words["all_of"]:
        return True
    whole = before.startswith(tuple(words["articles"])) or before in words["adverbs"]
    over = page.mention_over.get(index - 1)
    named = over is not None and over.last == index and over.kind == "person" and over.first >= first
    if word in words["addressed"] and (whole or named):
        return True
    return _is_accusative(page, index) and (named or (whole and not before.endswith(tuple(words["oblique_plurals"]))))


def find_addressee(page: Page, draft: Draft, channel: Words | None = None) -> Words | None:
    """To whom it was said; None where the text does not say.

    The object of a verb that has one, a recipient between cue and content, else the partner of the meeting or letter
    it was said in.
    """
    partners = split_partners(page, draft)
    if partners.addressee is not None:
        return None if _within(partners.addressee, channel) else partners.addressee
    if draft.cue.kind != "noun" and _addresses(page, draft):
        found = draft.frame.object or _after_comma(page, draft)
        own = found is not None and (
            not _begins_name(page, found.first) or own_preposition(page, draft.cue, found.first)
        )
        return found if found is not None and not own else _asked(page, draft)
    if draft.cue.kind in ("participle", "noun"):
        return _addressed_before(page, draft)
    return _asked(page, draft) or _recipient(page, draft, channel) or _partner(page, channel)


def _addressed_before(page: Page, draft: Draft) -> Words | None:
    """The object of a verb of addressing that a participle or noun goes on with ("he addressed them, saying")."""
    cue = draft.cue
    start = max(page.sentence_start(cue.first), cue.first - _LONGEST)
    for index in range(cue.first - 2, start - 1, -1):
        if page.is_punctuation(index):
            return None
        for _, form, verb in page.lexicon.cues.verb_readings(page.folded[index]):
            if verb.object == "addressee" and form.tense in ("past", "present") and not form.pronoun:
                found = object_at(page, index + 1, cue.first)
                return found if found is not None and found.last == cue.first else None
    return None


def _begins_name(page: Page, index: int) -> bool:
    """Whether an object can begin at the word: no stray letter, no further member of a list before it."""
    mention = page.mention_at.get(index)
    raw = page.reading.words.raw[index]
    listed = (
        mention is not None and raw[:1] in page.grammar.words["conjunctions"] and not mention.name.startswith(raw[:1])
    )
    return len(raw) > 1 and not listed


def _asked(page: Page, draft: Draft) -> Words | None:
    """The one something is asked "from"."""
    verb = draft.cue.verb
    if verb is None or not page.grammar.has_lemma("asks_from", verb.lemma):
        return None
    first = draft.source.last if draft.source is not None and draft.side == "after" else draft.cue.last
    last = min(page.sentence_end(draft.cue.first) - 1, first + _NEAR)
    words = page.grammar.words
    for index in range(first, max(last, draft.frame.gap_last - 1)):
        if page.folded[index] in words["from"] and (index < last or page.folded[index - 1] in words["commas"]):
            named = page.folded[index + 1] not in words["prepositions"] and not page.is_punctuation(index + 1)
            return object_at(page, index + 1, page.sentence_end(draft.cue.first)) if named else None
    return None


def _after_comma(page: Page, draft: Draft) -> Words | None:
    """The object of a verb whose subject a comma closes: the noun phrase right before the verb's own preposition."""
    source, last = draft.source, draft.frame.gap_last
    if source is None or draft.side != "after" or draft.frame.kind not in ("preposition", "clause"):
        return None
    index = source.last
    commas = page.grammar.words["commas"]
    if index + 1 >= last or page.folded[index] not in commas:
        return None
    first = max((at + 1 for at in range(index, last) if page.folded[at] in commas), default=last)
    words = page.grammar.words
    if (
        first >= last
        or page.folded[first] in words["prepositions"]
        or page.folded[first] in words["adverbs"]
        or first in page.time_over
    ):
        return None
    found = object_at(page, first, last)
    return found if found is not None and found.last == last else None


def _recipient(page: Page, draft: Draft, channel: Words | None) -> Words | None:
    """A recipient between cue and content: an audience anywhere, another one where nothing else governs it."""
    first, last = spoken_gap(page, draft)
    if draft.source is not None and draft.side == "after":
        first = max(first, draft.source.last)
    words = page.grammar.words
    for index in range(first, last):
        if page.folded[index] in words["audiences"]:
            return Words(index, index + 1)
        if (
            page.folded[index] in words["audience_prepositions"]
            and index + 1 < last
            and page.folded[index + 1] in words["audience_people"]
        ):
            return Words(index + 1, _name_end(page, index + 1, last))
        if channel is not None and channel.first <= index < channel.last:
            continue
        if (
            _begins_with_to(page, index)
            and page.folded[index] not in words["broadcasts"]
            and _is_free(page, draft, index)
        ):
            return Words(index, _name_end(page, index, last))
    return None


def _is_free(page: Page, draft: Draft, index: int) -> bool:
    """Whether the word before is the cue, its source, a time, an adverb or a mark: nothing that asks for "of"."""
    if own_preposition(page, draft.cue, index):
        return False
    source = draft.source
    if index == draft.cue.last:
        return True
    if not _is_recipient(page, index) and index not in page.mention_at:
        return False
    if source is not None and index == source.last:
        return True
    before = page.folded[index - 1]
    return page.is_punctuation(index - 1) or index - 1 in page.time_over or before in page.grammar.words["adverbs"]


def _name_end(page: Page, index: int, last: int) -> int:
    """The end of a recipient's name: at a preposition, a mark, a time."""
    stop = min(last, index + _LONGEST)
    found = object_at(page, index, stop)
    end = found.last if found is not None else index + 1
    quotation = page.quote_at.get(end)
    named = quotation is not None and end == index + 1 and quotation.last - quotation.first <= _QUOTED_NAME
    return min(quotation.last + 1, last) if named and quotation is not None else end


def _partner(page: Page, channel: Words | None) -> Words | None:
    """The one a meeting was held with or a letter was written to, where the article names a person."""
    if channel is None or channel_kind(page, channel) not in _TWO_SIDED:
        return None
    words = page.grammar.words
    for index in range(channel.first + 2, channel.last):
        mention = page.mention_at.get(index)
        if mention is None or mention.kind not in ("person", "role") or mention.last > channel.last:
            continue
        before = page.folded[index - 1]
        own = before.endswith(tuple(words["verbal_noun_pronouns"])) or index - 1 in page.time_over
        if own or before in words["partner_prepositions"] or _begins_with_to(page, index):
            return Words(mention.first, mention.last)
    return None


def _within(inner: Words, outer: Words | None) -> bool:
    return outer is not None and outer.first <= inner.first and inner.last <= outer.last


def addressee_span(page: Page, addressee: Words | None) -> Span | None:
    """The words of an addressee, without a preposition joined to a name that has no article."""
    if addressee is None:
        return None
    span = page.span(addressee.first, addressee.last)
    first = page.folded[addressee.first]
    if not _is_recipient(page, addressee.first) or first[:2] in page.grammar.words["to_the"]:
        return span
    rest = span.text[1:].lstrip(_TATWEEL_AND_SPACE)
    return Span(span.end - len(rest), span.end, rest) if rest else span
