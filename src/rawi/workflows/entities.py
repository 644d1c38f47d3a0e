"""Entities across the ledger: listing them, importing identities, and decisions replayed over every analysis."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from rawi.errors import CorrectionError
from rawi.ledger import Ledger, NamedRow
from rawi.lexicon import Lexicon
from rawi.lexicon.namewords import BODY
from rawi.link.registry import Registry
from rawi.model import Correction, Failure, Identity, Speaker
from rawi.read.identities import read_identities
from rawi.text.folding import fold


class EntityRow(msgspec.Struct, frozen=True):
    """An entity as the ledger's articles know it: its names, most used first, and how often it is named and speaks.

    ``reasons`` say why names without a link of their own article belong to it; ``merged`` are the ids it stands for.
    """

    id: str
    name: str
    kind: str
    country: str
    names: tuple[str, ...]
    mentions: int
    statements: int
    merged: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class Decider(msgspec.Struct, frozen=True):
    """Who decides and why; ``clock`` tells when."""

    by: str
    clock: Callable[[], datetime]
    note: str = ""


def open_registry(ledger: Ledger, lexicon: Lexicon) -> Registry:
    """The identities of a ledger: knowledge base, what was imported, what people decided."""
    return Registry(lexicon, ledger.identities(), ledger.corrections())


def speaker_key(registry: Registry, speaker: Speaker) -> str:
    """The key a speaker's statements are gathered by across articles; ``""`` for somebody nobody can tell."""
    return registry.resolve(speaker.kind, speaker.name, speaker.entity).entity


def list_entities(ledger: Ledger, lexicon: Lexicon, *, kind: str = "", text: str = "") -> tuple[EntityRow, ...]:
    """The entities of the ledger, the most named first; those of the kind, or with the text in a name or id."""
    registry = open_registry(ledger, lexicon)
    gathered: dict[str, _Gathered] = {}
    for row in ledger.names():
        found = registry.resolve(row.kind, row.name, row.entity)
        if found.entity:
            one = gathered.setdefault(found.entity, _Gathered())
            name = "" if _is_description(row, lexicon) else row.name
            one.add(name, row.kind, row.country, row.mentions, row.statements)
            if row.entity != found.entity:
                one.reasons[found.reason] = None
                one.merged.update(dict.fromkeys([row.entity] if row.entity else []))
    rows = [one.row(entity, registry, lexicon) for entity, one in gathered.items()]
    wanted = [row for row in rows if (not kind or row.kind == kind) and (not text or _has_text(row, text))]
    return tuple(sorted(wanted, key=lambda row: (-row.mentions - row.statements, row.id)))


def merge_entities(ledger: Ledger, lexicon: Lexicon, first: str, second: str, decider: Decider) -> None:
    """Decide that the first entity is the second: all that is said of it is said of that.

    Raises:
        CorrectionError: an id is not in the ledger, or both are one already.
    """
    registry = open_registry(ledger, lexicon)
    _require(ledger, registry, first)
    _require(ledger, registry, second)
    if registry.final(second) == registry.final(first):
        raise CorrectionError(f"{first} and {second} are one entity already: nothing to merge.")
    _decide(ledger, first, "merge", second, decider)
    replay(ledger, lexicon)


def split_entity(ledger: Ledger, lexicon: Lexicon, entity: str, name: str | None, decider: Decider) -> None:
    """Decide that mentions by this name are not the entity; without a name, that its merge is undone.

    Raises:
        CorrectionError: the id is not in the ledger, was not merged, or has no such name.
    """
    registry = open_registry(ledger, lexicon)
    if name is None:
        if entity not in registry.decisions.merges:
            raise CorrectionError(f"{entity} was not merged into another; give the name to set apart from it.")
        _decide(ledger, entity, "merge", None, decider)
    else:
        _require(ledger, registry, entity)
        bases = sorted({row.entity or entity for row in ledger.names() if row.name == name})
        if not bases:
            raise CorrectionError(f"no article names anybody {name!r}; see `rawi entities --text`.")
        for base in bases:
            if registry.final(base) == registry.final(entity):
                _decide(ledger, base, "split", name, decider)
    replay(ledger, lexicon)


def rename_entity(ledger: Ledger, lexicon: Lexicon, entity: str, name: str, decider: Decider) -> None:
    """Decide by which name the entity is shown.

    Raises:
        CorrectionError: the id is not in the ledger.
    """
    _require(ledger, open_registry(ledger, lexicon), entity)
    _decide(ledger, entity, "name", name, decider)


