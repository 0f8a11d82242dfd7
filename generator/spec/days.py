"""Days as specs write them: YYYY-MM-DD, and in the calendar."""

from __future__ import annotations

import calendar
import re

_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def day_fault(text: str) -> str:
    """Say why a text is not a day of the calendar; the empty text where it is one."""
    parts = _FORM.fullmatch(text)
    if parts is None:
        return "a day is written YYYY-MM-DD"
    year, month, day = map(int, parts.groups())
    if year == 0:
        return "there is no year 0000"
    if not 1 <= month <= 12:
        return f"there is no month {parts[2]}"
    last = calendar.monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{parts[1]}-{parts[2]} has the days 01 to {last}"
