# Copied from templates/wecom_client/_runtime/thread_executor.py: edit that file, then run 'make generate'.
"""Threads in which an asynchronous client asks its store and looks names up: its own ones.

Those of the event loop's executor are the program's: where each of them waits for a call of the
client, what had to wait for one of them would never be done.
"""

from __future__ import annotations

import asyncio
import atexit
import os
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
_IDLE_SECONDS = 1.0
_LEAVE_SECONDS = 1.0

_Work = Callable[[], object]


class ThreadExecutor:
    """Carries out functions that may block; a thread ends soon after there is nothing to do.

    So none is left where the client is closed, dropped or idle, and none keeps the interpreter
    alive, which at its end waits a moment for locks that are just being released.
    """

    def __init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        """Forget what is under way: called in a forked child, where its threads do not exist."""
        self._needed, self._other = _Lane(), _Lane()

    def end(self) -> None:
        """Let threads end as soon as they have nothing to do."""
        self._needed.end()
        self._other.end()

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
        self._threads = ThreadExecutor()

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
        self._idle = 0
        self._has_ended = False
        self._process = os.getpid()
        # Whoever adds work may be a destructor, in the middle of anything that this thread does.
        self._changed = threading.Condition(threading.RLock())
        _LANES.add(self)

    def begin(self, work: _Work) -> None:
        """Carry out a piece of work in a thread, now or after others."""
        with self._changed:
            self._waiting.append(work)
            if self._idle >= len(self._waiting):
                self._changed.notify()
                return
            if len(self._threads) >= _MOST:
                return
            thread = threading.Thread(target=self._carry_out, name="wecom-own", daemon=True)
            self._threads.add(thread)
        try:
            thread.start()
        except RuntimeError:
            # There can be no more threads: late is better than never.
            with self._changed:
                self._threads.discard(thread)
                is_left = work in self._waiting
                if is_left:
                    self._waiting.remove(work)
            if is_left:
                work()

    def end(self) -> None:
        """Let threads end as soon as they have nothing to do."""
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()

    def finish(self, deadline: float) -> None:
        """Wait for what is under way."""
        if self._process != os.getpid():
            return  # in a forked child, nobody would release a lock that was held just then
        self.end()
        for thread in list(self._threads):
            # One that was only just made cannot be waited for.
            with suppress(RuntimeError):
                thread.join(max(0.0, deadline - time.monotonic()))

    def _carry_out(self) -> None:
        while (work := self._next()) is not None:
            work()
            del work

    def _next(self) -> _Work | None:
        """Wait for a piece of work; None: there was none for a while."""
        with self._changed:
            self._idle += 1
            self._changed.wait_for(lambda: self._waiting or self._has_ended, _IDLE_SECONDS)
            self._idle -= 1
            if self._waiting:
                return self._waiting.popleft()
            self._threads.discard(threading.current_thread())
            return None


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
