"""The unnamed among the speakers: what kind of source they are, and whether they asked not to be named."""

from functools import lru_cache

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import cells
from rawi.statements.draft import Draft
from rawi.statements.page import Page
from rawi.text.folding import fold
from rawi.text.words import split_words

# How far before "his name" the wish to withhold it may stand, in words.
_WISH = 6
# The type a second word makes more precise ("source" + "medical").
_PLAIN = "informed-source"
# Types that never hold an office.
_NO_OFFICE = frozenset({"informed-source", "eyewitness", "witness", "residents", "document", "media-reports", "local"})


def anonymity_of(page: Page, name: str, kind: str) -> str:
    """The type of an unnamed source by its description, ``""`` for somebody named, a body, or who holds an office.

    Types are ``informed-source``, ``official``, ``diplomat``, ``security``, ``medical``, ``eyewitness`` ...

    ``name`` is the fullest description the article gives, ``kind`` the kind of its mention. The types are those of
    knowledge/roles.tsv. "An official of the ministry" is unnamed, "the minister of defense" is not.
    """
    if kind not in ("", "role", "group"):
        return ""
    grammar = page.grammar.words
    words = split_words(name).folded
    many = 0
    while many < len(words) and _counts(page, words[many]):
        many += 1
    words = words[many:]
    if not words:
        return ""
    types = _types(page.lexicon)
    head = (
        types.get(" ".join(words[:2])) or types.get(words[0]) or types.get(page.grammar.without_article(words[0]), "")
    )
    if not head or (head not in _NO_OFFICE and not many and _holds_office(page, words)):
        return ""
    if words[0] in grammar["outlet_words"] and words[0] not in grammar["media_plurals"]:
        return ""
    closer = next((types[word] for word in words[1:3] if word in types), "") if head == _PLAIN else ""
    return closer or head


def _counts(page: Page, word: str) -> bool:
    """Whether a word before the noun picks out or counts ("one of", "several"), a joined preposition allowed."""
    counts = page.grammar.words["of_many"]
    return word in counts or (word[:1] in page.grammar.words["joined_prepositions"] and word[1:] in counts)


def _holds_office(page: Page, words: list[str]) -> bool:
    """Whether a description names one office: it, or what it is of ("minister of defense"), is definite."""
    articles = tuple(page.grammar.words["articles"])
    for word in words:
        if word in page.grammar.words["prepositions"]:
            return False
        if word.startswith(articles) or word in page.grammar.words["office_words"]:
            return True
    return False


@lru_cache(maxsize=4)
def _types(lexicon: Lexicon) -> dict[str, str]:
    """The type of each role word or phrase of knowledge/roles.tsv, in the singular, feminine and plurals, folded."""
    found: dict[str, str] = {}
    for row in lexicon.knowledge.rows("roles"):
        for form in (row["word"], *cells(row, "feminine"), *cells(row, "plurals")):
            if row["anonymous_type"]:
                found.setdefault(fold(form), row["anonymous_type"])
    return found


def asked_anonymity(page: Page, draft: Draft) -> bool:
    """Whether the article says beside the cue that the source asked not to be named: "who refused to give his name"."""
    words = page.grammar.words
    first = draft.cue.first
    if draft.source is not None:
        first = min(first, draft.source.first)
    last = max(draft.frame.gap_last, draft.cue.last, draft.source.last if draft.source is not None else 0)
    for index in range(first, min(last, len(page.folded))):
        if page.folded[index] not in words["own_name"]:
            continue
        before = page.folded[max(first, index - _WISH) : index]
        if any(word in words["withholding"] for word in before) and any(word in words["naming"] for word in before):
            return True
    return False


def asks_anonymity(page: Page, draft: Draft) -> bool:
    """Whether all a draft says is the wish not to be named ("who asked not to be named"): no statement of its own."""
    words = page.grammar.words
    first = draft.content.parts[0].first
    content = page.folded[first : first + _WISH]
    named = any(word in words["own_name"] for word in content)
    return named and any(word in words["naming"] for word in content)
