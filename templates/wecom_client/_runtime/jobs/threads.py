"""Bulk reads with threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from ..answers import Answer
from .bulk import Reading
from .results import Outcome

A = TypeVar("A", bound=Answer)
Drive = Callable[[Generator[Any, Any, Any]], Any]

_LEAVE_SECONDS = 1.0


class Crew(Generic[A]):
    """The threads of one bulk read; they know nothing of the iterator, which may be forgotten."""

    def __init__(self, reading: Reading[A], drive: Drive, most: int) -> None:
        self._reading = reading
        self._drive = drive
        self._most = most
        self._tasks: SimpleQueue[tuple[int, Any] | None] = SimpleQueue()
        self._results: SimpleQueue[tuple[int, Outcome[A] | BaseException] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._gate = threading.Condition()
        self._busy = 0
        self._is_stopped = False
        reading.pace.changed = self._let_in

    def submit(self, number: int, element: Any) -> None:
        """Have an element read."""
        self._tasks.put((number, element))
        if len(self._threads) < self._most:
            # Not a thread of a pool that the interpreter waits for at its end.
            thread = threading.Thread(target=self._work, name="wecom-bulk", daemon=True)
            self._threads.append(thread)
            thread.start()

    def result(self) -> tuple[int, Outcome[A] | BaseException] | None:
        """Wait for a result; None: there will be no more."""
        return self._results.get()

    def result_at_hand(self) -> tuple[int, Outcome[A] | BaseException] | None:
        """Return a result that is there, or None."""
        try:
            return self._results.get_nowait()
        except Empty:
            return None

    def stop(self, wait: bool = True) -> None:
        """Have every thread end after its present call, and wait for that, but not long."""
        with self._gate:
            self._is_stopped = True
            self._gate.notify_all()
        self._results.put(None)
        threads, self._threads = self._threads, []
        for _ in threads:
            self._tasks.put(None)
        for thread in threads:
            if wait and thread is not threading.current_thread():
                thread.join(_LEAVE_SECONDS)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None and self._enter():
            number, element = task
            result: Outcome[A] | BaseException
            try:
                result = self._drive(self._reading.flow(element))
            except BaseException as error:
                result = error
            self._leave()
            self._results.put((number, result))
            del task, element, result

    def _enter(self) -> bool:
        """Wait until the pace allows one call more; return whether there is anything to do."""
        with self._gate:
            while not self._is_stopped and self._busy >= self._reading.pace.concurrency:
                self._gate.wait()
            self._busy += 1
            return not self._is_stopped

    def _leave(self) -> None:
        with self._gate:
            self._busy -= 1
            self._gate.notify()

    def _let_in(self) -> None:
        with self._gate:
            self._gate.notify()
