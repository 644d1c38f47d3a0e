"""Verbs about an event named by a noun: who carried it out, bore it, claimed it or was blamed for it."""

from rawi.events.cast import Cast
from rawi.events.page import Page
from rawi.events.phrases import Phrase, read_coordinated, read_phrase
from rawi.events.subjects import running_subject, speaker_of, subject_after, subject_before
from rawi.events.triggers import Trigger
from rawi.lexicon.events import Role
from rawi.lexicon.inflection import Form

_SUPPORT_REACH = 13
_CLAIM_REACH = 24
_CARRIERS = ("support", "suffer", "claim", "blame", "announce", "result", "plan", "menace", "consider")
# Verbs whose subject acts only in what they govern: they promised to withdraw, they threaten to strike.
_GOVERNING = frozenset({"plan", "menace", "consider"})


def carrying_subject(page: Page, trigger: Trigger, cast: Cast) -> None:
    """The subject of the verb that carries the event out, bears it or is blamed for it: ``they launched an attack``."""
    first, _ = page.sentence(trigger.at)
    claimed = not page.classes["claims"].isdisjoint(page.bag(trigger.at))
    for at in range(trigger.at - 1, max(first, trigger.at - (_CLAIM_REACH if claimed else _SUPPORT_REACH)) - 1, -1):
        if page.folded[at] in page.full_stops:
            return
        if page.is_word(at, "suffer_nouns") or not page.variants(at).isdisjoint(page.classes["suffer_nouns"]):
            phrase = read_phrase(page, at + 1, trigger.at) if at + 1 < trigger.at else None
            cast.add("target", [phrase] if phrase is not None else [])
            return
        found = _carrying(page, at)
        if found is None:
            continue
        form, name = found
        if name in _GOVERNING and not _governs(page, at, trigger):
            return
        if name == "" or (name == "announce" and trigger.sense.type == "ASSAULT" and not claimed):
            return
        _add_carrier(page, trigger, cast, at=at, form=form, name=name)
        return


def _governs(page: Page, at: int, trigger: Trigger) -> bool:
    """Whether nothing between the verb and the noun begins another clause."""
    openers = ("clause_openers", "complementizers", "relatives", "commas")
    return not any(page.is_word(here, name) for here in range(at + 1, trigger.at) for name in openers)


def _carrying(page: Page, at: int) -> tuple[Form, str] | None:
    """The verb at the word with the class that matters here, ``""`` for another verb, None when it is no verb."""
    if page.inside[at] >= 0:
        return None
    readings = page.verb_readings(at)
    for _, form, name in readings:
        if name in _CARRIERS:
            return form, name
    return (readings[0][1], "") if readings else None


def _add_carrier(page: Page, trigger: Trigger, cast: Cast, *, at: int, form: Form, name: str) -> None:
    before = subject_before(page, at, plural=form.number in ("pl", "du"))
    phrase = before.phrase if before is not None else None
    if before is None or before.relative:
        # "in which drones fired": the one before the relative pronoun need not be who acts.
        phrase = subject_after(page, at, trigger.at) or phrase
    if phrase is None and name in ("support", "announce"):
        phrase = _taken_along(page, at)
    if name == "blame" and phrase is not None:
        start = max(phrase.last, at + 1)
        phrase = read_phrase(page, start, trigger.at) if start < trigger.at else None
    if phrase is None:
        return
    role: Role = "target" if name == "suffer" else "actor"
    if role == "actor" and cast.actors and trigger.sense.roles.get("subject") != "sides":
        return
    cast.add(role, read_coordinated(page, phrase, trigger.at))


def _taken_along(page: Page, at: int) -> Phrase | None:
    """Who acts in *that they carried out* and *and they carried out*: the subject of the verb before."""
    joined = page.folded[at][:1] in page.conjunctions
    if page.is_word(at - 1, "speaker_pronouns"):
        return speaker_of(page, at) or running_subject(page, at)
    return running_subject(page, at) if joined else None


def relative_clause(page: Page, trigger: Trigger, cast: Cast) -> None:
    """A verb about the event right after it: ``an attack that gunmen carried out``, ``raids that hit the camp``."""
    _, last = page.sentence(trigger.at)
    for at in range(trigger.last, min(last, trigger.last + 6)):
        if page.folded[at] in page.full_stops:
            return
        readings = page.verb_readings(at)
        for _, form, name in readings:
            start = _after_it(page, at, form, last)
            if name in ("support", "claim") and start and not cast.actors:
                phrase = read_phrase(page, start, last) if start < last else None
                if phrase is not None:
                    cast.add("actor", read_coordinated(page, phrase, last))
                return
            if name == "join" and trigger.sense.roles.get(page.between) == "sides":
                _joined(page, cast, at, last)
                return
        targets = page.variants(at) & page.classes["hits"]
        if targets and not cast.targets and at + 1 < last:
            phrase = read_phrase(page, at + 1, last)
            if phrase is not None:
                cast.add("target", read_coordinated(page, phrase, last))
            return


def _after_it(page: Page, at: int, form: Form, last: int) -> int:
    """Where the subject may begin of a verb that takes the event up, as *carried it out*; 0 for none."""
    if form.pronoun:
        return at + 1
    return at + 2 if at + 2 < last and page.is_word(at + 1, "by_it") else 0


def _joined(page: Page, cast: Cast, at: int, last: int) -> None:
    """Both whom the event brought together: ``that joined (between) the president and the king``."""
    start = at + 2 if at + 1 < last and page.is_word(at + 1, "sides") else at + 1
    phrase = read_phrase(page, start, last) if start < last else None
    if phrase is not None:
        cast.add("sides", read_coordinated(page, phrase, last))
