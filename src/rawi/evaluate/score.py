"""The measures of the annotation guideline, counted article by article.

They are those of the project's reference scorer, to the last digit; a test holds the two together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from rawi.evaluate.gold import GoldArticle, GoldEvent, content_spans, cue_span, locate
from rawi.evaluate.match import Pair, Pairing, bounds, is_same_name, pair_statements, share, touch, word_places
from rawi.evaluate.report import MEASURES, Count, Miss, MissKind, Scores
from rawi.model import Analysis, Event

# How much of a content must be found for the statement to count as found whole, and of a field to count as right.
_WHOLE = 0.6
_FIELD = 0.5
_SHOWN = 70
_SPAN_FIELDS = ("condition", "channel", "addressee")

Counts = defaultdict[str, Count]


class _Case(msgspec.Struct, frozen=True):
    """One article with its analysis and the pairs between them."""

    gold: GoldArticle
    found: Analysis
    pairing: Pairing
    particles: Collection[str]

    @property
    def needed(self) -> list[int]:
        """The gold statements that must be found."""
        return [index for index, one in enumerate(self.gold.statements) if not one.optional]

    @property
    def counted(self) -> list[Pair]:
        """The pairs of statements that must be found."""
        return [pair for pair in self.pairing.pairs if not self.gold.statements[pair.gold].optional]


def score(gold: Iterable[GoldArticle], found: Mapping[str, Analysis], *, particles: Collection[str]) -> Scores:
    """The scores of the analyses, by article id, against the gold articles.

    ``particles`` are the folded words that may open a content without counting (complementizers). An article without
    an analysis counts as one in which nothing was found.
    """
    counts: defaultdict[str, Count] = defaultdict(Count)
    misses: list[Miss] = []
    articles = tuple(gold)
    for article in articles:
        analysis = found.get(article.id, Analysis(id=article.id))
        pairing = pair_statements(article, analysis, particles=particles)
        case = _Case(article, analysis, pairing, particles)
        _count_statements(case, counts)
        _count_fields(case, counts)
        _count_unpaired_fields(case, counts)
        _count_direct(case, counts)
        if article.has_times:
            _count_times(case, counts)
        if article.has_events:
            _count_events(case, counts)
        misses.extend(_misses(case))
    missing = tuple(article.id for article in articles if article.id not in found)
    measures = {name: counts[name].measure() for name in MEASURES if name in counts}
    return Scores(articles=len(articles), missing=missing, measures=measures, misses=tuple(misses))


def _count_statements(case: _Case, counts: Counts) -> None:
    counted, pairing = case.counted, case.pairing
    predicted = len(case.found.statements) - (len(pairing.pairs) - len(counted))
    annotated = len(case.needed)
    right = sum(_has_speaker(case, pair) and pair.overlap >= _WHOLE for pair in counted)
    counts["detected"].add(len(counted), predicted, annotated)
    counts["who_said_what"].add(right, predicted, annotated)
    expected: set[int] = set().union(*pairing.gold_words)
    found: set[int] = set().union(*pairing.predicted_words)
    counts["content_words"].add(len(expected & found), len(found), len(expected))


def _count_fields(case: _Case, counts: Counts) -> None:
    """Count the fields of the statements that were found."""
    partner = {pair.gold: pair.predicted for pair in case.pairing.pairs}
    for pair in case.counted:
        gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
        counts["speaker"].add(_has_speaker(case, pair), 1, 1)
        counts["force"].add(found.force == gold.force, 1, 1)
        counts["mode"].add(found.mode == gold.mode, 1, 1)
        counts["cue"].add(touch(cue_span(case.gold, gold), bounds(found.cue)), 1, 1)
        for field in _SPAN_FIELDS:
            _count_span(case, pair, field, counts)
        carriers = gold.via or ()
        met = sum(any(is_same_name([hop.name, *hop.aliases], [name]) for hop in found.via) for name in carriers)
        counts["via"].add(met, len(found.via), len(carriers))
        both = gold.parent is not None and found.parent is not None
        nested = both and gold.parent is not None and partner.get(gold.parent) == found.parent
        counts["nested"].add(nested, found.parent is not None, gold.parent is not None)
        dated = bool(gold.said_on)
        counts["said_on"].add(dated and found.said_on == gold.said_on, dated and bool(found.said_on), dated)


def _count_span(case: _Case, pair: Pair, field: str, counts: Counts) -> None:
    gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
    begin = content_spans(case.gold, gold)[0][0]
    expected = locate(case.gold.text, getattr(gold, field), begin)
    predicted = bounds(getattr(found, field))
    hit = False
    if expected is not None and predicted is not None:
        places = [word_places(case.gold.text, [span], case.particles) for span in (expected, predicted)]
        hit = share(*places) >= _FIELD
    counts[field].add(hit, predicted is not None, expected is not None)


def _count_unpaired_fields(case: _Case, counts: Counts) -> None:
    """Fields are scored end to end: what stands on a missed or an extra statement counts as missed or extra."""
    paired = {pair.gold for pair in case.pairing.pairs}
    for index in case.needed:
        if index not in paired:
            gold = case.gold.statements[index]
            for field in (*_SPAN_FIELDS, "said_on"):
                counts[field].add(0, 0, bool(getattr(gold, field)))
            counts["via"].add(0, 0, len(gold.via or ()))
            counts["nested"].add(0, 0, gold.parent is not None)
    met = {pair.predicted for pair in case.pairing.pairs}
    for index, found in enumerate(case.found.statements):
        if index not in met:
            for field in _SPAN_FIELDS:
                counts[field].add(0, getattr(found, field) is not None, 0)
            counts["via"].add(0, len(found.via), 0)
            counts["nested"].add(0, found.parent is not None, 0)


def _count_direct(case: _Case, counts: Counts) -> None:
    """Quotations alone: precision over those predicted direct, recall over those that the gold calls direct."""
    predicted = {index for index, one in enumerate(case.found.statements) if one.mode == "direct"}
    annotated = {index for index in case.needed if case.gold.statements[index].mode == "direct"}
    pairs = case.pairing.pairs
    right_predicted = sum(pair.predicted in predicted for pair in pairs)
    right_annotated = sum(pair.gold in annotated for pair in pairs)
    counts["direct"].add_sides(right_predicted, right_annotated, len(predicted), len(annotated))


def _count_times(case: _Case, counts: Counts) -> None:
    expected = [(locate(case.gold.text, one.text, one.near), one.value) for one in case.gold.times or ()]
    found = [((one.start, one.end), one.value) for one in case.found.times]
    right = sum(any(touch(at, span) and value == other for span, other in found) for at, value in expected)
    counts["time_value"].add(right, len(found), len(expected))


def _count_events(case: _Case, counts: Counts) -> None:
    used: set[int] = set()
    for gold in case.gold.events or ():
        at = locate(case.gold.text, gold.trigger, gold.near)
        for index, found in enumerate(case.found.events):
            if index not in used and found.type == gold.type and touch(at, bounds(found.trigger)):
                used.add(index)
                _count_event_fields(gold, found, counts)
                break
    counts["event"].add(len(used), len(case.found.events), len(case.gold.events or ()))


def _count_event_fields(gold: GoldEvent, found: Event, counts: Counts) -> None:
    met = sum(any(is_same_name([one.name, *one.aliases], [name]) for one in found.actors) for name in gold.actors)
    counts["event_actor"].add(met, len(found.actors), len(gold.actors))
    counts["event_status"].add(found.status == gold.status, 1, 1)
    dated = bool(gold.date)
    counts["event_date"].add(dated and found.date == gold.date, bool(found.date), dated)


def _has_speaker(case: _Case, pair: Pair) -> bool:
    gold, speaker = case.gold.statements[pair.gold], case.found.statements[pair.predicted].speaker
    return is_same_name([speaker.name, *speaker.aliases], [gold.speaker, *gold.aliases])


def _misses(case: _Case) -> Iterator[Miss]:
    """The errors of one article: wrong fields of found statements, then missed ones, then extra ones."""
    for pair in case.counted:
        yield from _wrong_fields(case, pair)
    paired = {pair.gold for pair in case.pairing.pairs}
    for index in case.needed:
        if index not in paired:
            gold = case.gold.statements[index]
            yield Miss("missed", case.gold.id, gold.cue, gold.speaker, "", _shown(gold.content))
    met = {pair.predicted for pair in case.pairing.pairs}
    for index, found in enumerate(case.found.statements):
        if index not in met:
            cue = found.cue.text if found.cue is not None else ""
            yield Miss("extra", case.gold.id, cue, "", found.speaker.name, _shown(span.text for span in found.content))


def _wrong_fields(case: _Case, pair: Pair) -> Iterator[Miss]:
    gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
    wrong: list[tuple[MissKind, str, str]] = []
    if not _has_speaker(case, pair):
        wrong.append(("speaker", gold.speaker, found.speaker.name))
    if pair.overlap < _WHOLE:
        wrong.append(("content", _shown(gold.content), _shown(span.text for span in found.content)))
    if found.force != gold.force:
        wrong.append(("force", gold.force, found.force))
    if found.mode != gold.mode:
        wrong.append(("mode", gold.mode, found.mode))
    for kind, expected, predicted in wrong:
        yield Miss(kind, case.gold.id, gold.cue, expected, predicted, _shown(gold.content))


def _shown(parts: Iterable[str]) -> str:
    return " … ".join(parts)[:_SHOWN].replace("\n", " ")
