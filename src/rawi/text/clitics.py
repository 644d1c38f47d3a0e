"""Words without what is joined before them, as candidates: without a dictionary no one knows which split is right."""

from collections.abc import Collection

# The article alone, and the assimilated preposition that hides its alef ("li" + "al" is written "ll").
_ARTICLE = "\u0627\u0644"
_ASSIMILATED = "\u0644\u0644"
# Two letters are left of a noun only where the article shows that one follows.
_SHORTEST = 3
_SHORTEST_AFTER_ARTICLE = 2


def clitic_variants(word: str, proclitics: Collection[str]) -> tuple[str, ...]:
    """The folded word first, then each form it has once a joined particle is taken off, longest first.

    ``wa-l-damanat`` also gives ``al-damanat`` and ``damanat``; after the assimilated ``ll-`` the article is restored.
    A form need not be a word: ``wazir`` also gives ``zir``. Linear in the number of proclitics.
    """
    forms = dict.fromkeys([word])
    for proclitic in proclitics:
        if not word.startswith(proclitic):
            continue
        rest = word[len(proclitic) :]
        assimilated = proclitic.endswith(_ASSIMILATED)
        shortest = _SHORTEST_AFTER_ARTICLE if assimilated or proclitic.endswith(_ARTICLE) else _SHORTEST
        if len(rest) < shortest:
            continue
        forms[rest] = None
        if assimilated:
            forms[_ARTICLE + rest] = None
    first, *others = forms
    return (first, *sorted(others, key=lambda form: (-len(form), form)))
