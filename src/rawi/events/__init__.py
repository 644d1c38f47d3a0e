"""Events after PLOVER: who did what to whom, when and where, and who says so."""

from rawi.events.find import find_events

__all__ = ["find_events"]
