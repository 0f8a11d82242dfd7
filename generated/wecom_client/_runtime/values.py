# Copied from templates/wecom_client/_runtime/values.py: edit that file, then run 'make generate'.
"""Values alone: the plain one that is sent, its name in messages, and how it is measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any


def plain(value: Any) -> Any:
    """Return a text or number as the plain one that is sent, whatever subclass it is of.

    What was checked is what is sent: the `str()` of a member of an enumeration is its name.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int.__index__(value)
    return float.__float__(value) if isinstance(value, float) else value


def describe(value: object) -> str:
    """Name a value in a message: its type, and its text while that is short."""
    kind = type(value).__name__
    if value is None:
        return "None"
    if isinstance(value, (str, bytes, int, float, date)):
        text = repr(value) if not isinstance(value, int) or abs(value) < 10**40 else "very large"
        return f"{kind} {text if len(text) <= 60 else text[:56] + '…' + text[-1]}"
    return f"of type {kind}"


def byte_count(text: str) -> int:
    """Return how many bytes of UTF-8 a text takes."""
    return len(text.encode("utf-8", "surrogatepass"))


@cache
def search(pattern: str) -> Callable[[str], Any]:
    """Return what looks for a pattern of JSON Schema; Python's `$` would pass over a line end."""
    import re  # here, as few requests have patterns

    ends = re.sub(
        r"(\\.|\[(?:\\.|[^\]])*\])|\$", lambda found: found[1] or r"\Z", pattern, flags=re.DOTALL
    )
    return re.compile(ends).search


def is_multiple(value: float, unit: float) -> bool:
    """Whether a number is a multiple of another, both as their decimals say."""
    (number, parts), (whole, pieces) = _ratio(value), _ratio(unit)
    return not number * pieces % (parts * whole)


def _ratio(number: float) -> tuple[int, int]:
    """Return a number as a fraction, exactly as its decimals say."""
    if isinstance(number, int):
        return number, 1
    from decimal import Decimal  # here, as few requests have such numbers

    return Decimal(repr(number)).as_integer_ratio()


def identity(value: Any) -> Any:
    """Return what equal values of JSON have in common: 1 and 1.0, but not 1 and True."""
    if isinstance(value, (list, tuple)):
        return (list, *map(identity, value))
    if isinstance(value, Mapping):
        return Mapping, frozenset((key, identity(one)) for key, one in value.items())
    if value is None or type(value) in (str, int, float):
        return value
    return (bool, value) if isinstance(value, bool) else (object, id(value))
