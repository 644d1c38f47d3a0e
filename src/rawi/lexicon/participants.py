"""What the words of a noun phrase say about a participant: its sector, its country."""

from rawi.lexicon.knowledge import Knowledge
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold_word

_SECTORS = "sectors."
_ARTICLE = "\u0627\u0644"


def load_sectors(words: WordClasses) -> dict[str, str]:
    """The sector by folded noun, from words/sectors.yaml; the first class a word is listed in wins."""
    found: dict[str, str] = {}
    for name in words.names():
        if name.startswith(_SECTORS):
            for word in words.words(name):
                found.setdefault(word, name.removeprefix(_SECTORS))
    return found


def load_nisbas(knowledge: Knowledge) -> dict[str, str]:
    """The country by folded nisba or people's name, with and without the article."""
    found: dict[str, str] = {}
    for text, entry in knowledge.patterns:
        if entry.use in ("nisba", "people") and entry.country and " " not in text:
            word = fold_word(text)
            found.setdefault(word, entry.country)
            found.setdefault(_ARTICLE + word, entry.country)
    return found
