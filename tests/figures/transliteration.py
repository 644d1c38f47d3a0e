#!/usr/bin/env python3
"""Pairs Arabic with Latin spellings of names on netranslit's development part, and says how often that is right.

Each Arabic name is compared with all Latin names of the set. Recall@1 counts names whose own spelling comes first, MRR
is the mean of one over its rank (0 beyond the candidates). Beside it a plain edit distance over a letter by letter
romanization. Run with ``--every 1`` for all names; the default takes every tenth.
"""

import argparse
from pathlib import Path

import yaml
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from rawi.lexicon import load_lexicon
from rawi.lexicon.transliteration import latin_letters
from rawi.text.folding import fold_word

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data" / "names" / "netranslit_dev.tsv"
CANDIDATES = 200


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The pairs of the file as bare letters, Latin first."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, _ = line.split("\t")
        pair = (latin_letters(latin), "".join(char for char in fold_word(arabic.replace(" ", "")) if char.isalpha()))
        if all(pair):
            pairs.append(pair)
    return pairs


def rank_of(scores: dict[str, float], own: str) -> float:
    """The rank of the own spelling, lower scores first; the middle of equal ones; infinity when it is not there."""
    if own not in scores:
        return float("inf")
    better = sum(score < scores[own] for score in scores.values())
    equal = sum(score == scores[own] for score in scores.values())
    return better + (equal + 1) / 2


def report(name: str, ranks: list[float]) -> None:
    """One line of figures."""
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    print(f"{name:36} recall@1 {first:.3f}   MRR {sum(1 / rank for rank in ranks) / len(ranks):.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    if not DATA.is_file():
        print("transliteration: skipped, because ../shared with the pairs is not here.")
        return
    pairs = read_pairs(DATA)
    names = sorted({latin for latin, _ in pairs})
    asked = pairs[:: options.every]
    print(f"{len(asked)} Arabic names, each against {len(names)} Latin ones")

    romanized = yaml.safe_load((HERE.parent / "cases" / "romanization.yaml").read_text(encoding="utf-8"))
    plain = []
    for latin, arabic in asked:
        written = "".join(romanized.get(letter, "") for letter in arabic)
        distances = process.extract(written, names, scorer=Levenshtein.normalized_distance, limit=None)
        plain.append(rank_of({name: distance for name, distance, _ in distances}, latin))
    report("edit distance over romanization", plain)

    table = load_lexicon().transliteration
    spelled = [table.to_arabic(name) for name in names]
    learned = []
    for latin, arabic in asked:
        near = process.extract(arabic, spelled, scorer=Levenshtein.normalized_distance, limit=CANDIDATES)
        costs = {names[at]: table.cost(names[at], arabic) for _, _, at in near}
        learned.append(rank_of(costs, latin))
    report("learned costs of letter pieces", learned)


if __name__ == "__main__":
    main()
