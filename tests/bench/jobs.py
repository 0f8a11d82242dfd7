"""Whole jobs: many reads at once against one after the other, and the memory of a long list."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from typing import Any

import requests

from tests.runtime.transports import POOL_SIZE
from wecom_client import AsyncWeComClient, WeComClient

from .measure import Row, best, interleave, row
from .server import ANSWERS, serving

NEEDS = ("get", "list")
LATENCY = 0.02
SLOW = 0.1
CONCURRENCY = 20

# Of the ideal, number × latency / concurrency: how much of it is reached, at so many at once.
_PARTS = (("get_many", 20, 0.85), ("get_many", 50, 0.65))
_ASYNC_PARTS = (("async get_many", 20, 0.85), ("async get_many", 50, 0.70))


def rows(quick: bool) -> Iterator[Row]:
    """Compare the time of many reads, then the memory of walks of different lengths."""
    number = 60 if quick else 1000
    with serving("--delay", str(LATENCY), "--members", "20") as url:
        yield from _many(url, number)
        yield from _beside_ideal(url, number if quick else 2_000, 1 if quick else 3)
    with serving("--delay", str(SLOW), "--members", "20") as url:
        yield from _wider(url, 140 if quick else 400, 1 if quick else 3)
        yield from _at_once(url, 1 if quick else 3)
    yield _memory(1_000 if quick else 50_000)
    yield _memory_of_many(1_000 if quick else 100_000)


def _many(url: str, number: int) -> Iterator[Row]:
    """Compare with a loop of single calls over one session, as wechatpy makes them."""
    ids = _ids(number)
    loop = _seconds(lambda: _one_by_one(url, ids), number)
    threads = _with_threads(url, ids, CONCURRENCY)
    tasks = _in_event_loop(url, ids, CONCURRENCY)
    for what, seconds, aim in (("get_many", threads, 1 / 15), ("async get_many", tasks, None)):
        name = f"{what} of {number:,} groups, {LATENCY * 1000:.0f} ms each"
        yield row(name, [[seconds], [loop]], "a loop of single calls", aim)


def _beside_ideal(url: str, number: int, rounds: int) -> Iterator[Row]:
    """Compare many reads with what they take where nothing but the server takes time."""
    ids = _ids(number)
    for parts, run in ((_PARTS, _with_threads), (_ASYNC_PARTS, _in_event_loop)):
        for what, concurrency, part in parts:
            ideal = number * LATENCY / concurrency
            taken = [run(url, ids, concurrency) for _ in range(rounds)]
            name = (
                f"{what} of {number:,} groups, {LATENCY * 1000:.0f} ms each, {concurrency} at once"
            )
            yield best(name, [taken, [ideal]], "n × latency / concurrency", round(1 / part, 3))


def _wider(url: str, number: int, rounds: int) -> Iterator[Row]:
    """Compare reads with as many calls at the same time as there can be with fewer of them."""
    ids = _ids(number)
    for what, run in (("get_many", _with_threads), ("async get_many", _in_event_loop)):
        tasks = [partial(run, url, ids, POOL_SIZE), partial(run, url, ids, CONCURRENCY)]
        taken = interleave(tasks, rounds)
        name = f"{what} of {number} groups, {SLOW * 1000:.0f} ms each, {POOL_SIZE} at once"
        yield row(name, taken, f"the same, {CONCURRENCY} at once", 1.0)


def _at_once(url: str, rounds: int) -> Iterator[Row]:
    """Compare more calls at the same time than there are connections with the ideal."""
    for what, number, run in (("tasks", 900, _tasks), ("threads", 300, _threads)):
        ideal = number * SLOW / POOL_SIZE
        taken = [run(url, number) for _ in range(rounds)]
        name = f"{number} {what} at once, {SLOW * 1000:.0f} ms a call"
        yield row(name, [taken, [ideal] * rounds], f"n × latency / {POOL_SIZE} connections", 1.3)


def _tasks(url: str, number: int) -> float:
    async def work() -> float:
        async with AsyncWeComClient("corp", "secret", base_url=url) as wecom:
            groupchat: Any = wecom.externalcontact.groupchat
            ids = _ids(number)
            await groupchat.get(ids[0])
            begin = perf_counter()
            found = await asyncio.gather(*(groupchat.get(one) for one in ids))
            seconds = perf_counter() - begin
            _all_read(found, number)
            return seconds

    return asyncio.run(work())


def _threads(url: str, number: int) -> float:
    with (
        WeComClient("corp", "secret", base_url=url) as wecom,
        ThreadPoolExecutor(number) as threads,
    ):
        groupchat: Any = wecom.externalcontact.groupchat
        ids = _ids(number)
        groupchat.get(ids[0])
        begin = perf_counter()
        found = list(threads.map(groupchat.get, ids))
        seconds = perf_counter() - begin
        _all_read(found, number)
        return seconds


def _all_read(found: list[Any], number: int) -> None:
    if len(found) != number or any(one.errcode for one in found):
        raise AssertionError("not every group was read")


def _ids(number: int) -> list[str]:
    return [f"wrOgQhDgAAMYQiS5ol9G{n:08d}" for n in range(number)]


def _one_by_one(url: str, ids: list[str]) -> list[Any]:
    address = f"{url}/cgi-bin/externalcontact/groupchat/get"
    params = {"access_token": ANSWERS["/cgi-bin/gettoken"]["access_token"]}
    with requests.Session() as session:
        session.trust_env = False
        return [
            session.post(address, params=params, json={"chat_id": one}, timeout=10).json()
            for one in ids
        ]


def _with_threads(url: str, ids: list[str], concurrency: int) -> float:
    with WeComClient("corp", "secret", base_url=url) as wecom:
        groupchat: Any = wecom.externalcontact.groupchat
        groupchat.get(ids[0])
        return _seconds(lambda: list(groupchat.get_many(ids, concurrency=concurrency)), len(ids))


def _in_event_loop(url: str, ids: list[str], concurrency: int) -> float:
    return asyncio.run(_with_tasks(url, ids, concurrency))


async def _with_tasks(url: str, ids: list[str], concurrency: int) -> float:
    async with AsyncWeComClient("corp", "secret", base_url=url) as wecom:
        groupchat: Any = wecom.externalcontact.groupchat
        await groupchat.get(ids[0])
        begin = perf_counter()
        count = 0
        async for outcome in groupchat.get_many(ids, concurrency=concurrency):
            outcome.result()
            count += 1
        if count != len(ids):
            raise AssertionError("not every group was read")
        return perf_counter() - begin


def _seconds(job: Callable[[], list[Any]], number: int) -> float:
    begin = perf_counter()
    found = job()
    seconds = perf_counter() - begin
    if len(found) != number:
        raise AssertionError("not every group was read")
    return seconds


def _memory(number: int) -> Row:
    """Compare the greatest memory of a walk over so many groups with that over one page."""
    taken = [[float(_peak(number))], [float(_peak(1000))]]
    name = f"memory of iter_list over {number:,} groups"
    return row(name, taken, "over one page of 1,000", 1.2, unit="B")


def _memory_of_many(number: int) -> Row:
    """Compare the greatest memory of a bulk read of so many ids with that of a thousand."""
    with (
        serving("--members", "0") as url,
        WeComClient("corp", "secret", base_url=url) as wecom,
    ):
        groupchat: Any = wecom.externalcontact.groupchat
        for one in groupchat.get_many(_ids(100), concurrency=CONCURRENCY):
            one.result()  # what is made once is none of it
        # Ids as they come, say from a file: nobody holds them all.
        taken = [[float(_peak_of_many(groupchat, count))] for count in (number, 1_000)]
    name = f"memory of get_many over {number:,} ids"
    return row(name, taken, "over 1,000", 2.0, unit="B")


def _peak_of_many(groupchat: Any, number: int) -> int:
    ids = (f"wrOgQhDgAAMYQiS5ol9G{n:08d}" for n in range(number))
    read = groupchat.get_many(ids, concurrency=CONCURRENCY)
    return _peak_of(lambda: sum(1 for one in read if not one.result().errcode), number)


def _peak_of(work: Callable[[], int], number: int) -> int:
    """Return the greatest memory of what reads so many groups."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        count = work()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    if count != number:
        raise AssertionError("not every group was read")
    return peak - before


def _peak(groups: int) -> int:
    with (
        serving("--groups", str(groups)) as url,
        WeComClient("corp", "secret", base_url=url) as wecom,
    ):
        groupchat: Any = wecom.externalcontact.groupchat
        next(groupchat.iter_list())  # what is made once is none of it
        return _peak_of(lambda: sum(1 for _ in groupchat.iter_list()), groups)
