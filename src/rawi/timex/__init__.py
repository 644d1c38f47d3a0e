"""Time expressions: where an article points at a date or a span of days, and which (TIMEX3)."""

from rawi.timex.find import find_times, read_times

__all__ = ["find_times", "read_times"]
