"""One and the same utterance over outlets, spellings and reported speech."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from rawi.compare.blocking import pairs
from rawi.compare.decisions import NOTHING_DECIDED, Decisions
from rawi.compare.groups import DECIDED, agglomerate
from rawi.compare.records import Utterance
from rawi.compare.sayings import Saying, passage_key, variant_of
from rawi.compare.similarity import resemblance
from rawi.compare.speakers import match_speakers
from rawi.model import Evidence
from rawi.model.ids import content_id

# Two passages this alike are one utterance, once what speaks against it is taken off. Chosen in the middle of the range
# where leaving out any story or outlet of the sample changes little; see docs/decisions.
SAME_FLOOR = 0.30
# Pairs below this are not even kept as weak links of a group.
_WEAKEST = 0.18
# What speaks against one utterance, in points of resemblance.
_COMPATIBLE = 0.08
_OTHER_PERSON = 0.30
_OTHER_SPEAKER = 0.20
_OPPOSITE = 0.8
_PER_DAY = 0.012
_SAME_ARTICLE = 0.15
# Reports less alike (cosine) than this tell of different matters; then only the same speaker says the same.
_ONE_MATTER = 0.1
_OTHER_MATTER = 0.2
# Fewer telling words in common say too little of two speakers.
_ENOUGH = 2
_ONE_WORD = 0.1
# Reports recall an utterance for two weeks; later it is a new one.
_DAYS = 14
# Said this many days apart it is a repetition.
_REPEATED = 2
# Sayings that share less than this of their telling weight are not compared.
_SHARED = 0.22


class Likeness(msgspec.Struct, frozen=True):
    """Why two sayings were held for one: resemblance of content, what was taken off, whether the speaker agrees."""

    first: int
    second: int
    score: float
    content: float
    speakers: str


def find_utterances(
    sayings: Sequence[Saying], alike: Callable[[str, str], float], decisions: Decisions = NOTHING_DECIDED
) -> tuple[Utterance, ...]:
    """Sayings merged into utterances; independent of the order of the reports. Single sayings are left out.

    ``alike`` tells how alike two reports are. Pairs that a person decided on are joined or kept apart in any case.

    A standing position said again on another day is linked as a repetition and not merged.
    """
    likenesses = compare_sayings(sayings, alike)
    merged = {(one.first, one.second): one.score for one in likenesses if not _repeats(sayings, one)}
    merged |= _decided(sayings, decisions)
    groups = agglomerate(merged, floor=SAME_FLOOR)
    found = [_utterance([sayings[key] for key in group], merged) for group in groups if len(group) > 1]
    return _link_repeats(found, groups, likenesses, sayings)


def _decided(sayings: Sequence[Saying], decisions: Decisions) -> dict[tuple[int, int], float]:
    if not decisions.same:
        return {}
    keys = {passage_key(saying): saying.key for saying in sayings}
    found = {}
    for (one, other), same in decisions.same.items():
        if one in keys and other in keys:
            first, second = sorted((keys[one], keys[other]))
            found[first, second] = DECIDED if same else -DECIDED
    return found


def compare_sayings(sayings: Sequence[Saying], alike: Callable[[str, str], float]) -> list[Likeness]:
    """The pairs of sayings that are alike enough to be considered, in order."""
    found = []
    for first, second in pairs([(saying.terms, saying.day) for saying in sayings], floor=_SHARED):
        likeness = _compare(sayings[first], sayings[second], alike)
        if likeness is not None:
            found.append(likeness)
    return found


def _compare(one: Saying, other: Saying, alike: Callable[[str, str], float]) -> Likeness | None:
    days = abs((one.day - other.day).days) if one.day and other.day else 0
    if days > _DAYS:
        return None
    shared = resemblance(one.terms, other.terms)
    content = shared.score
    if content < _WEAKEST:
        return None
    speakers = match_speakers(one.voice, other.voice)
    against = _PER_DAY * days
    if speakers == "compatible":
        against += _COMPATIBLE
    elif speakers == "different":
        # Two people are surely two; a body or a description may be one of them under another name.
        against += _OTHER_PERSON if one.voice.person and other.voice.person else _OTHER_SPEAKER
    if speakers != "same":
        # A claim and its denial are told in the same words.
        denials = (one.statement.force == "deny", other.statement.force == "deny")
        against += _OPPOSITE * (denials[0] != denials[1] and one.negative != other.negative)
    against += _SAME_ARTICLE * (one.article == other.article)
    against += _ONE_WORD * (speakers != "same" and len(shared.pairs) < _ENOUGH)
    score = content - against
    if score < _WEAKEST:
        return None
    if speakers != "same" and one.article != other.article and alike(one.article, other.article) < _ONE_MATTER:
        score -= _OTHER_MATTER
        if score < _WEAKEST:
            return None
    return Likeness(one.key, other.key, score, content, speakers)


def _repeats(sayings: Sequence[Saying], likeness: Likeness) -> bool:
    one, other = sayings[likeness.first], sayings[likeness.second]
    return (
        one.dated
        and other.dated
        and one.day is not None
        and other.day is not None
        and abs((one.day - other.day).days) >= _REPEATED
    )


def _utterance(group: Sequence[Saying], scores: Mapping[tuple[int, int], float]) -> Utterance:
    """The group with its fullest wording first: not a headline, the most that is told, then the earliest."""
    ordered = sorted(
        group,
        key=lambda saying: (
            saying.in_title,
            -sum(term.weight for term in saying.terms),
            str(saying.day),
            saying.article,
            saying.index,
        ),
    )
    keys = sorted(saying.key for saying in group)
    known = [scores[one, other] for at, one in enumerate(keys) for other in keys[at + 1 :] if (one, other) in scores]
    days = {saying.day for saying in group if saying.dated and saying.day is not None}
    return Utterance(
        id=content_id("utterance", *sorted(f"{saying.article}#{saying.passage.start}" for saying in group)),
        variants=tuple(variant_of(saying) for saying in ordered),
        said_on=min(days).isoformat() if len(days) == 1 else None,
        evidence=(Evidence(rule="same-content", words=f"{min(known):.2f}-{max(known):.2f}" if known else ""),),
    )


def _link_repeats(
    found: Sequence[Utterance],
    groups: Sequence[Sequence[int]],
    likenesses: Sequence[Likeness],
    sayings: Sequence[Saying],
) -> tuple[Utterance, ...]:
    owner: dict[int, int] = {}
    number = 0
    for group in groups:
        if len(group) > 1:
            owner.update(dict.fromkeys(group, number))
            number += 1
    links: dict[int, set[int]] = defaultdict(set)
    for one in likenesses:
        first, second = owner.get(one.first), owner.get(one.second)
        if first is None or second is None or first == second or one.score < SAME_FLOOR:
            continue
        if _repeats(sayings, one) and one.speakers == "same":
            links[first].add(second)
            links[second].add(first)
    return tuple(
        msgspec.structs.replace(utterance, repeats=tuple(sorted(found[other].id for other in links[index])))
        for index, utterance in enumerate(found)
    )
