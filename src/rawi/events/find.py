"""All events of an article, in text order."""

from rawi.events.page import Page, open_page
from rawi.events.triggers import Trigger, find_triggers
from rawi.lexicon import Lexicon
from rawi.model import Event, Evidence, Mention, Reading, Span, Statement, Timex
from rawi.model.ids import content_id


def find_events(
    reading: Reading, mentions: tuple[Mention, ...], times: tuple[Timex, ...], statements: tuple[Statement, ...], *, lexicon: Lexicon
) -> tuple[Event, ...]:
    """The events the article names, each with who took part, when, where, its status and the statement it is said in."""
    page = open_page(reading, mentions, times, statements, lexicon)
    return tuple(_event(page, trigger) for trigger in find_triggers(page))


def _event(page: Page, trigger: Trigger) -> Event:
    words = page.reading.words
    start, end = words.starts[trigger.at], words.ends[trigger.last - 1]
    text = page.reading.article.text[start:end]
    said = page.content_of[trigger.at]
    return Event(
        id=content_id(page.reading.article.id, "event", str(start), str(end)),
        trigger=Span(start, end, text),
        type=trigger.sense.type,
        mode=trigger.sense.mode,
        said=said if said >= 0 else None,
        evidence=(Evidence(rule="trigger", words=text, entry=f"{trigger.sense.type}/{trigger.sense.entry}"),),
    )
