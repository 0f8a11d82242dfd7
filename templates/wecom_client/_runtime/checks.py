"""Constraints as small values: each checks one argument and returns what is sent of it.

The names of the rules are JSON Schema's; `minBytes`, `maxBytes`, `truncatesAt`, `minDaysAgo` and
`maxDaysAgo` are the specs' own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

from .cross_field import Rule
from .elements import check_agreement, check_counts, check_unique
from .named import Named
from .problems import (
    Report,
    day_of_date,
    day_of_datetime,
    day_of_seconds,
    day_text,
    first_second,
)
from .values import byte_count, describe, is_multiple, plain, search

DayLike: TypeAlias = int | date
"""What a day field takes: Unix seconds, a date, or (a subclass of date) an aware datetime."""


Accept: TypeAlias = Callable[[Any, Callable[[], float]], Any]
"""Takes a value, and the clock that says what today is."""


class Check(Protocol):
    """A constraint on one value."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Report every breach at `path` and return the value as it is to be sent."""


def guarded(check: Check, value: Any, path: str, report: Report) -> Any:
    """Check a value; what the caller's own objects raise while they are read is a problem too.

    Sequences, mappings, dates and texts may be of classes of the caller's, which do as they like.
    """
    try:
        return check.check(value, path, report)
    except Exception as error:
        kind, raised = type(value).__name__, type(error).__name__
    report.problem(path, "type", f"cannot be read: reading this {kind} raised {raised}")
    return value


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _choices(enum: Mapping[Any, str]) -> str:
    return ", ".join(f"{value!r} ({meaning})" for value, meaning in enum.items())


def _check_enum(enum: Mapping[Any, str] | None, value: Any, path: str, report: Report) -> None:
    if enum is not None and value not in enum:
        report.problem(path, "enum", f"must be one of {_choices(enum)}; is {describe(value)}")


class String(Named):
    """Text. Lengths count characters, `min_bytes` and `max_bytes` bytes of UTF-8.

    `pattern` may match anywhere, and its `$` is the end of the text.
    `truncates_at`: the platform cuts longer text off in silence, so that is a warning.
    """

    min_length: int | None = None
    max_length: int | None = None
    min_bytes: int | None = None
    max_bytes: int | None = None
    pattern: str | None = None
    enum: Mapping[str, str] | None = None
    truncates_at: int | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one text."""
        if not isinstance(value, str):
            report.problem(path, "type", f"must be a string, is {describe(value)}")
            return value
        if type(value) is not str:
            value = plain(value)
        length = len(value)
        if self.min_length is not None and length < self.min_length:
            least = _count(self.min_length, "character")
            report.problem(path, "minLength", f"must have at least {least}, has {length}")
        if self.max_length is not None and length > self.max_length:
            most = _count(self.max_length, "character")
            report.problem(path, "maxLength", f"must have at most {most}, has {length}")
        if self.min_bytes is not None or self.max_bytes is not None:
            _check_bytes(self, byte_count(value), " of UTF-8", path, report)
        if self.pattern is not None and not search(self.pattern)(value):
            report.problem(path, "pattern", f"must match {self.pattern}, is {describe(value)}")
        _check_enum(self.enum, value, path, report)
        if self.truncates_at is not None and length > self.truncates_at:
            kept = _count(self.truncates_at, "character")
            report.warning(path, "truncatesAt", f"the platform keeps {kept} of these {length}")
        return value

    def accepts_all(self, values: Sequence[Any]) -> bool:
        """Say at the speed of C whether plain texts are all fine; False means: look at each."""
        if (
            self.enum is not None
            or self.truncates_at is not None
            or self.min_bytes is not None
            or self.max_bytes is not None
        ):
            return False
        if not values:
            return True
        if list(map(type, values)).count(str) != len(values):
            return False
        if self.max_length is not None and max(map(len, values)) > self.max_length:
            return False
        if self.min_length == 1:
            is_long = all(values)
        else:
            is_long = self.min_length is None or min(map(len, values)) >= self.min_length
        if not is_long:
            return False
        return self.pattern is None or all(map(search(self.pattern), values))


def _check_bytes(check: String | Binary, size: int, unit: str, path: str, report: Report) -> None:
    if check.min_bytes is not None and size < check.min_bytes:
        least = _count(check.min_bytes, "byte")
        report.problem(path, "minBytes", f"must have at least {least}{unit}, has {size}")
    if check.max_bytes is not None and size > check.max_bytes:
        most = _count(check.max_bytes, "byte")
        report.problem(path, "maxBytes", f"must have at most {most}{unit}, has {size}")


class Binary(Named):
    """A file: a `File`, and neither its content, nor its path, nor an open one.

    `min_bytes` and `max_bytes` count its content.
    """

    min_bytes: int | None = None
    max_bytes: int | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one file."""
        from .files import File, not_a_file  # here, as few operations take files

        if isinstance(value, File):
            _check_bytes(self, len(value.content), "", path, report)
        else:
            report.problem(path, "type", not_a_file(value))
        return value


