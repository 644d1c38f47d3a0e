"""All statements of an article, in text order."""

from collections.abc import Iterator, Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Mention, Reading, Span, Speaker, Statement, Timex
from rawi.model.ids import content_id
from rawi.statements.cast import empty_cast
from rawi.statements.chain import Chain, note_document, read_chain, to_hop
from rawi.statements.cues import find_cues
from rawi.statements.distance import distance_of, strength_of
from rawi.statements.draft import Draft, draft_statement
from rawi.statements.evidence import attribution_probability, confidence_of, explain
from rawi.statements.force import decide_force
from rawi.statements.medium import channel_kind, find_channel
from rawi.statements.nesting import is_own_speech, opens_content
from rawi.statements.page import Page, Words, open_page
from rawi.statements.partners import addressee_span, find_addressee
from rawi.statements.relations import Told, relate, trails
from rawi.statements.setting import find_condition, find_time
from rawi.statements.speakers import Resolved, note_actor, resolve_speaker, to_speaker
from rawi.statements.turns import settle_turns
from rawi.statements.unnamed import anonymity_of, asked_anonymity, asks_anonymity

# From this probability a cue that opens a reported content attributes.
_LIKELY = 0.35
# How many statements back the one can be whose content a cue opens.
_OUTER = 3
# The length of an ISO day.
_DAY = 10


def find_statements(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[Timex], *, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statements the article attributes to somebody, in the order of their cues."""
    page = open_page(reading, mentions, times, lexicon)
    drafts = list(find_drafts(page))
    accepted = _accept(page, drafts)
    settled = dict(zip((draft.cue.first for draft in accepted), settle_turns(page, accepted), strict=True))
    return tuple(_finish(page, drafts, settled))


def find_drafts(page: Page) -> Iterator[Draft]:
    """Every candidate the lexicon and the frames give, in text order."""
    for cue in find_cues(page):
        draft = draft_statement(page, cue)
        if draft is not None:
            yield draft


def attributes(page: Page, draft: Draft) -> bool:
    """Whether the cue of a draft attributes here, by the trained decision ``attribution``."""
    return attribution_probability(page, draft) >= page.lexicon.model("attribution").threshold


def _accept(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose cue attributes here, by the trained decision ``attribution``.

    A cue that opens what an accepted statement says ("he said the council had decided ...") needs less: what is
    reported there is more often somebody's word than elsewhere.
    """
    threshold = page.lexicon.model("attribution").threshold
    found: list[Draft] = []
    for draft in drafts:
        probability = attribution_probability(page, draft)
        if probability < min(_LIKELY, threshold) or is_own_speech(page, draft) or asks_anonymity(page, draft):
            continue
        if probability >= threshold or any(opens_content(page, outer, draft) for outer in found[-_OUTER:]):
            found.append(draft)
    return [draft for draft in found if not _carries_other(draft, found)]


def _carries_other(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether "according to X" stands between another cue and its content: X carries that statement."""
    return draft.cue.kind == "according" and any(
        other.gap[0] <= draft.cue.first < other.gap[1] for other in found if other is not draft
    )


def _finish(page: Page, drafts: list[Draft], settled: dict[int, Draft]) -> list[Statement]:
    cast = empty_cast()
    told: list[Told] = []
    for candidate in drafts:
        draft = settled.get(candidate.cue.first)
        if draft is None:
            note_actor(page, cast, candidate)
            if trails(page, candidate):
                told.append(Told(None, candidate))
            continue
        chain = read_chain(page, draft)
        read = msgspec.structs.replace(draft, source=chain.source) if chain.source != draft.source else draft
        resolved = resolve_speaker(page, cast, read)
        if resolved is None:
            continue
        actor = resolved.actor
        if chain.document is not None:
            note_document(page, actor, chain.document)
        cast.speaks(actor, draft.cue.first)
        told.append(Told(_statement(page, draft, chain, resolved), read))
    return relate(page, told)


def _statement(page: Page, draft: Draft, chain: Chain, resolved: Resolved) -> Statement:
    cue = page.span(draft.cue.first, draft.cue.last)
    content = tuple(page.span(part.first, part.last) for part in draft.content.parts)
    force = decide_force(page, draft)
    timex = find_time(page, draft)
    channel = find_channel(page, draft)
    return Statement(
        id=content_id(page.reading.article.id, str(cue.start), *(part.text for part in content)),
        cue=cue,
        source=_span(page, chain.source),
        content=content,
        speaker=_speaker(page, draft, resolved),
        mode=draft.content.mode,
        force=force,
        condition=_span(page, find_condition(page, draft, force)),
        addressee=addressee_span(page, find_addressee(page, draft, channel)),
        channel=_span(page, channel),
        channel_kind=channel_kind(page, channel),
        via=tuple(to_hop(page, carrier) for carrier in chain.carriers),
        said_on=timex.value[:_DAY] if timex is not None and timex.begin is not None else None,
        strength=strength_of(page, draft),
        distance=distance_of(page, draft),
        confidence=confidence_of(page, attribution_probability(page, draft), resolved.probability),
        evidence=explain(page, draft, resolved),
    )


def _speaker(page: Page, draft: Draft, resolved: Resolved) -> Speaker:
    """The speaker with what the article tells of somebody it does not name."""
    speaker = to_speaker(resolved.actor, resolved.how)
    anonymity = anonymity_of(page, speaker.name, speaker.kind)
    if not anonymity:
        return speaker
    return msgspec.structs.replace(speaker, anonymity=anonymity, asked_anonymity=asked_anonymity(page, draft))


def _span(page: Page, words: Words | None) -> Span | None:
    return None if words is None else page.span(words.first, words.last)
