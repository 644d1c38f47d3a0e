"""Copies of one agency text, found through cuts, a new headline and lead, swapped verbs and altered numbers."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from rawi.compare.decisions import NOTHING_DECIDED, Decisions
from rawi.compare.edits import compare_copies
from rawi.compare.groups import DECIDED, agglomerate
from rawi.compare.records import Wire, WireCopy
from rawi.compare.text import Prepared
from rawi.model import Evidence
from rawi.model.ids import content_id

# Runs of this many words are compared: shorter ones are common turns of phrase, longer ones break at every changed
# word.
_RUN = 4
# One run in this many is indexed, chosen by its hash, so that both articles choose the same ones.
_SAMPLED = 4
# A run in more articles than this is boilerplate (a slogan, a signature) and proves nothing.
_BOILERPLATE = 60
# A copy shares this share of the shorter text. Independent reports of one event, quotations aside, share a twentieth
# at the most; real reprints share a half and more. See docs/decisions.
COPY_FLOOR = 0.2
_FEWEST_RUNS = 12
# Two copies may have kept different parts of their original: a group holds together by half of that on average.
_TOGETHER = 0.1
# An agency text is printed within days.
_DAYS = 10


def find_wires(prepared: Sequence[Prepared], decisions: Decisions = NOTHING_DECIDED) -> tuple[Wire, ...]:
    """Groups of articles that carry the same agency text; independent of the order of the articles.

    What stands in quotation marks is not counted: two reporters may well quote the same words.
    """
    runs = {item.id: own_runs(item) for item in prepared}
    by_id = {item.id: item for item in prepared}
    shares: dict[tuple[str, str], float] = {}
    for one, other in _candidates(runs):
        if not _near(by_id[one], by_id[other]):
            continue
        common = len(runs[one] & runs[other])
        share = common / min(len(runs[one]), len(runs[other]))
        if common >= _FEWEST_RUNS and share >= COPY_FLOOR:
            shares[one, other] = share
    shares |= {
        pair: DECIDED if copy else -DECIDED
        for pair, copy in decisions.copies.items()
        if pair[0] in by_id and pair[1] in by_id
    }
    groups = agglomerate(shares, floor=_TOGETHER)
    return tuple(_wire([by_id[article] for article in group], runs) for group in groups if len(group) > 1)


def own_runs(item: Prepared) -> frozenset[int]:
    """Hashes of the word runs of the article outside its quotation marks."""
    words = item.words.folded
    quoted = bytearray(len(words))
    for quotation in item.report.analysis.quotations:
        first, last = item.word_range(quotation.start, quotation.end)
        # Scare quotes around a word or two are the outlet's own.
        if last - first > 2 * _RUN:
            quoted[first:last] = b"\x01" * (last - first)
    own = [word.encode() for index, word in enumerate(words) if not quoted[index] and word.isalnum()]
    return frozenset(crc32(b" ".join(own[at : at + _RUN])) for at in range(len(own) - _RUN + 1))


def _candidates(runs: dict[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share at least two sampled runs, from an inverted index: linear but for what may match."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article in sorted(runs):
        for run in runs[article]:
            if run % _SAMPLED == 0:
                holders[run].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        if 1 < len(articles) <= _BOILERPLATE:
            for at, one in enumerate(articles):
                shared.update((one, other) for other in articles[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count > 1)


def _near(one: Prepared, other: Prepared) -> bool:
    first, second = one.report.article.published, other.report.article.published
    return first is None or second is None or abs((first - second).days) <= _DAYS


def _wire(group: Sequence[Prepared], runs: dict[str, frozenset[int]]) -> Wire:
    original = min(group, key=lambda item: _originality(item, group, runs))
    copies = []
    for item in sorted(group, key=lambda item: item.id):
        if item is original:
            continue
        common = len(runs[item.id] & runs[original.id])
        copies.append(
            WireCopy(
                article=item.id,
                carries=round(common / len(runs[original.id]), 3),
                copied=round(common / len(runs[item.id]), 3),
                changes=compare_copies(original, item),
            )
        )
    named = sorted({item.report.article.credit or item.report.analysis.credit for item in group} - {""})
    return Wire(
        id=content_id("wire", *sorted(item.id for item in group)),
        original=original.id,
        copies=tuple(copies),
        credit=named[0] if named else "",
        evidence=(Evidence(rule="shared-runs", words=f"{max(copy.copied for copy in copies):.0%}"),),
    )


def _originality(
    item: Prepared, group: Sequence[Prepared], runs: dict[str, frozenset[int]]
) -> tuple[str, bool, float, str]:
    """Smaller is likelier the original.

    It came first, names the agency, keeps its distance least, holds little of its own.
    """
    shared = frozenset().union(*(runs[other.id] for other in group if other is not item)) & runs[item.id]
    reworked = 1 - len(shared) / len(runs[item.id])
    published = item.report.article.published
    distance = sum(statement.distance == "doubt" for statement in item.report.analysis.statements)
    credited = bool(item.report.article.credit or item.report.analysis.credit)
    return (published.isoformat() if published else "9", not credited, round(reworked + 0.1 * distance, 2), item.id)
