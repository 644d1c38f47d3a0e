"""Our measures are those of the reference scorer; a few are worked out by hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rawi.errors import GoldError
from rawi.evaluate import Miss, read_gold, score
from rawi.evaluate.gold import GoldArticle, GoldStatement, locate
from rawi.evaluate.report import Measure
from rawi.lexicon import load_lexicon
from rawi.model import Analysis, Article, Span, Speaker, Statement
from rawi.pipeline import analyze

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "قال الوزير إن الجسر آمن، ونفت الشركة أن العمل توقف"
PARTICLES = frozenset(["ان", "انه"])

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared with the gold and the reference scorer is not here"
)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def said(speaker, content, **fields):
    return Statement(
        **{"id": "s", "cue": None, "source": None, "content": (span(content),), "speaker": Speaker(speaker)}
        | {"mode": "indirect", "force": "assert"}
        | fields
    )


def gold(*statements, **fields):
    return GoldArticle(id="g", text=TEXT, statements=statements, **fields)


BRIDGE = GoldStatement(cue="قال", speaker="الوزير", content=("الجسر آمن",), mode="indirect", force="assert")
WORK = GoldStatement(cue="ونفت", speaker="الشركة", content=("العمل توقف",), mode="indirect", force="deny")


def scored(article, *statements):
    return score([article], {"g": Analysis(id="g", statements=statements)}, particles=PARTICLES)


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds.jsonl", "dev.jsonl"])
def test_figures_are_those_of_the_reference_scorer(name, tmp_path):
    annotated = read_gold(SHARED / "eval" / name)
    lexicon = load_lexicon()
    lines = [json.loads(line) for line in (SHARED / "eval" / name).read_text(encoding="utf-8").splitlines()]
    found = {line["id"]: analyze(Article(id=line["id"], text=line["text"]), lexicon) for line in lines[1:]}
    ours = score(annotated, found, particles=lexicon.words.words("evaluate.complementizers"))
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_bytes(b"\n".join(map(encode, found.values())))
    command = [sys.executable, SHARED / "eval" / "score.py", SHARED / "eval" / name, predicted, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert {name: as_dict(one) for name, one in ours.measures.items()} == theirs["scores"]
    assert list(ours.missing) == theirs["missing"] == [lines[0]["id"]]


def encode(analysis):
    import msgspec

    return msgspec.json.encode(analysis)


def as_dict(measure):
    import msgspec

    return msgspec.structs.asdict(measure)


def test_all_found_is_all_right():
    scores = scored(gold(BRIDGE, WORK), said("الوزير", "الجسر آمن"), said("الشركة", "العمل توقف", force="deny"))
    assert scores.measures["who_said_what"] == Measure(p=1.0, r=1.0, f1=1.0, tp=2, pred=2, gold=2)
    assert scores.misses == ()


def test_one_missed_one_extra_one_wrong_speaker():
    scores = scored(gold(BRIDGE, WORK), said("المدير", "الجسر آمن"), said("الوزير", "قال"))
    assert scores.measures["detected"] == Measure(p=0.5, r=0.5, f1=0.5, tp=1, pred=2, gold=2)
    assert scores.measures["who_said_what"].tp == 0
    assert scores.misses == (
        Miss("speaker", "g", "قال", "الوزير", "المدير", "الجسر آمن"),
        Miss("missed", "g", "ونفت", "الشركة", "", "العمل توقف"),
        Miss("extra", "g", "", "", "الوزير", "قال"),
    )


def test_wrong_force_is_counted_and_told():
    scores = scored(gold(WORK), said("الشركة", "العمل توقف"))
    assert scores.measures["force"].tp == 0
    assert scores.confusions() == {("deny", "assert"): 1}


def test_optional_statement_neither_counts_when_found_nor_when_missed():
    optional = GoldStatement(**{name: getattr(BRIDGE, name) for name in BRIDGE.__struct_fields__} | {"optional": True})
    assert scored(gold(optional, WORK), said("الوزير", "الجسر آمن")).measures["detected"].gold == 1
    assert scored(gold(optional, WORK), said("الوزير", "الجسر آمن")).measures["detected"].pred == 0


def test_opening_particle_does_not_count_as_content():
    assert scored(gold(WORK), said("الشركة", "أن العمل توقف", force="deny")).measures["content_words"].p == 1.0


@pytest.mark.parametrize(
    ("name", "right"),
    [("الوزير أحمد سالم", 1), ("أحمد سالم", 1), ("الوزير أحمد سالم نفسه", 1), ("سالم", 0), ("احمد سالم", 1), ("", 0)],
)
def test_name_is_right_when_whole_or_two_words_of_it(name, right):
    full = GoldStatement(cue="قال", speaker="الوزير أحمد سالم", content=("الجسر آمن",), mode="indirect", force="assert")
    assert scored(gold(full), said(name, "الجسر آمن")).measures["speaker"].tp == right


def test_field_on_a_missed_statement_counts_as_missed():
    fields = {"condition": "توقف", "via": ("رويترز",)}
    conditional = GoldStatement("قال", "الوزير", ("الجسر آمن",), "indirect", "assert", **fields)
    measures = scored(gold(conditional)).measures
    assert (measures["condition"].gold, measures["via"].gold, measures["condition"].r) == (1, 1, 0.0)


def test_nearest_occurrence_is_meant():
    assert locate("ab ab ab", "ab", near=7) == (6, 8)
    assert locate("ab ab", "cd") is None


def test_article_without_analysis_is_told():
    scores = score([gold(BRIDGE)], {}, particles=PARTICLES)
    assert scores.missing == ("g",)
    assert scores.measures["detected"].r == 0.0


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('{"id": "a"}\n', r"gold\.jsonl:1: not an annotated article: Object missing required field `text`"),
        ("\n\nno json\n", r"gold\.jsonl:3: not an annotated article: JSON is malformed"),
        ("\n", "holds no article"),
    ],
)
def test_bad_gold_is_told_with_its_line(tmp_path, content, complaint):
    (tmp_path / "gold.jsonl").write_text(content)
    with pytest.raises(GoldError, match=complaint):
        read_gold(tmp_path / "gold.jsonl")


def test_missing_gold_is_told(tmp_path):
    with pytest.raises(GoldError, match=r"none\.jsonl: the gold file cannot be read: No such file"):
        read_gold(tmp_path / "none.jsonl")
