"""Whether an event took place, is planned, is only supposed, or did not happen."""

from collections.abc import Callable
from typing import Literal

import msgspec

from rawi.events.clause import Clause, clause_around
from rawi.events.page import Page
from rawi.events.triggers import Trigger, is_nominal

Status = Literal["happened", "planned", "hypothetical", "denied"]

_NEGATION = 2
_SENTENCE = 30
_AGREED = 14
# A verb so near after a meeting is what the meeting does.
_PREDICATE = 3
# Types that are called off, and that somebody is invited to.
_GATHERINGS = frozenset({"CONSULT", "PROTEST"})
# Types that are discussed when they have happened; of others one discusses whether they should.
_FACTS = frozenset({"ASSAULT", "COERCE", "PROTEST"})


class Verdict(msgspec.Struct, frozen=True):
    """A status and the rule that gave it (``""`` for none)."""

    status: Status
    rule: str


def resolve_status(page: Page, trigger: Trigger, *, date: str | None) -> Verdict:
    """The status of the event: that of the first rule that applies, else it happened. ``date`` is its day, ISO.

    A day that is past when the article appears overrules what announces the event, a day to come makes it planned.
    """
    clause = clause_around(page, trigger)
    published = page.reading.article.published
    day = published.isoformat() if published is not None else ""
    over = date is not None and bool(day) and date < day[: len(date)]
    to_come = date is not None and bool(day) and date > day[: len(date)]
    for rule, status in _RULES:
        if not (over and status == "planned") and rule(clause):
            # Whoever is called to a meeting on a day to come is invited: it is planned.
            invited = status == "hypothetical" and to_come and trigger.sense.type in _GATHERINGS
            return Verdict("planned" if invited else status, rule.__name__)
    if to_come and trigger.form.tense != "past":
        return Verdict("planned", "date_to_come")
    if over or is_told(clause):
        return Verdict("happened", "date_over" if over else "is_told")
    return Verdict("happened", "")


def is_called_off(clause: Clause) -> bool:
    """The meeting, visit or rally is cancelled or put off."""
    if clause.trigger.sense.type not in _GATHERINGS:
        return False
    return clause.has("cancelled", back=4, ahead=3) or "cancel" in clause.verbs(back=7, ahead=2)


def is_negated(clause: Clause) -> bool:
    """A negation stands right before the verb or noun or the verb of its plan; a demand that it be not is no denial."""
    if clause.has("still", back=1) or (clause.trigger.form.tense == "present" and _may_not(clause)):
        return False
    if clause.trigger.noun and (clause.force in ("demand", "offer", "pledge") or _is_demanded_before(clause)):
        return False
    if clause.has("not_before", back=_NEGATION):
        return True
    return _is_plan_negated(clause)


def is_denied_by_speaker(clause: Clause) -> bool:
    """Somebody denies it: it stands in the content of a denial, or after *denied* or *has nothing to do with*."""
    if clause.trigger.noun:
        unlinked = clause.has("no_link", back=6) and clause.has("not_before", back=8)
        if unlinked or "deny" in clause.verbs(back=8):
            return True
    return clause.force == "deny" and clause.trigger.form.tense != "past"


def is_prevented(clause: Clause) -> bool:
    """The event was foiled or prevented."""
    return clause.trigger.noun and "avoid" in clause.verbs(back=3)


def is_any(clause: Clause) -> bool:
    """*Any attack* is none in particular."""
    return clause.trigger.noun and clause.has("any_one", back=1)


def is_carried_out(clause: Clause) -> bool:
    """The verb that carries it out stands right before it in the past: *he made a call*, *it was agreed*."""
    trigger, page = clause.trigger, clause.page
    if not trigger.noun or not clause.before or trigger.proclitic in page.conjugation.purpose:
        return False
    at = clause.before[0]
    if page.is_word(at, "done"):
        return True
    if is_nominal(page, at) or (len(clause.before) > 1 and "plan" in page.verb_classes(clause.before[1])):
        return False
    readings = page.verb_readings(at)
    return any(name == "support" and form.tense == "past" and not joined for joined, form, name in readings)


def is_planned(clause: Clause) -> bool:
    """A future verb, a plan or an appointed day governs it."""
    trigger, page = clause.trigger, clause.page
    if trigger.noun and (clause.has("until", back=2) or _is_shortly_before(clause)):
        return True
    if _opens(clause, "after_that") and trigger.form.tense == "present":
        return True
    if not trigger.noun and trigger.proclitic in page.conjugation.future:
        return True
    if trigger.form.tense == "past":
        return False
    if clause.has("planned_after", ahead=5) or clause.has("planned_before", back=6):
        return True
    if trigger.noun and (_has_future_verb(clause) or _is_intended(clause)):
        return True
    agreed = trigger.noun and clause.has("onto", back=1)
    return "plan" in clause.verbs(back=_AGREED if agreed else 6)


def is_supposed(clause: Clause) -> bool:
    """A condition, possibility, demand, warning or wish governs it."""
    trigger = clause.trigger
    if trigger.form.tense == "past":
        return clause.has("conditions", back=5)
    given = _is_given(clause)
    if clause.has("supposed_after", ahead=3) or clause.has("supposed", back=2 if given else 7):
        return True
    if given:
        return _is_declined(clause)
    considered = clause.has("considered", back=2) or "consider" in clause.verbs(back=2)
    if considered and trigger.sense.type not in _FACTS:
        return True
    if _opens(clause, "before_that"):
        return False
    may = _follows(clause, "may") or _follows(clause, "subjunctive") or _may_not(clause)
    if trigger.form.tense == "present" and may:
        return True
    return not clause.verbs(back=6).isdisjoint(("demand", "threaten", "menace"))


