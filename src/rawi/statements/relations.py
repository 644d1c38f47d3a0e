"""What statements of an article have to do with each other: carriers named after them, nesting, the day they share."""

from collections.abc import Sequence

import msgspec

from rawi.model import Statement
from rawi.statements.chain import to_hop
from rawi.statements.contents import SHORTEST, trim
from rawi.statements.draft import Draft
from rawi.statements.nesting import is_nested
from rawi.statements.page import Page, Words

# How far after its cue an outlet is looked for, in words.
_NEAR = 3
# So many marks may stand between a content and what trails it.
_MARKS = 4


class Told(msgspec.Struct, frozen=True):
    """A statement with the draft it was read from, its source as the chain read it; ``None`` for a rejected draft."""

    statement: Statement | None
    draft: Draft


def relate(page: Page, told: Sequence[Told]) -> list[Statement]:
    """The statements with their relations: carriers, days and parents."""
    carried = _carry_back(page, told)
    return _set_parents(page, [one.draft for one in carried if one.statement is not None], _share_days(page, carried))


def _carry_back(page: Page, told: Sequence[Told]) -> list[Told]:
    """Take "..., according to the agency" after a statement that has its own speaker for that statement's carrier.

    The trailing attribution is then no statement of its own.
    """
    kept: list[Told] = []
    for one in told:
        carried: list[int] = []
        if trails(page, one.draft):
            kept = [_cut_before(page, earlier, one.draft) for earlier in kept]
            carried = [place for place, earlier in enumerate(kept) if _covers(page, one, earlier)]
        carrier = _carrier(page, one.draft)
        if not carried or carrier is None:
            kept += [one] if one.statement is not None else []
            continue
        hop = to_hop(page, carrier)
        for place in carried:
            statement = kept[place].statement
            if statement is not None and hop.name not in (known.name for known in statement.via):
                kept[place] = Told(msgspec.structs.replace(statement, via=(hop, *statement.via)), kept[place].draft)
    return kept


def _cut_before(page: Page, earlier: Told, trailing: Draft) -> Told:
    """An earlier statement without the trailing words "..., as the agency reported" where its content ran over them."""
    *parts, last = earlier.draft.content.parts
    first = trailing.cue.first
    after = trailing.source.last if trailing.source is not None else trailing.cue.last
    if not last.first + SHORTEST <= first < last.last or last.last > after + _MARKS or earlier.statement is None:
        return earlier
    cut = Words(*trim(page, last.first, first))
    content = msgspec.structs.replace(earlier.draft.content, parts=(*parts, cut))
    spans = (*earlier.statement.content[:-1], page.span(cut.first, cut.last))
    statement = msgspec.structs.replace(earlier.statement, content=spans)
    return Told(statement, msgspec.structs.replace(earlier.draft, content=content))


def trails(page: Page, draft: Draft) -> bool:
    """Whether a draft is what an outlet is said to report, after the content."""
    return (
        draft.frame.kind == "before"
        and draft.cue.kind in ("according", "reported")
        and _carrier(page, draft) is not None
    )


def _carrier(page: Page, draft: Draft) -> Words | None:
    """The outlet a trailing cue names: in its source, else right after the cue."""
    found = draft.source or Words(draft.cue.last, min(draft.cue.last + _NEAR, len(page.folded)))
    mentions = (page.mention_at.get(at) for at in range(found.first, found.last))
    outlet = next((mention for mention in mentions if mention is not None and mention.kind == "outlet"), None)
    if outlet is None:
        return None
    return draft.source or Words(outlet.first, outlet.last)


def _covers(page: Page, trailing: Told, earlier: Told) -> bool:
    """Whether what trails stands right after an earlier statement or, with nothing but it before, in its sentence."""
    one, other = trailing.draft, earlier.draft
    last = other.content.parts[-1].last
    if last > one.cue.first:
        return False
    if one.cue.first - last <= _MARKS:
        return all(page.is_punctuation(at) for at in range(last, one.cue.first))
    same = page.reading.sentence_of[one.cue.first] == page.reading.sentence_of[other.cue.first]
    return same and other.cue.first >= one.content.parts[0].first


def _share_days(page: Page, told: Sequence[Told]) -> list[Statement]:
    """The statements; one without a day has the day of the speech it goes on with.

    A speech goes on in the sentence, and after it while the speaker is not named again ("he added") or goes on by the
    meaning of the verb, and nobody else speaks but inside his words.
    """
    found: list[Statement] = []
    speaker, day, until = "", "", -1
    for one in told:
        statement = one.statement
        if statement is None:
            continue
        nested = one.draft.content.parts[-1].last <= until
        if statement.speaker.name == speaker and not statement.said_on and day and _goes_on(page, one, until):
            statement = msgspec.structs.replace(statement, said_on=day)
        if not nested or statement.speaker.name == speaker:
            speaker, day = statement.speaker.name, statement.said_on or ""
            until = max(until, one.draft.content.parts[-1].last)
        found.append(statement)
    return found


def _goes_on(page: Page, one: Told, until: int) -> bool:
    """Whether a statement goes on with the speech whose last content ended before word ``until``."""
    draft = one.draft
    sentence = page.reading.sentence_of
    if draft.source is None or sentence[draft.cue.first] == sentence[max(until - 1, 0)]:
        return True
    return page.grammar.has_lemma("adding_lemmas", draft.cue.lemma)


def _set_parents(page: Page, drafts: Sequence[Draft], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the innermost earlier one in whose content all of it is part of what is said."""
    found: list[Statement] = []
    holding: list[int] = []
    for place, one in enumerate(statements):
        own = (*one.content, one.cue) if one.cue is not None else one.content
        first, last = min(part.start for part in own), max(part.end for part in own)
        # Cues come in text order: a content that ends before this one begins holds no later one either.
        begin = one.cue.start if one.cue is not None else first
        holding = [index for index in holding if max(part.end for part in found[index].content) > begin]
        parents = (
            index
            for index in reversed(holding)
            if any(part.start <= first and last <= part.end for part in found[index].content)
            and is_nested(page, drafts[index], drafts[place])
        )
        if drafts[place].frame.kind == "before" and drafts[place].cue.kind == "reported":
            found = [_held_by(each, drafts[index], one, place) for index, each in enumerate(found)]
        found.append(msgspec.structs.replace(one, parent=next(parents, None)))
        holding.append(place)
    return found


def _held_by(earlier: Statement, draft: Draft, trailing: Statement, place: int) -> Statement:
    """An earlier statement, with the one whose cue trails after it for its parent where that one's content holds it.

    "The two agreed to ..., as the palace reported": what was agreed is reported. "He said ..., as the palace reported"
    tells who else says so.
    """
    verb = draft.cue.verb
    if earlier.parent is not None or earlier.cue is None or verb is None or verb.settles:
        return earlier
    first, last = min(earlier.cue.start, earlier.content[0].start), max(earlier.cue.end, earlier.content[-1].end)
    held = any(part.start <= first and last <= part.end for part in trailing.content)
    return msgspec.structs.replace(earlier, parent=place) if held else earlier
