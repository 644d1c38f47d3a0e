"""What the ledger is asked with, and what it answers."""

from datetime import date

import msgspec

from rawi.model import Force, Mode, Statement


class StatementFilter(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which statements are wanted; what is left out does not restrict.

    ``speaker``, ``via`` and ``text`` are words to search for (`rawi.ledger.search.parse_query`); ``speaker`` may also
    be an entity id. ``outlet`` is part of a name. ``since`` and ``until`` bound, half-open, the day of saying, or of
    publication where the article does not fix it. ``article`` is an article's id. ``confidence`` is the least
    calibrated probability wanted; statements without one are then left out.
    """

    speaker: str = ""
    outlet: str = ""
    force: tuple[Force, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""
    via: str = ""
    anonymous: bool | None = None
    mode: Mode | None = None
    nested: bool | None = None
    article: str = ""
    confidence: float = 0.0
    limit: int | None = None


class StatementRow(msgspec.Struct, frozen=True):
    """A statement with the article it stands in. ``position`` is its place there: what ``parent`` refers to."""

    article: str
    outlet: str
    published: date | None
    title: str
    position: int
    statement: Statement


class SpeakerRow(msgspec.Struct, frozen=True):
    """One who speaks in the ledger: under one entity where linked, else under one folded name.

    ``name`` is the spelling used most; ``forces`` counts statements by force; ``first`` and ``last`` are ISO days.
    """

    name: str
    entity: str
    kind: str
    country: str
    statements: int
    articles: int
    outlets: int
    first: str | None
    last: str | None
    forces: dict[str, int]


class ArticleRow(msgspec.Struct, frozen=True):
    """An article as a list shows it."""

    id: str
    title: str
    outlet: str
    published: date | None
    statements: int


class Stats(msgspec.Struct, frozen=True):
    """How much the ledger holds; the dictionaries count, most first. ``copies`` are articles whose text another has."""

    articles: int
    copies: int
    statements: int
    speakers: int
    mentions: int
    entities: int
    times: int
    events: int
    failures: int
    corrections: int
    first: date | None
    last: date | None
    outlets: dict[str, int]
    forces: dict[str, int]
    modes: dict[str, int]
