"""Train the decision whether a statement is nested: ``python -m training.nesting ../shared/eval/train.jsonl``."""

import sys
from pathlib import Path

import numpy as np

from rawi.lexicon import Lexicon, load_lexicon
from rawi.statements.boundaries import content_limit
from rawi.statements.draft import Draft
from rawi.statements.nesting import nesting_features
from rawi.statements.page import Page
from training.gold import Gold, GoldArticle, read_gold
from training.linear import Sample, best_threshold, cross_validate, fit, write_model
from training.statements import drafts_of

_STRENGTH = 0.3
# Held-out F1 is flat from 0.35 to 0.5 and its best place moves from one training to the next: the middle is kept.
_THRESHOLD = 0.42


def nesting_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Is this later statement part of that earlier one? Asked of every gold cue an earlier content could reach."""
    found: list[Sample] = []
    for article in articles:
        known: list[tuple[Draft, int]] = []
        for page, draft, golds in drafts_of(article, lexicon):
            if not golds:
                continue
            place = article.statements.index(golds[0])
            for outer, other in known:
                if _reaches(page, outer, draft):
                    label = "yes" if other in _ancestors(article.statements, place) else "no"
                    found.append(Sample(nesting_features(page, outer, draft), label, page.reading.article.outlet))
            known.append((draft, place))
    return found


def _reaches(page: Page, outer: Draft, inner: Draft) -> bool:
    first = outer.content.parts[0].first
    if outer.frame.kind == "before" or inner.cue.first < first:
        return False
    return inner.cue.first < max(outer.content.parts[-1].last, content_limit(page, first))


def _ancestors(statements: list[Gold], place: int) -> list[int]:
    found: list[int] = []
    parent = statements[place].record["parent"]
    while isinstance(parent, int) and parent not in found:
        found.append(parent)
        parent = statements[parent].record["parent"]
    return found


def main(paths: list[str]) -> None:
    """Train on the gold files given; print how the decision does over held-out outlets."""
    lexicon = load_lexicon()
    samples = nesting_samples([article for path in paths for article in read_gold(Path(path), lexicon)], lexicon)
    truth = np.array([sample.label == "yes" for sample in samples])
    held_out = cross_validate(samples, strength=_STRENGTH)[:, 1]
    threshold, f1 = best_threshold(truth, held_out)
    print(f"nested: {len(samples)} pairs, {truth.sum()} nested; held-out F1 {f1:.3f} at {threshold}")
    write_model("nested", fit(samples, strength=_STRENGTH), threshold=_THRESHOLD)


if __name__ == "__main__":
    main(sys.argv[1:])
