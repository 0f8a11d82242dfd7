"""The asynchronous client: its tasks, cancellations, event loops, and a forked child."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from wecom_client import (
    AsyncWeComClient,
    FileTokenStore,
    MemoryTokenStore,
    TransportError,
    WeComError,
)

from .helpers import LIST, TRANSFER, aread, awrite
from .loopback import OK, Held, Loopback, drop, issue_tokens, refuse_all_but, says
from .test_fork import in_child

Make = Callable[..., AsyncWeComClient]


def using(client: AsyncWeComClient, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a piece of work in an event loop, and close the client."""

    async def run() -> None:
        async with client:
            await work()

    asyncio.run(run())


async def forty(client: AsyncWeComClient) -> list[Any]:
    return list(await asyncio.gather(*[aread(client) for _ in range(40)], return_exceptions=True))


def test_forty_cold_tasks_fetch_one_token(server: Loopback, make_async: Make) -> None:
    client = make_async()

    async def work() -> None:
        assert await forty(client) == [OK] * 40
        assert server.counts() == {"gettoken": 1, LIST: 40}
        server.script(LIST, refuse_all_but("token-2"))
        assert await forty(client) == [OK] * 40
        assert server.count("gettoken") == 2

    using(client, work)


def test_forty_tasks_share_one_failed_fetch(server: Loopback, make_async: Make) -> None:
    server.script("gettoken", says({"errcode": 45031, "errmsg": "unsafe"}))
    client = make_async()

    async def work() -> None:
        errors = await forty(client)
        assert {str(error) for error in errors} == {str(errors[0])}
        assert server.counts() == {"gettoken": 1}
        assert "45031" in str(errors[0])

    using(client, work)


def test_a_cancelled_fetch_is_taken_over_by_somebody_who_waited_for_it(
    server: Loopback, make_async: Make
) -> None:
    held = Held(issue_tokens)
    server.script("gettoken", held)
    client = make_async()

    async def work() -> None:
        leader = asyncio.create_task(aread(client))
        await held.wait_for(1)
        waiters = [asyncio.create_task(aread(client)) for _ in range(5)]
        await asyncio.sleep(0)
        leader.cancel()
        await held.wait_for(1)
        held.leave.set()
        assert await asyncio.gather(*waiters) == [OK] * 5
        assert leader.cancelled()
        assert server.counts() == {"gettoken": 2, LIST: 5}

    using(client, work)


def test_a_cancelled_waiter_takes_nothing_from_the_others(
    server: Loopback, make_async: Make
) -> None:
    held = Held(issue_tokens)
    server.script("gettoken", held)
    client = make_async()

    async def work() -> None:
        tasks = [asyncio.create_task(aread(client)) for _ in range(5)]
        await held.wait_for(1)
        tasks[2].cancel()
        held.leave.set()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert [isinstance(one, asyncio.CancelledError) for one in outcomes] == [
            number == 2 for number in range(5)
        ]
        assert server.count("gettoken") == 1

    using(client, work)


def test_a_cancellation_at_any_moment_leaves_the_client_usable(
    server: Loopback, make_async: Make, tmp_path: Path
) -> None:
    client = make_async(token_store=FileTokenStore(tmp_path / "tokens.json"))

    async def work() -> None:
        for moment in range(0, 120, 3):
            number = server.count("gettoken") + 1
            server.script(LIST, refuse_all_but(f"token-{number}", f"token-{number + 1}"))
            tasks = [asyncio.create_task(aread(client)) for _ in range(3)]
            for _ in range(moment):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            server.script(LIST, says(OK))
            assert await asyncio.wait_for(aread(client), 60) == OK

    using(client, work)


def test_a_cancelled_wait_leaves_the_client_usable(server: Loopback, make_async: Make) -> None:
    server.script(TRANSFER, says({"errcode": -1}), says(OK))
    waiting = asyncio.Event()

    async def work() -> None:
        class Patient(AsyncWeComClient):
            async def _sleep(self, seconds: float) -> None:
                waiting.set()
                await asyncio.Event().wait()

        async with Patient("corp", "secret", base_url=server.base_url) as client:
            task = asyncio.create_task(awrite(client))
            await waiting.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await awrite(client) == OK

    asyncio.run(work())


