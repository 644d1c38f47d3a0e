"""One event over all outlets: mentions merged by type, participants, day, place and series, each figure with its chain.

Pure functions over reports. Two mentions are of one event when their types agree and nothing they say keeps them apart
(another day, another forum), and a forum, or a participant and a place, or two participants bring them together.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from rawi.compare.records import Passage, Report
from rawi.model import Event, Quantity
from rawi.model.ids import content_id
from rawi.text.folding import fold

# Deployments, withdrawals and unrest go on over days; everything else has its day.
_LASTING = {"MOBILIZE": 10, "RETREAT": 10, "PROTEST": 3, "COERCE": 2, "ASSAULT": 1}
# How many days apart two reports may appear that tell one event without naming its day.
_APART = 4
_SHARED = 2
_CLAIMED = frozenset({"happened", "planned"})


class Figure(msgspec.Struct, frozen=True):
    """A count one mention gives: ``low`` to ``high`` of ``unit``; ``chain`` is who says so, the outlet first."""

    unit: str
    low: float | None
    high: float | None
    passage: Passage
    chain: tuple[str, ...]


class Range(msgspec.Struct, frozen=True):
    """What all mentions together say of one count: its lowest and highest value (None where open) and every figure."""

    unit: str
    low: float | None
    high: float | None
    figures: tuple[Figure, ...]


class EventMention(msgspec.Struct, frozen=True):
    """One mention of the event: trigger, status and chain; ``event`` indexes the events of the article's analysis."""

    passage: Passage
    event: int
    outlet: str
    published: date | None
    status: str
    day: str | None
    chain: tuple[str, ...]


class MergedEvent(msgspec.Struct, frozen=True):
    """An event with all its mentions, in order of publication, and the ranges of what they count.

    ``day`` is the day most mentions give (None when none does); ``actors`` and ``targets`` are names, the most frequent
    first. ``series`` and ``forum`` name the recurring forum it is a sitting of, ``""`` for none.
    """

    id: str
    type: str
    mode: str
    day: str | None
    series: str
    forum: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    mentions: tuple[EventMention, ...]
    ranges: tuple[Range, ...]


class _Node(msgspec.Struct, frozen=True):
    """A mention as merging looks at it: what identifies its participants, its place and the states around it."""

    report: Report
    index: int
    event: Event
    keys: frozenset[str]
    countries: frozenset[str]
    place: str


class _Cluster(msgspec.Struct):
    """The mentions merged so far; ``day`` and ``series`` are the first one of them names, ``""`` before."""

    nodes: list[_Node] = []
    day: str = ""
    series: str = ""


def merge_events(reports: Sequence[Report]) -> tuple[MergedEvent, ...]:
    """The events of the reports, each once, those with most mentions first; what is denied or supposed is left out."""
    ordered = sorted(reports, key=lambda report: (str(report.article.published), report.article.id))
    clusters: dict[str, list[_Cluster]] = {}
    for report in ordered:
        for node in _nodes(report):
            known = clusters.setdefault(node.event.type, [])
            fitting = [one for one in reversed(known) if _belongs(node, one)]
            # A cluster of the node's own series, else the latest.
            same = [one for one in fitting if one.series == node.event.series]
            cluster = next(iter(same or fitting), None)
            if cluster is None:
                cluster = _Cluster()
                known.append(cluster)
            cluster.nodes.append(node)
            # The most precise day one of them names.
            cluster.day = max(cluster.day, node.event.date or "", key=len)
            cluster.series = cluster.series or node.event.series
    merged = [_merged(cluster.nodes) for known in clusters.values() for cluster in _sittings(known)]
    return tuple(sorted(merged, key=lambda one: (-len(one.mentions), str(one.day), one.id)))


def _sittings(clusters: list[_Cluster]) -> list[_Cluster]:
    """The clusters with those of one series and day joined: a forum sits once a day."""
    sittings: dict[tuple[str, str], _Cluster] = {}
    others = []
    for cluster in clusters:
        if not cluster.series or len(cluster.day) != 10:
            others.append(cluster)
            continue
        known = sittings.setdefault((cluster.series, cluster.day), cluster)
        if known is not cluster:
            known.nodes.extend(cluster.nodes)
    return [*sittings.values(), *others]


def _belongs(node: _Node, cluster: _Cluster) -> bool:
    if not _days_agree(cluster.day, node.event.date or "", node.event.type):
        return False
    if cluster.series and node.event.series and cluster.series != node.event.series:
        return False
    return any(_are_one(member, node) for member in cluster.nodes)


def _nodes(report: Report) -> Iterable[_Node]:
    for index, event in enumerate(report.analysis.events):
        if event.status in _CLAIMED:
            named = (*event.actors, *event.targets)
            yield _Node(
                report=report,
                index=index,
                event=event,
                keys=frozenset(one.entity or fold(one.name) for one in named),
                countries=frozenset(one.country for one in named if one.country) | _countries_around(report, event),
                place=fold(event.place or ""),
            )


def _countries_around(report: Report, event: Event) -> frozenset[str]:
    """The states named in the event's sentence."""
    at = event.trigger.start
    for sentence in report.analysis.sentences:
        if sentence.start <= at < sentence.end:
            return frozenset(
                mention.country
                for mention in report.analysis.mentions
                if mention.country and sentence.start <= mention.start < sentence.end
            )
    return frozenset()


