from functools import cache
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.read.dates import date_in_line, date_in_name, parse_timestamp
from rawi.read.frame import find_frame
from rawi.read.languages import language_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "read.yaml").read_text(encoding="utf-8"))


@cache
def lexicon():
    return load_lexicon()


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda case: case["line"])
def test_date_of_a_line(case):
    assert date_in_line(case["line"], times=lexicon().times) == case["date"]


@pytest.mark.parametrize("case", CASES["names"], ids=lambda case: case["name"])
def test_date_of_a_file_name(case):
    assert date_in_name(case["name"]) == case["date"]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2022-01-10", "2022-01-10"),
        ("2022-01-10T23:30:00-05:00", "2022-01-10"),
        (" 2022-01-10 10:00", "2022-01-10"),
        ("10/01/2022", "2022-01-10"),
        ("2022", "None"),
        ("yesterday", "None"),
        ("", "None"),
    ],
)
def test_day_of_a_timestamp_in_the_zone_it_names(stamp, day):
    assert str(parse_timestamp(stamp)) == day


@pytest.mark.parametrize("case", CASES["frames"], ids=lambda case: case["name"])
def test_frame_of_a_text(case):
    found = {}
    for fact in find_frame(case["text"], lexicon=lexicon()):
        found.setdefault(fact.field, [fact.value, fact.source])
    assert found == case["facts"]


@pytest.mark.parametrize("case", CASES["languages"], ids=lambda case: case["text"][:20])
def test_language_of_a_text(case):
    assert language_of(case["text"], lexicon=lexicon()) == case["language"]
