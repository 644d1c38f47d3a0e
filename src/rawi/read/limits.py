"""How much is read at once: enough for any article, little enough for any machine."""

from rawi.model import Failure

# Bytes of one article. The longest real ones have some hundred kilobytes; five million letters must still be read.
LONGEST = 16 << 20


def too_long(origin: str, what: str) -> Failure:
    """The failure of an input longer than `LONGEST`."""
    reason = f"{what} is longer than {LONGEST >> 20} MB, which no article is"
    return Failure(origin, reason, "Split it into one file, or one line of a .jsonl, for each article.")
