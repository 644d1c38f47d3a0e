"""A stretch of an article's text, and the reason a finding was made."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch ``[start, end)`` of an article, in code points of the text as stored.

    ``text`` is the very substring, so that ``article.text[span.start:span.end] == span.text`` always holds.
    """

    start: int
    end: int
    text: str


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a field of a finding is as it is.

    ``rule`` names the rule (its docstring explains it), ``words`` are the words of the article that made it fire,
    ``entry`` the lexicon entry it rests on (``""`` when none).
    """

    rule: str
    words: str = ""
    entry: str = ""
