"""One article beside its analysis: which gold statement was found as which."""

from collections.abc import Collection

import msgspec

from rawi.evaluate.gold import GoldArticle
from rawi.evaluate.match import Pair, Pairing, is_same_name, pair_statements
from rawi.model import Analysis

# How much of a content must be found for the statement to count as found whole.
WHOLE = 0.6


class Case(msgspec.Struct, frozen=True):
    """One article with its analysis and the pairs between them."""

    gold: GoldArticle
    found: Analysis
    pairing: Pairing
    particles: Collection[str]

    @property
    def needed(self) -> list[int]:
        """The gold statements that must be found."""
        return [index for index, one in enumerate(self.gold.statements) if not one.optional]

    @property
    def counted(self) -> list[Pair]:
        """The pairs of statements that must be found."""
        return [pair for pair in self.pairing.pairs if not self.gold.statements[pair.gold].optional]

    @property
    def missed(self) -> list[int]:
        """The gold statements that must be found and were not."""
        paired = {pair.gold for pair in self.pairing.pairs}
        return [index for index in self.needed if index not in paired]

    @property
    def extra(self) -> list[int]:
        """The predicted statements that are none of the gold's, required or optional."""
        paired = {pair.predicted for pair in self.pairing.pairs}
        return [index for index in range(len(self.found.statements)) if index not in paired]

    def has_speaker(self, pair: Pair) -> bool:
        """Whether the speaker found is the gold's."""
        gold, speaker = self.gold.statements[pair.gold], self.found.statements[pair.predicted].speaker
        return is_same_name([speaker.name, *speaker.aliases], [gold.speaker, *gold.aliases])

    def is_right(self, pair: Pair) -> bool:
        """Whether the pair counts in ``who_said_what``: the content found whole and the speaker right."""
        return pair.overlap >= WHOLE and self.has_speaker(pair)


def open_case(gold: GoldArticle, found: Analysis, *, particles: Collection[str]) -> Case:
    """The article with its analysis, paired; ``particles`` may open a content without counting."""
    return Case(gold, found, pair_statements(gold, found, particles=particles), particles)
