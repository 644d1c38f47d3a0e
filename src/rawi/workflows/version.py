"""Which Rawi made an analysis: what decides whether it must be made again."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from rawi import __version__
from rawi.lexicon import Lexicon

_PACKAGE = Path(__file__).parent.parent
# The rooms whose code an analysis depends on.
_ROOMS = ("model", "text", "lexicon", "segment", "mentions", "statements", "events", "timex", "link")


def analysis_version(lexicon: Lexicon) -> str:
    """The version of Rawi, of the code of its stages and of the language data, as ``0.1.0+code.data``.

    Any change of a rule or of an entry changes it, so that a ledger knows which articles to analyze again.
    """
    return f"{__version__}+{_code_fingerprint()}.{lexicon.fingerprint}"


@cache
def _code_fingerprint() -> str:
    digest = blake2b(digest_size=4)
    files = [_PACKAGE / "pipeline.py", *(path for room in _ROOMS for path in (_PACKAGE / room).rglob("*.py"))]
    for path in sorted(files):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()
