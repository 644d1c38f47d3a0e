"""What a title says: which offices it may name, of which state or body, and whether it is still held."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Entry
from rawi.text.words import folded_words


class Title(msgspec.Struct, frozen=True):
    """A title read: its ``offices`` (slugs), the ``bodies`` it is held of (entity ids), and its ``head`` word.

    ``former`` is true for an office no longer held, ``bare`` for a head that does not say of what (``the minister``).
    """

    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    head: str = ""
    former: bool = False
    bare: bool = False


def read_title(text: str, *, lexicon: Lexicon) -> Title:
    """The title as offices and bodies; empty fields where it says nothing the lexicon knows."""
    folded = folded_words(text)
    if not folded:
        return Title()
    former = lexicon.words.words("mentions.former")
    passed = former | lexicon.words.words("mentions.office_modifiers")
    entries, rest = _take_bodies(folded, lexicon)
    core = [word for word in rest if word not in passed] or rest
    # "Minister of the German foreign ministry's domain": the ministry is part of the office, the adjective is not.
    states, longer = _take_bodies(folded, lexicon, states_only=True)
    offices = _offices([word for word in longer if word not in passed], lexicon) or _offices(core, lexicon)
    look = lexicon.name_words.look_up(core[0]) if core else None
    return Title(
        offices=offices,
        bodies=tuple(dict.fromkeys(_bodies([*entries, *states], lexicon))),
        countries=tuple(dict.fromkeys(entry.country for entry in [*entries, *states] if entry.country)),
        head=lexicon.name_words.singular(look.stem) if look is not None else "",
        former=any(word in former for word in folded),
        bare=len(core) == 1 and not entries,
    )


def _take_bodies(
    folded: Sequence[str], lexicon: Lexicon, *, states_only: bool = False
) -> tuple[list[Entry], list[str]]:
    """The states and bodies named in the title, and its words without them."""
    entries: list[Entry] = []
    rest: list[str] = []
    at = taken = 0
    for match in lexicon.knowledge.matcher.find(folded):
        entry = match.value
        if match.first < taken or entry.use == "term" or entry.kind in ("person", "weapon") or entry.ambiguous:
            continue
        if entry.kind != "state" and (states_only or (match.first == 0 and match.proclitic == "")):
            continue
        rest += folded[at : match.first]
        entries.append(entry)
        at = taken = match.last
    return entries, [*rest, *folded[at:]]


def _bodies(entries: list[Entry], lexicon: Lexicon) -> list[str]:
    """The ids of the bodies, and for a body of a state that state too: its ministers are held of the state."""
    states = lexicon.knowledge.state_of_country
    found = [entry.entity for entry in entries if entry.entity]
    return found + [states[entry.country] for entry in entries if entry.country in states]


def _offices(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The offices of the longest beginning of the words that is a title, with or without the article before it."""
    offices, names = lexicon.offices, lexicon.name_words
    if not words:
        return ()
    stem = names.singular(words[0].removeprefix(names.article))
    for size in range(min(len(words), offices.longest), 0, -1):
        for first in (words[0], stem, names.article + stem):
            found = offices.offices_of((first, *words[1:size]))
            if found:
                return found
    return ()
