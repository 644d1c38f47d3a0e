"""What the stages read: the article cut into words, sentences, blocks and quotations."""

from typing import Literal

import msgspec

from rawi.model.article import Article

BlockKind = Literal["title", "caption", "dateline", "subheading", "paragraph"]


class Words(msgspec.Struct, frozen=True):
    """The words, numbers and punctuation marks of a text, in order, as parallel lists of equal length.

    ``starts`` and ``ends`` are code point offsets in the stored text; ``raw`` are its substrings; ``folded`` is the
    form everything is looked up by (`rawi.text.folding.fold`). A punctuation mark is a word of its own; white space,
    underscores and bidirectional controls are between words.
    """

    starts: list[int]
    ends: list[int]
    raw: list[str]
    folded: list[str]

    def __len__(self) -> int:
        return len(self.starts)


class Block(msgspec.Struct, frozen=True):
    """A line or paragraph ``[start, end)`` of the text and what it is; its words are ``[first, last)``."""

    kind: BlockKind
    start: int
    end: int
    first: int
    last: int


class Sentence(msgspec.Struct, frozen=True):
    """A sentence ``[start, end)``; ``first`` and ``last`` are its words, half-open; ``block`` indexes the blocks."""

    start: int
    end: int
    first: int
    last: int
    block: int


class Quotation(msgspec.Struct, frozen=True):
    """A quotation: ``[start, end)`` encloses its marks, ``[first, last)`` are the words inside them.

    ``depth`` is 0 for an outermost quotation; ``closed`` is false when the text never closes it (its end is then the
    end of its paragraph). A quotation may run over sentences and paragraphs.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int
    closed: bool


class Reading(msgspec.Struct, frozen=True):
    """An article with its words, blocks, sentences and quotations, each in text order.

    ``sentence_of`` gives for each word the index of its sentence, ``quotation_of`` that of the innermost quotation
    it stands in, or -1.
    """

    article: Article
    words: Words
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    sentence_of: list[int]
    quotation_of: list[int]
