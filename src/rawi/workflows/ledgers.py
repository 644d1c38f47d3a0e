"""Opening a ledger with the words and particles that its search goes by."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from rawi.ledger import Indexing, Ledger
from rawi.ledger import open_ledger as open_store
from rawi.lexicon import load_lexicon
from rawi.model.ids import content_id
from rawi.text.clitics import clitic_variants
from rawi.text.words import split_words

# Counts changes of the way words are cut for the search; a ledger indexed in another way is indexed again.
_CUT = "1"
_REMEMBERED = 1 << 17
# What is longer is no word; its beginning stands for it.
_LONGEST = 64


def open_ledger(path_or_url: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in this file (or at ``sqlite:///`` address), made when it is not there and brought up to date.

    >>> import rawi
    >>> with rawi.open_ledger(":memory:") as ledger:
    ...     ledger.stats().articles
    0

    Raises:
        LedgerError: the file is not a ledger, is not there and ``create`` is false, or cannot be opened.
        MigrationError: a newer Rawi made it.
    """
    return open_store(
        path_or_url, indexing=search_indexing(load_lexicon().words.words("common.proclitics")), create=create
    )


def search_indexing(proclitics: Collection[str]) -> Indexing:
    """How texts are cut for the search: folded words, each also without the particles that may be joined before it."""
    ordered = tuple(sorted(proclitics))

    @lru_cache(maxsize=_REMEMBERED)
    def forms(word: str) -> tuple[str, ...]:
        return clitic_variants(word, ordered)

    def tokens(text: str) -> list[tuple[str, ...]]:
        return [forms(word[:_LONGEST]) for word in split_words(text).folded if word[:1].isalnum()]

    return Indexing(tokens=tokens, version=content_id(_CUT, *ordered))
