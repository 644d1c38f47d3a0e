"""Whether an event took place, is planned, is only supposed, or did not happen."""

from collections.abc import Callable
from typing import Literal

import msgspec

from rawi.events.page import Page
from rawi.events.triggers import Trigger

Status = Literal["happened", "planned", "hypothetical", "denied"]

_BEFORE = 9
_AFTER = 6
_NEGATION = 2
_SENTENCE = 30
_AGREED = 14


class Verdict(msgspec.Struct, frozen=True):
    """A status and the rule that gave it (``""`` for none)."""

    status: Status
    rule: str


def resolve_status(page: Page, trigger: Trigger, *, date: str | None) -> Verdict:
    """The status of the event: that of the first rule that applies, else it happened. ``date`` is its day, ISO.

    A day that is past when the article appears overrules what announces the event, a day to come makes it planned.
    """
    published = page.reading.article.published
    day = published.isoformat() if published is not None else ""
    over = date is not None and bool(day) and date < day[: len(date)]
    to_come = date is not None and bool(day) and date > day[: len(date)]
    for rule, status in _RULES:
        if not (over and status == "planned") and rule(page, trigger):
            # Whoever is called to a meeting on a day to come is invited: it is planned.
            invited = status == "hypothetical" and to_come and trigger.sense.type in ("CONSULT", "PROTEST")
            return Verdict("planned" if invited else status, rule.__name__)
    if to_come and trigger.form.tense != "past":
        return Verdict("planned", "date_to_come")
    if over or is_told(page, trigger):
        return Verdict("happened", "date_over" if over else "is_told")
    return Verdict("happened", "")


def is_negated(page: Page, trigger: Trigger) -> bool:
    """A negation stands right before the verb or noun (``lam``, ``lan``, ``ʿadam``, ``dūna``)."""
    if _clause_has(page, trigger, "still", back=1, ahead=0):
        return False
    if trigger.noun and (_force(page, trigger) in ("demand", "offer", "pledge") or _is_demanded_before(page, trigger)):
        return False
    if _clause_has(page, trigger, "not_before", back=_NEGATION, ahead=0):
        return True
    return _is_plan_negated(page, trigger)


def _is_demanded_before(page: Page, trigger: Trigger) -> bool:
    """A verb of demand opens the sentence: what must not be done is demanded, not denied."""
    first, _ = page.sentence(trigger.at)
    places = range(max(first, trigger.at - _SENTENCE), trigger.at)
    return any("demand" in page.lexicon.event_verbs.classes(page.folded[at]) for at in places)


def _is_plan_negated(page: Page, trigger: Trigger) -> bool:
    """*Never planned to leave forces behind*: the negation stands before the verb of the plan."""
    first, _ = page.sentence(trigger.at)
    for at in _window(page, trigger, 4, 0):
        if "plan" in page.lexicon.event_verbs.classes(page.folded[at]):
            return any(page.is_word(before, "not_before") for before in range(max(first, at - 2), at))
    purpose = trigger.noun and trigger.proclitic in page.conjugation.purpose
    return purpose and _clause_has(page, trigger, "not_before", back=4, ahead=0)


def is_called_off(page: Page, trigger: Trigger) -> bool:
    """The meeting, visit or rally is cancelled or put off."""
    if trigger.sense.type not in ("CONSULT", "PROTEST"):
        return False
    if _clause_has(page, trigger, "cancelled", back=4, ahead=3):
        return True
    return "cancel" in _classes(page, trigger, back=7, ahead=2)


def is_denied_by_speaker(page: Page, trigger: Trigger) -> bool:
    """Somebody denies it: it stands in the content of a denial, or after *denied* or *has nothing to do with*."""
    if trigger.noun and (
        "deny" in _classes(page, trigger, back=8, ahead=0)
        or (
            _clause_has(page, trigger, "no_link", back=6, ahead=0)
            and _clause_has(page, trigger, "not_before", back=8, ahead=0)
        )
    ):
        return True
    return _force(page, trigger) == "deny" and trigger.form.tense != "past"


def is_prevented(page: Page, trigger: Trigger) -> bool:
    """The event was foiled or prevented."""
    return trigger.noun and "avoid" in _classes(page, trigger, back=3, ahead=0)


def is_supposed(page: Page, trigger: Trigger) -> bool:
    """A condition, possibility, demand, warning or wish governs it."""
    if trigger.form.tense == "past":
        return _clause_has(page, trigger, "conditions", back=5, ahead=0)
    if _clause_has(page, trigger, "supposed_after", back=0, ahead=3):
        return True
    if _clause_has(page, trigger, "supposed", back=2 if _is_given(page, trigger) else 7, ahead=0):
        return True
    if _is_given(page, trigger):
        return False
    if not trigger.noun and (_is_after(page, trigger, "may") or _is_after(page, trigger, "subjunctive")):
        return True
    return not {"demand", "threaten"}.isdisjoint(_classes(page, trigger, back=6, ahead=0))


