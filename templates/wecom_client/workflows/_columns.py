"""Columns of an export: paths into records of any kind, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from math import isfinite
from typing import Any

from .._runtime.records import Record
from ._results import first_line

_PART = re.compile(r"([^.\[\]]+)((?:\[\d+\])*)")
_INDEX = re.compile(r"\[(\d+)\]")
_UTC8 = timezone(timedelta(hours=8))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ITSELF = "."
_MISSING: Any = object()


class Column:
    """One column: its heading, and the path of its values in each record.

    Whether any record knows the path shows once all have been seen: what the platform leaves out is
    no mistake, a slip of the pen is.
    """

    def __init__(self, heading: str, path: str, *, is_time: bool) -> None:
        self.heading = heading
        self.path = path
        self._parts = _parts_of(path)
        self._is_time = is_time
        self._lacking: str | None = None
        self._is_known = False

    @property
    def begins_with(self) -> str | int | None:
        """The first name of its path; None: it is the record itself."""
        return self._parts[0] if self._parts else None

    def value(self, record: Any) -> Any:
        """Return what the path leads to; None: nothing is there."""
        found = self._value(record, 0)
        return _as_time(found) if self._is_time else found

    def check(self) -> None:
        """Refuse a path that no record knew.

        Raises:
            ValueError: with the name that they lack.
        """
        if self._lacking is not None and not self._is_known:
            raise ValueError(f"column {self.path!r}: no record has {self._lacking!r}")

    def _value(self, value: Any, place: int) -> Any:
        if place == len(self._parts):
            self._is_known = True
            return value
        if value is None:
            return None
        part = self._parts[place]
        if isinstance(part, int):
            is_there = isinstance(value, (list, tuple)) and part < len(value)
            return self._value(value[part], place + 1) if is_there else None
        found = _member(value, part)
        if found is not _MISSING:
            return self._value(found, place + 1)
        if isinstance(value, (list, tuple)):
            return [self._value(element, place) for element in value]
        self._lacking = part
        return None


def columns_of(
    columns: Sequence[str] | Mapping[str, str], times: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of an export.

    Raises:
        ValueError: there are none, one cannot be a path, two have one heading, or a time is none of
            them.
    """
    if isinstance(columns, str) or isinstance(times, str):
        raise ValueError("columns and times must be lists of paths, not one text")
    given = dict(columns) if isinstance(columns, Mapping) else {path: path for path in columns}
    if not given or len(given) != len(columns):
        raise ValueError("columns must name at least one, and each once")
    if strangers := sorted({*times} - {*given.values()}):
        raise ValueError(f"times must be paths of columns, {strangers[0]!r} is none")
    return tuple(Column(one, path, is_time=path in times) for one, path in given.items())


def plain(value: Any) -> Any:
    """Return what JSON can hold, of whatever a record consists of."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, (Record, Mapping)):
        raw = value.raw if isinstance(value, Record) else value
        return {str(name): plain(one) for name, one in raw.items()}
    if (names := _names_of(value)) is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    if isinstance(value, BaseException):
        return first_line(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _parts_of(path: str) -> tuple[str | int, ...]:
    if path == _ITSELF:
        return ()
    parts: list[str | int] = []
    for text in path.split("."):
        found = _PART.fullmatch(text)
        if found is None or found[1].startswith("_"):
            raise ValueError(f"{path!r} is no path such as 'follow_info.remark' or 'tags[0].name'")
        parts += [found[1], *map(int, _INDEX.findall(found[2]))]
    return tuple(parts)


def _member(value: Any, name: str) -> Any:
    """Return what an object has under a name; a mapping may have any, be it left out or not."""
    if isinstance(value, Mapping):
        return value.get(name)
    if isinstance(value, (str, bytes, bool, int, float)):
        return _MISSING
    found = getattr(value, name, _MISSING)
    return _MISSING if callable(found) else found


def _names_of(value: Any) -> tuple[str, ...] | None:
    """Return the names of the fields of an object that has such."""
    if is_dataclass(value):
        return tuple(one.name for one in fields(value))
    names = getattr(value, "_fields", None) or getattr(type(value), "__slots__", None)
    return tuple(names) if isinstance(names, tuple) else None


def _as_time(value: Any) -> Any:
    """Return Unix seconds as a time of UTC+8; what is none, and no calendar has, as it came."""
    if isinstance(value, (list, tuple)):
        return [_as_time(one) for one in value]
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return value
    try:
        return (_EPOCH + timedelta(seconds=value)).astimezone(_UTC8)
    except (OverflowError, ValueError):
        return value
