"""Who carried an utterance, who altered it, who reported the matter and left it out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from rawi.compare.records import Coverage, Story, Utterance, Wire
from rawi.compare.sayings import Saying
from rawi.compare.text import Prepared
from rawi.model import Evidence

# A report covers the same event as two others of the same days when it is bound this closely to them: an utterance that
# both carry is a bond of one, a likeness (cosine) of a tenth as well. One shared remark alone may be old news.
_BOND = 5.0
_SECOND_BOND = 3.5
_LIKENESS = 10.0
_DAYS = 2
_SAME_DAY = 1
# What a reader misses when it is gone: a headline, or more than an assertion.
_MISSED = frozenset({"demand", "warn", "deny", "refuse", "accuse", "pledge", "predict", "offer"})


class _Ties(msgspec.Struct, frozen=True):
    shared: Counter[tuple[str, str]]
    copies: frozenset[tuple[str, str]]
    days: Mapping[str, int]
    near: Mapping[str, set[str]]
    likeness: Callable[[str, str], float]


def find_coverage(
    prepared: Sequence[Prepared],
    utterances: Sequence[Utterance],
    wires: Sequence[Wire],
    stories: Sequence[Story],
    *,
    sayings: Mapping[tuple[str, int], Saying],
    likeness: Callable[[str, str], float],
) -> tuple[Coverage, ...]:
    """For each utterance the reports that carry or alter it, and later ones of the same event that leave it out.

    ``left-out`` is said only of what a reader would miss: what a headline or a copied text had, a demand, denial,
    warning or pledge.
    """
    ties = _tie(prepared, utterances, wires, likeness)
    story_of = {article: story.id for story in reversed(stories) for article in story.articles}
    outlets = {item.id: item.report.article.outlet for item in prepared}
    found: list[Coverage] = []
    for utterance in utterances:
        carriers = {variant.passage.article for variant in utterance.variants}
        if len({variant.outlet for variant in utterance.variants}) < 2:
            continue
        found.extend(_carried(utterance, story_of))
        for article in sorted(set().union(*(ties.near.get(carrier, set()) for carrier in carriers)) - carriers):
            reason = _left_out(article, utterance, ties, sayings)
            if reason is not None:
                found.append(
                    Coverage(
                        story_of.get(article, ""), utterance.id, article, outlets[article], "left-out", None, (reason,)
                    )
                )
    return tuple(found)


def _tie(
    prepared: Sequence[Prepared],
    utterances: Sequence[Utterance],
    wires: Sequence[Wire],
    likeness: Callable[[str, str], float],
) -> _Ties:
    shared: Counter[tuple[str, str]] = Counter()
    for utterance in utterances:
        articles = sorted({variant.passage.article for variant in utterance.variants})
        shared.update((one, other) for one in articles for other in articles if one != other)
    copies = frozenset(
        (one, other) for wire in wires for one in wire.articles for other in wire.articles if one != other
    )
    days = {
        item.id: item.report.article.published.toordinal()
        for item in prepared
        if item.report.article.published is not None
    }
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in (*shared, *copies):
        near[one].add(other)
    return _Ties(shared, copies, days, near, likeness)


def _carried(utterance: Utterance, story_of: Mapping[str, str]) -> list[Coverage]:
    altered: dict[str, list[str]] = defaultdict(list)
    for change in utterance.changes:
        if change.after is not None:
            altered[change.after.article].append(change.kind)
    rows = []
    for variant in utterance.variants:
        article = variant.passage.article
        kinds = altered.get(article, [])
        evidence = (Evidence(rule="differs-in", words=" ".join(sorted(set(kinds)))),) if kinds else ()
        treatment = "altered" if kinds else "carried"
        rows.append(
            Coverage(
                story_of.get(article, ""), utterance.id, article, variant.outlet, treatment, variant.passage, evidence
            )
        )
    return rows


def _left_out(
    article: str, utterance: Utterance, ties: _Ties, sayings: Mapping[tuple[str, int], Saying]
) -> Evidence | None:
    """Why the article could have carried the utterance, or None."""
    day = ties.days.get(article)
    carriers = sorted({variant.passage.article for variant in utterance.variants})
    dated = [ties.days[carrier] for carrier in carriers if carrier in ties.days]
    if day is None or not dated or not 0 <= day - min(dated) <= _DAYS:
        return None
    for carrier in carriers:
        if (article, carrier) in ties.copies and ties.days.get(carrier, day + 1) <= day:
            return Evidence(rule="cut-from-copy", words=carrier)
    near = [carrier for carrier in carriers if abs(ties.days.get(carrier, day + 9) - day) <= _SAME_DAY]
    bonds = sorted((_bond(article, carrier, ties) for carrier in near), reverse=True)
    if len(bonds) < 2 or bonds[0] < _BOND or bonds[1] < _SECOND_BOND:
        return None
    if not _is_missed(utterance, sayings):
        return None
    return Evidence(rule="same-event", words=" ".join(near))


def _bond(article: str, carrier: str, ties: _Ties) -> float:
    """How surely two reports tell of one event: utterances they share, and how alike they are."""
    return ties.shared[article, carrier] + _LIKENESS * ties.likeness(article, carrier)


def _is_missed(utterance: Utterance, sayings: Mapping[tuple[str, int], Saying]) -> bool:
    return any(
        variant.in_title or sayings[variant.passage.article, variant.passage.start].statement.force in _MISSED
        for variant in utterance.variants
    )
