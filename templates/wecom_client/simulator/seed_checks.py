"""Checks of what seed files and the calls of tests hold, and requests do not."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from .._runtime.checks import Array, Check, Day, Number, Object, String
from .._runtime.problems import Report
from .dispatcher import known_operations

ID = String(min_length=1)
IDS = Array(ID)
USERID = String(min_length=1, max_length=64)
"""Of a member, or of a customer."""
USERIDS = Array(USERID)
TIME = Number(minimum=0)
"""Unix seconds, of which the whole ones count."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What an operation takes in one of its parameters; `otherwise` where the specs lack it."""

    operation: str
    parameter: str
    otherwise: Check

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one value as the operation does."""
        modules, check = known_operations(), self.otherwise
        if self.operation in modules:
            request = importlib.import_module(modules[self.operation]).REQUEST
            check = request.properties[self.parameter]
        return check.check(value, path, report)


@dataclass(frozen=True, slots=True)
class TextOr:
    """A text, or an object."""

    other: Object
    text: String = ID

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one of both."""
        return (self.text if isinstance(value, str) else self.other).check(value, path, report)


@dataclass(frozen=True, slots=True)
class DayText:
    """A day as `YYYY-MM-DD`."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one day and return it as a date."""
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            report.problem(path, "type", f"must be a day as YYYY-MM-DD, is {value!r}")
            return value


@dataclass(frozen=True, slots=True)
class DayOrSecond:
    """A date, or a second of a day."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one day."""
        return (TIME if isinstance(value, float) else Day()).check(value, path, report)
