"""One name in two scripts: how well an Arabic and a Latin spelling fit, and which of many fits best."""

from collections.abc import Iterable

from rawi.lexicon import Lexicon
from rawi.lexicon.transliteration import SCALE, latin_letters
from rawi.text.words import folded_words

# From this mean cost a letter on, two spellings are no longer taken for one name.
FITTING_COST = 1.6


def spelling_cost(arabic: str, latin: str, *, lexicon: Lexicon) -> float:
    """How badly the spellings fit, as the cost a letter: below `FITTING_COST` they may be one name, 0 is best.

    Names of several words are compared word by word in order; names of unlike numbers of words do not fit (infinity).
    The cost is minus the log probability of the Arabic letters given the Latin ones, learned from pairs of names.
    """
    ours = folded_words(arabic)
    theirs = [letters for word in latin.replace("-", " ").split() if (letters := latin_letters(word))]
    if len(ours) != len(theirs) or not ours:
        return float("inf")
    cost = sum(lexicon.transliteration.cost(theirs[at], word) for at, word in enumerate(ours))
    return cost / SCALE / sum(map(len, ours))


def rank_spellings(arabic: str, latin: Iterable[str], *, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The Latin spellings with their `spelling_cost`, the best fit first; those that cannot fit are left out."""
    costs = [(name, spelling_cost(arabic, name, lexicon=lexicon)) for name in latin]
    return sorted(((name, cost) for name, cost in costs if cost < float("inf")), key=lambda pair: (pair[1], pair[0]))


def fits(arabic: str, latin: str, *, lexicon: Lexicon) -> bool:
    """Whether the two spellings may be one name.

    The likeness says nothing of who bears the name: ``boril`` fits Borrell and Boreal alike.
    """
    return spelling_cost(arabic, latin, lexicon=lexicon) < FITTING_COST
