"""Every test of a workflow that calls operations runs through both clients."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wecom_client.simulator import Simulator

from .callers import NOON, Caller


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def asynchronous(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator(clock=lambda: NOON) as simulator:
        yield simulator


@pytest.fixture
def caller(asynchronous: bool, sim: Simulator) -> Caller:
    """What acts with a client of the simulator."""
    return Caller(
        asynchronous=asynchronous,
        corp_id=sim.corp_id,
        secret=sim.secret,
        base_url=sim.base_url,
        clock=lambda: NOON,
    )
