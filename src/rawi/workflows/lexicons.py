"""The language data: loading it, and checking all of it at once."""

from functools import cached_property
from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon import Lexicon, load_lexicon

__all__ = ["LexiconCheck", "check_lexicon", "load_lexicon"]


class LexiconCheck(msgspec.Struct, frozen=True):
    """What a check found: the families read, how many examples were tried, what is wrong."""

    families: tuple[str, ...]
    examples: int
    complaints: tuple[str, ...]


def check_lexicon(overlay: Path | None) -> LexiconCheck:
    """Read every family of the language data; a family that cannot be read is a complaint, the others go on."""
    lexicon = Lexicon(overlay)
    families = tuple(name for name, member in vars(Lexicon).items() if isinstance(member, cached_property))
    complaints = []
    for family in families:
        try:
            getattr(lexicon, family)
        except LexiconError as error:
            complaints.append(str(error))
    return LexiconCheck(families=families, examples=0, complaints=tuple(dict.fromkeys(complaints)))
