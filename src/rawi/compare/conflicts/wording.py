"""One utterance, told with more or with less force: a hedge dropped, a condition left out, a quotation cut short."""

from collections.abc import Mapping, Sequence

from rawi.compare.certainty import Certainty, Gauge
from rawi.compare.conflicts.sides import side_of
from rawi.compare.records import Conflict, Utterance
from rawi.compare.sayings import Saying
from rawi.compare.similarity import resemblance
from rawi.compare.terms import Term
from rawi.model import Evidence
from rawi.model.ids import content_id

# Two versions must tell the same this surely before their force is compared.
_VERSIONS = 0.34
# A quotation is cut short when the rest is nearly the same and this much of what it told is gone.
_NEARLY = 0.9
_GONE = 2.0


def find_wording_conflicts(
    utterances: Sequence[Utterance], sayings: Mapping[tuple[str, int], Saying], gauge: Gauge
) -> tuple[Conflict, ...]:
    """Utterances whose versions in different outlets differ in how surely or how fully they say the same.

    Headlines are not compared: they shorten everything.
    """
    found = []
    for utterance in utterances:
        versions = [sayings[v.passage.article, v.passage.start] for v in utterance.variants if not v.in_title]
        certainties = [gauge.read(_words(saying)) for saying in versions]
        reason = _reason(versions, certainties)
        if reason is None:
            continue
        sides = tuple(side_of(saying) for saying in versions)
        found.append(Conflict(content_id("wording", utterance.id), "wording-force", sides, (reason,)))
    return tuple(found)


def _reason(versions: Sequence[Saying], certainties: Sequence[Certainty]) -> Evidence | None:
    for at, one in enumerate(versions):
        for next_at in range(at + 1, len(versions)):
            other = versions[next_at]
            if one.report.report.article.outlet == other.report.report.article.outlet:
                continue
            reason = _cut_short(one, other) or _cut_short(other, one)
            if reason is None and resemblance(one.terms, other.terms).score >= _VERSIONS:
                reason = _more_surely(certainties[at], certainties[next_at])
            if reason is not None:
                return reason
    return None


def _more_surely(one: Certainty, other: Certainty) -> Evidence | None:
    """One version hedges or sets a condition, the other does neither."""
    for less, more in ((one, other), (other, one)):
        if less.hedges and not more.hedges:
            return Evidence(rule="hedge-dropped", words=" ".join(less.hedges))
        if less.conditions and not more.conditions and more.certain:
            return Evidence(rule="condition-dropped", words=" ".join(less.conditions))
    return None


def _cut_short(whole: Saying, part: Saying) -> Evidence | None:
    """A quotation given in full by one and cut by the other, the rest unchanged."""
    if whole.statement.mode == "indirect" or part.statement.mode == "indirect":
        return None
    alike = resemblance(whole.terms, part.terms)
    if alike.second_covered < _NEARLY:
        return None
    kept = {index for index, _, _ in alike.pairs}
    gone: list[Term] = [term for index, term in enumerate(whole.terms) if index not in kept]
    if sum(term.weight for term in gone) < _GONE:
        return None
    return Evidence(rule="quotation-cut", words=" ".join(term.word for term in gone))


def _words(saying: Saying) -> Sequence[str]:
    first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
    return saying.report.words.folded[first:last]
