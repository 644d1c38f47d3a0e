"""Reading identities of other registers, and what is said of records that are none."""

import json

import pytest

from rawi.errors import InputError
from rawi.model import Failure, Identity
from rawi.read.identities import read_identities


@pytest.fixture
def read(tmp_path):
    def read(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return list(read_identities(path)), str(path)

    return read


def test_money_person(read):
    record = {
        "id": "NK-1",
        "schema": "Person",
        "properties": {
            "name": ["Hamza Qalyubi", "حمزة القليوبي"],
            "alias": ["أبو سعد"],
            "country": ["eg"],
            "gender": ["male"],
        },
    }
    found, path = read("x.ftm.json", json.dumps(record))
    expected = Identity("ftm:NK-1", "person", "حمزة القليوبي", ("أبو سعد",), ("Hamza Qalyubi",), "EG", "m", f"{path}:1")
    assert found == [expected]


def test_money_address_names_nobody(read):
    found, _ = read("x.json", json.dumps({"id": "a", "schema": "Address", "properties": {"full": ["Cairo"]}}))
    assert found == []


def test_wikidata_person(read):
    claims = {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
        "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581072"}}}}],
    }
    labels = {"ar": {"value": "هدى القليوبي"}, "en": {"value": "Huda Qalyubi"}}
    record = {"id": "Q1", "labels": labels, "aliases": {"ar": [{"value": "أم سعد"}]}, "claims": claims}
    found, path = read("x.json", json.dumps({"entities": {"Q1": record}}))
    expected = Identity("wikidata:Q1", "person", "هدى القليوبي", ("أم سعد",), ("Huda Qalyubi",), "", "f", f"{path}:1")
    assert found == [expected]


def test_wikidata_without_a_class_is_a_body(read):
    found, _ = read("x.json", json.dumps({"id": "Q2", "labels": {"en": {"value": "Nile Gas"}}}))
    assert [(one.kind, one.name) for one in found] == [("organization", "Nile Gas")]


def test_csv(read):
    found, path = read("x.csv", "id,kind,name,aliases,country", "p:1,person,حمزة القليوبي,أبو سعد|القليوبي,EG")
    assert found == [
        Identity("p:1", "person", "حمزة القليوبي", ("أبو سعد", "القليوبي"), country="EG", source=f"{path}:2")
    ]


def test_csv_row_without_a_name_is_a_failure_and_the_others_are_read(read):
    found, path = read("x.csv", "id,kind,name", "p:1,person,", "p:2,person,حمزة القليوبي")
    assert [type(one) for one in found] == [Failure, Identity]
    assert found[0].origin == f"{path}:2"


def test_csv_without_the_columns_stops(read):
    with pytest.raises(InputError, match="no column kind, name"):
        read("x.csv", "id,label", "1,x")


@pytest.mark.parametrize(
    "line", ["not json", "[1]", '{"x": 1}', '{"id": "a", "schema": "Person"}', '{"id": "Q1", "labels": {}}']
)
def test_line_that_is_no_entity_is_a_failure(read, line):
    found, path = read("x.json", line)
    assert [one.origin for one in found] == [f"{path}:1"]
    assert isinstance(found[0], Failure)


def test_missing_file_stops(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        list(read_identities(tmp_path / "none.json"))
