"""What a title says: offices, states and bodies, whether it is still held."""

import pytest

from rawi.lexicon import load_lexicon
from rawi.link.titles import read_title


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("وزير الخارجية الأميركي", "foreign_minister", "state:us"),
        ("وزيرة الخارجية الألمانية", "foreign_minister", "state:de"),
        ("نائب وزير الخارجية الروسي", "deputy_foreign_minister", "state:ru"),
        ("رئيس الوزراء العراقي", "head_of_government", "state:iq"),
        ("رئيس فرنسا", "head_of_state", "state:fr"),
        ("الرئيسين الأميركي", "head_of_state", "state:us"),
        ("الأمين العام للأمم المتحدة", "secretary_general", "org:un"),
        ("الأمين العام لحلف شمال الأطلسي", "secretary_general", "org:nato"),
    ],
)
def test_office_and_body(text, office, body):
    title = read_title(text, lexicon=load_lexicon())
    assert office in title.offices
    assert body in title.bodies


def test_former_office():
    assert read_title("وزير الخارجية الأميركي السابق", lexicon=load_lexicon()).former


def test_office_of_no_state():
    title = read_title("وزير الخارجية", lexicon=load_lexicon())
    assert (title.offices, title.bodies, title.bare) == (("foreign_minister",), (), False)


def test_bare_head_says_no_office_in_full():
    assert read_title("الوزير", lexicon=load_lexicon()).bare


@pytest.mark.parametrize("text", ["", "خبير الطقس"])
def test_words_that_name_no_office(text):
    assert read_title(text, lexicon=load_lexicon()).bodies == ()
