"""Different counts of one thing: tolls, troops, hours, planes. Rounding and units are no conflict."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from rawi.compare.conflicts.sides import side_at
from rawi.compare.groups import connected
from rawi.compare.quantities import Count, Counter, differ
from rawi.compare.records import Conflict, Passage
from rawi.compare.similarity import affinity, resemblance
from rawi.compare.terms import Term, TermBag
from rawi.compare.text import Prepared
from rawi.model import Evidence
from rawi.model.ids import content_id

# What stands around two counts must be this alike for them to count one thing. Higher where what is counted has a
# unit only
# (hours of what?) than where the counted noun itself agrees.
_CONTEXT = 0.25
_CONTEXT_OF_UNIT = 0.2
# A count further away in time is a later count; a length belongs to an event of the day before.
_DAYS = 5
_DAYS_OF_UNIT = 1
# Words of the clause shown around a number.
_BEFORE = 3
_AFTER = 3
_SAME_NOUN = 0.8
_COMMON = 200
# Counts of one thing differ, but not tenfold: that is another thing.
_RATIO = 4
_DAY = 1440
# Groups of synonyms.yaml that are said beside any number.
_ANY_COUNT = frozenset(
    {
        "total",
        "plus",
        "exceed",
        "about",
        "people",
        "many",
        "big",
        "achieve",
        "arrive",
        "show",
        "announce",
        "side",
    }
)


class _Counted(msgspec.Struct, frozen=True):
    key: int
    report: Prepared
    count: Count
    context: TermBag
    beside: tuple[Term, ...]
    day: date | None
    sentence: tuple[int, int]


def find_number_conflicts(
    prepared: Sequence[Prepared], counter: Counter, near: Callable[[str, str], bool]
) -> tuple[Conflict, ...]:
    """Counts of one thing in two outlets that cannot both hold, all counts of that thing as sides."""
    counted = _collect(prepared, counter)
    pairs: dict[tuple[int, int], float] = {}
    for one, other in _candidates(counted):
        alike = _alike(one, other)
        if alike is not None and near(one.report.id, other.report.id):
            pairs[one.key, other.key] = alike
    known = _values(counted)
    clashing = {pair for pair in pairs if _clash(counted[pair[0]], counted[pair[1]], known)}
    found = []
    for group in connected(_mutual(clashing, pairs)):
        items = [_in_body(counted[key], counted) for key in group]
        best = max(pairs[pair] for pair in clashing if pair[0] in group and pair[1] in group)
        sides = tuple(side_at(item.report, _shown(item)) for item in items)
        found.append(
            Conflict(
                id=content_id("number", *(f"{side.passage.article}#{side.passage.start}" for side in sides)),
                kind="number",
                sides=sides,
                evidence=(Evidence(rule="same-thing-counted", words=f"{best:.2f}"),),
            )
        )
    return tuple(found)


def _values(counted: Sequence[_Counted]) -> dict[tuple[str, float], list[_Counted]]:
    values: dict[tuple[str, float], list[_Counted]] = defaultdict(list)
    for item in counted:
        values[item.report.id, item.count.value].append(item)
    return values


def _clash(one: _Counted, other: _Counted, known: dict[tuple[str, float], list[_Counted]]) -> bool:
    """The counts differ, and neither report has the other's count too: then one would be a part of the other."""
    if not differ(one.count, other.count):
        return False
    return not any(
        _same_thing(other_count, count)
        for report, count in ((one.report.id, other), (other.report.id, one))
        for other_count in known.get((report, count.count.value), ())
    )


def _in_body(item: _Counted, counted: Sequence[_Counted]) -> _Counted:
    """The same count in the body of the report, where the title only repeats it."""
    title_end = next((block.last for block in item.report.report.analysis.blocks if block.kind == "title"), 0)
    if item.count.first >= title_end:
        return item
    same = (
        other
        for other in counted
        if other.report.id == item.report.id
        and other.count.first >= title_end
        and other.count.value == item.count.value
    )
    return next(same, item)


