"""Somebody or something as another register knows it: what is imported beside the knowledge base."""

import msgspec


class Identity(msgspec.Struct, frozen=True, omit_defaults=True):
    """An identity of a register: its ``id`` there, its ``kind`` (those of `rawi.model.Mention`), its names.

    ``name`` is the one shown, ``aliases`` other Arabic spellings, ``latin`` names in Latin letters. ``country`` is an
    ISO 3166 alpha-2 code, ``source`` where it was read: ``file:line``.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    country: str = ""
    gender: str = ""
    source: str = ""
