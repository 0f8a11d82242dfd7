"""What tests of both clients share: two calls, many threads, an asynchronous client made plain."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from wecom_client import AsyncWeComClient, Request, WeComClient

from ..declarations import Answer

T = TypeVar("T")

SECRET = "s3cr3t/+of=the&application"
LIST = "externalcontact/groupchat/list"
TRANSFER = "externalcontact/groupchat/transfer"


class Loop:
    """An event loop for one test, ended as `asyncio.run` ends its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    def end(self) -> None:
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()


class Blocking:
    """An asynchronous client with the methods of the synchronous one."""

    def __init__(self, client: AsyncWeComClient, loop: Loop) -> None:
        self.client = client
        self._loop = loop
        self._tokens = client._tokens
        self._transport = client._transport

    def __repr__(self) -> str:
        return repr(self.client)

    def call(self, *args: Any, **options: Any) -> dict[str, Any]:
        return self._loop.run(self.client.call(*args, **options))

    def _send(self, request: Request, answer: type[Answer], rules: Any = None) -> Answer:
        return self._loop.run(self.client._send(request, answer, rules))

    def _rules_with(self, *args: Any, **options: Any) -> Any:
        return self.client._rules_with(*args, **options)

    def close(self) -> None:
        self._loop.run(self.client.aclose())

    def __enter__(self) -> Blocking:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


Either = WeComClient | Blocking
Connect = Callable[..., Either]


def read(client: Either) -> dict[str, Any]:
    """Make a call that may be repeated."""
    return client.call("POST", LIST, json={"limit": 10}, repeatable=True)


def write(client: Either) -> dict[str, Any]:
    """Make a call that may not be repeated."""
    return client.call("POST", TRANSFER, json={"new_owner": "abel"})


async def aread(client: AsyncWeComClient) -> dict[str, Any]:
    return await client.call("POST", LIST, json={"limit": 10}, repeatable=True)


async def awrite(client: AsyncWeComClient) -> dict[str, Any]:
    return await client.call("POST", TRANSFER, json={"new_owner": "abel"})


def together(count: int, work: Callable[[], Any]) -> list[Any]:
    """Run a piece of work in many threads that all begin at one moment."""
    barrier = threading.Barrier(count)

    def begin() -> Any:
        barrier.wait(60)
        return work()

    with ThreadPoolExecutor(count) as pool:
        return [future.result(60) for future in [pool.submit(begin) for _ in range(count)]]
