# Generated from specs/odd/overload.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""overload

Hides what the overloads of its own job need.

Document: https://example.com/doc/odd
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal
from typing import overload as _overload

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord, PartialAnswer
from .._runtime.checks import Array, Object, String
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
    "Failed",
    "Methods",
    "OverloadAnswer",
    "build_request",
]

OPERATION = Operation(
    path="odd/overload",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/odd",
    title="overload",
)

REQUEST = Object({"ids": Array(String(), max_items=1)})


def build_request(
    *,
    ids: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `overload` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "ids": ids,
        },
        _settings,
        extra,
    )


class Failed(FailedRecord, errors=ERRORS):
    """One."""

    id: str
    """Its id."""
    errcode: int
    """Why."""


class OverloadAnswer(
    PartialAnswer, operation=OPERATION, errors=ERRORS, failures="failed_list", key="id"
):
    """The answer of `overload`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed_list") is None` asks, and type checkers let
    it pass.
    """

    failed_list: tuple[Failed, ...] = many(Failed)
    """Those that failed."""


BATCH: Batch[Failed] = Batch(
    OPERATION, REQUEST, OverloadAnswer, items="ids", argument="all", size=1
)


class Methods(Bound):
    """`overload` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def overload(
        self,
        *,
        ids: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> OverloadAnswer:
        """overload

        Hides what the overloads of its own job need.

        Args:
            ids: Ids. At most 1 element.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            OverloadAnswer: failed_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is not sent again.

        Document: https://example.com/doc/odd
        """
        request = build_request(
            ids=ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, OverloadAnswer, self._rules)

    @_overload
    def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[Failed]: ...

    @_overload
    def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @_overload
    def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[Failed] | tuple[Request, ...]: ...

    def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[Failed] | tuple[Request, ...]:
        """overload

        Hides what the overloads of its own job need.

        Takes any number of all, 1 a call, each of them once. A call that fails ends the job.

        Args:
            all: Ids. Any number; of equal ones the first counts.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a Failed with `meaning` and `remedy`), `unknown`
                (of a call whose outcome nobody knows), `not_tried`, and `resume_on`, the day on
                which the quota allows more, or None. With dry_run a tuple of Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Document: https://example.com/doc/odd
        """
        return self._client._batch(BATCH, {}, all, None, dry_run, extra, self._rules)


class AsyncMethods(AsyncBound):
    """`overload` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def overload(
        self,
        *,
        ids: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> OverloadAnswer:
        """overload

        Hides what the overloads of its own job need.

        Args:
            ids: Ids. At most 1 element.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            OverloadAnswer: failed_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is not sent again.

        Document: https://example.com/doc/odd
        """
        request = build_request(
            ids=ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, OverloadAnswer, self._rules)

    @_overload
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[Failed]: ...

    @_overload
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @_overload
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[Failed] | tuple[Request, ...]: ...

    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[Failed] | tuple[Request, ...]:
        """overload

        Hides what the overloads of its own job need.

        Takes any number of all, 1 a call, each of them once. A call that fails ends the job.

        Args:
            all: Ids. Any number; of equal ones the first counts.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a Failed with `meaning` and `remedy`), `unknown`
                (of a call whose outcome nobody knows), `not_tried`, and `resume_on`, the day on
                which the quota allows more, or None. With dry_run a tuple of Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Document: https://example.com/doc/odd
        """
        return await self._client._batch(BATCH, {}, all, None, dry_run, extra, self._rules)
