"""What the first pass found elsewhere in the article: a name told once by its context is told everywhere."""

from collections import Counter
from collections.abc import Sequence

OUT = "O"
# A joined preposition is looked behind when at least this many letters stand with it.
_SHORT = 5
_SHARES = (0.3, 0.7)


def vote_attributes(folded: Sequence[str], labels: Sequence[str], *, joined: frozenset[str]) -> dict[int, list[str]]:
    """For each place whose word is a name somewhere in the article: as what, and in how large a share of its places.

    ``labels`` are those of the first pass for all words of the article. Words that occur once have no votes.
    """
    counts = _count(folded, labels, joined=joined)
    if not counts:
        return {}
    own: dict[int, list[str]] = {}
    known: dict[str, list[str]] = {}
    for at, word in enumerate(folded):
        votes = known.get(word)
        if votes is None:
            votes = known[word] = _votes(word, counts, joined=joined)
        if votes:
            own[at] = votes
    found: dict[int, list[str]] = {}
    for at, votes in own.items():
        found.setdefault(at, []).extend(votes)
        if at > 0:
            found.setdefault(at - 1, []).extend(f"+1{vote}" for vote in votes)
        if at + 1 < len(folded):
            found.setdefault(at + 1, []).extend(f"-1{vote}" for vote in votes)
    return found


def _count(folded: Sequence[str], labels: Sequence[str], *, joined: frozenset[str]) -> dict[str, Counter[str]]:
    """Of each word that is a name somewhere: how often it is what. ``+word`` counts it with something joined."""
    counts: dict[str, Counter[str]] = {}
    for at, label in enumerate(labels):
        if label == OUT:
            continue
        word, kind = folded[at], _kind(labels, at)
        counts.setdefault(word, Counter())[kind] += 1
        if label[0] == "B" and word[:1] in joined and len(word) >= _SHORT:
            counts.setdefault(f"+{word[1:]}", Counter())[kind] += 1
            counts.setdefault(word[1:], Counter())
    for at, label in enumerate(labels):
        if label == OUT and folded[at] in counts:
            counts[folded[at]][OUT] += 1
    return counts


def _kind(labels: Sequence[str], at: int) -> str:
    """The kind of name at a place; a person with a full name counts apart."""
    kind = labels[at][2:]
    full = kind == "PERS" and (labels[at][0] == "I" or (at + 1 < len(labels) and labels[at + 1] == "I-PERS"))
    return f"{kind}full" if full else kind


def _votes(word: str, counts: dict[str, Counter[str]], *, joined: frozenset[str]) -> list[str]:
    """What the places of a word, with and without something joined before it, say of it."""
    rest = word[1:] if word[:1] in joined and len(word) >= _SHORT else ""
    found = [counts[key] for key in (word, f"+{word}", rest) if key in counts]
    if not found:
        return []
    total: Counter[str] = Counter()
    for count in found:
        total.update(count)
    if not total:
        return []
    if word not in counts:
        total[OUT] += 1
    places = sum(total.values())
    if places < 2 or len(total) == (OUT in total):
        return []
    return [f"v={kind}{sum(count / places >= share for share in _SHARES)}" for kind, count in sorted(total.items())]
