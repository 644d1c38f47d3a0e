"""Identities of other registers: FollowTheMoney JSON lines, Wikidata entity JSON, CSV."""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import InputError
from rawi.model import Failure, Identity

# FollowTheMoney schema -> kind. Other schemata (addresses, passports, ownership ...) name nobody.
_SCHEMATA = {
    "Person": "person",
    "Organization": "organization",
    "LegalEntity": "organization",
    "PublicBody": "government",
    "Company": "company",
}
# Wikidata class (P31) -> kind; any other class is an organization, as far as it has a label.
_CLASSES = {"Q5": "person", "Q6256": "state", "Q3624078": "state", "Q43229": "organization", "Q7278": "party"}
_PERSON_GENDERS = {"Q6581097": "m", "Q6581072": "f", "male": "m", "female": "f"}
_COLUMNS = ("id", "kind", "name")

Found = Iterator[Identity | Failure]


def read_identities(path: Path) -> Found:
    """The identities of a file; what cannot be read is a failure with its line.

    ``.csv`` needs the columns ``id``, ``kind`` and ``name``; ``aliases`` and ``latin`` list values separated by ``|``,
    ``country`` and ``gender`` are taken where they stand. Any other file is JSON: one FollowTheMoney entity or Wikidata
    entity a line, or a whole Wikidata answer (``{"entities": {...}}``).

    Raises:
        InputError: the file cannot be opened, or a CSV has not the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from (_read_csv(path, file) if path.suffix == ".csv" else _read_json(path, file))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}. Give a UTF-8 file of identities.") from error


def _read_csv(path: Path, file: Iterator[str]) -> Found:
    rows = csv.DictReader(file)
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise InputError(f"{path}:1: no column {', '.join(missing)}; a CSV of identities needs {', '.join(_COLUMNS)}.")
    for row in rows:
        origin = f"{path}:{rows.line_num}"
        if not all(row[name] for name in _COLUMNS):
            yield Failure(origin, "no id, kind or name", "Fill the three columns in every row.")
            continue
        yield Identity(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            aliases=_listed(row, "aliases"),
            latin=_listed(row, "latin"),
            country=row.get("country") or "",
            gender=row.get("gender") or "",
            source=origin,
        )


def _listed(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(filter(None, (row.get(column) or "").split("|")))


def _read_json(path: Path, file: Iterator[str]) -> Found:
    for number, line in enumerate(file, 1):
        if not line.strip().rstrip(","):
            continue
        origin = f"{path}:{number}"
        try:
            record = msgspec.json.decode(line.strip().rstrip(","), type=dict[str, Any])
        except msgspec.DecodeError as error:
            yield Failure(origin, f"not a JSON object: {error}", "Give one entity a line.")
            continue
        entities = record.get("entities")
        for each in entities.values() if isinstance(entities, dict) else [record]:
            yield from _from_record(each, origin)


def _from_record(record: dict[str, Any], origin: str) -> Found:
    try:
        if "schema" in record:
            yield from _from_money(record, origin)
        elif "labels" in record:
            yield from _from_wikidata(record, origin)
        else:
            yield Failure(
                origin, "neither a FollowTheMoney nor a Wikidata entity", "See docs/entities.md for examples."
            )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        yield Failure(origin, f"the entity lacks something: {error!r}", "See docs/entities.md for examples.")


def _from_money(record: dict[str, Any], origin: str) -> Found:
    kind = _SCHEMATA.get(record["schema"])
    if kind is None:
        return
    properties = record["properties"]
    names = [name for field in ("name", "alias", "weakAlias") for name in properties.get(field, ())]
    country = next(iter(properties.get("country", properties.get("nationality", ()))), "")
    gender = _PERSON_GENDERS.get(next(iter(properties.get("gender", ())), ""), "")
    yield from _identity(f"ftm:{record['id']}", kind, names, country=country.upper()[:2], gender=gender, origin=origin)


def _from_wikidata(record: dict[str, Any], origin: str) -> Found:
    labels, aliases = record["labels"], record.get("aliases", {})
    names = [labels[language]["value"] for language in ("ar", "en", "fr") if language in labels]
    names += [label["value"] for language, label in labels.items() if language not in ("ar", "en", "fr")]
    names += [alias["value"] for several in aliases.values() for alias in several]
    claims = record.get("claims", {})
    classes = _values(claims, "P31")
    kind = next((_CLASSES[each] for each in classes if each in _CLASSES), "organization")
    gender = next((_PERSON_GENDERS[each] for each in _values(claims, "P21") if each in _PERSON_GENDERS), "")
    country = next(iter(_values(claims, "P297")), "")
    yield from _identity(f"wikidata:{record['id']}", kind, names, country=country, gender=gender, origin=origin)


def _values(claims: dict[str, Any], name: str) -> list[str]:
    """The values of a property: ids of entities, or strings."""
    found = [claim["mainsnak"].get("datavalue", {}).get("value") for claim in claims.get(name, ())]
    return [value["id"] if isinstance(value, dict) else value for value in found if value]


def _identity(id: str, kind: str, names: list[str], *, country: str, gender: str, origin: str) -> Found:  # noqa: A002
    """An identity with its names sorted by script; names in a third script are left out."""
    arabic = list(dict.fromkeys(name for name in names if _is_script(name, "ARABIC")))
    latin = list(dict.fromkeys(name for name in names if _is_script(name, "LATIN")))
    if not arabic and not latin:
        yield Failure(origin, f"{id} has no name in Arabic or Latin letters", "Add one, or leave it out.")
        return
    shown = arabic[0] if arabic else latin[0]
    yield Identity(id, kind, shown, tuple(arabic[1:]), tuple(latin), country, gender, origin)


def _is_script(name: str, script: str) -> bool:
    letters = [unicodedata.name(char, "") for char in name if char.isalpha()]
    return bool(letters) and sum(letter.startswith(script) for letter in letters) * 2 > len(letters)
