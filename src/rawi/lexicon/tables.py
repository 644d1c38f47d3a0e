"""The tables of the knowledge base: what the columns of each file say, and which strings name what."""

from collections.abc import Iterator

import msgspec

Row = dict[str, str]

# What the organizations table calls a body -> the kind of a mention of it.
BODY_KINDS = {
    "party": "party",
    "armed_group": "armed_group",
    "terrorist_group": "armed_group",
    "company": "company",
    "government_body": "government",
    "parliament": "government",
    "security_service": "government",
}


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

    ``use`` is ``name``, ``capital``, ``seat``, ``nisba``, ``people``, ``last`` (the last name of a person alone) or
    ``term``: a word the tagger weighs (``kind`` says what it is: a club, a currency) that names no entity by itself.
    ``assimilated`` marks a name whose article is swallowed by a joined preposition (``للكرملين``), ``ambiguous`` one
    that names something only where the context says so.
    """

    use: str
    kind: str
    entity: str = ""
    country: str = ""
    gender: str = ""
    assimilated: bool = False
    ambiguous: bool = False


def cells(row: Row, column: str) -> tuple[str, ...]:
    """The values of a cell that lists several, separated by ``|``; empty when the column is not there."""
    return tuple(part.strip() for part in row.get(column, "").split("|") if part.strip())


def state_entity(row: Row) -> Entity:
    """The state or territory of a row of ``states.tsv``."""
    names = cells(row, "names")
    return Entity(row["id"], "state", names[0], names[1:], cells(row, "en"), row["iso2"])


def body_entity(row: Row) -> Entity:
    """The organization, party, armed group, company or outlet of a row."""
    names = (*cells(row, "names"), *cells(row, "acronyms_ar")) or cells(row, "en")
    latin = (*cells(row, "en"), *cells(row, "acronyms_en"))
    return Entity(row["id"], body_kind(row), names[0], names[1:], latin, row.get("country", ""))


def person_entity(row: Row) -> Entity:
    """The person of a row of ``people.tsv``."""
    names = cells(row, "names")
    return Entity(
        row["id"], "person", names[0], names[1:], cells(row, "en"), row.get("country", ""), row.get("gender", "")
    )


def thing_entity(row: Row) -> Entity:
    """The place or weapon of a row of ``places.tsv`` or ``weapons.tsv``."""
    names = cells(row, "names")
    return Entity(row["id"], kind_of(row["id"]), names[0], names[1:], cells(row, "en"), row.get("country", ""))


def body_kind(row: Row) -> str:
    """The kind of mention a row of ``organizations.tsv`` or ``outlets.tsv`` is."""
    if row["id"].startswith("outlet:"):
        return "outlet"
    return BODY_KINDS.get(row["kind"], "organization")


def kind_of(entity: str) -> str:
    """The kind of mention an id stands for where the id alone tells it, as ``place:cairo`` does."""
    return entity.partition(":")[0]


def capital_entity(row: Row) -> Entity | None:
    """The capital of a state as a place; None where it is not named or called as the state itself."""
    names = [name for name in cells(row, "capital") if name not in cells(row, "names")]
    latin = cells(row, "capital_en")
    if not names or not latin:
        return None
    slug = "-".join("".join(char if char.isalnum() else " " for char in latin[0].lower()).split())
    return Entity(f"place:{slug}", "place", names[0], tuple(names[1:]), latin, row["iso2"])


def state_patterns(row: Row) -> Iterator[tuple[str, Entry]]:
    """The names, capital, seats, adjectives and people of a state."""
    ways = (
        ("name", "names", ""),
        ("capital", "capital", ""),
        ("seat", "government_nicknames", ""),
        ("nisba", "nisba", "m"),
        ("nisba", "nisba_f", "f"),
        ("people", "people", ""),
    )
    for use, column, gender in ways:
        for name in cells(row, column):
            yield name, Entry(use, "state", row["id"], row["iso2"], gender)


def body_patterns(row: Row) -> Iterator[tuple[str, Entry]]:
    """The names and acronyms of a body, in both scripts."""
    entry = Entry("name", body_kind(row), row["id"], row.get("country", ""))
    for column in ("names", "acronyms_ar", "en", "acronyms_en"):
        for name in cells(row, column):
            yield name, entry


def person_patterns(row: Row) -> Iterator[tuple[str, Entry]]:
    """The names of a person, and the last names the press uses alone."""
    for use, columns in (("name", ("names", "en")), ("last", ("short",))):
        entry = Entry(use, "person", row["id"], row.get("country", ""), row.get("gender", ""))
        for column in columns:
            for name in cells(row, column):
                yield name, entry


def thing_patterns(row: Row) -> Iterator[tuple[str, Entry]]:
    """The names of a place or weapon."""
    entry = Entry("name", kind_of(row["id"]), row["id"], row.get("country", ""))
    for name in cells(row, "names"):
        yield name, entry


def term_patterns(row: Row) -> Iterator[tuple[str, Entry]]:
    """The words of a row of ``names/terms.tsv``."""
    entry = Entry("term", row["class"])
    for name in cells(row, "names"):
        yield name, entry
