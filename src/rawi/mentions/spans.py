"""The tagger's labels as stretches of words."""

from collections.abc import Sequence

import msgspec

PERSON, PLACE, BODY = "PERS", "LOC", "ORG"


class Tagged(msgspec.Struct, frozen=True):
    """Words ``[first, last)`` that the tagger calls a name of a kind: ``PERS``, ``LOC``, ``ORG`` or ``MISC``."""

    first: int
    last: int
    kind: str


def tagged_spans(labels: Sequence[str]) -> dict[int, Tagged]:
    """The names of ``B-`` and ``I-`` labels by their first word."""
    found: dict[int, Tagged] = {}
    first = 0
    for at, label in enumerate(labels):
        if label == "O":
            continue
        if label[0] == "B" or at == 0 or labels[at - 1][2:] != label[2:]:
            first = at
        if at + 1 == len(labels) or labels[at + 1] != f"I-{label[2:]}":
            found[first] = Tagged(first, at + 1, label[2:])
    return found
