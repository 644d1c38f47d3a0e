"""Verbs that stand around event nouns, by class: who carries the event out, who bears it, whether it took place."""

from pathlib import Path

import msgspec

from rawi.lexicon.conjugation import Conjugation, conjugate
from rawi.lexicon.files import read_yaml, resource_paths
from rawi.lexicon.inflection import Form, FormIndex, Inflection

# How many different words the classes are remembered for.
_REMEMBERED = 1 << 16


class EventVerbFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The verbs of ``resources/lexicon/event_verbs.yaml`` by class."""

    classes: dict[str, tuple[str, ...]]


class EventVerbs:
    """The classes a folded word may belong to as a verb. Never changed after loading."""

    def __init__(self, file: EventVerbFile, tables: tuple[Inflection, Conjugation]) -> None:
        """Inflect every verb of the file."""
        forms: list[tuple[Form, str]] = []
        for name, verbs in file.classes.items():
            for verb in verbs:
                past, present = verb.split()
                forms.extend((form, name) for form, _ in conjugate(past, present, ("", ""), tables))
        inflection = msgspec.structs.replace(tables[0], proclitics=tables[1].proclitics)
        self._index = FormIndex(forms, inflection)
        self._classes: dict[str, frozenset[str]] = {}

    def readings(self, word: str) -> tuple[tuple[str, Form, str], ...]:
        """The readings of a folded word: what is joined before it, its form, its class."""
        return self._index.find(word)

    def classes(self, word: str) -> frozenset[str]:
        """The classes the folded word may belong to."""
        found = self._classes.get(word)
        if found is None:
            if len(self._classes) > _REMEMBERED:
                self._classes.clear()
            found = self._classes[word] = frozenset(name for _, _, name in self._index.find(word))
        return found


def load_event_verbs(inflection: Inflection, conjugation: Conjugation, overlay: Path | None = None) -> EventVerbs:
    """The verbs of the package, or of the user's folder when it has the file."""
    path = resource_paths("lexicon/event_verbs.yaml", overlay)[-1]
    return EventVerbs(read_yaml(path, EventVerbFile), (inflection, conjugation))
