"""The asynchronous client asks its store, and looks names up, in threads of its own."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import os
import socket
import threading
import weakref
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, FileTokenStore, MemoryTokenStore, RedisTokenStore

from ..exchange import Ask
from ..redis_server import running_redis
from .drivers import Lookups, ThreadExecutor, finish_threads, set_idle_seconds
from .helpers import LIST, aread
from .loopback import OK, Loopback, refuse_all_but
from .test_async_client import SlowStore
from .test_fork import in_child

Make = Callable[..., AsyncWeComClient]
MOST = 8


class ThreadStore(MemoryTokenStore):
    """A store in memory that is asked in a thread, and notes in which."""

    answers_at_once = False

    def __init__(self) -> None:
        super().__init__()
        self.threads: list[threading.Thread] = []

    def load(self, key: str) -> str | None:
        self.threads.append(threading.current_thread())
        return super().load(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        self.threads.append(threading.current_thread())
        super().save(key, text, seconds)

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        self.threads.append(threading.current_thread())
        return super().try_lock(key, seconds)

    def reserve(self, key: str, interval: float) -> float:
        self.threads.append(threading.current_thread())
        return 0.0


@pytest.mark.parametrize("kind", ["thread", "file", "redis"])
def test_a_store_is_asked_where_every_thread_of_the_loop_waits_for_a_call(
    kind: str, server: Loopback, make_async: Make, tmp_path: Path
) -> None:
    def use(store: Any) -> None:
        client = make_async(token_store=store)

        async def work() -> None:
            loop = asyncio.get_running_loop()
            loop.set_default_executor(ThreadPoolExecutor(3))
            both = threading.Barrier(3)

            def call(number: int) -> Any:
                both.wait(60)
                # The token has ended by the second call.
                answers = []
                for renewed in (1, 2):
                    if both.wait(60) == 0:
                        server.script(LIST, refuse_all_but(f"token-{renewed}"))
                    both.wait(60)
                    answers.append(asyncio.run_coroutine_threadsafe(aread(client), loop).result(60))
                return answers

            calls = [asyncio.to_thread(call, number) for number in range(3)]
            assert await asyncio.wait_for(asyncio.gather(*calls), 120) == [[OK] * 2] * 3
            await client.aclose()

        asyncio.run(work())
        assert server.count("gettoken") == 2

    if kind == "redis":
        with running_redis() as running:
            use(RedisTokenStore.from_url(running.url))
    else:
        use(ThreadStore() if kind == "thread" else FileTokenStore(tmp_path / "tokens.json"))


def from_the_only_thread(
    client: AsyncWeComClient, work: Callable[[], Coroutine[Any, Any, Any]]
) -> Any:
    """Return what a piece of work comes to while the only thread of its loop waits for it."""

    async def begin() -> Any:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))

        def call() -> Any:
            return asyncio.run_coroutine_threadsafe(work(), loop).result(60)

        result = await asyncio.wait_for(asyncio.to_thread(call), 120)
        await client.aclose()
        return result

    return asyncio.run(begin())


def test_a_shared_rate_is_asked_where_every_thread_of_the_loop_waits_too(
    server: Loopback, make_async: Make
) -> None:
    store = ThreadStore()
    client = make_async(token_store=store)

    async def reserve() -> Any:
        return await client._asked(Ask(lambda: client._reserve(1.0)))

    assert from_the_only_thread(client, reserve) == 0.0


def test_a_name_is_looked_up_where_every_thread_of_the_loop_waits(
    server: Loopback, make_async: Make
) -> None:
    by_name = server.base_url.replace("127.0.0.1", "localhost")
    client = make_async(base_url=by_name)
    assert from_the_only_thread(client, lambda: aread(client)) == OK


def test_addresses_are_named_as_a_loop_names_them() -> None:
    async def work() -> None:
        loop, address = asyncio.get_running_loop(), ("127.0.0.1", 80)
        flags = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
        assert await Lookups().getnameinfo(address, flags) == await loop.getnameinfo(address, flags)
        options: Any = {"type": socket.SOCK_STREAM, "flags": socket.AI_NUMERICHOST}
        found = await Lookups().getaddrinfo("127.0.0.1", 80, **options)
        assert found == await loop.getaddrinfo("127.0.0.1", 80, **options)
        with pytest.raises(socket.gaierror):
            await Lookups().getaddrinfo("no address", 80, **options)

    asyncio.run(work())


def test_a_store_sees_the_context_of_the_task_that_calls(
    server: Loopback, make_async: Make
) -> None:
    tenant: contextvars.ContextVar[str] = contextvars.ContextVar("tenant", default="nobody")
    seen: list[str] = []

    class Watching(ThreadStore):
        def load(self, key: str) -> str | None:
            seen.append(tenant.get())
            tenant.set("the thread's own")
            return super().load(key)

        def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
            release = super().try_lock(key, seconds)
            assert release is not None

            def watched() -> None:
                seen.append(tenant.get())
                release()

            return watched

    async def work() -> None:
        for name in ("a", "b"):
            tenant.set(name)
            async with make_async("corp", name, token_store=Watching()) as client:
                assert await aread(client) == OK
            assert tenant.get() == name

    asyncio.run(work())
    assert set(seen[:3]) == {"a"}
    assert set(seen[3:]) == {"b"}
    assert len(seen) == 6


@pytest.mark.parametrize("is_closed", [True, False])
def test_no_thread_is_left_where_nothing_is_to_be_done(
    is_closed: bool, server: Loopback, make_async: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_idle_seconds(monkeypatch, 3600.0 if is_closed else 0.01)
    store = ThreadStore()
    client = make_async(token_store=store)

    async def work() -> None:
        assert await aread(client) == OK
        if is_closed:
            await client.aclose()

    asyncio.run(work())
    assert len(store.threads) >= 3
    for thread in store.threads:
        assert thread.daemon
        thread.join(60)
        assert not thread.is_alive()
    asyncio.run(client.aclose())


def test_threads_serve_call_after_call(monkeypatch: pytest.MonkeyPatch) -> None:
    set_idle_seconds(monkeypatch, 60.0)
    threads = ThreadExecutor()

    async def work() -> set[threading.Thread]:
        run = threads.run
        return {await run(threading.current_thread, is_needed=False) for _ in range(50)}

    assert len(asyncio.run(work())) <= MOST
    threads.end()


def test_a_dropped_client_is_freed_though_its_store_hung(
    server: Loopback, make_async: Make
) -> None:
    threads: list[threading.Thread] = []

    class Noting(SlowStore):
        def load(self, key: str) -> str | None:
            threads.append(threading.current_thread())
            return super().load(key)

    store = Noting()
    clients = [make_async(token_store=store)]

    async def work() -> None:
        task = asyncio.create_task(aread(clients[0]))
        assert await asyncio.to_thread(store.entered.acquire, timeout=60)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await clients[0].aclose()

    asyncio.run(work())
    gone = weakref.ref(clients.pop())
    store.leave.release()
    threads[0].join(60)
    gc.collect()
    assert gone() is None
    assert not threads[0].is_alive()


def test_only_so_many_threads_run_at_the_same_time() -> None:
    threads, started, leave = ThreadExecutor(), threading.Semaphore(0), threading.Event()
    running, most, guard = 0, 0, threading.Lock()

    def block() -> int:
        nonlocal running, most
        with guard:
            running += 1
            most = max(most, running)
        started.release()
        assert leave.wait(60)
        with guard:
            running -= 1
        return 7

    async def work() -> None:
        tasks = [asyncio.create_task(threads.run(block, is_needed=False)) for _ in range(40)]
        await asyncio.sleep(0)
        for _ in range(MOST):
            assert await asyncio.to_thread(started.acquire, timeout=60)
        # Those hang, and still what is needed is done.
        assert await asyncio.wait_for(threads.run(lambda: 5, is_needed=True), 60) == 5
        tasks[39].cancel()
        await asyncio.sleep(0)
        leave.set()
        assert await asyncio.gather(*tasks[:39]) == [7] * 39
        assert tasks[39].cancelled()

    asyncio.run(work())
    assert most == MOST
    # The cancelled one was never begun.
    assert sum(started.acquire(blocking=False) for _ in range(40)) == 39 - MOST


def test_what_a_function_raises_reaches_the_task() -> None:
    def fail() -> None:
        raise SystemExit(3)

    async def work() -> None:
        await ThreadExecutor().run(fail, is_needed=True)

    with pytest.raises(SystemExit):
        asyncio.run(work())


def test_a_loop_that_was_closed_meanwhile_is_in_nobodys_way(
    recwarn: pytest.WarningsRecorder,
) -> None:
    threads, entered, leave = ThreadExecutor(), threading.Event(), threading.Event()
    left: list[threading.Thread] = []

    def block() -> None:
        left.append(threading.current_thread())
        entered.set()
        assert leave.wait(60)

    async def work() -> None:
        task = asyncio.create_task(threads.run(block, is_needed=True))
        assert await asyncio.to_thread(entered.wait, 60)
        task.cancel()

    asyncio.run(work())
    leave.set()
    assert asyncio.run(threads.run(lambda: 5, is_needed=True)) == 5
    gc.collect()
    assert [str(one.message) for one in recwarn] == []


def test_a_lock_that_is_taken_while_the_loop_ends_is_released(
    server: Loopback, make_async: Make
) -> None:
    store = SlowStore()
    client = make_async(token_store=store)

    async def work() -> None:
        asyncio.create_task(aread(client))  # noqa: RUF006 -- the end of the loop cancels it
        assert await asyncio.to_thread(store.entered.acquire, timeout=60)
        store.leave.release()
        assert await asyncio.to_thread(store.entered.acquire, timeout=60)

    asyncio.run(work())
    store.leave.release()
    assert store.entered.acquire(timeout=60)
    assert not store.locked
    asyncio.run(client.aclose())


def test_where_no_thread_can_be_started_the_store_is_asked_all_the_same(
    server: Loopback, make_async: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ThreadStore()
    client = make_async(token_store=store)

    async def work() -> None:
        real = threading.Thread.start

        def start(thread: threading.Thread) -> None:
            if thread.name == "wecom-own":
                raise RuntimeError("can't start new thread")
            real(thread)

        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", start)
            assert await aread(client) == OK
        await client.aclose()

    asyncio.run(work())
    assert set(store.threads) == {threading.current_thread()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_child_has_threads_of_its_own(server: Loopback, make_async: Make) -> None:
    client = make_async(token_store=ThreadStore())
    leave = threading.Event()
    threads = client._threads

    async def fill() -> None:
        for needed in (True, False):
            for _ in range(MOST):
                task = asyncio.ensure_future(threads.run(leave.wait, is_needed=needed))
                tasks.append(task)
        await asyncio.sleep(0)
        assert in_child(lambda: asyncio.run(aread(client)) == OK)
        leave.set()
        await asyncio.gather(*tasks)
        await client.aclose()

    tasks: list[Any] = []
    asyncio.run(fill())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_child_ends_whatever_its_parents_threads_were_doing() -> None:
    threads = ThreadExecutor()
    held, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with threads._needed._changed:
            held.set()
            leave.wait(60)

    def ends() -> bool:
        finish_threads()
        return True

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(60)
    try:
        assert in_child(ends)
    finally:
        leave.set()
        holder.join()
