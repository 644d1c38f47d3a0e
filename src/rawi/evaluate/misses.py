"""The errors of an analysis by class, as they are seen from outside: what the gold says and what was found instead."""

from collections.abc import Iterable, Iterator

from rawi.evaluate.case import WHOLE, Case
from rawi.evaluate.gold import cue_span
from rawi.evaluate.match import Pair, bounds, touch
from rawi.evaluate.report import Miss, MissKind

_SHOWN = 70


def find_misses(case: Case) -> Iterator[Miss]:
    """The errors of one article: wrong fields of found statements, then contents not met, missed and extra ones.

    A missed and an extra statement with the same cue are one error of class ``content``.
    """
    for pair in case.counted:
        yield from _wrong_fields(case, pair)
    extra = list(case.extra)
    missed: list[int] = []
    for index in case.missed:
        place = next((other for other in extra if _same_cue(case, index, other)), None)
        if place is None:
            missed.append(index)
        else:
            extra.remove(place)
            yield _other_content(case, index, place)
    for index in missed:
        gold = case.gold.statements[index]
        yield Miss("missed", case.gold.id, gold.cue, gold.speaker, "", shown(gold.content))
    for index in extra:
        found = case.found.statements[index]
        cue = found.cue.text if found.cue is not None else ""
        yield Miss("extra", case.gold.id, cue, "", found.speaker.name, shown(span.text for span in found.content))


def extent_of(expected: set[int], found: set[int]) -> MissKind | None:
    """How a content found differs from the gold's, by the end where it differs most; None when it does not.

    Both are the places where words begin. ``parts`` means that both begin and end alike and words between differ.
    """
    if expected == found or not expected or not found:
        return None
    sizes: dict[MissKind, int] = {
        "too long": sum(place > max(expected) for place in found),
        "too short": sum(place > max(found) for place in expected),
        "begins early": sum(place < min(expected) for place in found),
        "begins late": sum(place < min(found) for place in expected),
    }
    most = max(sizes, key=lambda kind: sizes[kind])
    return most if sizes[most] else "parts"


def shown(parts: Iterable[str]) -> str:
    """The beginning of a text in parts, on one line."""
    return " … ".join(parts)[:_SHOWN].replace("\n", " ")


def _wrong_fields(case: Case, pair: Pair) -> Iterator[Miss]:
    gold, found = case.gold.statements[pair.gold], case.found.statements[pair.predicted]
    extent = extent_of(case.pairing.gold_words[pair.gold], case.pairing.predicted_words[pair.predicted])
    wrong: list[tuple[MissKind, str, str, bool]] = []
    if not case.has_speaker(pair):
        wrong.append(("speaker", gold.speaker, found.speaker.name, True))
    if extent is not None:
        spans = shown(span.text for span in found.content)
        begins = extent in ("begins early", "begins late")
        expected, predicted = (shown(gold.content), spans) if begins else (_tail(gold.content), _tail_of(case, pair))
        wrong.append((extent, expected, predicted, pair.overlap < WHOLE))
    if found.force != gold.force:
        wrong.append(("force", gold.force, found.force, False))
    if found.mode != gold.mode:
        wrong.append(("mode", gold.mode, found.mode, False))
    for kind, expected, predicted, costs in wrong:
        yield Miss(kind, case.gold.id, gold.cue, expected, predicted, shown(gold.content), costs)


def _tail_of(case: Case, pair: Pair) -> str:
    return _tail(span.text for span in case.found.statements[pair.predicted].content)


def _tail(parts: Iterable[str]) -> str:
    """The end of a text in parts, on one line."""
    return " … ".join(parts)[-_SHOWN:].replace("\n", " ")


def _same_cue(case: Case, gold: int, found: int) -> bool:
    return touch(cue_span(case.gold, case.gold.statements[gold]), bounds(case.found.statements[found].cue))


def _other_content(case: Case, index: int, place: int) -> Miss:
    gold, found = case.gold.statements[index], case.found.statements[place]
    spans = shown(span.text for span in found.content)
    return Miss("content", case.gold.id, gold.cue, shown(gold.content), spans, shown(gold.content))
