"""Whether what an entry asks for stands around a trigger."""

from rawi.events.page import Page
from rawi.lexicon.events import Sense
from rawi.lexicon.frames import Condition
from rawi.lexicon.inflection import Form


def count_conditions(page: Page, at: int, sense: Sense, form: Form, proclitic: str) -> int | None:
    """How many of the sense's conditions hold at the word, or None when the sense is not meant there."""
    look = (page, at, sense, form, proclitic)
    # What must stand near is rarer than what must not: asked first.
    for condition in sense.needs:
        if not _holds(condition, look):
            return None
    if sense.any and not any(_holds(condition, look) for condition in sense.any):
        return None
    for condition in sense.never:
        if _holds(condition, look):
            return None
    return 2 * len(sense.needs) + bool(sense.any)


def _holds(condition: Condition, look: tuple[Page, int, Sense, Form, str]) -> bool:
    page, at, sense, form, proclitic = look
    if condition.where == "self":
        return sense.lemma in condition.words or any(
            _has_feature(feature, sense, form, proclitic, page) for feature in condition.features
        )
    if condition.where == "sentence":
        return not condition.words.isdisjoint(page.bag(at))
    first, last = page.sentence(at)
    if condition.where != "before" and _finds(page, condition, range(at + 1, min(last, at + 1 + condition.reach))):
        return True
    return condition.where != "after" and _finds(
        page, condition, range(at - 1, max(first, at - condition.reach) - 1, -1)
    )


def _finds(page: Page, condition: Condition, places: range) -> bool:
    words, exact, kinds = condition.words, condition.exact, condition.kinds
    for place in places:
        if words and not words.isdisjoint(page.variants(place)):
            return True
        if exact and page.folded[place] in exact:
            return True
        if kinds and (mention := page.mention_at.get(place)) is not None and mention.kind in kinds:
            return True
        if condition.number and page.folded[place][:1].isdigit():
            return True
        if condition.joined and _is_joined(page.folded[place], condition.joined):
            return True
    return False


def _is_joined(word: str, proclitics: tuple[str, ...]) -> bool:
    return any(word.startswith(proclitic) and len(word) > len(proclitic) + 2 for proclitic in proclitics)


def _has_feature(feature: str, sense: Sense, form: Form, proclitic: str, page: Page) -> bool:
    if feature == "verb":
        return sense.verbal
    if feature == "noun":
        return not sense.verbal
    if feature == "definite":
        return proclitic in page.conjugation.article
    if feature == "present":
        return form.tense == "present"
    if feature == "pronoun":
        return bool(form.pronoun)
    return form.number == "pl"
