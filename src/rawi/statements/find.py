"""All statements of an article, in text order."""

from collections.abc import Iterator, Sequence

from rawi.lexicon import Lexicon
from rawi.model import Mention, Reading, Speaker, Statement, Timex
from rawi.model.ids import content_id
from rawi.model.span import Evidence
from rawi.statements.cues import find_cues
from rawi.statements.draft import Draft, draft_statement
from rawi.statements.features import attribution_features
from rawi.statements.force import decide_force
from rawi.statements.page import Page, open_page
from rawi.statements.cast import empty_cast
from rawi.statements.speakers import resolve_speaker, to_speaker


def find_statements(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[Timex], *, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statements the article attributes to somebody, in the order of their cues."""
    page = open_page(reading, mentions, times, lexicon)
    return tuple(_finish(page, [draft for draft in find_drafts(page) if attributes(page, draft)]))


def find_drafts(page: Page) -> Iterator[Draft]:
    """Every candidate the lexicon and the frames give, in text order."""
    for cue in find_cues(page):
        draft = draft_statement(page, cue)
        if draft is not None:
            yield draft


def attributes(page: Page, draft: Draft) -> bool:
    """Whether the cue of a draft attributes here, by the trained decision ``attribution``."""
    model = page.lexicon.model("attribution")
    return model.probability(attribution_features(page, draft)) >= model.threshold


def _finish(page: Page, drafts: list[Draft]) -> list[Statement]:
    cast = empty_cast()
    found = []
    for draft in drafts:
        resolved = resolve_speaker(page, cast, draft)
        if resolved is None:
            continue
        actor, how = resolved
        cast.speaks(actor, draft.cue.first)
        found.append(_statement(page, draft, to_speaker(actor, how)))
    return found


def _statement(page: Page, draft: Draft, speaker: Speaker) -> Statement:
    cue = page.span(draft.cue.first, draft.cue.last)
    content = tuple(page.span(part.first, part.last) for part in draft.content.parts)
    return Statement(
        id=content_id(page.reading.article.id, str(cue.start), *(part.text for part in content)),
        cue=cue,
        source=None if draft.source is None else page.span(draft.source.first, draft.source.last),
        content=content,
        speaker=speaker,
        mode=draft.content.mode,
        force=decide_force(page, draft),
        evidence=(Evidence(draft.frame.kind, cue.text, draft.cue.lemma),),
    )
