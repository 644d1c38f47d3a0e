"""The measures of the annotation guideline, counted article by article.

They are those of the project's reference scorer, to the last digit; a test holds the two together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from rawi.evaluate.case import Case, open_case
from rawi.evaluate.gold import GoldArticle, GoldEvent, content_spans, cue_span, locate
from rawi.evaluate.judgments import Judgment, judge
from rawi.evaluate.match import Pair, bounds, is_same_name, share, touch, word_places
from rawi.evaluate.misses import find_misses
from rawi.evaluate.report import MEASURES, Count, Miss, Scores
from rawi.model import Analysis, Event

# How much of a field must be found for it to count as right.
_FIELD = 0.5
_SPAN_FIELDS = ("condition", "channel", "addressee")

Counts = defaultdict[str, Count]


def score(gold: Iterable[GoldArticle], found: Mapping[str, Analysis], *, particles: Collection[str]) -> Scores:
    """The scores of the analyses, by article id, against the gold articles.

    ``particles`` are the folded words that may open a content without counting (complementizers). An article without
    an analysis counts as one in which nothing was found.
    """
    counts: defaultdict[str, Count] = defaultdict(Count)
    misses: list[Miss] = []
    judgments: list[Judgment] = []
    articles = tuple(gold)
    for article in articles:
        analysis = found.get(article.id, Analysis(id=article.id))
        case = open_case(article, analysis, particles=particles)
        _count_statements(case, counts)
        _count_fields(case, counts)
        _count_unpaired_fields(case, counts)
        _count_direct(case, counts)
        if article.has_times:
            _count_times(case, counts)
        if article.has_events:
            _count_events(case, counts)
        misses.extend(find_misses(case))
        judgments.extend(judge(case))
    missing = tuple(article.id for article in articles if article.id not in found)
    measures = {name: counts[name].measure() for name in MEASURES if name in counts}
    return Scores(
        articles=len(articles),
        missing=missing,
        measures=measures,
        misses=tuple(misses),
        judgments=tuple(judgments),
    )


def _count_statements(case: Case, counts: Counts) -> None:
    counted, pairing = case.counted, case.pairing
    predicted = len(case.found.statements) - (len(pairing.pairs) - len(counted))
    annotated = len(case.needed)
    right = sum(case.is_right(pair) for pair in counted)
    counts["detected"].add(len(counted), predicted, annotated)
    counts["who_said_what"].add(right, predicted, annotated)
    expected: set[int] = set().union(*pairing.gold_words)
    found: set[int] = set().union(*pairing.predicted_words)
    counts["content_words"].add(len(expected & found), len(found), len(expected))


def _count_fields(case: Case, counts: Counts) -> None:
    """Count the fields of the statements that were found."""
    partner = {pair.gold: pair.predicted for pair in case.pairing.pairs}
    for pair in case.counted:
        gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
        counts["speaker"].add(case.has_speaker(pair), 1, 1)
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


def _count_span(case: Case, pair: Pair, field: str, counts: Counts) -> None:
    gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
    begin = content_spans(case.gold, gold)[0][0]
    expected = locate(case.gold.text, getattr(gold, field), begin)
    predicted = bounds(getattr(found, field))
    hit = False
    if expected is not None and predicted is not None:
        places = [word_places(case.gold.text, [span], case.particles) for span in (expected, predicted)]
        hit = share(*places) >= _FIELD
    counts[field].add(hit, predicted is not None, expected is not None)


def _count_unpaired_fields(case: Case, counts: Counts) -> None:
    """Fields are scored end to end: what stands on a missed or an extra statement counts as missed or extra."""
    for gold in (case.gold.statements[index] for index in case.missed):
        for field in (*_SPAN_FIELDS, "said_on"):
            counts[field].add(0, 0, bool(getattr(gold, field)))
        counts["via"].add(0, 0, len(gold.via or ()))
        counts["nested"].add(0, 0, gold.parent is not None)
    for found in (case.found.statements[index] for index in case.extra):
        for field in _SPAN_FIELDS:
            counts[field].add(0, getattr(found, field) is not None, 0)
        counts["via"].add(0, len(found.via), 0)
        counts["nested"].add(0, found.parent is not None, 0)


def _count_direct(case: Case, counts: Counts) -> None:
    """Quotations alone: precision over those predicted direct, recall over those that the gold calls direct."""
    predicted = {index for index, one in enumerate(case.found.statements) if one.mode == "direct"}
    annotated = {index for index in case.needed if case.gold.statements[index].mode == "direct"}
    pairs = case.pairing.pairs
    right_predicted = sum(pair.predicted in predicted for pair in pairs)
    right_annotated = sum(pair.gold in annotated for pair in pairs)
    counts["direct"].add_sides(right_predicted, right_annotated, len(predicted), len(annotated))


def _count_times(case: Case, counts: Counts) -> None:
    expected = [(locate(case.gold.text, one.text, one.near), one.value) for one in case.gold.times or ()]
    found = [((one.start, one.end), one.value) for one in case.found.times]
    right = sum(any(touch(at, span) and value == other for span, other in found) for at, value in expected)
    counts["time_value"].add(right, len(found), len(expected))


def _count_events(case: Case, counts: Counts) -> None:
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