def _mutual(clashing: set[tuple[int, int]], pairs: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs in which each is, for one of the two, the likest of all: a chain of weak likenesses joins nothing."""
    best: dict[int, float] = defaultdict(float)
    for one, other in clashing:
        for key in (one, other):
            best[key] = max(best[key], pairs[one, other])
    return sorted(pair for pair in clashing if pairs[pair] >= max(best[pair[0]], best[pair[1]]) * 0.85)


def _collect(prepared: Sequence[Prepared], counter: Counter) -> list[_Counted]:
    anything, offsets = counter.counted_of_anything, counter.offsets
    found: list[_Counted] = []
    for report in prepared:
        folded = report.words.folded
        dated = _dated(report)
        for sentence in report.report.analysis.sentences:
            counts = counter.find(folded, sentence.first, sentence.last, dated=dated)
            counts += counter.duals(folded, sentence.first, sentence.last)
            for count in counts:
                if count.unit and count.value >= _DAY and folded[count.first - 1] in offsets:
                    continue
                if count.noun is not None and count.noun.word in anything:
                    count = msgspec.structs.replace(count, noun=None)
                near = report.bag(max(sentence.first, count.first - 3), min(sentence.last, count.last + 2))
                beside = tuple(
                    term
                    for term in near
                    if not term.word[:1].isdigit() and not term.senses & _ANY_COUNT and term.word not in anything
                )
                around = (*report.bag(sentence.first, count.first), *report.bag(count.last, sentence.last))
                context = TermBag(term for term in around if not term.word[:1].isdigit())
                found.append(
                    _Counted(
                        len(found),
                        report,
                        count,
                        context,
                        beside,
                        report.report.article.published,
                        (sentence.first, sentence.last),
                    )
                )
    return found


def _dated(report: Prepared) -> bytearray:
    """Marks the words of dates; a duration ("three hours") is a count."""
    marks = bytearray(len(report.words))
    for timex in report.report.analysis.times:
        if timex.kind in ("DATE", "TIME") and timex.precision != "":
            first, last = report.word_range(timex.start, timex.end)
            marks[first:last] = b"\x01" * (last - first)
    return marks


def _candidates(counted: Sequence[_Counted]) -> list[tuple[_Counted, _Counted]]:
    """Pairs of two outlets that count the same noun or measure in the same unit, near in time."""
    holders: dict[str, list[_Counted]] = defaultdict(list)
    for item in counted:
        for key in _keys(item):
            holders[key].append(item)
    pairs = {}
    for items in holders.values():
        if len(items) > _COMMON:
            continue
        for at, one in enumerate(items):
            for other in items[at + 1 :]:
                if _comparable(one, other):
                    pairs[one.key, other.key] = (one, other)
    return [pairs[key] for key in sorted(pairs)]


def _keys(item: _Counted) -> set[str]:
    week = item.day.toordinal() // 7 if item.day else 0
    noun = item.count.noun
    beside = (noun,) if noun is not None else item.beside
    heads = (
        {item.count.unit} if item.count.unit else {name for term in beside for name in (term.senses or (term.root,))}
    )
    telling = sorted(item.context, key=lambda term: -term.weight)[:6]
    names = {name for term in telling for name in (term.senses or (term.stem,))}
    return {f"{head} {name} {when}" for head in heads for name in names for when in (week, week + 1)}


def _comparable(one: _Counted, other: _Counted) -> bool:
    first, second = one.report.report.article, other.report.report.article
    if first.id == second.id or (first.outlet and first.outlet == second.outlet):
        return False
    days = _DAYS_OF_UNIT if one.count.unit else _DAYS
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= days


def _alike(one: _Counted, other: _Counted) -> float | None:
    """How alike the surroundings are where both count the same, else None."""
    if one.count.unit != other.count.unit or not _same_thing(one, other):
        return None
    smaller, larger = sorted((one.count.value, other.count.value))
    if larger > smaller * _RATIO:
        return None
    alike = resemblance(one.context, other.context).score
    return alike if alike >= (_CONTEXT_OF_UNIT if one.count.unit else _CONTEXT) else None


def _same_thing(one: _Counted, other: _Counted) -> bool:
    if one.count.unit:
        return True
    if one.count.noun is not None and other.count.noun is not None:
        return affinity(one.count.noun, other.count.noun) >= _SAME_NOUN
    first = (one.count.noun,) if one.count.noun is not None else one.beside
    second = (other.count.noun,) if other.count.noun is not None else other.beside
    return any(affinity(a, b) >= _SAME_NOUN and not a.place for a in first for b in second)


def _shown(item: _Counted) -> Passage:
    first = max(item.sentence[0], item.count.first - _BEFORE)
    last = min(item.sentence[1], item.count.last + _AFTER)
    words = item.report.words
    # A comma ends the clause the number stands in.
    while first < item.count.first and any(not word[:1].isalnum() for word in words.folded[first : item.count.first]):
        first += 1
    stop = item.count.last
    while stop < last and words.folded[stop][:1].isalnum():
        stop += 1
    return item.report.passage(words.starts[first], words.ends[stop - 1])
