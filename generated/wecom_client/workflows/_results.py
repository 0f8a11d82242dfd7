# Copied from templates/wecom_client/workflows/_results.py: edit that file, then run 'make generate'.
"""What a workflow that reads many things comes to: what it read, and what it could not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .._runtime.errors import (
    APIError,
    AuthenticationError,
    BusyError,
    QuotaError,
    RateLimitError,
    TokenError,
    WeComError,
)
from .._runtime.jobs.results import Outcome

R = TypeVar("R")

_SHOWN = 20
_OF_ALL_CALLS = AuthenticationError, BusyError, QuotaError, RateLimitError, TokenError


class IncompleteError(WeComError):
    """Some of what a workflow was to read could not be read, and a whole result was asked for.

    `failures`: an `Outcome` each, with `key` (such as the chat id) and `error`.
    """

    def __init__(self, failures: Sequence[Outcome[Any]]) -> None:
        """Keep the failures as a tuple."""
        self.failures = tuple(failures)
        super().__init__(self.failures)

    def __str__(self) -> str:
        """Name the first failures, one a line, each with its error."""
        lines = [f"incomplete, {len(self.failures)} could not be read:"]
        for failure in self.failures[:_SHOWN]:
            lines.append(f"  {failure.key}: {first_line(failure.error)}")
        if len(self.failures) > _SHOWN:
            lines.append(f"  and {len(self.failures) - _SHOWN} more")
        return "\n".join(lines)


@dataclass(frozen=True)
class Collected(Generic[R]):
    """The rows that a workflow made of what it read.

    `rows`: what there is. `failures`: an `Outcome` for each part that could not be read, with its
    `key` and its `error`; rows may lack what these would have had. To iterate over the whole says
    that it is whole: where something failed, that raises `IncompleteError`, so that no export of it
    looks complete. Who wants what there is takes `rows`.
    """

    rows: tuple[R, ...]
    failures: tuple[Outcome[Any], ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing failed."""
        return not self.failures

    def raise_for_failures(self) -> None:
        """Return where nothing failed.

        Raises:
            IncompleteError: something failed.
        """
        if self.failures:
            raise IncompleteError(self.failures)

    def __iter__(self) -> Iterator[R]:
        self.raise_for_failures()
        return iter(self.rows)


@contextmanager
def carried(result: Callable[[], Any]) -> Iterator[None]:
    """Let whatever interrupts a run carry in its attribute `result` how far this came."""
    try:
        yield
    except BaseException as interruption:
        with suppress(AttributeError):  # of a class that has no room for it
            interruption.result = result()  # type: ignore[attr-defined]
        raise


def is_of_one(error: WeComError) -> bool:
    """Whether a refusal is about what one call asked for; others would meet any call as well."""
    return isinstance(error, APIError) and not isinstance(error, _OF_ALL_CALLS)


def not_read() -> WeComError:
    """Return why something is missing that an interruption kept from being read."""
    return WeComError("not read before the interruption")


def first_line(error: BaseException | None) -> str:
    """Return what an error says in one line."""
    return str(error).partition("\n")[0] or type(error).__name__
