"""The written forms of a verb or noun entry, from templates: a linguist writes two words, not forty.

Forms are folded, so what folding makes alike (active and passive of a sound verb) is one form with ``voice`` ``"either"``.
Weak verbs are told by their letters: a last letter alef or yaa (defective), an alef before the last (hollow).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from rawi.lexicon.files import RESOURCES, read_yaml
from rawi.text.folding import fold

Tense = Literal["past", "present"]
Voice = Literal["active", "passive", "either"]
Endings = dict[str, tuple[str, str]]


class Form(msgspec.Struct, frozen=True):
    """A folded written form of a verb: its tense, voice and person (``3fs`` is third person feminine singular)."""

    text: str
    tense: Tense
    voice: Voice
    person: str


class Letters(msgspec.Struct, frozen=True):
    """The letters by which weak verbs are told."""

    alef: str
    waw: str
    yaa: str
    haa: str
    taa: str


class Morphology(msgspec.Struct, frozen=True):
    """The templates of ``resources/lexicon/morphology.yaml``."""

    letters: Letters
    past: Endings
    present: Endings
    jussive: Endings
    plural_alef: dict[str, str]
    verb_proclitics: tuple[str, ...]
    future: tuple[str, ...]
    purpose: tuple[str, ...]
    pronouns: tuple[str, ...]
    noun_endings: tuple[str, ...]
    taa_endings: tuple[str, ...]


@lru_cache(maxsize=1)
def load_morphology() -> Morphology:
    """The templates, read once."""
    return read_yaml(RESOURCES / "lexicon" / "morphology.yaml", Morphology)


def inflect(past: str, present: str, passive_past: str = "", passive_present: str = "") -> tuple[Form, ...]:
    """All forms of the verb given by its third person masculine singular in past and present, active and passive.

    Passives are derived unless given; give them where an assimilated verb restores its first letter.
    """
    rules = load_morphology()
    past, present = fold(past), fold(present)
    passive_past = fold(passive_past) or _passive_past(past, rules.letters)
    passive_present = fold(passive_present) or _passive_present(present, rules.letters)
    found: dict[tuple[str, Tense, str], Voice] = {}
    for voice, first, second in (("active", past, present), ("passive", passive_past, passive_present)):
        for tense, person, text in (*_past_forms(first, voice, rules), *_present_forms(second, rules)):
            key = (text, tense, person)
            found[key] = voice if found.get(key, voice) == voice else "either"  # type: ignore[assignment]
    return tuple(Form(text, tense, voice, person) for (text, tense, person), voice in found.items())


def decline(noun: str) -> tuple[str, ...]:
    """The folded forms of a noun without article: case, dual, sound feminine plural. Broken plurals are entries."""
    rules = load_morphology()
    noun = fold(noun)
    if noun.endswith(rules.letters.haa) and len(noun) > 2:
        return tuple(dict.fromkeys(noun[:-1] + ending for ending in rules.taa_endings))
    return tuple(dict.fromkeys(noun + ending for ending in rules.noun_endings))


def before_pronoun(form: str) -> str:
    """The form as it is written before a joined pronoun: taa marbuta opens, the silent alef of the plural goes."""
    rules = load_morphology()
    if form.endswith(rules.letters.haa) and len(form) > 2:
        return form[:-1] + rules.letters.taa
    if form.endswith(rules.plural_alef["from"]):
        return form[: -len(rules.plural_alef["from"])] + rules.plural_alef["to"]
    if form.endswith(rules.letters.yaa):
        return form[:-1] + rules.letters.alef
    return form


def _past_forms(stem: str, voice: str, rules: Morphology) -> Iterator[tuple[Tense, str, str]]:
    letters = rules.letters
    weak = stem[-1] in (letters.alef, letters.yaa) and len(stem) > 2
    hollow = not weak and len(stem) > 2 and stem[-2] in (letters.alef, letters.yaa) and stem[0] != stem[-2]
    for person, (_, ending) in rules.past.items():
        if weak:
            yield "past", person, _weak_past(stem, person, ending, voice, letters)
        elif hollow and person in ("3fp", "1p"):
            yield "past", person, stem[:-2] + stem[-1] + ending
        else:
            yield "past", person, stem + ending


def _weak_past(stem: str, person: str, ending: str, voice: str, letters: Letters) -> str:
    """A defective past: the weak letter stays alone or before alef and nun, and goes before taa and waw."""
    kept = letters.waw if stem.endswith(letters.alef) and voice == "active" and len(stem) == 3 else letters.yaa
    if person == "3ms":
        return stem
    if person in ("3md", "3fp", "1p") or voice == "passive" and person in ("3fs", "3fd"):
        return stem[:-1] + kept + ending
    return stem[:-1] + ending


def _present_forms(stem: str, rules: Morphology) -> Iterator[tuple[Tense, str, str]]:
    letters = rules.letters
    body = stem[1:]
    weak = body[-1] in (letters.alef, letters.yaa, letters.waw) and len(body) > 1
    hollow = not weak and len(body) > 2 and body[-2] in (letters.alef, letters.yaa, letters.waw)
    for person, (prefix, ending) in (*rules.present.items(), *rules.jussive.items()):
        if weak and ending.startswith(letters.waw):
            yield "present", person, prefix + body[:-1] + ending
        elif hollow and person == "3fp":
            yield "present", person, prefix + body[:-2] + body[-1] + ending
        else:
            yield "present", person, prefix + body + ending
        # The jussive shortens: defective verbs lose the last letter, hollow ones the one before it.
        if ending == "" and (weak or hollow):
            yield "present", person, prefix + (body[:-1] if weak else body[:-2] + body[-1])


def _passive_past(stem: str, letters: Letters) -> str:
    """The passive past as written: defective verbs end in yaa, hollow ones have it inside, an inner alef becomes waw."""
    if stem[-1] in (letters.alef, letters.yaa):
        return stem[:-1] + letters.yaa
    if len(stem) > 2 and stem[-2] == letters.alef:
        return stem[:-2] + letters.yaa + stem[-1]
    inner = stem.find(letters.alef, 1)
    return stem[:inner] + letters.waw + stem[inner + 1 :] if inner > 0 else stem


def _passive_present(stem: str, letters: Letters) -> str:
    """The passive present as written: a hollow verb has alef inside, a defective one ends in alef maqsura (yaa)."""
    if stem[-1] in (letters.yaa, letters.waw, letters.alef):
        return stem[:-1] + letters.yaa
    if len(stem) > 3 and stem[-2] in (letters.waw, letters.yaa):
        return stem[:-2] + letters.alef + stem[-1]
    return stem


def strip_proclitics(word: str, proclitics: Iterable[str]) -> tuple[str, ...]:
    """The folded word and what is left of it without each joined proclitic it could begin with (two letters at least)."""
    stripped = [word]
    stripped.extend(word[len(p) :] for p in proclitics if p and word.startswith(p) and len(word) - len(p) > 1)
    return tuple(dict.fromkeys(stripped))
