"""What a speaker does by saying something: the cue's sense, corrected by what the content says."""

from itertools import islice, pairwise

from rawi.model.statement import Force
from rawi.statements.draft import Draft
from rawi.statements.page import Page


def decide_force(page: Page, draft: Draft) -> Force:
    """The force of a statement by the trained decision ``force`` over the cue's entry and the words of the content."""
    return page.lexicon.model("force").best(force_features(page, draft))  # type: ignore[return-value] - its classes are forces


def force_features(page: Page, draft: Draft) -> list[str]:
    """Features: the entry and its default force, negation, the first words of the content, and the classes of all its words."""
    cue = draft.cue
    default = cue.verb.force if cue.verb is not None else "assert"
    tense = cue.form.tense if cue.form is not None else cue.kind
    spoken = spoken_words(page, draft)
    return [
        "bias",
        f"default={default}",
        f"lemma={cue.lemma}",
        f"default={default}|{cue.negated}",
        f"lemma={cue.lemma}|{cue.negated}",
        f"default={default}|{tense}",
        f"mode={draft.content.mode}|{default}",
        f"frame={draft.frame.kind}|{default}",
        f"opener={draft.frame.opener}|{default}",
        *(f"first={word}" for word in spoken[:_FIRST]),
        f"start={spoken[0]}|{default}" if spoken else "empty",
        *_classes(page, spoken, default),
        *_hints(page, draft, default),
    ]


# So many words of a content are looked at, its first ones by themselves.
_WORDS = 40
_OPENING = 6
_FIRST = 2


def spoken_words(page: Page, draft: Draft) -> list[str]:
    """The first folded words of a content, marks left out."""
    words = (page.folded[at] for part in draft.content.parts for at in range(part.first, part.last))
    return [word for word in islice(words, _WORDS) if word[:1].isalnum()]


def content_features(page: Page, draft: Draft) -> list[str]:
    """The words of a content by themselves, without cue or source: what `training.force_words` learns from."""
    spoken = spoken_words(page, draft)
    joined = page.grammar.words["joined_letters"]
    found = ["bias"]
    for place, word in enumerate(spoken):
        found.append(word)
        if word[:1] in joined and len(word) > _SHORTEST:
            found.append(word[1:])
        if place < _FIRST:
            found.append(f"^{word}")
    found += [f"{one} {other}" for one, other in pairwise(spoken[: _OPENING * 2])]
    return found


# A word with a joined letter is longer than this.
_SHORTEST = 4


def _hints(page: Page, draft: Draft, default: str) -> list[str]:
    """What the words of the content alone say, by the trained decision ``force_words``: its two likeliest forces."""
    ranked = page.lexicon.model("force_words").ranked(content_features(page, draft))
    (best, first), (second, other) = ranked[0], ranked[1]
    margin = min(int((first - other) * 2), 4)
    return [
        f"hint={best}|{margin}",
        f"hint={best}|{default}",
        f"hint={best}|{default}|{margin > 1}",
        f"second={second}|{default}",
        f"hints={best}|{second}",
    ]


def _classes(page: Page, words: list[str], default: str) -> list[str]:
    """Which classes of force words the content holds, early or late, and whether it is negated or future."""
    counts: dict[str, int] = {}
    places: dict[str, int] = {}
    index = page.grammar.force_words
    for place, word in enumerate(words):
        names = index.get(word) or index.get(word[1:], ()) if word[:1] in page.grammar.words["joined_letters"] else index.get(word, ())
        for name in names:
            counts[name] = counts.get(name, 0) + 1
            places.setdefault(name, place)
    joined = f" {' '.join(words)} "
    for name, phrase in page.grammar.force_phrases:
        if phrase in joined:
            counts[name] = counts.get(name, 0) + 2
            places.setdefault(name, joined.count(" ", 0, joined.index(phrase)))
    found = []
    for name, count in counts.items():
        found += [f"has={name}", f"has={name}|{default}", f"has={name}|{min(count, 3)}"]
        if places[name] < _OPENING:
            found.append(f"early={name}|{default}")
    return found + _moods(page, words, default)


def _moods(page: Page, words: list[str], default: str) -> list[str]:
    grammar = page.grammar.words
    found = []
    early = words[: _OPENING * 2]
    if any(word in grammar["verb_negations"] for word in early):
        found += ["negated-content", f"negated-content|{default}"]
    future = [word for word in early if word[:2] in grammar["future_prefixes"] and len(word) > 4]
    if future:
        found += ["future", f"future|{default}", *(f"future={word[1]}" for word in future)]
    if any(word[:1] in grammar["first_plural"] and len(word) > 3 for word in early):
        found.append("first-plural")
    return found
