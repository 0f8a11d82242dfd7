"""What a measure returns: how much it looked at, and what of it is not right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec

from .pages import Offender

_P = ParamSpec("_P")


@dataclass(frozen=True)
class Measure:
    """How much was looked at, and what of it is wrong."""

    count: int
    offenders: list[Offender]

    @property
    def share(self) -> float:
        """The share that is right."""
        return max(0.0, 1 - len(self.offenders) / self.count) if self.count else 1.0


def measure_of(each: Callable[_P, Iterator[Offender | None]]) -> Callable[_P, Measure]:
    """Measure by what yields the offender, or None, for each thing that it looks at."""

    @wraps(each)
    def measure(*args: _P.args, **kwargs: _P.kwargs) -> Measure:
        found = [*each(*args, **kwargs)]
        return Measure(len(found), [one for one in found if one is not None])

    return measure
