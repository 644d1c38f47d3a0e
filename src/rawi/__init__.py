"""Rawi reads the Arabic press into a ledger of who said what.

    >>> import rawi
    >>> rawi.__version__.count(".")
    2

The names below are the whole public interface. Each is imported on first use (PEP 562), so that ``import rawi`` costs
nothing: no database, no HTML reader, no lexicon.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rawi.errors import RawiError
    from rawi.model import Analysis, Article, Statement
    from rawi.read import read_articles
    from rawi.workflows.analyzing import analyze
    from rawi.workflows.ledgers import open_ledger

__version__ = "0.1.0"

# Public name -> the module that holds it.
_HOMES = {
    "Analysis": "rawi.model",
    "Article": "rawi.model",
    "Statement": "rawi.model",
    "RawiError": "rawi.errors",
    "analyze": "rawi.workflows.analyzing",
    "open_ledger": "rawi.workflows.ledgers",
    "read_articles": "rawi.read",
}

__all__ = [
    "Analysis",
    "Article",
    "RawiError",
    "Statement",
    "__version__",
    "analyze",
    "open_ledger",
    "read_articles",
]


def __getattr__(name: str) -> object:
    """Return a public name, importing its module on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}; the public names are {', '.join(__all__)}.")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, whether imported yet or not."""
    return sorted(__all__)
