"""The words around a trigger as far as its clause goes, for rules that ask what governs it."""

import msgspec

from rawi.events.page import Page
from rawi.events.triggers import Trigger

# No rule looks further than this.
_BACK = 14
_AHEAD = 6


class Clause(msgspec.Struct, frozen=True):
    """A trigger with the words before it (nearest first) and after it, up to a comma, full stop or relative pronoun."""

    page: Page
    trigger: Trigger
    before: tuple[int, ...]
    after: tuple[int, ...]

    def has(self, name: str, *, back: int = 0, ahead: int = 0) -> bool:
        """Whether a word of the class ``events.NAME`` stands so near, with or without what is joined before it."""
        page = self.page
        words, known, folded = page.classes[name], page.known, page.folded
        return any(not words.isdisjoint(known[folded[at]]) for at in self.before[:back] + self.after[:ahead])

    def verbs(self, *, back: int = 0, ahead: int = 0) -> frozenset[str]:
        """The classes of the verbs that stand so near (see event_verbs.yaml)."""
        places = (*self.before[:back], *self.after[:ahead])
        return frozenset().union(*(self.page.verb_classes(at) for at in places))

    @property
    def force(self) -> str:
        """The force of the statement in whose content the trigger stands, ``""`` outside any."""
        said = self.page.content_of[self.trigger.at]
        return self.page.statements[said].force if said >= 0 else ""


def clause_around(page: Page, trigger: Trigger) -> Clause:
    """The clause of the trigger."""
    first, last = page.sentence(trigger.at)
    stops, commas, relatives = page.full_stops, page.classes["commas"], page.classes["relatives"]
    before = []
    for at in range(trigger.at - 1, max(first, trigger.at - _BACK) - 1, -1):
        word = page.folded[at]
        if word in stops or word in commas or word in relatives:
            break
        before.append(at)
    after = []
    for at in range(trigger.at + 1, min(last, trigger.at + 1 + _AHEAD)):
        word = page.folded[at]
        if word in stops or word in commas:
            break
        after.append(at)
    return Clause(page, trigger, tuple(before), tuple(after))
