"""The comparison as ``rawi compare --format json`` writes it, under the names of ``rawi/1``."""

from collections.abc import Mapping

import msgspec

from rawi.compare.records import (
    Change,
    Comparison,
    Conflict,
    Coverage,
    FollowUp,
    Passage,
    Story,
    Utterance,
    Variant,
    Wire,
)
from rawi.model import SCHEMA


class PassageRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A passage with who says it there.

    ``article``, ``start`` and ``end`` in code points, the words, outlet and speaker.
    """

    article: str
    start: int
    end: int
    text: str = ""
    outlet: str = ""
    speaker: str = ""
    chain: tuple[str, ...] = ()


class ConflictRecord(msgspec.Struct, frozen=True):
    """A conflict: its kind, its sides, why it is thought to be one."""

    id: str
    kind: str
    sides: tuple[PassageRecord, ...]
    reason: str


class OmissionRecord(msgspec.Struct, frozen=True):
    """A report that told of the matter without a statement that others carried.

    ``statement`` is the fullest version.
    """

    statement: PassageRecord
    article: str
    outlet: str
    reason: str


class FollowUpRecord(msgspec.Struct, frozen=True):
    """What was announced, threatened, demanded, denied or predicted, and what answered it."""

    id: str
    made: PassageRecord
    kind: str
    outcome: PassageRecord | None
    verdict: str
    condition: str
    horizon: str | None
    own_word: bool
    reason: str


class ComparisonFile(msgspec.Struct, frozen=True):
    """All that was found across the reports. The plain lists come first.

    The records they are taken from beside them.
    """

    schema: str
    stories: tuple[tuple[str, ...], ...]
    wires: tuple[tuple[str, ...], ...]
    same_statement: tuple[tuple[PassageRecord, ...], ...]
    conflicts: tuple[ConflictRecord, ...]
    omissions: tuple[OmissionRecord, ...]
    followups: tuple[FollowUpRecord, ...]
    story_records: tuple[Story, ...]
    wire_records: tuple[Wire, ...]
    utterances: tuple[Utterance, ...]
    coverage: tuple[Coverage, ...]


def as_file(comparison: Comparison, *, everything: bool = False) -> ComparisonFile:
    """The comparison as one record.

    ``everything`` also lists follow-ups that one outlet reported and nothing answered.
    """
    heads = {utterance.id: utterance.variants[0] for utterance in comparison.utterances}
    return ComparisonFile(
        schema=SCHEMA,
        stories=tuple(story.articles for story in comparison.stories),
        wires=tuple(wire.articles for wire in comparison.wires),
        same_statement=tuple(tuple(map(_of_variant, one.variants)) for one in comparison.utterances),
        conflicts=tuple(map(_conflict, comparison.conflicts)),
        omissions=omissions_of(comparison.coverage, heads),
        followups=tuple(_followup(one) for one in comparison.followups if everything or one.notable),
        story_records=comparison.stories,
        wire_records=comparison.wires,
        utterances=comparison.utterances,
        coverage=comparison.coverage,
    )


def omissions_of(coverage: tuple[Coverage, ...], heads: Mapping[str, Variant]) -> tuple[OmissionRecord, ...]:
    """The rows of the coverage that say something was left out."""
    return tuple(
        OmissionRecord(
            _of_variant(heads[row.utterance]),
            row.article,
            row.outlet,
            " ".join(f"{one.rule} {one.words}" for one in row.evidence),
        )
        for row in coverage
        if row.treatment == "left-out"
    )


def describe_change(change: Change) -> str:
    """A change in a few words: what it is, the words before and after, the note."""
    before = change.before.text if change.before else ""
    after = change.after.text if change.after else ""
    words = f"{before} -> {after}" if before and after else before or after
    return f"{change.kind}: {words}" + (f" ({change.note})" if change.note else "")


def _of_variant(variant: Variant) -> PassageRecord:
    passage = variant.passage
    return PassageRecord(
        passage.article,
        passage.start,
        passage.end,
        passage.text,
        variant.outlet,
        variant.speaker,
        (variant.outlet, *variant.via),
    )


def _conflict(conflict: Conflict) -> ConflictRecord:
    sides = tuple(
        PassageRecord(
            one.passage.article,
            one.passage.start,
            one.passage.end,
            one.passage.text,
            one.outlet,
            one.speaker,
            one.chain,
        )
        for one in conflict.sides
    )
    return ConflictRecord(conflict.id, conflict.kind, sides, _reason(conflict))


def _followup(one: FollowUp) -> FollowUpRecord:
    return FollowUpRecord(
        id=one.id,
        made=_plain(one.made, one.speaker),
        kind=one.kind,
        outcome=_plain(one.outcome) if one.outcome else None,
        verdict=one.verdict,
        condition=one.condition,
        horizon=one.horizon,
        own_word=one.own_word,
        reason=_reason(one),
    )


def _plain(passage: Passage, speaker: str = "") -> PassageRecord:
    return PassageRecord(passage.article, passage.start, passage.end, passage.text, "", speaker)


def _reason(finding: Conflict | FollowUp) -> str:
    return "; ".join(f"{one.rule} {one.words}".strip() for one in finding.evidence)
