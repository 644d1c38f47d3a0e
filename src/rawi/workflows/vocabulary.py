"""The language data of comparing, taken from the lexicon."""

from rawi.compare.vocabulary import Vocabulary
from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import cells
from rawi.text.words import split_words

_FAMILY = "compare."
# How the press names a state: by its names, its capital, its adjective, its people, the seat of its government.
_STATE_CELLS = ("names", "capital", "nisba", "nisba_f", "people", "government_nicknames")


def build_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The words that `rawi.compare` asks for, as one record. Raises `LexiconError` for a bad entry."""
    comparison = lexicon.comparison
    names = [name for name in lexicon.words.names() if name.startswith(_FAMILY)]
    return Vocabulary(
        classes={name.removeprefix(_FAMILY): lexicon.words.words(name) for name in names},
        phrases={name.removeprefix(_FAMILY): lexicon.words.phrases(name) for name in names},
        frequency=comparison.frequency,
        documents=comparison.documents,
        synonyms=comparison.synonyms,
        antonyms=comparison.antonyms,
        places=_places(lexicon),
        numerals=comparison.numerals,
        months=lexicon.times.months,
        units=comparison.units,
    )


def _places(lexicon: Lexicon) -> dict[str, str]:
    """Country codes by each folded name, words of a longer name joined by a space."""
    places: dict[str, str] = {}
    for row in lexicon.knowledge.rows("states"):
        for column in _STATE_CELLS:
            for name in cells(row, column):
                places.setdefault(" ".join(split_words(name).folded), row["iso2"])
    return places