def _check_range(
    minimum: float | None, maximum: float | None, value: float, path: str, report: Report
) -> None:
    if minimum is not None and value < minimum:
        report.problem(path, "minimum", f"must be at least {minimum}, is {describe(value)}")
    if maximum is not None and value > maximum:
        report.problem(path, "maximum", f"must be at most {maximum}, is {describe(value)}")


def _check_multiple(unit: float | None, value: float, path: str, report: Report) -> None:
    if unit is not None and not is_multiple(value, unit):
        report.problem(path, "multipleOf", f"must be a multiple of {unit}, is {describe(value)}")


class Integer(Named):
    """A whole number: an `int`, and neither a `bool` nor a float such as 100.0."""

    minimum: int | None = None
    maximum: int | None = None
    multiple_of: int | None = None
    enum: Mapping[int, str] | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one whole number."""
        if not isinstance(value, int) or isinstance(value, bool):
            report.problem(path, "type", f"must be an integer, is {describe(value)}")
            return value
        if type(value) is not int:
            value = plain(value)
        _check_range(self.minimum, self.maximum, value, path, report)
        _check_multiple(self.multiple_of, value, path, report)
        _check_enum(self.enum, value, path, report)
        return value


class Flag(Named):
    """A switch that the platform wants as 0 or 1; `bool` is taken too and sent as 0 or 1."""

    enum: Mapping[int, str]

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one switch."""
        if isinstance(value, bool) and not report.wire:
            return int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            report.problem(path, "type", f"must be 0, 1 or a bool, is {describe(value)}")
            return value
        if type(value) is not int:
            value = plain(value)
        _check_enum(self.enum, value, path, report)
        return value


class Number(Named):
    """A finite number, whole or not."""

    minimum: float | None = None
    maximum: float | None = None
    multiple_of: float | None = None
    enum: Mapping[float, str] | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one number."""
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            report.problem(path, "type", f"must be a number, is {describe(value)}")
            return value
        if type(value) is not float:
            value = plain(value)
        if isinstance(value, float) and not math.isfinite(value):
            report.problem(path, "type", f"must be finite, is {value}")
            return value
        _check_range(self.minimum, self.maximum, value, path, report)
        _check_multiple(self.multiple_of, value, path, report)
        _check_enum(self.enum, value, path, report)
        return value


class Boolean(Named):
    """A JSON boolean."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one boolean."""
        if not isinstance(value, bool):
            report.problem(path, "type", f"must be True or False, is {describe(value)}")
        return value


class Anything(Named):
    """A value on which the document states nothing."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Take the value as it is."""
        return value


