"""What whole jobs of the synchronous client return, where it is iterated over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..answers import Answer
from ..request import Request
from .results import END, Outcome, Waiting

if TYPE_CHECKING:
    from .bulk import OutcomeBuffer
    from .pagination import Pager, PortionPager
    from .thread_pool import Result, WorkerPool

A = TypeVar("A", bound=Answer)
R = TypeVar("R")


class Items(Generic[R]):
    """The records, or plain values, of all pages, fetched page by page while they are taken.

    `position` says where to begin in order to go on from here: pass it to a new iterator in the
    place of the cursor or offset. With a cursor, the records of the present page come once more.
    Where the job takes any number of elements, it has those that are left: `()` once all pages
    came. When a call fails, its error is raised, and the next `next()` makes that call again.
    Threads may take from one iterator together.
    """

    # The names of these arguments are those of 0.1: the surface of the package keeps them.
    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client = client
        self._pager: Pager[R] | PortionPager[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Answer] = fetch
        self._lock = RLock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._pager.position

    @property
    def skipped(self) -> tuple[Any, ...]:
        """The elements that the platform passed over so far: those without a licence, say."""
        return self._pager.skipped

    def __iter__(self) -> Items[R]:
        return self

    def __next__(self) -> R:
        pager = self._pager
        with self._lock:
            while (record := pager.take()) is END:
                request = pager.request()
                if request is None:
                    raise StopIteration
                try:
                    answer = self._fetch(request, pager.answer)
                except Exception as error:
                    if not pager.passes_over(error):
                        raise
                else:
                    pager.accept(answer)
            return record

    @property
    def _has_begun(self) -> bool:
        """Whether a page came: what is left is not all then."""
        return self._pager.has_begun

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class Outcomes(Generic[A]):
    """The outcomes of a bulk read, as they come or in the order of the elements.

    Elements are taken from their iterable in the thread that takes the outcomes, a few ahead of
    them. The threads end with the last outcome, with `close`, or with the iterator. Threads may
    take from one iterator together.
    """

    # The names of these arguments are those of 0.1: the surface of the package keeps them.
    def __init__(self, elements: Iterable[Any], ledger: Any, crew: Any) -> None:
        self._elements: Iterator[Any] = iter(elements)
        self._buffer: OutcomeBuffer[A] = ledger
        self._pool: WorkerPool[A] = crew
        self._lock = RLock()
        self._process = os.getpid()

    def __iter__(self) -> Outcomes[A]:
        return self

    def __next__(self) -> Outcome[A]:
        buffer = self._buffer
        if self._process != os.getpid():
            raise RuntimeError("a forked child cannot go on with its parent's bulk read")
        with self._lock:
            self._dispatch()
            while not buffer.has_next:
                if not buffer.is_waiting:
                    self.close()
                    if (error := buffer.error()) is not None:
                        raise error
                    raise StopIteration
                if (result := self._pool.result()) is not None:
                    self._put(result)
            return buffer.take()

    @property
    def _has_begun(self) -> bool:
        """Whether elements were taken, or it was closed: what is left is not all then."""
        return self._buffer.has_begun

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._buffer}>"

    def close(self) -> None:
        """End the threads; elements that are not read by now are not read."""
        self._buffer.close()
        self._pool.stop()

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
        if hasattr(self, "_pool"):
            self._pool.stop(wait=False)

    def _dispatch(self) -> None:
        """Keep the threads busy, but do not wait for further elements when an outcome is there."""
        buffer = self._buffer
        while buffer.wants_more:
            try:
                element = next(self._elements)
            except StopIteration:
                buffer.end()
                return
            except Exception as error:
                buffer.end(error)
                return
            except BaseException:
                # What it interrupts, a generator for one, may be at its end now without being so.
                buffer.end(
                    RuntimeError("reading the elements was interrupted: some may be missing")
                )
                raise
            self._pool.submit(buffer.dispatch(), element)
            while (result := self._pool.result_at_hand()) is not None:
                self._put(result)
            if buffer.has_next:
                return

    def _put(self, result: Result[A]) -> None:
        if isinstance(result, Waiting):
            self._buffer.tell(result)
            return
        number, outcome = result
        if isinstance(outcome, BaseException):
            self.close()
            raise outcome
        self._buffer.put(number, outcome)
