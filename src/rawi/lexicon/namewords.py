"""What a single word can be inside a name, an office or a body, its joined prepositions set apart."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.files import resource_paths
from rawi.lexicon.knowledge import Knowledge, cells
from rawi.lexicon.words import WordClasses
from rawi.text.folding import fold_word


class Part:
    """The parts a word can play in a mention, one bit each; plain numbers, because they are asked for at every word."""

    NONE = 0
    ROLE = 1
    ROLE_FEMININE = 2
    ROLE_PLURAL = 4
    HONORIFIC = 8
    ROLE_WORD = 16
    DOMAIN = 32
    GOVERNMENT = 64
    ORGANIZATION = 128
    PARTY = 256
    ARMED_GROUP = 512
    COMPANY = 1024
    OUTLET = 2048
    PLACE = 4096
    SIDE = 8192
    PARTICLE = 16384
    OPENER = 32768
    GIVEN = 65536
    NAME = 131072
    NEEDS_ROLE = 262144
    NEEDS_COMPLEMENT = 524288


# The parts by name, as the tagger learns them.
PART_NAMES = {name: value for name, value in vars(Part).items() if name.isupper() and value}

BODY = Part.GOVERNMENT | Part.ORGANIZATION | Part.PARTY | Part.ARMED_GROUP | Part.COMPANY | Part.OUTLET | Part.PLACE
OFFICE = Part.ROLE | Part.ROLE_FEMININE | Part.ROLE_PLURAL | Part.HONORIFIC


class NameWord(msgspec.Struct, frozen=True):
    """A folded word cut into ``proclitic`` (without the article), article and ``stem``, with the parts it can play."""

    proclitic: str
    stem: str
    definite: bool
    parts: int


class NameWords:
    """Looks words up by the parts they can play; every word is cut once and remembered."""

    def __init__(
        self,
        classes: dict[str, int],
        *,
        counts: dict[str, int],
        singulars: dict[str, str],
        article: str,
        proclitics: frozenset[str],
        assimilating: frozenset[str],
    ) -> None:
        """Take each folded word with its parts; use `load_name_words` to read them."""
        self._classes = classes
        self._counts = counts
        self._singulars = singulars
        self.article = article
        self.joined = frozenset(proclitic for proclitic in proclitics if len(proclitic) == 1)
        self._proclitics = proclitics
        self._assimilating = assimilating
        self._known: dict[str, NameWord] = {}

    def look_up(self, word: str) -> NameWord:
        """The word's parts: those of the whole word if it has any, else those it has without what is joined to it."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._cut(word)
        return found

    def singular(self, stem: str) -> str:
        """The singular of an office in the dual or plural, else the stem itself."""
        return self._singulars.get(stem, stem)

    def count(self, word: str) -> int:
        """How many bearers of the folded name the list of name words counts."""
        return self._counts.get(word, 0)

    def _cut(self, word: str) -> NameWord:
        article = self.article
        plain = NameWord("", word, False, self._classes.get(word, Part.NONE))
        if word.startswith(article) and len(word) > len(article) + 1:
            plain = NameWord("", word[len(article) :], True, plain.parts | self._definite_parts(word[len(article) :]))
        if plain.parts:
            return plain
        for size in (1, 2, 3):
            proclitic, rest = word[:size], word[size:]
            if len(rest) < 2:
                break
            if proclitic in self._assimilating:
                parts = self._classes.get(article + rest, Part.NONE) | self._definite_parts(rest)
                if parts:
                    return NameWord(proclitic, rest, True, parts)
            elif proclitic in self._proclitics:
                inner = self._whole(rest)
                if inner.parts:
                    return NameWord(proclitic, inner.stem, inner.definite, inner.parts)
        return plain

    def _whole(self, word: str) -> NameWord:
        article = self.article
        parts = self._classes.get(word, Part.NONE)
        if word.startswith(article) and len(word) > len(article) + 1:
            return NameWord("", word[len(article) :], True, parts | self._definite_parts(word[len(article) :]))
        return NameWord("", word, False, parts)

    def _definite_parts(self, stem: str) -> int:
        # A name particle or given name with the article is another word.
        return self._classes.get(stem, Part.NONE) & ~(
            Part.PARTICLE | Part.OPENER | Part.GIVEN | Part.HONORIFIC | Part.NAME
        )


