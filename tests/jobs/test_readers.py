"""Who reads outcomes and records: several at once, for a while, or not to the end."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from wecom_client import Request

from ..exchange import Tools
from .fixtures import BY_CURSOR, READS, FakeServer, Runner, client_of
from .test_bulk import ids, read
from .test_paging import by_cursor


def bulk_threads() -> set[threading.Thread]:
    """Return the threads of jobs: those of another test may be at their end still."""
    return {one for one in threading.enumerate() if one.name == "wecom-bulk"}


def test_a_forgotten_iterator_leaves_no_threads_behind() -> None:
    runner, before = Runner(FakeServer(read), asynchronous=False), bulk_threads()
    outcomes = runner.outcomes(iter(ids(1000)))
    next(outcomes)
    threads = bulk_threads() - before
    assert threads
    del outcomes
    gc.collect()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()


def test_closing_ends_the_threads_and_the_iteration() -> None:
    runner, before = Runner(FakeServer(read), asynchronous=False), bulk_threads()
    with runner.outcomes(iter(ids(1000)), ordered=True) as outcomes:
        next(outcomes)
    assert bulk_threads() <= before
    assert len(list(outcomes)) <= 6
    assert list(outcomes) == []


def test_asynchronous_elements_serve_too() -> None:
    runner = Runner(FakeServer(read), asynchronous=True)

    async def source() -> AsyncIterator[str]:
        for name in ids(7):
            await asyncio.sleep(0)
            yield name

    assert len(runner.bulk(source())) == 7


def test_leaving_the_loop_early_leaves_no_tasks_behind() -> None:
    runner = Runner(FakeServer(read), asynchronous=True)

    async def run() -> int:
        async with runner.outcomes(iter(ids(1000))) as outcomes:
            async for _ in outcomes:
                break
        return len(asyncio.all_tasks())

    assert asyncio.run(run()) == 1


def test_cancelling_the_reader_leaves_the_client_usable() -> None:
    runner = Runner(FakeServer(read), asynchronous=True)
    held = asyncio.Event()

    async def stuck() -> AsyncIterator[str]:
        yield "i1"
        held.set()
        await asyncio.Event().wait()
        yield "i2"

    async def run() -> list[Any]:
        async def reader() -> None:
            async for _ in runner.outcomes(stuck()):
                pass

        task = asyncio.create_task(reader())
        await held.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return [one async for one in runner.outcomes(ids(3))]

    assert len(asyncio.run(run())) == 3


@pytest.mark.parametrize("what", ["bulk", "pages"])
def test_threads_may_take_from_one_iterator_together(what: str) -> None:
    runner = Runner(FakeServer(read if what == "bulk" else by_cursor(60)), asynchronous=False)
    shared = runner.outcomes(ids(60)) if what == "bulk" else runner.items(BY_CURSOR)
    taken: list[Any] = []
    threads = [threading.Thread(target=lambda: taken.extend(shared)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert len(taken) == 60


@pytest.mark.parametrize("what", ["bulk", "pages"])
def test_tasks_may_take_from_one_iterator_together(what: str) -> None:
    runner = Runner(FakeServer(read if what == "bulk" else by_cursor(60)), asynchronous=True)

    async def run() -> list[Any]:
        shared = runner.outcomes(ids(60)) if what == "bulk" else runner.items(BY_CURSOR)
        taken: list[Any] = []

        async def take() -> None:
            async for one in shared:
                taken.append(one)

        await asyncio.wait_for(asyncio.gather(*[take() for _ in range(4)]), 60)
        return taken

    assert len(asyncio.run(run())) == 60


def test_a_reader_that_gives_up_waiting_loses_no_elements() -> None:
    runner = Runner(FakeServer(read), asynchronous=True)

    async def run() -> list[str]:
        go_on = asyncio.Event()

        async def source() -> AsyncIterator[str]:
            yield "i0"
            await go_on.wait()
            yield "i1"

        outcomes = runner.outcomes(source())
        taken = [(await anext(outcomes)).key]
        waiting = asyncio.ensure_future(anext(outcomes))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        go_on.set()
        taken.extend([one.key async for one in outcomes])
        return taken

    assert asyncio.run(run()) == ["i0", "i1"]


def test_an_interrupted_source_does_not_pass_for_one_at_its_end() -> None:
    def source() -> Iterator[str]:
        yield "i0"
        raise KeyboardInterrupt

    runner, taken = Runner(FakeServer(read), asynchronous=False), list[str]()
    outcomes = runner.outcomes(source(), concurrency=1)
    with pytest.raises(KeyboardInterrupt):
        runner.drain(outcomes, taken)
    with pytest.raises(RuntimeError, match="may be missing"):
        runner.drain(outcomes, taken)
    assert taken == ["i0"]


def test_leaving_wakes_threads_that_wait_and_nothing_is_sent_any_more() -> None:
    sent = threading.Semaphore(0)

    def server(request: Request) -> Any:
        sent.release()
        return read(request)

    fake = FakeServer(server)
    client = client_of(fake, asynchronous=False, checks="error")
    type(client)._tools = Tools()  # real time: each call but the first would wait for minutes
    options: Any = (READS, {}, ids(50), 20, 0.1, False, None)
    before = bulk_threads()
    with client._bulk(*options) as outcomes:
        assert next(outcomes).key == "i0"
    assert bulk_threads() <= before
    assert len(fake.seen) == 1


def test_closing_wakes_a_thread_that_waits_for_an_outcome() -> None:
    held, release = threading.Event(), threading.Event()

    def server(request: Request) -> Any:
        held.set()
        assert release.wait(60)
        return read(request)

    outcomes = Runner(FakeServer(server), asynchronous=False).outcomes(ids(50), concurrency=1)
    taken: list[Any] = []
    reader = threading.Thread(target=lambda: taken.extend(outcomes))
    reader.start()
    assert held.wait(60)
    closing = threading.Thread(target=outcomes.close)
    closing.start()
    release.set()
    for thread in (reader, closing):
        thread.join(60)
        assert not thread.is_alive()
    assert len(taken) <= 1


def test_a_call_that_somebody_else_cancelled_ends_the_job_with_an_error() -> None:
    async def token() -> str:
        raise asyncio.CancelledError

    runner = Runner(FakeServer(read), asynchronous=True, access_token=token)

    async def run() -> None:
        async for _ in runner.outcomes(ids(3)):
            pass

    with pytest.raises(RuntimeError, match="was cancelled"):
        asyncio.run(asyncio.wait_for(run(), 60))


def test_closing_from_another_task_ends_a_reader_that_waits_for_elements() -> None:
    runner = Runner(FakeServer(read), asynchronous=True)

    async def run() -> list[Any]:
        held = asyncio.Event()

        async def source() -> AsyncIterator[str]:
            held.set()
            await asyncio.Event().wait()
            yield "never"

        outcomes = runner.outcomes(source())

        async def reader() -> list[Any]:
            return [one async for one in outcomes]

        reading = asyncio.ensure_future(reader())
        await held.wait()
        await outcomes.aclose()
        return await asyncio.wait_for(reading, 60)

    assert asyncio.run(run()) == []
