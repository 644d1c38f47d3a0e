"""Phrases of folded words looked up at a place in a text, longest first."""

from collections.abc import Iterable, Sequence

Phrase = tuple[str, ...]


class PhraseIndex:
    """A set of phrases that answers how long the longest one is that begins at a given word. Never changed."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Keep the phrases, each a tuple of folded words, by their first word."""
        by_first: dict[str, set[Phrase]] = {}
        for phrase in phrases:
            if phrase:
                by_first.setdefault(phrase[0], set()).add(phrase)
        self._by_first = {
            first: tuple(sorted(group, key=lambda phrase: (-len(phrase), phrase))) for first, group in by_first.items()
        }

    def length_at(self, folded: Sequence[str], position: int, last: int) -> int:
        """The number of words of the longest phrase at ``position`` that ends by ``last``, 0 when there is none."""
        if position >= last:
            return 0
        for phrase in self._by_first.get(folded[position], ()):
            stop = position + len(phrase)
            if stop <= last and tuple(folded[position:stop]) == phrase:
                return len(phrase)
        return 0
