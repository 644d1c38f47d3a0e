"""A report prepared for comparing: its words, the terms of each sentence, what stands inside quotation marks."""

from bisect import bisect_left, bisect_right

import msgspec

from rawi.compare.records import Passage, Report
from rawi.compare.terms import Term, TermBag, Terms
from rawi.model import Words
from rawi.text.words import split_words


class Prepared(msgspec.Struct, frozen=True):
    """A report with its words cut once. ``order`` is its place in the comparison, by day and id."""

    report: Report
    words: Words
    terms: Terms
    spread: list[Term | None]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.report.article.id

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie in the code points ``[start, end)``, half-open.

        A span may begin inside a word, behind the particle written onto it: that word is in it.
        """
        return bisect_right(self.words.ends, start), bisect_left(self.words.starts, end)

    def terms_between(self, start: int, end: int) -> TermBag:
        """The content terms between two offsets."""
        return self.bag(*self.word_range(start, end))

    def bag(self, first: int, last: int) -> TermBag:
        """The content terms of the words ``[first, last)``."""
        return TermBag(term for term in self.spread[first:last] if term is not None)

    def passage(self, start: int, end: int) -> Passage:
        """The passage between two offsets."""
        return Passage(self.id, start, end, self.report.article.text[start:end])


def prepare(report: Report, terms: Terms) -> Prepared:
    """The report with its words; pure."""
    words = split_words(report.article.text)
    # The words as written are a third of the memory, and the text has them.
    words = msgspec.structs.replace(words, raw=[])
    return Prepared(report, words, terms, terms.spread(words.folded))
