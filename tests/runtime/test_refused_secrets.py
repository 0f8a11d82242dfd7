"""A secret that the platform refused is not tried again for a minute, by nobody who shares it.

Who goes on trying a wrong secret gets the address of the whole company banned.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client import (
    AsyncWeComClient,
    AuthenticationError,
    FileTokenStore,
    MemoryTokenStore,
    WeComClient,
    WeComError,
)

from .helpers import Connect, aread, read, together
from .loopback import OK, Loopback, drop, says

REFUSED = says({"errcode": 40001, "errmsg": "invalid credential"})
ISSUED = says({**OK, "access_token": "t0ken", "expires_in": 7200})


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def fail(client: Any) -> WeComError:
    with pytest.raises(WeComError) as caught:
        read(client)
    return caught.value


@pytest.mark.parametrize("errcode", [40001, 40013, 40091])
def test_a_refused_secret_is_not_tried_again_for_a_minute(
    server: Loopback, connect: Connect, errcode: int
) -> None:
    server.script("gettoken", says({"errcode": errcode, "errmsg": "no"}), ISSUED)
    clock = Clock()
    client = connect(clock=clock)
    first = fail(client)
    clock.now += 59
    again = fail(client)
    assert server.count("gettoken") == 1
    assert (type(again), str(again)) == (type(first), str(first))
    clock.now += 1
    assert read(client) == OK
    assert server.count("gettoken") == 2


def test_all_threads_share_one_refusal(server: Loopback, sync_client: WeComClient) -> None:
    server.script("gettoken", REFUSED)
    errors = together(20, lambda: fail(sync_client))
    assert {type(error) for error in errors} == {AuthenticationError}
    assert server.count("gettoken") == 1


def test_all_tasks_share_one_refusal(
    server: Loopback, make_async: Callable[..., AsyncWeComClient]
) -> None:
    server.script("gettoken", REFUSED)

    async def work() -> list[Any]:
        async with make_async() as client:
            calls = [aread(client) for _ in range(20)]
            return [*await asyncio.gather(*calls, return_exceptions=True)]

    assert {type(error) for error in asyncio.run(work())} == {AuthenticationError}
    assert server.count("gettoken") == 1


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_all_clients_of_a_store_share_one_refusal(
    server: Loopback, connect: Connect, tmp_path: Path, kind: str
) -> None:
    server.script("gettoken", REFUSED)
    shared = MemoryTokenStore()

    def store() -> Any:
        return shared if kind == "memory" else FileTokenStore(tmp_path / "token")

    for _ in range(3):
        fail(connect(token_store=store()))
    assert server.count("gettoken") == 1


def test_a_refusal_counts_also_while_the_store_is_down(server: Loopback, connect: Connect) -> None:
    class Down(MemoryTokenStore):
        def load(self, key: str) -> str | None:
            raise OSError("down")

    server.script("gettoken", REFUSED)
    client = connect(token_store=Down())
    for _ in range(3):
        fail(client)
    assert server.count("gettoken") == 1


def test_another_secret_is_tried_at_once(server: Loopback, connect: Connect) -> None:
    server.script("gettoken", REFUSED, ISSUED)
    shared = MemoryTokenStore()
    fail(connect("corp", "wrong", token_store=shared))
    assert read(connect("corp", "right", token_store=shared)) == OK


@pytest.mark.parametrize("answer", [says({"errcode": 60020, "errmsg": "not allowed"}), drop])
def test_another_failure_is_tried_again_by_the_next_call(
    server: Loopback, connect: Connect, answer: Any
) -> None:
    server.script("gettoken", answer)
    client = connect()
    fail(client)
    tried = server.count("gettoken")
    fail(client)
    assert server.count("gettoken") == 2 * tried


def test_a_clock_that_was_put_back_does_not_bar_for_hours(
    server: Loopback, connect: Connect
) -> None:
    server.script("gettoken", REFUSED, ISSUED)
    clock = Clock()
    client = connect(clock=clock)
    fail(client)
    clock.now -= 3600
    assert read(client) == OK


@pytest.mark.parametrize("ahead", [-30, -1, 1, 30])
def test_clocks_that_differ_by_seconds_do_not_let_a_refused_secret_through(
    server: Loopback, connect: Connect, ahead: int
) -> None:
    server.script("gettoken", REFUSED)
    shared, here, there = MemoryTokenStore(), Clock(), Clock()
    there.now += ahead
    for clock in (there, here, here, there):
        fail(connect(clock=clock, token_store=shared))
    assert server.count("gettoken") == 1
