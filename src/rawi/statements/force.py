"""What a speaker does by saying something: the cue's sense, corrected by the content and by its article's tone."""

from collections.abc import Iterator
from itertools import islice
from typing import cast

from rawi.model.statement import Force
from rawi.statements.draft import Draft
from rawi.statements.force_signs import Spoken, article_tone, content_signs
from rawi.statements.page import Page
from rawi.statements.senses import Senses, load_senses

# So many words of a content are looked at.
_WORDS = 38
# So many words of a source are looked at.
_SOURCE = 8
_SPEAKERS = ("press", "witness", "party", "state")


def decide_force(page: Page, draft: Draft) -> Force:
    """The force of a statement by the trained decision ``force`` over the cue's entry and the words of the content."""
    # The classes of the model are the forces of the ontology.
    return cast("Force", page.lexicon.model("force").best(force_features(page, draft)))


def force_features(page: Page, draft: Draft) -> list[str]:
    """Features: the entry, its default force and negation; the signs of content, source and article."""
    senses = load_senses(page.lexicon)
    default: str = draft.cue.verb.force if draft.cue.verb is not None else "assert"
    if draft.cue.negated:
        default += "-"
    # Where the cue leaves the force open, signs stand by themselves; a cue with a force of its own reads them its way.
    group = "" if default == "assert" else f"|{default}"
    words = list(islice(_words(page, draft), _WORDS))
    source = _source(page, draft)
    signs = [*_source_signs(senses, source), *article_tone(page, senses)]
    if page.in_title(draft.cue.first):
        signs.append("title")
    found = _cue_features(draft, default, group)
    if not words:
        return [*found, *(sign + group for sign in signs), "empty"]
    opener = senses.of_word(draft.frame.opener)
    spoken = Spoken(words, [senses.of_word(word) for word in words], _source_stems(senses, source), opener)
    signs += content_signs(spoken)
    return [*found, *_word_features(spoken, group), *(sign + group for sign in signs)]


def _words(page: Page, draft: Draft) -> Iterator[str]:
    for part in draft.content.parts:
        yield from (word for word in page.folded[part.first : part.last] if word[:1].isalnum())


def _cue_features(draft: Draft, default: str, group: str) -> list[str]:
    cue = draft.cue
    tense = cue.form.tense if cue.form is not None else cue.kind
    settles = cue.verb is not None and cue.verb.settles
    return [
        "bias",
        f"default={default}|{settles}",
        f"lemma={cue.lemma}",
        f"lemma={cue.lemma}|{cue.negated}",
        f"tense={tense}{group}",
        f"mode={draft.content.mode}{group}",
        f"frame={draft.frame.kind}{group}",
        f"opener={draft.frame.opener}{group}",
    ]


def _word_features(spoken: Spoken, group: str) -> list[str]:
    """The first words as they are, and the stems that mean something."""
    first = spoken.words[0]
    found = [f"first={first}", f"first={first}|{group}", *(f"second={word}" for word in spoken.words[1:2])]
    stems = dict.fromkeys(sense.stem for sense in spoken.senses if sense.stem)
    return found + [f"w={stem}" for stem in stems]


def _source(page: Page, draft: Draft) -> list[str]:
    if draft.source is None:
        return []
    return page.folded[draft.source.first : min(draft.source.last, draft.source.first + _SOURCE)]


def _source_signs(senses: Senses, source: list[str]) -> list[str]:
    if not source:
        return ["src=none"]
    classes = {name for word in source for name in senses.of_word(word).classes}
    return [f"src={name}" for name in _SPEAKERS if name in classes]


def _source_stems(senses: Senses, source: list[str]) -> frozenset[str]:
    return frozenset(stem for word in source for stem in (word, senses.of_word(word).stem) if stem)
