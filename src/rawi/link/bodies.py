"""States, governments, organizations, outlets and places: by name, by pattern, and by what was named before."""

from collections.abc import Sequence

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entry
from rawi.model.mention import Mention
from rawi.text.words import folded_words

_BODIES = frozenset({"organization", "party", "armed_group", "company", "government", "outlet"})
# A known entity of one of these kinds may be meant by a mention of the other.
_KIN = {
    "government": frozenset({"government", "organization", "state"}),
    "state": frozenset({"state", "government"}),
    "place": frozenset({"place"}),
}


def link_body(mentions: Sequence[Mention], at: int, linked: Sequence[str], *, lexicon: Lexicon) -> tuple[str, str]:
    """The entity of a mention that is no person or office, and the reason; ``""`` for NIL.

    ``linked`` holds the entities of the mentions before it.
    """
    mention = mentions[at]
    marks = lexicon.words.words("mentions.opening_quotes") | lexicon.words.words("mentions.closing_quotes")
    written = folded_words(mention.name)
    words = [word for word in written if word not in marks]
    if not words:
        return "", ""
    entity = _by_name(words, mention, lexicon=lexicon)
    if entity:
        return entity, "name"
    if mention.kind == "government" and not mention.country:
        entity = _same_ministry(mentions, at, linked, words, lexicon=lexicon)
        if entity:
            return entity, "a part of a government named before it"
    if mention.kind == "government":
        entity = _ministry(words, mention, lexicon=lexicon) or _state_headed(words, mention, lexicon=lexicon)
        if entity:
            return entity, "a part of the government of its state"
    elif entity := _by_name(_without_head(written, marks), mention, lexicon=lexicon):
        return entity, "name after what it is"
    if mention.kind == "state" and mention.country in lexicon.knowledge.state_of_country:
        return lexicon.knowledge.state_of_country[mention.country], "its adjective"
    if mention.kind in _BODIES:
        return _named_before(mentions, at, linked, words, lexicon=lexicon)
    return "", ""


def _by_name(words: Sequence[str], mention: Mention, *, lexicon: Lexicon) -> str:
    """The one entity of the name, of the mention's country where several have the name; ``""`` when not one."""
    ids = {entry.entity for entry in lexicon.knowledge.by_name.get(" ".join(words), ()) if _may_mean(entry, mention)}
    if len(ids) > 1 and mention.country:
        ids = {each for each in ids if lexicon.knowledge.entities[each].country == mention.country} or ids
    return ids.pop() if len(ids) == 1 else ""


def _may_mean(entry: Entry, mention: Mention) -> bool:
    if entry.use == "nisba" or entry.kind == "person":
        return False
    if entry.use == "people":
        return mention.kind == "group"
    kin = _KIN.get(mention.kind)
    if kin is not None:
        return entry.kind in kin
    return entry.kind == mention.kind or (entry.kind in _BODIES and mention.kind in _BODIES)


def _without_head(words: Sequence[str], marks: frozenset[str]) -> Sequence[str]:
    """The name without the word that says what it is, and without quotation marks and an adjective after them."""
    places = [at for at, word in enumerate(words) if word in marks]
    if len(places) > 1:
        return words[places[0] + 1 : places[1]]
    return words[1:]


def _state_headed(words: Sequence[str], mention: Mention, *, lexicon: Lexicon) -> str:
    """The state of ``the authorities of Kazakhstan``; ``the council of Russia and NATO`` is not Russia."""
    if lexicon.name_words.look_up(words[0]).stem not in lexicon.words.words("mentions.state_heads"):
        return ""
    return _by_name(words[1:], mention, lexicon=lexicon)


def _ministry(words: Sequence[str], mention: Mention, *, lexicon: Lexicon) -> str:
    """The id of a part of a state's government, by pattern: ``government:ru:foreign``."""
    if not mention.country:
        return ""
    slug = lexicon.knowledge.ministries.get(" ".join(_without_state(words, lexicon=lexicon)), "")
    return f"government:{mention.country.lower()}:{slug}" if slug else ""


def _same_ministry(
    mentions: Sequence[Mention], at: int, linked: Sequence[str], words: Sequence[str], *, lexicon: Lexicon
) -> str:
    """The ministry of that name that was named before with its state."""
    slug = lexicon.knowledge.ministries.get(" ".join(words), "")
    if not slug:
        return ""
    for before in range(at - 1, -1, -1):
        earlier = mentions[before]
        if earlier.kind == "government" and earlier.country and linked[before]:
            name = _without_state(folded_words(earlier.name), lexicon=lexicon)
            if lexicon.knowledge.ministries.get(" ".join(name)) == slug:
                return linked[before]
    return ""


def _without_state(words: Sequence[str], *, lexicon: Lexicon) -> list[str]:
    """The name of a ministry without the state it is of."""
    kept = list(words)
    for match in lexicon.knowledge.matcher.find(words):
        if match.value.kind == "state":
            kept[match.first : match.last] = [""] * (match.last - match.first)
    return [word for word in kept if word]


def _named_before(
    mentions: Sequence[Mention], at: int, linked: Sequence[str], words: Sequence[str], *, lexicon: Lexicon
) -> tuple[str, str]:
    """``the organization`` after an organization was named: the nearest before that is called so."""
    if len(words) > 1 or not lexicon.name_words.look_up(words[0]).definite:
        return "", ""
    stem = lexicon.name_words.look_up(words[0]).stem
    for before in range(at - 1, -1, -1):
        earlier = mentions[before]
        if linked[before] and earlier.kind in _BODIES and stem in _heads(earlier, linked[before], lexicon=lexicon):
            return linked[before], f"{earlier.name} before it"
    return "", ""


def _heads(mention: Mention, entity: str, *, lexicon: Lexicon) -> set[str]:
    """The words that say what an entity is: the first of its names of more than one word."""
    names = [mention.name]
    known = lexicon.knowledge.entities.get(entity)
    if known is not None:
        names += (known.name, *known.aliases)
    folded = [folded_words(name) for name in names]
    return {lexicon.name_words.look_up(words[0]).stem for words in folded if len(words) > 1}
