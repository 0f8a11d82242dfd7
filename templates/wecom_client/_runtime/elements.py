"""Constraints between the elements of one array, where `cross_field` has those between fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .problems import Report
from .values import identity


def check_unique(sent: Sequence[Any], path: str, report: Report) -> None:
    """Report each element that is the same as one before it."""
    first: dict[Any, int] = {}
    for index, item in enumerate(sent):
        before = first.setdefault(identity(item), index)
        if before != index:
            report.problem(f"{path}[{index}]", "uniqueItems", f"is the same as {path}[{before}]")


def check_agreement(sent: Sequence[Any], name: str, path: str, report: Report) -> None:
    """Report that a field of the elements has more than one value."""
    found = _different(sent, name)
    if len(found) > 1:
        (one, value), (other, another) = found[:2]
        report.problem(
            path,
            "itemsAgreeOn",
            f"must have the same {name} in all elements: {path}[{one}] has {value!r}, "
            f"{path}[{other}] has {another!r}",
        )


def check_counts(
    sent: Sequence[Any], name: str, limits: Mapping[Any, int], path: str, report: Report
) -> None:
    """Report each value that a field has in more elements than it may."""
    for value, most in limits.items():
        count = _count(sent, name, value)
        if count > most:
            noun = "element" if most == 1 else "elements"
            report.problem(
                path,
                "maxItemsWith",
                f"must have at most {most} {noun} with {name} {value!r}, has {count}",
            )


def agree_on(sent: Sequence[Any], name: str) -> bool:
    """Say whether a field has one value in all elements that have it."""
    return len(_different(sent, name)) < 2


def keep_counts(sent: Sequence[Any], name: str, limits: Mapping[Any, int]) -> bool:
    """Say whether a field has no value in more elements than it may."""
    return all(_count(sent, name, value) <= most for value, most in limits.items())


def _different(sent: Sequence[Any], name: str) -> list[tuple[int, Any]]:
    """Return where each value of a field is first, and the value."""
    first: dict[Any, tuple[int, Any]] = {}
    for index, value in _values(sent, name):
        first.setdefault(identity(value), (index, value))
    return [*first.values()]


def _count(sent: Sequence[Any], name: str, value: Any) -> int:
    return sum(identity(one) == identity(value) for _, one in _values(sent, name))


def _values(sent: Sequence[Any], name: str) -> Iterator[tuple[int, Any]]:
    """Return what a field is in each element that has it: elements were checked before."""
    for index, item in enumerate(sent):
        if type(item) is dict and name in item:
            yield index, item[name]
