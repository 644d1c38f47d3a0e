"""Time expressions: where an article points at a date or a span of days, and which (TIMEX3)."""

from rawi.timex.durations import find_durations
from rawi.timex.find import find_times, read_times

__all__ = ["find_durations", "find_times", "read_times"]
