"""What one version of a text changed of another: sentences cut or added, verbs, numbers and words swapped."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from rawi.compare.records import Change, Passage
from rawi.compare.text import Prepared

# Two sentences are versions of one when they share this share of their words, in order.
_VERSION = 0.5
# A swap of more words than this is a new wording, not a changed word.
_LONGEST_SWAP = 4


class _Line(msgspec.Struct, frozen=True):
    first: int
    last: int
    words: tuple[str, ...]


def compare_copies(original: Prepared, copy: Prepared) -> tuple[Change, ...]:
    """The differences of a copy from its original, in the original's order, then what the copy added."""
    originals, copied = _lines(original), _lines(copy)
    matched = _match(originals, copied)
    changes: list[Change] = []
    for index, line in enumerate(originals):
        partner = matched.get(index)
        if partner is None:
            changes.append(Change("cut", _passage(original, line.first, line.last), None))
        else:
            changes.extend(
                compare_words(original, (line.first, line.last), copy, (copied[partner].first, copied[partner].last))
            )
    taken = set(matched.values())
    changes.extend(
        Change("added", None, _passage(copy, line.first, line.last))
        for index, line in enumerate(copied)
        if index not in taken
    )
    return tuple(changes)


def compare_words(
    before: Prepared, before_range: tuple[int, int], after: Prepared, after_range: tuple[int, int]
) -> list[Change]:
    """The words swapped, cut and added between two versions of a passage, given as half-open word ranges."""
    one = before.words.folded[before_range[0] : before_range[1]]
    other = after.words.folded[after_range[0] : after_range[1]]
    changes = []
    for tag, low, high, start, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal" or not _has_letters(one[low:high], other[start:stop]):
            continue
        old = _passage(before, before_range[0] + low, before_range[0] + high) if low < high else None
        new = _passage(after, after_range[0] + start, after_range[0] + stop) if start < stop else None
        changes.append(Change(_kind(one[low:high], other[start:stop]), old, new))
    return [_as_verb(change, before, after) for change in changes]


def _kind(old: Sequence[str], new: Sequence[str]) -> str:
    if not new:
        return "cut"
    if not old:
        return "added"
    if any(word[:1].isdigit() for word in old) and any(word[:1].isdigit() for word in new):
        return "number"
    return "word" if max(len(old), len(new)) <= _LONGEST_SWAP else "reworded"


def _as_verb(change: Change, before: Prepared, after: Prepared) -> Change:
    """The change named ``verb`` when it swaps one statement's cue for another's."""
    if change.before is None or change.after is None:
        return change
    old = _cue_at(before, change.before.start, change.before.end)
    new = _cue_at(after, change.after.start, change.after.end)
    if old is None or new is None:
        return change
    note = f"{old[1] or 'neutral'} -> {new[1] or 'neutral'}" if old[1] != new[1] else ""
    return msgspec.structs.replace(change, kind="verb", note=note)


def _cue_at(item: Prepared, start: int, end: int) -> tuple[str, str] | None:
    for statement in item.report.analysis.statements:
        if statement.cue is not None and statement.cue.start < end and start < statement.cue.end:
            return statement.cue.text, statement.distance
    return None


def _lines(item: Prepared) -> list[_Line]:
    found = []
    for sentence in item.report.analysis.sentences:
        words = tuple(word for word in item.words.folded[sentence.first : sentence.last] if word.isalnum())
        if words:
            found.append(_Line(sentence.first, sentence.last, words))
    return found


def _match(originals: Sequence[_Line], copied: Sequence[_Line]) -> dict[int, int]:
    """Each original sentence with the version of it in the copy, the likest pairs first."""
    bags = [frozenset(line.words) for line in copied]
    scored = []
    for i, line in enumerate(originals):
        bag = frozenset(line.words)
        for j, other in enumerate(bags):
            share = len(bag & other) / min(len(bag), len(other))
            if share >= _VERSION and len(bag & other) > 2:
                scored.append((-share, abs(i - j), i, j))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _passage(item: Prepared, first: int, last: int) -> Passage:
    return item.passage(item.words.starts[first], item.words.ends[last - 1])


def _has_letters(*sides: Sequence[str]) -> bool:
    return any(word.isalnum() for side in sides for word in side)
