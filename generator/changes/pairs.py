"""What is gone, what is new and what stands on both sides; new names and other orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_Key = TypeVar("_Key")


def matched(
    old: Mapping[_Key, _T], new: Mapping[_Key, _T]
) -> tuple[list[_T], list[_T], list[tuple[_T, _T]]]:
    """Return what is gone, what is new, and what stands on both sides, by the old and new one."""
    gone = [one for key, one in old.items() if key not in new]
    come = [one for key, one in new.items() if key not in old]
    return gone, come, [(one, new[key]) for key, one in old.items() if key in new]


def twins(
    gone: Iterable[_T],
    come: Iterable[_T],
    key: Callable[[_T], object],
    key_of_new: Callable[[_T], object] | None = None,
) -> list[tuple[_T, _T]]:
    """Pair each that is gone with the first new one that has the same key."""
    left = [(one, (key_of_new or key)(one)) for one in come]
    pairs = []
    for one in gone:
        own = key(one)
        twin = next((other for other in left if other[1] == own), None)
        if twin is not None:
            left.remove(twin)
            pairs.append((one, twin[0]))
    return pairs


def hints(pairs: Iterable[tuple[str, str]]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Ask of each name that is gone, and of each new one, whether it is the other one renamed."""
    pairs = list(pairs)
    to = {one: f"renamed to {other}?" for one, other in pairs}
    return to, {other: f"renamed from {one}?" for one, other in pairs}


def reordered(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether the names that stand on both sides stand there in another order."""
    return [one for one in old if one in new] != [one for one in new if one in old]
