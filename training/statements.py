"""Train the decisions of the statements stage: ``python -m training.statements ../shared/eval/train.jsonl``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rawi.lexicon import Lexicon, load_lexicon
from rawi.statements.draft import Draft
from rawi.statements.features import attribution_features
from rawi.statements.find import find_drafts
from rawi.statements.page import Page, open_page
from training.gold import Gold, GoldArticle, Offsets, content_words, overlap, read_gold
from training.linear import Sample, best_threshold, cross_validate, fit, write_model

_ATTRIBUTION = 0.5


def drafts_of(article: GoldArticle, lexicon: Lexicon) -> Iterator[tuple[Page, Draft, list[Gold]]]:
    """Every draft statement of the article with the gold statements its cue overlaps."""
    page = open_page(article.reading, article.mentions, article.times, lexicon)
    for draft in find_drafts(page):
        span = page.span(draft.cue.first, draft.cue.last)
        yield page, draft, [gold for gold in article.statements if _touch(gold.cue, (span.start, span.end))]


def attribution_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Does this cue attribute? Optional statements teach nothing."""
    found = []
    for article in articles:
        for page, draft, golds in drafts_of(article, lexicon):
            if golds and all(gold.optional for gold in golds):
                continue
            features = attribution_features(page, draft)
            found.append(Sample(features, "yes" if golds else "no", page.reading.article.outlet))
    return found


def train_attribution(articles: list[GoldArticle], lexicon: Lexicon) -> None:
    """Fit, measure over held-out outlets and write ``attribution.json``."""
    samples = attribution_samples(articles, lexicon)
    truth = np.array([sample.label == "yes" for sample in samples])
    held_out = cross_validate(samples, strength=_ATTRIBUTION)[:, 1]
    needed = sum(not gold.optional for article in articles for gold in article.statements)
    threshold, f1 = best_threshold(truth, held_out, missed=max(0, needed - int(truth.sum())))
    print(f"attribution: {len(samples)} candidates, {truth.sum()} right; held-out F1 {f1:.3f} at {threshold}")
    write_model("attribution", fit(samples, strength=_ATTRIBUTION), threshold=threshold)


def _touch(one: Offsets | None, other: Offsets) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def main(paths: list[str]) -> None:
    """Train on the gold files given."""
    lexicon = load_lexicon()
    articles = [article for path in paths for article in read_gold(Path(path), lexicon)]
    train_attribution(articles, lexicon)


if __name__ == "__main__":
    main(sys.argv[1:])
