"""The places, agencies and bylines that open a report."""

from collections.abc import Iterable, Iterator
from itertools import chain

from rawi.lexicon.knowledge import Knowledge, cells
from rawi.lexicon.words import WordClasses
from rawi.text.datelines import DatelineWords
from rawi.text.phrases import Phrase, PhraseIndex
from rawi.text.words import split_words


def load_dateline_words(words: WordClasses, *, knowledge: Knowledge) -> DatelineWords:
    """The classes of ``words/read.yaml`` with the states, capitals, agencies and outlets of the knowledge base."""
    states = (cells(row, "names") + cells(row, "capital") for row in knowledge.rows("states"))
    outlets = knowledge.rows("outlets")
    agencies = (cells(row, "names") for row in outlets if row["kind"] == "agency")
    others = (cells(row, "names") for row in outlets if row["kind"] != "agency")
    return DatelineWords(
        places=PhraseIndex([*words.phrases("read.places"), *_phrases(states)]),
        agencies=PhraseIndex([*words.phrases("read.agencies"), *_phrases(agencies)]),
        bylines=PhraseIndex(words.phrases("read.bylines")),
        outlets=PhraseIndex(_phrases(others)),
        given_names=knowledge.given_names,
    )


def _phrases(names: Iterable[tuple[str, ...]]) -> Iterator[Phrase]:
    """The names as phrases, the dots between the letters of an agency left out."""
    for name in chain.from_iterable(names):
        yield tuple(word for word in split_words(name).folded if word != ".")