class Day(Named):
    """A calendar day in UTC+8: Unix seconds, a date, or an aware datetime (sent as its 00:00)."""

    min_days_ago: int | None = None
    max_days_ago: int | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one day."""
        if isinstance(value, int) and not isinstance(value, bool):
            value = plain(value)
            self._check_reach(day_of_seconds(value), path, report)
            return value
        if report.wire or not isinstance(value, date):
            expected = "Unix seconds" if report.wire else "Unix seconds, a date or a datetime"
            report.problem(path, "type", f"must be {expected}, is {describe(value)}")
            return value
        if isinstance(value, datetime):
            if value.utcoffset() is None:
                report.problem(path, "type", "must be aware: a naive datetime leaves the day open")
                return value
            day = day_of_datetime(value)
        else:
            day = day_of_date(value)
        self._check_reach(day, path, report)
        return first_second(day)

    def _check_reach(self, day: int, path: str, report: Report) -> None:
        if self.min_days_ago is None and self.max_days_ago is None:
            return
        today = report.today()
        if self.min_days_ago is not None and day > today - self.min_days_ago:
            last = day_text(today - self.min_days_ago)
            report.problem(
                path, "minDaysAgo", f"must be {last} or earlier (UTC+8), is {day_text(day)}"
            )
        if self.max_days_ago is not None and day < today - self.max_days_ago:
            first = day_text(today - self.max_days_ago)
            report.problem(
                path,
                "maxDaysAgo",
                f"must be {first} or later ({self.max_days_ago} days back, UTC+8), "
                f"is {day_text(day)}",
            )


class Array(Named):
    """A list of like values; any sequence but a string or bytes serves.

    `items_agree_on`: the field that is the same in all elements. `max_items_with`: a field of the
    elements, and how many may have each of its values.
    """

    items: Check
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    items_agree_on: str | None = None
    max_items_with: tuple[str, Mapping[Any, int]] | None = None

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check the number of elements, then each."""
        # A list is looked at first: whether anything else is a sequence takes longer to find out.
        if type(value) is not list and (
            isinstance(value, (str, bytes, bytearray)) or not isinstance(value, Sequence)
        ):
            hint = "; put a single value into a list" if isinstance(value, str) else ""
            report.problem(path, "type", f"must be a list, is {describe(value)}{hint}")
            return value
        sent = list(value)
        length = len(sent)
        if self.min_items is not None and length < self.min_items:
            least = _count(self.min_items, "element")
            report.problem(path, "minItems", f"must have at least {least}, has {length}")
        if self.max_items is not None and length > self.max_items:
            most = _count(self.max_items, "element")
            report.problem(path, "maxItems", f"must have at most {most}, has {length}")
        if not isinstance(self.items, String) or not self.items.accepts_all(sent):
            items = self.items
            sent = [
                guarded(items, item, f"{path}[{index}]", report) for index, item in enumerate(sent)
            ]
        if self.unique_items:
            check_unique(sent, path, report)
        if self.items_agree_on is not None:
            check_agreement(sent, self.items_agree_on, path, report)
        if self.max_items_with is not None:
            check_counts(sent, *self.max_items_with, path, report)
        return sent


class Object:
    """A mapping with named fields; a field that is None or left out is not sent.

    `accept(value, clock)` returns what is sent of a value that is plainly fine, and None where
    `check` has to look at it: the good path, once whoever makes requests has compiled it.
    """

    __slots__ = ("accept", "additional_properties", "properties", "required", "rules")

    def __init__(
        self,
        properties: Mapping[str, Check],
        required: Collection[str] = (),
        additional_properties: bool = False,
        rules: Sequence[Rule] = (),
    ) -> None:
        self.properties = properties
        self.required = required
        self.additional_properties = additional_properties
        self.rules = rules
        self.accept: Accept | None = None

    def __repr__(self) -> str:
        arguments = (self.properties, self.required, self.additional_properties, self.rules)
        return f"Object{arguments!r}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle the constraints without the code that was made of them."""
        return Object, (self.properties, self.required, self.additional_properties, self.rules)

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check each field, unknown keys, then the rules between fields."""
        if type(value) is not dict and not isinstance(value, Mapping):
            report.problem(path, "type", f"must be a mapping, is {describe(value)}")
            return value
        prefix = f"{path}." if path else ""
        sent = {}
        for name, check in self.properties.items():
            item = value.get(name)
            if item is not None:
                sent[name] = guarded(check, item, prefix + name, report)
            elif name in self.required:
                report.problem(prefix + name, "required", "is required")
        if not self.properties.keys() >= value.keys():
            self._check_unknown(value, prefix, sent, report)
        for rule in self.rules:
            rule.check(sent, prefix, report)
        return sent

    def _check_unknown(
        self, value: Mapping[Any, Any], prefix: str, sent: dict[str, Any], report: Report
    ) -> None:
        from .near import nearest  # here, as nearly no program ever needs it

        for key in value:
            if key in self.properties:
                continue
            sent[key] = value[key]
            if self.additional_properties:
                continue
            names = ", ".join(self.properties) or "none"
            near = nearest(str(key), self.properties)
            hint = f"did you mean {near!r}?" if near else f"known ones: {names}"
            report.problem(f"{prefix}{key}", "additionalProperties", f"is not a known key; {hint}")
