"""Every entry of resources/lexicon/times does what its examples say, and keeps off its counter-examples."""

import pytest

from rawi.errors import LexiconError
from rawi.lexicon import Lexicon, load_lexicon
from rawi.timex import read_times

EXAMPLES = load_lexicon().times.examples


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(EXAMPLES)])
def test_example(name, example):
    found = read_times(example.text, published=example.published, lexicon=load_lexicon())
    assert [time.value for time in found] == [example.value] * bool(example.value)


def test_months_of_all_families_have_their_number():
    months = load_lexicon().times.months
    assert {months[name] for name in ("اكتوبر", "تشرين الاول", "تشرين 1")} == {10}
    assert {months[name] for name in ("جويليه", "يوليوز", "تموز", "يوليو")} == {7}


def test_a_users_month_is_read(tmp_path):
    folder = tmp_path / "lexicon" / "times"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("months: [{number: 6, forms: [مزيران]}]", encoding="utf-8")
    found = read_times("في 3 مزيران 2020", published=None, lexicon=Lexicon(tmp_path))
    assert [time.value for time in found] == ["2020-06-03"]


def test_a_month_that_no_year_has_is_refused(tmp_path):
    folder = tmp_path / "lexicon" / "times"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("months: [{number: 13, forms: [نسيء]}]", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml: month 13 of نسيء"):
        _ = Lexicon(tmp_path).times


def test_an_unknown_field_is_refused_with_its_line(tmp_path):
    folder = tmp_path / "lexicon" / "times"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("months:\n  - {number: 1, forms: [كذا], era: x}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml:2: .*era"):
        _ = Lexicon(tmp_path).times
