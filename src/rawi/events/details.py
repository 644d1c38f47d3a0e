"""What else a clause tells of an event: the means, the forum and its series, the PLOVER contexts."""

from collections.abc import Iterable

from rawi.events.page import Page
from rawi.events.triggers import Trigger
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
    first, last = page.sentence(trigger.at)
    index = page.lexicon.series
    plain = [at for at in range(first, last) if page.folded[at][:1].isalnum() or page.folded[at] == "+"]
    for place, at in enumerate(plain):
        if abs(at - trigger.at) > _FORUM_REACH or _is_apart(page, trigger.at, at):
            continue
        following = [page.folded[after] for after in plain[place + 1 : place + 8]]
        named = index.named_at(page.variants(at), following)
        if named is not None:
            return named[0].id, named[0].name
    if len(sides) > 1:
        # The clause names the sides itself: others of the sentence take no part.
        own = frozenset(side.country for side in sides)
        told = index.told_by(own, page.bag(trigger.at), lead=frozenset())
    else:
        told = index.told_by(page.countries(trigger.at), page.bag(trigger.at), lead=page.lead_countries())
    return (told.id, told.name) if told is not None else ("", "")


def _is_apart(page: Page, one: int, other: int) -> bool:
    """A comma or full stop stands between: a list of meetings names each one's forum beside it."""
    between = range(min(one, other) + 1, max(one, other))
    return any(page.is_word(at, "commas") or page.folded[at] in page.full_stops for at in between)


def find_contexts(page: Page, trigger: Trigger) -> tuple[str, ...]:
    """The PLOVER contexts whose words stand in the event's sentence, most words first, at most three."""
    bag = page.bag(trigger.at)
    counted = []
    for order, name in enumerate(page.contexts):
        words = page.contexts[name] & bag
        if words:
            counted.append((-len(words), order, name))
    return tuple(name for _, _, name in sorted(counted)[:_MAX_CONTEXTS])
