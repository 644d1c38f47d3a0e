"""All events of an article, in text order."""

from rawi.events.dates import is_to_come, is_topic, lead_day, resolve_date
from rawi.events.days import share_dates
from rawi.events.details import find_contexts, find_instrument, find_series
from rawi.events.page import Page, open_page
from rawi.events.participants import make_participants
from rawi.events.places import resolve_place
from rawi.events.quantities import find_quantities
from rawi.events.roles import find_cast
from rawi.events.sharing import Found, drop_secondary, invite, share_participants, share_series, share_status
from rawi.events.status import resolve_status
from rawi.events.triggers import Trigger, find_triggers
from rawi.lexicon import Lexicon
from rawi.model import Event, Evidence, Mention, Reading, Span, Statement, Timex
from rawi.model.ids import content_id


def find_events(
    reading: Reading,
    mentions: tuple[Mention, ...],
    times: tuple[Timex, ...],
    statements: tuple[Statement, ...],
    *,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events the article names, each with who took part, when and where, its status and whose statement it is."""
    page = open_page(reading, mentions, times, statements, lexicon)
    triggers = find_triggers(page)
    page.triggers.update(trigger.at for trigger in triggers)
    page.meetings.update(trigger.at for trigger in triggers if trigger.sense.type == "CONSULT" and trigger.noun)
    found = [_found(page, trigger) for trigger in triggers]
    published = reading.article.published
    found = share_dates(share_status(share_participants(found)), published=published, lead=lead_day(page))
    return tuple(one.event for one in drop_secondary(share_series(invite(found, published=published))))


def _found(page: Page, trigger: Trigger) -> Found:
    event = _event(page, trigger)
    return Found(
        event=event,
        sentence=page.reading.sentence_of[trigger.at],
        lemma=trigger.sense.lemma,
        definite=trigger.proclitic in page.conjugation.article,
        secondary=trigger.sense.secondary,
        topic=is_topic(page, trigger),
        present=trigger.form.tense == "present",
        noun=trigger.noun,
        joined=trigger.proclitic[:1] in page.conjugation.conjunction,
        at=trigger.at,
        ruled=len(event.evidence) > 1,
        generic=page.has(trigger.at, "generic_meetings"),
    )


def _event(page: Page, trigger: Trigger) -> Event:
    words = page.reading.words
    start, end = words.starts[trigger.at], words.ends[trigger.last - 1]
    text = page.reading.article.text[start:end]
    cast = find_cast(page, trigger)
    actors = make_participants(page, cast.actors, acting=True)
    targets = make_participants(page, cast.targets, acting=False)
    date = resolve_date(page, trigger)
    verdict = resolve_status(page, trigger, date=date)
    if verdict.status == "happened" and date is not None and is_to_come(page, date):
        # The day belongs to something else: they agreed to meet on Sunday.
        date = None
    said = page.content_of[trigger.at]
    series, forum = find_series(page, trigger, (*actors, *targets))
    evidence = [Evidence(rule="trigger", words=text, entry=f"{trigger.sense.type}/{trigger.sense.entry}")]
    if verdict.rule:
        evidence.append(Evidence(rule=verdict.rule))
    return Event(
        id=content_id(page.reading.article.id, "event", str(start), str(end)),
        trigger=Span(start, end, text),
        type=trigger.sense.type,
        actors=actors,
        targets=targets,
        date=date,
        place=resolve_place(page, trigger),
        status=verdict.status,
        said=said if said >= 0 else None,
        mode=trigger.sense.mode,
        contexts=find_contexts(page, trigger),
        instrument=find_instrument(page, trigger),
        forum=forum,
        series=series,
        quantities=find_quantities(page, trigger, cast.actors + cast.targets),
        evidence=tuple(evidence),
    )
