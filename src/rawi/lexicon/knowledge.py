"""The knowledge base: states, bodies, outlets, people and places, with every way the press writes them."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from rawi.lexicon import tables
from rawi.lexicon.files import read_tsv, resource_paths
from rawi.lexicon.letters import Letters
from rawi.lexicon.tables import Entity, Entry, Row, cells
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold, fold_word
from rawi.text.matcher import Matcher
from rawi.text.words import fold_phrase

__all__ = ["Entity", "Entry", "Knowledge", "Row", "cells", "load_knowledge"]

# File -> what its rows are, and how they may be named. The order decides between equal strings.
_TABLES: tuple[tuple[str, Callable[[Row], Entity], Callable[[Row], Iterator[tuple[str, Entry]]]], ...] = (
    ("states", tables.state_entity, tables.state_patterns),
    ("organizations", tables.body_entity, tables.body_patterns),
    ("outlets", tables.body_entity, tables.body_patterns),
    ("people", tables.person_entity, tables.person_patterns),
    ("places", tables.thing_entity, tables.thing_patterns),
    ("weapons", tables.thing_entity, tables.thing_patterns),
)


class Knowledge:
    """All entities, and the patterns that may name them. Never changed after loading."""

    def __init__(self, rows: dict[str, tuple[Row, ...]], *, words: WordClasses) -> None:
        """Keep the rows by file; use `load_knowledge` to read them. ``words`` names the article and what joins."""
        self._rows = rows
        self._proclitics = words.words("common.proclitics")
        (self._article,) = words.words("mentions.article")
        self._people_by_key: dict[str, tuple[str, ...]] | None = None

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of one file, by its name without ending; none when there is no such file."""
        return self._rows.get(table, ())

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Every entity by id."""
        listed = {row["id"]: entity(row) for table, entity, _ in _TABLES for row in self.rows(table)}
        return {**{capital.id: capital for capital in self._capitals}, **listed}

    @cached_property
    def _capitals(self) -> tuple[Entity, ...]:
        capitals = (tables.capital_entity(row) for row in self.rows("states"))
        return tuple(capital for capital in capitals if capital is not None)

    @cached_property
    def given_genders(self) -> dict[str, str]:
        """The gender of each given name, folded: ``m``, ``f``, or ``""`` where both bear it."""
        genders = {fold_word(name): row["gender"] for row in self.rows("given_names") for name in cells(row, "names")}
        return {name: gender if gender in ("m", "f") else "" for name, gender in genders.items()}

    @cached_property
    def given_spellings(self) -> dict[str, str]:
        """The first spelling of each given name by all its spellings, folded, spaces left out."""
        rows = [[fold(name).replace(" ", "") for name in cells(row, "names")] for row in self.rows("given_names")]
        return {name: names[0] for names in rows for name in names}

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Given names, folded."""
        return frozenset(self.given_genders)

    @cached_property
    def everyday_names(self) -> frozenset[str]:
        """Given names that are everyday words too, folded."""
        rows = (row for row in self.rows("given_names") if row["also_word"] == "y")
        return frozenset(fold_word(name) for row in rows for name in cells(row, "names"))

    @cached_property
    def patterns(self) -> tuple[tuple[str, Entry], ...]:
        """Every string that may name something, with what it stands for."""
        patterns = [pattern for table, _, name in _TABLES for row in self.rows(table) for pattern in name(row)]
        patterns = self._with_ambiguity(patterns)
        patterns.extend(pattern for row in self.rows("terms") for pattern in tables.term_patterns(row))
        return (*patterns, *self._assimilated(patterns))

    @cached_property
    def matcher(self) -> Matcher[Entry]:
        """The automaton over `patterns`, joined prepositions and the article allowed before each."""
        return Matcher(self.patterns, proclitics=self._proclitics)

    @cached_property
    def by_name(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of a string, by its folded words joined with spaces."""
        found: dict[str, dict[Entry, None]] = {}
        cities = (
            (name, Entry("name", "place", city.id, city.country)) for city in self._capitals for name in _names(city)
        )
        for name, entry in (*self.patterns, *cities):
            if not entry.assimilated and entry.use != "term":
                found.setdefault(fold_phrase(name), {})[entry] = None
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def state_of_country(self) -> dict[str, str]:
        """The id of the state or territory of each ISO 3166 code."""
        return {row["iso2"]: row["id"] for row in self.rows("states") if row["iso2"]}

    @cached_property
    def ministries(self) -> dict[str, str]:
        """The slug of each part of a government by its name, folded words joined with spaces."""
        rows = self.rows("ministries")
        return {fold_phrase(name): row["slug"] for row in rows for name in cells(row, "names")}

    def people_by_key(self, letters: Letters) -> dict[str, tuple[str, ...]]:
        """The people by the keys of their names after the first: who may be meant by another spelling."""
        if self._people_by_key is None:
            found: dict[str, dict[str, None]] = {}
            for row in self.rows("people"):
                for word in {word for name in cells(row, "names") for word in fold_phrase(name).split()[1:]}:
                    found.setdefault(letters.key(word), {})[row["id"]] = None
            self._people_by_key = {key: tuple(people) for key, people in found.items()}
        return self._people_by_key

    def _with_ambiguity(self, patterns: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
        """The patterns, those of ``ambiguous.tsv`` marked, its forms that no other file has added."""
        forms = {fold(row["form"]): cells(row, "ids") for row in self.rows("ambiguous")}
        marked, missing = [], {(form, entity) for form, entities in forms.items() for entity in entities}
        for name, entry in patterns:
            form = fold(name)
            if form in forms:
                missing.discard((form, entry.entity))
                entry = msgspec.structs.replace(entry, ambiguous=True)
            marked.append((name, entry))
        for form, entity in sorted(missing):
            known = self.entities.get(entity)
            if known is not None:
                use = "last" if known.kind == "person" else "name"
                marked.append((form, Entry(use, known.kind, entity, known.country, known.gender, ambiguous=True)))
        return marked

    def _assimilated(self, patterns: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
        article = self._article
        return [
            (name[len(article) :], msgspec.structs.replace(entry, assimilated=True))
            for name, entry in patterns
            if name.startswith(article)
        ]


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def load_knowledge(overlay: Path | None, *, words: WordClasses) -> Knowledge:
    """The tables of ``knowledge/`` and ``names/terms.tsv``, rows of the user's folder after those of the package."""
    rows: dict[str, list[Row]] = {}
    for path in (*resource_paths("knowledge/*.tsv", overlay), *resource_paths("names/terms.tsv", overlay)):
        rows.setdefault(path.stem, []).extend(read_tsv(path))
    return Knowledge({name: tuple(table) for name, table in rows.items()}, words=words)
