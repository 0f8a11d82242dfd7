# Copied from templates/wecom_client/workflows/_steps.py: edit that file, then run 'make generate'.
"""How workflows are written once for both clients: a generator of steps, and what drives it."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Coroutine, Generator, Iterable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, overload

from .._runtime.client import BaseClient
from .._runtime.sync_client import SyncClient

if TYPE_CHECKING:
    from .. import AsyncWeComClient, WeComClient

    Client: TypeAlias = WeComClient | AsyncWeComClient

__all__ = ["Each", "Flow", "over_client", "over_records"]

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S")
A = TypeVar("A")


class Each:
    """A step: give every record to a function.

    `closes`: the records are a job that the workflow began, and that ends with it.
    """

    __slots__ = ("closes", "function", "records")

    def __init__(
        self, records: Any, function: Callable[[Any], object], *, closes: bool = False
    ) -> None:
        self.records = records
        self.function = function
        self.closes = closes

    def carry_out(self) -> None:
        """Take the records of an iterable."""
        try:
            for record in self.records:
                self.function(record)
        finally:
            if self.closes:
                self.records.close()

    async def carry_out_async(self) -> None:
        """Take the records of an iterable of either kind."""
        if not hasattr(self.records, "__aiter__"):
            self.carry_out()
            return
        try:
            async for record in self.records:
                self.function(record)
        finally:
            if self.closes:
                await self.records.aclose()


Step: TypeAlias = Each | Callable[[], Any]
"""What a workflow asks for: to go through records, or to make a call, whose answer it is sent."""

Flow: TypeAlias = Generator[Step, Any, T]
"""A workflow under way. What a step raises is raised where the step was asked for."""


def run(flow: Flow[T]) -> T:
    """Carry out the steps of a workflow until it returns or raises."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = None
                if isinstance(step, Each):
                    step.carry_out()
                else:
                    outcome = step()
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        flow.close()


async def run_async(flow: Flow[T]) -> T:
    """Carry out the steps of a workflow, with `await`, until it returns or raises."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = None
                if isinstance(step, Each):
                    await step.carry_out_async()
                else:
                    outcome = await step()
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        flow.close()


class Workflow(Generic[S, A, P, T]):
    """A function whose first argument decides whether it returns its result, or is awaited."""

    def __init__(
        self,
        function: Callable[Concatenate[Any, P], Flow[T]],
        is_asynchronous: Callable[[object], bool],
    ) -> None:
        self._function = function
        self._is_asynchronous = is_asynchronous
        update_wrapper(self, function)

    @overload
    def __call__(self, first: S, /, *args: P.args, **kwargs: P.kwargs) -> T: ...

    @overload
    def __call__(
        self, first: A, /, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, T]: ...

    def __call__(self, first: Any, /, *args: P.args, **kwargs: P.kwargs) -> Any:
        drive = run_async if self._is_asynchronous(first) else run
        return drive(self._function(first, *args, **kwargs))

    def __repr__(self) -> str:
        return f"<workflow {self._function.__module__}.{self._function.__qualname__}>"


def over_client(
    function: Callable[Concatenate[Client, P], Flow[T]],
) -> Workflow[WeComClient, AsyncWeComClient, P, T]:
    """Make a workflow of a generator whose first argument is a client."""
    return Workflow(function, _is_asynchronous_client)


def over_records(
    function: Callable[Concatenate[Any, P], Flow[T]],
) -> Workflow[Iterable[Any], AsyncIterable[Any], P, T]:
    """Make a workflow of a generator whose first argument is what the records come from."""
    return Workflow(function, _are_asynchronous_records)


def _is_asynchronous_client(client: object) -> bool:
    if not isinstance(client, BaseClient):
        raise TypeError(f"the first argument must be a client, is {type(client).__name__}")
    return not isinstance(client, SyncClient)


def _are_asynchronous_records(records: object) -> bool:
    if isinstance(records, Iterable) and not isinstance(records, (str, bytes)):
        return False
    if isinstance(records, AsyncIterable):
        return True
    raise TypeError(f"records must be an iterable of records, is {type(records).__name__}")
