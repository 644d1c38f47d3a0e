"""The store: articles, what was found in them, failures and corrections, in one SQLite file. Only here is SQL."""

from rawi.ledger.answers import ArticleRow, SpeakerRow, StatementFilter, StatementRow, Stats
from rawi.ledger.identities import NamedRow
from rawi.ledger.search import Indexing
from rawi.ledger.store import Ledger, Outcome, open_ledger
from rawi.ledger.stories import KeptStory

__all__ = [
    "ArticleRow",
    "Indexing",
    "KeptStory",
    "Ledger",
    "NamedRow",
    "Outcome",
    "SpeakerRow",
    "StatementFilter",
    "StatementRow",
    "Stats",
    "open_ledger",
]
