"""What one article gives, and what could not be read."""

from datetime import date

import msgspec

from rawi.model.article import Provenance
from rawi.model.event import Event
from rawi.model.mention import Mention
from rawi.model.reading import Block, Quotation, Sentence
from rawi.model.statement import Statement
from rawi.model.timex import Timex

SCHEMA = "rawi/1"


class Failure(msgspec.Struct, frozen=True, omit_defaults=True):
    """An input that could not be read: where it is, what is wrong, what to do."""

    origin: str
    reason: str
    advice: str = ""


class Analysis(msgspec.Struct, frozen=True, omit_defaults=False):
    """Everything Rawi finds in one article, in text order; the record ``rawi analyze`` writes, one a line."""

    id: str
    schema: str = SCHEMA
    version: str = ""
    outlet: str = ""
    published: date | None = None
    title: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    language: str = ""
    origin: str = ""
    encoding: str = ""
    provenance: tuple[Provenance, ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
