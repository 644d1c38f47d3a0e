"""Noun phrases around a trigger, read without a parser: by particles, definiteness and what is known to be a name."""

import msgspec

from rawi.events.page import Page
from rawi.text.folding import fold_word

_MAX_WORDS = 9
_MAX_COORDINATED = 6
# A word no longer than this may end like a joined pronoun without having one.
_SHORT = 4


class Phrase(msgspec.Struct, frozen=True):
    """Words ``[first, last)`` that name somebody or something; ``skip`` letters of the first are joined to it."""

    first: int
    last: int
    skip: int = 0


def read_phrase(page: Page, at: int, stop: int, *, skip: int = 0) -> Phrase | None:
    """The noun phrase that begins at the word and ends before ``stop``, or None when none begins there."""
    here, quantified = _skip_openers(page, at, stop)
    if here >= stop or (here == at and _ends_phrase(page, here)):
        return None
    last = _extend(page, here, min(stop, here + _MAX_WORDS), quantified=quantified)
    if last <= here:
        return None
    if skip == 0 and (mention := page.mention_at.get(at)) is not None:
        skip = joined_letters(mention.text, mention.title, mention.name)
    return Phrase(at, last, skip)


def read_coordinated(page: Page, phrase: Phrase, stop: int) -> list[Phrase]:
    """The phrase and those joined to it by *and*: ``Russia, and the United States, and the alliance``."""
    found = [phrase]
    here = phrase.last
    while here < stop and len(found) < _MAX_COORDINATED:
        if page.is_word(here, "commas") and here + 1 < stop and _opens_coordinate(page, here + 1):
            here += 1
        if not _opens_coordinate(page, here):
            break
        nxt = read_phrase(page, here, stop, skip=_letters_of_conjunction(page, here))
        if nxt is None:
            break
        found.append(nxt)
        here = nxt.last
    return found


def phrase_before(page: Page, at: int, first: int) -> Phrase | None:
    """The noun phrase that ends just before the word, or None; never longer than its beginning can be told."""
    if at <= first:
        return None
    inside = page.inside[at - 1]
    if inside >= 0:
        return _grow_left(page, page.mentions[inside].first, at, first)
    if _ends_phrase(page, at - 1):
        return None
    return _grow_left(page, at - 1, at, first)


def is_verb(page: Page, at: int) -> bool:
    """Whether the word is a verb: known as one and not known as a noun or name."""
    known = page.verbs[at]
    if known is None:
        known = page.verbs[at] = _reads_as_verb(page, at)
    return known


def _reads_as_verb(page: Page, at: int) -> bool:
    word = page.folded[at]
    if page.inside[at] >= 0:
        return False
    for _, form, _ in page.verb_readings(at):
        if form.tense in ("past", "present"):
            return True
    verbal = False
    for _, form, (sense, _) in page.lexicon.events.readings(word):
        if not sense.verbal:
            return False
        verbal = verbal or form.tense != "noun"
    return verbal or any(form.tense in ("past", "present") for _, form, _ in page.lexicon.cues.verb_readings(word))


def is_definite(page: Page, at: int) -> bool:
    """Whether the word carries the article or is a name; a number word that begins like the article does not."""
    if page.is_word(at, "number_words"):
        return False
    if page.inside[at] >= 0 or page.lexicon.name_words.look_up(page.folded[at]).definite:
        return True
    return len(page.folded[at]) > _SHORT and page.folded[at].endswith(page.pronoun_endings)


def letters_of(raw: str, folded_prefix: str) -> int:
    """How many code points of the raw word its folded prefix covers."""
    for size in range(len(folded_prefix), len(raw) + 1):
        if fold_word(raw[:size]) == folded_prefix:
            return size
    return 0


def _skip_openers(page: Page, at: int, stop: int) -> tuple[int, bool]:
    here, quantified = at, False
    while (
        here < stop
        and page.mention_at.get(here) is None
        and (page.is_word(here, "phrase_openers") or (quantified and page.is_word(here, "particles") and here - at < 4))
    ):
        quantified = True
        here += 1
    # "what" alone opens nothing.
    return (here, quantified) if here < stop else (at, False)


def _extend(page: Page, here: int, stop: int, *, quantified: bool) -> int:
    start = here
    while here < stop:
        if here > start and page.is_word(here, "bound_parts"):
            here += 1
            continue
        mention = page.mention_at.get(here)
        if mention is not None and (here == start or _may_follow(page, here - 1, here)):
            here = min(mention.last, stop)
            continue
        if mention is not None or _ends_phrase(page, here):
            if here > start and _is_partitive(page, start, here, quantified=quantified):
                here += 1
                continue
            break
        if here > start and not _may_follow(page, here - 1, here):
            break
        here += 1
    return here


