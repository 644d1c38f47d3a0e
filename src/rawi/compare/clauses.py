"""Clauses: what a report tells as happened, in pieces short enough to answer a pledge or a prediction."""

from collections.abc import Sequence
from datetime import date

import msgspec

from rawi.compare.records import Passage
from rawi.compare.terms import TermBag
from rawi.compare.text import Prepared
from rawi.model import Statement

# Shorter pieces go with their neighbors, until a clause is this long.
_SHORTEST = 5
_LONGEST = 18


class Clause(msgspec.Struct, frozen=True):
    """Words ``[first, last)`` of a sentence between commas. ``said`` is the innermost statement that holds it, if any.

    ``lead`` is true in the title and the first paragraph, where a report says what is new.
    """

    key: int
    report: Prepared
    first: int
    last: int
    terms: TermBag
    said: Statement | None
    lead: bool
    has_cue: bool
    in_heading: bool

    @property
    def day(self) -> date | None:
        """The day of the report."""
        return self.report.report.article.published

    @property
    def words(self) -> Sequence[str]:
        """Its folded words."""
        return self.report.words.folded[self.first : self.last]

    def passage(self) -> Passage:
        """Where it stands, without the marks around it."""
        words = self.report.words
        first, last = self.first, self.last
        if self.said is not None and self.has_cue:
            # Only what is said answers; not the words that introduce it.
            first = max(first, min(self.report.word_range(self.said.content[0].start, 0)[0], last - 1))
        while first < last - 1 and not words.folded[first][:1].isalnum():
            first += 1
        while last > first + 1 and not words.folded[last - 1][:1].isalnum():
            last -= 1
        return self.report.passage(words.starts[first], words.ends[last - 1])


def find_clauses(prepared: Sequence[Prepared], commas: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of all reports, in order."""
    found: list[Clause] = []
    for report in prepared:
        lead_end = _lead_end(report)
        headings = [block for block in report.report.analysis.blocks if block.kind in ("title", "caption", "dateline")]
        for sentence in report.report.analysis.sentences:
            for first, last in _cut(report.words.folded, sentence.first, sentence.last, commas):
                terms = report.bag(first, last)
                if len(terms) > 1:
                    start, end = report.words.starts[first], report.words.ends[last - 1]
                    lead = last <= lead_end
                    found.append(
                        Clause(
                            key=len(found),
                            report=report,
                            first=first,
                            last=last,
                            terms=terms,
                            said=_holder(report, start, end),
                            lead=lead,
                            has_cue=_has_cue(report, start, end),
                            in_heading=any(block.first <= first < block.last for block in headings),
                        )
                    )
    return tuple(found)


def _has_cue(report: Prepared, start: int, end: int) -> bool:
    return any(
        statement.cue is not None and start <= statement.cue.start < end
        for statement in report.report.analysis.statements
    )


def _lead_end(report: Prepared) -> int:
    for block in report.report.analysis.blocks:
        if block.kind == "paragraph":
            return block.last
    return 0


def _cut(folded: Sequence[str], first: int, last: int, commas: frozenset[str]) -> list[tuple[int, int]]:
    """Cut at commas that leave enough on both sides: a day or an apposition between commas stays with its clause."""
    pieces = []
    start = first
    marks = [index for index in range(first, last) if folded[index] in commas]
    for at, index in enumerate(marks):
        following = marks[at + 1] if at + 1 < len(marks) else last
        long_enough = index - start >= _SHORTEST and following - index > _SHORTEST
        if long_enough or index - start >= _LONGEST:
            pieces.append((start, index))
            start = index + 1
    if last - start < _SHORTEST and pieces:
        pieces[-1] = (pieces[-1][0], last)
    elif last > start:
        pieces.append((start, last))
    return pieces


def _holder(report: Prepared, start: int, end: int) -> Statement | None:
    """The innermost statement whose content holds at least the middle of the clause."""
    middle = (start + end) // 2
    holding = [
        statement
        for statement in report.report.analysis.statements
        if any(span.start <= middle < span.end for span in statement.content)
    ]
    return min(holding, key=lambda statement: statement.content[-1].end - statement.content[0].start, default=None)
