"""What words say about an event's participants, counts and context: sector, country, counted kind, PLOVER context."""

from rawi.lexicon.knowledge import Knowledge
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold, fold_word


def load_word_kinds(words: WordClasses, family: str) -> dict[str, str]:
    """The class by folded word of one file of ``lexicon/words``; the first class a word is listed in wins."""
    found: dict[str, str] = {}
    for name in words.names():
        if name.startswith(f"{family}."):
            for word in words.words(name):
                found.setdefault(word, name.removeprefix(f"{family}."))
    return found


def load_family(words: WordClasses, family: str) -> dict[str, frozenset[str]]:
    """The classes of one file of ``lexicon/words`` by their own names."""
    prefix = f"{family}."
    return {name.removeprefix(prefix): words.words(name) for name in words.names() if name.startswith(prefix)}


def load_number_words(numerals: dict[str, float], conjunctions: frozenset[str]) -> dict[str, float]:
    """The number words of one or more, also with a conjunction joined before them."""
    whole = {word: value for word, value in numerals.items() if value >= 1}
    joined = {f"{conjunction}{word}": value for word, value in whole.items() for conjunction in conjunctions}
    return joined | whole


def load_nisbas(knowledge: Knowledge, words: WordClasses) -> dict[str, str]:
    """The country by folded nisba or people's name, with and without the article, in every case and the dual."""
    found: dict[str, str] = {}
    (article,) = words.words("mentions.article")
    others = words.words("events.not_nisbas")
    endings = sorted(words.words("events.nisba_endings"))
    for text, entry in knowledge.patterns:
        word = fold_word(text)
        if entry.use in ("nisba", "people") and entry.country and " " not in text and word not in others:
            for form in (word, *(word + ending for ending in endings if entry.gender == "m")):
                found.setdefault(form, entry.country)
                found.setdefault(article + form, entry.country)
    return found


def load_capitals(knowledge: Knowledge) -> frozenset[str]:
    """The folded names of capitals, which the press writes for their governments."""
    return frozenset(fold(text) for text, entry in knowledge.patterns if entry.use == "capital")


def load_state_names(knowledge: Knowledge) -> dict[str, str]:
    """The name of each state by its ISO alpha-2 code."""
    return {one.country: one.name for one in knowledge.entities.values() if one.kind == "state"}
