"""Bulk reads with threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Generic, TypeVar

from ..answers import Answer
from .bulk import Ledger, Options, Outcome, Reading

A = TypeVar("A", bound=Answer)
Drive = Callable[[Generator[Any, Any, Any]], Any]

_LEAVE_SECONDS = 1.0


class Outcomes(Generic[A]):
    """The outcomes of a bulk read, as they come or in the order of the elements.

    Elements are taken from their iterable in the thread that takes the outcomes, a few ahead of
    them. The threads end with the last outcome, with `close`, or with the iterator.
    """

    def __init__(
        self, reading: Reading[A], drive: Drive, elements: Iterable[Any], options: Options
    ) -> None:
        self._elements: Iterator[Any] = iter(elements)
        self._ledger: Ledger[A] = Ledger(options)
        self._crew = _Crew(reading, drive, options.concurrency)

    def __iter__(self) -> Outcomes[A]:
        return self

    def __next__(self) -> Outcome[A]:
        ledger = self._ledger
        self._hand_out()
        while not ledger.has_next:
            if not ledger.is_waiting:
                self.close()
                if (error := ledger.error()) is not None:
                    raise error
                raise StopIteration
            self._put(self._crew.result())
        return ledger.take()

    def close(self) -> None:
        """End the threads; elements that are not read by now are not read."""
        self._ledger.close()
        self._crew.stop(_LEAVE_SECONDS)

    def __enter__(self) -> Outcomes[A]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_crew"):
            self._crew.stop()

    def _hand_out(self) -> None:
        """Keep the threads busy, but do not wait for further elements when an outcome is there."""
        ledger = self._ledger
        while ledger.wants_more:
            try:
                element = next(self._elements)
            except StopIteration:
                ledger.end()
                return
            except Exception as error:
                ledger.end(error)
                return
            self._crew.submit(ledger.hand_out(), element)
            while (result := self._crew.result_at_hand()) is not None:
                self._put(result)
            if ledger.has_next:
                return

    def _put(self, result: tuple[int, Outcome[A] | BaseException]) -> None:
        number, outcome = result
        if isinstance(outcome, BaseException):
            self.close()
            raise outcome
        self._ledger.put(number, outcome)


class _Crew(Generic[A]):
    """The threads of one bulk read; they know nothing of the iterator, which may be forgotten."""

    def __init__(self, reading: Reading[A], drive: Drive, most: int) -> None:
        self._reading = reading
        self._drive = drive
        self._most = most
        self._tasks: SimpleQueue[tuple[int, Any] | None] = SimpleQueue()
        self._results: SimpleQueue[tuple[int, Outcome[A] | BaseException]] = SimpleQueue()
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

    def result(self) -> tuple[int, Outcome[A] | BaseException]:
        """Wait for a result."""
        return self._results.get()

    def result_at_hand(self) -> tuple[int, Outcome[A] | BaseException] | None:
        """Return a result that is there, or None."""
        try:
            return self._results.get_nowait()
        except Empty:
            return None

    def stop(self, seconds: float = 0.0) -> None:
        """Have every thread end after its present call, and wait for each so many seconds."""
        with self._gate:
            self._is_stopped = True
            self._gate.notify_all()
        threads, self._threads = self._threads, []
        for _ in threads:
            self._tasks.put(None)
        for thread in threads:
            if seconds and thread is not threading.current_thread():
                thread.join(seconds)

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