def test_a_task_that_is_cancelled_while_it_waits_for_a_lock_is_in_nobodys_way(
    server: Loopback, make_async: Make
) -> None:
    store = MemoryTokenStore()
    client = make_async(token_store=store)
    release = store.try_lock(client._shared._store._key, 15)  # type: ignore[union-attr]
    assert release is not None
    waiting = asyncio.Event()

    async def wait(seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    async def work() -> None:
        client._sleep = wait  # type: ignore[method-assign]
        task = asyncio.create_task(aread(client))
        await waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        release()
        assert await aread(client) == OK

    using(client, work)


class SlowStore:
    """A store whose every answer takes until it is let go."""

    def __init__(self) -> None:
        self.entered, self.leave = threading.Semaphore(0), threading.Semaphore(0)
        self.locked = False
        self.texts: dict[str, str] = {}

    def _answer(self) -> None:
        self.entered.release()
        assert self.leave.acquire(timeout=60)

    def load(self, key: str) -> str | None:
        self._answer()
        return self.texts.get(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        self._answer()
        self.texts[key] = text

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        self._answer()
        self.locked = True
        return self._unlock

    def _unlock(self) -> None:
        self.locked = False
        self.entered.release()


def test_a_slow_store_holds_up_no_other_task(server: Loopback, make_async: Make) -> None:
    store = SlowStore()
    slow, quick = make_async(token_store=store), make_async(access_token="given")

    async def work() -> None:
        task = asyncio.create_task(aread(slow))
        assert await asyncio.to_thread(store.entered.acquire, timeout=60)
        assert await aread(quick) == OK
        store.leave.release(9)
        assert await task == OK
        await quick.aclose()

    using(slow, work)


def test_a_lock_that_a_thread_takes_for_a_cancelled_task_is_released(
    server: Loopback, make_async: Make
) -> None:
    store = SlowStore()
    client = make_async(token_store=store)

    async def entered() -> None:
        assert await asyncio.to_thread(store.entered.acquire, timeout=60)

    async def work() -> None:
        task = asyncio.create_task(aread(client))
        await entered()  # loading
        store.leave.release()
        await entered()  # taking the lock
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        store.leave.release()
        await entered()  # releasing it
        assert not store.locked
        store.leave.release(9)
        assert await aread(client) == OK

    using(client, work)


def test_a_client_serves_one_event_loop_after_another(server: Loopback, make_async: Make) -> None:
    client = make_async()
    assert [asyncio.run(aread(client)) for _ in range(3)] == [OK] * 3
    assert server.counts() == {"gettoken": 1, LIST: 3}
    asyncio.run(client.aclose())


def test_a_client_in_use_by_loops_of_several_threads_fetches_one_token(
    server: Loopback, make_async: Make
) -> None:
    held = Held(issue_tokens)
    server.script("gettoken", held)
    client = make_async()
    outcomes: list[Any] = []
    threads = [
        threading.Thread(target=lambda: outcomes.extend(asyncio.run(forty(client))))
        for _ in range(3)
    ]
    client._sleep = lambda seconds: asyncio.sleep(seconds)  # type: ignore[method-assign]
    for thread in threads:
        thread.start()
    held.leave.set()
    for thread in threads:
        thread.join(60)
    assert outcomes == [OK] * 120
    assert server.count("gettoken") == 1


@pytest.mark.parametrize("is_async", [True, False])
def test_a_token_function_may_be_asynchronous(
    is_async: bool, server: Loopback, make_async: Make
) -> None:
    async def later() -> str:
        await asyncio.sleep(0)
        return "mine"

    client = make_async(access_token=later if is_async else lambda: "mine")

    async def work() -> None:
        assert await aread(client) == OK

    using(client, work)
    assert server.seen[0].query == {"access_token": "mine"}


def test_a_token_function_that_returns_no_text_is_told(server: Loopback, make_async: Make) -> None:
    async def nothing() -> None:
        return None

    client = make_async(access_token=nothing)

    async def work() -> None:
        with pytest.raises(TransportError, match="returned NoneType"):
            await aread(client)

    using(client, work)


def test_an_error_has_no_history(server: Loopback, make_async: Make) -> None:
    server.script(TRANSFER, drop)
    client = make_async()

    async def work() -> None:
        with pytest.raises(WeComError) as caught:
            await awrite(client)
        assert (caught.value.__cause__, caught.value.__context__) == (None, None)

    using(client, work)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_child_has_connections_of_its_own_and_the_parents_token(
    server: Loopback, make_async: Make
) -> None:
    client = make_async()

    async def work() -> None:
        await aread(client)
        assert in_child(lambda: asyncio.run(aread(client)) == OK)
        await aread(client)

    using(client, work)
    assert [seen.connection for seen in server.seen if seen.path == LIST] == [1, 2, 1]
    assert server.count("gettoken") == 1
