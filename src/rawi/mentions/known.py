"""Strings of the knowledge base in an article: the longest at each place, none overlapping another."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entry
from rawi.lexicon.namewords import BODY
from rawi.mentions.page import Known, Page
from rawi.mentions.spans import BODY as NAMED_BODY
from rawi.mentions.spans import PLACE, Tagged
from rawi.model.mention import Mention
from rawi.model.reading import Reading
from rawi.text.matcher import Match

# What an adjective of a state or the name of its people may carry before it; names carry no article.
_WITH_ARTICLE = frozenset({"nisba", "people"})
# The mark of an accusative without article: adverbs and predicates have it, names of states do not.
_TANWIN = "\u064b"
# In the tagger's table: a word of running text that is never a name. When the rest of a word is no word of the table at
# all, what looks like a preposition joined to a name is another word (``bunuk``, banks, is not ``bi-Nuk``).
_NEVER_A_NAME = frozenset({"pr=O1", "pr=O2", "pr=O3"})


def find_known(reading: Reading, *, lexicon: Lexicon) -> tuple[dict[int, Known], dict[int, Known]]:
    """The known names and the known terms by their first word, each longest first, leftmost first, without overlap."""
    matches = lexicon.knowledge.matcher.find(reading.words.folded)
    seen = lexicon.name_model.words
    article = lexicon.words.words("mentions.article")
    assimilating = lexicon.words.words("mentions.assimilating")
    names: dict[int, Known] = {}
    terms: dict[int, Known] = {}
    names_end = terms_end = 0
    for (first, last), group in groupby(matches, key=lambda match: (match.first, match.last)):
        if (first < names_end and first < terms_end) or reading.sentence_of[first] != reading.sentence_of[last - 1]:
            continue
        fitting = [
            match
            for match in group
            if _fits(match, article=article, assimilating=assimilating) and not _is_other_word(reading, match, seen)
        ]
        kept = tuple(match.value for match in fitting if match.value.use != "term")
        if kept and first >= names_end:
            names[first] = Known(first, last, fitting[0].proclitic, kept)
            names_end = last
        if len(kept) < len(fitting) and first >= terms_end:
            entries = tuple(match.value for match in fitting if match.value.use == "term")
            terms[first] = Known(first, last, fitting[0].proclitic, entries)
            terms_end = last
    return names, terms


def _is_other_word(reading: Reading, match: Match[Entry], seen: Mapping[str, Sequence[str]]) -> bool:
    """Whether the letters of a name are another word here: an adverb, or a word with that letter for its first."""
    if match.value.use in _WITH_ARTICLE or match.value.use == "term":
        return False
    if _TANWIN in reading.words.raw[match.last - 1]:
        return True
    if not match.proclitic or match.last - match.first > 1:
        return False
    word = reading.words.folded[match.first]
    return word[len(match.proclitic) :] not in seen and not _NEVER_A_NAME.isdisjoint(seen.get(word, ()))


def _fits(match: Match[Entry], *, article: frozenset[str], assimilating: frozenset[str]) -> bool:
    """Whether what is joined before the string may stand before an entry of its kind."""
    entry, proclitic = match.value, match.proclitic
    if entry.assimilated:
        return proclitic in assimilating
    if entry.use in _WITH_ARTICLE:
        return True
    return proclitic not in assimilating and not any(proclitic.endswith(al) for al in article)


def known_mention(page: Page, known: Known, tagged: Mapping[int, Tagged]) -> Mention | None:
    """The mention of a known string; None for an adjective alone and for an everyday word not meant as a name."""
    entry = known.entry
    if entry.use == "nisba" or entry.kind == "person" or (entry.ambiguous and not _is_meant(page, known, tagged)):
        return None
    kind = entry.kind
    # An ambiguous capital is the seat of organizations too: it does not speak for its state.
    if entry.use == "capital" and (entry.ambiguous or is_place(page, known)):
        kind = "place"
    elif entry.use == "people":
        kind = "group"
    name = page.text(known.first, known.last, skip=known.proclitic)
    number = "p" if entry.use == "people" else "s"
    country = entry.country if len({each.country for each in known.entries}) == 1 else ""
    return page.mention(known.first, known.last, kind=kind, name=name, country=country, number=number)


def _is_meant(page: Page, known: Known, tagged: Mapping[int, Tagged]) -> bool:
    """Whether an everyday word names something here: after its head, in marks, or where the tagger says so."""
    before = known.first - 1
    if before >= 0 and (_is_headed(page, before) or _is_marked_outlet(page, known)):
        return True
    spatial = known.entry.kind in ("place", "state")
    span = tagged.get(known.first)
    return (
        span is not None and span.kind == (PLACE if spatial else NAMED_BODY) and (spatial or not is_place(page, known))
    )


def _is_headed(page: Page, before: int) -> bool:
    return bool(page.looks[before].parts & BODY and not page.looks[before].definite)


def _is_marked_outlet(page: Page, known: Known) -> bool:
    """Whether only a paper can be called by the word and it stands in marks; other marked words may be anything."""
    if any(entry.kind != "outlet" for entry in known.entries) or known.last >= len(page.folded):
        return False
    opens = page.folded[known.first - 1] in page.lexicon.words.words("mentions.opening_quotes")
    return opens and page.folded[known.last] in page.lexicon.words.words("mentions.closing_quotes")


def is_place(page: Page, known: Known) -> bool:
    """Whether a capital stands for the city: in a dateline, after a preposition of place, beside such a place."""
    reading = page.reading
    if reading.blocks and reading.blocks[reading.sentences[reading.sentence_of[known.first]].block].kind == "dateline":
        return True
    if known.proclitic in page.lexicon.words.words("mentions.conjunction"):
        earlier = next((each for each in page.known.values() if each.last == known.first), None)
        return (
            earlier is not None
            and earlier.entry.kind in ("state", "place")
            and (earlier.entry.kind == "place" or is_place(page, earlier))
        )
    if known.proclitic:
        return known.proclitic[-1] in page.lexicon.words.words("mentions.place_proclitics")
    before = known.first - 1
    if before < 0:
        return False
    word, prepositions = page.folded[before], page.lexicon.words.words("mentions.place_prepositions")
    joined = word[:1] in page.lexicon.words.words("mentions.conjunction")
    return word in prepositions or (joined and word[1:] in prepositions)