def is_in_demand(clause: Clause) -> bool:
    """It stands in what somebody demands, warns of, offers or refuses, and not as something past."""
    return _is_open(clause) and clause.force in ("demand", "warn", "offer", "refuse")


def is_in_pledge(clause: Clause) -> bool:
    """It stands in what somebody pledges or predicts, and not as something past."""
    return _is_open(clause) and clause.force in ("pledge", "predict")


def is_ended(clause: Clause) -> bool:
    """*The last meeting*, *the previous attack*: it is over."""
    return clause.trigger.noun and clause.has("ended", ahead=1)


def is_told(clause: Clause) -> bool:
    """A past verb says that it took place or was carried out: *talks were held*, *gunmen launched an attack*."""
    page, trigger = clause.page, clause.trigger
    if not trigger.noun:
        return False
    first, last = page.sentence(trigger.at)
    for at in range(max(first, trigger.at - 4), min(last, trigger.at + 5)):
        if at > trigger.at and page.is_word(at, "clause_openers"):
            return False
        if page.inside[at] < 0 and not page.verb_classes(at).isdisjoint(_TELLING):
            for _, form, name in page.verb_readings(at):
                if name in _TELLING and form.tense == "past":
                    return True
    return False


_TELLING = frozenset({"occur", "support", "suffer"})

_RULES: tuple[tuple[Callable[[Clause], bool], Status], ...] = (
    (is_called_off, "denied"),
    (is_negated, "denied"),
    (is_denied_by_speaker, "denied"),
    (is_prevented, "hypothetical"),
    (is_any, "hypothetical"),
    (is_ended, "happened"),
    (is_carried_out, "happened"),
    (is_planned, "planned"),
    (is_supposed, "hypothetical"),
    (is_in_demand, "hypothetical"),
    (is_in_pledge, "planned"),
)


def _is_demanded_before(clause: Clause) -> bool:
    """A verb of demand opens the sentence: what must not be done is demanded, not denied."""
    if not clause.has("not_before", back=_NEGATION):
        return False
    first, _ = clause.page.sentence(clause.trigger.at)
    places = range(max(first, clause.trigger.at - _SENTENCE), clause.trigger.at)
    return any("demand" in clause.page.verb_classes(at) for at in places)


def _is_plan_negated(clause: Clause) -> bool:
    """*Never planned to leave forces behind*: the negation stands before the verb of the plan, or of the purpose."""
    page, trigger = clause.page, clause.trigger
    for place, at in enumerate(clause.before[:4]):
        if "plan" in page.verb_classes(at):
            return any(page.is_word(before, "not_before") for before in clause.before[place + 1 : place + 3])
    purpose = trigger.noun and trigger.proclitic in page.conjugation.purpose
    return purpose and clause.has("not_before", back=4)


def _is_open(clause: Clause) -> bool:
    """What a statement says of the event may tell its status: it is nothing past, given, or told by the way."""
    aside = clause.page.is_word(clause.trigger.at - 1, "relatives")
    return clause.trigger.form.tense != "past" and not aside and not _is_given(clause)


def _is_shortly_before(clause: Clause) -> bool:
    gathering = clause.trigger.sense.type in _GATHERINGS and not clause.trigger.form.pronoun
    return gathering and clause.has("shortly_before", back=1)


def _is_intended(clause: Clause) -> bool:
    """*The operations that the group intends*: a relative pronoun and a verb of planning follow."""
    page = clause.page
    after = clause.after[:4]
    for place, at in enumerate(after):
        if page.is_word(at, "relatives"):
            return any("plan" in page.verb_classes(verb) for verb in after[place + 1 : place + 2])
    return False


def _is_declined(clause: Clause) -> bool:
    """*Refuses the dialogue*, *calls for the meeting*: right after the verb even a definite meeting is none yet."""
    return clause.trigger.sense.type in _GATHERINGS and "demand" in clause.verbs(back=1)


def _opens(clause: Clause, name: str) -> bool:
    """*Before that he goes*: the verb follows a complementizer, and a word of the class stands before that."""
    at = clause.trigger.at - 2
    governed = clause.trigger.form.tense == "present" and _follows(clause, "subjunctive")
    return governed and len(clause.before) > 1 and clause.page.is_word(at, name)


def _is_given(clause: Clause) -> bool:
    """A definite noun takes something up that is already there: *the attacks must stop* does not make them supposed."""
    trigger, conjugation = clause.trigger, clause.page.conjugation
    if not trigger.noun or trigger.proclitic not in conjugation.article:
        return False
    # "Called for the release": what a preposition governs is what the verb before it asks for.
    return not (trigger.proclitic in conjugation.joined or clause.has("governing", back=1))


def _may_not(clause: Clause) -> bool:
    """*May not leave*: the negation belongs to what may be."""
    page, before = clause.page, clause.before[:2]
    return len(before) == 2 and page.is_word(before[0], "not_before") and page.is_word(before[1], "may")


def _follows(clause: Clause, name: str) -> bool:
    return any(clause.page.is_word(at, name) for at in clause.before[:1])


def _has_future_verb(clause: Clause) -> bool:
    """A verb with the future particle governs the noun or says that it takes place: *the summit will be held*."""
    page = clause.page
    given = _is_given(clause)
    for at in (*clause.before[:6], *clause.after):
        if page.is_word(at, "future_particle"):
            return True
        if not page.verb_classes(at):
            continue
        before = at < clause.trigger.at and not given
        subject = clause.trigger.sense.type == "CONSULT" and 0 < at - clause.trigger.last < _PREDICATE
        for proclitic, _, name in page.verb_readings(at):
            governs = before or subject or name in _TELLING or page.has(at, "completed")
            if proclitic in page.conjugation.future and governs:
                return True
    return False
