"""Who a name stands for across articles: knowledge base, imported identities, decisions, stable ids for the rest."""

import json
from datetime import UTC, datetime

import pytest

from rawi.lexicon import load_lexicon
from rawi.link.registry import Registry, nil_entity
from rawi.model import Correction, Identity

NOON = datetime(2022, 1, 10, 12, tzinfo=UTC)


def decision(target, field, value):
    return Correction("entity", target, field, json.dumps(value), by="r", at=NOON)


def registry(*decisions, imported=()):
    return Registry(load_lexicon(), imported, decisions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("غونثر شفاينهاوزر", "جونثر شفاينهاوزر"),
        ("سيرغي بوندارتشوك", "سيرجي بوندارتشوك"),
        ("عبد الله القليوبي", "عبدالله القليوبي"),
    ],
)
def test_spellings_of_an_unknown_name_share_an_id(one, other):
    assert (
        nil_entity("person", one, lexicon=load_lexicon()) == nil_entity("person", other, lexicon=load_lexicon()) != ""
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("حسن القليوبي", "حسين القليوبي"), ("كريم بوريل", "كريم بوريس"), ("سليم القليوبي", "سالم القليوبي")],
)
def test_other_names_have_other_ids(one, other):
    assert nil_entity("person", one, lexicon=load_lexicon()) != nil_entity("person", other, lexicon=load_lexicon())


@pytest.mark.parametrize(
    ("kind", "name"), [("person", "القليوبي"), ("role", "وزير الصحة"), ("government", "وزارة الصحة")]
)
def test_what_may_be_anybody_has_no_id(kind, name):
    assert nil_entity(kind, name, lexicon=load_lexicon()) == ""


def test_link_of_the_article_stands():
    assert registry().resolve("person", "لافروف", "person:sergey-lavrov").entity == "person:sergey-lavrov"


def test_imported_name_is_found_for_an_unlinked_one():
    known = Identity("ftm:1", "person", "حمزة القليوبي")
    assert registry(imported=[known]).resolve("person", "حمزة القليوبي").entity == "ftm:1"


def test_imported_latin_name_fits_an_arabic_one():
    known = Identity("ftm:1", "person", "Hamza Qalyubi", latin=("Hamza Qalyubi",))
    assert registry(imported=[known]).resolve("person", "حمزة قليوبي").entity == "ftm:1"


def test_imported_latin_name_of_somebody_else_does_not_fit():
    known = Identity("ftm:1", "person", "Samir Qalyubi", latin=("Samir Qalyubi",))
    assert registry(imported=[known]).resolve("person", "حمزة قليوبي").entity.startswith("nil:person:")


def test_two_imported_bearers_of_a_name_leave_it_unlinked():
    twins = [Identity("ftm:1", "person", "حمزة القليوبي"), Identity("ftm:2", "person", "حمزة القليوبي")]
    assert registry(imported=twins).resolve("person", "حمزة القليوبي").entity.startswith("nil:person:")


def test_imported_body_is_not_a_person_of_its_name():
    known = Identity("ftm:1", "company", "حمزة القليوبي")
    assert registry(imported=[known]).resolve("person", "حمزة القليوبي").entity.startswith("nil:person:")


def test_imported_identity_that_is_known_becomes_the_known_one():
    known = Identity("wikidata:Q58217", "person", "سيرغي لافروف", aliases=("سيرغي فيكتوروفيتش",))
    assert registry(imported=[known]).resolve("person", "سيرغي فيكتوروفيتش").entity == "person:sergey-lavrov"


def test_merge_moves_all_names_and_its_end_moves_them_back():
    merged = decision("a", "merge", "b")
    assert registry(merged).resolve("person", "x y", "a").entity == "b"
    assert registry(merged, decision("a", "merge", None)).resolve("person", "x y", "a").entity == "a"


def test_merges_follow_one_another_and_a_ring_ends():
    chain = [decision("a", "merge", "b"), decision("b", "merge", "c")]
    assert registry(*chain).resolve("person", "x y", "a").entity == "c"
    assert registry(*chain, decision("c", "merge", "a")).resolve("person", "x y", "a").entity in {"a", "b", "c"}


def test_split_name_is_somebody_else_and_the_other_names_stay():
    apart = registry(decision("a", "split", "حمزة القليوبي"))
    assert apart.resolve("person", "حمزة القليوبي", "a").entity.startswith("split:")
    assert apart.resolve("person", "القليوبي", "a").entity == "a"


def test_chosen_name_is_shown():
    assert registry(decision("person:sergey-lavrov", "name", "لافروف")).name_of("person:sergey-lavrov") == "لافروف"


def test_decisions_on_other_records_are_none_on_entities():
    other = Correction("story", "a", "merge", '"b"', by="r", at=NOON)
    assert registry(other).resolve("person", "x y", "a").entity == "a"
