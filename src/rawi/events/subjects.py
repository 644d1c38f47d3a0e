"""The subject of a verb without a parser: before it in headlines, after ``anna`` and relatives, else after it."""

from bisect import bisect_left

import msgspec

from rawi.events.page import Page
from rawi.events.participants import names_somebody
from rawi.events.phrases import Phrase, is_definite, is_verb, phrase_before, read_phrase

_LOOK_BACK = 12
_LOOK_AHEAD = 10
_RUNNING = 24
# How far before a verb the clause it ends may begin.
_CLAUSE = 12


class Subject(msgspec.Struct, frozen=True):
    """A phrase found for a verb; ``relative`` when a relative pronoun stands between: it may be the object then."""

    phrase: Phrase
    relative: bool


def subject_before(page: Page, at: int, *, plural: bool) -> Subject | None:
    """The phrase before the verb that is its subject or, over a relative pronoun, its antecedent; else None."""
    first, _ = page.sentence(at)
    here = _skip_back(page, at, first)
    if here > first and page.is_word(here - 1, "relatives"):
        phrase = phrase_before(page, here - 1, first)
        return Subject(phrase, True) if phrase is not None else None
    for phrase in (phrase_before(page, here, first), _topic_of(page, here, first)):
        if phrase is not None and _is_subject(page, phrase, first, plural=plural):
            return Subject(phrase, False)
    return None


def _is_subject(page: Page, phrase: Phrase, first: int, *, plural: bool) -> bool:
    """Whether a phrase before a verb is its subject: it names somebody and begins its clause, or the verb is plural."""
    opener = phrase.first - 1
    if opener >= first and page.is_word(opener, "place_prepositions") and _is_place(page, phrase):
        return False
    opened = opener < first or page.is_word(opener, "clause_openers") or page.is_word(opener, "auxiliaries")
    if not names_somebody(page, phrase, acting=True) and not (opened and _may_act(page, phrase)):
        return False
    return plural or opened or not page.folded[opener][:1].isalnum()


def _is_place(page: Page, phrase: Phrase) -> bool:
    inside = page.inside[phrase.first]
    return inside >= 0 and page.mentions[inside].kind == "place"


def _topic_of(page: Page, at: int, first: int) -> Phrase | None:
    """The phrase a nominal clause begins with: after ``anna`` or at the head of the sentence, no verb before ``at``."""
    here = at
    while here > first and at - here < _CLAUSE and not page.is_word(here - 1, "clause_openers"):
        word = here - 1
        if page.is_word(word, "auxiliaries"):
            break
        if is_verb(page, word) or page.is_word(word, "relatives") or page.folded[word] in page.full_stops:
            return None
        here -= 1
    if at - here >= _CLAUSE or here == at:
        return None
    phrase = read_phrase(page, here, at)
    return phrase if phrase is not None and names_somebody(page, phrase, acting=True) else None


def _may_act(page: Page, phrase: Phrase) -> bool:
    """A definite phrase no list knows; a place in it is where, not who."""
    return is_definite(page, phrase.first) and all(page.inside[at] < 0 for at in range(phrase.first, phrase.last))


def subject_after(page: Page, at: int, stop: int) -> Phrase | None:
    """The first phrase after the verb that names somebody who can act, over adverbs and short adjuncts."""
    _, last = page.sentence(at)
    stop = min(stop, last, at + _LOOK_AHEAD)
    here = at + 1
    while here < stop:
        if page.folded[here] in page.full_stops or is_verb(page, here) or page.is_word(here, "clause_openers"):
            return None
        if page.is_word(here, "prepositions"):
            adjunct = read_phrase(page, here + 1, stop) if here + 1 < stop else None
            here = adjunct.last if adjunct is not None else here + 1
            continue
        phrase = read_phrase(page, here, stop)
        if phrase is None:
            here += 1
        elif names_somebody(page, phrase, acting=True):
            return phrase
        else:
            here = phrase.last
    return None


def agent_before(page: Page, at: int) -> Phrase | None:
    """The nearest phrase before the word in its sentence that names armed people or a state, when no one is named."""
    first, _ = page.sentence(at)
    for here in range(at - 1, max(first, at - _LOOK_BACK) - 1, -1):
        # After an event's word it is its adjective: a suicide attack.
        if page.has(here, "agents") and here - 1 not in page.triggers:
            phrase = read_phrase(page, here, at)
            if phrase is not None:
                return phrase
    return None


def running_subject(page: Page, at: int) -> Phrase | None:
    """The subject of the nearest verb before the word in its sentence that has one: who goes on acting after *and*."""
    first, _ = page.sentence(at)
    for here in range(at - 1, max(first, at - _RUNNING) - 1, -1):
        if not is_verb(page, here):
            continue
        before = subject_before(page, here, plural=False)
        phrase = before.phrase if before is not None and not before.relative else subject_after(page, here, at)
        if phrase is not None and names_somebody(page, phrase, acting=True):
            return phrase
    return None


def _skip_back(page: Page, at: int, first: int) -> int:
    """Over what may stand between a subject and its verb: ``qad``, ``at least``, adverbs and dates."""
    here = at
    while here > first:
        if (
            page.is_word(here - 1, "quote_marks")
            or page.is_word(here - 1, "emphasis")
            or page.time_of[here - 1] >= 0
            or page.is_word(here - 1, "adverbs")
        ):
            here -= 1
        elif here - 2 >= first and page.is_word(here - 1, "least") and page.is_word(here - 2, "prepositions"):
            here -= 2
        else:
            break
    return here


def speaker_of(page: Page, at: int) -> Phrase | None:
    """The source of the statement whose content the word stands in, None outside of any."""
    said = page.content_of[at]
    source = page.statements[said].source if said >= 0 else None
    if source is None:
        return None
    starts = page.reading.words.starts
    return Phrase(bisect_left(starts, source.start), bisect_left(starts, source.end))
