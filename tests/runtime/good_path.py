"""The good path of checks, held against the constraint objects that it is compiled from."""

from __future__ import annotations

from typing import Any

from ..client.operations import NOON
from ..declarations import Check, Object, Report, accepted


def clock() -> float:
    return NOON


def warm(check: Object) -> Object:
    """Return an object whose good path is compiled: at the first use it is not, at the second."""
    accepted(check, {}, clock)
    accepted(check, {}, clock)
    return check


def one(check: Check) -> Object:
    """Return an object of one field."""
    return warm(Object({"it": check}))


def each(check: Object, value: Any) -> tuple[Any, list[Any]]:
    """Return what the constraint objects send, and what they say."""
    report = Report(clock)
    sent = check.check(value, "", report)
    return sent, [*report.problems, *report.warnings]


def held(check: Object, value: Any) -> Any:
    """Return what the good path sends, held against the constraint objects."""
    taken = accepted(check, value, clock)
    if taken is not None:
        sent, said = each(check, value)
        assert said == []
        assert shape(taken) == shape(sent)
    return taken


def shape(value: Any) -> Any:
    """Return a value with the types and the order that equality passes over."""
    if isinstance(value, dict):
        return [(key, shape(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [shape(one) for one in value]
    return type(value), value
