"""The event lexicon: verbs and nouns that name events, by sense and frame, with all their written forms."""

from pathlib import Path
from typing import Literal

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.conjugation import Conjugation, conjugate, decline
from rawi.lexicon.files import read_yaml, resource_paths
from rawi.lexicon.frames import Condition, read_condition
from rawi.lexicon.inflection import Form, FormIndex, Inflection
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold, fold_word

Role = Literal["actor", "target", "sides", "none"]


class EventEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sense of verbs and nouns that name an event, as a YAML file writes it (see docs/events.md)."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    mode: str = ""
    voice: Literal["active", "passive"] = "active"
    needs: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    needs_for: Literal["", "verb", "noun"] = ""
    roles: dict[str, Role] = {}
    secondary: bool = False
    extend: int = 0
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class EventFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of entries: their PLOVER type and the roles entries have unless they say otherwise."""

    type: str
    entries: tuple[EventEntry, ...]
    roles: dict[str, Role] = {}


class Sense(msgspec.Struct, frozen=True):
    """One verb or noun of an entry, ready to be matched: its lemma, conditions and the roles around it.

    ``roles`` maps ``subject``, ``object``, ``of`` (the genitive after a noun) and folded prepositions to roles; a
    preposition may ask who follows it: ``#person`` or ``#somebody``.
    """

    entry: str
    type: str
    mode: str
    lemma: str
    verbal: bool
    passive: bool
    needs: tuple[Condition, ...]
    any: tuple[Condition, ...]
    never: tuple[Condition, ...]
    roles: dict[str, Role]
    secondary: bool
    extend: int
    order: int


class EventLexicon:
    """All senses, looked up by folded word. Never changed after loading."""

    def __init__(
        self, files: tuple[EventFile, ...], tables: tuple[Inflection, Conjugation], words: WordClasses
    ) -> None:
        """Inflect every verb and noun of the files and index the forms."""
        self.files = files
        self.conjugation = tables[1]
        forms: list[tuple[Form, tuple[Sense, bool]]] = []
        order = 0
        for file in files:
            for entry in file.entries:
                order += 1
                forms.extend(_forms(file, entry, order, tables=tables, words=words))
        inflection = msgspec.structs.replace(tables[0], proclitics=tables[1].proclitics)
        self._index: FormIndex[tuple[Sense, bool]] = FormIndex(forms, inflection)

    def readings(self, word: str) -> tuple[tuple[str, Form, tuple[Sense, bool]], ...]:
        """The readings of a folded word: what is joined before it, its form, its sense and whether it is passive."""
        return self._index.find(word)


def load_events(
    inflection: Inflection, conjugation: Conjugation, words: WordClasses, overlay: Path | None = None
) -> EventLexicon:
    """The event lexicon of the package with the user's files after it. Raises `LexiconError` for a bad entry."""
    paths = resource_paths("lexicon/events/*.yaml", overlay)
    files = tuple(read_yaml(path, EventFile) for path in paths)
    return EventLexicon(files, (inflection, conjugation), words)


def _forms(
    file: EventFile, entry: EventEntry, order: int, *, tables: tuple[Inflection, Conjugation], words: WordClasses
) -> list[tuple[Form, tuple[Sense, bool]]]:
    found: list[tuple[Form, tuple[Sense, bool]]] = []
    for verb in entry.verbs:
        past, present, *passive = verb.split()
        sense = _sense(file, entry, order, past, words=words, verbal=True)
        given = (passive[0], passive[1]) if len(passive) == 2 else ("", "")
        found.extend((form, (sense, voice)) for form, voice in conjugate(past, present, given, tables))
    for noun in entry.nouns:
        sense = _sense(file, entry, order, noun, words=words, verbal=False)
        found.extend((form, (sense, False)) for form in decline(noun, tables))
    return found


def _sense(file: EventFile, entry: EventEntry, order: int, lemma: str, *, words: WordClasses, verbal: bool) -> Sense:
    kind = "verb" if verbal else "noun"
    try:
        needs, some, never = (
            tuple(read_condition(text, words=words) for text in texts)
            for texts in (entry.needs, entry.any, entry.never)
        )
    except LexiconError as error:
        raise LexiconError(f"resources/lexicon/events: {file.type} {entry.id}: {error}") from error
    return Sense(
        entry=entry.id,
        type=file.type,
        mode=entry.mode,
        lemma=fold_word(lemma),
        verbal=verbal,
        passive=verbal and entry.voice == "passive",
        needs=needs if entry.needs_for in ("", kind) else (),
        any=some,
        never=never,
        roles={_role_key(key): role for key, role in (file.roles | entry.roles).items()},
        secondary=entry.secondary,
        extend=entry.extend,
        order=order,
    )


def _role_key(key: str) -> str:
    """The preposition folded, what it asks for as written."""
    word, mark, kind = key.partition("#")
    return f"{fold(word)}{mark}{kind}"
