"""Counting, senses and headlines: the words that comparing rests on."""

from importlib import util
from pathlib import Path

import pytest

from rawi.compare.quantities import Counter
from rawi.compare.terms import Terms
from rawi.lexicon import load_lexicon
from rawi.text.words import split_words
from rawi.workflows.headlines import headline_judge
from rawi.workflows.vocabulary import build_vocabulary

_spec = util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = util.module_from_spec(_spec)
_spec.loader.exec_module(reports)


@pytest.fixture(scope="module")
def vocabulary():
    return build_vocabulary(load_lexicon())


@pytest.fixture(scope="module")
def terms(vocabulary):
    return Terms(vocabulary)


@pytest.mark.parametrize("case", reports.cases("quantities"), ids=reports.names("quantities"))
def test_counts(case, vocabulary, terms):
    counter = Counter(vocabulary, terms)
    words = split_words(case["text"]).folded
    found = [*counter.find(words), *counter.duals(words, 0, len(words))]
    assert [one.value for one in found] == case["values"]


@pytest.mark.parametrize("case", reports.cases("senses"), ids=reports.names("senses"))
def test_senses(case, terms):
    first, second = (terms.of(split_words(word).folded)[0] for word in case["words"])
    assert bool(first.senses & second.senses or first.stem == second.stem) == case["shared"]


@pytest.mark.parametrize("case", reports.cases("headlines"), ids=lambda case: case["stance"])
def test_headlines(case):
    assert headline_judge(load_lexicon()).judge(case["first"], case["second"]).stance == case["stance"]


def test_every_antonym_names_a_group(vocabulary):
    named = {sense for pair in vocabulary.antonyms for sense in pair}
    assert named <= vocabulary.synonyms.keys()
