"""JSON values as limits see them: which are equal, how long they are, and what arrays hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def byte_count(value: str) -> int:
    """Return how many bytes of UTF-8 a text takes."""
    return len(value.encode("utf-8", "surrogatepass"))


def has_no_twins(value: list[Any], wanted: bool) -> bool:
    """Say whether no element of an array is there twice: 1 and 1.0 are one number, True is none."""
    if not wanted:
        return True
    if all(type(one) is str for one in value):
        return len(set(value)) == len(value)
    return len({identity(one) for one in value}) == len(value)


def identity(value: Any) -> Any:
    """Return what two JSON values have in common that are equal, and no others."""
    if isinstance(value, list):
        return (list, *map(identity, value))
    if isinstance(value, dict):
        return dict, frozenset((str(key), identity(one)) for key, one in value.items())
    return (bool, value) if isinstance(value, bool) else value


def is_multiple(value: float, unit: float) -> bool:
    """Say whether a number is a multiple of another, both as their decimals say."""
    (number, parts), (whole, pieces) = _ratio(value), _ratio(unit)
    return number * pieces % (parts * whole) == 0


def _ratio(number: float) -> tuple[int, int]:
    from decimal import Decimal  # here, as few specs have such numbers

    exact = Decimal(repr(number)) if isinstance(number, float) else number
    return exact.as_integer_ratio()


def agree_on(value: list[Any], name: str) -> bool:
    """Say whether a field has one value in all elements that have it."""
    return len({*_identities(value, name)}) < 2


def keep_counts(value: list[Any], stated: tuple[str, Mapping[Any, int]]) -> bool:
    """Say whether a field has no value in more elements than it may."""
    name, limits = stated
    found = [*_identities(value, name)]
    return all(found.count(identity(one)) <= most for one, most in limits.items())


def _identities(value: list[Any], name: str) -> Iterator[Any]:
    return (identity(one[name]) for one in value if isinstance(one, dict) and name in one)
