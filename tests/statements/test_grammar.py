"""What the spelling of a word tells, with near misses; the words are in cases/grammar.yaml."""

from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.statements.grammar import load_grammar
from rawi.text.folding import fold

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "grammar.yaml").read_text(encoding="utf-8"))


def each_word_of(name):
    words = [(word, side == "yes") for side in ("yes", "no") for word in CASES[name][side]]
    return pytest.mark.parametrize(("word", "told"), words)


@pytest.fixture(scope="module")
def grammar():
    return load_grammar(load_lexicon())


@each_word_of("joined")
def test_a_joined_preposition_is_told_from_a_first_letter(word, told, grammar):
    assert grammar.has_joined(fold(word), frozenset(CASES["joined"]["prepositions"])) is told


@pytest.mark.parametrize("case", CASES["bare"], ids=lambda case: case["word"])
def test_the_article_is_taken_off_where_a_word_is_left(case, grammar):
    assert grammar.without_article(fold(case["word"])) == fold(case["bare"])


@each_word_of("verbal_nouns")
def test_a_verbal_noun_is_told_by_its_pattern(word, told, grammar):
    assert grammar.is_verbal_noun(fold(word)) is told


@each_word_of("lemmas")
def test_a_class_lists_a_lemma_as_written(word, told, grammar):
    assert grammar.has_lemma(CASES["lemmas"]["class"], word) is told
