"""Whether each finding is right, and what the rules, lexicon entries and confidences it rests on are worth."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from rawi.evaluate.case import Case
from rawi.evaluate.gold import locate
from rawi.evaluate.match import bounds, touch
from rawi.model import Evidence, Statement

Verdict = Literal["right", "extra", "speaker", "content", "value"]

# The width of a bin of the reliability table.
_BINS = 10


class Judgment(msgspec.Struct, frozen=True):
    """A statement, time or event found, judged: the rules and lexicon entries it rests on, and its confidence.

    ``right`` is a statement whose speaker and content are right (``who_said_what``), a time with its value, an event
    with its type; ``extra`` is none of the gold's, ``speaker``, ``content`` and ``value`` say what is wrong.
    """

    verdict: Verdict
    rules: tuple[str, ...]
    entries: tuple[str, ...] = ()
    confidence: float | None = None


class RuleCount(msgspec.Struct, frozen=True):
    """How often a rule or entry fired, and how often what rests on it is right; ``wrong`` by what is wrong."""

    name: str
    fired: int
    right: int
    wrong: int
    extra: int
    speaker: int
    content: int
    value: int


class Bin(msgspec.Struct, frozen=True):
    """Statements with a confidence in ``[low, high)``: how many, how sure on average, the share that is right."""

    low: float
    high: float
    statements: int
    confidence: float
    right: float


class Reliability(msgspec.Struct, frozen=True):
    """The bins that hold something, and the expected calibration error: the mean gap between the two figures."""

    bins: tuple[Bin, ...]
    statements: int
    expected_calibration_error: float


def judge(case: Case) -> Iterator[Judgment]:
    """The findings of one article, judged; statements that the gold holds optional are left out."""
    verdicts: dict[int, Verdict] = dict.fromkeys(case.extra, "extra")
    for pair in case.counted:
        wrong: Verdict = "content" if case.has_speaker(pair) else "speaker"
        verdicts[pair.predicted] = "right" if case.is_right(pair) else wrong
    for index, statement in enumerate(case.found.statements):
        if index in verdicts:
            yield _judged(verdicts[index], statement)
    if case.gold.has_times:
        yield from _judge_times(case)
    if case.gold.has_events:
        yield from _judge_events(case)


def count_rules(judgments: Iterable[Judgment]) -> tuple[RuleCount, ...]:
    """The count of every rule, by name."""
    return tuple(sorted(_count((one.rules, one.verdict) for one in judgments), key=lambda count: count.name))


def count_entries(judgments: Iterable[Judgment]) -> tuple[RuleCount, ...]:
    """The count of every lexicon entry, the one that fired most first."""
    counts = _count((one.entries, one.verdict) for one in judgments)
    return tuple(sorted(counts, key=lambda count: (-count.fired, count.name)))


def measure_reliability(judgments: Iterable[Judgment]) -> Reliability:
    """How far the confidence of statements is the share of right ones; those without a confidence are left out."""
    sure = [(one.confidence, one.verdict == "right") for one in judgments if one.confidence is not None]
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in sure:
        groups.setdefault(min(int(confidence * _BINS + _ROUNDING), _BINS - 1), []).append((confidence, right))
    bins = tuple(_bin(place, groups[place]) for place in sorted(groups))
    gap = sum(one.statements * abs(one.confidence - one.right) for one in bins)
    return Reliability(bins, len(sure), round(gap / len(sure), 4) if sure else 0.0)


# 0.3 times ten is a hair above, 0.29 times a hundred a hair below a whole number.
_ROUNDING = 1e-9


def _judged(verdict: Verdict, statement: Statement) -> Judgment:
    return Judgment(verdict, *_names(statement.evidence), confidence=statement.confidence)


def _names(evidence: Sequence[Evidence], room: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    rules = dict.fromkeys(f"{room}{one.rule}" for one in evidence)
    entries = dict.fromkeys(f"{room}{one.entry}" for one in evidence if one.entry)
    return tuple(rules), tuple(entries)


def _judge_times(case: Case) -> Iterator[Judgment]:
    golds = [(locate(case.gold.text, one.text, one.near), one.value) for one in case.gold.times or ()]
    for time in case.found.times:
        values = [value for span, value in golds if touch(span, (time.start, time.end))]
        wrong: Verdict = "value" if values else "extra"
        yield Judgment("right" if time.value in values else wrong, (f"time/{time.rule}",))


def _judge_events(case: Case) -> Iterator[Judgment]:
    golds = [(locate(case.gold.text, one.trigger, one.near), one.type) for one in case.gold.events or ()]
    for event in case.found.events:
        types = [kind for span, kind in golds if touch(span, bounds(event.trigger))]
        wrong: Verdict = "value" if types else "extra"
        yield Judgment("right" if event.type in types else wrong, *_names(event.evidence, "event/"))


def _count(named: Iterable[tuple[tuple[str, ...], Verdict]]) -> list[RuleCount]:
    verdicts: dict[str, list[Verdict]] = {}
    for names, verdict in named:
        for name in names:
            verdicts.setdefault(name, []).append(verdict)
    return [_rule_count(name, found) for name, found in verdicts.items()]


def _rule_count(name: str, verdicts: list[Verdict]) -> RuleCount:
    right = verdicts.count("right")
    kinds: tuple[Verdict, ...] = ("extra", "speaker", "content", "value")
    return RuleCount(name, len(verdicts), right, len(verdicts) - right, *(verdicts.count(kind) for kind in kinds))


def _bin(place: int, pairs: list[tuple[float, bool]]) -> Bin:
    size = len(pairs)
    mean = sum(confidence for confidence, _ in pairs) / size
    right = sum(right for _, right in pairs) / size
    return Bin(place / _BINS, (place + 1) / _BINS, size, round(mean, 4), round(right, 4))
