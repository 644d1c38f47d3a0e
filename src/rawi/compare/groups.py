"""Grouping pairs, the same whatever the order they come in."""

import heapq
from collections.abc import Iterable, Mapping
from typing import TypeVar

# The score of a pair that a person joined (or, negative, kept apart): no likeness outweighs it.
DECIDED = 1e6

Key = TypeVar("Key", str, int)


def connected(pairs: Iterable[tuple[Key, Key]]) -> tuple[tuple[Key, ...], ...]:
    """The connected groups of the pairs, each sorted, sorted by first member."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    groups: dict[Key, list[Key]] = {}
    for key in sorted(parent):
        groups.setdefault(root(key), []).append(key)
    return tuple(sorted(tuple(group) for group in groups.values()))


def agglomerate(scores: Mapping[tuple[Key, Key], float], *, floor: float) -> tuple[tuple[Key, ...], ...]:
    """Groups whose members resemble each other by ``floor`` on average, the closest joined first.

    ``scores`` holds the pairs worth considering, a pair in sorted order; every other pair counts 0. A group never
    grows through one weak link alone, as connected groups do. Ties go to the smaller keys, so that the order of the
    pairs does not matter.
    """
    group_of: dict[Key, int] = {}
    members: dict[int, list[Key]] = {}
    for pair in sorted(scores):
        for key in pair:
            if key not in group_of:
                group_of[key] = len(members)
                members[group_of[key]] = [key]
    linked: dict[int, dict[int, float]] = {index: {} for index in members}
    for (one, other), score in scores.items():
        first, second = group_of[one], group_of[other]
        linked[first][second] = linked[first].get(second, 0.0) + score
        linked[second][first] = linked[second].get(first, 0.0) + score
    _join(members, linked, floor=floor)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _join(members: dict[int, list[Key]], linked: dict[int, dict[int, float]], *, floor: float) -> None:
    """Join the closest two groups until none are close enough; a heap keeps the candidates."""
    heap = [
        (-total / (len(members[one]) * len(members[other])), one, other, total)
        for one, others in linked.items()
        for other, total in others.items()
        if one < other
    ]
    heapq.heapify(heap)
    while heap:
        average, one, other, total = heapq.heappop(heap)
        if -average < floor:
            break
        # Stale when either group is gone or has grown since.
        if one not in members or other not in members or linked[one].get(other) != total:
            continue
        if -average > total / (len(members[one]) * len(members[other])) + 1e-12:
            heapq.heappush(heap, (-total / (len(members[one]) * len(members[other])), one, other, total))
            continue
        members[one].extend(members.pop(other))
        for third, weight in linked.pop(other).items():
            if third == one:
                continue
            linked[third].pop(other)
            linked[one][third] = linked[third][one] = linked[one].get(third, 0.0) + weight
        linked[one].pop(other, None)
        for third, weight in linked[one].items():
            low, high = min(one, third), max(one, third)
            heapq.heappush(heap, (-weight / (len(members[one]) * len(members[third])), low, high, weight))
