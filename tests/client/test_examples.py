"""Operations whose behaviour the simulator does not have: both clients get the page's example."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, WeComClient
from wecom_client.simulator import Simulator, behaviours

from ..model import operations
from .operations import COUNTS_OR_NOT, NOON, arguments, method_at


def carried_out() -> Iterator[str]:
    """Yield the paths of the operations that a behaviour of the simulator carries out."""
    for found in pkgutil.iter_modules(behaviours.__path__, f"{behaviours.__name__}."):
        behaviour = getattr(importlib.import_module(found.name), "BEHAVIOUR", None)
        if behaviour is not None:
            yield from (f"{behaviour.group}/{name}" for name in behaviour.routes)


ANSWERED = [
    path
    for path, one in operations().items()
    if one.example_response and path not in {*carried_out()}
]


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator(clock=lambda: NOON) as simulator:
        yield simulator


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_example_goes_out_and_the_examples_answer_comes_back(path: str, sim: Simulator) -> None:
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as wecom:
        answer = method_at(wecom, path)(**arguments(operations()[path]))
    assert answer.raw == operations()[path].example_response


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_asynchronous_client_gets_the_same_answer(path: str, sim: Simulator) -> None:
    async def ask() -> Any:
        async with AsyncWeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON
        ) as wecom:
            return await method_at(wecom, path)(**arguments(operations()[path]))

    answer = asyncio.run(ask())
    assert answer.raw == operations()[path].example_response
