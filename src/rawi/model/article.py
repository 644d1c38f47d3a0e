"""An article as it was read, with where each piece of metadata came from."""

from datetime import date

import msgspec


class Provenance(msgspec.Struct, frozen=True):
    """Where a field of an article came from, for example ``published`` from ``header line``."""

    field: str
    source: str


class Article(msgspec.Struct, frozen=True, omit_defaults=True):
    """One report of one outlet.

    ``text`` is stored as it was read; every offset of the ledger counts its code points. ``id`` is the id the input
    gave, else a hash of the content. ``origin`` says where it was read: a path, ``path:line`` or ``-``.
    ``credit`` is the agency the text is credited to; ``provenance`` says where each field came from.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    language: str = ""
    origin: str = ""
    encoding: str = ""
    provenance: tuple[Provenance, ...] = ()
