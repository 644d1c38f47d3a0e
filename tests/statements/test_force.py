"""The classes of cases/force.yaml: every force with its near misses; distance and strength; the forms of words."""

from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.pipeline import analyze
from rawi.segment import segment_article
from rawi.statements.distance import distance_of, strength_of
from rawi.statements.find import find_drafts
from rawi.statements.page import open_page
from rawi.statements.senses import load_senses
from rawi.text.folding import fold
from rawi.text.words import split_words


def load_cases(name):
    return yaml.safe_load((Path(__file__).parents[1] / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))


CLASSES = load_cases("force")
CASES = [pytest.param(case, id=f"{group['class']}-{n}") for group in CLASSES for n, case in enumerate(group["cases"])]


@pytest.mark.parametrize("case", CASES)
def test_force(case):
    statements = analyze(Article(id="case", text=case["text"], outlet=""), load_lexicon()).statements
    assert [one.force for one in statements if case["cue"] in one.cue.text][:1] == [case["force"]]


@pytest.mark.parametrize("group", CLASSES, ids=lambda group: group["class"])
def test_every_force_has_a_near_miss(group):
    assert any(case["force"] != group["class"] for case in group["cases"])


@pytest.mark.parametrize("case", load_cases("distance"), ids=lambda case: case["text"])
def test_strength_and_distance(case):
    lexicon = load_lexicon()
    article = Article(id="case", text=case["text"], outlet="")
    page = open_page(segment_article(article, split_words(article.text), lexicon=lexicon), (), (), lexicon)
    draft = next(draft for draft in find_drafts(page) if draft.cue.first == 0)
    assert (strength_of(page, draft), distance_of(page, draft)) == (case["strength"], case["distance"])


@pytest.mark.parametrize("case", load_cases("senses"), ids=lambda case: case["word"])
def test_a_form_has_the_class_of_its_entry(case):
    classes = load_senses(load_lexicon()).of_word(fold(case["word"])).classes
    assert case["class"] in classes if case["class"] else classes == ()


def test_a_word_that_only_begins_like_a_future_is_none():
    senses = load_senses(load_lexicon())
    assert [senses.of_word(fold(word)).future for word in load_cases("futures")["futures"]] == ["he", "we", "passive"]
    assert {senses.of_word(fold(word)).future for word in load_cases("futures")["others"]} == {""}
