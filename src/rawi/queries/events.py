"""Events of the ledger: who did what to whom, by whatever is asked, one by one or merged over outlets."""

from collections.abc import Iterator
from datetime import date

import msgspec

from rawi.compare.events import MergedEvent, merge_events
from rawi.compare.records import Report
from rawi.ledger import ArticleRow, Ledger
from rawi.model import Analysis, Event, Participant
from rawi.text.folding import fold


class EventFilter(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which events are wanted; what is left out does not restrict.

    ``type`` are PLOVER types, ``status`` statuses. ``actor``, ``target``, ``place`` and ``text`` (the trigger) are
    parts of a name, whatever the spelling; ``actor`` and ``target`` may also be an entity id, a country or a sector
    code. ``since`` and ``until`` bound, half-open, the event's day, or that of publication where it has none.
    ``said`` keeps only what somebody says (true) or what the outlet itself reports (false).
    """

    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actor: str = ""
    target: str = ""
    place: str = ""
    text: str = ""
    outlet: str = ""
    series: str = ""
    article: str = ""
    said: bool | None = None
    since: date | None = None
    until: date | None = None


class EventRow(msgspec.Struct, frozen=True):
    """An event with the article it stands in; ``position`` is its place there.

    ``chain`` is who says so: the outlet, the carriers and the speaker of the statement it stands in, outlet first.
    """

    article: str
    outlet: str
    published: date | None
    title: str
    position: int
    chain: tuple[str, ...]
    event: Event


def find_events(ledger: Ledger, wanted: EventFilter | None = None) -> Iterator[EventRow]:
    """The events wanted, by article in the ledger's order, then by place in the text."""
    asked = wanted or EventFilter()
    for article, analysis in _analyses(ledger, asked):
        for position, event in enumerate(analysis.events):
            if _is_wanted(event, asked, published=article.published):
                yield EventRow(
                    article=article.id,
                    outlet=article.outlet,
                    published=article.published,
                    title=article.title,
                    position=position,
                    chain=chain_of(analysis, event, outlet=article.outlet),
                    event=event,
                )


def merge_found_events(ledger: Ledger, wanted: EventFilter | None = None) -> tuple[MergedEvent, ...]:
    """The events wanted, each once over all outlets, those with most mentions first; see `rawi.compare.events`."""
    asked = wanted or EventFilter()
    reports = []
    for row, analysis in _analyses(ledger, asked):
        article = ledger.article(row.id)
        kept = tuple(one for one in analysis.events if _is_wanted(one, asked, published=row.published))
        if article is not None and kept:
            reports.append(Report(article, msgspec.structs.replace(analysis, events=kept)))
    return merge_events(reports)


def chain_of(analysis: Analysis, event: Event, *, outlet: str) -> tuple[str, ...]:
    """Who says that the event took place, outlet first; the outlet alone when it vouches for it itself."""
    if event.said is None or event.said >= len(analysis.statements):
        return (outlet,)
    statement = analysis.statements[event.said]
    return tuple(name for name in (outlet, *(hop.name for hop in statement.via), statement.speaker.name) if name)


def _analyses(ledger: Ledger, asked: EventFilter) -> Iterator[tuple[ArticleRow, Analysis]]:
    outlet = fold(asked.outlet)
    for article in ledger.list_articles():
        if (asked.article and article.id != asked.article) or (outlet and outlet not in fold(article.outlet)):
            continue
        analysis = ledger.analysis(article.id)
        if analysis is not None:
            yield article, analysis


def _is_wanted(event: Event, asked: EventFilter, *, published: date | None) -> bool:
    if (asked.type and event.type not in asked.type) or (asked.status and event.status not in asked.status):
        return False
    if asked.said is not None and (event.said is not None) != asked.said:
        return False
    if asked.series and asked.series != event.series:
        return False
    if not (_names(event.actors, asked.actor) and _names(event.targets, asked.target)):
        return False
    if fold(asked.place) not in fold(event.place or "") or fold(asked.text) not in fold(event.trigger.text):
        return False
    return _is_in_time(event, asked, published)


def _names(participants: tuple[Participant, ...], wanted: str) -> bool:
    if not wanted:
        return True
    folded = fold(wanted)
    for one in participants:
        if wanted in (one.entity, one.country, one.sector) or any(
            folded in fold(name) for name in (one.name, *one.aliases)
        ):
            return True
    return False


def _is_in_time(event: Event, asked: EventFilter, published: date | None) -> bool:
    if asked.since is None and asked.until is None:
        return True
    day = event.date or (published.isoformat() if published is not None else "")
    if not day:
        return False
    # A month or year is in time when a day of it may be.
    after = asked.since is None or day >= asked.since.isoformat()[: len(day)]
    return after and (asked.until is None or day < asked.until.isoformat()[: len(day)] or len(day) < len("2022-01-01"))
