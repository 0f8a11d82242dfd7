"""The asynchronous transport: its tasks, its event loops, cancellations, and its end."""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import threading
import warnings
from contextlib import suppress
from typing import Any

import pytest

from ..exchange import NoReply, Reply, Send
from .loopback import CERTIFICATE, Exchange, Held, Loopback, drop, http, raw, says, silent
from .transports import (
    PATH,
    POOL_SIZE,
    AsyncTransport,
    hide_connecting,
    hide_poll,
    limit_connections,
    note_timeouts,
    route_to,
    step,
    too_large,
)

DONE = Reply(200, b'{"errcode": 0, "errmsg": "ok"}')


async def send_all(transport: AsyncTransport, count: int, one: Send) -> list[Any]:
    return list(await asyncio.gather(*[transport.send(one) for _ in range(count)]))


def test_forty_tasks_keep_their_connections(server: Loopback) -> None:
    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url))
        for _ in range(3):
            assert await send_all(transport, 40, step()) == [DONE] * 40
        await transport.aclose()

    asyncio.run(work())
    assert server.connections <= 40


def test_requests_that_may_not_be_repeated_have_connections_of_their_own(server: Loopback) -> None:
    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url))
        for fresh in (False, True, False, True):
            await transport.send(step(fresh=fresh))
        await transport.aclose()

    asyncio.run(work())
    assert [seen.connection for seen in server.seen] == [1, 2, 1, 2]


def test_more_tasks_than_connections_wait_for_one(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_connections(monkeypatch, 3)
    held = Held(says({"errcode": 0}))
    server.script(PATH, held)

    async def work() -> list[Any]:
        transport = AsyncTransport(route_to(server.base_url))
        tasks = asyncio.gather(*[transport.send(step(fresh=bool(n % 2))) for n in range(12)])
        await held.wait_for(3)
        assert server.connections == 3
        held.leave.set()
        outcomes = list(await tasks)
        await transport.aclose()
        return outcomes

    assert [type(one) for one in asyncio.run(work())] == [Reply] * 12


def test_as_many_sends_as_there_are_places_are_under_way_at_once(server: Loopback) -> None:
    held = Held(says({"errcode": 0}))
    server.script(PATH, held)

    async def work() -> int:
        transport = AsyncTransport(route_to(server.base_url))
        tasks = asyncio.gather(*[transport.send(step()) for _ in range(POOL_SIZE + 5)])
        await held.wait_for(POOL_SIZE)
        connections = server.connections
        held.leave.set()
        await tasks
        await transport.aclose()
        return connections

    assert asyncio.run(work()) == POOL_SIZE == 128


def test_a_transport_serves_one_event_loop_after_another(server: Loopback) -> None:
    transport = AsyncTransport(route_to(server.base_url))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            assert asyncio.run(transport.send(step())) == DONE
        gc.collect()
    assert server.connections == 3
    assert len(transport._pools) == 1


def test_a_transport_serves_event_loops_in_several_threads(server: Loopback) -> None:
    transport = AsyncTransport(route_to(server.base_url))
    outcomes: list[Any] = []
    threads = [
        threading.Thread(
            target=lambda: outcomes.extend(asyncio.run(send_all(transport, 5, step())))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert outcomes == [DONE] * 20


def test_the_end_of_an_event_loop_closes_the_connections(server: Loopback) -> None:
    transport = AsyncTransport(route_to(server.base_url))
    asyncio.run(send_all(transport, 3, step()))
    for thread in server._threads[1:]:
        thread.join(60)
        assert not thread.is_alive()


def test_a_send_under_way_ends_by_itself_when_the_transport_is_closed(server: Loopback) -> None:
    held = Held(says({"errcode": 0}))
    server.script(PATH, held)

    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url))
        task = asyncio.create_task(transport.send(step()))
        await held.wait_for(1)
        await transport.aclose()
        later = await transport.send(step())
        assert isinstance(later, NoReply)
        assert later.kind == "refused"
        held.leave.set()
        assert await task == Reply(200, b'{"errcode": 0}')
        await asyncio.to_thread(server._threads[-1].join, 10)
        assert not server._threads[-1].is_alive()

    asyncio.run(work())


def test_sends_that_wait_for_one_when_the_transport_is_closed_go_on(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_connections(monkeypatch, 1)
    held = Held(says({"errcode": 0}))
    server.script(PATH, held)

    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url))
        tasks = [asyncio.create_task(transport.send(step(fresh=bool(n % 2)))) for n in range(4)]
        await held.wait_for(1)
        await transport.aclose()
        held.leave.set()
        assert await asyncio.gather(*tasks) == [Reply(200, b'{"errcode": 0}')] * 4

    asyncio.run(work())
    gc.collect()


@pytest.mark.parametrize("fresh", [True, False])
def test_a_cancelled_send_gives_its_connection_up(
    fresh: bool, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_connections(monkeypatch, 2)
    held = Held(says({"errcode": 0}))
    server.script(PATH, *[held] * 6, says({"errcode": 0}))

    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url))
        for _ in range(3):
            tasks = [asyncio.create_task(transport.send(step(fresh=fresh))) for _ in range(5)]
            await held.wait_for(2)
            for task in tasks:
                task.cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            assert {type(one) for one in outcomes} == {asyncio.CancelledError}
        held.leave.set()
        assert await transport.send(step(fresh=fresh)) == Reply(200, b'{"errcode": 0}')
        await transport.aclose()

    asyncio.run(work())