def _may_follow(page: Page, before: int, here: int) -> bool:
    """Whether the word goes on with the phrase: a definite one may follow any, an indefinite one only an indefinite."""
    look = page.lexicon.name_words.look_up(page.folded[here])
    if page.folded[here][:1].isdigit():
        return False
    if look.proclitic and page.mention_at.get(here) is not None:
        return False
    if _is_cut_off(page, before, here):
        return False
    mention = page.mention_at.get(here)
    if mention is not None:
        return page.inside[before] < 0 or mention.kind == "person"
    if is_definite(page, before) and not page.folded[before][:1].isdigit():
        return look.definite and not page.has(here, "people_definite")
    return True


def _is_cut_off(page: Page, before: int, here: int) -> bool:
    """Whether the form of the word before shows that no construct follows, or that of the word that it begins anew.

    A sound plural or dual keeps its nun only outside a construct, and then its adjective ends like it; an indefinite
    accusative after a word that is none is the object.
    """
    inside = page.inside[before]
    named = inside >= 0 and page.mentions[inside].kind != "role"
    if named or page.is_word(before, "number_words") or page.folded[before][:1].isdigit():
        return False
    word, nxt = page.folded[before], page.folded[here]
    endings = page.classes["plural_endings"]
    if word[-2:] in endings and len(word) > 4:
        return nxt[-2:] != word[-2:]
    (accusative,) = page.classes["accusative"]
    return (
        nxt.endswith(accusative)
        and not word.endswith(accusative)
        and len(nxt) > 3
        and page.mention_at.get(here) is None
    )


def _is_partitive(page: Page, start: int, here: int, *, quantified: bool) -> bool:
    """``min`` after a quantity keeps the phrase open: forty members of the group."""
    if not page.is_word(here, "of_partitive"):
        return False
    if quantified or page.folded[start][:1].isdigit():
        return True
    return any(page.is_word(at, "partitives") or page.is_word(at, "number_words") for at in (start, here - 1))


def _ends_phrase(page: Page, at: int) -> bool:
    known = page.phrase_ends[at]
    if known is None:
        known = page.phrase_ends[at] = _cannot_go_on(page, at)
    return known


def _cannot_go_on(page: Page, at: int) -> bool:
    word = page.folded[at]
    if not word[:1].isalnum():
        return not page.is_word(at, "quote_marks")
    if word in page.conjunctions or page.is_particle(at) or page.time_of[at] >= 0:
        return True
    if page.mention_at.get(at) is not None:
        return False
    return is_verb(page, at) or _opens_coordinate(page, at)


def _opens_coordinate(page: Page, at: int) -> bool:
    """Whether the word is joined to the phrase before it by *and*."""
    word = page.folded[at]
    if not any(word.startswith(joined) for joined in page.conjunctions) or len(word) < 4:
        return False
    mention = page.mention_at.get(at)
    if mention is not None:
        return joined_letters(mention.text, mention.title, mention.name) > 0
    look = page.lexicon.name_words.look_up(word)
    if page.inside[at] >= 0 or is_verb(page, at):
        return False
    return (
        _is_joined_event(page, at)
        or look.proclitic in page.conjunctions
        or word[1:3] == page.article
        or (page.lexicon.name_words.look_up(word[1:]).parts != 0 and look.parts == 0)
    )


def _is_joined_event(page: Page, at: int) -> bool:
    """Whether the word is *and* with a noun that names an event: killed and wounded are two."""
    return any(proclitic in page.conjunctions for proclitic, _, _ in page.lexicon.events.readings(page.folded[at]))


def _letters_of_conjunction(page: Page, at: int) -> int:
    return letters_of(page.reading.words.raw[at], page.folded[at][:1])


def joined_letters(text: str, title: str, name: str) -> int:
    """How many letters are joined before the name or title in the text of a mention."""
    places = [place for part in (title, name) if part and 0 <= (place := text.find(part)) <= 3]
    return min(places, default=0)


def _grow_left(page: Page, first: int, last: int, stop: int) -> Phrase:
    """From a noun back to the head of its phrase: over what is definite, then the indefinite head of a genitive."""
    here = first
    while here > stop and last - here < _MAX_WORDS:
        before = here - 1
        inside = page.inside[before]
        if page.is_word(before, "of_partitive") and before - 1 > stop and _is_head_of(page, before - 1, here):
            here = before - 1
            continue
        if inside >= 0 and not _is_body(page, before):
            break
        if _ends_phrase(page, before) and not page.is_word(before, "phrase_openers"):
            break
        here = page.mentions[inside].first if inside >= 0 else before
    return Phrase(here, last, 0)


def _is_head_of(page: Page, head: int, part: int) -> bool:
    """Whether a noun before ``min`` counts or selects what follows: a number, a partitive, a unit of a force."""
    counts = page.folded[head][:1].isdigit() or page.is_word(head, "partitives") or page.is_word(head, "number_words")
    return counts or (page.has(head, "forces") and not page.lexicon.sectors.keys().isdisjoint(page.variants(part)))


def _is_body(page: Page, at: int) -> bool:
    return page.mentions[page.inside[at]].kind in ("role", "government", "organization")