def _are_one(one: _Node, other: _Node) -> bool:
    """Whether something brings the mentions together and nothing keeps them apart."""
    if one.event.type != other.event.type or not _days_agree(
        one.event.date or "", other.event.date or "", one.event.type
    ):
        return False
    if one.event.series and other.event.series:
        return one.event.series == other.event.series and _near(one, other)
    same_article = one.report.article.id == other.report.article.id
    shared = len(one.keys & other.keys) + (bool(one.place) and one.place == other.place)
    states = len(one.countries & other.countries)
    dated = bool(one.event.date) and one.event.date == other.event.date
    if one.event.type == "CONSULT":
        return (dated and (shared > 0 or states >= _SHARED)) or (same_article and shared > 0 and _near(one, other))
    if one.event.type in ("MOBILIZE", "RETREAT"):
        return _same_move(one, other) and _near(one, other) and (dated or _lasts(one, other))
    return (dated and (shared > 0 or states >= _SHARED)) or (shared >= _SHARED and _near(one, other))


def _same_move(one: _Node, other: _Node) -> bool:
    """Forces move to or from one place: a state both name that is neither side's own, or the very place."""
    if one.event.mode != other.event.mode:
        return False
    if one.report.article.id == other.report.article.id and not (one.countries and other.countries):
        # "The force numbers 2500 soldiers": the article has said where it is.
        return True
    own = {actor.country for node in (one, other) for actor in node.event.actors}
    return bool((one.countries & other.countries) - own) or (bool(one.place) and one.place == other.place)


def _lasts(one: _Node, other: _Node) -> bool:
    days = _apart(one, other)
    return days is not None and days <= _LASTING.get(one.event.type, 0)


def _near(one: _Node, other: _Node) -> bool:
    """The reports appear close enough to tell the same sitting or move when they name no day."""
    if one.event.date and one.event.date == other.event.date:
        return True
    days = _apart(one, other)
    return days is not None and days <= _LASTING.get(one.event.type, _APART)


def _apart(one: _Node, other: _Node) -> int | None:
    first, second = one.report.article.published, other.report.article.published
    return abs((first - second).days) if first is not None and second is not None else None


def _days_agree(one: str, other: str, type_: str) -> bool:
    """Whether two dates may be of one event: one is missing or less precise, or the event goes on over days."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    if len(one) != 10 or len(other) != 10:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _LASTING.get(type_, 0)


def _merged(nodes: list[_Node]) -> MergedEvent:
    first = nodes[0].event
    days = _ranked(node.event.date or "" for node in nodes if len(node.event.date or "") == 10)
    series = [node.event for node in nodes if node.event.series]
    return MergedEvent(
        id=content_id("event", *(node.event.id for node in nodes)),
        type=first.type,
        mode=next(iter(_ranked(node.event.mode for node in nodes)), ""),
        day=days[0] if days else next((node.event.date for node in nodes if node.event.date), None),
        series=series[0].series if series else "",
        forum=series[0].forum if series else "",
        actors=_ranked(one.name for node in nodes for one in node.event.actors),
        targets=_ranked(one.name for node in nodes for one in node.event.targets),
        places=_ranked(node.event.place or "" for node in nodes),
        mentions=tuple(_mention(node) for node in nodes),
        ranges=_ranges(nodes),
    )


def _mention(node: _Node) -> EventMention:
    trigger = node.event.trigger
    return EventMention(
        passage=Passage(node.report.article.id, trigger.start, trigger.end, trigger.text),
        event=node.index,
        outlet=node.report.article.outlet,
        published=node.report.article.published,
        status=node.event.status,
        day=node.event.date,
        chain=_chain(node),
    )


def _chain(node: _Node) -> tuple[str, ...]:
    """Who says so: the outlet, the carriers, the speaker; the outlet alone when it vouches for the event itself."""
    outlet = node.report.article.outlet or node.report.article.id
    said = node.event.said
    if said is None or said >= len(node.report.analysis.statements):
        return (outlet,)
    statement = node.report.analysis.statements[said]
    return (
        outlet,
        *(hop.name for hop in statement.via),
        *((statement.speaker.name,) if statement.speaker.name else ()),
    )


def _ranges(nodes: list[_Node]) -> tuple[Range, ...]:
    """The counts by unit; a figure told twice in one passage counts once."""
    by_unit: dict[str, dict[Passage, Figure]] = {}
    for node in nodes:
        for quantity in node.event.quantities:
            figure = _figure(node, quantity)
            by_unit.setdefault(fold(quantity.unit), {}).setdefault(figure.passage, figure)
    found = []
    for unit, figures in sorted(by_unit.items()):
        lows = [figure.low for figure in figures.values() if figure.low is not None]
        highs = [figure.high for figure in figures.values()]
        high = None if None in highs else max(one for one in highs if one is not None)
        found.append(Range(unit, min(lows) if lows else None, high, tuple(figures.values())))
    return tuple(found)


def _figure(node: _Node, quantity: Quantity) -> Figure:
    span = quantity.span
    passage = Passage(node.report.article.id, span.start, span.end, span.text)
    return Figure(quantity.unit, quantity.low, quantity.high, passage, _chain(node))


def _ranked(values: Iterable[str]) -> tuple[str, ...]:
    """The values without empty ones, the most frequent first, then as they come."""
    counted: dict[str, int] = {}
    for value in values:
        if value:
            counted[value] = counted.get(value, 0) + 1
    return tuple(sorted(counted, key=lambda value: -counted[value]))
