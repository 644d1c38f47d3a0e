"""The medium or occasion a statement was made in, and what kind of medium it is."""

from functools import lru_cache

from rawi.lexicon import Lexicon
from rawi.statements.draft import Draft
from rawi.statements.grammar import Grammar, load_grammar
from rawi.statements.page import Page, Words
from rawi.statements.sources import is_nominal_content, is_recipient

# The longest name of a medium, in words.
_LONGEST = 18
# How far before its cue a medium may stand in the sentence, in words.
_BEFORE = 16
# How far before "in it" the medium it refers to may stand, in words.
_REFERRED = 20
# How many words may stand between a preposition and the noun of the medium ("in a series of tweets").
_LEADS = 3
# A document with the article is named anew when so many words describe it.
_NAMED = 3
# Kinds of media something is said "by".
_WRITTEN = frozenset({"communique", "social-post", "letter", "court", "page", "testimony", "phone-call", "speech"})
# Kinds of media something is said "on", and kinds it is said "after".
_SURFACES = frozenset({"page", "website", "social-post", "broadcast"})
_MEETINGS = frozenset({"meeting", "conference", "press-conference", "phone-call"})
# Kinds of nouns that say more of a medium and are none alone.
_QUALIFIERS = frozenset({"press", "leak"})
# How far before a cue the medium it closes or opens may stand, in words.
_CLOSING = 3
# What a second noun makes of the first.
_REFINED = {
    ("meeting", "press"): "interview",
    ("meeting", "broadcast"): "interview",
    ("conference", "press"): "press-conference",
    ("remarks", "broadcast"): "interview",
    ("speech", "broadcast"): "speech",
    ("report", "leak"): "leak",
    ("letter", "leak"): "leak",
    ("recording", "leak"): "leak",
    ("website", "social-post"): "social-post",
    ("page", "social-post"): "social-post",
    ("meeting", "court"): "court",
}
# What the name of a word class of one kind of media begins with.
_KIND = "channel_is_"


def find_channel(page: Page, draft: Draft) -> Words | None:
    """The medium or occasion of a draft, with its preposition; None where the article names none.

    Looked for between cue and content, after a trailing cue, before the cue in its clause, then where "in it" after
    the cue points; a document that speaks for its issuer is the medium itself.
    """
    if draft.cue.kind in ("according", "said-in") and draft.source is not None:
        return _document(page, draft.source)
    first, last = spoken_gap(page, draft)
    found = _channel_in(page, first, last)
    if found is not None:
        return found
    return _before(page, draft) or _referred(page, draft)


def spoken_gap(page: Page, draft: Draft) -> tuple[int, int]:
    """The words between cue and content, half-open; for a content before its cue what follows the source."""
    cue = draft.cue
    if draft.frame.kind == "before":
        first = draft.source.last if draft.source is not None else cue.last
        return first, _clause_end(page, first)
    if draft.frame.kind == "bare":
        return cue.last, _clause_end(page, draft.frame.opens)
    return draft.gap


def _clause_end(page: Page, index: int) -> int:
    """The next comma or the end of the sentence; a comma right here is passed."""
    end = page.sentence_end(index - 1)
    commas = page.grammar.words["commas"]
    first = index + 1 if index < end and page.folded[index] in commas else index
    while first < end and page.folded[first] not in commas:
        first += 1
    return first


def _document(page: Page, source: Words) -> Words | None:
    """A document that speaks is the channel of its issuer; one the article only points back to is not named here."""
    words = page.grammar.words
    head = page.folded[source.first]
    if head not in words["documents"] or (head in words["known_documents"] and source.last - source.first < _NAMED):
        return None
    return Words(source.first, _phrase_end(page, source.first + 1, source.last))


def _channel_in(page: Page, first: int, last: int) -> Words | None:
    index = first
    while index < last:
        noun = _medium_at(page, index, last)
        if noun is not None:
            return Words(index, _phrase_end(page, noun + 1, last))
        index += 1
    return None


def _medium_at(page: Page, index: int, last: int) -> int | None:
    """The noun of the medium a prepositional phrase that begins at ``index`` names; None when it names none."""
    words = page.grammar.words
    word = page.folded[index]
    if word not in words["channel_prepositions"]:
        return index if _joined_medium(page, index) else None
    at = index + 1
    while at < min(last, index + 1 + _LEADS) and page.folded[at] in words["channel_leads"]:
        at += 1
    return at if at < last and _names_medium(page, at, word) else None


def _joined_medium(page: Page, index: int) -> bool:
    """Whether a preposition is joined to the noun: "by a tweet", "to the radio"."""
    word = page.folded[index]
    words = page.grammar.words
    if word in words["broadcasts"]:
        return True
    return page.grammar.has_joined(word, words["by"]) and media(page.lexicon).get(word[1:]) in _WRITTEN


def _names_medium(page: Page, index: int, preposition: str) -> bool:
    """Whether the noun is a medium after this preposition: pages "on", meetings "after", audiences "before"."""
    words = page.grammar.words
    word = page.folded[index]
    kind = media(page.lexicon).get(word, "")
    if preposition in words["audience_prepositions"]:
        return word in words["channel_places"] or bool(kind)
    if preposition in words["surface_prepositions"]:
        return kind in _SURFACES
    if preposition in words["sequel_prepositions"]:
        return kind in _MEETINGS
    return bool(kind) and kind not in _QUALIFIERS


