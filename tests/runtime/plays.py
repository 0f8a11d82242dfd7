"""Flows played without a driver: stores are asked, and nobody really waits or sends."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from wecom_client._runtime.flow import Ask, Rules, Step, Wait
from wecom_client._runtime.request import Operation
from wecom_client._runtime.retry import DEFAULT_POLICY

T = TypeVar("T")

GETTOKEN = Operation("gettoken", "GET", True, "https://page/gettoken")
RULES = Rules({}, GETTOKEN, DEFAULT_POLICY, lambda: 0.0)


def play(flow: Generator[Step, Any, T], waits: list[float] | None = None) -> T:
    """Carry out a flow whose steps ask a store or wait; note how long it would wait."""
    outcome: Any = None
    while True:
        try:
            step = flow.send(outcome)
        except StopIteration as end:
            result: T = end.value
            return result
        if isinstance(step, Ask):
            outcome = step.function()
        else:
            assert isinstance(step, Wait)
            outcome = None
            if waits is not None:
                waits.append(step.seconds)
