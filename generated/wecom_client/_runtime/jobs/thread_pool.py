# Copied from templates/wecom_client/_runtime/jobs/thread_pool.py: edit that file, then run 'make generate'.
"""Bulk reads with threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from ..answers import Answer
from ..steps import Step, Wait, watched
from .bulk import BulkReader
from .results import Outcome, Waiting

A = TypeVar("A", bound=Answer)
Drive = Callable[[Generator[Any, Any, Any]], Any]
Result = tuple[int, Outcome[A] | BaseException] | Waiting

_LEAVE_SECONDS = 1.0


class WorkerPool(Generic[A]):
    """The threads of one bulk read; they know nothing of the iterator, which may be forgotten."""

    def __init__(
        self, reader: BulkReader[A], drive: Drive, most: int, sleep: Callable[[float], None]
    ) -> None:
        self._reader = reader
        self._drive = drive
        self._most = most
        self._tasks: SimpleQueue[tuple[int, Any] | None] = SimpleQueue()
        self._results: SimpleQueue[Result[A] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._gate = threading.Condition()
        self._busy = 0
        self._stopped = threading.Event()
        # Waits end with the job, unless somebody brought a time of their own.
        self._wait: Callable[[float], object] = self._stopped.wait if sleep is time.sleep else sleep
        # The caller's code, a token function or a clock for one, sees there what it would see where
        # the job began.
        self._context = copy_context()
        reader.pace.changed = self._let_in
        reader.pace.waits = self._tell

    def submit(self, number: int, element: Any) -> None:
        """Have an element read."""
        self._tasks.put((number, element))
        if len(self._threads) < self._most:
            # Not a thread of a pool that the interpreter waits for at its end.
            thread = threading.Thread(target=self._work, name="wecom-bulk", daemon=True)
            self._threads.append(thread)
            thread.start()

    def result(self) -> Result[A] | None:
        """Wait for a result; None: there will be no more."""
        return self._results.get()

    def result_at_hand(self) -> Result[A] | None:
        """Return a result that is there, or None."""
        try:
            return self._results.get_nowait()
        except Empty:
            return None

    def stop(self, wait: bool = True) -> None:
        """Have every thread end after the call that it is sending, and wait a little for that."""
        with self._gate:
            self._stopped.set()
            self._gate.notify_all()
        self._reader.pace.forget()
        self._results.put(None)
        threads, self._threads = self._threads, []
        for _ in threads:
            self._tasks.put(None)
        deadline = time.monotonic() + _LEAVE_SECONDS
        for thread in threads:
            if wait and thread is not threading.current_thread():
                thread.join(max(0.0, deadline - time.monotonic()))

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None and self._enter():
            number, element = task
            result: Outcome[A] | BaseException
            try:
                flow = self._until_stopped(self._reader.flow(element))
                result = self._context.copy().run(self._drive, flow)
            except _Left:
                return
            except BaseException as error:
                result = error
            self._leave()
            self._results.put((number, result))
            del task, element, result

    def _tell(self, seconds: float) -> None:
        self._results.put(self._reader.waiting(seconds))

    def _until_stopped(self, flow: Generator[Step, Any, Any]) -> Generator[Step, Any, Any]:
        """Carry out a flow, and leave it at a wait once the job was stopped."""

        def carry(step: Step) -> Generator[Step, Any, Any]:
            if not isinstance(step, Wait):
                return (yield step)
            self._wait(step.seconds)
            if self._stopped.is_set():
                raise _Left
            return None

        return watched(flow, carry)

    def _enter(self) -> bool:
        """Wait until the pace allows one call more; return whether there is anything to do."""
        with self._gate:
            while not self._stopped.is_set() and self._busy >= self._reader.pace.concurrency:
                self._gate.wait()
            self._busy += 1
            return not self._stopped.is_set()

    def _leave(self) -> None:
        with self._gate:
            self._busy -= 1
            self._gate.notify()

    def _let_in(self) -> None:
        with self._gate:
            self._gate.notify()


class _Left(Exception):
    """A thread leaves what it does, as nobody waits for it any more."""
