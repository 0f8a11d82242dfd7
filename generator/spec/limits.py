"""What the constraints of a field come to in words, for docstrings and descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model import Field
from .constraint import Constraint
from .constraints import LOWER
from .numbers import counted


def words(
    field: Field, rows: Iterable[Constraint], literal: Callable[[Any], str] | None = None
) -> Iterator[str]:
    """Put the constraints of some rows into words.

    `literal` writes a value as code of our client has it; only users of that read of warnings.
    """
    stated = field.constraints
    for row in rows:
        value = stated.get(row.keyword)
        if value is None or not row.words or LOWER.get(row.keyword) in stated:
            continue
        row = row.about_files if field.is_file else row
        if row.upper in stated:
            yield _span(row, value, stated[row.upper])
        else:
            shown = literal(value) if literal and isinstance(value, (str, int, float)) else ""
            text = row.says(value, row.when_1 if value == 1 else "", literal=shown)
            yield f"{text}; {row.warns}" if row.warns and literal else text


def added(said: Iterable[str], more: Iterable[str]) -> list[str]:
    """Return sentences with more of them, of which those with a comma in front go on."""
    found = list(said)
    for text in more:
        found[-1:] = [found[-1] + text] if text.startswith(",") else [*found[-1:], text]
    return found


def _span(row: Constraint, low: Any, high: Any) -> str:
    if row.between is not None:
        return row.between(low, high)
    one, many = row.unit
    return f"{low} to {high} {many}".strip() if low != high else counted(low, one, many)
