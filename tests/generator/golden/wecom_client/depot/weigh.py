# Generated from specs/depot/weigh.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""称重

Weighs parcels; a batch without a quota, whose failures are records of its own.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, overload

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord, PartialAnswer
from .._runtime.checks import Array, Integer, Object
from .._runtime.jobs.declarations import Batch
from .._runtime.jobs.results import BatchResult
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "BATCH",
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "FailedItem",
    "Methods",
    "WeighAnswer",
    "build_request",
]

OPERATION = Operation(
    path="depot/weigh",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="称重",
)

REQUEST = Object({"numbers": Array(Integer(minimum=1), max_items=3)})


def build_request(
    *,
    numbers: Sequence[int] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `weigh` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "numbers": numbers,
        },
        _settings,
        extra,
    )


class FailedItem(FailedRecord, errors=ERRORS):
    """One of them."""

    number: int
    """Its number."""
    errcode: int
    """Error code."""


class WeighAnswer(
    PartialAnswer, operation=OPERATION, errors=ERRORS, failures="failed", key="number"
):
    """The answer of `weigh`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed") is None` asks, and type checkers let it
    pass.
    """

    failed: tuple[FailedItem, ...] = many(FailedItem)
    """Parcels that were not weighed."""


BATCH: Batch[FailedItem] = Batch(
    OPERATION, REQUEST, WeighAnswer, items="numbers", argument="all_numbers", size=3
)


class Methods(Bound):
    """`weigh` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def weigh(
        self,
        *,
        numbers: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> WeighAnswer:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Args:
            numbers: Numbers of the parcels. At most 3 elements. Each at least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            WeighAnswer: failed.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            numbers=numbers,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, WeighAnswer, self._rules)

    @overload
    def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedItem]: ...

    @overload
    def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedItem] | tuple[Request, ...]: ...

    def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedItem] | tuple[Request, ...]:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Takes any number of all_numbers, 3 a call, each of them once. A call that fails ends the
        job.

        Args:
            all_numbers: Numbers of the parcels. Each at least 1. Any number; of equal ones the
                first counts.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a FailedItem with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Document: https://example.com/doc/depot
        """
        return self._client._batch(BATCH, {}, all_numbers, None, dry_run, extra, self._rules)


class AsyncMethods(AsyncBound):
    """`weigh` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def weigh(
        self,
        *,
        numbers: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> WeighAnswer:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Args:
            numbers: Numbers of the parcels. At most 3 elements. Each at least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            WeighAnswer: failed.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            numbers=numbers,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, WeighAnswer, self._rules)

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedItem]: ...

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedItem] | tuple[Request, ...]: ...

    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedItem] | tuple[Request, ...]:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Takes any number of all_numbers, 3 a call, each of them once. A call that fails ends the
        job.

        Args:
            all_numbers: Numbers of the parcels. Each at least 1. Any number; of equal ones the
                first counts.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a FailedItem with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Document: https://example.com/doc/depot
        """
        return await self._client._batch(BATCH, {}, all_numbers, None, dry_run, extra, self._rules)
