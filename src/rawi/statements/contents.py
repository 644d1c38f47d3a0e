"""The content of a statement: where it begins and where it ends."""

from itertools import islice

import msgspec

from rawi.model import Quotation
from rawi.model.statement import Mode
from rawi.statements.boundaries import LONGEST, content_limit, end_features, possible_ends
from rawi.statements.cues import Cue
from rawi.statements.frames import Frame
from rawi.statements.page import Page, Words

# The shortest content before its cue or left when another is cut, in words.
SHORTEST = 2
# So many possible ends of a content are weighed: a real sentence has no more.
_ENDS = 20


class Content(msgspec.Struct, frozen=True):
    """The word stretches of a content and how it is given."""

    parts: tuple[Words, ...]
    mode: Mode


def content_after(page: Page, cue: Cue, frame: Frame) -> Content | None:
    """The content a frame opens, None when nothing is left of it."""
    if frame.kind == "quote" and frame.quotation is not None:
        return _quoted(page, cue, frame, frame.quotation)
    last = _clause_end(page, cue, frame)
    first, last = trim(page, frame.opens, last)
    if first >= last:
        return None
    if frame.kind == "colon":
        return Content((Words(first, last),), "direct")
    return _clause_content(page, frame, first, last)


def _clause_content(page: Page, frame: Frame, first: int, last: int) -> Content:
    """A clause: direct when one quotation is all of it, mixed when it holds quoted words."""
    quotation = page.quote_at.get(first)
    if quotation is not None and quotation.last >= last - 1:
        return Content(
            (Words(quotation.first, max(quotation.last, quotation.first + 1)), *_run_on(page, quotation)), "direct"
        )
    inside = [q for at in range(first, last) if (q := page.quote_at.get(at)) is not None]
    spoken = [q for q in inside if q.last - q.first >= 2]
    if spoken and spoken[-1].last >= last:
        last = spoken[-1].last
    if len(spoken) == 1 and spoken[0].first - first <= 2 and spoken[0].last >= last - 1 and frame.kind == "clause":
        return Content((Words(first, last),), "direct")
    return Content((Words(first, last),), "mixed" if spoken else "indirect")


def _quoted(page: Page, cue: Cue, frame: Frame, quotation: Quotation) -> Content | None:
    """A quotation, the quotations it runs on in, and the words that go on after its closing mark in the same clause."""
    if quotation.first >= quotation.last:
        return None
    said = Words(quotation.first, quotation.last)
    after = quotation.last + 1
    if _goes_on(page, after):
        rest = msgspec.structs.replace(frame, kind="clause", opens=after)
        first, last = trim(page, after, _clause_end(page, cue, rest))
        if first < last:
            return Content((said, Words(first, last)), "mixed")
    return Content((said, *_run_on(page, quotation)), "direct")


def _goes_on(page: Page, index: int) -> bool:
    """Whether a paraphrase goes on right after a closing mark: a preposition that names no medium, time or source."""
    if index + 1 >= len(page.folded) or page.reading.sentence_of[index] != page.reading.sentence_of[index - 1]:
        return False
    word = page.folded[index]
    names = page.begins_medium(index + 1) or index + 1 in page.time_over or index in page.time_over
    return word in page.grammar.words["continuations"] and not names and not page.lexicon.cues.phrases_at(word)


def _run_on(page: Page, quotation: Quotation) -> tuple[Words, ...]:
    """Quotations that go on right after this one with no cue of their own: whole sentences in quotation marks."""
    found: list[Words] = []
    last = quotation.last + 1
    size = len(page.folded)
    while last < size:
        while last < size and page.is_punctuation(last) and last not in page.quote_at:
            last += 1
        following = page.quote_at.get(last)
        if following is None or following.last - following.first < 4:
            break
        after = following.last + 1
        if (
            after < size
            and not page.is_punctuation(after)
            and page.reading.sentence_of[after] == page.reading.sentence_of[following.first]
        ):
            break
        found.append(Words(following.first, following.last))
        last = following.last + 1
    return tuple(found)


def _clause_end(page: Page, cue: Cue, frame: Frame) -> int:
    """Where the content a frame opens ends: the first place the decision ``content_end`` takes, else its limit."""
    limit = content_limit(page, frame.opens)
    model = page.lexicon.model("content_end")
    for index in islice(possible_ends(page, frame.opens, limit), _ENDS):
        if model.score(end_features(page, cue, frame, frame.opens, index)) > 0:
            return index
    return limit


def content_before(page: Page, cue: Cue) -> Content | None:
    """What stands before a trailing cue, in its sentence."""
    first, last = trim(page, max(page.sentence_start(cue.first), cue.first - LONGEST), cue.first)
    if last - first < SHORTEST:
        return None
    quotation = page.quote_at.get(first)
    if quotation is not None and quotation.last >= last - 1:
        return Content((Words(quotation.first, quotation.last),), "direct")
    inside = any(at in page.quote_at for at in range(first, last))
    return Content((Words(first, last),), "mixed" if inside else "indirect")


def trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """The stretch without punctuation at its ends; quotation marks and brackets inside stay."""
    while last > first and page.is_punctuation(last - 1):
        last -= 1
    while first < last and page.is_punctuation(first) and first not in page.quote_at:
        first += 1
    return first, last