@pytest.mark.parametrize("tls", [False, True])
def test_a_cancellation_at_any_moment_leaves_the_transport_usable(
    tls: bool, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_connections(monkeypatch, 2)
    server.tls = tls
    route = route_to(server.base_url, verify=str(CERTIFICATE))

    async def work() -> None:
        transport = AsyncTransport(route)
        for moment in range(60):
            tasks = [asyncio.create_task(transport.send(step())) for _ in range(4)]
            for _ in range(moment):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            assert await asyncio.wait_for(transport.send(step()), 60) == DONE
        await transport.aclose()

    asyncio.run(work())
    gc.collect()


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("passes", [0, 1, 3, 6, 12, 60])
def test_an_event_loop_may_end_in_the_middle_of_sends(
    passes: int, tls: bool, server: Loopback
) -> None:
    server.tls = tls
    server.script(PATH, silent)
    transport = AsyncTransport(route_to(server.base_url, verify=str(CERTIFICATE)))

    async def work() -> None:
        for fresh in (True, False):
            tasks.append(asyncio.create_task(transport.send(step(fresh=fresh))))
        for _ in range(passes):
            await asyncio.sleep(0)

    tasks: list[asyncio.Task[Any]] = []
    asyncio.run(work())
    assert all(task.cancelled() for task in tasks)
    transport._pools.clear()
    gc.collect()


def test_an_answer_that_is_given_up_leaves_its_connection_at_once(server: Loopback) -> None:
    """Over TLS, closing would wait for the server's farewell, beyond the event loop's end."""
    server.tls = True
    server.script(PATH, raw(http(bytes(2**20))))
    route = route_to(server.base_url, verify=str(CERTIFICATE), max_body=1000)

    async def work() -> Any:
        transport = AsyncTransport(route)
        reply = await transport.send(step())
        await transport.aclose()
        return reply

    assert asyncio.run(work()) == Reply(200, b"", too_large(route))
    gc.collect()


def test_where_nobody_saw_a_connection_being_made_a_request_may_have_been_sent(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should another aiohttp connect by another way, nothing is taken for unsent."""
    hide_connecting(monkeypatch)
    server.script(PATH, drop)

    async def work() -> Any:
        transport = AsyncTransport(route_to(server.base_url))
        outcome = await transport.send(step())
        await transport.aclose()
        return outcome

    outcome = asyncio.run(work())
    assert isinstance(outcome, NoReply)
    assert outcome.kind == "lost"


def test_an_answer_with_bytes_too_many_is_lost_and_has_no_status_of_its_own(
    server: Loopback,
) -> None:
    server.script(PATH, raw(http(b'{"errcode": 0}') + b"xx"), raw(http(b"{}", 204)))

    async def work() -> list[Any]:
        transport = AsyncTransport(route_to(server.base_url))
        outcomes = [await transport.send(step()) for _ in range(2)]
        await transport.aclose()
        return outcomes

    for outcome in asyncio.run(work()):
        assert isinstance(outcome, NoReply)
        assert (outcome.kind, "400" in outcome.detail) == ("lost", False)


def test_a_connection_limit_above_five_seconds_is_not_rounded_up(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = note_timeouts(monkeypatch)

    async def work() -> None:
        transport = AsyncTransport(route_to(server.base_url, connecting=7.3, answering=7.3))
        await transport.send(step())
        await transport.aclose()

    asyncio.run(work())
    (timeout,) = told
    assert (timeout.total, timeout.connect, timeout.sock_read) == (None, 7.3, 7.3)
    assert timeout.ceil_threshold > 86400


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("has_poll", [True, False])
@pytest.mark.parametrize("end", ["closed", "farewell", "unasked answer"])
def test_what_came_on_an_idle_connection_while_the_event_loop_stood_still_costs_no_request(
    end: str, has_poll: bool, tls: bool, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    if end == "farewell" and not tls:
        pytest.skip("without TLS, there is none")
    if not has_poll:
        hide_poll(monkeypatch)
    has_come = threading.Event()

    def answer(exchange: Exchange) -> bool:
        exchange.sock.sendall(http(b'{"errcode": 0}'))
        if end == "unasked answer":
            exchange.sock.sendall(http(b'{"errcode": -1}'))
        elif isinstance(exchange.sock, ssl.SSLSocket):
            # Of a mere end of the connection, TLS tells nothing.
            exchange.sock.settimeout(0)
            with suppress(ssl.SSLWantReadError):
                exchange.sock.unwrap()
        if end == "closed":
            exchange.sock.shutdown(socket.SHUT_RDWR)
        has_come.set()
        server.stopping.wait(60)
        return False

    server.tls = tls
    server.script(PATH, answer, says({"errcode": 0}))

    async def work() -> list[Any]:
        transport = AsyncTransport(route_to(server.base_url, verify=str(CERTIFICATE)))
        first = await transport.send(step())
        assert has_come.wait(60)
        outcomes = [first, await transport.send(step())]
        await transport.aclose()
        server.stopping.set()
        return outcomes

    assert asyncio.run(work()) == [Reply(200, b'{"errcode": 0}')] * 2
    assert server.connections == 2
