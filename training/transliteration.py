"""How Latin letters write Arabic ones: ``python -m training.transliteration`` writes the table the package ships.

Data: the training pairs of netranslit (CC0) in ``../shared/data/names``. A pair is a chain of pieces, up to three
Latin letters with up to two Arabic ones; their probabilities are estimated by expectation maximization (the memoryless
transducer of Ristad and Yianilos with longer pieces). The table holds the probability of the Arabic piece given the
Latin one. Takes a few minutes on one core.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

from rawi.lexicon.files import RESOURCES
from rawi.lexicon.transliteration import LONGEST_ARABIC, LONGEST_LATIN, SCALE, latin_letters
from rawi.text.folding import fold_word

SHARED = Path(__file__).resolve().parents[2] / "shared"
OUT = RESOURCES / "names" / "transliteration.tsv"
ROUNDS = 6
# A piece seen less often than this is dropped, in the first rounds and then.
RARE = (0.3, 0.3, 0.8, 1.5)
# Added to the count of a Latin piece: what was seen rarely costs more than what was seen often, however sure it looks.
SMOOTHING = 5
# Pairs whose lengths differ more than this are no transliterations of one another.
RATIO = (0.4, 2.0)

Pair = tuple[str, str]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of the file as bare letters: Latin without marks, Arabic folded."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, _ = line.split("\t")
        pair = (latin_letters(latin), "".join(char for char in fold_word(arabic.replace(" ", "")) if char.isalpha()))
        if all(pair) and RATIO[0] <= len(pair[1]) / len(pair[0]) <= RATIO[1]:
            pairs.append(pair)
    return pairs


def pieces(pair: Pair) -> Iterator[tuple[int, int, int, int, Pair]]:
    """The pieces a pair can be cut into: where each begins and ends in both words, and its letters, in order."""
    latin, arabic = pair
    for row in range(len(latin) + 1):
        for column in range(len(arabic) + 1):
            for down in range(min(LONGEST_LATIN, len(latin) - row) + 1):
                for right in range(min(LONGEST_ARABIC, len(arabic) - column) + 1):
                    if (down or right) and not (down == 0 and right > 1) and not (right == 0 and down > 2):
                        piece = (latin[row : row + down], arabic[column : column + right])
                        yield row, column, row + down, column + right, piece


def first_guess(piece: Pair) -> float:
    """The weight of a piece before anything is learned: short and even ones first."""
    latin, arabic = map(len, piece)
    return 0.01 if latin == arabic == 1 else 0.003 if latin and arabic else 0.0005


def expect(pair: Pair, table: dict[Pair, float] | None, counts: dict[Pair, float]) -> float:
    """Adds to ``counts`` how often each piece is expected in the pair; returns the pair's log likelihood."""
    latin, arabic = pair
    ahead = [[0.0] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
    ahead[0][0] = 1.0
    steps = []
    for row, column, below, after, piece in pieces(pair):
        weight = first_guess(piece) if table is None else table.get(piece, 0.0)
        if weight and ahead[row][column]:
            ahead[below][after] += ahead[row][column] * weight
            steps.append((row, column, below, after, piece, weight))
    total = ahead[-1][-1]
    if not total:
        return 0.0
    behind = [[0.0] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
    behind[-1][-1] = 1.0
    for row, column, below, after, piece, weight in reversed(steps):
        behind[row][column] += weight * behind[below][after]
        counts[piece] += ahead[row][column] * weight * behind[below][after] / total
    return log(total)


def learn(pairs: Sequence[Pair]) -> dict[Pair, float]:
    """The expected counts of the pieces after `ROUNDS` rounds."""
    table: dict[Pair, float] | None = None
    counts: dict[Pair, float] = {}
    for number in range(ROUNDS):
        found: dict[Pair, float] = defaultdict(float)
        likelihood = sum(expect(pair, table, found) for pair in pairs)
        least = RARE[min(number, len(RARE) - 1)]
        counts = {piece: count for piece, count in found.items() if count >= least}
        total = sum(counts.values())
        table = {piece: count / total for piece, count in counts.items()}
        say(f"round {number + 1}: log likelihood {likelihood / len(pairs):.3f} a pair, {len(table)} pieces")
    return counts


def write_table(counts: dict[Pair, float], path: Path) -> None:
    """Writes the cost of each piece: minus the logarithm of the Arabic letters' probability given the Latin ones."""
    of_latin: Counter[str] = Counter()
    for (latin, _), count in counts.items():
        of_latin[latin] += count
    rows = [
        f"{latin}\t{arabic}\t{round(-SCALE * log(count / (of_latin[latin] + SMOOTHING)))}"
        for (latin, arabic), count in sorted(counts.items())
    ]
    path.write_text("latin\tarabic\tcost\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def say(what: str) -> None:
    """A line about the progress, to standard error."""
    sys.stderr.write(f"training.transliteration: {what}\n")


def main() -> None:
    """Learn from the training pairs and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    pairs = read_pairs(options.shared / "data" / "names" / "netranslit_train.tsv")
    say(f"{len(pairs)} pairs")
    write_table(learn(pairs), options.out)


if __name__ == "__main__":
    main()
