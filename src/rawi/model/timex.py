"""A time expression after TIMEX3 (TimeML), with its precision and its anchor."""

from datetime import date
from typing import Literal

import msgspec

TimexKind = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time expression ``[start, end)`` with its TIMEX3 ``value``.

    ``begin`` and ``finish`` bound the days meant, half-open, where the value fixes them. ``precision`` is ``day``,
    ``week``, ``month``, ``quarter``, ``half``, ``season``, ``year``, ``decade``, ``century``, ``time`` or ``ref``.
    ``anchor`` says what it was resolved against: ``published``, ``text`` (a date named before it), or ``""`` when it
    stands alone or is open.
    """

    start: int
    end: int
    text: str
    value: str
    kind: TimexKind = "DATE"
    precision: str = ""
    anchor: str = ""
    begin: date | None = None
    finish: date | None = None
    rule: str = ""
