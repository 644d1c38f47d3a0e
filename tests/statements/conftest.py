"""Opening a text as the statements stage sees it, after the stages before it."""

from datetime import date

import pytest

from rawi.lexicon import load_lexicon
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.statements.page import open_page
from rawi.text.words import split_words
from rawi.timex import find_times


@pytest.fixture(scope="session")
def page_of():
    def open_text(text):
        lexicon = load_lexicon()
        article = Article(id="case", text=text, outlet="", published=date(2022, 1, 12))
        reading = segment_article(article, split_words(text), lexicon=lexicon)
        mentions, times = find_mentions(reading, lexicon=lexicon), find_times(reading, lexicon=lexicon)
        return open_page(reading, mentions, times, lexicon)

    return open_text
