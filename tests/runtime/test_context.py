"""What the caller's code sees in threads and tasks of ours: the context where the job began."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import pytest

from ..jobs.fixtures import FakeServer, Runner

TENANT: ContextVar[str] = ContextVar("tenant", default="of nobody")


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def runner(request: pytest.FixtureRequest) -> Callable[..., Runner]:
    def make(**options: Any) -> Runner:
        server = FakeServer(lambda _: {"thing": {"thing_id": "t"}})
        return Runner(server, asynchronous=request.param, **options)

    return make


def noting(seen: list[str]) -> Callable[[], str]:
    def token() -> str:
        seen.append(TENANT.get())
        return "t"

    return token


def begun_by(tenant: str, job: Callable[[], Any]) -> Any:
    token = TENANT.set(tenant)
    try:
        return job()
    finally:
        TENANT.reset(token)


def test_a_token_function_is_asked_in_the_context_of_the_job(
    runner: Callable[..., Runner],
) -> None:
    seen: list[str] = []

    def token() -> str:
        seen.append(TENANT.get())
        return f"token-{TENANT.get()}"

    one = runner(access_token=token)
    outcomes = begun_by("b", lambda: one.bulk([f"i{n}" for n in range(20)], concurrency=5))
    assert len(outcomes) == 20
    assert set(seen) == {"b"}
    assert len(seen) == 20


def test_the_context_is_that_of_the_begin_wherever_outcomes_are_taken(
    runner: Callable[..., Runner],
) -> None:
    seen: list[str] = []
    one = runner(access_token=noting(seen))
    outcomes = begun_by("b", lambda: one.outcomes(["i1", "i2", "i3"]))
    begun_by("c", lambda: one.drain(outcomes, []))
    assert seen == ["b"] * 3


def test_jobs_at_the_same_time_have_each_their_own(runner: Callable[..., Runner]) -> None:
    seen: list[str] = []
    one = runner(access_token=noting(seen))
    jobs = [begun_by(name, lambda: one.outcomes([f"i{n}" for n in range(6)])) for name in "abc"]
    for job in jobs:
        one.drain(job, [])
    assert sorted(seen) == ["a"] * 6 + ["b"] * 6 + ["c"] * 6


def test_what_one_element_sets_no_other_sees(runner: Callable[..., Runner]) -> None:
    seen: list[str] = []

    def token() -> str:
        seen.append(TENANT.get())
        TENANT.set("spoiled")
        return "t"

    one = runner(access_token=token)
    begun_by("b", lambda: one.bulk([f"i{n}" for n in range(10)], concurrency=1))
    assert seen == ["b"] * 10


def test_a_log_filter_sees_the_context_of_the_job(
    runner: Callable[..., Runner], caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []

    class Note(logging.Filter):
        def filter(self, record: logging.LogRecord) -> bool:
            seen.append(TENANT.get())
            return True

    logger, note = logging.getLogger("wecom_client"), Note()
    caplog.set_level(logging.DEBUG, "wecom_client")
    logger.addFilter(note)
    try:
        begun_by("b", lambda: runner().bulk(["i1", "i2"], concurrency=2))
    finally:
        logger.removeFilter(note)
    assert set(seen) == {"b"}


def test_an_asynchronous_iterable_keeps_its_own_context() -> None:
    """What it sets between two elements is there at the next one, as where somebody awaits it."""
    seen: list[str] = []

    async def elements() -> Any:
        for number in range(4):
            seen.append(TENANT.get())
            TENANT.set(f"after {number}")
            yield f"i{number}"

    one = Runner(FakeServer(lambda _: {"thing": {"thing_id": "t"}}), asynchronous=True)

    async def work() -> None:
        TENANT.set("b")
        async for _ in one.outcomes(elements(), concurrency=1):
            pass

    asyncio.run(work())
    assert seen == ["b", "after 0", "after 1", "after 2"]
