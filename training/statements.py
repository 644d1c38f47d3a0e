"""Train the decisions of the statements stage: ``python -m training.statements ../shared/eval/train.jsonl``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from rawi.lexicon import Lexicon, load_lexicon
from rawi.lexicon.models import LinearModel
from rawi.mentions import find_mentions
from rawi.model import Article, Speaker
from rawi.segment import segment_article
from rawi.statements.boundaries import content_limit, end_features, possible_ends
from rawi.statements.cast import Actor, actor_of_words, empty_cast
from rawi.statements.cues import find_cues
from rawi.statements.draft import Draft
from rawi.statements.features import attribution_features
from rawi.statements.find import find_drafts
from rawi.statements.page import Page, open_page
from rawi.statements.sources import source_end_features, source_start, source_step, stops_source
from rawi.statements.speakers import candidates, is_generic, note_actor
from rawi.text.words import split_words
from rawi.timex import find_times
from rawi.workflows.cue_examples import cue_trials
from training.gold import Gold, GoldArticle, Offsets, content_words, read_gold
from training.linear import Fitted, Sample, best_threshold, cross_validate, fit, to_model, write_model

# The inverse penalty of each decision, chosen by log loss on held-out outlets.
_STRENGTHS = {"source_end": 0.5, "content_end": 0.5, "attribution": 0.3, "speaker": 0.5}


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


def lexicon_samples(lexicon: Lexicon) -> list[Sample]:
    """Does this cue attribute? Asked of the examples and near misses of the cue lexicon: a new entry teaches."""
    found = []
    for number, trial in enumerate(cue_trials(lexicon)):
        article = Article(id=str(number), text=trial.sentence)
        reading = segment_article(article, split_words(article.text), lexicon=lexicon)
        mentions, times = find_mentions(reading, lexicon=lexicon), find_times(reading, lexicon=lexicon)
        page = open_page(reading, mentions, times, lexicon)
        for draft in find_drafts(page):
            entry = draft.cue.phrase if draft.cue.phrase is not None else draft.cue.verb
            if entry is trial.entry:
                label = "yes" if trial.attributes else "no"
                found.append(Sample(attribution_features(page, draft), label, f"lexicon {number % 10}"))
    return found


def end_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """Does the content end here? Asked at every possible end up to the gold one, where the beginning is right."""
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
                found.append(
                    Sample(end_features(page, draft.cue, draft.frame, opens, index), label, page.reading.article.outlet)
                )
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
            names = [str(gold.record["speaker"]), *gold.record["aliases"]]  # type: ignore[misc]  # plain JSON
            named = draft.source is not None and draft.side == "after" and not is_generic(page, draft.source)
            chosen: Actor | None = (
                actor_of_words(page, cast, draft.source) if named and draft.source is not None else None
            )
            if not named:
                for candidate in candidates(page, cast, draft):
                    right = is_named(candidate.actor, names)
                    found.append(Sample(candidate.signs, "yes" if right else "no", page.reading.article.outlet))
                    chosen = candidate.actor if right and chosen is None else chosen
            if chosen is not None:
                cast.speaks(chosen, draft.cue.first)
    return found


def is_named(actor: Actor, names: list[str]) -> bool:
    """Whether one of an actor's names is, holds, or (in two words or more) is part of one of the given names."""
    return _same_name((actor.name, *actor.aliases), names)


def is_same_speaker(speaker: Speaker, gold: Gold) -> bool:
    """Whether a speaker is the gold's, as `is_named` compares names."""
    return _same_name((speaker.name, *speaker.aliases), [str(gold.record["speaker"]), *gold.record["aliases"]])  # type: ignore[misc]  # plain JSON


def _same_name(found: Iterable[str], names: Iterable[str]) -> bool:
    ours = [" ".join(split_words(name).folded) for name in found]
    theirs = [" ".join(split_words(name).folded) for name in names if name]
    return any(
        one == other or f" {other} " in f" {one} " or (" " in one and f" {one} " in f" {other} ")
        for one in ours
        for other in theirs
    )


def _touch(one: Offsets | None, other: Offsets) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


class TrainingLexicon(Lexicon):
    """A lexicon whose trained decisions of this stage are those fitted so far, in memory."""

    def __init__(self, shared: Lexicon) -> None:
        """Share everything the other lexicon has read; start with decisions that know nothing."""
        super().__init__()
        self.__dict__.update(shared.__dict__)
        self._shared = shared
        self.fitted: dict[str, LinearModel] = {}

    def model(self, name: str) -> LinearModel:  # type: ignore[override]
        """The decision as fitted so far; one of another stage as it ships."""
        if name in _STRENGTHS:
            return self.fitted.get(name, LinearModel(("no", "yes"), {}))
        return self._shared.model(name)


def fit_decisions(
    articles: list[GoldArticle], lexicon: TrainingLexicon
) -> Iterator[tuple[str, list[Sample], Fitted, float]]:
    """Fit the decisions in the order they rest on each other; gives name, samples, model and threshold of each."""
    samplers = (
        ("source_end", source_samples),
        ("content_end", end_samples),
        ("attribution", attribution_samples),
        ("speaker", speaker_samples),
    )
    for name, sample in samplers:
        samples = sample(articles, lexicon)
        own = lexicon_samples(lexicon) if name == "attribution" else []
        fitted = fit(samples + own, strength=_STRENGTHS[name])
        threshold = _attribution_threshold(articles, samples) if name == "attribution" else 0.5
        lexicon.fitted[name] = to_model(fitted, threshold=threshold)
        yield name, samples, fitted, threshold


def _attribution_threshold(articles: list[GoldArticle], samples: list[Sample]) -> float:
    truth = np.array([sample.label == "yes" for sample in samples])
    held_out = cross_validate(samples, strength=_STRENGTHS["attribution"])[:, 1]
    needed = sum(not gold.optional for article in articles for gold in article.statements)
    return best_threshold(truth, held_out, missed=max(0, needed - int(truth.sum())))[0]


def main(paths: list[str]) -> None:
    """Train on the gold files given, write the models, and say how they do on outlets held out."""
    shared = load_lexicon()
    articles = [article for path in paths for article in read_gold(Path(path), shared)]
    lexicon = TrainingLexicon(shared)
    for name, samples, fitted, threshold in fit_decisions(articles, lexicon):
        write_model(name, fitted, threshold=threshold)
        held_out = cross_validate(samples, strength=_STRENGTHS[name])[:, 1]
        right = sum((chance > 0.5) == (sample.label == "yes") for sample, chance in zip(samples, held_out, strict=True))
        print(f"{name}: {len(samples)} decisions; held-out accuracy {right / len(samples):.3f}; threshold {threshold}")


if __name__ == "__main__":
    main(sys.argv[1:])
