"""Fitting the linear models of ``resources/models`` and measuring them over held-out outlets."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from rawi.lexicon.models import LinearModel

MODELS = Path(__file__).parent.parent / "src" / "rawi" / "resources" / "models"

# Weights smaller than this change no decision and are not shipped.
_NEGLIGIBLE = 0.002


class Sample(msgspec.Struct):
    """One decision of the gold: its features, the right answer, and the outlet it must not be measured on."""

    features: list[str]
    label: str
    group: str


class Fitted(msgspec.Struct):
    """A fitted model: the classes, the names of the features, and a weight for each feature and class."""

    classes: list[str]
    index: dict[str, int]
    coefficients: NDArray[np.float64]

    def probabilities(self, samples: Sequence[Sample]) -> NDArray[np.float64]:
        """The probability of each class for each sample."""
        scores = np.asarray(_matrix(samples, self.index) @ self.coefficients.T)
        if scores.shape[1] == 1:
            positive = 1 / (1 + np.exp(-scores[:, 0]))
            return np.column_stack([1 - positive, positive])
        exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))


def fit(samples: Sequence[Sample], *, strength: float, balance: float = 0.0) -> Fitted:
    """A logistic regression; ``strength`` is the inverse of the L2 penalty.

    ``balance`` evens the weight of rare classes: 0 leaves them as they are, 1 gives every class the same weight.
    """
    names = sorted({feature for sample in samples for feature in sample.features})
    index = {name: place for place, name in enumerate(names)}
    counts = Counter(sample.label for sample in samples)
    weight = {label: (len(samples) / (len(counts) * count)) ** balance for label, count in counts.items()}
    model = LogisticRegression(C=strength, max_iter=3000, fit_intercept=False, random_state=0, class_weight=weight)
    model.fit(_matrix(samples, index), [sample.label for sample in samples])
    return Fitted([str(name) for name in model.classes_], index, model.coef_)


def cross_validate(
    samples: Sequence[Sample], *, strength: float, balance: float = 0.0, folds: int = 8
) -> NDArray[np.float64]:
    """For each sample the class probabilities of a model that saw no article of its outlet."""
    groups = sorted({sample.group for sample in samples})
    fold_of = {group: place % folds for place, group in enumerate(groups)}
    classes = sorted({sample.label for sample in samples})
    out = np.zeros((len(samples), len(classes)))
    for fold in range(folds):
        held = [place for place, sample in enumerate(samples) if fold_of[sample.group] == fold]
        fitted = fit(
            [sample for sample in samples if fold_of[sample.group] != fold], strength=strength, balance=balance
        )
        found = fitted.probabilities([samples[place] for place in held])
        for column, name in enumerate(fitted.classes):
            out[held, classes.index(name)] = found[:, column]
    return out


def to_model(fitted: Fitted, *, threshold: float = 0.5) -> LinearModel:
    """The model as the stages use it, without writing it."""
    weights = {name: tuple(float(value) for value in fitted.coefficients[:, at]) for name, at in fitted.index.items()}
    return LinearModel(tuple(fitted.classes), weights, threshold)


def write_model(
    name: str,
    fitted: Fitted,
    *,
    threshold: float = 0.5,
    calibration: Sequence[tuple[float, float]] = (),
    negligible: float = _NEGLIGIBLE,
) -> None:
    """Write the model as JSON, one feature a line, in a stable order: training twice gives the same bytes."""
    lines = []
    for feature, place in sorted(fitted.index.items()):
        weights = [round(float(value), 4) for value in fitted.coefficients[:, place]]
        if max(abs(weight) for weight in weights) >= negligible:
            lines.append(f"{msgspec.json.encode(feature).decode()}:{msgspec.json.encode(weights).decode()}")
    head = msgspec.json.encode(
        {"classes": fitted.classes, "threshold": threshold, "calibration": list(calibration)}
    ).decode()
    MODELS.mkdir(parents=True, exist_ok=True)
    (MODELS / f"{name}.json").write_text(f'{head[:-1]},"weights":{{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def best_threshold(truth: NDArray[np.bool_], probability: NDArray[np.float64], missed: int = 0) -> tuple[float, float]:
    """The threshold with the highest F1 and that F1; ``missed`` counts right ones that were never candidates."""

    def measure(threshold: float) -> float:
        chosen = probability >= threshold
        right = int((chosen & truth).sum())
        return 2 * right / (int(chosen.sum()) + int(truth.sum()) + missed) if right else 0.0

    return _argmax(measure, [step / 50 for step in range(5, 46)])


def _argmax(measure: Callable[[float], float], values: Sequence[float]) -> tuple[float, float]:
    best = max(values, key=measure)
    return best, measure(best)


def _matrix(samples: Sequence[Sample], index: dict[str, int]) -> csr_matrix:
    rows, columns = [], []
    for row, sample in enumerate(samples):
        for feature in dict.fromkeys(sample.features):
            if feature in index:
                rows.append(row)
                columns.append(index[feature])
    shape = (len(samples), len(index))
    matrix = csr_matrix((np.ones(len(rows)), (np.array(rows), np.array(columns))), shape=shape)
    # scikit-learn takes only 32-bit indices here.
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    return matrix
