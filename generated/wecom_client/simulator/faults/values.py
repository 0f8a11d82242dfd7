# Copied from templates/wecom_client/simulator/faults/values.py: edit that file, then run 'make generate'.
"""Values: the numbers that options of faults are made of, checked."""

from __future__ import annotations

import math


def whole(name: str, value: object, least: int | None) -> int:
    """Return a whole number, `least` or more.

    Raises:
        TypeError: it is not a whole number.
        ValueError: it is less.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} must be a whole number, is {value!r}")
    if least is not None and value < least:
        raise ValueError(f"{name} must be {least} or more, is {value}")
    return value


def number(name: str, value: object) -> float:
    """Return a finite number.

    Raises:
        TypeError: it is not a number.
        ValueError: it is infinite, or not a number.
    """
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"{name} must be a number, is {value!r}")
    if not math.isfinite(value):
        raise ValueError(f"{name} must be finite, is {value}")
    return value


def seconds_above_zero(value: object) -> float:
    """Return a number of seconds.

    Raises:
        TypeError: it is not a number.
        ValueError: it is 0 or less, or infinite.
    """
    seconds = number("seconds", value)
    if seconds <= 0:
        raise ValueError(f"seconds must be more than 0, is {value!r}")
    return seconds