def import_identities(
    ledger: Ledger, lexicon: Lexicon, paths: Iterable[Path], *, at: datetime
) -> tuple[int, tuple[Failure, ...]]:
    """Keep the identities of the files and gather the speakers anew with them; how many were kept, what was not read.

    Raises:
        InputError: a file cannot be opened.
    """
    read = [one for path in paths for one in read_identities(path)]
    found = [one for one in read if isinstance(one, Identity)]
    kept = ledger.keep_identities(found, at=at.isoformat())
    replay(ledger, lexicon)
    return kept, tuple(one for one in read if isinstance(one, Failure))


def export_identities(ledger: Ledger, lexicon: Lexicon) -> Iterator[Identity]:
    """The entities of the ledger as identities, with every name the articles use for them."""
    knowledge, imported = lexicon.knowledge.entities, {identity.id: identity for identity in ledger.identities()}
    for row in list_entities(ledger, lexicon):
        known = knowledge.get(row.id)
        latin = known.latin if known is not None else imported[row.id].latin if row.id in imported else ()
        gender = known.gender if known is not None else imported[row.id].gender if row.id in imported else ""
        aliases = tuple(name for name in row.names if name != row.name)
        yield Identity(row.id, row.kind, row.name, aliases, latin, row.country, gender)


def replay(ledger: Ledger, lexicon: Lexicon) -> int:
    """Gather the speakers of all statements by what is known and decided now; how many names moved."""
    registry = open_registry(ledger, lexicon)
    keys = {}
    for (entity, kind, name), key in ledger.speaker_keys().items():
        now = registry.resolve(kind, name, entity).entity
        if now and now != key:
            keys[entity, kind, name] = now
    ledger.gather_speakers(keys)
    return len(keys)


class _Gathered:
    """What the rows of one entity add up to."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.countries: dict[str, int] = {}
        self.mentions = self.statements = 0
        self.merged: dict[str, None] = {}
        self.reasons: dict[str, None] = {}

    def add(self, name: str, kind: str, country: str, mentions: int, statements: int) -> None:
        times = mentions + statements
        for counts, value in ((self.names, name), (self.kinds, kind), (self.countries, country)):
            if value:
                counts[value] = counts.get(value, 0) + times
        self.mentions += mentions
        self.statements += statements

    def row(self, entity: str, registry: Registry, lexicon: Lexicon) -> EntityRow:
        known = lexicon.knowledge.entities.get(entity)
        names = sorted(self.names, key=lambda name: (-self.names[name], name))
        full = [name for name in names if len(name.split()) > 1] or names
        return EntityRow(
            id=entity,
            name=registry.name_of(entity) or (full[0] if full else entity),
            kind=known.kind if known is not None else _most(self.kinds),
            country=known.country if known is not None else _most(self.countries),
            names=tuple(names),
            mentions=self.mentions,
            statements=self.statements,
            merged=tuple(self.merged),
            reasons=tuple(self.reasons),
        )


def _is_description(row: NamedRow, lexicon: Lexicon) -> bool:
    """Whether the words say what somebody is and not who: an office, "the organization"."""
    words = row.name.split()
    return row.kind == "role" or (len(words) == 1 and bool(lexicon.name_words.look_up(fold(words[0])).parts & BODY))


def _most(counts: dict[str, int]) -> str:
    return max(counts, key=lambda value: (counts[value], value), default="")


def _has_text(row: EntityRow, text: str) -> bool:
    return text in row.id or any(text in name for name in (row.name, *row.names))


def _require(ledger: Ledger, registry: Registry, entity: str) -> None:
    known = {registry.resolve(row.kind, row.name, row.entity).entity for row in ledger.names()}
    known |= {row.entity for row in ledger.names()} | registry.imported.keys()
    if entity not in known:
        near = difflib.get_close_matches(entity, sorted(known), n=1)
        advice = f"did you mean {near[0]!r}?" if near else "`rawi entities` lists them."
        raise CorrectionError(f"there is no entity {entity!r} in the ledger; {advice}")


def _decide(ledger: Ledger, entity: str, field: str, value: str | None, decider: Decider) -> None:
    plain = msgspec.json.encode(value).decode()
    ledger.add_correction(Correction("entity", entity, field, plain, decider.by, decider.clock(), decider.note))
