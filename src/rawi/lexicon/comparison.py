"""What comparing reports rests on: how common words are, which stand for one another, which exclude each other."""

from collections.abc import Container
from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.files import read_tsv, read_yaml, resource_paths
from rawi.text.folding import fold

# How many general news articles the counts of frequency.tsv were taken over.
_DOCUMENTS = 3962


class ComparisonWords(msgspec.Struct, frozen=True):
    """Word counts, groups of words used for one another, pairs of groups that exclude each other, number words.

    ``frequency`` says in how many of ``documents`` articles of general news a folded word occurs.
    """

    frequency: dict[str, int]
    documents: int
    synonyms: dict[str, tuple[str, ...]]
    antonyms: tuple[tuple[str, str], ...]
    numerals: dict[str, float]
    units: dict[str, tuple[str, float]]


def load_comparison(overlay: Path | None) -> ComparisonWords:
    """The words of comparing, a user's added to those of the package. Raises `LexiconError` with the place."""
    synonyms = _synonyms(overlay)
    return ComparisonWords(
        frequency={
            row["word"]: int(row["documents"])
            for path in resource_paths("lexicon/frequency.tsv", overlay)
            for row in read_tsv(path)
        },
        documents=_DOCUMENTS,
        synonyms=synonyms,
        antonyms=_antonyms(overlay, synonyms),
        numerals={
            fold(word): value
            for path in resource_paths("lexicon/numerals.yaml", overlay)
            for value, words in read_yaml(path, dict[float, list[str]]).items()
            for word in words
        },
        units={
            fold(word): (kind, factor)
            for path in resource_paths("lexicon/units.yaml", overlay)
            for kind, factors in read_yaml(path, dict[str, dict[float, list[str]]]).items()
            for factor, words in factors.items()
            for word in words
        },
    )


def _synonyms(overlay: Path | None) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for path in resource_paths("lexicon/synonyms.yaml", overlay):
        for sense, words in read_yaml(path, dict[str, list[str]]).items():
            groups.setdefault(sense, {}).update(dict.fromkeys(fold(word) for word in words if " " not in word))
    return {sense: tuple(words) for sense, words in groups.items()}


def _antonyms(overlay: Path | None, synonyms: Container[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for path in resource_paths("lexicon/antonyms.yaml", overlay):
        for one, other in read_yaml(path, list[tuple[str, str]]):
            for sense in (one, other):
                if sense not in synonyms:
                    raise LexiconError(f"{path}: {sense!r} is no group of synonyms.yaml. Add it or mend the name.")
            found.append((one, other))
    return tuple(found)
