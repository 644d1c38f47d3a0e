"""Strings of the knowledge base in an article: the longest at each place, none overlapping another."""

from itertools import groupby

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entry
from rawi.mentions.page import Known
from rawi.model.reading import Reading
from rawi.text.matcher import Match

# What an adjective of a state or the name of its people may carry before it; names carry no article.
_WITH_ARTICLE = frozenset({"nisba", "people"})


def find_known(reading: Reading, *, lexicon: Lexicon) -> tuple[dict[int, Known], dict[int, Known]]:
    """The known names and the known terms by their first word, each longest first, leftmost first, without overlap."""
    matches = lexicon.knowledge.matcher.find(reading.words.folded)
    article = lexicon.words.words("mentions.article")
    assimilating = lexicon.words.words("mentions.assimilating")
    names: dict[int, Known] = {}
    terms: dict[int, Known] = {}
    names_end = terms_end = 0
    for (first, last), group in groupby(matches, key=lambda match: (match.first, match.last)):
        if (first < names_end and first < terms_end) or reading.sentence_of[first] != reading.sentence_of[last - 1]:
            continue
        fitting = [match for match in group if _fits(match, article=article, assimilating=assimilating)]
        kept = tuple(match.value for match in fitting if match.value.use != "term")
        if kept and first >= names_end:
            names[first] = Known(first, last, fitting[0].proclitic, kept)
            names_end = last
        if len(kept) < len(fitting) and first >= terms_end:
            entries = tuple(match.value for match in fitting if match.value.use == "term")
            terms[first] = Known(first, last, fitting[0].proclitic, entries)
            terms_end = last
    return names, terms


def _fits(match: Match[Entry], *, article: frozenset[str], assimilating: frozenset[str]) -> bool:
    """Whether what is joined before the string may stand before an entry of its kind."""
    entry, proclitic = match.value, match.proclitic
    if entry.assimilated:
        return proclitic in assimilating
    if entry.use in _WITH_ARTICLE:
        return True
    return proclitic not in assimilating and not any(proclitic.endswith(al) for al in article)
