"""The records every room shares: frozen, compared by value, written as JSON under the names of ``rawi/1``."""

from rawi.model.analysis import SCHEMA, Analysis, Failure
from rawi.model.article import Article, Provenance
from rawi.model.correction import Correction, CorrectionTarget
from rawi.model.event import Event, Participant, Quantity
from rawi.model.identity import Identity
from rawi.model.mention import Mention
from rawi.model.reading import Block, BlockKind, Quotation, Reading, Sentence, Words
from rawi.model.span import Evidence, Span
from rawi.model.statement import Force, Hop, Mode, Speaker, Statement
from rawi.model.timex import Timex

__all__ = [
    "SCHEMA",
    "Analysis",
    "Article",
    "Block",
    "BlockKind",
    "Correction",
    "CorrectionTarget",
    "Event",
    "Evidence",
    "Failure",
    "Force",
    "Hop",
    "Identity",
    "Mention",
    "Mode",
    "Participant",
    "Provenance",
    "Quantity",
    "Quotation",
    "Reading",
    "Sentence",
    "Span",
    "Speaker",
    "Statement",
    "Timex",
    "Words",
]
