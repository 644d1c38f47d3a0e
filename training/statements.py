"""Train the decisions of the statements stage: ``python -m training.statements ../shared/eval/train.jsonl``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rawi.lexicon import Lexicon, load_lexicon
from rawi.statements.cast import Actor, actor_of_words, empty_cast
from rawi.statements.boundaries import content_limit, end_features, possible_ends
from rawi.statements.cues import find_cues
from rawi.statements.draft import Draft
from rawi.statements.features import attribution_features
from rawi.statements.find import find_drafts
from rawi.statements.force import force_features
from rawi.statements.page import Page, open_page
from rawi.statements.sources import source_end_features, source_start, source_step, stops_source
from rawi.statements.speakers import candidates, is_generic, note_actor
from rawi.text.words import split_words
from training.gold import Gold, GoldArticle, Offsets, content_words, overlap, read_gold
from training.linear import Sample, best_threshold, cross_validate, fit, write_model

_ATTRIBUTION = 0.3
_CONTENT_END = 0.5
_SOURCE_END = 0.5
_SPEAKER = 0.5
_FORCE = 0.3
_FORCE_BALANCE = 0.0


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


def end_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Does the content end here? Asked at every possible end up to the gold one, of contents whose beginning is right."""
    found: list[Sample] = []
    for article in articles:
        text, starts = article.reading.article.text, article.reading.words.starts
        for page, draft, golds in drafts_of(article, lexicon):
            if draft.frame.kind in ("quote", "before") or not golds or not golds[0].content:
                continue
            wanted = sorted(content_words(text, golds[0].content))
            opens, limit = draft.frame.opens, content_limit(page, draft.frame.opens)
            if not wanted or not any(starts[at] == wanted[0] for at in range(opens, min(opens + 4, limit))):
                continue
            for index in possible_ends(page, opens, limit):
                begins = next((starts[at] for at in range(index, limit) if not page.is_punctuation(at)), len(text))
                label = "yes" if begins > wanted[-1] else "no"
                found.append(Sample(end_features(page, draft.cue, draft.frame, opens, index), label, page.reading.article.outlet))
                if label == "yes":
                    break
    return found


def source_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Does the source end here? Asked at every piece of the noun phrase after a gold cue, up to its end."""
    found: list[Sample] = []
    for article in articles:
        page = open_page(article.reading, article.mentions, article.times, lexicon)
        words, outlet = page.reading.words, page.reading.article.outlet
        for cue in find_cues(page):
            span = page.span(cue.first, cue.last)
            gold = next((gold for gold in article.statements if _touch(gold.cue, (span.start, span.end))), None)
            if gold is None or cue.kind in ("participle", "headline", "expression") or not gold.content:
                continue
            last = page.sentence_end(cue.last - 1)
            first = source_start(page, cue.last, last)
            name = str(gold.record["source"])
            place = page.reading.article.text.find(name, span.end, span.end + len(name) + _SLACK) if name else -1
            if place >= 0 and (first >= last or place > words.ends[first]):
                continue
            end = place + len(name) if place >= 0 else -1
            index = first
            while index < last and not stops_source(page, cue, index, first):
                stop = words.starts[index] >= end
                found.append(Sample(source_end_features(page, cue, first, index), "yes" if stop else "no", outlet))
                if stop:
                    break
                index = source_step(page, index, last)
    return found


# How far after its cue a source may begin, in code points.
_SLACK = 40


def speaker_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Is this the speaker? Asked of every candidate of an accepted statement without a named source."""
    found: list[Sample] = []
    for article in articles:
        page = open_page(article.reading, article.mentions, article.times, lexicon)
        cast = empty_cast()
        for draft in find_drafts(page):
            span = page.span(draft.cue.first, draft.cue.last)
            gold = next((gold for gold in article.statements if _touch(gold.cue, (span.start, span.end))), None)
            if gold is None:
                note_actor(page, cast, draft)
                continue
            names = [str(gold.record["speaker"]), *gold.record["aliases"]]  # type: ignore[misc] - plain JSON
            named = draft.source is not None and draft.side == "after" and not is_generic(page, draft.source)
            chosen: Actor | None = actor_of_words(page, cast, draft.source) if named and draft.source is not None else None
            if not named:
                for candidate in candidates(page, cast, draft):
                    right = is_named(candidate.actor, names)
                    found.append(Sample(candidate.signs, "yes" if right else "no", page.reading.article.outlet))
                    chosen = candidate.actor if right and chosen is None else chosen
            if chosen is not None:
                cast.speaks(chosen, draft.cue.first)
    return found


def force_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """What is the force? Asked of every draft whose content is the gold's."""
    found: list[Sample] = []
    for article in articles:
        text, starts, ends = article.reading.article.text, article.reading.words.starts, article.reading.words.ends
        for page, draft, golds in drafts_of(article, lexicon):
            ours = content_words(text, tuple((starts[part.first], ends[part.last - 1]) for part in draft.content.parts))
            for gold in golds[:1]:
                if overlap(ours, content_words(text, gold.content)) >= 0.5:
                    found.append(Sample(force_features(page, draft), str(gold.record["force"]), page.reading.article.outlet))
    return found


def train_force(articles: list[GoldArticle], lexicon: Lexicon) -> None:
    """Fit, measure over held-out outlets and write ``force.json``."""
    samples = force_samples(articles, lexicon)
    classes = sorted({sample.label for sample in samples})
    held_out = cross_validate(samples, strength=_FORCE, balance=_FORCE_BALANCE).argmax(axis=1)
    right = sum(classes[place] == sample.label for place, sample in zip(held_out, samples, strict=True))
    print(f"force: {len(samples)} statements; held-out accuracy {right / len(samples):.3f}")
    write_model("force", fit(samples, strength=_FORCE, balance=_FORCE_BALANCE))


def is_named(actor: Actor, names: list[str]) -> bool:
    """Whether one of an actor's names is, holds, or (in two words or more) is part of one of the given names."""
    ours = [" ".join(split_words(name).folded) for name in (actor.name, *actor.aliases)]
    theirs = [" ".join(split_words(name).folded) for name in names if name]
    return any(
        one == other or f" {other} " in f" {one} " or (" " in one and f" {one} " in f" {other} ") for one in ours for other in theirs
    )


def train_source_end(articles: list[GoldArticle], lexicon: Lexicon) -> None:
    """Fit, measure over held-out outlets and write ``source_end.json``."""
    _train_binary("source_end", source_samples(articles, lexicon), _SOURCE_END)


def _train_binary(name: str, samples: list[Sample], strength: float) -> None:
    held_out = cross_validate(samples, strength=strength)[:, 1]
    right = sum((probability > 0.5) == (sample.label == "yes") for sample, probability in zip(samples, held_out, strict=True))
    print(f"{name}: {len(samples)} decisions; held-out accuracy {right / len(samples):.3f}")
    write_model(name, fit(samples, strength=strength))


def train_content_end(articles: list[GoldArticle], lexicon: Lexicon) -> None:
    """Fit, measure over held-out outlets and write ``content_end.json``."""
    _train_binary("content_end", end_samples(articles, lexicon), _CONTENT_END)


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
    train_source_end(articles, lexicon)
    lexicon.model.cache_clear()
    train_content_end(articles, lexicon)
    lexicon.model.cache_clear()
    train_attribution(articles, lexicon)
    train_force(articles, lexicon)
    _train_binary("speaker", speaker_samples(articles, lexicon), _SPEAKER)


if __name__ == "__main__":
    main(sys.argv[1:])
