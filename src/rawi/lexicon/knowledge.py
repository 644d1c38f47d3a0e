"""The knowledge base: states, bodies, outlets, people and places, with every way the press writes them."""

from functools import cached_property
from pathlib import Path

import msgspec

from rawi.lexicon.files import read_tsv, resource_paths
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold_word
from rawi.text.matcher import Matcher

Row = dict[str, str]


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody or something the ledger knows: its id, its kind (those of `rawi.model.Mention`), its names.

    ``name`` is the Arabic name shown, ``aliases`` its other Arabic spellings, ``latin`` its names in Latin letters.
    ``country`` is an ISO 3166 alpha-2 code, or ``""``.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    country: str = ""
    gender: str = ""


class Entry(msgspec.Struct, frozen=True):
    """What a string of the knowledge base stands for.

    ``use`` is ``name``, ``capital``, ``seat``, ``nisba``, ``people``, ``given`` or ``last`` (a last name alone).
    ``assimilated`` marks a name whose article is swallowed by a joined preposition (``للكرملين``).
    """

    use: str
    kind: str
    entity: str = ""
    country: str = ""
    gender: str = ""
    assimilated: bool = False


def cells(row: Row, column: str) -> tuple[str, ...]:
    """The values of a cell that lists several, separated by ``|``; empty when the column is not there."""
    return tuple(part.strip() for part in row.get(column, "").split("|") if part.strip())


class Knowledge:
    """All entities, and the patterns that may name them. Never changed after loading."""

    def __init__(self, tables: dict[str, tuple[Row, ...]], *, words: WordClasses) -> None:
        """Keep the rows by file; use `load_knowledge` to read them. ``words`` names the article and what joins."""
        self._tables = tables
        self._proclitics = words.words("common.proclitics")
        (self._article,) = words.words("mentions.article")

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of one file, by its name without ending; none when there is no such file."""
        return self._tables.get(table, ())

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Every entity by id."""
        found: dict[str, Entity] = {}
        for row in self.rows("states"):
            names = cells(row, "names")
            country = row["iso2"]
            found[row["id"]] = Entity(row["id"], "state", names[0], names[1:], cells(row, "en"), country)
        return found

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Given names, folded."""
        return frozenset(fold_word(name) for row in self.rows("given_names") for name in cells(row, "names"))

    @cached_property
    def patterns(self) -> tuple[tuple[str, Entry], ...]:
        """Every string that may name something, with what it stands for."""
        patterns: list[tuple[str, Entry]] = []
        for row in self.rows("states"):
            patterns.extend(_state_patterns(row))
        return (*patterns, *self._assimilated(patterns))

    @cached_property
    def matcher(self) -> Matcher[Entry]:
        """The automaton over `patterns`, joined prepositions and the article allowed before each."""
        return Matcher(self.patterns, proclitics=self._proclitics)

    def _assimilated(self, patterns: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
        article = self._article
        return [
            (name[len(article) :], msgspec.structs.replace(entry, assimilated=True))
            for name, entry in patterns
            if name.startswith(article)
        ]


def _state_patterns(row: Row) -> list[tuple[str, Entry]]:
    ways = (
        ("name", "names", ""),
        ("capital", "capital", ""),
        ("seat", "government_nicknames", ""),
        ("nisba", "nisba", "m"),
        ("nisba", "nisba_f", "f"),
        ("people", "people", ""),
    )
    return [
        (name, Entry(use, "state", row["id"], row["iso2"], gender))
        for use, column, gender in ways
        for name in cells(row, column)
    ]


def load_knowledge(overlay: Path | None, *, words: WordClasses) -> Knowledge:
    """The tables of ``knowledge/*.tsv``, rows of the user's folder after those of the package."""
    tables: dict[str, list[Row]] = {}
    for path in resource_paths("knowledge/*.tsv", overlay):
        tables.setdefault(path.stem, []).extend(read_tsv(path))
    return Knowledge({name: tuple(rows) for name, rows in tables.items()}, words=words)
