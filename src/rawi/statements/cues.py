"""Candidate cues: every word or phrase the lexicon knows as one, before it is decided whether it attributes."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from rawi.lexicon.cues import CuePhrase, CueVerb
from rawi.lexicon.inflection import Form
from rawi.statements.page import Page
from rawi.text.vowels import ends_in_taa_marbuta, has_early_damma

CueKind = Literal[
    "verb", "participle", "noun", "according", "reported", "said-in", "expression", "held", "pretext", "headline"
]

_ORDER = {"past": 0, "present": 0, "participle": 1, "noun": 2}
# The longest subject of a trailing verb, in words.
_NEAR = 9
# The longest source of a headline colon, in words.
_HEADLINE_SOURCE = 6


class Cue(msgspec.Struct, frozen=True):
    """A candidate: words ``[first, last)``, how it attributes, the lexicon entry and inflected form it was found by.

    ``negated`` says that a negation stands right before a verb; it is then part of the cue.
    """

    first: int
    last: int
    kind: CueKind
    verb: CueVerb | None = None
    form: Form | None = None
    proclitic: str = ""
    phrase: CuePhrase | None = None
    negated: bool = False

    @property
    def lemma(self) -> str:
        """The lexicon entry's key."""
        if self.verb is not None:
            return self.verb.lemma
        return self.phrase.phrase if self.phrase is not None else ""


def find_cues(page: Page) -> Iterator[Cue]:
    """All candidate cues in text order; one word gives one: the longest phrase, else its likeliest reading."""
    cues = page.lexicon.cues
    index, size = 0, len(page.folded)
    readings, phrases_at, folded = cues.verb_readings, cues.phrases_at, page.folded
    while index < size:
        word = folded[index]
        cue = _phrase_cue(page, index) if phrases_at(word) else None
        if cue is None and readings(word):
            cue = _verb_cue(page, index)
        if cue is None and word == ":":
            cue = _headline_cue(page, index)
        if cue is not None:
            yield cue
            index = cue.last
        else:
            index += 1


def _phrase_cue(page: Page, index: int) -> Cue | None:
    """The longest phrase of cues/phrases.yaml that begins at the word, with the verb after it if it asks for one.

    Its ``kind`` there is the cue's: ``according``, ``reported``, ``said-in``, ``expression``, ``held``, ``pretext``.
    """
    for words, phrase in page.lexicon.cues.phrases_at(page.folded[index]):
        last = index + len(words)
        if tuple(page.folded[index:last]) != words:
            continue
        if phrase.kind != "reported":
            return Cue(index, last, phrase.kind, phrase=phrase)
        if last < len(page.folded) and not _opens_sentence(page, index, phrase):
            verb = _verb_cue(page, last)
            if verb is not None and verb.kind == "verb":
                return Cue(index, last + 1, "reported", verb.verb, verb.form, "", phrase)
    return None


def _opens_sentence(page: Page, index: int, phrase: CuePhrase) -> bool:
    """Whether a conjunction that may also mean "moreover" adds a clause of its own.

    It trails what stands before it only when its verb and a short subject end the sentence or are followed by a mark.
    """
    if not phrase.also_adds:
        return False
    if index == page.sentence_start(index):
        return True
    end = page.sentence_end(index)
    verb = index + 1
    readings = page.lexicon.cues.verb_readings(page.folded[verb]) if verb < end else ()
    wanted = frozenset().union(*(page.lexicon.cues.prepositions[entry.lemma] for _, _, entry in readings))
    for at in range(verb + 1, min(end, verb + _NEAR)):
        word = page.folded[at]
        if word in page.grammar.words["complementizers"] or at in page.quote_at or word == ":" or word in wanted:
            return True
        if page.is_punctuation(at):
            return False
        if at > verb + 1 and page.grammar.has_joined(word, wanted):
            return True
    return verb + _NEAR < end


def _verb_cue(page: Page, index: int) -> Cue | None:
    """The likeliest form of a reporting verb the word can be: a finite one, after a preposition a noun or participle.

    A finite form is a ``verb`` ("he said"), the others a ``participle`` ("stressing that") or ``noun`` ("his saying
    that"). Whether it attributes here is not decided: that is the trained decision ``attribution``.
    """
    raw = page.reading.words.raw[index]
    found = page.lexicon.cues.verb_readings(page.folded[index])
    if found and ends_in_taa_marbuta(raw):
        found = tuple(reading for reading in found if not reading[1].pronoun)
    if not found:
        return None
    before = page.folded[index - 1] if index > page.sentence_start(index) else ""
    words = page.grammar.words
    governed = before in words["prepositions"] or before in words["determiners"]
    proclitic, form, verb = min(found, key=lambda reading: _rank(reading[1], governed=governed))
    if form.tense == "past" and has_early_damma(raw):
        return None
    if form.tense in ("participle", "noun"):
        return Cue(index, index + 1, form.tense, verb, form, proclitic)
    negated = before in words["verb_negations"] and not page.is_punctuation(index - 1)
    return Cue(index - negated, index + 1, "verb", verb, form, proclitic, negated=negated)


def _rank(form: Form, *, governed: bool) -> tuple[int, bool, int]:
    """How unlikely a form is: finite ones first, but no finite verb is governed by a preposition or determiner."""
    order = -1 if governed and form.tense in ("noun", "participle") else _ORDER[form.tense]
    return order, form.person != 3, len(form.pronoun)


def _headline_cue(page: Page, index: int) -> Cue | None:
    """A colon in a title attributes what stands after it to what stands before it."""
    start = page.sentence_start(index)
    if not page.in_title(index) or index == start or index - start > _HEADLINE_SOURCE:
        return None
    return Cue(index, index + 1, "headline")
