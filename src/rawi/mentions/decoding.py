"""The best labels of a sentence under a linear chain, with no work where nothing can be a name."""

from collections.abc import Sequence

Scores = tuple[int, ...]

# A label this far behind the best at a place is left out; in the scale of the weights (64 to one).
_BEAM = 64 * 6


def best_labels(scores: Sequence[Scores | None], transitions: Sequence[Sequence[int]]) -> list[int]:
    """The labels with the highest sum of scores and transitions (Viterbi); 0 is no name, and the only label of None."""
    labels = [0] * len(scores)
    at = 0
    while at < len(scores):
        if scores[at] is None:
            at += 1
            continue
        end = at
        run: list[Scores] = []
        while end < len(scores) and (here := scores[end]) is not None:
            run.append(here)
            end += 1
        labels[at:end] = _best_run(run, transitions, after=at > 0, before=end < len(scores))
        at = end
    return labels


def _best_run(run: Sequence[Scores], transitions: Sequence[Sequence[int]], *, after: bool, before: bool) -> list[int]:
    """The best labels of a run; ``after`` and ``before`` say whether a place without a name stands at its ends."""
    start = transitions[0] if after else (0,) * len(transitions)
    beam = [(score + start[label], label) for score, label in _in_reach(run[0])]
    back: list[dict[int, int]] = []
    for here in run[1:]:
        came: dict[int, int] = {}
        reached: list[tuple[int, int]] = []
        for score, label in _in_reach(here):
            best, best_last = beam[0][0] + transitions[beam[0][1]][label], beam[0][1]
            for total, last in beam[1:]:
                value = total + transitions[last][label]
                if value > best:
                    best, best_last = value, last
            came[label] = best_last
            reached.append((best + score, label))
        beam = reached
        back.append(came)
    ends = [(total + (transitions[label][0] if before else 0), -label) for total, label in beam]
    label = -max(ends)[1]
    labels = [label]
    for came in reversed(back):
        label = came[label]
        labels.append(label)
    labels.reverse()
    return labels


def _in_reach(scores: Scores) -> list[tuple[int, int]]:
    """The scores, each with its label, that are not too far behind the best."""
    floor = max(scores) - _BEAM
    return [(score, label) for label, score in enumerate(scores) if score >= floor]
