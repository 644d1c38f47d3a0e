"""What the tagger sees of a word and of its place: the attributes its weights are learned for."""

from collections.abc import Mapping, Sequence

from rawi.lexicon.namewords import PART_NAMES, NameWords, Part
from rawi.mentions.page import Known, Page

# Words at these distances are seen, each with the groups of attributes (by their first two letters) listed for it.
OFFSETS = (-2, -1, 0, 1, 2)
_FAR = frozenset({"w=", "c0", "c1", "nm", "pt", "pr", "sh", "<>"})

# Of the neighbors, letters at beginning and end tell nothing that their words and clusters do not.
_OWN = frozenset({"p1", "p2", "p3", "p4", "s1", "s2", "s3", "s4"})

# What stands in the place of a word before the beginning and after the end of a sentence.
OUTSIDE = ""

_PARTS = tuple(
    (name, part) for name, part in PART_NAMES.items() if part not in (Part.NAME, Part.NEEDS_ROLE, Part.NEEDS_COMPLEMENT)
)
_SHORT = 4
_COUNT_STEPS = (1, 3, 10, 50)


def word_attributes(word: str, *, names: NameWords, table: Mapping[str, Sequence[str]]) -> list[str]:
    """The attributes of a folded word by itself: its letters, what is joined to it, its classes, its table row."""
    if word == OUTSIDE:
        return ["<>"]
    found = [f"w={word}"]
    if word.isalpha() and not word.isascii():
        found += _letters(word, names=names, table=table)
    else:
        found.append(f"sh={_shape(word)}")
    found += table.get(word, ("c=none",))
    look = names.look_up(word)
    if look.parts:
        joined = f"{'D' if look.definite else ''}{look.proclitic[:1]}"
        found += [f"pt={name}{joined}" for name, part in _PARTS if look.parts & part]
    return found


def seen_at(offset: int, attributes: Sequence[str]) -> list[str]:
    """The attributes of a word that count at a distance, each with the distance before it."""
    if offset == 0:
        return list(attributes)
    if abs(offset) == 1:
        return [f"{offset}:{attribute}" for attribute in attributes if attribute[:2] not in _OWN]
    return [f"{offset}:{attribute}" for attribute in attributes if attribute[:2] in _FAR]


def place_attributes(page: Page) -> dict[int, list[str]]:
    """The attributes of places of the article: known names, terms and offices there and beside."""
    found: dict[int, list[str]] = {}
    for known in page.known.values():
        _mark(page, found, "g", known)
    for known in page.terms.values():
        _mark(page, found, "t", known)
    for role in page.roles.values():
        for inside in range(role.first, role.last):
            found.setdefault(inside, []).append("r=B" if inside == role.first else "r=I")
        if role.last < page.sentence_end(role.first):
            found.setdefault(role.last, []).append(f"r=A{'bare' if role.bare else ''}{role.number}")
    return found


def _mark(page: Page, found: dict[int, list[str]], sign: str, known: Known) -> None:
    entry = known.entry
    kind = f"{entry.kind}{'' if sign == 't' else entry.use}{'?' if entry.ambiguous else ''}"
    sentence = page.reading.sentences[page.reading.sentence_of[known.first]]
    for inside in range(known.first, known.last):
        place = "B" if inside == known.first else "I" if inside < known.last - 1 else "E"
        for offset in (-1, 0, 1):
            if sentence.first <= inside - offset < sentence.last:
                found.setdefault(inside - offset, []).append(f"{sign}{offset}={place}{kind}")


def _letters(word: str, *, names: NameWords, table: Mapping[str, Sequence[str]]) -> list[str]:
    found = [f"p{size}={word[:size]}" for size in (1, 2, 3, 4)]
    found += [f"s{size}={word[-size:]}" for size in (1, 2, 3, 4)]
    found.append(f"le={min(len(word), 8)}")
    found.append(f"nm={_step(names.count(word))}")
    article = names.article
    if word.startswith(article):
        stem = word[len(article) :]
        found += [f"al={stem}", f"na={_step(names.count(stem))}"]
    elif word[0] in names.joined and len(word) >= _SHORT:
        joined, rest = word[0], word[1:]
        found += [f"st={joined}|{rest}", f"ns={joined}{_step(names.count(rest))}"]
        found += [f"cs={joined}{attribute}" for attribute in table.get(rest, ()) if attribute[:2] in ("c1", "pr")]
        if rest.startswith(article):
            found.append(f"al={joined}{rest[len(article) :]}")
    return found


def _step(count: int) -> int:
    return sum(count >= step for step in _COUNT_STEPS)


def _shape(word: str) -> str:
    if word[:1].isdigit():
        return f"d{min(len(word), 5)}"
    if word.isascii() and word.isalpha():
        return "latin"
    return f"p{word[:1]}"
