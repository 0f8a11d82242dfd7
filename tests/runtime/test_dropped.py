"""A client that nobody holds any more frees its connections immediately, not with the collector."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ..jobs.fixtures import READS
from .helpers import aread, read
from .loopback import OK, Loopback, says


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def were_closed(server: Loopback) -> bool:
    """Whether every connection comes to its end, as only its client could see to it."""
    for thread in server._threads[1:]:
        thread.join(30)
    return not any(thread.is_alive() for thread in server._threads[1:])


def of_jobs(server: Loopback) -> None:
    server.script("things/read", says({**OK, "thing": {"thing_id": "t"}}))


@pytest.mark.parametrize("options", [{}, {"rate": 10**6}], ids=["plain", "rate"])
def test_a_dropped_client_frees_its_sockets(
    make_sync: Callable[..., Any], server: Loopback, options: dict[str, Any]
) -> None:
    of_jobs(server)

    def use() -> Any:
        client = make_sync(**options)
        read(client)
        given: Any = (["i1", "i2", "i3"], 2, None, False, None)
        assert len(list(client._bulk(READS, {}, *given))) == 3
        return weakref.ref(client)

    assert use()() is None
    assert server.connections >= 1
    assert were_closed(server)


@pytest.mark.parametrize("options", [{}, {"rate": 10**6}], ids=["plain", "rate"])
def test_a_dropped_asynchronous_client_frees_its_sockets(
    make_async: Callable[..., Any], server: Loopback, options: dict[str, Any]
) -> None:
    of_jobs(server)

    async def use() -> Any:
        client = make_async(**options)
        await aread(client)
        given: Any = (["i1", "i2", "i3"], 2, None, False, None)
        assert len([one async for one in client._bulk(READS, {}, *given)]) == 3
        return weakref.ref(client)

    async def main() -> None:
        client = await use()
        while client() is not None:
            await asyncio.sleep(0)  # a task that has ended holds it for a pass of the loop
        assert await asyncio.to_thread(were_closed, server)

    asyncio.run(main())
    assert server.connections >= 1


def test_a_client_dropped_as_its_loop_ends_frees_its_sockets(
    make_async: Callable[..., Any], server: Loopback
) -> None:
    async def main() -> None:
        await aread(make_async())

    asyncio.run(main())
    assert were_closed(server)


def test_a_bulk_read_that_is_left_early_holds_no_client(
    make_sync: Callable[..., Any], server: Loopback
) -> None:
    of_jobs(server)

    def use() -> Any:
        client = make_sync()
        outcomes = client._bulk(READS, {}, [f"i{n}" for n in range(50)], 3, None, False, None)
        assert next(outcomes).error is None
        return weakref.ref(client), outcomes._pool._threads

    client, threads = use()
    for thread in threads:
        thread.join(30)
    assert client() is None
    assert were_closed(server)
