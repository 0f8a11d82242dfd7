"""Threads, tasks and processes that share a store fetch one token between them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wecom_client import (
    AsyncWeComClient,
    FileTokenStore,
    MemoryTokenStore,
    RedisTokenStore,
    TokenStore,
    WeComClient,
)

from ..redis_server import running_redis
from .helpers import LIST, aread, read, together
from .loopback import OK, Held, Loopback, issue_tokens, refuse_all_but, says

ROOT = Path(__file__).parents[2]
COUNT = 40


@pytest.fixture(params=["memory", "file", "redis"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Say which kind of store, and where it is."""
    if request.param == "redis":
        with running_redis() as server:
            yield "redis", server.url
    else:
        yield request.param, str(tmp_path / "tokens.json")


@pytest.fixture
def make_store(where: tuple[str, str]) -> Callable[[], TokenStore]:
    """Make stores that share what they hold (in memory there is but one)."""
    kind, place = where
    memory = MemoryTokenStore()
    if kind == "memory":
        return lambda: memory
    make: Any = FileTokenStore if kind == "file" else RedisTokenStore.from_url
    return lambda: make(place)


def test_forty_threads_with_a_client_each_fetch_one_token(
    server: Loopback, make_store: Callable[[], TokenStore]
) -> None:
    clients = [
        WeComClient("corp", "secret", base_url=server.base_url, token_store=make_store())
        for _ in range(COUNT)
    ]
    for number in (1, 2):
        server.script(LIST, refuse_all_but(f"token-{number}"))
        mine = iter(clients)
        assert together(COUNT, lambda mine=mine: read(next(mine))) == [OK] * COUNT  # type: ignore[misc]
        assert server.count("gettoken") == number
    for client in clients:
        client.close()


def test_forty_tasks_with_a_client_each_fetch_one_token(
    server: Loopback, make_store: Callable[[], TokenStore]
) -> None:
    async def work() -> None:
        clients = [
            AsyncWeComClient("corp", "secret", base_url=server.base_url, token_store=make_store())
            for _ in range(COUNT)
        ]
        for number in (1, 2):
            server.script(LIST, refuse_all_but(f"token-{number}"))
            answers = await asyncio.gather(*[aread(client) for client in clients])
            assert answers == [OK] * COUNT
            assert server.count("gettoken") == number
        for client in clients:
            await client.aclose()

    asyncio.run(work())


def test_clients_of_both_kinds_share_a_store(
    server: Loopback, make_store: Callable[[], TokenStore]
) -> None:
    options: Any = {"base_url": server.base_url, "token_store": make_store()}
    with WeComClient("corp", "secret", **options) as client:
        read(client)
    asyncio.run(aread(AsyncWeComClient("corp", "secret", **options)))
    assert server.count("gettoken") == 1


class Worker:
    """A process of its own, given orders."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.runtime.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def order(self, **order: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def hear(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def answer(self) -> Any:
        """Return what it came to, with or without a wait."""
        heard = self.hear()
        return self.hear() if heard[0] == "waiting" else heard

    def kill(self) -> None:
        self._process.kill()
        self.end()

    def end(self) -> None:
        self._process.communicate(timeout=60)


@pytest.fixture(scope="module")
def workers() -> Iterator[list[Worker]]:
    workers = [Worker() for _ in range(8)]
    yield workers
    for worker in workers:
        worker.end()


def call_all(workers: list[Worker]) -> list[Any]:
    """Let all call at once and return what each came to."""
    for worker in workers:
        worker.order()
    return [worker.answer() for worker in workers]


def open_all(workers: list[Worker], server: Loopback, where: tuple[str, str]) -> None:
    for worker in workers:
        worker.order(store=where, base_url=server.base_url)
        assert worker.hear() == ["ready", None]


def test_eight_processes_fetch_one_token_and_renew_it_once(
    server: Loopback, workers: list[Worker], where: tuple[str, str]
) -> None:
    fetches = 8 if where[0] == "memory" else 1
    open_all(workers, server, where)
    assert call_all(workers) == [["answer", OK]] * 8
    assert server.count("gettoken") == fetches
    server.script(LIST, refuse_all_but(*(f"token-{fetches + n + 1}" for n in range(fetches))))
    assert call_all(workers) == [["answer", OK]] * 8
    assert server.count("gettoken") == 2 * fetches


@pytest.mark.parametrize("fails", [True, False])
@pytest.mark.parametrize("where", ["file", "redis"], indirect=True)
def test_processes_that_wait_for_a_fetch_share_what_comes_of_it(
    fails: bool, server: Loopback, workers: list[Worker], where: tuple[str, str]
) -> None:
    then = says({"errcode": 40001, "errmsg": "wrong secret"}) if fails else issue_tokens
    held = Held(then)
    server.script("gettoken", held)
    open_all(workers, server, where)
    leader, *waiters = workers
    leader.order()
    assert held.entered.acquire(timeout=60)
    for waiter in waiters:
        waiter.order()
    assert [waiter.hear() for waiter in waiters] == [["waiting", None]] * 7
    held.leave.set()
    outcomes = [leader.hear(), *(waiter.hear() for waiter in waiters)]
    assert {kind for kind, _ in outcomes} == {"error" if fails else "answer"}
    assert len({str(outcome) for outcome in outcomes}) == 1
    assert server.count("gettoken") == 1


@pytest.mark.parametrize("where", ["file"], indirect=True)
def test_a_process_that_dies_while_it_fetches_is_replaced(
    server: Loopback, where: tuple[str, str]
) -> None:
    held = Held(issue_tokens)
    server.script("gettoken", held, issue_tokens)
    workers = [Worker(), Worker()]
    open_all(workers, server, where)
    workers[0].order()
    assert held.entered.acquire(timeout=60)
    workers[1].order()
    assert workers[1].hear() == ["waiting", None]
    workers[0].kill()
    assert workers[1].hear() == ["answer", OK]
    held.leave.set()
    workers[1].end()
