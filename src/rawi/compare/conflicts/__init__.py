"""Accounts that cannot all hold: claims and denials, numbers, dates, attribution, wording, whole accounts."""

from collections.abc import Sequence

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

__all__ = ["find_conflicts"]


def find_conflicts(
    prepared: Sequence[Prepared],
    sayings: Sequence[Saying],
    utterances: Sequence[Utterance],
    *,
    counter: Counter,
    gauge: Gauge,
    reasons: Reasons,
) -> tuple[Conflict, ...]:
    """Every conflict, of all kinds, each with its sides and their chains."""
    places = {(saying.article, saying.passage.start): saying for saying in sayings}
    return (
        *find_number_conflicts(prepared, counter),
        *find_wording_conflicts(utterances, places, gauge),
        *find_claim_conflicts(sayings, utterances, reasons),
        *find_attribution_conflicts(utterances, places),
        *find_date_conflicts(prepared),
    )
