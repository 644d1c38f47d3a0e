"""Identities across articles: the knowledge base, what was imported, and what people decided, as one function."""

from collections.abc import Iterable, Mapping

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.transliteration import latin_letters
from rawi.link.cast import name_words
from rawi.link.names import FITTING_COST, spelling_cost
from rawi.model.correction import Correction
from rawi.model.identity import Identity
from rawi.model.ids import content_id
from rawi.text.words import folded_words

# Kinds of mentions and of speakers that are one kind of somebody.
_KINDS = dict.fromkeys(("government", "organization", "party", "armed_group", "company", "outlet"), "organization")
# Kinds whose full names tell one from another. "The ministry of health" is one in every state, and so is no name.
_NAMED = frozenset({"person", "organization", "party", "armed_group", "company"})


class Resolved(msgspec.Struct, frozen=True):
    """Who a name stands for across the ledger: an entity's id (``""`` for nobody in particular) and why."""

    entity: str
    reason: str = ""


class Decisions(msgspec.Struct, frozen=True):
    """What people decided of entities: merges (id -> id), splits (id and folded name), names shown (id -> name)."""

    merges: Mapping[str, str]
    splits: frozenset[tuple[str, str]]
    names: Mapping[str, str]


class Registry:
    """Tells who a name of the ledger stands for. A pure function of lexicon, imported identities and decisions."""

    def __init__(
        self, lexicon: Lexicon, imported: Iterable[Identity] = (), corrections: Iterable[Correction] = ()
    ) -> None:
        """Index the identities; a later one of the same id takes the place of an earlier one."""
        self._lexicon = lexicon
        self.imported = {identity.id: identity for identity in imported}
        self.decisions = read_decisions(corrections)
        self._same_as = {identity.id: known for identity in self.imported.values() if (known := self._known(identity))}
        self._by_name: dict[tuple[str, str], dict[str, None]] = {}
        self._by_sound: dict[str, list[Identity]] = {}
        for identity in self.imported.values():
            self._index(identity)
        self._resolved: dict[tuple[str, str, str], Resolved] = {}

    def resolve(self, kind: str, name: str, entity: str = "") -> Resolved:
        """Who the name stands for; ``entity`` is what its article linked it to, or ``""``."""
        asked = (kind, name, entity)
        found = self._resolved.get(asked)
        if found is None:
            found = self._resolved[asked] = self._resolve(kind, name, entity)
        return found

    def name_of(self, entity: str) -> str:
        """The name an entity is shown by: what a person chose, else its own; ``""`` if known only from articles."""
        chosen = self.decisions.names.get(entity)
        if chosen is not None:
            return chosen
        known = self._lexicon.knowledge.entities.get(entity)
        if known is not None:
            return known.name
        return self.imported[entity].name if entity in self.imported else ""

    def final(self, entity: str) -> str:
        """The entity an id stands for after all merges."""
        met = set()
        while entity not in met:
            met.add(entity)
            entity = self.decisions.merges.get(entity) or self._same_as.get(entity) or entity
        return entity

    def _resolve(self, kind: str, name: str, entity: str) -> Resolved:
        key = name_key(name)
        base, reason = (entity, "linked in its article") if entity else self._unlinked(kind, name, key)
        if not base:
            return Resolved("")
        if (base, key) in self.decisions.splits:
            return Resolved(self.final(f"split:{content_id(base, key)[:10]}"), "set apart by a person")
        final = self.final(base)
        return Resolved(final, reason if final == base else f"{reason}; {base} is {final}")

    def _unlinked(self, kind: str, name: str, key: str) -> tuple[str, str]:
        sort = _KINDS.get(kind, kind)
        found = self._by_name.get((sort, key), {})
        if len(found) == 1:
            return next(iter(found)), "imported name"
        if not found and sort == "person":
            fitting = self._fitting(name)
            if len(fitting) == 1:
                return fitting[0], "imported name in Latin letters"
        nil = nil_entity(kind, name, lexicon=self._lexicon)
        return nil, "same name in other articles" if nil else ""

    def _fitting(self, name: str) -> list[str]:
        """The imported people whose Latin full names fit an Arabic full name."""
        words = name_words(name, lexicon=self._lexicon)
        if len(words) < 2:
            return []
        candidates = self._by_sound.get(self._lexicon.letters.key(words[-1]), ())
        return [
            identity.id
            for identity in candidates
            if any(spelling_cost(name, latin, lexicon=self._lexicon) < FITTING_COST for latin in identity.latin)
        ]

    def _index(self, identity: Identity) -> None:
        sort = _KINDS.get(identity.kind, identity.kind)
        entity = self._same_as.get(identity.id, identity.id)
        for name in (identity.name, *identity.aliases, *identity.latin):
            self._by_name.setdefault((sort, name_key(name)), {})[entity] = None
        for key in {self._sound(name) for name in identity.latin}:
            self._by_sound.setdefault(key, []).append(identity)

    def _sound(self, latin: str) -> str:
        """The key of the Arabic letters that the last word of a Latin name would be written by."""
        words = [letters for word in latin.replace("-", " ").split() if (letters := latin_letters(word))]
        return self._lexicon.letters.key(self._lexicon.transliteration.to_arabic(words[-1])) if words else ""

    def _known(self, identity: Identity) -> str:
        """The entity of the knowledge base an imported identity is: the only one with one of its full names."""
        by_name = self._lexicon.knowledge.by_name
        sort = _KINDS.get(identity.kind, identity.kind)
        ids = {
            entry.entity
            for name in (identity.name, *identity.aliases, *identity.latin)
            for entry in by_name.get(name_key(name), ())
            if entry.use == "name" and not entry.ambiguous and _KINDS.get(entry.kind, entry.kind) == sort
        }
        return ids.pop() if len(ids) == 1 else ""


def nil_entity(kind: str, name: str, *, lexicon: Lexicon) -> str:
    """A stable id for a full name no register knows, the same for all its spellings; ``""`` for what tells nobody.

    A name of one word may be anybody's; a role, a ministry or a description is nobody's in particular.
    """
    if kind not in _NAMED:
        return ""
    words = name_words(name, lexicon=lexicon)
    if len(words) < 2:
        return ""
    given = lexicon.knowledge.given_spellings
    letters = lexicon.letters
    parts = [given.get(word) or (letters.key(word) if len(letters.key(word)) > 2 else word) for word in words]
    return f"nil:{_KINDS.get(kind, kind)}:{content_id(*parts)[:10]}"


def name_key(name: str) -> str:
    """The folded words of a name, by which names are compared."""
    return " ".join(folded_words(name))


def read_decisions(corrections: Iterable[Correction]) -> Decisions:
    """The decisions of entities among the corrections; of each field of an entity the last one counts."""
    merges: dict[str, str] = {}
    names: dict[str, str] = {}
    splits: dict[tuple[str, str], None] = {}
    for correction in corrections:
        if correction.kind != "entity":
            continue
        value = msgspec.json.decode(correction.value)
        if correction.field == "merge":
            merges.pop(correction.target, None)
            if value:
                merges[correction.target] = value
        elif correction.field == "name":
            names[correction.target] = value
        elif correction.field == "split":
            splits[correction.target, name_key(value)] = None
        elif correction.field == "join":
            splits.pop((correction.target, name_key(value)), None)
    return Decisions(merges, frozenset(splits), names)