def _phrase_end(page: Page, index: int, last: int) -> int:
    """The end of a medium's name: at a mark, a time, a nominal content, or the opener of the content."""
    stop = min(last, index + _LONGEST)
    while index < stop:
        quotation = page.quote_at.get(index)
        if quotation is not None and quotation.last < stop:
            index = quotation.last + 1
            continue
        if index in page.time_over and _goes_on(page, page.time_over[index], stop):
            index = page.time_over[index]
            continue
        if _ends_name(page, index):
            return index
        mention = page.mention_at.get(index)
        index = min(mention.last, stop) if mention is not None else index + 1
    return index


def _goes_on(page: Page, index: int, stop: int) -> bool:
    """Whether a partner of the occasion follows a time inside its name ("a meeting on Monday with ...")."""
    if index >= stop:
        return False
    mention = page.mention_at.get(index)
    return page.folded[index] in page.grammar.words["partner_prepositions"] or (
        mention is not None and mention.kind == "person"
    )


def _ends_name(page: Page, index: int) -> bool:
    words = page.grammar.words
    word = page.folded[index]
    if word in words["brackets"]:
        return False
    if page.is_punctuation(index) or index in page.time_over or word in words["channel_ends"]:
        return True
    if index in page.mention_at or word in media(page.lexicon):
        return False
    return is_nominal_content(page, index)


def _before(page: Page, draft: Draft) -> Words | None:
    """A medium in the clause before the cue: no other cue and no complementizer stands between."""
    cue = draft.cue
    if cue.kind == "participle" or cue.proclitic:
        return _closing(page, draft)
    start = max(page.sentence_start(cue.first), cue.first - _BEFORE)
    for index in range(cue.first - 1, start - 1, -1):
        if page.folded[index] in page.grammar.words["complementizers"] or _is_finite_cue(page, index):
            return None
        noun = _medium_at(page, index, cue.first)
        if noun is not None and (index == start or page.folded[index] in page.grammar.words["channel_prepositions"]):
            return Words(index, _phrase_end(page, noun + 1, cue.first))
    return _closing(page, draft)


def _closing(page: Page, draft: Draft) -> Words | None:
    """The medium somebody closes or opens "by saying": the noun right before a cue with a joined preposition."""
    cue = draft.cue
    if cue.kind not in ("noun", "participle") or cue.first < _CLOSING:
        return None
    for index in range(cue.first - 1, cue.first - _CLOSING - 1, -1):
        if page.is_punctuation(index):
            return None
        if page.folded[index] in media(page.lexicon):
            governed = page.folded[index - 1] in page.grammar.words["prepositions"]
            return None if governed else Words(index, cue.first)
    return None


def _is_finite_cue(page: Page, index: int) -> bool:
    return any(
        form.tense in ("past", "present")
        and form.person == 3
        and (proclitic or form.tense == "present" or not page.is_punctuation(index))
        for proclitic, form, _ in page.lexicon.cues.verb_readings(page.folded[index])
    )


def _referred(page: Page, draft: Draft) -> Words | None:
    """The medium "in it" beside the cue points back to: "a statement ... in which it said"."""
    cue = draft.cue
    words = page.grammar.words
    near = range(cue.last, min(cue.last + _LEADS, len(page.folded)))
    if not any(page.folded[at] in words["in_it"] for at in near):
        return None
    start = max(page.sentence_start(cue.first), cue.first - _REFERRED)
    for index in range(cue.first - 1, start - 1, -1):
        if media(page.lexicon).get(page.folded[index], "press") not in _QUALIFIERS:
            before = index > start and page.folded[index - 1] in words["channel_prepositions"]
            return Words(index - before, index + 1)
    return None


def channel_kind(page: Page, channel: Words | None) -> str:
    """The kind of a medium: ``interview``, ``social-post``, ``press-conference``, ``communique``, ``phone-call`` ...

    The first noun of the phrase decides, unless a later one says more: a meeting with the press is an interview, a
    conference of the press a press conference, a report that leaked a leak. ``""`` for a medium of no known kind.
    """
    if channel is None:
        return ""
    kinds = media(page.lexicon)
    found: list[str] = []
    for index in range(channel.first, channel.last):
        word = page.folded[index]
        found += [kind for kind in (kinds.get(word) or kinds.get(word[1:]),) if kind]
    if not found:
        return "interview" if is_recipient(page, channel.first) else ""
    return _REFINED.get((found[0], found[1]), found[0]) if len(found) > 1 else found[0]


@lru_cache(maxsize=4)
def media(lexicon: Lexicon) -> dict[str, str]:
    """The kind of each noun of a medium, by folded word; the article, a pronoun, the accusative ending are allowed."""
    grammar = load_grammar(lexicon)
    found: dict[str, str] = {}
    for name, nouns in sorted(grammar.words.items()):
        if name.startswith(_KIND):
            kind = name.removeprefix(_KIND).replace("_", "-")
            for noun in sorted(nouns):
                found.update((form, kind) for form in _forms(grammar, noun))
    return found


def _forms(grammar: Grammar, noun: str) -> list[str]:
    (article,) = grammar.words["articles"]
    (feminine,) = grammar.words["feminine_endings"]
    (tied,) = grammar.words["tied_feminine"]
    stem = noun[:-1] + tied if noun.endswith(feminine) else noun
    pronouns = grammar.words["verbal_noun_pronouns"]
    return [
        noun,
        article + noun,
        *(stem + pronoun for pronoun in pronouns),
        *(noun + ending for ending in grammar.words["accusative_endings"]),
    ]
