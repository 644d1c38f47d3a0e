"""Offices: ``the deputy foreign minister of Russia``, read from the word that heads them as far as they go."""

from rawi.lexicon.namewords import BODY, OFFICE, NameWord, Part
from rawi.mentions.page import Known, Page, Role

_COMPLEMENT = Part.ROLE | Part.ROLE_FEMININE | Part.ROLE_PLURAL | Part.ROLE_WORD | Part.DOMAIN | BODY
_MAX_WORDS = 14


def find_roles(page: Page) -> dict[int, Role]:
    """The offices of the article by their first word, none inside another."""
    found: dict[int, Role] = {}
    at, size, looks = 0, len(page.folded), page.looks
    while at < size:
        role = read_role(page, at) if looks[at].parts & OFFICE else None
        if role is None:
            at += 1
        else:
            found[at] = role
            at = role.last
    return found


def read_role(page: Page, first: int) -> Role | None:
    """The office that begins at the word, or None when no office begins there."""
    head = page.looks[first]
    if not head.parts & OFFICE or (head.parts & OFFICE == Part.HONORIFIC and first in page.known):
        return None
    if head.parts & Part.NEEDS_ROLE and not _is_role_at(page, first + 1):
        return None
    stop = min(page.sentence_end(first), first + _MAX_WORDS)
    here, country, complements = first + 1, "", 0
    while here < stop:
        step, state = _absorb(page, here, complements)
        if step == 0:
            break
        here += step
        complements += 1
        country = country or state
    return Role(
        first,
        here,
        country,
        gender="f" if head.parts & Part.ROLE_FEMININE or _feminine(page, head, first) else "m",
        number="p" if head.parts & Part.ROLE_PLURAL else "s",
        bare=complements == 0,
    )


def _is_role_at(page: Page, at: int) -> bool:
    return at < len(page.looks) and bool(page.looks[at].parts & Part.ROLE)


def _feminine(page: Page, head: NameWord, first: int) -> bool:
    ending = page.lexicon.words.words("mentions.feminine_ending")
    return bool(head.parts & Part.HONORIFIC) and page.folded[first][-1:] in ending


def _absorb(page: Page, here: int, complements: int) -> tuple[int, str]:
    """How many words at ``here`` still belong to the office, and the state they name."""
    known = page.known.get(here)
    look = page.looks[here]
    if known is not None and not known.entry.ambiguous:
        return _absorb_known(page, known)
    if look.parts & Part.GIVEN and not look.definite:
        return 0, ""
    if look.parts & _COMPLEMENT and _joins(page, here, look):
        return 1, ""
    if _is_plain_definite(page, here, look) and (complements == 0 or _is_adjective(page, look)):
        return 1, ""
    if _is_of_definite(page, here):
        return 1, ""
    if look.proclitic == "" and page.folded[here] in page.lexicon.words.words("mentions.role_prepositions"):
        return _absorb_preposition(page, here)
    return 0, ""


def _absorb_known(page: Page, known: Known) -> tuple[int, str]:
    entry = known.entry
    if entry.kind == "person" or (entry.kind == "outlet" and known.proclitic):
        return 0, ""
    conjunction = page.lexicon.words.words("mentions.conjunction")
    if known.proclitic and known.proclitic[0] in conjunction and entry.use != "nisba":
        return 0, ""
    return known.last - known.first, entry.country


def _joins(page: Page, here: int, look: NameWord) -> bool:
    """Whether a word that can be part of an office is one here: not with a joined preposition it cannot carry."""
    if look.proclitic == "":
        # After a definite word a construct has ended; only another office or an adjective goes on.
        bodily = look.parts & (BODY | Part.DOMAIN) and not look.parts & (OFFICE | Part.ROLE_WORD)
        return look.definite or not bodily or not _is_definite(page, here - 1)
    conjunction = page.lexicon.words.words("mentions.conjunction")
    if look.proclitic in conjunction:
        return bool(look.parts & Part.DOMAIN) and bool(page.looks[here - 1].parts & Part.DOMAIN)
    if look.proclitic[0] in conjunction or look.parts & Part.OUTLET:
        return False
    return bool(look.parts & (Part.DOMAIN | BODY))


def _is_definite(page: Page, at: int) -> bool:
    known = page.known.get(at)
    return page.looks[at].definite or page.folded[at].startswith(page.lexicon.name_words.article) or known is not None


def _is_adjective(page: Page, look: NameWord) -> bool:
    """Whether a word has the ending of an adjective of relation."""
    endings = page.lexicon.words.words("mentions.adjective_endings")
    return any(look.stem.endswith(ending) for ending in endings)


def _is_plain_definite(page: Page, here: int, look: NameWord) -> bool:
    """A noun or adjective with the article that no list knows, as complement of the office."""
    if page.folded[here] in page.lexicon.words.words("mentions.not_complements"):
        return False
    return look.definite and look.proclitic == "" and not look.parts & (Part.GIVEN | OFFICE) and len(look.stem) > 2


def _is_of_definite(page: Page, here: int) -> bool:
    """A noun whose article a preposition swallowed, after an adjective of the office ("secretary general of the …")."""
    word = page.folded[here]
    of = any(word.startswith(prefix) for prefix in page.lexicon.words.words("mentions.assimilating"))
    return of and bool(page.looks[here - 1].parts & Part.ROLE_WORD) and page.looks[here - 1].definite


def _absorb_preposition(page: Page, here: int) -> tuple[int, str]:
    """``in the ministry of …``: the preposition with the body after it."""
    after = here + 1
    if after >= page.sentence_end(here):
        return 0, ""
    known = page.known.get(after)
    if known is not None and known.entry.kind not in {"person", "state", "place", "weapon"}:
        return known.last - here, known.entry.country
    if page.looks[after].parts & (BODY & ~Part.PLACE) and page.looks[after].proclitic == "":
        return 2, ""
    return 0, ""
