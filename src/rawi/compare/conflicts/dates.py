"""Different days for one event."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec

from rawi.compare.conflicts.sides import side_at
from rawi.compare.groups import connected
from rawi.compare.records import Conflict
from rawi.compare.similarity import resemblance
from rawi.compare.terms import TermBag
from rawi.compare.text import Prepared
from rawi.model import Evidence, Timex
from rawi.model.ids import content_id

# What is said to have happened must be this alike.
_SAME_EVENT = 0.6
# Reports disagree on a day by days; what lies further apart is another event of the kind.
_APART = 7
# Reports of one event come within this many days.
_DAYS = 7
# Words on either side of a date that tell what happened on it.
_REACH = 12
_COMMON = 150
# A day within this many letters of a reporting verb dates the saying.
_NEAR_CUE = 60


class _Dated(msgspec.Struct, frozen=True):
    key: int
    report: Prepared
    timex: Timex
    first: date
    last: date
    context: TermBag


def find_date_conflicts(prepared: Sequence[Prepared]) -> tuple[Conflict, ...]:
    """Events to which two outlets give different days, near each other, where neither names the other's day for it."""
    dated = _collect(prepared)
    clashing = {}
    for one, other in _candidates(dated):
        if one.first <= other.last and other.first <= one.last:
            continue
        alike = resemblance(one.context, other.context)
        if alike.score >= _SAME_EVENT and len(alike.pairs) > 2:
            clashing[one.key, other.key] = alike.score
    agreed = _agreed(dated)
    kept = [pair for pair in sorted(clashing) if not _known(dated[pair[0]], dated[pair[1]], agreed)]
    best: dict[int, float] = defaultdict(float)
    for pair in kept:
        for key in pair:
            best[key] = max(best[key], clashing[pair])
    groups = connected(pair for pair in kept if clashing[pair] >= max(best[pair[0]], best[pair[1]]) * 0.9)
    return tuple(_conflict([dated[key] for key in group], clashing) for group in groups)


def _collect(prepared: Sequence[Prepared]) -> list[_Dated]:
    found: list[_Dated] = []
    for report in prepared:
        sentences = report.report.analysis.sentences
        times = report.report.analysis.times
        marked = _marked(report)
        for timex in times:
            if timex.precision not in ("day", "time") or timex.begin is None:
                continue
            first, last = report.word_range(timex.start, timex.end)
            sentence = next((s for s in sentences if s.first <= first < s.last), None)
            if sentence is None or _dates_saying(report, timex):
                continue
            low, high = max(sentence.first, first - _REACH), min(sentence.last, last + _REACH)
            around = TermBag(
                term
                for index, term in enumerate(report.spread[low:high], low)
                if term is not None and not marked[index]
            )
            finish = timex.finish.toordinal() - 1 if timex.finish else timex.begin.toordinal()
            found.append(
                _Dated(
                    len(found),
                    report,
                    timex,
                    timex.begin,
                    date.fromordinal(max(finish, timex.begin.toordinal())),
                    around,
                )
            )
    return found


def _dates_saying(report: Prepared, timex: Timex) -> bool:
    """The day is the one on which something was said, not the day of what is told: it stands beside a cue."""
    for statement in report.report.analysis.statements:
        if statement.cue is None or not statement.content:
            continue
        inside = statement.content[0].start <= timex.start < statement.content[-1].end
        near = abs(statement.cue.start - timex.start) <= _NEAR_CUE
        if near and not inside:
            return True
    return False


def _marked(report: Prepared) -> bytearray:
    marks = bytearray(len(report.words))
    for timex in report.report.analysis.times:
        first, last = report.word_range(timex.start, timex.end)
        marks[first:last] = b"\x01" * (last - first)
    return marks


def _candidates(dated: Sequence[_Dated]) -> list[tuple[_Dated, _Dated]]:
    holders: dict[str, list[_Dated]] = defaultdict(list)
    for item in dated:
        week = item.first.toordinal() // 7
        telling = sorted(item.context, key=lambda term: -term.weight)[:6]
        for name in {name for term in telling for name in (term.senses or (term.stem,))}:
            for when in (week, week + 1):
                holders[f"{name} {when}"].append(item)
    pairs = {}
    for items in holders.values():
        if len(items) > _COMMON:
            continue
        for at, one in enumerate(items):
            for other in items[at + 1 :]:
                if _comparable(one, other):
                    pairs[one.key, other.key] = (one, other)
    return [pairs[key] for key in sorted(pairs)]


def _comparable(one: _Dated, other: _Dated) -> bool:
    first, second = one.report.report.article, other.report.report.article
    if first.id == second.id or (first.outlet and first.outlet == second.outlet):
        return False
    if abs((one.first - other.first).days) > _APART:
        return False
    return (
        first.published is None or second.published is None or abs((first.published - second.published).days) <= _DAYS
    )


def _agreed(dated: Sequence[_Dated]) -> dict[tuple[str, date], list[_Dated]]:
    known: dict[tuple[str, date], list[_Dated]] = defaultdict(list)
    for item in dated:
        known[item.report.id, item.first].append(item)
    return known


def _known(one: _Dated, other: _Dated, agreed: dict[tuple[str, date], list[_Dated]]) -> bool:
    """One of the reports also gives the other's day for it."""
    return any(
        resemblance(item.context, mine.context).score >= _SAME_EVENT
        for report, mine in ((one.report.id, other), (other.report.id, one))
        for item in agreed.get((report, mine.first), ())
    )


def _conflict(items: Sequence[_Dated], scores: dict[tuple[int, int], float]) -> Conflict:
    keys = {item.key for item in items}
    score = max(value for pair, value in scores.items() if keys.issuperset(pair))
    sides = tuple(side_at(item.report, item.report.passage(item.timex.start, item.timex.end)) for item in items)
    return Conflict(
        id=content_id("date", *(f"{side.passage.article}#{side.passage.start}" for side in sides)),
        kind="date",
        sides=sides,
        evidence=(Evidence(rule="same-event-other-day", words=f"{score:.2f}"),),
    )
