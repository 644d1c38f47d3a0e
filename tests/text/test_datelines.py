from functools import cache
from pathlib import Path

import msgspec
import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.text.datelines import find_dateline
from rawi.text.folding import fold_word
from rawi.text.words import split_words

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "datelines.yaml").read_text(encoding="utf-8"))


@cache
def vocabulary():
    names = frozenset(map(fold_word, CASES["given_names"]))
    return msgspec.structs.replace(load_lexicon().dateline_words, given_names=names)


def dateline_of(line):
    words = split_words(line)
    found = find_dateline(words, 0, len(words), vocabulary())
    if found is None:
        return None
    spans = {"place": found.place, "credit": found.credit, "byline": found.byline, "rest": (found.last, len(words))}
    return {
        name: line[words.starts[first] : words.ends[last - 1]]
        for name, (first, last) in ((name, span) for name, span in spans.items() if span)
        if last > first
    }


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["line"])
def test_dateline(case):
    assert dateline_of(case["line"]) == {name: words for name, words in case.items() if name != "line"}


@pytest.mark.parametrize("line", CASES["none"])
def test_no_dateline(line):
    assert dateline_of(line) is None
