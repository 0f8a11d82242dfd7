"""Whole numbers as people write them, and how YAML has to have them."""

from __future__ import annotations

import re

_SIGN = r"(?P<sign>[-+]?)"
_GROUPED = re.compile(rf"{_SIGN}(?P<digits>[0-9]{{1,3}}(?:[_,' \u00a0][0-9]{{3}})+|[0-9]{{1,18}})")
_BASED = re.compile(rf"{_SIGN}0(?P<base>[xXoObB])(?P<digits>[0-9a-fA-F_]{{1,16}})")
_MINUTES = re.compile(rf"{_SIGN}(?P<parts>[0-9]{{1,9}}(?::[0-5]?[0-9]){{1,3}})")
_EXPONENT = re.compile(rf"{_SIGN}[0-9]{{1,9}}(?:\.[0-9]{{0,9}})?(?:[eE][-+]?[0-9]{{1,2}})?")
_BASES = {"x": 16, "o": 8, "b": 2}


def meant(value: object) -> int | None:
    """Return the whole number that a value surely stands for, written in another way.

    A float is one without a fraction. A text may be in quotes, have its digits in groups, or be
    what YAML 1.1 read as a number and 1.2 does not: `1_000`, `0x64`, `1:40`.
    """
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else None
    return _of_text(value.strip()) if isinstance(value, str) else None


def _of_text(text: str) -> int | None:
    found = _GROUPED.fullmatch(text)
    if found:
        return _signed(found, int("".join(re.findall("[0-9]", found["digits"]))))
    found = _BASED.fullmatch(text)
    if found:
        try:
            return _signed(found, int(found["digits"], _BASES[found["base"].lower()]))
        except ValueError:
            return None
    found = _MINUTES.fullmatch(text)
    if found:
        number = 0
        for part in found["parts"].split(":"):
            number = number * 60 + int(part)
        return _signed(found, number)
    return meant(float(text)) if _EXPONENT.fullmatch(text) else None


def _signed(found: re.Match[str], number: int) -> int:
    return -number if found["sign"] == "-" else number


def counted(number: float, one: str = "", many: str = "") -> str:
    """Return a number with its noun, which has a plural."""
    return f"{number} {one if number == 1 else many or one + 's'}" if one else str(number)


def over(time: int | str | None) -> str:
    """Put into words over which time something is counted: days, a time by its name, or all."""
    if isinstance(time, str):
        return f"an {time}" if time[0] in "aeiouh" else f"a {time}"
    return "in all" if time is None else f"in {counted(time, 'day')}"


def advice(value: object) -> str:
    """Return what to write for a whole number that was written in another way."""
    number = meant(value)
    return f"; write {number}" if number is not None else ""
