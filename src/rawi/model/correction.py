"""A person's decision about a finding: appended, never changed, laid over every later analysis."""

from datetime import datetime
from typing import Literal

import msgspec

CorrectionTarget = Literal[
    "article", "statement", "event", "mention", "entity", "story", "wire", "utterance", "conflict", "follow-up"
]


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """``field`` of the record ``target`` (of ``kind``) is ``value`` because ``by`` says so since ``at``.

    ``value`` is JSON, so that a span, a name or nothing (``null``) can be written down; ``note`` is the reason given.
    A later correction of the same field wins; the earlier one stays.
    """

    kind: CorrectionTarget
    target: str
    field: str
    value: str
    by: str
    at: datetime
    note: str = ""
