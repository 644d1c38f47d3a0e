"""The places, agencies and bylines that open a report."""

from rawi.lexicon.knowledge import Knowledge, cells
from rawi.lexicon.words import Phrase, WordClasses
from rawi.text.datelines import DatelineWords
from rawi.text.phrases import PhraseIndex
from rawi.text.words import split_words


def load_dateline_words(words: WordClasses, *, knowledge: Knowledge) -> DatelineWords:
    """The classes of ``words/read.yaml``, the states and capitals of the knowledge base among the places."""
    return DatelineWords(
        places=PhraseIndex([*words.phrases("read.places"), *_states_and_capitals(knowledge)]),
        agencies=PhraseIndex(words.phrases("read.agencies")),
        bylines=PhraseIndex(words.phrases("read.bylines")),
    )


def _states_and_capitals(knowledge: Knowledge) -> list[Phrase]:
    names = [name for row in knowledge.rows("states") for name in (*cells(row, "names"), *cells(row, "capital"))]
    return [tuple(split_words(name).folded) for name in names]
