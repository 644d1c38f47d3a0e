"""Calibrate the confidence of statements: ``python -m training.confidence ../shared/eval/train.jsonl``.

The decisions are fitted on three quarters of the outlets and run on the last quarter, four times; what they find there
is compared with the gold. The shares of right statements by score become the calibration, and the same held-out
findings give who said what as it would be on outlets never seen.
"""

import sys
from pathlib import Path

import msgspec

from rawi.lexicon import load_lexicon
from rawi.lexicon.models import LinearModel
from rawi.model import Statement
from rawi.statements.find import find_statements
from training.gold import GoldArticle, content_words, overlap, read_gold
from training.linear import MODELS
from training.statements import TrainingLexicon, fit_decisions, is_same_speaker

_FOLDS = 4
_BINS = 8
_WHOLE = 0.6


class ScoringLexicon(TrainingLexicon):
    """A training lexicon whose confidence is the bare score."""

    def model(self, name: str) -> LinearModel:  # type: ignore[override]
        """The decision as fitted; the confidence left as it is scored."""
        if name == "confidence":
            return LinearModel(("no", "yes"), {}, calibration=((0.0, 0.0), (1.0, 1.0)))
        return super().model(name)


def held_out_statements(articles: list[GoldArticle]) -> list[tuple[GoldArticle, tuple[Statement, ...]]]:
    """The statements of every article, found by decisions that saw no article of its outlet."""
    shared = load_lexicon()
    outlets = sorted({article.reading.article.outlet for article in articles})
    fold_of = {outlet: place % _FOLDS for place, outlet in enumerate(outlets)}
    found = []
    for fold in range(_FOLDS):
        lexicon = ScoringLexicon(shared)
        seen = [article for article in articles if fold_of[article.reading.article.outlet] != fold]
        for _ in fit_decisions(seen, lexicon):
            pass
        held = [article for article in articles if fold_of[article.reading.article.outlet] == fold]
        found += [(one, find_statements(one.reading, one.mentions, one.times, lexicon=lexicon)) for one in held]
    return found


def judged(article: GoldArticle, statements: tuple[Statement, ...]) -> list[tuple[float, bool]]:
    """The score of each statement and whether its speaker and content are the gold's; optional ones left out."""
    text = article.reading.article.text
    golds = [(gold, content_words(text, gold.content)) for gold in article.statements]
    out = []
    for statement in statements:
        ours = content_words(text, tuple((part.start, part.end) for part in statement.content))
        best = max(golds, key=lambda pair: overlap(ours, pair[1]), default=None)
        share = overlap(ours, best[1]) if best is not None else 0.0
        if best is not None and share >= _WHOLE and best[0].optional:
            continue
        right = best is not None and share >= _WHOLE and is_same_speaker(statement.speaker, best[0])
        out.append((statement.confidence or 0.0, right))
    return out


def corners(judgments: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """The share of right ones by score, in bins of equal size, made monotone by pooling neighbors."""
    ordered = sorted(judgments)
    size = max(1, len(ordered) // _BINS)
    bins = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    pooled: list[list[tuple[float, bool]]] = []
    for one in bins:
        pooled.append(one)
        while len(pooled) > 1 and _share(pooled[-2]) > _share(pooled[-1]):
            last = pooled.pop()
            pooled[-1] = pooled[-1] + last
    return [(round(sum(score for score, _ in one) / len(one), 4), round(_share(one), 4)) for one in pooled]


def _share(judgments: list[tuple[float, bool]]) -> float:
    return sum(right for _, right in judgments) / len(judgments)


def main(paths: list[str]) -> None:
    """Measure on held-out outlets, print the reliability table and write ``confidence.json``."""
    shared = load_lexicon()
    articles = [article for path in paths for article in read_gold(Path(path), shared)]
    found = held_out_statements(articles)
    judgments = [pair for article, statements in found for pair in judged(article, statements)]
    needed = sum(not gold.optional for article in articles for gold in article.statements)
    right = sum(right for _, right in judgments)
    f1 = 2 * right / (len(judgments) + needed)
    print(f"held out: {len(judgments)} statements, {right} right; who said what F1 {f1:.3f}")
    table = corners(judgments)
    for score, share in table:
        print(f"score {score:.3f}  right {share:.3f}")
    model = LinearModel(("no", "yes"), {}, calibration=tuple(table))
    (MODELS / "confidence.json").write_bytes(msgspec.json.encode(model) + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
