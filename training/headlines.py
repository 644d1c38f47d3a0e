"""Learn whether two headlines agree, disagree or tell of different things.

    python -m training.headlines ../shared/data/headlines/ans_stance_train.csv

The headlines are those of ANS (Apache-2.0). Only weights of named features are written to the package.
"""

import csv
import sys
from pathlib import Path

from rawi.compare.headlines import HeadlineFeatures
from rawi.compare.terms import Terms
from rawi.lexicon import load_lexicon
from rawi.workflows.vocabulary import build_vocabulary
from training.linear import Sample, cross_validate, fit, write_model

# Chosen by leaving first headlines out of the training part, not by the development part.
_STRENGTH = 0.3
_BALANCE = 0.5


def read_pairs(path: Path) -> list[Sample]:
    """The pairs of the file with their features, grouped by the first headline: none is both learnt and measured."""
    vocabulary = build_vocabulary(load_lexicon())
    features = HeadlineFeatures(vocabulary, Terms(vocabulary))
    with path.open(encoding="utf-8", newline="") as file:
        return [Sample(features.of(row["s1"], row["s2"]), row["stance"], row["s1"]) for row in csv.DictReader(file)]


def macro_f1(truth: list[str], found: list[str]) -> float:
    """The mean of the F1 of the classes."""
    classes = sorted(set(truth))
    scores = []
    for name in classes:
        right = sum(a == b == name for a, b in zip(truth, found, strict=True))
        scores.append(2 * right / (truth.count(name) + found.count(name)) if right else 0.0)
    return sum(scores) / len(scores)


def main() -> None:
    """Train on the file given, say how well it does on headlines left out, and write the model."""
    samples = read_pairs(Path(sys.argv[1]))
    classes = sorted({sample.label for sample in samples})
    held = cross_validate(samples, strength=_STRENGTH, balance=_BALANCE)
    found = [classes[int(row.argmax())] for row in held]
    print(f"macro-F1 on headlines left out: {macro_f1([sample.label for sample in samples], found):.3f}")
    write_model("headlines", fit(samples, strength=_STRENGTH, balance=_BALANCE), negligible=0.05)


if __name__ == "__main__":
    main()
