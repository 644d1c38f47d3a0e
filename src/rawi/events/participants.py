"""From a noun phrase to a participant: its name as written, what it is, its country, sector and rank."""

from collections.abc import Iterable

from rawi.events.page import Page
from rawi.events.phrases import Phrase
from rawi.model import Mention, Participant, Span
from rawi.text.folding import fold

# What kind of mention alone says about the sector; common nouns are told by words/sectors.yaml.
_SECTOR_OF_KIND = {"armed_group": "REB", "party": "PTY", "company": "BUS", "outlet": "MED"}
# How far before the end of a phrase its country may stand, and how far after it in an attached phrase.
_ATTACHED = 4
# Armed people need not be of the country they act in.
_FROM_ELSEWHERE = frozenset({"MIL", "UAF", "REB", "CRM"})


_ACTORS = frozenset(
    {"person", "role", "state", "government", "organization", "party", "armed_group", "company", "outlet", "group"}
)


def make_participants(page: Page, phrases: Iterable[Phrase], *, acting: bool) -> tuple[Participant, ...]:
    """The participants the phrases name, in text order, each place of the text once.

    A phrase counts when it holds a mention of somebody, a noun for people or bodies, or a number of them; as a target
    (not ``acting``) also a place or anything definite.
    """
    found: dict[int, Participant] = {}
    for phrase in phrases:
        participant = _participant(page, phrase) if names_somebody(page, phrase, acting=acting) else None
        if participant is not None and phrase.first not in found:
            found[phrase.first] = participant
    return tuple(found[first] for first in sorted(found))


def names_somebody(page: Page, phrase: Phrase, *, acting: bool) -> bool:
    """Whether the phrase names people, a body or a state; when not ``acting``, a place or a number of them will do."""
    for at in range(phrase.first, phrase.last):
        inside = page.inside[at]
        if inside >= 0 and (not acting or _acts(page, page.mentions[inside])):
            return True
        if not page.lexicon.sectors.keys().isdisjoint(page.variants(at)) or page.has(at, "people"):
            return True
    if heads_person(page, phrase):
        return True
    if phrase.last - phrase.first == 1 and page.folded[phrase.first] in page.lexicon.nisbas:
        return True
    if acting:
        return False
    counted = page.folded[phrase.first][:1].isdigit() or page.is_word(phrase.first, "number_words")
    return counted or page.has(phrase.first, "territory")


def heads_person(page: Page, phrase: Phrase) -> bool:
    """Whether the first word of the phrase is a person or somebody who holds an office."""
    mention = page.mention_at.get(phrase.first)
    if mention is not None:
        return mention.kind in ("person", "role")
    return page.has(phrase.first, "officials")


def heads_somebody(page: Page, phrase: Phrase) -> bool:
    """Whether the first word of the phrase, not one further on, names people or a body."""
    mention = page.mention_at.get(phrase.first)
    if mention is not None:
        return _acts(page, mention)
    return heads_person(page, phrase) or not page.lexicon.sectors.keys().isdisjoint(page.variants(phrase.first))


def _acts(page: Page, mention: Mention) -> bool:
    """Whether the mention is of somebody who can act; a capital stands for its government."""
    return mention.kind in _ACTORS or (mention.kind == "place" and fold(mention.name) in page.lexicon.capitals)


def _participant(page: Page, phrase: Phrase) -> Participant | None:
    words = page.reading.words
    first, last = _trim(page, phrase)
    if first >= last:
        return None
    start = words.starts[first] + (phrase.skip if first == phrase.first else 0)
    end = words.ends[last - 1]
    name = page.reading.article.text[start:end]
    mention = _main_mention(page, first, last)
    sector = sector_of(page, first, last, mention)
    country = country_of(page, first, last)
    if not country and sector not in _FROM_ELSEWHERE:
        country = _country_of_place(page, first, last)
    return Participant(
        name=name,
        aliases=_aliases(mention, name) or _state_alias(page, first, last),
        span=Span(start, end, name),
        kind=mention.kind if mention is not None else "",
        country=country,
        entity=mention.entity if mention is not None else "",
        level=_level(page, first, last),
        sector=sector,
    )


