"""A report prepared for comparing: its words, the terms of each sentence, what stands inside quotation marks."""

from bisect import bisect_left

import msgspec

from rawi.compare.records import Passage, Report
from rawi.compare.terms import TermBag, Terms
from rawi.model import Words
from rawi.text.words import split_words


class Prepared(msgspec.Struct, frozen=True):
    """A report with its words cut once. ``order`` is its place in the comparison, by day and id."""

    report: Report
    words: Words
    terms: Terms

    @property
    def id(self) -> str:
        """The article's id."""
        return self.report.article.id

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """The words that begin inside the code points ``[start, end)``, half-open."""
        return bisect_left(self.words.starts, start), bisect_left(self.words.starts, end)

    def terms_between(self, start: int, end: int) -> TermBag:
        """The content terms between two offsets."""
        first, last = self.word_range(start, end)
        return self.terms.of(self.words.folded[first:last])

    def passage(self, start: int, end: int) -> Passage:
        """The passage between two offsets."""
        return Passage(self.id, start, end, self.report.article.text[start:end])


def prepare(report: Report, terms: Terms) -> Prepared:
    """The report with its words; pure."""
    return Prepared(report, split_words(report.article.text), terms)
