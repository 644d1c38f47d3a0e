"""Builds small reports from tests/cases/compare.yaml."""

from datetime import date
from pathlib import Path

import msgspec
import yaml

from rawi.compare.records import Report
from rawi.lexicon import load_lexicon
from rawi.model import Analysis, Article, Span, Speaker, Statement
from rawi.segment import segment_article
from rawi.text.words import split_words
from rawi.timex import find_times

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "compare.yaml").read_text(encoding="utf-8"))


def cases(family):
    return CASES[family]


def names(family):
    return [case["name"] for case in CASES[family]]


def build(case):
    return [_report(f"r{number}", row) for number, row in enumerate(case["reports"])]


def _report(article_id, row):
    day = row["day"] if isinstance(row["day"], date) else date.fromisoformat(row["day"])
    text = row["text"]
    title = text.split("\n")[0] if "\n" in text else ""
    article = Article(id=article_id, text=text, title=title, outlet=row["outlet"], published=day)
    reading = segment_article(article, split_words(text), lexicon=load_lexicon())
    analysis = Analysis(
        id=article_id,
        outlet=article.outlet,
        published=day,
        title=title,
        blocks=reading.blocks,
        sentences=reading.sentences,
        quotations=reading.quotations,
        times=find_times(reading, lexicon=load_lexicon()),
        statements=tuple(_statement(text, *said) for said in row.get("statements", ())),
    )
    return Report(article, analysis)


def _statement(text, speaker, content, force):
    name, _, country = speaker.partition("@")
    start = text.index(content)
    kind = "government" if country else "person"
    return Statement(
        id=str(start),
        cue=None,
        source=None,
        content=(Span(start, start + len(content), content),),
        speaker=Speaker(name=name, kind=kind, country=country, resolved="named"),
        mode="indirect",
        force=force,
    )


def shuffled(reports):
    """Every rotation of the reports, and each backwards."""
    turns = [reports[at:] + reports[:at] for at in range(len(reports))]
    return [*turns, *(list(reversed(turn)) for turn in turns)]


def as_bytes(comparison):
    return msgspec.json.encode(comparison)
