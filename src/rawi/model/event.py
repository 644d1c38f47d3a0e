"""An event after PLOVER: who did what to whom, where and when, and who says so."""

import msgspec

from rawi.model.span import Evidence, Span


class Participant(msgspec.Struct, frozen=True, omit_defaults=True):
    """An actor or target of an event: its name as written, and the entity it is linked to (``""`` is NIL).

    ``sector`` is its PLOVER sector (``MIL``, ``GOV``, ``CVL`` ...) and ``country`` its ISO 3166 alpha-2 code (or
    PLOVER's ``IMG``, ``INT``, ``IGO`` for those of no state), each ``""`` where the text does not say. ``level``
    is the rank of an official (``head``, ``minister``, ``envoy``).
    """

    name: str
    aliases: tuple[str, ...] = ()
    span: Span | None = None
    kind: str = ""
    country: str = ""
    entity: str = ""
    level: str = ""
    sector: str = ""


class Quantity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A count that belongs to an event: at least ``low``, at most ``high`` of ``unit``; ``span`` is its words."""

    low: float | None
    high: float | None
    unit: str
    span: Span


class Event(msgspec.Struct, frozen=True, omit_defaults=False):
    """An event with its ``trigger``, PLOVER ``type``, ``mode`` and ``contexts``.

    ``status`` is ``happened``, ``planned``, ``hypothetical`` or ``denied``. ``said`` is the index of the statement
    (of the same article) in whose content it stands, None when the outlet itself reports it. ``date`` is ISO
    (a day, or shorter where the text gives less) or None.
    """

    id: str
    trigger: Span
    type: str
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    date: str | None = None
    place: str | None = None
    status: str = "happened"
    said: int | None = None
    mode: str = ""
    contexts: tuple[str, ...] = ()
    instrument: str = ""
    forum: str = ""
    series: str = ""
    quantities: tuple[Quantity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
