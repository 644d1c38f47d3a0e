"""What else a clause tells of an event: the means, the forum and its series, the PLOVER contexts."""

from collections.abc import Iterable

from rawi.events.page import Page
from rawi.events.triggers import Trigger
from rawi.lexicon.series import Series
from rawi.model import Participant

_MEANS_REACH = 10
_FORUM_REACH = 10
# Types of which a weapon or vehicle is the means.
_ARMED = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "AID"})
_MAX_CONTEXTS = 3


def find_instrument(page: Page, trigger: Trigger) -> str:
    """The weapon or vehicle of the clause, as written, or ``""``."""
    if trigger.sense.type not in _ARMED:
        return ""
    _, last = page.sentence(trigger.at)
    for at in range(trigger.at + 1, min(last, trigger.at + _MEANS_REACH)):
        if page.folded[at] in page.full_stops:
            return ""
        mention = page.mention_at.get(at)
        if mention is not None and mention.kind == "weapon":
            return mention.name
        if page.has(at, "instruments") and page.inside[at] < 0:
            end = at + 1
            while end < min(last, at + 3) and page.has(end, "instruments"):
                end += 1
            return page.text(at, end)
    return ""


def find_series(page: Page, trigger: Trigger, participants: Iterable[Participant]) -> tuple[str, str]:
    """The id of the series the sitting belongs to and the forum's name, ``""`` twice when it belongs to none."""
    if trigger.sense.type not in ("CONSULT", "AGREE") or trigger.sense.mode in ("phone", "visit"):
        return "", ""
    sides = tuple(participants)
    index = page.lexicon.series
    bag = page.bag(trigger.at)
    named = None if index.first_words.isdisjoint(bag) else _named_series(page, trigger.at)
    if named is not None:
        return named.id, named.name
    if len(sides) > 1:
        # The clause names the sides itself: others of the sentence take no part.
        own = frozenset(side.country for side in sides)
        told = index.told_by(own, bag, lead=frozenset())
    else:
        told = index.told_by(page.countries(trigger.at), bag, lead=page.lead_countries())
    return (told.id, told.name) if told is not None else ("", "")


def _named_series(page: Page, trigger: int) -> Series | None:
    """The series whose name stands near the trigger, in the same part of the sentence."""
    first, last = page.sentence(trigger)
    plain = [at for at in range(first, last) if page.folded[at][:1].isalnum() or page.folded[at] == "+"]
    for place, at in enumerate(plain):
        if abs(at - trigger) > _FORUM_REACH or _is_apart(page, trigger, at):
            continue
        following = [page.folded[after] for after in plain[place + 1 : place + 8]]
        named = page.lexicon.series.named_at(page.variants(at), following)
        if named is not None:
            return named[0]
    return None


def _is_apart(page: Page, one: int, other: int) -> bool:
    """A comma or full stop stands between: a list of meetings names each one's forum beside it."""
    between = range(min(one, other) + 1, max(one, other))
    return any(page.is_word(at, "commas") or page.folded[at] in page.full_stops for at in between)


def find_contexts(page: Page, trigger: Trigger) -> tuple[str, ...]:
    """The PLOVER contexts whose words stand in the event's sentence, most words first, at most three."""
    index = page.reading.sentence_of[trigger.at]
    known = page.told_contexts.get(index)
    if known is not None:
        return known
    bag = page.bag(trigger.at)
    counted = []
    for order, name in enumerate(page.contexts):
        words = page.contexts[name] & bag
        if words:
            counted.append((-len(words), order, name))
    found = page.told_contexts[index] = tuple(name for _, _, name in sorted(counted)[:_MAX_CONTEXTS])
    return found
