"""All statements of an article, in text order."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Mention, Reading, Statement, Timex
from rawi.model.ids import content_id
from rawi.model.span import Evidence
from rawi.statements.contents import Content, content_after, content_before
from rawi.statements.cues import Cue, find_cues
from rawi.statements.frames import Frame, find_frame
from rawi.statements.page import Page, open_page
from rawi.statements.sources import Words, source_after, source_before
from rawi.statements.speakers import Actor, Cast, name_actor, to_speaker


class Draft(msgspec.Struct):
    """A candidate statement: its cue, frame, source and content as read."""

    cue: Cue
    frame: Frame
    source: Words | None
    source_side: str
    content: Content


def find_statements(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[Timex], *, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statements the article attributes to somebody, in the order of their cues."""
    page = open_page(reading, mentions, times, lexicon)
    drafts = [draft for cue in find_cues(page) if (draft := draft_statement(page, cue)) is not None]
    return tuple(_finish(page, drafts))


def draft_statement(page: Page, cue: Cue) -> Draft | None:
    """The statement a cue would make, None when nothing it could attribute is there."""
    if cue.kind in ("according", "held", "said-in"):
        return _according(page, cue)
    if cue.kind in ("expression", "reported"):
        return _trailing(page, cue)
    if cue.kind == "headline":
        start = page.sentence_start(cue.first)
        return _with_content(page, cue, Frame("colon", cue.last, cue.first, ":"), Words(start, cue.first), "before")
    return _verbal(page, cue)


def _with_content(page: Page, cue: Cue, frame: Frame, source: Words | None, side: str) -> Draft | None:
    content = content_after(page, frame) if frame.opens < len(page.folded) else None
    return None if content is None else Draft(cue, frame, source, side, content)


def _verbal(page: Page, cue: Cue) -> Draft | None:
    frame = find_frame(page, cue)
    source = source_after(page, cue.last, frame.gap_last) if cue.kind != "participle" else None
    side = "after"
    if source is None and cue.kind == "verb":
        source = source_before(page, cue)
        side = "before"
    if frame.kind == "none":
        if cue.verb is None or cue.verb.object == "":
            return None
        opens = source.last if source is not None and side == "after" else cue.last
        frame = Frame("object", opens, opens)
        if opens >= page.sentence_end(cue.first):
            return None
    return _with_content(page, cue, frame, source, side)


def _according(page: Page, cue: Cue) -> Draft | None:
    end = page.sentence_end(cue.last - 1)
    source = source_after(page, cue.last, end)
    if source is None:
        return None
    after = source.last
    leading = cue.first == page.sentence_start(cue.first)
    if leading:
        while after < end and page.is_punctuation(after) and after not in page.quote_at:
            after += 1
        frame = Frame("clause", after, source.last)
        return _with_content(page, cue, frame, source, "after") if after < end else None
    content = content_before(page, cue)
    return None if content is None else Draft(cue, Frame("before", cue.first, cue.first), source, "after", content)


def _trailing(page: Page, cue: Cue) -> Draft | None:
    content = content_before(page, cue)
    if content is None:
        return None
    source = source_after(page, cue.last, page.sentence_end(cue.first)) if cue.kind == "reported" else None
    return Draft(cue, Frame("before", cue.first, cue.first), source, "after", content)


def _finish(page: Page, drafts: list[Draft]) -> list[Statement]:
    cast = Cast()
    found = []
    for draft in drafts:
        actor = _actor(page, cast, draft)
        if actor is None:
            continue
        found.append(_statement(page, draft, actor))
    return found


def _actor(page: Page, cast: Cast, draft: Draft) -> Actor | None:
    if draft.source is not None:
        return name_actor(page, cast, draft.source)
    form = draft.cue.form
    return cast.latest(form.gender if form else "", form.number if form else "")


def _statement(page: Page, draft: Draft, actor: Actor) -> Statement:
    cue = page.span(draft.cue.first, draft.cue.last)
    content = tuple(page.span(part.first, part.last) for part in draft.content.parts)
    return Statement(
        id=content_id(page.reading.article.id, str(cue.start), *(part.text for part in content)),
        cue=cue,
        source=None if draft.source is None else page.span(draft.source.first, draft.source.last),
        content=content,
        speaker=to_speaker(actor, "named" if draft.source is not None else "running"),
        mode=draft.content.mode,
        force=draft.cue.verb.force if draft.cue.verb is not None else "assert",
        evidence=(Evidence(draft.frame.kind, cue.text, draft.cue.lemma),),
    )
