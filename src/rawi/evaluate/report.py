"""Scores as counts: what was right, predicted and annotated, measure by measure."""

from collections import Counter
from typing import Literal

import msgspec

from rawi.evaluate.judgments import Judgment

# The order in which a table shows the measures: the headline first.
MEASURES = (
    "who_said_what", "detected", "direct", "content_words", "speaker", "force", "mode", "cue", "via", "nested",
    "condition", "channel", "addressee", "said_on", "time_value", "event", "event_actor", "event_status", "event_date",
)  # fmt: skip

MissKind = Literal[
    "missed", "extra", "speaker", "content", "too long", "too short", "begins early", "begins late", "parts", "force",
    "mode",
]  # fmt: skip


class Count:
    """Predicted and annotated items, and how many of each are right (the two differ only for ``direct``)."""

    def __init__(self) -> None:
        self.right_predicted = self.right_annotated = self.predicted = self.annotated = 0

    def add(self, right: int, predicted: int, annotated: int) -> None:
        """Add items of which the same number is right on both sides."""
        self.add_sides(right, right, predicted, annotated)

    def add_sides(self, right_predicted: int, right_annotated: int, predicted: int, annotated: int) -> None:
        """Add items of which different numbers are right on either side."""
        self.right_predicted += right_predicted
        self.right_annotated += right_annotated
        self.predicted += predicted
        self.annotated += annotated

    def measure(self) -> "Measure":
        """Precision, recall and F1, rounded to four digits."""
        precision = self.right_predicted / self.predicted if self.predicted else 0.0
        recall = self.right_annotated / self.annotated if self.annotated else 0.0
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Measure(
            p=round(precision, 4),
            r=round(recall, 4),
            f1=round(both, 4),
            tp=self.right_annotated,
            pred=self.predicted,
            gold=self.annotated,
        )


class Measure(msgspec.Struct, frozen=True):
    """One measure, under the names of the interchange: right, predicted and annotated items behind three figures."""

    p: float
    r: float
    f1: float
    tp: int
    pred: int
    gold: int


class Miss(msgspec.Struct, frozen=True):
    """One error. ``expected`` is the annotation's value, ``found`` the analysis's, ``words`` the content concerned.

    Classes: ``missed`` and ``extra`` statements; a wrong ``speaker``, ``force`` or ``mode``; a cue with another
    ``content`` than the gold's; a content ``too long`` or ``too short`` at its end, that ``begins early`` or ``begins
    late``, or with other ``parts``. ``costs`` says whether it keeps the statement from counting in ``who_said_what``.
    """

    kind: MissKind
    article: str
    cue: str
    expected: str
    found: str
    words: str
    costs: bool = True


class Scores(msgspec.Struct, frozen=True):
    """The measures of a run, errors and judged findings in the order of the articles, ids without an analysis."""

    articles: int
    missing: tuple[str, ...]
    measures: dict[str, Measure]
    misses: tuple[Miss, ...]
    judgments: tuple[Judgment, ...] = ()

    def confusions(self) -> Counter[tuple[str, str]]:
        """How often one force was taken for another: (annotated, found)."""
        return Counter((miss.expected, miss.found) for miss in self.misses if miss.kind == "force")
