"""What verbs and verbal nouns that name events need beside `rawi.lexicon.inflection`: passives, duals, case endings."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths
from rawi.lexicon.inflection import Form, Inflection, Stems, Tense, inflect
from rawi.text.folding import fold

# "We carry" in so few letters is written like a common word ("transport").
_SHORT = 4


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The letters by which weak verbs are told, folded, and taa marbuta as written."""

    alef: str
    waw: str
    yaa: str
    taa_marbuta: str
    taa: str


class Conjugation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of ``resources/lexicon/conjugation.yaml``."""

    letters: Letters
    noun_endings: tuple[str, ...]
    taa_endings: tuple[str, ...]
    proclitics: dict[Tense, tuple[str, ...]]
    future: frozenset[str]
    purpose: frozenset[str]
    article: frozenset[str]
    joined: frozenset[str]
    joined_target: dict[str, frozenset[str]]
    conjunction: frozenset[str]
    particles_as_written: frozenset[str]


def load_conjugation(overlay: Path | None = None) -> Conjugation:
    """The endings and proclitics of the package, or of the user's folder when it has the file."""
    return read_yaml(resource_paths("lexicon/conjugation.yaml", overlay)[-1], Conjugation)


def conjugate(
    past: str, present: str, passive: tuple[str, str], tables: tuple[Inflection, Conjugation]
) -> Iterator[tuple[Form, bool]]:
    """All forms of a verb with whether each is passive as written; a form both voices share is given as active.

    ``passive`` gives the passive past and present where they cannot be derived (assimilated verbs), else ``("", "")``.
    """
    inflection, conjugation = tables
    letters = conjugation.letters
    first = fold(passive[0]) or passive_past(fold(past), letters)
    second = fold(passive[1]) or passive_present(fold(present), letters)
    seen: set[str] = set()
    for form in inflect(Stems(past=past, present=present), inflection):
        # "I hit" is written like "was hit" of a hollow verb; news has the second, hardly ever the first.
        if form.person == 3 or (form.number == "pl" and len(form.word) > _SHORT):
            seen.add(form.word)
            yield form, False
    if past[-1] == letters.yaa:
        # A past in a spoken yaa (he stayed) keeps it before taa; one in alef maqsura (he threw) does not.
        yield Form(fold(past) + letters.taa, "past", "f", "sg"), False
    for form in inflect(Stems(past=first, present=second), inflection):
        if form.word not in seen and not form.pronoun and form.person == 3:
            yield form, True


def decline(noun: str, tables: tuple[Inflection, Conjugation]) -> Iterator[Form]:
    """All forms of a verbal noun or other noun, folded, without what may be joined before it."""
    inflection, conjugation = tables
    yield from inflect(Stems(noun=noun), inflection)
    folded = fold(noun)
    taa = noun.endswith(conjugation.letters.taa_marbuta)
    stem, endings = (folded[:-1], conjugation.taa_endings) if taa else (folded, conjugation.noun_endings)
    for ending in endings:
        yield Form(stem + ending, "noun", number="du" if len(ending) > 1 else "")


def passive_past(stem: str, letters: Letters) -> str:
    """The folded passive past of a folded past: weak verbs end in yaa, hollow ones hold it, an inner alef is waw."""
    if stem[-1] in (letters.alef, letters.yaa):
        return stem[:-1] + letters.yaa
    if len(stem) > 2 and stem[-2] == letters.alef:
        return stem[:-2] + letters.yaa + stem[-1]
    inner = stem.find(letters.alef, 1)
    return stem[:inner] + letters.waw + stem[inner + 1 :] if inner > 0 else stem


def passive_present(stem: str, letters: Letters) -> str:
    """The folded passive present of a folded present: a weak verb ends in yaa, a hollow one has alef inside."""
    if stem[-1] in (letters.yaa, letters.waw, letters.alef):
        return stem[:-1] + letters.yaa
    if len(stem) > 3 and stem[-2] in (letters.waw, letters.yaa):
        return stem[:-2] + letters.alef + stem[-1]
    return stem
