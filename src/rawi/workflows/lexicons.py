"""The language data: loading it, and checking all of it at once."""

from functools import cached_property
from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon import Lexicon, load_lexicon
from rawi.workflows.cue_examples import cue_trials, entry_faults, entry_key, place_of, repeated_keys, try_cue

__all__ = ["LexiconCheck", "check_lexicon", "load_lexicon"]


class LexiconCheck(msgspec.Struct, frozen=True):
    """What a check found: the families read, how many examples were tried, what is wrong.

    ``gaps`` are examples of the package that are not read yet as they say; those of a user's own folder are complaints.
    """

    families: tuple[str, ...]
    examples: int
    complaints: tuple[str, ...]
    gaps: tuple[str, ...] = ()


def check_lexicon(overlay: Path | None) -> LexiconCheck:
    """Read every family of the language data, then try the examples of the cues.

    A family that cannot be read is a complaint, the others go on; examples are tried when all could be read.
    """
    lexicon = Lexicon(overlay)
    families = tuple(name for name, member in vars(Lexicon).items() if isinstance(member, cached_property))
    complaints = []
    for family in families:
        try:
            getattr(lexicon, family)
        except LexiconError as error:
            complaints.append(str(error))
    if complaints:
        return LexiconCheck(families=families, examples=0, complaints=tuple(dict.fromkeys(complaints)))
    complaints += repeated_keys(overlay)
    for entry, fault in entry_faults(lexicon):
        path, line = place_of(entry, "", overlay)
        complaints.append(f"{path}:{line}: {entry_key(entry)}: {fault}.")
    tried, unread, gaps = _try_cues(lexicon, overlay)
    return LexiconCheck(families=families, examples=tried, complaints=(*complaints, *unread), gaps=gaps)


def _try_cues(lexicon: Lexicon, overlay: Path | None) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """How many sentences were tried, what is wrong with those of the user's folder, and with those of the package."""
    trials = tuple(cue_trials(lexicon))
    own: list[str] = []
    package: list[str] = []
    for trial in trials:
        wrong = try_cue(trial, lexicon)
        if wrong:
            path, line = place_of(trial.entry, trial.sentence, overlay)
            is_own = overlay is not None and path.is_relative_to(overlay)
            (own if is_own else package).append(f"{path}:{line}: {wrong}.")
    return len(trials), tuple(own), tuple(package)