def is_any(page: Page, trigger: Trigger) -> bool:
    """*Any attack* is none in particular."""
    return trigger.noun and _clause_has(page, trigger, "any_one", back=1, ahead=0)


def is_planned(page: Page, trigger: Trigger) -> bool:
    """A future verb, a plan or an appointed day governs it."""
    if trigger.noun and _clause_has(page, trigger, "until", back=2, ahead=0):
        return True
    if not trigger.noun and (trigger.proclitic in page.conjugation.future):
        return True
    if trigger.form.tense == "past":
        return False
    if _clause_has(page, trigger, "planned_after", back=0, ahead=5) or _clause_has(
        page, trigger, "planned_before", back=5, ahead=0
    ):
        return True
    if trigger.noun and _has_future_verb(page, trigger):
        return True
    agreed = trigger.noun and _clause_has(page, trigger, "onto", back=1, ahead=0)
    return "plan" in _classes(page, trigger, back=_AGREED if agreed else 6, ahead=0)


def is_in_demand(page: Page, trigger: Trigger) -> bool:
    """It stands in what somebody demands, warns of, offers or refuses, and not as something past."""
    return (
        trigger.form.tense != "past"
        and _force(page, trigger) in ("demand", "warn", "offer", "refuse")
        and not _is_given(page, trigger)
    )


def is_in_pledge(page: Page, trigger: Trigger) -> bool:
    """It stands in what somebody pledges or predicts, and not as something past."""
    return (
        trigger.form.tense != "past" and _force(page, trigger) in ("pledge", "predict") and not _is_given(page, trigger)
    )


_RULES: tuple[tuple[Callable[[Page, Trigger], bool], Status], ...] = (
    (is_called_off, "denied"),
    (is_negated, "denied"),
    (is_denied_by_speaker, "denied"),
    (is_prevented, "hypothetical"),
    (is_any, "hypothetical"),
    (is_planned, "planned"),
    (is_supposed, "hypothetical"),
    (is_in_demand, "hypothetical"),
    (is_in_pledge, "planned"),
)


def _is_given(page: Page, trigger: Trigger) -> bool:
    """A definite noun takes something up that is already there: *the attacks must stop* does not make them supposed."""
    if not trigger.noun or trigger.proclitic not in page.conjugation.article:
        return False
    # "Called for the release": what a preposition governs is what the verb before it asks for.
    governed = trigger.proclitic in page.conjugation.joined or _clause_has(page, trigger, "governing", back=1, ahead=0)
    return not governed


def _force(page: Page, trigger: Trigger) -> str:
    said = page.content_of[trigger.at]
    return page.statements[said].force if said >= 0 else ""


def _window(page: Page, trigger: Trigger, back: int, ahead: int) -> list[int]:
    """The words around the trigger inside its clause."""
    first, last = page.sentence(trigger.at)
    found = []
    for at in range(trigger.at - 1, max(first, trigger.at - back) - 1, -1):
        if page.folded[at] in page.full_stops or page.is_word(at, "commas") or page.is_word(at, "relatives"):
            break
        found.append(at)
    for at in range(trigger.at + 1, min(last, trigger.at + 1 + ahead)):
        if page.folded[at] in page.full_stops or page.is_word(at, "commas"):
            break
        found.append(at)
    return found


def _clause_has(page: Page, trigger: Trigger, name: str, *, back: int, ahead: int) -> bool:
    words = page.lexicon.words.words(f"events.{name}")
    return any(not words.isdisjoint(page.variants(at)) for at in _window(page, trigger, back, ahead))


def _classes(page: Page, trigger: Trigger, *, back: int, ahead: int) -> set[str]:
    found: set[str] = set()
    for at in _window(page, trigger, back, ahead):
        found.update(page.lexicon.event_verbs.classes(page.folded[at]))
    return found


def _is_after(page: Page, trigger: Trigger, name: str) -> bool:
    return trigger.form.tense == "present" and any(page.is_word(at, name) for at in _window(page, trigger, 1, 0))


def _has_future_verb(page: Page, trigger: Trigger) -> bool:
    """A verb with the future particle governs the noun or says that it takes place: *the summit will be held*."""
    for at in _window(page, trigger, 6, _AFTER):
        if page.is_word(at, "future_particle"):
            return True
        for proclitic, _, name in page.lexicon.event_verbs.readings(page.folded[at]):
            if proclitic in page.conjugation.future and (
                (at < trigger.at and not _is_given(page, trigger))
                or name in ("occur", "support", "suffer")
                or page.has(at, "completed")
            ):
                return True
    return False


def is_told(page: Page, trigger: Trigger) -> bool:
    """A past verb says that it took place or was carried out: *talks were held*, *gunmen launched an attack*."""
    if not trigger.noun:
        return False
    first, last = page.sentence(trigger.at)
    for at in range(max(first, trigger.at - 4), min(last, trigger.at + 5)):
        for proclitic, form, name in page.lexicon.event_verbs.readings(page.folded[at]):
            if name in ("occur", "support", "suffer") and form.tense == "past" and page.inside[at] < 0:
                return True
    return False
