"""The page on accuracy has every section, and its tables are written without touching what stands around them."""

import importlib.util
import re
from pathlib import Path

import pytest

from rawi.evaluate import Judgment, Miss, score
from rawi.evaluate.gold import GoldArticle, GoldStatement
from rawi.evaluate.report import MissKind
from rawi.model import Analysis, Evidence, Span, Speaker, Statement

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
SECTIONS = (
    "What is measured", "Dev", "Seeds", "Outlets held out", "By outlet", "By class of error", "Confidence", "By rule",
    "By lexicon entry",
)  # fmt: skip
CLASSES = (
    "Missed", "Extra", "Wrong speaker", "Content: right cue, another content", "Too long, too short",
    "Begins early, begins late", "Force", "Mode", "Chain, nesting, condition, channel, addressee, day",
)  # fmt: skip
TABLES = ("run", "dev", "seeds", "held-out", "outlets", "classes", "forces", "confidence", "rules", "entries")
TEXT = "the mayor said that the bridge is safe"


@pytest.fixture(scope="module")
def accuracy():
    spec = importlib.util.spec_from_file_location("accuracy", Path(__file__).with_name("accuracy.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scores():
    said, content = Span(10, 14, "said"), Span(20, 38, "the bridge is safe")
    evidence = (Evidence("cue/verb", "said", "cues/verbs:say"),)
    statement = Statement(
        "s", said, None, (content,), Speaker("the school"), "indirect", "deny", confidence=0.74, evidence=evidence
    )
    gold = GoldArticle("g", TEXT, (GoldStatement("said", "the mayor", (content.text,), "indirect", "assert"),))
    return score([gold], {"g": Analysis("g", statements=(statement,))}, particles=())


def test_page_has_every_section_and_every_class():
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == list(SECTIONS)
    assert re.findall(r"^### (.+)$", PAGE, re.MULTILINE) == list(CLASSES)


@pytest.mark.parametrize("name", TABLES)
def test_page_has_every_table_filled(name):
    _, _, rest = PAGE.partition(f"<!-- {name} -->\n")
    table, end, _ = rest.partition("<!-- end -->\n")
    assert end
    assert table.startswith("Measured at commit " if name == "run" else "| ")


def test_page_says_of_which_commit_and_day_its_figures_are():
    assert re.search(r"^Measured at commit [0-9a-f]{7,} of \d{4}-\d\d-\d\d", PAGE, re.MULTILINE)


def test_classes_of_the_table_are_those_of_the_errors(accuracy):
    assert set(accuracy.CLASSES) == set(MissKind.__args__)


def test_tables_are_filled_between_their_marks(accuracy):
    page = "a\n<!-- one -->\nold\n<!-- end -->\nb\n<!-- two -->\n<!-- end -->\nc\n"
    filled = accuracy.fill(page, {"two": "2\n", "one": "1\n"})
    assert filled == "a\n<!-- one -->\n1\n<!-- end -->\nb\n<!-- two -->\n2\n<!-- end -->\nc\n"
    assert accuracy.fill(filled, {"two": "2\n", "one": "1\n"}) == filled


def test_readme_has_a_place_for_the_figures_that_matter_most(accuracy, scores):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = accuracy.figures_table(scores, scores)
    assert "| statements found | 1.00 | 1.00 |" in table.splitlines()
    assert table in accuracy.fill(readme, {"figures": table})


@pytest.mark.parametrize("page", ["no mark\n", "<!-- one -->\nno end\n"])
def test_page_without_a_place_for_a_table_is_told(accuracy, page):
    with pytest.raises(ValueError, match=r"no place for a table: add '<!-- one -->"):
        accuracy.fill(page, {"one": "1\n"})


def test_measures_stand_beside_what_is_asked(accuracy, scores):
    table = accuracy.measures_table(scores, asked={"detected": "0.86"}, names=("detected", "speaker"))
    assert table.splitlines() == [
        "| measure | P | R | F1 | right | found | gold | asked |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| detected | 1.000 | 1.000 | 1.000 | 1 | 1 | 1 | 0.86 |",
        "| speaker | 0.000 | 0.000 | 0.000 | 0 | 1 | 1 |  |",
    ]


def test_classes_are_counted_with_what_they_cost(accuracy, scores):
    rows = accuracy.classes_table(scores, scores).splitlines()
    assert [row for row in rows if row.startswith(("| speaker", "| force", "| missed"))] == [
        "| missed | 0 | 0 | 0 | 0 |",
        "| speaker | 1 | 1 | 1 | 1 |",
        "| force | 1 | 0 | 1 | 0 |",
    ]


def test_rules_confidence_and_forces_have_a_row_each(accuracy, scores):
    tables = accuracy.make_tables({"": scores, "The Daily": scores}, scores)
    assert "| `cue/verb` | 1 | 0 | 1 | 0.00 | 0 | 1 | 0 | 0 |" in tables["rules"].splitlines()
    assert "| `cues/verbs:say` | 1 | 0 | 1 | 0.00 | 0 | 1 | 0 | 0 |" in tables["entries"].splitlines()
    assert "| 0.7–0.8 | 1 | 0.740 | 0.000 |" in tables["confidence"].splitlines()
    assert "| assert | deny | 1 |" in tables["forces"].splitlines()
    assert "| The Daily | 1 | 1 | 0.000 | 1.000 | 0.000 | 1.000 | 0.000 |" in tables["outlets"].splitlines()
    assert scores.judgments == (Judgment("speaker", ("cue/verb",), ("cues/verbs:say",), 0.74),)
    assert scores.misses[0] == Miss("speaker", "g", "said", "the mayor", "the school", "the bridge is safe")


def test_without_the_gold_the_page_is_left_as_it_is(accuracy, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(accuracy, "GOLD", tmp_path / "absent")
    monkeypatch.setattr(accuracy, "PAGE", tmp_path / "absent.md")
    accuracy.main([])
    assert capsys.readouterr().out == "accuracy: skipped, because ../shared with the gold is not here.\n"
