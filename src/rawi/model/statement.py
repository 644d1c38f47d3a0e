"""A statement: who said what, through whom, how, and under which condition (PARC 3: source, cue, content)."""

from typing import Literal

import msgspec

from rawi.model.span import Evidence, Span

Mode = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "assert", "deny", "accuse", "warn", "demand", "offer", "refuse", "pledge", "predict", "concern", "praise"
]


class Speaker(msgspec.Struct, frozen=True, omit_defaults=True):
    """The one a statement is attributed to, resolved over the article.

    ``name`` is the fullest proper name the article gives, or the fullest description of somebody unnamed; ``aliases``
    are the other ways the article writes it. ``kind`` is ``person``, ``state``, ``organization``, ``document``,
    ``group`` or ``unnamed``; ``anonymity`` types the unnamed (``informed-source``, ``official``, ``diplomat`` ...).
    ``country`` is an ISO 3166 code, ``entity`` the linked entity's id (``""`` is NIL). ``asked_anonymity`` is true
    where the article says the source asked not to be named. ``resolved`` says how the name was found:
    ``named``, ``role``, ``last-name``, ``running``, ``coreference`` or ``none``.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    gender: str = ""
    number: str = ""
    country: str = ""
    rank: str = ""
    anonymity: str = ""
    asked_anonymity: bool = False
    entity: str = ""
    resolved: str = ""


class Hop(msgspec.Struct, frozen=True, omit_defaults=True):
    """One carrier of a chain of attribution: a name, its other spellings, its words in the text if any."""

    name: str
    aliases: tuple[str, ...] = ()
    span: Span | None = None
    kind: str = ""
    entity: str = ""


class Statement(msgspec.Struct, frozen=True, omit_defaults=False):
    """A passage attributed to a source; the fields are those of the annotation guideline.

    ``via`` lists the carriers, outermost first. ``parent`` indexes the statement (of the same article) inside whose
    content this one stands. ``said_on`` is an ISO date or None. ``distance`` is the outlet's distance from what is
    said (``""``, ``doubt``, ``scare-quotes``); ``strength`` is ``weak``, ``plain`` or ``strong``. ``confidence`` is
    the calibrated probability that speaker and content are right, or None where it was not calibrated.
    """

    id: str
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    speaker: Speaker
    mode: Mode
    force: Force
    condition: Span | None = None
    addressee: Span | None = None
    channel: Span | None = None
    channel_kind: str = ""
    via: tuple[Hop, ...] = ()
    parent: int | None = None
    said_on: str | None = None
    strength: str = "plain"
    distance: str = ""
    confidence: float | None = None
    evidence: tuple[Evidence, ...] = ()
