"""The smallest records and stores that tests need."""

from datetime import date

import pytest

from rawi.ledger import open_ledger
from rawi.model import Analysis, Article, Hop, Span, Speaker, Statement
from rawi.workflows.ledgers import search_indexing

# Joined particles, as the lexicon has them; named here so that tests of the ledger do not load it.
PARTICLES = ["و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "وبال"]


def span_of(text, words):
    """The first occurrence of the words in the text, as a span."""
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.fixture
def indexing():
    return search_indexing(PARTICLES)


@pytest.fixture
def ledger(indexing):
    with open_ledger(":memory:", indexing=indexing) as opened:
        yield opened


@pytest.fixture
def make_article():
    def make(text, **fields):
        return Article(**{"id": "a", "outlet": "المنار الجديد", "published": date(2022, 1, 10), "text": text} | fields)

    return make


@pytest.fixture
def make_analysis():
    """An analysis of an article with one statement for each (speaker, content) given."""

    def make(article, *said, version="1", **fields):
        statements = tuple(
            Statement(
                id=f"{article.id}-{number}",
                cue=None,
                source=None,
                content=(span_of(article.text, content),),
                speaker=Speaker(name=speaker),
                mode="indirect",
                force="assert",
                **fields,
            )
            for number, (speaker, content) in enumerate(said)
        )
        return Analysis(
            id=article.id,
            version=version,
            outlet=article.outlet,
            published=article.published,
            title=article.title,
            statements=statements,
        )

    return make


@pytest.fixture
def carried_by():
    def make(*names):
        return tuple(Hop(name=name) for name in names)

    return make
