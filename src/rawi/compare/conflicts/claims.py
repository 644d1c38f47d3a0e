"""Claim against denial, and whole accounts that exclude each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from rawi.compare.blocking import Blocking
from rawi.compare.conflicts.sides import side_of
from rawi.compare.opposition import POINTING_DAYS, Opposition, Reasons
from rawi.compare.records import Conflict, Utterance
from rawi.compare.sayings import Saying, passage_key
from rawi.model import Evidence
from rawi.model.ids import content_id

_SHARED = 0.15
# A denial may answer several claims: those it answers nearly as well as the best.
_ALSO = 0.85


class _Pair(msgspec.Struct, frozen=True):
    claim: Saying
    denial: Saying
    why: Opposition


def find_claim_conflicts(
    sayings: Sequence[Saying], utterances: Sequence[Utterance], reasons: Reasons, near: Callable[[str, str], bool]
) -> tuple[Conflict, ...]:
    """Each denial with the claim it answers best; versions of the two in other outlets are sides of the same conflict.

    A speaker's change of mind is no conflict (see positions), nor is a denial that answers nothing in the reports
    of its matter.
    """
    owner = {
        (variant.passage.article, variant.passage.start): utterance.id
        for utterance in utterances
        for variant in utterance.variants
    }
    versions: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        versions[_group(saying, owner)].append(saying)
    found: dict[str, list[_Pair]] = defaultdict(list)
    for pair in _oppositions(sayings, reasons):
        denial = _group(pair.denial, owner)
        if _group(pair.claim, owner) == denial or not near(pair.claim.article, pair.denial.article):
            continue
        found[denial].append(pair)
    conflicts = []
    for denial, pairs in sorted(found.items()):
        pairs.sort(key=lambda pair: (-pair.why.score, pair.claim.key))
        answered = [
            pair
            for pair in pairs
            if pair.why.score >= _ALSO * pairs[0].why.score and pair.why.kind == pairs[0].why.kind
        ]
        claims = [saying for group in {_group(pair.claim, owner) for pair in answered} for saying in versions[group]]
        conflicts.append(_conflict(pairs[0], claims, versions[denial]))
    return tuple(conflicts)


def _group(saying: Saying, owner: Mapping[tuple[str, int], str]) -> str:
    return owner.get((saying.article, saying.passage.start), passage_key(saying))


def _oppositions(sayings: Sequence[Saying], reasons: Reasons) -> Iterator[_Pair]:
    """Each denial with the claims it may deny."""
    yield from _contradictions(sayings, reasons)
    yield from _rejections(sayings, reasons)


def _contradictions(sayings: Sequence[Saying], reasons: Reasons) -> Iterator[_Pair]:
    """Denials with claims that share their telling words or the opposites of those."""
    index = Blocking()
    for saying in sayings:
        if reasons.is_claim(saying):
            index.add(saying.key, saying.terms, saying.day)
    for denial in sayings:
        if not reasons.denies(denial):
            continue
        found = index.find(denial.terms, denial.day, extra=_opposites(denial, reasons))
        for key in sorted(found):
            if found[key] >= _SHARED and (why := reasons.oppose(sayings[key], denial)) is not None:
                yield _Pair(sayings[key], denial, why)


def _rejections(sayings: Sequence[Saying], reasons: Reasons) -> Iterator[_Pair]:
    """Denials that only point at a charge, with the accusations of those days against their side."""
    accusations: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        if saying.statement.force == "accuse" and saying.day is not None:
            accusations[saying.day.toordinal()].append(saying)
    for denial in sayings:
        if not reasons.points(denial) or denial.day is None:
            continue
        day = denial.day.toordinal()
        for when in range(day - POINTING_DAYS, day + POINTING_DAYS + 1):
            for claim in accusations.get(when, ()):
                if (why := reasons.reject(claim, denial)) is not None:
                    yield _Pair(claim, denial, why)


def _opposites(saying: Saying, reasons: Reasons) -> dict[str, float]:
    return {
        other: term.weight
        for term in saying.terms
        for sense in term.senses
        for other in sorted(reasons.opposites(sense))
    }


def _conflict(pair: _Pair, claims: Sequence[Saying], denials: Sequence[Saying]) -> Conflict:
    members = sorted({saying.key: saying for saying in (*claims, *denials)}.items())
    sides = tuple(side_of(saying) for _, saying in members)
    return Conflict(
        id=content_id(pair.why.kind, *(f"{side.passage.article}#{side.passage.start}" for side in sides)),
        kind=pair.why.kind,
        sides=sides,
        evidence=(Evidence(rule=pair.why.rule, words=pair.why.words),),
    )
