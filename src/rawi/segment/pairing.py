"""Pairing the quotation marks of one paragraph at the least price."""

from collections.abc import Sequence

import msgspec

from rawi.segment.marks import Mark

_DEEPEST = 3
_WIDTH = 8
# Beyond so many marks in one paragraph each is read at once, as it fits best: no person wrote them.
_MANY = 500
_STRAY = 4.5
_UNCLOSED = 3.5
_UNCLOSED_SINGLE = 6.0
_INSIDE_SAME = 2.0
_INSIDE_OTHER = 0.25
_MISMATCH = 4.0
_MISMATCH_DOUBLE = 1.0
_DOUBLE = frozenset({"curly", "straight", "double-single"})


class Pair(msgspec.Struct, frozen=True):
    """An opening mark and its closing one (indexes into the marks); ``closing`` is None when there is none.

    ``stopped`` is the mark that shows that an unclosed quotation is over, None when nothing does.
    """

    opening: int
    closing: int | None
    stopped: int | None = None


class Pairing(msgspec.Struct, frozen=True):
    """The pairs of a paragraph in the order of their opening marks, and the marks that belong to none."""

    pairs: tuple[Pair, ...]
    strays: tuple[int, ...]


class _State(msgspec.Struct, frozen=True):
    """A reading of the marks so far: the open marks, its price, and its last step (an index into the trail)."""

    open: tuple[int, ...]
    price: float
    step: int


# Every step taken by any reading: the step before it and the pairs it settled. A list, not linked records: freeing a
# chain of a million records would recurse.
_Trail = list[tuple[int, tuple[Pair, ...]]]


def pair_marks(marks: Sequence[Mark]) -> Pairing:
    """The cheapest reading of the marks: each opens, closes what is open, or is stray.

    The price of a mark says how badly its surroundings fit the reading; a stray mark, an unclosed quotation, a
    quotation inside one of the same marks and a pair of unlike marks have their own. Linear in the number of marks.
    """
    plain = _plain_pairs(marks)
    if plain is not None:
        return Pairing(plain, ())
    if len(marks) > _MANY:
        return _read_at_once(marks)
    trail: _Trail = [(-1, ())]
    states = [_State((), 0.0, 0)]
    for index in range(len(marks)):
        readings: list[_State] = []
        for state in states:
            readings.extend(_readings(marks, state, index, trail))
        states = _cheapest(readings, marks)
    best = min(states, key=lambda state: state.price + _left_open(marks, state.open))
    return _pairing([*_settled(trail, best.step), *(Pair(opening, None) for opening in best.open)], len(marks))


def _pairing(pairs: list[Pair], size: int) -> Pairing:
    pairs.sort(key=lambda pair: pair.opening)
    taken = {pair.opening for pair in pairs} | {pair.closing for pair in pairs}
    return Pairing(tuple(pairs), tuple(index for index in range(size) if index not in taken))


def _read_at_once(marks: Sequence[Mark]) -> Pairing:
    """Each mark closes what was opened last if it is alike and fits as well, else opens, else is stray."""
    opened: list[int] = []
    pairs: list[Pair] = []
    for index, mark in enumerate(marks):
        if opened and mark.closing <= mark.opening and not _mismatch(marks[opened[-1]], mark):
            pairs.append(Pair(opened.pop(), index))
        elif mark.opening <= mark.closing and len(opened) < _DEEPEST:
            opened.append(index)
    pairs.extend(Pair(opening, None) for opening in opened)
    return _pairing(pairs, len(marks))


def _plain_pairs(marks: Sequence[Mark]) -> tuple[Pair, ...] | None:
    """The pairs when the marks open and close by turns and each fits its place; None otherwise."""
    if len(marks) % 2:
        return None
    pairs = []
    for index in range(0, len(marks), 2):
        opening, closing = marks[index], marks[index + 1]
        if opening.opening or closing.closing or opening.family != closing.family:
            return None
        pairs.append(Pair(index, index + 1))
    return tuple(pairs)


def _readings(marks: Sequence[Mark], state: _State, index: int, trail: _Trail) -> list[_State]:
    """Every way to read the next mark."""
    mark = marks[index]
    found = [_State(state.open, state.price + _STRAY, state.step)]
    if len(state.open) < _DEEPEST:
        nested = _nesting(marks, state.open, mark)
        found.append(_State((*state.open, index), state.price + mark.opening + nested, state.step))
    if state.open:
        found.append(_reopened(marks, state, index, trail))
        found.extend(_closed(marks, state, index, trail))
    return found


def _reopened(marks: Sequence[Mark], state: _State, index: int, trail: _Trail) -> _State:
    """What was open was never closed; the mark opens anew."""
    trail.append((state.step, tuple(Pair(opening, None, index) for opening in state.open)))
    price = state.price + marks[index].opening + _left_open(marks, state.open)
    return _State((index,), price, len(trail) - 1)


def _closed(marks: Sequence[Mark], state: _State, index: int, trail: _Trail) -> list[_State]:
    """The mark closes one of what is open; what stands inside of that was never closed."""
    found = []
    for depth, opening in enumerate(state.open):
        inner = state.open[depth + 1 :]
        price = state.price + marks[index].closing + _mismatch(marks[opening], marks[index]) + _left_open(marks, inner)
        trail.append((state.step, (Pair(opening, index), *(Pair(other, None, index) for other in inner))))
        found.append(_State(state.open[:depth], price, len(trail) - 1))
    return found


def _nesting(marks: Sequence[Mark], opened: tuple[int, ...], mark: Mark) -> float:
    if not opened:
        return 0.0
    return _INSIDE_SAME if any(marks[index].family == mark.family for index in opened) else _INSIDE_OTHER


def _mismatch(opening: Mark, closing: Mark) -> float:
    if opening.family == closing.family:
        return 0.0
    return _MISMATCH_DOUBLE if opening.family in _DOUBLE and closing.family in _DOUBLE else _MISMATCH


def _left_open(marks: Sequence[Mark], opened: tuple[int, ...]) -> float:
    return sum(_UNCLOSED_SINGLE if marks[index].family == "single" else _UNCLOSED for index in opened)


def _cheapest(states: list[_State], marks: Sequence[Mark]) -> list[_State]:
    """The cheapest states, one for each stack of families that is open."""
    states.sort(key=lambda state: state.price)
    kept: dict[tuple[str, ...], _State] = {}
    for state in states:
        kept.setdefault(tuple(marks[index].family for index in state.open), state)
        if len(kept) == _WIDTH:
            break
    return list(kept.values())


def _settled(trail: _Trail, step: int) -> list[Pair]:
    """All pairs settled on the way to the step."""
    found: list[Pair] = []
    while step > 0:
        step, pairs = trail[step]
        found.extend(pairs)
    return found
