"""A draft statement: what a cue would say if it attributes."""

from typing import Literal

import msgspec

from rawi.statements.contents import Content, content_after, content_before
from rawi.statements.cues import Cue
from rawi.statements.frames import Frame, find_frame
from rawi.statements.page import Page, Words
from rawi.statements.sources import shorten_source, source_after, source_before

Side = Literal["before", "after"]


class Draft(msgspec.Struct, frozen=True):
    """A candidate statement: its cue, frame, source (``side`` says on which side of the cue it stands) and content."""

    cue: Cue
    frame: Frame
    source: Words | None
    side: Side
    content: Content

    @property
    def begins(self) -> int:
        """The first word of the cue's clause: of a source before the cue, else of the cue."""
        return self.source.first if self.source is not None and self.side == "before" else self.cue.first

    @property
    def gap(self) -> tuple[int, int]:
        """The words between cue and content, half-open; none for a content that stands before its cue."""
        return self.cue.last, max(self.cue.last, self.frame.gap_last)


def draft_statement(page: Page, cue: Cue) -> Draft | None:
    """The statement a cue would make, None when nothing it could attribute is there."""
    if cue.kind in ("according", "held", "said-in"):
        return _according(page, cue)
    if cue.kind in ("expression", "reported"):
        return _trailing(page, cue)
    if cue.kind == "headline":
        start = page.sentence_start(cue.first)
        return _with_content(page, cue, Frame("colon", cue.last, cue.first, ":"), Words(start, cue.first), "before")
    return _verbal(page, cue)


def _with_content(page: Page, cue: Cue, frame: Frame, source: Words | None, side: Side) -> Draft | None:
    content = content_after(page, cue, frame) if frame.opens < len(page.folded) else None
    return None if content is None else Draft(cue, frame, source, side, content)


def _verbal(page: Page, cue: Cue) -> Draft | None:
    """What a verb, participle or noun would say: its subject, and the first frame after it that can open a content.

    Without a frame a verb that takes clauses or quotations is given the rest of its sentence, its ``bare`` content.
    """
    subject = _subject_after(page, cue)
    frame = find_frame(page, cue, subject)
    if frame.kind == "none" and subject is not None:
        shorter = shorten_source(page, cue, subject)
        again = find_frame(page, cue, shorter) if shorter is not None else frame
        if again.kind != "none":
            subject, frame = shorter, again
    side: Side = "before" if subject is None and cue.kind == "verb" else "after"
    source = subject if side == "after" else source_before(page, cue)
    if frame.kind == "none":
        opens = subject.last if subject is not None else cue.last
        if cue.verb is None or not cue.verb.takes or opens >= page.sentence_end(cue.first):
            return None
        frame = Frame("bare", opens, opens, subject=subject)
    return _with_content(page, cue, frame, source, side)


def _subject_after(page: Page, cue: Cue) -> Words | None:
    """The noun phrase after a cue that is its subject, None when what follows is something else."""
    if cue.kind == "participle" or (cue.kind == "noun" and cue.form is not None and cue.form.pronoun):
        return None
    return source_after(page, cue, cue.last, page.sentence_end(cue.last - 1))


def _according(page: Page, cue: Cue) -> Draft | None:
    """What stands with "according to X": after it where it opens its sentence, else before it, back to the beginning.

    A document that speaks ("it said in a statement that") and the holder of an opinion ("in the view of X") are alike.
    """
    end = page.sentence_end(cue.last - 1)
    source = source_after(page, cue, cue.last, end)
    by_pronoun = cue.kind == "according" and cue.last < end and page.folded[cue.last] in page.grammar.words["to_whom"]
    if by_pronoun:
        source, after = None, cue.last + 1
    elif source is not None:
        after = source.last
    else:
        return None
    if cue.first == page.sentence_start(cue.first):
        while after < end and page.is_punctuation(after) and after not in page.quote_at:
            after += 1
        if after < end and page.folded[after] in page.grammar.words["resuming"]:
            after += 1
        return _with_content(page, cue, Frame("clause", after, after), source, "after") if after < end else None
    content = content_before(page, cue)
    return None if content is None else Draft(cue, Frame("before", cue.first, cue.first), source, "after", content)


def _trailing(page: Page, cue: Cue) -> Draft | None:
    """What stands before "as X said" or "as he put it", back to the beginning of the sentence.

    The second names nobody: its speaker is the one who went on speaking.
    """
    content = content_before(page, cue)
    if content is None:
        return None
    source = source_after(page, cue, cue.last, page.sentence_end(cue.first)) if cue.kind == "reported" else None
    return Draft(cue, Frame("before", cue.first, cue.first), source, "after", content)
