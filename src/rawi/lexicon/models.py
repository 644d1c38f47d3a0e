"""Trained decisions: linear models as named weights, in an open format (JSON) a person can read."""

from collections.abc import Iterable
from itertools import repeat
from math import exp
from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.files import RESOURCES

# Scores beyond this are as sure as a number can say.
_CLIP = 50.0
# A decision of so many classes has one weight for each feature.
_BINARY = 2


class LinearModel(msgspec.Struct, frozen=True):
    """A binary or multi-class logistic regression over named features.

    ``weights`` maps a feature to one weight for each of ``classes`` (one alone for a binary decision; ``single`` then
    holds them as plain numbers and is filled by itself).
    ``threshold`` is the probability from which a binary decision is yes; ``calibration`` lists (score, probability)
    corners between which a score is read as a probability.
    """

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]
    threshold: float = 0.5
    calibration: tuple[tuple[float, float], ...] = ()
    single: dict[str, float] = {}

    def __post_init__(self) -> None:
        """Keep the weights of a binary decision as plain numbers: it is asked a hundred times a sentence."""
        if len(self.classes) <= _BINARY and not self.single:
            msgspec.structs.force_setattr(self, "single", {name: row[0] for name, row in self.weights.items()})

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights for a binary decision; above 0 means more likely than not."""
        return sum(map(self.single.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """The probability of a binary decision, as trained."""
        return 1.0 / (1.0 + exp(-max(-_CLIP, min(_CLIP, self.score(features)))))

    def best(self, features: Iterable[str]) -> str:
        """The likeliest class; the first of equals."""
        return self.ranked(features)[0][0]

    def ranked(self, features: Iterable[str]) -> list[tuple[str, float]]:
        """The classes with their scores, the likeliest first."""
        weights = self.weights
        rows = [weights[feature] for feature in features if feature in weights]
        totals = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.classes)
        return sorted(zip(self.classes, totals, strict=True), key=lambda pair: -pair[1])


def load_model(name: str, folder: Path = RESOURCES / "models") -> LinearModel:
    """The model ``name`` of ``resources/models``. Raises `LexiconError` when it is missing or not readable."""
    path = folder / f"{name}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=LinearModel)
    except (OSError, msgspec.DecodeError) as error:
        raise LexiconError(
            f"{path}: the trained model cannot be read: {error}. Reinstall Rawi or run `make train`."
        ) from error


def load_word_classes_table(folder: Path = RESOURCES / "models") -> dict[str, tuple[str, str]]:
    """The coarse and fine class of every word of ``word_classes.tsv``."""
    lines = (folder / "word_classes.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {word: (coarse, fine) for word, coarse, fine in rows}
