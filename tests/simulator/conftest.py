"""Fixtures: a running simulator at noon of 2024-05-15 (UTC+8), its clock, callers, a gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator import Simulator

from .helpers import Api, Clock, Gate, Methods, at


@pytest.fixture
def clock() -> Clock:
    return Clock(at("2024-05-15 12:00"))


@pytest.fixture
def sim(clock: Clock) -> Iterator[Simulator]:
    with Simulator(clock) as running:
        yield running


@pytest.fixture
def api(sim: Simulator) -> Iterator[Api]:
    caller = Api(sim)
    yield caller
    caller.http.close()


@pytest.fixture
def contact(sim: Simulator, clock: Clock) -> Iterator[Any]:
    """Customer contact as the generated client has it, whose own checks are off."""
    options: dict[str, Any] = {"base_url": sim.base_url, "clock": clock, "checks": "off"}
    with WeComClient(sim.corp_id, sim.secret, **options) as wecom:
        yield Methods(wecom.externalcontact)


@pytest.fixture
def gate(sim: Simulator, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Delay the calls that a `slow_…` fault strikes."""
    made = Gate()
    monkeypatch.setattr(sim._server, "pause", made.pause)
    return made
