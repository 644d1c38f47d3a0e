"""Searching words: what a query asks for, and whether a text has it. Engine-independent."""

import re
from collections.abc import Callable, Sequence

import msgspec

# Each word of a text in order, as the forms it may be found by: the folded word first, then without joined particles.
Tokens = Callable[[str], Sequence[tuple[str, ...]]]

# Quotation marks of any kind keep words together; an open one reaches to the end.
_PIECE = re.compile(r"[«\"“”„]([^»\"“”„«]*)[»\"“”„]?|([^\s«\"“”„]+)")


class Indexing(msgspec.Struct, frozen=True):
    """How texts are cut into words for the search. A ledger indexed under another ``version`` is indexed again."""

    tokens: Tokens
    version: str

    def folded(self, text: str) -> str:
        """The folded words of the text, one space between."""
        return " ".join(forms[0] for forms in self.tokens(text))


class Term(msgspec.Struct, frozen=True):
    """Words that must follow one another; ``prefix`` lets the last one be the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


def parse_query(query: str, *, indexing: Indexing) -> tuple[Term, ...]:
    """The terms of a query, all of which must be found.

    Words stand for themselves with whatever is joined before them, words in quotation marks must follow one another,
    a word ending in ``*`` is a beginning. A query without any word has no terms, and finds nothing.
    """
    terms = []
    for match in _PIECE.finditer(query):
        piece = match[1] if match[1] is not None else match[2]
        words = tuple(forms[0] for forms in indexing.tokens(piece))
        if words:
            terms.append(Term(words, prefix=piece.rstrip().endswith("*")))
    return tuple(dict.fromkeys(terms))


def has_term(forms: Sequence[tuple[str, ...]], term: Term) -> bool:
    """Whether the words of the term follow one another somewhere among the forms of a text."""
    span = len(term.words)
    return any(_stands_at(forms[at : at + span], term) for at in range(len(forms) - span + 1))


def _stands_at(forms: Sequence[tuple[str, ...]], term: Term) -> bool:
    *whole, last = term.words
    if any(word not in found for word, found in zip(whole, forms, strict=False)):
        return False
    if term.prefix:
        return any(form.startswith(last) for form in forms[-1])
    return last in forms[-1]
