"""Why a statement is as it is: the rules, words and lexicon entries it rests on, and how sure that is."""

from itertools import pairwise

from rawi.model.span import Evidence
from rawi.statements.draft import Draft
from rawi.statements.features import attribution_features
from rawi.statements.page import Page
from rawi.statements.speakers import Resolved


def explain(page: Page, draft: Draft, resolved: Resolved) -> tuple[Evidence, ...]:
    """The evidence of a statement: how its cue was read, what opens its content, how its speaker was found.

    Rules are named ``cue/KIND`` (verb, participle, noun, according ...), ``content/KIND`` (clause, quote, colon,
    preposition, object, bare, before) and ``speaker/KIND`` (named, role, running); docs/rules.md explains each.
    """
    cue = draft.cue
    table = "verbs" if cue.verb is not None and cue.phrase is None else "phrases"
    entry = f"cues/{table}:{cue.lemma}" if cue.lemma else ""
    found = [
        Evidence(f"cue/{cue.kind}", page.span(cue.first, cue.last).text, entry),
        Evidence(f"content/{draft.frame.kind}", draft.frame.opener),
    ]
    named = draft.source is not None and resolved.how != "running"
    words = page.span(draft.source.first, draft.source.last).text if named and draft.source is not None else ""
    found.append(Evidence(f"speaker/{resolved.how}", words))
    return tuple(found)


def attribution_probability(page: Page, draft: Draft) -> float:
    """How likely the cue of a draft attributes here, by the trained decision ``attribution``."""
    return page.lexicon.model("attribution").probability(attribution_features(page, draft))


def confidence_of(page: Page, attribution: float, speaker: float) -> float | None:
    """The calibrated chance that speaker and content are right, from those of cue and speaker; None if uncalibrated.

    The calibration (``confidence.json``) was measured on articles of outlets the decisions were not trained on.
    """
    corners = page.lexicon.model("confidence").calibration
    if not corners:
        return None
    score = attribution * speaker
    for (left, low), (right, high) in pairwise(corners):
        if score <= right:
            share = 0.0 if right == left else max(0.0, score - left) / (right - left)
            return round(low + share * (high - low), 2)
    return round(corners[-1][1], 2)
