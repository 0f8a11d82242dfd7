"""Operations whose behaviour the simulator does not have: both clients get the page's example."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

from generator.model import Pagination
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


def example_of(path: str) -> dict[str, Any]:
    """Return the example of an answer, a page's as the last one."""
    operation = operations()[path]
    following = {job.next.name for job in operation.jobs if isinstance(job, Pagination)}
    return {key: one for key, one in operation.example_response.items() if key not in following}


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator(clock=lambda: NOON) as simulator:
        yield simulator


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_example_goes_out_and_the_examples_answer_comes_back(path: str, sim: Simulator) -> None:
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as wecom:
        answer = method_at(wecom, path)(**arguments(operations()[path]))
    assert answer.raw == example_of(path)


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_asynchronous_client_gets_the_same_answer(path: str, sim: Simulator) -> None:
    async def ask() -> Any:
        async with AsyncWeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON
        ) as wecom:
            return await method_at(wecom, path)(**arguments(operations()[path]))

    answer = asyncio.run(ask())
    assert answer.raw == example_of(path)


PAGED = [
    (path, job)
    for path in ANSWERED
    for job in operations()[path].jobs
    if isinstance(job, Pagination)
]


@COUNTS_OR_NOT
@pytest.mark.parametrize(("path", "job"), PAGED, ids=[path for path, _ in PAGED])
def test_the_pages_of_an_example_come_to_an_end(path: str, job: Pagination, sim: Simulator) -> None:
    values = arguments(operations()[path])
    taken = {key: value for key, value in values.items() if key not in job.paged}
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as wecom:
        method = method_at(wecom, f"{path.rpartition('/')[0]}/{job.name}")
        found = [getattr(one, "raw", one) for one in method(**taken)]
    assert found == operations()[path].example_response[job.records.name]
