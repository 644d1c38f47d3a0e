"""The cue lexicon: reporting verbs with all their forms, and the phrases that attribute."""

from pathlib import Path
from typing import Literal

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths
from rawi.lexicon.inflection import Form, FormIndex, Inflection, Stems, inflect
from rawi.model.statement import Force
from rawi.text.folding import fold
from rawi.text.words import split_words

PhraseKind = Literal["according", "reported", "said-in", "expression", "held", "pretext"]
ObjectRole = Literal["", "content", "addressee", "target", "repeat"]

Strength = Literal["weak", "plain", "strong"]


class CueVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reporting verb: its stems, what the speaker does by it, and the frame it asks for (see verbs.yaml)."""

    lemma: str
    forms: Stems
    force: Force
    takes: tuple[Literal["clause", "quote"], ...] = ()
    prepositions: tuple[str, ...] = ()
    object: ObjectRole = ""
    strength: Strength = "plain"
    distance: Literal["", "doubt"] = ""
    settles: bool = False
    speaks_negated: bool = False
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class CuePhrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that attributes, and how it is read (see phrases.yaml)."""

    phrase: str
    kind: PhraseKind
    force: Force = "assert"
    distance: Literal["", "doubt"] = ""
    also_adds: bool = False
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class CueLexicon:
    """All cues, looked up by folded word."""

    def __init__(self, verbs: tuple[CueVerb, ...], phrases: tuple[CuePhrase, ...], inflection: Inflection) -> None:
        """Inflect the verbs and index the phrases by their first word, longest first."""
        self.verbs = verbs
        self.phrases = phrases
        self.prepositions = {verb.lemma: frozenset(fold(word) for word in verb.prepositions) for verb in verbs}
        self._verbs = FormIndex(
            ((form, verb) for verb in verbs for form in inflect(verb.forms, inflection)), inflection
        )
        self._phrases: dict[str, list[tuple[tuple[str, ...], CuePhrase]]] = {}
        for phrase in phrases:
            words = tuple(split_words(phrase.phrase).folded)
            self._phrases.setdefault(words[0], []).append((words, phrase))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def verb_readings(self, word: str) -> tuple[tuple[str, Form, CueVerb], ...]:
        """The readings of a folded word as a form of a cue verb, with what is joined before it."""
        return self._verbs.find(word)

    def phrases_at(self, word: str) -> list[tuple[tuple[str, ...], CuePhrase]]:
        """The phrases that begin with the folded word, longest first, each with its folded words."""
        return self._phrases.get(word, [])


def load_cues(inflection: Inflection, overlay: Path | None = None) -> CueLexicon:
    """The cue lexicon of the package with the user's entries after it; a lemma given again replaces the earlier."""
    verbs: dict[str, CueVerb] = {}
    for path in resource_paths("lexicon/cues/verbs*.yaml", overlay):
        verbs.update((verb.lemma, verb) for verb in read_yaml(path, tuple[CueVerb, ...]))
    phrases: dict[str, CuePhrase] = {}
    for path in resource_paths("lexicon/cues/phrases*.yaml", overlay):
        phrases.update((phrase.phrase, phrase) for phrase in read_yaml(path, tuple[CuePhrase, ...]))
    return CueLexicon(tuple(verbs.values()), tuple(phrases.values()), inflection)
