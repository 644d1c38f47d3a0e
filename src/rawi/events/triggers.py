"""Which words of an article name an event, and in which sense."""

import msgspec

from rawi.events.conditions import count_conditions
from rawi.events.page import Page
from rawi.events.participants import names_somebody
from rawi.events.phrases import read_phrase
from rawi.lexicon.events import Sense
from rawi.lexicon.frames import Condition
from rawi.lexicon.inflection import Form
from rawi.lexicon.namewords import BODY, OFFICE
from rawi.text.vowels import ends_in_taa_marbuta

_DAMMA = "\u064f"
_KASRA = "\u0650"
# How many words before a joined noun must hold no verb.
_JOINED = 7


class Trigger(msgspec.Struct, frozen=True):
    """Words ``[at, last)`` that name an event: the reading of the word ``at`` and its sense."""

    at: int
    last: int
    sense: Sense
    form: Form
    proclitic: str
    passive: bool

    @property
    def noun(self) -> bool:
        """Whether the trigger is a noun."""
        return not self.sense.verbal


def find_triggers(page: Page) -> tuple[Trigger, ...]:
    """The triggers of the article in text order one sense a word."""
    readings = page.lexicon.events.readings
    found: list[Trigger] = []
    for at, word in enumerate(page.folded):
        choices = readings(word)
        if choices:
            trigger = _choose(page, at, choices)
            if trigger is not None:
                found.append(trigger)
    return tuple(found)


def _choose(page: Page, at: int, choices: tuple[tuple[str, Form, tuple[Sense, bool]], ...]) -> Trigger | None:
    best: tuple[tuple[int, int, int], Trigger] | None = None
    nominal: bool | None = None
    # A word known whole (minister) is no verb with something joined to it (wa + "was visited").
    look = page.lexicon.name_words.look_up(page.folded[at])
    whole = look.proclitic == "" and bool(look.parts & (OFFICE | BODY))
    for proclitic, form, (sense, passive) in choices:
        if proclitic and whole and not look.definite:
            continue
        # Folding makes a taa marbuta look like the pronoun "him".
        if form.pronoun and ends_in_taa_marbuta(page.reading.words.raw[at]):
            continue
        score = count_conditions(page, at, sense, form, proclitic)
        if score is None:
            continue
        if nominal is None:
            nominal = is_nominal(page, at)
        rank = (score, 1 if nominal != sense.verbal else 0, -sense.order)
        if best is None or rank > best[0]:
            voice = sense.passive or passive or _is_written_passive(page.reading.words.raw[at])
            last = _extent(page, at, sense)
            best = rank, Trigger(at, last, sense, form, proclitic, voice and sense.verbal)
    return best[1] if best is not None else None


def is_nominal(page: Page, at: int) -> bool:
    """Whether the word can only be a noun here: after a preposition or a noun that takes one, or with an article."""
    before = at - 1
    first, _ = page.sentence(at)
    if before < first:
        return False
    if page.is_word(before, "before_noun") or page.variants(before) & page.classes["noun_heads"]:
        return True
    return _goes_on_as_noun(page, at, first)


def _goes_on_as_noun(page: Page, at: int, first: int) -> bool:
    """*Limits on exercises and the deployment*: joined to nouns only, with one noun after it that is no object."""
    _, last = page.sentence(at)
    (accusative,) = page.classes["accusative"]
    if page.folded[at][:1] not in page.conjunctions or at + 1 >= last or page.folded[at + 1].endswith(accusative):
        return False
    places = range(max(first, at - _JOINED), at)
    verbal = any(page.inside[here] < 0 and _is_plain_verb(page, here) for here in places)
    phrase = read_phrase(page, at + 1, last)
    return not verbal and phrase is not None and not names_somebody(page, phrase, acting=True)


def _is_plain_verb(page: Page, at: int) -> bool:
    return bool(page.verb_readings(at)) or bool(page.lexicon.cues.verb_readings(page.folded[at]))


def _is_written_passive(raw: str) -> bool:
    """A damma on the first letter is written to tell the passive."""
    return _DAMMA in raw[1:3] and _KASRA not in raw[1:2]


def _extent(page: Page, at: int, sense: Sense) -> int:
    """The end of the trigger: with the words that make the sense, when they follow at once."""
    _, last = page.sentence(at)
    end = at + 1
    while end < min(last, at + 1 + sense.extend) and any(_names(page, end, one) for one in sense.needs or sense.any):
        end += 1
    return end


def _names(page: Page, at: int, condition: Condition) -> bool:
    """Whether the word is one of those the condition asks for after the trigger."""
    ahead = condition.where in ("after", "next", "near")
    return ahead and (not condition.words.isdisjoint(page.variants(at)) or page.folded[at] in condition.exact)
