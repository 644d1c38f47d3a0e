"""Finding what a user means by a name or an id, and saying what is near when it is not there."""

import difflib

from rawi.errors import LedgerError
from rawi.ledger import Ledger
from rawi.model import Analysis, Article


def find_article(ledger: Ledger, id: str) -> tuple[Article, Analysis]:  # noqa: A002 - the field's name
    """The article with this id and its analysis; the beginning of an id will do when it is the only one.

    Raises `LedgerError` naming the nearest ids when there is none, or the first few when there are several.
    """
    found = _read(ledger, id)
    if found is not None:
        return found
    known = [row.id for row in ledger.list_articles()]
    begun = [one for one in known if id and one.startswith(id)]
    if len(begun) == 1 and (found := _read(ledger, begun[0])) is not None:
        return found
    if begun:
        raise LedgerError(f"{len(begun)} articles have an id beginning with {id!r}: {', '.join(begun[:5])} …")
    near = difflib.get_close_matches(id, known, n=3) or known[:3]
    advice = f"Near it: {', '.join(near)}." if near else "The ledger is empty: `rawi ingest FILES` fills it."
    raise LedgerError(f"the ledger has no article {id!r}. {advice} `rawi stats --articles` lists all.")


def require_outlet(ledger: Ledger, name: str) -> None:
    """Raise `LedgerError` with the nearest outlet when no outlet of the ledger has this in its name."""
    if ledger.has_outlet(name):
        return
    outlets = [outlet for outlet in ledger.stats().outlets if outlet]
    near = difflib.get_close_matches(name, outlets, n=3, cutoff=0.4)
    advice = f"Did you mean {' or '.join(near)}?" if near else f"Its outlets: {', '.join(outlets[:8]) or 'none'}."
    raise LedgerError(f"the ledger has no outlet {name!r}. {advice}")


def _read(ledger: Ledger, id: str) -> tuple[Article, Analysis] | None:  # noqa: A002
    article, analysis = ledger.article(id), ledger.analysis(id)
    return None if article is None or analysis is None else (article, analysis)
