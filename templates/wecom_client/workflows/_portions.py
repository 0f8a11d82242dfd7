"""Elements of which one call takes only so many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from .._runtime.jobs.calls import is_at_end

T = TypeVar("T")


def listed(name: str, elements: Iterable[T]) -> list[T]:
    """Return elements in their order.

    Raises:
        TypeError: they are one text.
        ValueError: they are a generator that is at its end.
    """
    if isinstance(elements, (str, bytes)):
        raise TypeError(f"{name} must be a list of ids, is one text: put it into a list")
    if is_at_end(elements):
        raise ValueError(f"{name} is a generator that is at its end: begin it anew")
    return list(elements)


def unique(name: str, elements: Iterable[str]) -> list[str]:
    """Return elements in their order, each once; it raises what `listed` does."""
    return list(dict.fromkeys(listed(name, elements)))


def portions(name: str, elements: Iterable[str], size: int) -> list[list[str]]:
    """Split elements into as many as one call takes, each once.

    Of no elements there is one empty portion, for the check of the operation to refuse.

    Raises:
        TypeError: they are one text.
        ValueError: they are a generator that is at its end.
    """
    found = unique(name, elements)
    return [found[begin : begin + size] for begin in range(0, len(found) or 1, size)]


def most_items(request: Any, path: str) -> int:
    """Return how many elements the array at a dotted path of a request takes."""
    check = request
    for name in path.split("."):
        check = check.properties[name]
    most: int = check.max_items
    return most
