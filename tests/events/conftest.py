"""Reading a text as far as events, without the ledger."""

from datetime import date

import pytest

from rawi.events import find_events
from rawi.lexicon import load_lexicon
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.pipeline import analyze
from rawi.segment import segment_article
from rawi.text.words import split_words


@pytest.fixture(scope="session")
def lexicon():
    return load_lexicon()


@pytest.fixture(scope="session")
def find_in_sentence(lexicon):
    """The events of one sentence, with its mentions but nobody's statements."""

    def find(text):
        article = Article(id="sentence", text=text)
        reading = segment_article(article, split_words(text), lexicon=lexicon)
        return find_events(reading, find_mentions(reading, lexicon=lexicon), (), (), lexicon=lexicon)

    return find


@pytest.fixture(scope="session")
def analyze_text(lexicon):
    """The whole analysis of a text that appeared on a day."""

    def read(text, *, published="2022-01-11", title="", name="a"):
        day = date.fromisoformat(published) if published else None
        return analyze(Article(id=name, text=text, title=title, outlet="o", published=day), lexicon)

    return read
