"""The forms of a verb and its verbal noun, made by the templates of ``resources/lexicon/inflection.yaml``."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Generic, Literal, TypeVar
from unicodedata import combining

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths
from rawi.text.folding import fold

# How many different words a lookup remembers before it starts anew: bounded memory on endless text.
_REMEMBERED = 1 << 16

Value = TypeVar("Value")

Tense = Literal["past", "present", "participle", "noun"]


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One form: how it is written from the stem, and who its subject agrees with."""

    form: str
    gender: str = ""
    number: str = ""
    person: int = 3
    pronoun: bool = False


class Inflection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The templates by tense and shape of stem, and how a stem's last letters name its shape (see the file)."""

    shapes: dict[Tense, dict[str, str]]
    short_noun: int
    once: dict[str, str]
    spellings: dict[str, str]
    pronouns: tuple[str, ...]
    proclitics: dict[Tense, tuple[str, ...]]
    past: dict[str, tuple[Template, ...]]
    present: dict[str, tuple[Template, ...]]
    participle: dict[str, tuple[Template, ...]]
    noun: dict[str, tuple[Template, ...]]


class Stems(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stems an entry gives, as written with hamza and alef maqsura; a missing one gives no forms.

    ``short`` is the past stem of hollow and doubled verbs before -tu and -na. ``avoid`` are forms that are not made
    because they are another word far more often.
    """

    past: str = ""
    short: str = ""
    present: str = ""
    participle: str = ""
    noun: str = ""
    avoid: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """A folded word form without what may be joined before it, and what its subject agrees with.

    ``pronoun`` is the object or possessive pronoun joined after it, folded, or ``""``.
    """

    word: str
    tense: Tense
    gender: str = ""
    number: str = ""
    person: int = 3
    pronoun: str = ""


class FormIndex(Generic[Value]):
    """Looks a word up among inflected forms, with what is joined before it taken off where the tense allows it."""

    def __init__(self, forms: Iterable[tuple[Form, Value]], inflection: Inflection) -> None:
        """Index the forms; the same word may be a form of several values."""
        self._forms: dict[str, list[tuple[Form, Value]]] = {}
        for form, value in forms:
            self._forms.setdefault(form.word, []).append((form, value))
        self._allowed = {tense: frozenset(clitics) for tense, clitics in inflection.proclitics.items()}
        clitics = {clitic for allowed in self._allowed.values() for clitic in allowed}
        self._clitics = tuple(sorted(clitics, key=lambda clitic: (len(clitic), clitic)))
        self._found: dict[str, tuple[tuple[str, Form, Value], ...]] = {}

    def find(self, word: str) -> tuple[tuple[str, Form, Value], ...]:
        """The readings of a folded word as (proclitic, form, value); empty when it is no form. Remembered by word."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            found = self._found[word] = tuple(self._readings(word))
        return found

    def _readings(self, word: str) -> Iterator[tuple[str, Form, Value]]:
        for clitic in self._clitics:
            if word.startswith(clitic):
                for form, value in self._forms.get(word[len(clitic) :], ()):
                    if clitic in self._allowed[form.tense]:
                        yield clitic, form, value


def load_inflection(overlay: Path | None = None) -> Inflection:
    """The templates of the package, or of the user's folder when it has the file."""
    return read_yaml(resource_paths("lexicon/inflection.yaml", overlay)[-1], Inflection)


def inflect(stems: Stems, inflection: Inflection) -> Iterator[Form]:
    """All forms of the stems, folded, without proclitics; a word comes once in each tense and with each pronoun."""
    tenses: tuple[tuple[Tense, str, dict[str, tuple[Template, ...]]], ...] = (
        ("past", stems.past, inflection.past),
        ("present", stems.present, inflection.present),
        ("participle", stems.participle, inflection.participle),
        ("noun", stems.noun, inflection.noun),
    )
    avoided = {fold(word) for word in stems.avoid}
    for tense, written, templates in tenses:
        if not written:
            continue
        parts = _parts(fold(written), stems, inflection)
        seen: set[tuple[str, str]] = set()
        for template in templates[_shape(tense, written, inflection)]:
            base = template.form.format_map(parts)
            for wrong, right in inflection.spellings.items():
                base = base.replace(wrong, right)
            for pronoun in inflection.pronouns if template.pronoun else ("",):
                word = base + pronoun
                if (word, pronoun) not in seen and word not in avoided:
                    seen.add((word, pronoun))
                    yield Form(word, tense, template.gender, template.number, template.person, pronoun)


def unmarked(written: str) -> str:
    """The letters as written, hamza seats and all, without shadda and vowel marks."""
    return "".join(letter for letter in written if not combining(letter))


def _parts(stem: str, stems: Stems, inflection: Inflection) -> dict[str, str]:
    """What templates are filled with, from a folded stem; ``inflection.yaml`` says what each is."""
    short, rest = fold(stems.short) or stem, stem[1:]
    change = len(short) - len(fold(stems.past)) if stems.short else 0
    short_rest = rest[:-2] + rest[-1:] if change < 0 else rest + rest[-1:] if change > 0 else rest
    parts = {"stem": stem, "cut": stem[:-1], "rest": rest, "restcut": rest[:-1]}
    for name, letter in inflection.once.items():
        parts[f"short_{name}"] = short.removesuffix(letter)
        parts[f"rest_{name}"] = short_rest.removesuffix(letter)
    return parts


def _shape(tense: Tense, written: str, inflection: Inflection) -> str:
    named = inflection.shapes.get(tense, {})
    letters = unmarked(written)
    for length in (2, 1):
        if letters[-length:] in named:
            return named[letters[-length:]]
    return "short" if tense == "noun" and len(fold(written)) <= inflection.short_noun else "strong"
