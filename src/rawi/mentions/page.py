"""The article as this room looks at it: its words, what each can be in a name, and what the knowledge base knows."""

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entry
from rawi.lexicon.namewords import NameWord
from rawi.model.mention import Mention
from rawi.model.reading import Reading
from rawi.text.folding import fold_word


class Known(msgspec.Struct, frozen=True):
    """Words ``[first, last)`` that are a string of the knowledge base, after a joined ``proclitic``."""

    first: int
    last: int
    proclitic: str
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The first of its entries."""
        return self.entries[0]


class Role(msgspec.Struct, frozen=True):
    """An office, words ``[first, last)``: of which state, held by a woman or man, by one or several.

    ``bare`` is an office of one word, with nothing to tell of what.
    """

    first: int
    last: int
    country: str
    gender: str
    number: str
    bare: bool


class Page(msgspec.Struct, frozen=True):
    """A reading with its words looked up.

    ``known`` and ``terms`` hold the longest known name and the longest known term that begin at a word, ``roles`` the
    offices by their first word.
    """

    reading: Reading
    lexicon: Lexicon
    folded: list[str]
    looks: list[NameWord]
    known: dict[int, Known]
    terms: dict[int, Known]
    roles: dict[int, Role]

    def sentence_end(self, word: int) -> int:
        """The end (half-open) of the sentence the word stands in."""
        return self.reading.sentences[self.reading.sentence_of[word]].last

    def text(self, first: int, last: int, *, skip: str = "") -> str:
        """The article's text of words ``[first, last)``, without the folded letters ``skip`` at its beginning."""
        words = self.reading.words
        start = words.starts[first] + folded_prefix(words.raw[first], skip)
        return self.reading.article.text[start : words.ends[last - 1]]

    def mention(self, first: int, last: int, *, kind: str, name: str, **fields: str) -> Mention:
        """A mention of words ``[first, last)``."""
        words = self.reading.words
        start, end = words.starts[first], words.ends[last - 1]
        text = self.reading.article.text[start:end]
        return Mention(start, end, text, kind, name, first=first, last=last, **fields)


def folded_prefix(raw: str, prefix: str) -> int:
    """How many code points of the raw word its folded ``prefix`` covers; 0 when it does not begin with it."""
    if not prefix:
        return 0
    for size in range(len(prefix), len(raw) + 1):
        if fold_word(raw[:size]) == prefix:
            return size
    return 0
