"""What must or must not stand near a trigger, as the entries write it: ``after 3: quwwat @weapons $number #person``."""

import re
from typing import Literal

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold_word

Where = Literal["after", "before", "near", "sentence", "self"]

_CONDITION = re.compile(r"^(after|before|near|next|sentence|self)(?: (\d+))?: (\S.*)$")
_FEATURES = frozenset({"verb", "noun", "definite", "pronoun", "plural", "present"})


class Condition(msgspec.Struct, frozen=True):
    """Words, numbers or mentions looked for around a trigger; it holds when one of them is found.

    ``where`` with ``reach`` (in words) says where to look: ``after``, ``before`` or on both sides (``near``) of the
    trigger, in its whole ``sentence``, or at the trigger it``self`` (then ``words`` are lemmas and ``features`` forms).
    ``words`` are matched with and without what is joined before a word, ``exact`` only as they are; ``joined`` are
    bare proclitics.
    """

    where: Where
    reach: int
    words: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    joined: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    number: bool = False


def read_condition(text: str, *, words: WordClasses) -> Condition:
    """The condition an entry writes. Raises `LexiconError` for one that is not of the form ``where [N]: terms``.

    Terms are separated by spaces: a word, ``@class`` (of words/events.yaml), ``#kind`` of mention, ``$number``,
    ``=word`` for the very word with nothing joined, ``b-`` for a joined particle, or, after ``self``, ``verb noun
    definite pronoun plural present`` and lemmas.
    """
    match = _CONDITION.match(text)
    if match is None:
        raise LexiconError(f"condition {text!r} is not of the form 'after 3: words'; see docs/events.md.")
    place, reach, terms = match.groups()
    where = "after" if place == "next" else place
    found: dict[str, set[str]] = {"words": set(), "exact": set(), "joined": set(), "kinds": set(), "features": set()}
    number = False
    for term in terms.split():
        if term == "$number":
            number = True
        else:
            _add_term(term, found, where=where, words=words)
    return Condition(
        where=where,  # type: ignore[arg-type]
        reach=int(reach or 1),
        words=frozenset(found["words"]),
        exact=frozenset(found["exact"]),
        joined=tuple(sorted(found["joined"])),
        kinds=frozenset(found["kinds"]),
        features=frozenset(found["features"]),
        number=number,
    )


def _add_term(term: str, found: dict[str, set[str]], *, where: str, words: WordClasses) -> None:
    if term.startswith("@"):
        found["words"].update(words.words(f"events.{term[1:]}"))
    elif term.startswith("="):
        found["exact"].add(fold_word(term[1:]))
    elif term.startswith("#"):
        found["kinds"].add(term[1:])
    elif term.endswith("-"):
        found["joined"].add(fold_word(term[:-1]))
    elif where == "self" and term in _FEATURES:
        found["features"].add(term)
    else:
        found["words"].add(fold_word(term))
