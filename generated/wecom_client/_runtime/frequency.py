# Copied from templates/wecom_client/_runtime/frequency.py: edit that file, then run 'make generate'.
"""What the platform says of how often operations may be called."""

from __future__ import annotations

from typing import Literal, NamedTuple

Period = Literal["minute", "hour", "day", "month"]
Counted = Literal["company", "application", "address", "provider_address"]


class FrequencyLimit(NamedTuple):
    """So many calls of an operation that the platform carries out in a time.

    `calls`: the greatest number. `per`: `minute` (60 seconds), `hour`, `day` (a calendar day) or
    `month` (30 days); who goes over a limit is answered with 45009 for as long, or until the day
    ends. `of`: whose calls are counted together, those of a `company`, of an `application`, from
    an IP `address`, or from that of a provider of third-party applications (`provider_address`).
    `operation`: its path, or the end of it; None: the limit holds for each operation, and each has
    a count of its own.
    """

    calls: int
    per: Period
    of: Counted
    operation: str | None = None
