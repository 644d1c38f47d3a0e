"""Clusters of words used alike, from running text alone: what `training.names` knows of words outside its gold.

Words are compared by the words beside them (positive pointwise mutual information, reduced by a singular value
decomposition) and grouped by k-means into 64, 256 and 1024 clusters. Needs ``pip install -e .[training]``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import svds

SIZES = (64, 256, 1024)
MIN_COUNT = 3
CONTEXTS = 4000
DIMENSIONS = 150
ROUNDS = 25
# A neighbor counts twice as much as the word after it.
NEIGHBORS = ((-2, 1.0), (-1, 2.0), (1, 2.0), (2, 1.0))


def cluster_words(texts: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The clusters of each word seen at least `MIN_COUNT` times, as attributes ``c0=`` ``c1=`` ``c2=``."""
    texts = [[mask_digits(word) for word in text] for text in texts]
    counts = Counter(word for text in texts for word in text)
    words = sorted(
        (word for word, count in counts.items() if count >= MIN_COUNT), key=lambda word: (-counts[word], word)
    )
    vectors = _vectors(texts, words)
    found = [_k_means(vectors, size) for size in SIZES]
    return {
        word: tuple(f"c{level}={labels[at]}" for level, labels in enumerate(found)) for at, word in enumerate(words)
    }


def mask_digits(word: str) -> str:
    """The word, or as many zeros as a number has digits (five at most)."""
    return "0" * min(len(word), 5) if word[:1].isdigit() else word


def _vectors(texts: Iterable[Sequence[str]], words: Sequence[str]) -> np.ndarray:
    at = {word: place for place, word in enumerate(words)}
    counts: Counter[tuple[int, int]] = Counter()
    for text in texts:
        places = [at.get(word, -1) for word in text]
        for here, row in enumerate(places):
            if row < 0:
                continue
            for number, (distance, weight) in enumerate(NEIGHBORS):
                beside = here + distance
                if 0 <= beside < len(places) and 0 <= places[beside] < CONTEXTS:
                    counts[row, places[beside] + CONTEXTS * number] += weight
    keys = sorted(counts)
    matrix = sparse.csr_matrix(
        ([counts[key] for key in keys], ([key[0] for key in keys], [key[1] for key in keys])),
        shape=(len(words), CONTEXTS * len(NEIGHBORS)),
        dtype=np.float64,
    )
    left, sizes, _ = svds(_information(matrix), k=DIMENSIONS, v0=np.ones(min(matrix.shape)))
    vectors = left * np.sqrt(sizes)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _information(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information, the counts of contexts smoothed by the power 0.75."""
    total = matrix.sum()
    rows = np.asarray(matrix.sum(1)).ravel()
    columns = np.asarray(matrix.sum(0)).ravel() ** 0.75
    columns *= total / columns.sum()
    pairs = matrix.tocoo()
    information = np.log(pairs.data * total / (rows[pairs.row] * np.maximum(columns[pairs.col], 1e-9)))
    return sparse.csr_matrix((np.maximum(information, 0), (pairs.row, pairs.col)), shape=matrix.shape)


def _k_means(vectors: np.ndarray, size: int) -> np.ndarray:
    """The cluster of each row; begun from evenly spaced rows of the commonest words: a rerun gives the same."""
    span = min(len(vectors), size * 8)
    centers = vectors[np.linspace(0, span - 1, size).astype(int)].copy()
    labels = np.zeros(len(vectors), dtype=int)
    for _ in range(ROUNDS):
        labels = np.argmax(vectors @ centers.T, axis=1)
        for label in range(size):
            members = vectors[labels == label]
            if len(members):
                center = members.mean(axis=0)
                centers[label] = center / (np.linalg.norm(center) + 1e-9)
    return labels
