"""An article cut where its statements begin and end gives its text back; ids are found by their beginning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import LedgerError
from rawi.model import Analysis, Article, Span, Speaker, Statement
from rawi.queries import Segment, find_article, mark_article, require_outlet

TEXT = "قال الوزير إن الجسر آمن\nثم صمت"


def statement(text, *contents, cue=None, source=None):
    return Statement(
        id="s",
        cue=at(text, *cue) if cue else None,
        source=at(text, *source) if source else None,
        content=tuple(at(text, *one) for one in contents),
        speaker=Speaker("الوزير"),
        mode="indirect",
        force="assert",
    )


def at(text, start, end):
    return Span(start, end, text[start:end])


def test_line_is_cut_into_source_cue_and_content():
    marked = mark_article(
        Article(id="a", text=TEXT),
        Analysis(id="a", statements=(statement(TEXT, (14, 23), cue=(0, 3), source=(4, 10)),)),
    )
    assert marked.lines == (
        (
            Segment("قال", cue=(1,)),
            Segment(" "),
            Segment("الوزير", source=(1,)),
            Segment(" إن "),
            Segment("الجسر آمن", inside=(1,), opens=(1,), closes=(1,)),
        ),
        (Segment("ثم صمت"),),
    )


def test_statement_inside_another_closes_before_it():
    outer, inner = statement(TEXT, (0, 23)), statement(TEXT, (11, 23))
    first, second = mark_article(Article(id="a", text=TEXT), Analysis(id="a", statements=(inner, outer))).lines[0]
    assert (first.opens, first.inside) == ((2,), (2,))
    assert (second.opens, second.inside, second.closes) == ((1,), (2, 1), (1, 2))


@given(st.text("اب \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_segments_give_every_line_back(text, pairs):
    found = tuple(statement(text, sorted(pair)) for pair in pairs if max(pair) <= len(text))
    marked = mark_article(Article(id="a", text=text), Analysis(id="a", statements=found))
    assert "\n".join("".join(segment.text for segment in line) for line in marked.lines) == text


@pytest.fixture
def filled(ledger, make_article, make_analysis):
    for number in ("jan-01", "jan-02", "feb-01"):
        article = make_article(TEXT, id=number, outlet="الشروق")
        ledger.add(article, make_analysis(article))
    return ledger


def test_beginning_of_an_id_is_enough_when_there_is_one(filled):
    assert find_article(filled, "feb")[0].id == "feb-01"


def test_beginning_of_several_ids_lists_them(filled):
    with pytest.raises(LedgerError, match="2 articles have an id beginning with 'jan': jan-01, jan-02"):
        find_article(filled, "jan")


def test_unknown_id_names_the_nearest(filled):
    with pytest.raises(LedgerError, match=r"no article 'fev-01'\. Near it: feb-01"):
        find_article(filled, "fev-01")


def test_empty_ledger_says_how_to_fill_it(ledger):
    with pytest.raises(LedgerError, match="The ledger is empty: `rawi ingest FILES` fills it"):
        find_article(ledger, "x")


def test_outlet_is_known_by_part_of_its_name_and_spelling_folded(filled):
    require_outlet(filled, "شروق")
    with pytest.raises(LedgerError, match=r"no outlet 'الشرق'\. Did you mean الشروق"):
        require_outlet(filled, "الشرق")
