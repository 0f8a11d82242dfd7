# Copied from templates/wecom_client/workflows/_steps.py: edit that file, then run 'make generate'.
"""How workflows are written once for both clients: a generator of steps, and what drives it."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Coroutine, Generator, Iterable
from functools import wraps
from inspect import isawaitable
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    ParamSpec,
    Protocol,
    TypeAlias,
    TypeVar,
    overload,
)

from .._runtime.client import BaseClient
from .._runtime.steps import Ask, Wait
from .._runtime.steps import Step as CallStep
from .._runtime.sync_client import SyncClient

if TYPE_CHECKING:
    from .. import AsyncWeComClient, WeComClient

    Client: TypeAlias = WeComClient | AsyncWeComClient
else:
    Client = BaseClient  # so that annotations resolve without either client being loaded

__all__ = [
    "Client",
    "Each",
    "Flow",
    "Step",
    "checked",
    "from_disk",
    "over_client",
    "over_records",
    "pause",
]

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", contravariant=True)
A = TypeVar("A", contravariant=True)


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


def from_disk(wecom: Client, function: Callable[[], Any]) -> Step:
    """Make a step of a function that may wait for a disk, and that raises nothing."""
    return lambda: wecom._drive(_asking(Ask(function, is_needed=True)))


def pause(wecom: Client, seconds: float) -> Step:
    """Make a step that waits, with the sleep of the client."""
    return lambda: wecom._drive(_asking(Wait(seconds)))


def _asking(step: CallStep) -> Generator[CallStep, Any, Any]:
    return (yield step)


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


class Workflow(Protocol[S, A, P, T_co]):
    """A function whose first argument decides whether it returns its result, or is awaited."""

    @overload
    def __call__(self, first: S, /, *args: P.args, **kwargs: P.kwargs) -> T_co: ...

    @overload
    def __call__(
        self, first: A, /, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, T_co]: ...


def _workflow(
    function: Callable[Concatenate[Any, P], Flow[Any]], is_asynchronous: Callable[[object], bool]
) -> Any:
    # A function, not an object that can be called: it is what editors and `help` show.
    @wraps(function)
    def workflow(first: Any, /, *args: P.args, **kwargs: P.kwargs) -> Any:
        is_awaited = is_asynchronous(first)
        flow = function(first, *args, **kwargs)
        if not is_awaited:
            return run(flow)
        running: Any = run_async(flow)
        # What Python says of one that nobody awaits is to name what was called.
        running.__name__ = running.__qualname__ = function.__name__
        return running

    workflow.__annotations__ = _shown(function)
    return workflow


def _shown(function: Any) -> dict[str, str]:
    """Return what a workflow's annotations say to users: what it comes to, and not how."""
    first = function.__code__.co_varnames[0]
    shown = {name: text for name, text in function.__annotations__.items() if name != first}
    shown["return"] = shown["return"].removeprefix("Flow[").removesuffix("]")
    return shown


def over_client(
    function: Callable[Concatenate[Client, P], Flow[T]],
) -> Workflow[WeComClient, AsyncWeComClient, P, T]:
    """Make a workflow of a generator whose first argument is a client."""
    made: Workflow[WeComClient, AsyncWeComClient, P, T] = _workflow(
        function, _is_asynchronous_client
    )
    return made


def over_records(
    function: Callable[Concatenate[Any, P], Flow[T]],
) -> Workflow[Iterable[Any], AsyncIterable[Any], P, T]:
    """Make a workflow of a generator whose first argument is what the records come from."""
    made: Workflow[Iterable[Any], AsyncIterable[Any], P, T] = _workflow(
        function, _are_asynchronous_records
    )
    return made


def _is_asynchronous_client(client: object) -> bool:
    if not isinstance(client, BaseClient):
        raise TypeError(f"the first argument must be a client, is {type(client).__name__}")
    return not isinstance(client, SyncClient)


def _are_asynchronous_records(records: object) -> bool:
    if isinstance(records, Iterable) and not isinstance(records, (str, bytes)):
        return False
    if isinstance(records, AsyncIterable):
        return True
    raise TypeError(f"records must be an iterable of records, is {_kind_of(records)}")


def checked(name: str, value: Any, kind: type[T]) -> T:
    """Return an argument that another workflow made.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be a {kind.__name__}, is {_kind_of(value)}")
    return value


def _kind_of(value: object) -> str:
    hint = ": await it first" if isawaitable(value) else ""
    return f"{type(value).__name__}{hint}"
