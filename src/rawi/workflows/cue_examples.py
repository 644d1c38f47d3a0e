"""Trying the cue lexicon: does each example say what its entry claims, and is each entry whole?"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.cues import CuePhrase, CueVerb
from rawi.lexicon.files import resource_paths
from rawi.lexicon.inflection import inflect, unmarked
from rawi.model import Article
from rawi.pipeline import analyze
from rawi.text.folding import fold
from rawi.text.words import split_words

CueEntry = CueVerb | CuePhrase

# A past of so few letters is that of a doubled verb.
_DOUBLED = 2

_FILES = ("lexicon/cues/verbs*.yaml", "lexicon/cues/phrases*.yaml")


class CueTrial(msgspec.Struct, frozen=True):
    """A sentence of an entry: its word attributes there (an example), or it does not (a near miss)."""

    entry: CueEntry
    sentence: str
    attributes: bool

    @property
    def key(self) -> str:
        """The lemma or phrase of the entry."""
        return entry_key(self.entry)


def entry_key(entry: CueEntry) -> str:
    """The lemma or phrase of an entry."""
    return entry.lemma if isinstance(entry, CueVerb) else entry.phrase


def cue_entries(lexicon: Lexicon) -> tuple[CueEntry, ...]:
    """The verbs, then the phrases of the cue lexicon."""
    return (*lexicon.cues.verbs, *lexicon.cues.phrases)


def cue_trials(lexicon: Lexicon) -> Iterator[CueTrial]:
    """Every example and near miss of the cue lexicon, in the order of the files."""
    for entry in cue_entries(lexicon):
        yield from (CueTrial(entry, sentence, True) for sentence in entry.examples)
        yield from (CueTrial(entry, sentence, False) for sentence in entry.counter_examples)


def try_cue(trial: CueTrial, lexicon: Lexicon) -> str:
    """What is wrong when the sentence is analyzed as an article of its own; ``""`` when it reads as the entry says.

    An example needs a statement whose cue is a form of the entry; a near miss may have statements, but none by it.
    """
    statements = analyze(Article(id="sentence", text=trial.sentence), lexicon).statements
    cues = [statement.cue.text for statement in statements if statement.cue is not None]
    found = [cue for cue in cues if is_cue_of(trial.entry, cue, lexicon)]
    if trial.attributes and not found:
        others = f", only by {', '.join(cues)}" if cues else ""
        return f"{trial.key}: no statement is found by it{others} in the example {trial.sentence!r}"
    if found and not trial.attributes:
        return f"{trial.key}: a statement is found by it in the near miss {trial.sentence!r}"
    return ""


def is_cue_of(entry: CueEntry, cue: str, lexicon: Lexicon) -> bool:
    """Whether the words of a cue are the entry's phrase (the verb after it may follow) or end in a form of its verb."""
    words = split_words(cue).folded
    if isinstance(entry, CuePhrase):
        phrase = split_words(entry.phrase).folded
        return words[: len(phrase)] == phrase
    return bool(words) and _is_form(entry, words[-1], lexicon)


def has_cue(entry: CueEntry, sentence: str, lexicon: Lexicon) -> bool:
    """Whether the sentence holds the entry's phrase or a form of its verb, attributing or not."""
    words = split_words(sentence).folded
    if isinstance(entry, CuePhrase):
        phrase = split_words(entry.phrase).folded
        return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
    return any(_is_form(entry, word, lexicon) for word in words)


def entry_faults(lexicon: Lexicon) -> Iterator[tuple[CueEntry, str]]:
    """What is missing or idle in an entry, each with the entry; types and spelling of fields are checked on reading."""
    prepositions = lexicon.words.words("statements.clause_prepositions")
    for verb in lexicon.cues.verbs:
        yield from ((verb, fault) for fault in _verb_faults(verb, prepositions, lexicon))
    for entry in cue_entries(lexicon):
        if not entry.examples or not entry.counter_examples:
            yield entry, "give at least one of `examples` and one of `counter_examples`"
        for sentence in (*entry.examples, *entry.counter_examples):
            if not has_cue(entry, sentence, lexicon):
                yield entry, f"no form of it stands in {sentence!r}; choose a sentence that has one"


def repeated_keys(overlay: Path | None) -> Iterator[str]:
    """Lemmas and phrases one file gives twice, with file and line; a user may replace those of the package."""
    for pattern in _FILES:
        for path in resource_paths(pattern, overlay):
            lines = path.read_text(encoding="utf-8").splitlines()
            heads = [(line, number) for number, line in enumerate(lines, 1) if line.startswith("- ")]
            counts = Counter(line for line, _ in heads)
            for line, number in heads:
                if counts[line] > 1:
                    yield f"{path}:{number}: {line[2:]!r} is given twice; join the entries."


def place_of(entry: CueEntry, sentence: str, overlay: Path | None) -> tuple[Path, int]:
    """The file and line of a sentence of an entry, or of the entry; the user's folder is searched first."""
    files = [path for pattern in _FILES for path in resource_paths(pattern, overlay)]
    head = f": {entry_key(entry)}"
    for path in reversed(files):
        lines = path.read_text(encoding="utf-8").splitlines()
        at = next((n for n, line in enumerate(lines) if line.startswith("- ") and line.endswith(head)), None)
        if at is not None:
            return path, next((n for n in range(at, len(lines)) if sentence and sentence in lines[n]), at) + 1
    return files[0], 1


def _verb_faults(verb: CueVerb, prepositions: frozenset[str], lexicon: Lexicon) -> Iterator[str]:
    stems = verb.forms
    if not (stems.past or stems.present):
        yield "give `past` or `present` in `forms`"
    past = unmarked(stems.past)
    if past and not stems.short and (len(past) == _DOUBLED or past[-2] == lexicon.conjugation.letters.alef):
        yield f"give `short`: {stems.past!r} is hollow or doubled and has another stem before -tu"
    for word in verb.prepositions:
        if fold(word) not in prepositions:
            yield f"unknown preposition {word!r}; those known are {', '.join(sorted(prepositions))}"
    made = {form.word for form in inflect(msgspec.structs.replace(stems, avoid=()), lexicon.inflection)}
    for word in stems.avoid:
        if fold(word) not in made:
            yield f"{word!r} of `avoid` is none of its forms; remove it"


def _is_form(verb: CueVerb, word: str, lexicon: Lexicon) -> bool:
    return any(value.lemma == verb.lemma for _, _, value in lexicon.cues.verb_readings(word))
