"""The reading of an article: its blocks, sentences and quotations, and where each word stands."""

from collections.abc import Sequence

from rawi.lexicon import Lexicon
from rawi.model import Article, Quotation, Reading, Sentence, Words
from rawi.segment.blocks import find_blocks
from rawi.segment.quotations import find_quotations
from rawi.segment.sentences import find_sentences


def segment_article(article: Article, words: Words, *, lexicon: Lexicon) -> Reading:
    """The article with its blocks, sentences and quotations, each in text order.

    Every word belongs to exactly one sentence and every sentence to one block. A sentence ends at a full stop inside a
    quotation too; ``quotation_of`` says what stands inside which quotation. Works on any text, in linear time.
    """
    blocks = find_blocks(article, words, lexicon=lexicon)
    quotations = find_quotations(words, blocks, lexicon=lexicon)
    sentences = find_sentences(words, blocks, quotations, lexicon=lexicon)
    return Reading(
        article=article,
        words=words,
        blocks=blocks,
        sentences=sentences,
        quotations=quotations,
        sentence_of=_indexes(sentences, len(words), outside=0),
        quotation_of=_indexes(quotations, len(words), outside=-1),
    )


def _indexes(spans: Sequence[Sentence | Quotation], size: int, *, outside: int) -> list[int]:
    """For each word the index of the last span that holds it: of nested ones, in text order, the innermost."""
    found = [outside] * size
    for index, span in enumerate(spans):
        found[span.first : span.last] = [index] * (span.last - span.first)
    return found
