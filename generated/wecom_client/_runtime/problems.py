# Copied from templates/wecom_client/_runtime/problems.py: edit that file, then run 'make generate'.
"""What checks find: a problem with its path, rule and message, and the report that gathers them."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from .named import Named

_UTC8_OFFSET = 8 * 3600
SECONDS_A_DAY = 86400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_ONE_DAY = timedelta(days=1)
_UTC8 = timedelta(seconds=_UTC8_OFFSET)


class Problem(Named):
    """One breach of a constraint.

    `path` says where (`chat_id_list[57]`, `owner_filter.userid_list`), `rule` is the name of the
    constraint (a JSON Schema keyword, or the spec's own name), `message` says what to do.
    """

    path: str
    rule: str
    message: str

    def __str__(self) -> str:
        """Return `path: message [rule]`."""
        return f"{self.path or 'request'}: {self.message} [{self.rule}]"


class Report:
    """Gathers the problems and warnings of one request.

    `clock` returns the time in Unix seconds and says what today is. With `wire=True` the value is
    decoded JSON as a server receives it, and what only Python callers may pass is refused.
    """

    __slots__ = ("clock", "problems", "warnings", "wire")

    def __init__(self, clock: Callable[[], float] = time.time, wire: bool = False) -> None:
        self.clock = clock
        self.wire = wire
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def problem(self, path: str, rule: str, message: str) -> None:
        """Add a breach that the platform would refuse."""
        self.problems.append(Problem(path, rule, message))

    def warning(self, path: str, rule: str, message: str) -> None:
        """Add something that the platform would silently cut or ignore."""
        self.warnings.append(Problem(path, rule, message))

    def today(self) -> int:
        """Return the number of the current day in UTC+8, counted from 1970-01-01."""
        return day_of_seconds(int(self.clock()))


def day_of_seconds(seconds: int) -> int:
    """Return the number of the UTC+8 day in which a Unix second lies."""
    return (seconds + _UTC8_OFFSET) // SECONDS_A_DAY


def day_of_date(value: date) -> int:
    """Return the number of a calendar day."""
    return value.toordinal() - _EPOCH_ORDINAL


def day_of_datetime(value: datetime) -> int:
    """Return the number of the UTC+8 day in which an aware datetime lies."""
    return (value - _EPOCH + _UTC8) // _ONE_DAY


def first_second(day: int) -> int:
    """Return the Unix second at 00:00 UTC+8 of a day."""
    return day * SECONDS_A_DAY - _UTC8_OFFSET


def midnight_before(seconds: float) -> int:
    """Return the Unix second at which the UTC+8 day of a moment began."""
    second = int(seconds)
    return second - (second + _UTC8_OFFSET) % SECONDS_A_DAY


def date_of_day(day: int) -> date:
    """Return the calendar date of a day.

    Raises:
        ValueError: the calendar has no such day.
    """
    return date.fromordinal(day + _EPOCH_ORDINAL)


def day_text(day: int) -> str:
    """Return a day as `YYYY-MM-DD`, or words where the calendar has no such day."""
    if 1 <= day + _EPOCH_ORDINAL <= date.max.toordinal():
        return date_of_day(day).isoformat()
    return "a day before the calendar" if day < 0 else "a day after the calendar"
