"""What the trained decisions look at: named features of a draft statement, as strings."""

from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.statements.sources import is_nominal_content


def attribution_features(page: Page, draft: Draft) -> list[str]:
    """Features for the question whether a cue attributes: entry and form, frame, source, place and neighbors."""
    cue, frame = draft.cue, draft.frame
    # Who holds an opinion is read like who something is according to, of which there is far more to learn from.
    tense = cue.form.tense if cue.form is not None else "according" if cue.kind == "held" else cue.kind
    lemma = cue.lemma
    return [
        "bias",
        f"lemma={lemma}",
        f"frame={frame.kind}",
        f"tense={tense}|{frame.kind}",
        f"lemma={lemma}|{frame.kind}",
        f"lemma={lemma}|{tense}",
        f"opener={frame.opener}|{tense}",
        *_form_features(draft, tense),
        *_neighbor_features(page, draft, tense),
        *_place_features(page, draft, tense),
        *_source_features(page, draft, tense),
        *_content_features(page, draft, tense),
    ]


def _form_features(draft: Draft, tense: str) -> list[str]:
    cue = draft.cue
    found = [f"proclitic={cue.proclitic}|{tense}"]
    if cue.form is not None:
        found += [
            f"person={cue.form.person}",
            f"pronoun={bool(cue.form.pronoun)}|{tense}",
            f"number={cue.form.number}|{tense}",
        ]
    if cue.verb is not None:
        settled = "settled" if cue.verb.settles else "plain"
        takes = draft.frame.kind in cue.verb.takes or draft.frame.kind in ("preposition", "object")
        found += [
            f"force={cue.verb.force}|{draft.frame.kind}|{tense}",
            f"{settled}|{tense}|{draft.frame.kind}",
            f"{settled}|{tense}|{draft.side if draft.source is not None else 'none'}",
            f"takes={takes}|{settled}",
        ]
        if cue.negated and not cue.verb.speaks_negated:
            found += [f"negated|{cue.verb.force}", f"negated|{cue.lemma}"]
        if draft.frame.kind == "object":
            found.append(f"object={cue.verb.object}|{tense}")
    return found


def _neighbor_features(page: Page, draft: Draft, tense: str) -> list[str]:
    cue = draft.cue
    start = page.sentence_start(cue.first)
    before = page.folded[cue.first - 1] if cue.first > start else "^"
    after = page.folded[cue.last] if cue.last < page.sentence_end(cue.last - 1) else "$"
    return [
        f"before={before}",
        f"before={_class_of(page, before)}|{tense}",
        f"before-class={page.classes(cue.first - 1)[0] if before != '^' else '^'}|{tense}",
        f"after-class={page.classes(cue.last)[0]}|{tense}",
        f"after={after}|{tense}",
        f"after={_class_of(page, after)}|{tense}",
    ]


def _class_of(page: Page, word: str) -> str:
    if word in "^$":
        return word
    if not word[:1].isalnum():
        return "comma" if word in page.grammar.words["commas"] else "mark"
    for name in (
        "prepositions",
        "relatives",
        "complementizers",
        "verb_particles",
        "particles",
        "clause_breaks",
        "determiners",
    ):
        if word in page.grammar.words[name]:
            return name
    return "definite" if word.startswith(tuple(page.grammar.words["articles"])) else "word"


def _place_features(page: Page, draft: Draft, tense: str) -> list[str]:
    cue = draft.cue
    distance = cue.first - page.sentence_start(cue.first)
    gap = draft.frame.opens - cue.last
    return [
        f"title={page.in_title(cue.first)}|{tense}",
        f"quoted={page.is_quoted(cue.first)}|{tense}",
        f"start={min(distance, 6) if distance < 7 else 7 + min(distance // 10, 3)}",
        f"gap={_bucket(gap)}|{draft.frame.kind}",
    ]


def _source_features(page: Page, draft: Draft, tense: str) -> list[str]:
    if draft.source is None:
        return [f"source=none|{tense}|{draft.frame.kind}"]
    mention = page.mention_over.get(draft.source.first)
    kind = mention.kind if mention is not None else "words"
    first = page.folded[draft.source.first]
    return [
        f"source={draft.side}|{tense}|{draft.frame.kind}",
        f"source={kind}|{draft.side}|{tense}",
        f"source={first}",
        f"head={page.shape(draft.source.first)}|{kind}|{draft.side}",
        f"source-class={page.classes(draft.source.first)[0]}|{draft.side}",
        f"role={first in page.grammar.words['generic_roles']}|{draft.side}|{tense}",
        f"length={_bucket(draft.source.last - draft.source.first)}|{draft.side}",
    ]


def _content_features(page: Page, draft: Draft, tense: str) -> list[str]:
    first = draft.content.parts[0].first
    length = sum(part.last - part.first for part in draft.content.parts)
    word = page.folded[first]
    return [
        f"content={_bucket(length)}|{draft.frame.kind}",
        f"mode={draft.content.mode}|{tense}",
        f"opens={word}",
        f"opens={_class_of(page, word)}|{draft.frame.kind}",
        f"nominal={is_nominal_content(page, first)}|{draft.frame.kind}",
        f"mention={first in page.mention_over}|{draft.frame.kind}",
        f"class={page.classes(first)[0]}|{draft.frame.kind}",
        f"class={page.classes(first)[1]}",
    ]


def _bucket(length: int) -> int:
    """Lengths 0-4 as they are, then by halves: 5, 6-8, 9-14, 15 and more."""
    if length < 5:
        return length
    return 5 if length < 6 else 6 if length < 9 else 9 if length < 15 else 15