def sector_of(page: Page, first: int, last: int, mention: Mention | None) -> str:
    """The sector of the words ``[first, last)``: by the head noun, else by the kind of the mention it is."""
    sectors = page.lexicon.sectors
    weak = ""
    named = mention is not None and mention.kind == "armed_group" and mention.first > first
    for at in range(first, last):
        if named and at == first + 1:
            # "the armed wing of the movement": what its adjective says counts less than whose it is.
            break
        code = next((sectors[form] for form in (page.folded[at], *sorted(page.variants(at))) if form in sectors), "")
        if code and not page.has(at, "weak_heads"):
            return code
        weak = weak or code
        if mention is not None and at >= mention.first and mention.kind in _SECTOR_OF_KIND:
            break
    return _sector_of_mention(page, mention, last - first) or weak


def _sector_of_mention(page: Page, mention: Mention | None, length: int) -> str:
    """The sector the kind of the mention tells; a bare *the movement* tells none, nor a site nobody knows."""
    if mention is None or (length == 1 and mention.kind == "party" and page.folded[mention.first][:2] == page.article):
        return ""
    if mention.kind in ("company", "outlet") and not mention.entity:
        return ""
    return _SECTOR_OF_KIND.get(mention.kind, "")


def country_of(page: Page, first: int, last: int) -> str:
    """The ISO alpha-2 code of the state the words name, or PLOVER's ``IMG`` and ``INT`` for those of none."""
    if any(page.has(at, "transnational") for at in range(first, last)):
        return "IMG"
    for at in range(first, last):
        inside = page.inside[at]
        if inside >= 0 and page.mentions[inside].country:
            return page.mentions[inside].country
        for variant in sorted(page.variants(at)):
            code = page.lexicon.nisbas.get(variant)
            if code is not None:
                return code
        if page.has(at, "foreign"):
            return "INT"
    if any(page.has(at, "possessed_forces") for at in range(first, last)):
        return _owner_country(page, first)
    return ""


def _country_of_place(page: Page, first: int, last: int) -> str:
    """The country of the place right after the words: *the governor of a district in Basra*."""
    _, end = page.sentence(first)
    if last + 1 >= end or not page.is_word(last, "place_attaching"):
        return ""
    for at in range(last + 1, min(end, last + 1 + _ATTACHED)):
        inside = page.inside[at]
        if inside >= 0 and page.mentions[inside].kind in ("place", "state"):
            return page.mentions[inside].country
        if page.is_particle(at):
            return ""
    return ""


def _owner_country(page: Page, first: int) -> str:
    """The country of the body whose ``its forces`` the words are: the last one named before them in the sentence."""
    start, _ = page.sentence(first)
    for at in range(first - 1, start - 1, -1):
        inside = page.inside[at]
        if inside >= 0 and page.mentions[inside].country:
            return page.mentions[inside].country
    return ""


def _main_mention(page: Page, first: int, last: int) -> Mention | None:
    """The mention that is the phrase or its name: the first one in it."""
    for at in range(first, last):
        if page.inside[at] >= 0:
            return page.mentions[page.inside[at]]
    return None


def _aliases(mention: Mention | None, name: str) -> tuple[str, ...]:
    if mention is None:
        return ()
    return tuple(dict.fromkeys(text for text in (mention.name, mention.title) if text and text != name))


def _state_alias(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The name of the state when an adjective alone says whose act it is."""
    country = page.lexicon.nisbas.get(page.folded[first], "") if last - first == 1 else ""
    return (page.lexicon.state_names[country],) if country in page.lexicon.state_names else ()


def _level(page: Page, first: int, last: int) -> str:
    for level in ("head", "minister", "envoy"):
        if any(page.has(at, f"level_{level}") for at in range(first, min(last, first + 3))):
            return level
    return ""


def _trim(page: Page, phrase: Phrase) -> tuple[int, int]:
    """The phrase without quotation marks at its ends."""
    first, last = phrase.first, phrase.last
    while first < last and not page.folded[first][:1].isalnum():
        first += 1
    if last - first > 1 and page.has(first, "passing"):
        first += 1
    while last > first and not page.folded[last - 1][:1].isalnum() and not _closes(page, first, last - 1):
        last -= 1
    return first, last


def _closes(page: Page, first: int, at: int) -> bool:
    """Whether the word is a quotation mark that closes one inside the phrase."""
    marks = [here for here in range(first, at + 1) if page.is_word(here, "quote_marks")]
    return page.is_word(at, "quote_marks") and len(marks) % 2 == 0
