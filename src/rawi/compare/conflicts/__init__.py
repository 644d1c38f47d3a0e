"""Accounts that cannot all hold: claims and denials, numbers, dates, attribution, wording, whole accounts."""

from collections.abc import Callable, Sequence

import msgspec

from rawi.compare.certainty import Gauge
from rawi.compare.conflicts.attribution import find_attribution_conflicts
from rawi.compare.conflicts.claims import find_claim_conflicts
from rawi.compare.conflicts.dates import find_date_conflicts
from rawi.compare.conflicts.numbers import find_number_conflicts
from rawi.compare.conflicts.wording import find_wording_conflicts
from rawi.compare.opposition import Reasons
from rawi.compare.quantities import Counter
from rawi.compare.records import Conflict, Utterance
from rawi.compare.sayings import Saying
from rawi.compare.text import Prepared

__all__ = ["Tools", "find_conflicts"]

# Reports less alike (cosine) than this tell of different matters: what one denies the other did not claim. All
# conflicts but one that people marked in the sample lie above it; most denials of general news lie far below.
_ONE_MATTER = 0.1


class Tools(msgspec.Struct, frozen=True):
    """What reads numbers, certainty and opposition. Built once from the vocabulary."""

    counter: Counter
    gauge: Gauge
    reasons: Reasons


def find_conflicts(
    prepared: Sequence[Prepared],
    sayings: Sequence[Saying],
    utterances: Sequence[Utterance],
    *,
    tools: Tools,
    likeness: Callable[[str, str], float],
) -> tuple[Conflict, ...]:
    """Every conflict, of all kinds, each with its sides and their chains."""

    def near(one: str, other: str) -> bool:
        return one == other or likeness(one, other) >= _ONE_MATTER

    places = {(saying.article, saying.passage.start): saying for saying in sayings}
    return (
        *find_number_conflicts(prepared, tools.counter, near),
        *find_wording_conflicts(utterances, places, tools.gauge),
        *find_claim_conflicts(sayings, utterances, tools.reasons, near),
        *find_attribution_conflicts(utterances, places, near),
        *find_date_conflicts(prepared),
    )
