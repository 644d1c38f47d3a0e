"""Read-only answers from the ledger, as records for the doors (command line, later others) to show."""

from rawi.ledger import ArticleRow, Ledger, SpeakerRow, StatementFilter, StatementRow, Stats
from rawi.queries.article import MarkedArticle, Segment, mark_article
from rawi.queries.events import EventFilter, EventRow, find_events, merge_found_events
from rawi.queries.lookup import find_article, require_outlet

__all__ = [
    "ArticleRow",
    "EventFilter",
    "EventRow",
    "Ledger",
    "MarkedArticle",
    "Segment",
    "SpeakerRow",
    "StatementFilter",
    "StatementRow",
    "Stats",
    "find_article",
    "find_events",
    "mark_article",
    "merge_found_events",
    "require_outlet",
]
