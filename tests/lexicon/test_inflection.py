"""Verbs and verbal nouns are inflected as Arabic writes them; the words are in cases/inflection.yaml."""

from pathlib import Path

import msgspec
import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.lexicon.inflection import FormIndex, Stems, inflect
from rawi.text.folding import fold

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "inflection.yaml").read_text(encoding="utf-8"))
JOINED = yaml.safe_load((Path(__file__).parents[1] / "cases" / "joined.yaml").read_text(encoding="utf-8"))
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@pytest.fixture(scope="module")
def templates():
    return load_lexicon().inflection


@pytest.fixture
def forms_of(templates):
    return lambda stems: list(inflect(msgspec.convert(stems, Stems), templates))


@each_case
def test_forms_are_there(case, forms_of):
    made = {form.word for form in forms_of(case["stems"])}
    assert [word for word in case["has"] if fold(word) not in made] == []


@each_case
def test_misspellings_are_not(case, forms_of):
    made = {form.word for form in forms_of(case["stems"])}
    assert [word for word in case["lacks"] if fold(word) in made] == []


@each_case
def test_a_word_comes_once_in_each_tense(case, forms_of):
    made = [(form.tense, form.word, form.pronoun) for form in forms_of(case["stems"])]
    assert len(made) == len(set(made))


@pytest.mark.parametrize(
    ("word", "agrees"),
    [(1, ("m", "pl", 3)), (2, ("f", "du", 3)), (3, ("", "sg", 1)), (4, ("", "pl", 2)), (5, ("f", "pl", 3))],
    ids=["they", "both, f", "I", "you", "they, f"],
)
def test_forms_say_whom_they_agree_with(word, agrees, forms_of):
    hollow = CASES[1]
    [form] = [each for each in forms_of(hollow["stems"]) if each.word == fold(hollow["has"][word])]
    assert (form.gender, form.number, form.person) == agrees


def test_the_third_person_stands_for_another_one_written_alike(forms_of):
    strong = CASES[0]
    [form] = [each for each in forms_of(strong["stems"]) if each.word == fold(strong["has"][0])]
    assert (form.gender, form.person) == ("f", 3)


@pytest.mark.parametrize("case", JOINED, ids=[case["word"] for case in JOINED])
def test_what_is_joined_before_a_form_is_told_from_it(case, forms_of, templates):
    index = FormIndex(((form, form.tense) for form in forms_of(CASES[0]["stems"])), templates)
    assert [[joined, tense] for joined, _, tense in index.find(fold(case["word"]))] == case["read"]
