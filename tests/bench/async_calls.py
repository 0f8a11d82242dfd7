"""Asynchronous calls against bare aiohttp, to one server in a process of its own."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from time import perf_counter, process_time
from typing import Any

import aiohttp

from tests.runtime.transports import POOL_SIZE
from wecom_client import AsyncWeComClient

from .checks import OWNER, chat_ids, page_size
from .measure import Row, row
from .server import ANSWERS, serving

AsyncCall = Callable[[], Awaitable[Any]]
Clock = Callable[[], float]

AT_ONCE = 50
FEW, MANY = 10, POOL_SIZE

NEEDS = ("get", "list", "transfer")


def rows(quick: bool) -> Iterator[Row]:
    """Compare single calls, one after the other, and then many at once."""
    with serving() as url:
        yield from asyncio.run(_compare_all(url, 5 if quick else 400))
        yield from asyncio.run(_compare_crowds(url, 1 if quick else 12, 5 if quick else 40))


def _bare(session: aiohttp.ClientSession, url: str, operation: str, body: Any) -> AsyncCall:
    """Return what a program without us writes, its address already put together."""
    token = ANSWERS["/cgi-bin/gettoken"]["access_token"]
    address = f"{url}/cgi-bin/externalcontact/groupchat/{operation}?access_token={token}"

    async def call() -> Any:
        async with session.post(address, json=body) as response:
            return await response.json()

    return call


def _session() -> aiohttp.ClientSession:
    timeout = aiohttp.ClientTimeout(connect=5, sock_read=30)
    return aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=POOL_SIZE))


async def _compare_all(url: str, rounds: int) -> list[Row]:
    async with AsyncWeComClient("corp", "secret", base_url=url) as wecom, _session() as session:
        ours: Any = wecom.externalcontact.groupchat
        bare = partial(_bare, session, url)
        ids, size = chat_ids(), page_size()
        transfer = {"chat_id_list": ids, "new_owner": OWNER}
        # What is ours takes some 70 µs: checks, the flow, a body with limits, and a look at whether
        # the connection still stands.
        compared: list[tuple[str, AsyncCall, AsyncCall, float]] = [
            ("list", lambda: ours.list(size), bare("list", {"limit": size}), 1.5),
            (
                f"transfer of {len(ids)} groups",
                lambda: ours.transfer(ids, OWNER),
                bare("transfer", transfer),
                1.5,
            ),
            (
                "get of 200 members",
                lambda: ours.get(ids[0]),
                bare("get", {"chat_id": ids[0]}),
                1.3,
            ),
        ]
        return [
            row(f"one async call, {what}", await _interleave(mine, other, rounds), "aiohttp", aim)
            for what, mine, other, aim in compared
        ]


async def _compare_crowds(url: str, rounds: int, calls: int) -> list[Row]:
    """Compare calls at the same time, each task making so many of them one after the other."""
    async with AsyncWeComClient("corp", "secret", base_url=url) as wecom, _session() as session:
        groupchat: Any = wecom.externalcontact.groupchat
        size = page_size()

        def ours() -> Awaitable[Any]:
            return groupchat.list(size)  # type: ignore[no-any-return]

        bare = _bare(session, url, "list", {"limit": size})
        taken = await _rotate(
            [
                partial(_at_once, ours, AT_ONCE, calls, perf_counter),
                partial(_at_once, bare, AT_ONCE, calls, perf_counter),
            ],
            rounds,
        )
        per_call = [
            await _rotate(
                [
                    partial(_at_once, one, MANY, calls, process_time),
                    partial(_at_once, one, FEW, calls * MANY // FEW, process_time),
                ],
                rounds,
            )
            for one in (ours, bare)
        ]
    cpu = f"CPU of an async call, {MANY} at once"
    return [
        row(f"async calls, list, {AT_ONCE} at once", taken, "aiohttp", 1.5),
        row(cpu, per_call[0], f"the same, {FEW} at once", 1.3),
        row(f"{cpu}, aiohttp alone", per_call[1], f"the same, {FEW} at once"),
    ]


async def _at_once(call: AsyncCall, tasks: int, calls: int, clock: Clock) -> float:
    """Return what one call takes of so many in each of so many tasks."""

    async def work() -> None:
        for _ in range(calls):
            await call()

    begin = clock()
    await asyncio.gather(*(work() for _ in range(tasks)))
    return (clock() - begin) / (tasks * calls)


async def _rotate(runs: Sequence[AsyncCall], rounds: int) -> list[list[float]]:
    """Return what each run gave in each round, after one round that counts for nothing."""
    taken: list[list[float]] = [[] for _ in runs]
    for number in range(rounds + 1):
        gc.collect()
        for place in range(len(runs)):
            index = (number + place) % len(runs)
            taken[index].append(await runs[index]())
    return [seconds[1:] for seconds in taken]


async def _interleave(ours: AsyncCall, theirs: AsyncCall, rounds: int) -> list[list[float]]:
    if (await ours()).raw != await theirs():
        raise AssertionError("the answers differ")
    taken: list[list[float]] = [[], []]
    gc.collect()
    for number in range(rounds):
        for place in range(2):
            index = (number + place) % 2
            taken[index].append(await _timed((ours, theirs)[index], 5))
    return taken


async def _timed(call: AsyncCall, calls: int) -> float:
    begin = perf_counter()
    for _ in range(calls):
        await call()
    return (perf_counter() - begin) / calls
