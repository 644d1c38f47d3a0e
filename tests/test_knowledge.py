"""The knowledge base holds together: ids, references, countries, years, and no name that two claim unsaid."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from rawi.text.folding import fold

KNOWLEDGE = Path(__file__).parents[1] / "src" / "rawi" / "resources" / "knowledge"

ENTITIES = {
    "states": ("names",),
    "organizations": ("names", "acronyms_ar"),
    "outlets": ("names",),
    "people": ("names",),
    "places": ("names",),
    "weapons": ("names",),
}
ARABIC_COLUMNS = {
    "states": ("names", "capital", "nisba", "nisba_f", "people", "government_nicknames"),
    "organizations": ("names", "acronyms_ar"),
    "outlets": ("names",),
    "people": ("names", "short"),
    "places": ("names",),
    "weapons": ("names",),
    "given_names": ("names",),
    "roles": ("word", "feminine", "plurals"),
    "offices": ("titles_m", "titles_f"),
    "ministries": ("names",),
    "ambiguous": ("form",),
}
ENOUGH = {
    "states": 249,
    "organizations": 270,
    "outlets": 300,
    "people": 600,
    "offices_held": 1000,
    "roles": 250,
    "given_names": 900,
    "places": 700,
}
# Offices that one person of a body holds at a time; the head of state may be one ad interim.
HELD_BY_ONE = {
    "head_of_state": "head_of_state",
    "interim_president": "head_of_state",
    "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister",
    "defence_minister": "defence_minister",
    "interior_minister": "interior_minister",
    "secretary_general": "secretary_general",
}
# Two presidents of Ivory Coast at once, from the disputed election of November 2010 to the arrest of April 2011.
HELD_BY_TWO = {("state:ci", "head_of_state", "person:alassane-ouattara", "person:laurent-gbagbo")}
STILL = 12 * 9999


@cache
def rows(table):
    with (KNOWLEDGE / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cells(row, column):
    return [part for part in row[column].split("|") if part]


def forms(table, columns):
    """The folded strings of the columns, each with the ids of the rows that claim it."""
    owners = defaultdict(set)
    for row in rows(table):
        for column in columns:
            for name in cells(row, column):
                owners[fold(name)].add(row["id"])
    return owners


def shared(table, columns):
    return {form for form, owners in forms(table, columns).items() if len(owners) > 1}


def listed_as_ambiguous():
    return {fold(row["form"]) for row in rows("ambiguous")}


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def all_ids():
    return {row["id"] for table in ENTITIES for row in rows(table)}


def countries():
    return {row["iso2"] for row in rows("states") if row["iso2"]}


def month(value, *, unknown_month):
    year, _, month_of_year = value.partition("-")
    return 12 * int(year) + int(month_of_year or unknown_month)


def term(row):
    """First and last month that are sure, so that an unknown month never makes two terms overlap."""
    return month(row["from"], unknown_month=12), month(row["to"], unknown_month=1) if row["to"] else STILL


def terms_held_by_one():
    terms = defaultdict(list)
    for row in rows("offices_held"):
        if row["office"] in HELD_BY_ONE and "?" not in (row["from"], row["to"]) and not row["note"]:
            terms[row["body"], HELD_BY_ONE[row["office"]]].append((*term(row), row["person"]))
    return terms


every_table = pytest.mark.parametrize("table", sorted(path.stem for path in KNOWLEDGE.glob("*.tsv")))
every_entity_table = pytest.mark.parametrize("table", sorted(ENTITIES))


@every_table
def test_each_row_has_as_many_cells_as_the_header(table):
    lines = (KNOWLEDGE / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@every_table
def test_no_cell_has_stray_spaces_or_empty_values(table):
    values = [(row, value) for row in rows(table) for value in row.values()]
    assert [row for row, value in values if value != value.strip() or "||" in value or "  " in value] == []
    assert [row for row, value in values if value.startswith("|") or value.endswith("|")] == []


@every_table
def test_characters_are_the_plain_ones(table):
    text = (KNOWLEDGE / f"{table}.tsv").read_text(encoding="utf-8")
    odd = {char for char in text if unicodedata.category(char) in {"Cf", "Co", "Cn"} or "\ufb50" <= char <= "\ufeff"}
    assert odd == set()


@pytest.mark.parametrize(("table", "least"), ENOUGH.items())
def test_enough_rows(table, least):
    assert len(rows(table)) >= least


@every_entity_table
def test_ids_are_unique_in_their_table(table):
    assert repeated(row["id"] for row in rows(table)) == []


def test_ids_are_unique_across_tables():
    assert repeated(row["id"] for table in ENTITIES for row in rows(table)) == []


@every_entity_table
def test_ids_are_a_kind_and_a_slug(table):
    assert [row["id"] for row in rows(table) if not re.fullmatch(r"[a-z]+:[a-z0-9]+(-[a-z0-9]+)*", row["id"])] == []


@every_entity_table
def test_everything_has_an_arabic_and_a_latin_name(table):
    assert [row["id"] for row in rows(table) if not row["names"] or not row["en"]] == []


@pytest.mark.parametrize(("table", "columns"), ARABIC_COLUMNS.items())
def test_arabic_columns_hold_no_latin_letters(table, columns):
    names = [name for row in rows(table) for column in columns for name in cells(row, column)]
    assert [name for name in names if re.search("[A-Za-z]", name)] == []


@every_entity_table
def test_latin_column_holds_no_arabic_letters(table):
    assert [row["id"] for row in rows(table) if re.search("[\u0600-\u06ff]", row["en"])] == []


@pytest.mark.parametrize(("table", "columns"), ARABIC_COLUMNS.items())
def test_no_cell_repeats_a_spelling_that_folds_alike(table, columns):
    assert [
        (row, column)
        for row in rows(table)
        for column in columns
        if repeated(fold(name) for name in cells(row, column))
    ] == []


def test_no_name_is_claimed_by_two_states():
    assert shared("states", ["names"]) == set()


@pytest.mark.parametrize(
    ("table", "columns"),
    [*ENTITIES.items(), ("states", ("names", "capital", "government_nicknames")), ("states", ("nisba", "nisba_f"))],
)
def test_no_name_is_claimed_by_two_rows_unless_listed_as_ambiguous(table, columns):
    assert shared(table, columns) - listed_as_ambiguous() == set()


def test_last_names_alone_name_one_person_unless_listed_as_ambiguous():
    assert shared("people", ["short"]) - listed_as_ambiguous() == set()


def test_last_name_alone_is_not_the_full_name_of_somebody_else():
    full, alone = forms("people", ["names"]), forms("people", ["short"])
    assert [form for form in full.keys() & alone.keys() if full[form] != alone[form]] == []


def test_no_given_name_is_listed_twice():
    assert repeated(fold(name) for row in rows("given_names") for name in cells(row, "names")) == []


def test_no_role_word_is_listed_twice():
    assert repeated(fold(row["word"]) for row in rows("roles")) == []


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("organizations", "country"),
        ("outlets", "country"),
        ("people", "country"),
        ("places", "country"),
        ("weapons", "country"),
    ],
)
def test_countries_are_those_of_the_states(table, column):
    assert {row[column] for row in rows(table) if row[column]} - countries() == set()


@pytest.mark.parametrize("column", ["iso2", "iso3"])
def test_codes_of_states_are_unique(column):
    assert repeated(row[column] for row in rows("states") if row[column]) == []


def test_iso_codes_have_their_shape():
    shapes = {(len(row["iso2"]), len(row["iso3"])) for row in rows("states")}
    assert shapes == {(2, 3), (0, 0)}


def test_cow_codes_are_numbers_shared_only_with_a_former_state():
    codes = defaultdict(set)
    for row in rows("states"):
        codes[row["cow"]].add(row["kind"])
    assert [code for code in codes if not re.fullmatch(r"|\d{1,3}", code)] == []
    living = [row["cow"] for row in rows("states") if row["cow"] and row["kind"] != "historic"]
    assert repeated(living) == []


def test_each_member_state_has_a_nisba_of_both_genders_or_neither():
    assert [row["id"] for row in rows("states") if len(cells(row, "nisba")) != len(cells(row, "nisba_f"))] == []


def test_genders():
    assert {row["gender"] for row in rows("people")} == {"m", "f"}
    assert {row["gender"] for row in rows("given_names")} == {"m", "f", "u"}


def test_kinds_of_outlets():
    assert {row["kind"] for row in rows("outlets")} == {
        "agency",
        "newspaper",
        "television",
        "radio",
        "site",
        "magazine",
    }


def test_identifiers_of_wikidata_have_their_shape():
    assert [row["id"] for row in rows("people") if not re.fullmatch(r"|Q\d+", row["wikidata"])] == []


def test_offices_held_are_of_known_people_offices_and_bodies():
    known = all_ids()
    offices = {row["slug"] for row in rows("offices")}
    assert {row["person"] for row in rows("offices_held")} - known == set()
    assert {row["body"] for row in rows("offices_held")} - known == set()
    assert {row["office"] for row in rows("offices_held")} - offices == set()


@pytest.mark.parametrize("column", ["from", "to"])
def test_dates_are_a_year_a_month_or_unknown(column):
    dates = {row[column] for row in rows("offices_held")}
    assert [date for date in dates if not re.fullmatch(r"\?|(19|20)\d\d(-(0[1-9]|1[0-2]))?", date or "?")] == []


def test_every_term_has_a_beginning_or_says_that_it_is_unknown():
    assert [row for row in rows("offices_held") if not row["from"]] == []


def test_terms_end_after_they_begin():
    dated = [row for row in rows("offices_held") if "?" not in (row["from"], row["to"]) and row["to"]]
    assert [row for row in dated if month(row["to"], unknown_month=12) < month(row["from"], unknown_month=1)] == []


def test_an_office_of_one_is_not_held_by_two_at_a_time():
    """A month of handing over is allowed: both terms may name it."""
    clashes = {
        (*office, *sorted((one[2], other[2])))
        for office, terms in terms_held_by_one().items()
        for one, other in combinations(sorted(terms), 2)
        if one[2] != other[2] and other[0] < one[1] - 1
    }
    assert clashes == HELD_BY_TWO


def test_ambiguous_forms_point_to_known_entities():
    assert {entity for row in rows("ambiguous") for entity in cells(row, "ids")} - all_ids() == set()


@pytest.mark.parametrize(
    ("person", "office", "year"),
    [
        ("person:john-kerry", "foreign_minister", 2016),
        ("person:antony-blinken", "foreign_minister", 2022),
        ("person:jens-stoltenberg", "secretary_general", 2022),
        ("person:sergey-lavrov", "foreign_minister", 2022),
        ("person:saud-al-faisal", "foreign_minister", 2010),
        ("person:ban-ki-moon", "secretary_general", 2012),
    ],
)
def test_who_held_the_office_in_a_year(person, office, year):
    terms = [row for row in rows("offices_held") if row["person"] == person and row["office"] == office]
    assert [row["office"] for row in terms if int(row["from"][:4]) <= year <= int(row["to"][:4] or "9999")] == [office]
