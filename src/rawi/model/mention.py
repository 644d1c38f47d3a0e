"""A mention: words that name somebody or something the ledger can know."""

import msgspec


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words ``[start, end)`` that name a person, role, state, body, outlet, place or weapon.

    ``kind`` is one of ``person role state government organization party armed_group company outlet place weapon
    group``. ``name`` is the name proper without title or joined preposition, ``title`` what stands before or after it
    as office. ``country`` is an ISO 3166 alpha-2 code. ``entity`` is the id it is linked to (``""`` is NIL) and
    ``reason`` why. ``first`` and ``last`` are its words, half-open.
    """

    start: int
    end: int
    text: str
    kind: str
    name: str
    first: int = 0
    last: int = 0
    title: str = ""
    country: str = ""
    gender: str = ""
    number: str = ""
    entity: str = ""
    reason: str = ""
