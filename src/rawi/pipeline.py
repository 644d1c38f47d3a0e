"""One article in, one analysis out: the order of the stages, and the only place where they meet.

Read this file first. Each stage is a pure function of what stands before it; none imports another.

    words       the text cut into words with offsets and folded forms
    reading     blocks (title, paragraphs ...), sentences, quotations
    times       time expressions with TIMEX3 values
    mentions    people, roles, states, bodies, outlets, places
    statements  who said what, through whom, with which force
    link        one identity for the names of the article, against the knowledge base
    events      who did what to whom, and whether somebody only says so
"""

from rawi import __version__
from rawi.events import find_events
from rawi.lexicon import Lexicon
from rawi.link import link_article
from rawi.mentions import find_mentions
from rawi.model import Analysis, Article
from rawi.segment import segment_article
from rawi.statements import find_statements
from rawi.text.words import split_words
from rawi.timex import find_times


def analyze(article: Article, lexicon: Lexicon) -> Analysis:
    """Everything Rawi finds in the article; the same article and lexicon always give the same bytes."""
    words = split_words(article.text)
    reading = segment_article(article, words, lexicon=lexicon)
    times = find_times(reading, lexicon=lexicon)
    mentions = find_mentions(reading, lexicon=lexicon)
    statements = find_statements(reading, mentions, times, lexicon=lexicon)
    mentions, statements = link_article(reading, mentions, statements, lexicon=lexicon)
    events = find_events(reading, mentions, times, statements, lexicon=lexicon)
    return Analysis(
        id=article.id,
        version=__version__,
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        byline=article.byline,
        dateline=article.dateline,
        credit=article.credit,
        language=article.language,
        origin=article.origin,
        encoding=article.encoding,
        provenance=article.provenance,
        blocks=reading.blocks,
        sentences=reading.sentences,
        quotations=reading.quotations,
        statements=statements,
        times=times,
        mentions=mentions,
        events=events,
    )
