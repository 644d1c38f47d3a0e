"""Vowel marks that are folded away tell a subject from an adverb, an active from a passive, a noun from a pronoun."""

from pathlib import Path

import pytest
import yaml

from rawi.text import vowels

CASES = yaml.load(
    (Path(__file__).parents[1] / "cases" / "vowels.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
WORDS = [
    pytest.param(rule, word, told == "yes", id=f"{rule} {word}")
    for rule, sides in CASES.items()
    for told, words in sides.items()
    for word in words
]


@pytest.mark.parametrize(("rule", "word", "told"), WORDS)
def test_a_mark_is_told_from_its_near_misses(rule, word, told):
    assert getattr(vowels, rule)(word) is told
