"""How Latin letters write Arabic ones: the learned costs of pieces, and likeness across the two scripts."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from rawi.lexicon.files import read_tsv, resource_paths

# The longest pieces of the table, in letters; costs are minus log probabilities in this many to one.
LONGEST_LATIN, LONGEST_ARABIC = 3, 2
SCALE = 100
# The cost of a letter that has no counterpart.
_ALONE = 8 * SCALE
_FAR = 1 << 30

_LETTERS = {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"}


def latin_letters(name: str) -> str:
    """The letters a to z of a word in Latin script, marks dropped."""
    spelled = "".join(_LETTERS.get(char, char) for char in name.lower())
    return "".join(char for char in unicodedata.normalize("NFKD", spelled) if "a" <= char <= "z")


class Transliteration:
    """Costs of writing Latin words in Arabic letters. Arabic words are folded, Latin ones bare letters."""

    def __init__(self, costs: dict[tuple[str, str], int]) -> None:
        """Take the cost of each piece; use `load_transliteration` to read them."""
        self._costs = costs
        best: dict[str, tuple[int, str]] = {}
        for (latin, arabic), cost in costs.items():
            if latin:
                best[latin] = min(best.get(latin, (_FAR, "")), (cost, arabic))
        self._best = best
        self.cost = lru_cache(maxsize=1 << 14)(self._cost)

    def to_arabic(self, latin: str) -> str:
        """The likeliest Arabic letters for a bare Latin word."""
        reached = [(0, "")] + [(_FAR, "")] * len(latin)
        for at in range(len(latin)):
            total, written = reached[at]
            for size in range(1, min(LONGEST_LATIN, len(latin) - at) + 1):
                cost, arabic = self._best.get(latin[at : at + size], (_ALONE * size, ""))
                reached[at + size] = min(reached[at + size], (total + cost, written + arabic))
        return reached[-1][1]

    def _cost(self, latin: str, arabic: str) -> int:
        """Minus the log probability (in `SCALE` to one) of the best way to write the Latin word so in Arabic."""
        rows = [[_FAR] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
        rows[0][0] = 0
        costs = self._costs
        for row, here in enumerate(rows):
            below = [
                (latin[row : row + down], rows[row + down]) for down in range(min(LONGEST_LATIN, len(latin) - row) + 1)
            ]
            for column, total in enumerate(here):
                if total >= _FAR:
                    continue
                for right in range(min(LONGEST_ARABIC, len(arabic) - column) + 1):
                    letters = arabic[column : column + right]
                    for piece, target in below:
                        cost = costs.get((piece, letters))
                        if cost is None:
                            if len(piece) + right != 1:
                                continue
                            cost = _ALONE
                        if total + cost < target[column + right]:
                            target[column + right] = total + cost
        return rows[-1][-1]


def load_transliteration(overlay: Path | None) -> Transliteration:
    """The table of ``names/transliteration.tsv``; rows of the user's own file come over it."""
    costs: dict[tuple[str, str], int] = {}
    for path in resource_paths("names/transliteration.tsv", overlay):
        costs.update({(row["latin"], row["arabic"]): int(row["cost"]) for row in read_tsv(path)})
    return Transliteration(costs)
