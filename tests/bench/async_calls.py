"""Asynchronous calls against bare aiohttp, to one server in a process of its own."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator
from time import perf_counter
from typing import Any

import aiohttp

from wecom_client import AsyncWeComClient

from .checks import OWNER, chat_ids, page_size
from .measure import Row, row
from .server import ANSWERS, serving

AsyncCall = Callable[[], Awaitable[Any]]


NEEDS = ("get", "list", "transfer")


def rows(quick: bool) -> Iterator[Row]:
    """Compare single calls, one after the other."""
    with serving() as url:
        yield from asyncio.run(_compare_all(url, 5 if quick else 400))


async def _compare_all(url: str, rounds: int) -> list[Row]:
    token = ANSWERS["/cgi-bin/gettoken"]["access_token"]
    timeout = aiohttp.ClientTimeout(connect=5, sock_read=30)
    async with (
        AsyncWeComClient("corp", "secret", base_url=url) as wecom,
        aiohttp.ClientSession(timeout=timeout) as session,
    ):
        ours: Any = wecom.externalcontact.groupchat
        ids, size = chat_ids(), page_size()

        def bare(operation: str, body: Any) -> AsyncCall:
            """Return what a program without us writes, its address already put together."""
            address = f"{url}/cgi-bin/externalcontact/groupchat/{operation}?access_token={token}"

            async def call() -> Any:
                async with session.post(address, json=body) as response:
                    return await response.json()

            return call

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