_CLASS_PARTS = {
    "role_heads": Part.ROLE,
    "role_heads_plural": Part.ROLE_PLURAL,
    "honorifics": Part.HONORIFIC,
    "role_words": Part.ROLE_WORD,
    "domains": Part.DOMAIN,
    "government_heads": Part.GOVERNMENT,
    "organization_heads": Part.ORGANIZATION,
    "party_heads": Part.PARTY,
    "armed_group_heads": Part.ARMED_GROUP,
    "company_heads": Part.COMPANY,
    "outlet_heads": Part.OUTLET,
    "place_heads": Part.PLACE,
    "sides": Part.SIDE,
    "name_particles": Part.PARTICLE,
    "name_openers": Part.OPENER,
    "ambiguous_roles": Part.NEEDS_ROLE,
    "needs_complement": Part.NEEDS_COMPLEMENT,
}

# Classes of knowledge/roles.tsv that are no office or standing of a person.
_NOT_OFFICES = frozenset({"body", "document", "residents", "family", "eyewitness", "party", "public"})
_BEFORE_A_NAME = frozenset({"honorific", "military_rank"})


def load_name_words(words: WordClasses, *, knowledge: Knowledge, overlay: Path | None) -> NameWords:
    """The words of the class files, of the knowledge base's roles and given names, and of the list of names."""
    classes: dict[str, int] = {}
    for name, part in _CLASS_PARTS.items():
        _add(classes, words.words(f"mentions.{name}"), part)
    _add_roles(classes, words, knowledge)
    counts = {word: count for path in resource_paths("names/words.tsv", overlay) for word, count in _read_counts(path)}
    _add(classes, counts, Part.NAME)
    _add(classes, (name for name in knowledge.given_genders if " " not in name), Part.GIVEN)
    (article,) = words.words("mentions.article")
    return NameWords(
        classes,
        counts=counts,
        singulars=_singulars(words, knowledge),
        article=article,
        proclitics=words.words("common.name_proclitics"),
        assimilating=words.words("mentions.assimilating"),
    )


def _read_counts(path: Path) -> Iterator[tuple[str, int]]:
    """The words and counts of a table of these two columns; read line by line, because it is the longest of all."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[1:], 2):
        word, _, count = line.partition("\t")
        if not count.isdigit():
            raise LexiconError(f"{path}:{number}: {line!r} is not a word, a tab and a count.")
        yield word, int(count)


def _add_roles(classes: dict[str, int], words: WordClasses, knowledge: Knowledge) -> None:
    excluded = words.words("mentions.not_roles")
    not_feminine = words.words("mentions.not_feminine_roles")
    outlets = words.words("mentions.outlet_heads")
    for row in knowledge.rows("roles"):
        head = fold_word(row["word"])
        if row["class"] in _NOT_OFFICES or head in excluded or head in outlets or " " in head:
            continue
        part = Part.HONORIFIC if row["class"] in _BEFORE_A_NAME else Part.ROLE
        _add(classes, [head], part)
        feminine = [fold_word(word) for word in cells(row, "feminine") if " " not in word]
        _add(classes, (word for word in feminine if word not in not_feminine), part | Part.ROLE_FEMININE)
        _add(classes, (fold_word(word) for word in cells(row, "plurals") if " " not in word), Part.ROLE_PLURAL)


def _singulars(words: WordClasses, knowledge: Knowledge) -> dict[str, str]:
    """The singular of each plural and dual of the table of roles."""
    duals = words.words("mentions.dual_endings")
    found: dict[str, str] = {}
    for row in knowledge.rows("roles"):
        head = fold_word(row["word"])
        if " " not in head:
            found.update(dict.fromkeys((fold_word(plural) for plural in cells(row, "plurals")), head))
            found.update(dict.fromkeys((head + ending for ending in duals), head))
    return {plural: head for plural, head in found.items() if plural != head}


def _add(classes: dict[str, int], words: Iterable[str], part: int) -> None:
    for word in words:
        classes[word] = classes.get(word, Part.NONE) | part
