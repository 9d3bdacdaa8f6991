"""Time expressions in text → days, against the day of publication. The grammar behind it is in calendar/.

Days are the outlet's calendar days; weeks run Monday to Sunday; "this week" is cut at publication; a bare weekday is the last such day up to
and including publication, with a verb of the future ("will", "next") the first such day after it. Nothing is invented: without a day of
publication only dates complete in themselves are resolved. Values follow TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

from bisect import bisect_left

from ..span import Span
from .calendar.reading import find_times
from .calendar.time_words import TimeWords

__all__ = ["TimeWords", "find_times", "times_in"]


def times_in(times: list[TimeWords], area: Span) -> list[TimeWords]:
    """Give those of some time expressions, in text order, that lie in the area."""
    low = bisect_left(times, area.start, key=lambda t: t.span.start)
    high = bisect_left(times, area.end, key=lambda t: t.span.start)
    return [t for t in times[low:high] if t.span.end <= area.end]
