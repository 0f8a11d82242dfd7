"""Threads in which an asynchronous client asks its store and looks names up: its own ones.

Those of the event loop's executor are the program's: where each of them waits for a call of the
client, what had to wait for one of them would never be done.
"""

from __future__ import annotations

import asyncio
import atexit
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import Any
from weakref import WeakSet

_MOST = 8
_LEAVE_SECONDS = 1.0

_Work = Callable[[], object]


class OwnThreads:
    """Carries out functions that may block; a thread lives as long as there is something to do.

    So none is left where the client is closed, dropped or idle, and none keeps the interpreter
    alive, which at its end waits a moment for locks that are just being released.
    """

    def __init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        """Forget what is under way: called in a forked child, where its threads do not exist."""
        self._needed, self._other = _Lane(), _Lane()

    async def run(self, function: Callable[[], Any], *, is_needed: bool) -> Any:
        """Await what a function returns; it sees the context variables of the task.

        `is_needed`: its place is not taken by any number of others that are not.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()
        context = copy_context()

        def work() -> None:
            if future.cancelled():
                return
            settle: Callable[[Any], None] = future.set_result
            try:
                outcome = context.run(function)
            except BaseException as error:
                settle, outcome = future.set_exception, error
            # Nobody waits for it any more where the loop is closed.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_unless_done, future, settle, outcome)

        (self._needed if is_needed else self._other).begin(work)
        return await future

    def begin(self, function: Callable[[], object]) -> None:
        """Begin with a function that nobody waits for, also where no loop runs any more."""
        context = copy_context()

        def work() -> None:
            # It has logged what it had to say; the thread goes on to what waits for it.
            with suppress(BaseException):
                context.run(function)

        self._needed.begin(work)


class Lookups:
    """The part of an event loop that looks names up, for a resolver of aiohttp."""

    def __init__(self) -> None:
        self._threads = OwnThreads()

    async def getaddrinfo(self, host: str, port: int, **options: Any) -> Any:
        """Look up a host, as the loop's method does."""
        look_up = partial(socket.getaddrinfo, host, port, **options)
        return await self._threads.run(look_up, is_needed=True)

    async def getnameinfo(self, address: Any, flags: int = 0) -> Any:
        """Look up an address, as the loop's method does."""
        look_up = partial(socket.getnameinfo, address, flags)
        return await self._threads.run(look_up, is_needed=True)


class _Lane:
    """Up to so many threads, and what waits for one of them."""

    def __init__(self) -> None:
        self._waiting: deque[_Work] = deque()
        self._threads: set[threading.Thread] = set()
        # Whoever adds work may be a destructor, in the middle of anything that this thread does.
        self._guard = threading.RLock()
        _LANES.add(self)

    def begin(self, work: _Work) -> None:
        """Carry out a piece of work in a thread, now or after others."""
        thread = threading.Thread(target=self._carry_out, args=(work,), daemon=True)
        thread.name = "wecom-own"
        with self._guard:
            if len(self._threads) >= _MOST:
                self._waiting.append(work)
                return
            self._threads.add(thread)
        try:
            thread.start()
        except RuntimeError:
            # There can be no more threads: late is better than never.
            with self._guard:
                self._threads.discard(thread)
            work()

    def _carry_out(self, work: _Work | None) -> None:
        while work is not None:
            work()
            with self._guard:
                work = self._waiting.popleft() if self._waiting else None
                if work is None:
                    self._threads.discard(threading.current_thread())

    def finish(self, deadline: float) -> None:
        """Wait for what is under way."""
        with self._guard:
            threads = list(self._threads)
        for thread in threads:
            # One that was only just made cannot be waited for.
            with suppress(RuntimeError):
                thread.join(max(0.0, deadline - time.monotonic()))


def _unless_done(
    future: asyncio.Future[Any], settle: Callable[[Any], None], outcome: object
) -> None:
    if not future.done():
        settle(outcome)


_LANES: WeakSet[_Lane] = WeakSet()


def _finish_all() -> None:
    deadline = time.monotonic() + _LEAVE_SECONDS
    for lane in list(_LANES):
        lane.finish(deadline)


atexit.register(_finish_all)
