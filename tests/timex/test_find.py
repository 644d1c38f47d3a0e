"""Mechanics: spans, bounds, anchors, sentences, the day of the report, durations."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.lexicon import load_lexicon
from rawi.model import Article, Reading, Sentence
from rawi.text.words import split_words
from rawi.timex import find_durations, find_times, read_times
from rawi.timex.rules import RULES

WEDNESDAY = date(2022, 1, 12)
# Pieces that meet in real text, so that generated texts come near the rules.
PIECES = [
    *[
        "يوم",
        "الاثنين",
        "أمس",
        "اليوم",
        "10",
        "٢٠٢٢",
        "1443",
        "/",
        "-",
        "،",
        "(",
        ")",
        "يناير",
        "كانون",
        "الثاني",
        "شوال",
        "هـ",
    ],
    *[
        "من",
        "إلى",
        "بين",
        "و",
        "العام",
        "الماضي",
        "المقبل",
        "هذا",
        "الشهر",
        "قبل",
        "منذ",
        "ثلاثة",
        "أيام",
        "عشر",
        "أول",
        "آخر",
    ],
    *[
        "الربع",
        "صيف",
        "القرن",
        "الثمانينات",
        "عيد",
        "الفطر",
        "الأسبوع",
        "نهاية",
        "الـ",
        "24",
        "ساعة",
        "31",
        "فبراير",
        "\n",
        ".",
        "قال",
    ],
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


def reading_of(*sentences, published=WEDNESDAY):
    """An article of these sentences, one on each line."""
    text = "\n".join(sentences)
    words = split_words(text)
    spans = []
    for sentence in sentences:
        start = text.index(sentence, spans[-1].end if spans else 0)
        inside = [n for n, at in enumerate(words.starts) if start <= at < start + len(sentence)]
        spans.append(Sentence(start, start + len(sentence), inside[0], inside[-1] + 1, 0))
    return Reading(Article(id="a", text=text, published=published), words, (), tuple(spans), (), [], [])


def times_of(*sentences, published=WEDNESDAY):
    return find_times(reading_of(*sentences, published=published), lexicon=load_lexicon())


@given(texts, st.one_of(st.none(), st.dates()), st.booleans())
def test_any_text_gives_spans_in_order_that_give_back_the_text(text, published, forward):
    times = read_times(text, published=published, lexicon=load_lexicon(), forward=forward)
    assert [text[time.start : time.end] for time in times] == [time.text for time in times]
    assert [(a, b) for a, b in pairwise(times) if a.end > b.start] == []
    assert [time for time in times if time.begin is not None and not time.begin < time.finish] == []


@given(texts)
def test_the_same_text_gives_the_same_times(text):
    first = read_times(text, published=WEDNESDAY, lexicon=load_lexicon())
    assert read_times(text, published=WEDNESDAY, lexicon=load_lexicon()) == first


@given(texts)
def test_an_undated_text_names_no_day_it_does_not_write(text):
    times = read_times(text, published=None, lexicon=load_lexicon())
    assert [time for time in times if time.anchor == "published"] == []


def test_an_expression_does_not_run_over_a_sentence():
    assert [time.text for time in times_of("التقاهم أمس", "الاثنين الماضي غادر")] == ["أمس", "الاثنين الماضي"]


def test_the_days_of_a_month_are_half_open():
    (time,) = times_of("وقع في تشرين الأول 2018")
    assert (time.begin, time.finish, time.precision, time.anchor) == (date(2018, 10, 1), date(2018, 11, 1), "month", "")


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("أوائل آذار 2013", date(2013, 3, 1), date(2013, 3, 11)),
        ("منتصف آذار 2013", date(2013, 3, 11), date(2013, 3, 21)),
        ("أواخر آذار 2013", date(2013, 3, 21), date(2013, 4, 1)),
        ("مطلع عام 2013", date(2013, 1, 1), date(2013, 5, 2)),
        ("مطلع الأسبوع المقبل", date(2022, 1, 17), date(2022, 1, 20)),
    ],
)
def test_a_part_has_narrower_days_than_its_value(text, begin, finish):
    (time,) = times_of(text)
    assert (time.begin, time.finish) == (begin, finish)


def test_counted_days_before_the_report_are_given_beside_the_open_value():
    (time,) = times_of("خلال الأيام الثلاثة الماضية")
    assert (time.value, time.begin, time.finish) == ("PAST_REF", date(2022, 1, 9), WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("أمس", "published"), ("في 5 مايو 2020", ""), ("في 5 مايو 2020 ثم في العام نفسه", "text"), ("الآن", "")],
)
def test_anchor_says_what_a_value_leans_on(text, anchor):
    assert times_of(text)[-1].anchor == anchor


def test_the_weekday_named_for_today_sets_the_day_of_the_report():
    times = times_of("أغلقت المدينة أمس", "وقال المتحدث اليوم الاثنين إنها فتحت")
    assert [time.value for time in times] == ["2022-01-09", "2022-01-10"]


def test_a_headline_takes_its_weekday_from_the_report_below():
    times = times_of("جلسة البرلمان الخميس", "يعقد البرلمان الخميس جلسة عامة")
    assert [time.value for time in times] == ["2022-01-13", "2022-01-13"]


def test_a_rule_is_named_by_its_function():
    (time,) = times_of("قبل ثلاثة أيام")
    assert time.rule == "how_long_ago"


def test_rules_have_different_names_and_say_what_they_do():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if not rule.resolve.__doc__] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("استمر القتال ثلاثة أيام", "P3D"),
        ("يعيش هناك منذ عامين وهو محتجز", "P2Y"),
        ("بعد 12 ساعة من الهجوم", "PT12H"),
        ("استمر القتال أسابيع", "PXW"),
    ],
)
def test_a_duration_is_not_a_date(text, value):
    (duration,) = find_durations(reading_of(text), lexicon=load_lexicon())
    assert (duration.kind, duration.value) == ("DURATION", value)


def test_a_distance_from_the_report_is_not_a_duration():
    assert find_durations(reading_of("استقال قبل ثلاثة أيام"), lexicon=load_lexicon()) == ()
