"""What a measure returns: how much it looked at, and what of it is not right."""

from __future__ import annotations

from dataclasses import dataclass

from .pages import Offender


@dataclass(frozen=True)
class Measure:
    """How much was looked at, and what of it is wrong."""

    count: int
    offenders: list[Offender]

    @property
    def share(self) -> float:
        """The share that is right."""
        return max(0.0, 1 - len(self.offenders) / self.count) if self.count else 1.0
