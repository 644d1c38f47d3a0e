"""The best labels of a sentence under a linear chain, with no work where nothing can be a name."""

from collections.abc import Sequence

Scores = tuple[int, ...]

# A label this far behind the best at a place is left out; in the scale of the weights.
_BEAM = 64 * 10


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
    beam = _pruned({label: score + start[label] for label, score in enumerate(run[0])})
    back: list[dict[int, int]] = []
    for here in run[1:]:
        came: dict[int, int] = {}
        reached: dict[int, int] = {}
        for label, score in enumerate(here):
            total, came[label] = max((total + transitions[last][label], last) for last, total in beam.items())
            reached[label] = total + score
        beam = _pruned(reached)
        back.append(came)
    label = max(beam, key=lambda each: (beam[each] + (transitions[each][0] if before else 0), -each))
    labels = [label]
    for came in reversed(back):
        label = came[label]
        labels.append(label)
    labels.reverse()
    return labels


def _pruned(beam: dict[int, int]) -> dict[int, int]:
    floor = max(beam.values()) - _BEAM
    return {label: total for label, total in beam.items() if total >= floor}
