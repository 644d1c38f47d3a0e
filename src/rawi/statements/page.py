"""The article as the statements stage looks at it: words, quotations, mentions and times by word index."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Mention, Quotation, Reading, Span, Timex
from rawi.statements.grammar import Grammar, load_grammar

# So many words before a cue are looked at for mentions.
_FAR = 120
# A word with a joined conjunction is longer than this.
_LONG = 4


class Words(msgspec.Struct, frozen=True):
    """A stretch of words ``[first, last)``."""

    first: int
    last: int


class Page(msgspec.Struct, frozen=True):
    """A reading with what stands at each word.

    ``quote_at`` gives the quotation whose opening mark is a word, ``mention_at`` the mention that begins at a word,
    ``mention_over`` for each word the mention it stands in, ``time_over`` for each word the end (half-open, in words)
    of the time expression it stands in.
    """

    reading: Reading
    folded: list[str]
    grammar: Grammar
    lexicon: Lexicon
    quote_at: dict[int, Quotation]
    mention_at: dict[int, Mention]
    mention_over: dict[int, Mention]
    time_over: dict[int, int]
    times: dict[int, Timex]
    word_classes: dict[str, tuple[str, str]]

    def sentence_end(self, index: int) -> int:
        """The end (half-open, in words) of the sentence the word stands in, or of its quotation if that ends first."""
        reading = self.reading
        end = reading.sentences[reading.sentence_of[index]].last
        inside = reading.quotation_of[index]
        return end if inside < 0 else min(end, reading.quotations[inside].last)

    def sentence_start(self, index: int) -> int:
        """The first word of the sentence the word stands in, or of its quotation if that begins later."""
        reading = self.reading
        start = reading.sentences[reading.sentence_of[index]].first
        inside = reading.quotation_of[index]
        return start if inside < 0 else max(start, reading.quotations[inside].first)

    def span(self, first: int, last: int) -> Span:
        """The text of words ``[first, last)``."""
        words = self.reading.words
        start, end = words.starts[first], words.ends[last - 1]
        return Span(start, end, self.reading.article.text[start:end])

    def is_punctuation(self, index: int) -> bool:
        """Whether the word is a punctuation mark."""
        return not self.folded[index][:1].isalnum()

    def names_person(self, first: int, last: int) -> bool:
        """Whether a person is named in words ``[first, last)``."""
        found = (self.mention_over.get(index) for index in range(first, last))
        return any(mention is not None and mention.kind == "person" for mention in found)

    def begins_medium(self, index: int) -> bool:
        """Whether the word names a medium or occasion of speech ("statement", "press conference")."""
        return index < len(self.folded) and self.folded[index] in self.grammar.words["channel_nouns"]

    def is_quoted(self, index: int) -> bool:
        """Whether the word stands inside a quotation."""
        return index >= 0 and self.reading.quotation_of[index] >= 0

    def block_of(self, index: int) -> int:
        """The index of the block the word stands in."""
        return self.reading.sentences[self.reading.sentence_of[index]].block

    def mentions_in(self, first: int, last: int) -> int:
        """How many mentions begin in words ``[first, last)``, three at most."""
        return min(3, sum(1 for index in range(max(first, last - _FAR), last) if index in self.mention_at))

    def shape(self, index: int) -> str:
        """A coarse class of a word: a mark, digits, definite, like a present-tense verb, feminine, a word."""
        word = self.folded[index]
        words = self.grammar.words
        if not word[:1].isalnum():
            return "mark"
        joined = "and-" if word[:1] in words["conjunctions"] and len(word) > _LONG else ""
        bare = word[1:] if joined else word
        if bare.startswith(tuple(words["articles"])):
            return joined + "definite"
        if bare[:1].isdigit():
            return "digits"
        if bare[:1] in words["present_prefixes"] and len(bare) > _LONG - 1:
            return joined + "present"
        return joined + ("feminine" if bare[-1:] in words["feminine_endings"] else "word")

    def classes(self, index: int) -> tuple[str, str]:
        """The coarse and fine class of the word among words used alike, its conjunction forgiven."""
        if not 0 <= index < len(self.folded):
            return ("$", "$")
        word = self.folded[index]
        known = self.word_classes.get(word)
        if known is None and word[:1] in self.grammar.words["conjunctions"]:
            known = self.word_classes.get(word[1:])
        return known if known is not None else ("", "")

    def in_title(self, index: int) -> bool:
        """Whether the word stands in the article's title."""
        return self.reading.blocks[self.block_of(index)].kind == "title"


def open_page(reading: Reading, mentions: Sequence[Mention], times: Sequence[Timex], lexicon: Lexicon) -> Page:
    """The page of a reading."""
    starts = reading.words.starts
    by_start = {start: index for index, start in enumerate(starts)} if times else {}
    time_over: dict[int, int] = {}
    times_at: dict[int, Timex] = {}
    for timex in times:
        first = by_start.get(timex.start)
        if first is None:
            continue
        last = first
        while last < len(starts) and starts[last] < timex.end:
            last += 1
        for index in range(first, last):
            time_over[index] = last
            times_at[index] = timex
    grammar = load_grammar(lexicon)
    usable = [mention for mention in mentions if _is_phrase(reading, mention, grammar)]
    return Page(
        reading=reading,
        folded=reading.words.folded,
        grammar=grammar,
        lexicon=lexicon,
        quote_at={quotation.first - 1: quotation for quotation in reversed(reading.quotations)},
        mention_at={mention.first: mention for mention in usable},
        mention_over={index: mention for mention in usable for index in range(mention.first, mention.last)},
        time_over=time_over,
        times=times_at,
        word_classes=lexicon.word_classes,
    )


def _is_phrase(reading: Reading, mention: Mention, grammar: Grammar) -> bool:
    """Whether a mention is a phrase of its own: a complementizer or colon inside it says it is not."""
    folded = reading.words.folded
    openers = grammar.words["complementizers"]
    return not any(folded[at] in openers or folded[at] == ":" for at in range(mention.first, mention.last))
