"""The one reader of ``resources/``: language as data, checked as it is read."""

from rawi.lexicon.load import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
