"""Prints how well headlines are judged: ``python tests/figures/headlines.py [FILE.csv]`` (columns s1, s2, stance)."""

import csv
import sys
from pathlib import Path

from rawi.lexicon import load_lexicon
from rawi.workflows.headlines import headline_judge

DEV = Path(__file__).parents[3] / "shared" / "data" / "headlines" / "ans_stance_dev.csv"
STANCES = ("agree", "disagree", "other")


def measure(path: Path) -> dict[str, float]:
    """The F1 of each stance on the file, and their mean under ``macro``."""
    judge = headline_judge(load_lexicon())
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["stance"], judge.judge(row["s1"], row["s2"]).stance) for row in csv.DictReader(file)]
    scores = {}
    for stance in STANCES:
        right = sum(gold == found == stance for gold, found in rows)
        counted = sum(gold == stance for gold, _ in rows) + sum(found == stance for _, found in rows)
        scores[stance] = 2 * right / counted if right else 0.0
    scores["macro"] = sum(scores.values()) / len(STANCES)
    return scores


def main() -> None:
    """Print the F1 of each stance and the mean."""
    for name, value in measure(Path(sys.argv[1]) if len(sys.argv) > 1 else DEV).items():
        print(f"{name:10} F1 {value:.3f}")


if __name__ == "__main__":
    main()
