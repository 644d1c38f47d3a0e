"""Where a content may end, and what the trained decision about it looks at."""

from collections.abc import Iterator

from rawi.statements.cues import Cue
from rawi.statements.frames import Frame
from rawi.statements.page import Page

# The longest unquoted content, in words: text without a full stop is no statement of a thousand words.
LONGEST = 250
# After the first of these no content ends; before the second none does: they join what stands around them.
_OPENING = frozenset("([{")
_JOINING = frozenset("/%\"'#@")


def content_limit(page: Page, first: int) -> int:
    """The furthest a content that begins at ``first`` can reach: the end of its sentence or of an open quotation."""
    furthest = first + LONGEST
    end = min(page.sentence_end(first), furthest)
    index = first
    while index < end:
        quotation = page.quote_at.get(index)
        if quotation is None:
            index += 1
            continue
        index = max(index + 1, quotation.last + 1)
        if quotation.last >= end:
            end = max(end, min(furthest, page.sentence_end(min(index, len(page.folded)) - 1)))
    return min(end, len(page.folded))


def possible_ends(page: Page, first: int, limit: int) -> Iterator[int]:
    """The words before which a content that begins at ``first`` may end, in text order; the limit is not among them.

    They are: a punctuation mark or closing quotation, a cue, a conjunction or side clause. Quotations are passed whole.
    """
    index = first
    grammar = page.grammar
    while index < limit:
        quotation = page.quote_at.get(index)
        if quotation is not None and quotation.last < limit:
            index = max(index + 1, quotation.last + 1)
            if index < limit and quotation.last > first + 1:
                yield index
            continue
        if index > first + 1 and page.folded[index - 1] not in _OPENING and not _bare_opener(page, first, index):
            word = page.folded[index]
            if page.is_punctuation(index):
                if word not in _JOINING:
                    yield index
            elif not page.is_punctuation(index - 1) and (
                page.lexicon.cues.verb_readings(word)
                or page.lexicon.cues.phrases_at(word)
                or grammar.phrase_at("content_breaks", page.folded, index)
            ):
                yield index
        index += 1


def _bare_opener(page: Page, first: int, index: int) -> bool:
    """Whether nothing but a complementizer and marks stands before the word: no content ends there."""
    openers = page.grammar.words["complementizers"]
    return index - first <= 3 and all(
        page.folded[at] in openers or page.is_punctuation(at) for at in range(first, index)
    )


def end_features(page: Page, cue: Cue, frame: Frame, first: int, index: int) -> list[str]:
    """Features for the question whether the content that begins at ``first`` ends before word ``index``."""
    folded = page.folded
    after = index
    size = page.sentence_end(first)
    mark = ""
    while after < size and page.is_punctuation(after) and after not in page.quote_at:
        mark += folded[after]
        after += 1
    mark = mark[:2] or ("quote" if page.is_punctuation(index - 1) else "none")
    word = folded[after] if after < size else "$"
    following = folded[after + 1] if after + 1 < size else "$"
    tense = cue.form.tense if cue.form is not None else cue.kind
    kind = _kind(page, after) if after < size else "$"
    length = _bucket(index - first)
    found = [
        "bias",
        f"mark={mark}",
        f"kind={kind}",
        f"kind={kind}|{mark}",
        f"word={word}",
        f"word={word}|{mark}",
        f"words={word} {following}",
        f"starts={word[:1]}|{mark}",
        f"next={_kind(page, after + 1) if after + 1 < size else '$'}|{kind}",
        f"length={length}|{mark}",
        f"frame={frame.kind}|{mark}",
        f"frame={frame.kind}|{kind}",
        f"length={length}|{frame.kind}",
        f"cue={tense}|{kind}",
        f"rest={_bucket(size - after)}",
        f"commas={min(3, sum(1 for at in range(first, index) if folded[at] in page.grammar.words['commas']))}|{mark}",
        f"mention={after in page.mention_at}|{mark}",
        f"before={page.shape(index - 1)}|{mark}",
    ]
    coarse, fine = page.classes(after)
    found += [f"class={coarse}|{mark}", f"class={fine}", f"next-class={page.classes(after + 1)[0]}|{kind}"]
    if "(" in folded[first:index] and ")" not in folded[first:index]:
        found.append("bracket")
    if page.quote_at.get(first) is not None:
        found.append(f"quoted|{mark}|{page.quote_at[first].last + 1 == index}")
    found += _agreement(page, cue, after, mark)
    return found


def _agreement(page: Page, cue: Cue, after: int, mark: str) -> list[str]:
    """Whether a following cue agrees with this one in gender and number: the same speaker goes on."""
    if after >= len(page.folded) or cue.form is None:
        return []
    return [
        f"agrees={form.gender == cue.form.gender}|{form.tense}|{mark}|{proclitic}"
        for proclitic, form, _ in page.lexicon.cues.verb_readings(page.folded[after])[:2]
    ]


def _kind(page: Page, index: int) -> str:
    word = page.folded[index]
    words = page.grammar.words
    for proclitic, form, _ in page.lexicon.cues.verb_readings(word):
        if form.tense == "noun":
            continue
        return f"{form.tense}+{proclitic}+{form.person}{'p' if form.pronoun else ''}"
    if page.is_punctuation(index):
        return "mark"
    if page.grammar.phrase_at("content_breaks", page.folded, index):
        return "break"
    if page.lexicon.cues.phrases_at(word):
        return page.lexicon.cues.phrases_at(word)[0][1].kind
    for name in ("complementizers", "relatives", "prepositions", "particles", "clause_breaks"):
        if word in words[name]:
            return name
    if word[:1] in words["conjunctions"] and word[1:] in words["complementizers"]:
        return "and-complementizer"
    return page.shape(index)


def _bucket(length: int) -> int:
    for step in (2, 4, 6, 9, 13, 18, 25, 40):
        if length <= step:
            return step
    return 99
