"""Entities of a ledger: listed, merged, split, renamed, imported; decisions outlive a new analysis."""

from datetime import UTC, date, datetime

import pytest

from rawi.errors import CorrectionError
from rawi.lexicon import load_lexicon
from rawi.model import Article, Identity
from rawi.workflows import entities
from rawi.workflows.ingesting import ingest
from rawi.workflows.ledgers import open_ledger

NOON = datetime(2022, 1, 10, 12, tzinfo=UTC)
FIRST = "قال وزير الخارجية الروسي سيرغي لافروف إن الرد قريب. وأكد الخبير حمزة القليوبي أن الأسعار سترتفع."
SECOND = "وأعلن الخبير حمزة القليوبي أن المصانع ستغلق. وقال سيرجي لافروف إن الوفد وصل."


@pytest.fixture
def ledger():
    articles = [
        Article(id="one", text=FIRST, outlet="أ", published=date(2022, 1, 10)),
        Article(id="two", text=SECOND, outlet="ب", published=date(2022, 1, 11)),
    ]
    with open_ledger(":memory:") as opened:
        ingest(articles, opened, load_lexicon())
        yield opened


@pytest.fixture
def decider():
    return entities.Decider("r", lambda: NOON, "why")


def listed(ledger, **asked):
    return {row.id: row for row in entities.list_entities(ledger, load_lexicon(), **asked)}


def id_of(ledger, name):
    return next(row.id for row in listed(ledger).values() if name in row.names)


def speakers(ledger):
    return {row.name: row.statements for row in ledger.speakers()}


def test_spellings_of_one_person_are_one_entity(ledger):
    assert set(listed(ledger)["person:sergey-lavrov"].names) == {"سيرغي لافروف", "سيرجي لافروف"}


def test_unknown_name_is_one_entity_over_articles(ledger):
    row = listed(ledger)[id_of(ledger, "حمزة القليوبي")]
    assert (row.kind, row.mentions) == ("person", 2)
    assert row.id.startswith("nil:person:")


def test_list_is_narrowed_by_kind_and_text(ledger):
    assert set(listed(ledger, kind="person", text="لافروف")) == {"person:sergey-lavrov"}


def test_merge_gathers_statements_and_its_end_parts_them(ledger, decider):
    apart = speakers(ledger)
    unknown = id_of(ledger, "حمزة القليوبي")
    entities.merge_entities(ledger, load_lexicon(), unknown, "person:sergey-lavrov", decider)
    assert sorted(speakers(ledger).values()) == [sum(apart.values())]
    entities.split_entity(ledger, load_lexicon(), unknown, None, decider)
    assert speakers(ledger) == apart


def test_merge_outlives_a_new_analysis(ledger, decider):
    unknown = id_of(ledger, "حمزة القليوبي")
    entities.merge_entities(ledger, load_lexicon(), unknown, "person:sergey-lavrov", decider)
    ingest([Article(id="three", text=SECOND, outlet="ج", published=date(2022, 1, 12))], ledger, load_lexicon())
    assert unknown not in listed(ledger)
    assert len(speakers(ledger)) == 1


def test_split_name_becomes_somebody_else(ledger, decider):
    entities.split_entity(ledger, load_lexicon(), "person:sergey-lavrov", "سيرجي لافروف", decider)
    assert listed(ledger)["person:sergey-lavrov"].names == ("سيرغي لافروف",)
    assert id_of(ledger, "سيرجي لافروف").startswith("split:")


def test_chosen_name_is_shown(ledger, decider):
    entities.rename_entity(ledger, load_lexicon(), "person:sergey-lavrov", "لافروف", decider)
    assert listed(ledger)["person:sergey-lavrov"].name == "لافروف"


def test_decisions_are_appended_with_who_and_why(ledger, decider):
    entities.rename_entity(ledger, load_lexicon(), "person:sergey-lavrov", "لافروف", decider)
    (kept,) = ledger.corrections("person:sergey-lavrov")
    assert (kept.kind, kept.field, kept.by, kept.note) == ("entity", "name", "r", "why")


def test_unknown_id_is_refused_with_the_nearest(ledger, decider):
    with pytest.raises(CorrectionError, match="did you mean 'person:sergey-lavrov'"):
        entities.rename_entity(ledger, load_lexicon(), "person:sergei-lavrov", "لافروف", decider)


def test_merge_of_one_with_itself_is_refused(ledger, decider):
    with pytest.raises(CorrectionError, match="one entity already"):
        entities.merge_entities(ledger, load_lexicon(), "person:sergey-lavrov", "person:sergey-lavrov", decider)


def test_imported_identity_takes_over_its_name(ledger, tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("id,kind,name\nmy:1,person,حمزة القليوبي\n,,\n", encoding="utf-8")
    kept, failures = entities.import_identities(ledger, load_lexicon(), [file], at=NOON)
    assert (kept, [failure.origin for failure in failures]) == (1, [f"{file}:3"])
    assert id_of(ledger, "حمزة القليوبي") == "my:1"


def test_imported_identity_is_kept_as_it_was(ledger, tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("id,kind,name,aliases,latin\nmy:1,person,أ ب,ج د|ه و,A B\n", encoding="utf-8")
    entities.import_identities(ledger, load_lexicon(), [file], at=NOON)
    expected = Identity("my:1", "person", "أ ب", ("ج د", "ه و"), ("A B",), source=f"{file}:2")
    assert ledger.identities() == (expected,)


def test_export_gives_every_name_and_no_description(ledger):
    exported = {one.id: one for one in entities.export_identities(ledger, load_lexicon())}
    lavrov = exported["person:sergey-lavrov"]
    assert (lavrov.name, lavrov.aliases, lavrov.gender) == ("سيرغي لافروف", ("سيرجي لافروف",), "m")
