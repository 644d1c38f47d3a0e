"""Linking the mentions and statements of one article."""

from collections.abc import Sequence

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.knowledge import Knowledge
from rawi.model.mention import Mention
from rawi.model.reading import Reading
from rawi.model.statement import Statement
from rawi.text.words import split_words


def link_article(
    reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement], *, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Statement, ...]]:
    """The mentions and statements with the entity each is linked to, and why; ``""`` where that is not sure."""
    return tuple(_link(mention, lexicon.knowledge) for mention in mentions), tuple(statements)


def _link(mention: Mention, knowledge: Knowledge) -> Mention:
    entries = knowledge.by_name.get(" ".join(split_words(mention.name).folded), ())
    ids = {entry.entity for entry in entries if entry.kind == mention.kind}
    if len(ids) != 1:
        return mention
    return msgspec.structs.replace(mention, entity=ids.pop(), reason="name")
