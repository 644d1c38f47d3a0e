"""Whether a cue inside what was said belongs to it or takes the turn from it: the trained decision ``nested``."""

from rawi.statements.draft import Draft
from rawi.statements.page import Page

# Distances are told apart up to so many words.
_FAR = 6
# A cue that looks like a turn is nested only from this probability.
_SURE = 0.75
# From this probability a statement is certainly nested.
_CERTAIN = 0.85


def is_nested(page: Page, outer: Draft, inner: Draft, *, turns: bool = False) -> bool:
    """Whether the statement of a later cue, in the words of an earlier content, is part of what was said there.

    ``turns`` is whether the cue has the look of a turn of its own: it then takes more to hold it nested.
    """
    model = page.lexicon.model("nested")
    probability = model.probability(nesting_features(page, outer, inner))
    return probability >= (max(_SURE, model.threshold) if turns else model.threshold)


def opens_content(page: Page, outer: Draft, inner: Draft) -> bool:
    """Whether the clause of a cue is the first of what an earlier statement says, and certainly part of it."""
    part = outer.content.parts[0]
    if not part.first <= inner.begins <= part.first + 1 or inner.cue.first >= part.last:
        return False
    return page.lexicon.model("nested").probability(nesting_features(page, outer, inner)) >= _CERTAIN


def is_own_speech(page: Page, draft: Draft) -> bool:
    """Whether a cue is what a quoted speaker says of himself while he says it ("I believe that ...")."""
    if not page.is_quoted(draft.cue.first):
        return False
    readings = page.lexicon.cues.verb_readings(page.folded[draft.cue.last - 1])
    return any(form.person == 1 and form.tense == "present" for _, form, _ in readings)


def nesting_features(page: Page, outer: Draft, inner: Draft) -> list[str]:
    """Features for the question whether ``inner`` is nested in ``outer``: its place, its form, the marks before it."""
    cue = inner.cue
    tense = cue.form.tense if cue.form is not None else cue.kind
    begins = inner.begins
    opens = outer.content.parts[0].first
    side = inner.side if inner.source is not None else "none"
    before = page.folded[begins - 1] if begins > 0 else ""
    role = _role(page, begins - 1, before)
    reading = page.reading
    deeper = reading.quotation_of[cue.first] != reading.quotation_of[outer.cue.first]
    commas = sum(page.is_punctuation(at) and at not in page.quote_at for at in range(opens, begins))
    at_start = min(max(begins - opens, -1), _FAR)
    return [
        "bias",
        f"tense={tense}|{bool(cue.proclitic)}",
        f"tense={tense}|{side}",
        f"start={at_start}",
        f"start={at_start <= 1}|{side}|{tense}",
        f"start={at_start <= 1}|{tense}|{bool(cue.proclitic)}",
        f"role={role}",
        f"role={role}|{tense}|{side}",
        f"before={before}",
        f"commas={min(commas, 3)}",
        f"commas={min(commas, 3)}|{tense}|{side}",
        f"quoted={deeper}",
        f"quoted={deeper}|{tense}|{bool(cue.proclitic)}",
        f"sentence={reading.sentence_of[cue.first] == reading.sentence_of[opens]}",
        f"inner={inner.frame.kind}|{tense}",
        f"outer={outer.frame.kind}|{outer.content.mode}",
        f"person={cue.form.person if cue.form is not None else 0}",
        f"ends={_ends_inside(outer, inner)}|{tense}",
        f"settled={cue.verb.settles if cue.verb is not None else cue.kind}|{side}",
        f"source={_source_shape(page, inner)}|{tense}",
    ]


def _role(page: Page, index: int, word: str) -> str:
    words = page.grammar.words
    if index < 0:
        return "$"
    if page.is_punctuation(index):
        return "quote" if index in page.quote_at else "comma" if word in words["commas"] else f"mark{word}"
    for name in (
        "relatives",
        "relative_ma",
        "complementizers",
        "turn_words",
        "particles",
        "prepositions",
        "clause_breaks",
        "conditions",
    ):
        if word in words[name]:
            return name
    return page.shape(index)


def _source_shape(page: Page, inner: Draft) -> str:
    if inner.source is None:
        return "none"
    mention = page.mention_at.get(inner.source.first)
    return f"{inner.side}/{mention.kind if mention is not None else 'words'}"


def _ends_inside(outer: Draft, inner: Draft) -> str:
    one, other = outer.content.parts[-1].last, inner.content.parts[-1].last
    return "same" if abs(one - other) <= 1 else "inside" if other < one else "past"
