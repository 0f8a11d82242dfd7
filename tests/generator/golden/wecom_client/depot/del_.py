# Generated from specs/depot/del.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""退回

Sends parcels back; is called like a keyword, and so is what its job takes.

Quotas:
    9 parcels of a depot in 1 day.
    5 parcels of a sender in 1 day.
    50 parcels of a sender in 30 days.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, overload

from .._error_table import ERRORS
from .._runtime.answers import PartialAnswer
from .._runtime.checks import Array, Object, String
from .._runtime.jobs.declarations import Batch
from .._runtime.jobs.results import BatchResult
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import many
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import LostParcel

__all__ = [
    "BATCH",
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "DelAnswer",
    "LostParcel",
    "Methods",
    "build_request",
]

OPERATION = Operation(
    path="depot/del",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/depot",
    title="退回",
)

REQUEST = Object(
    {"reason": String(), "parcels": Array(String(min_length=1), min_items=1, max_items=2)},
    required=("parcels",),
)


def build_request(
    parcels: Sequence[str],
    *,
    reason: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "parcels": parcels,
            "reason": reason,
        },
        _settings,
        extra,
    )


class DelAnswer(
    PartialAnswer, operation=OPERATION, errors=ERRORS, failures="lost_list", key="parcel"
):
    """The answer of `del`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("lost_list") is None` asks, and type checkers let
    it pass.
    """

    lost_list: tuple[LostParcel, ...] = many(LostParcel)
    """Parcels that are still here."""


BATCH: Batch[LostParcel] = Batch(
    OPERATION,
    REQUEST,
    DelAnswer,
    items="parcels",
    argument="class_",
    size=2,
    done=(90002,),
    used_up=(90003,),
)


class Methods(Bound):
    """`del_` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_(
        self,
        parcels: Sequence[str],
        *,
        reason: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Args:
            parcels: Ids of the parcels. 1 to 2 elements. Each not empty.
            reason: Why.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            DelAnswer: lost_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 90001 no such order; 90002 the parcel is
                not here any more.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        A call whose outcome is unknown is not sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            parcels,
            reason=reason,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelAnswer, self._rules)

    @overload
    def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[LostParcel]: ...

    @overload
    def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]: ...

    def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Takes any number of class_, 2 a call, each of them once. A call that fails ends the job.
        Elements that answer 90002 (the parcel is not here any more) count as done. The day's
        quota is used up where one answers 90003 (today's parcels are used up).

        Args:
            class_: Ids of the parcels. Each not empty. Any number; of equal ones the first
                counts.
            reason: Why.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 5,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a LostParcel with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        Document: https://example.com/doc/depot
        """
        return self._client._batch(
            BATCH, {"reason": reason}, class_, daily_limit, dry_run, extra, self._rules
        )


class AsyncMethods(AsyncBound):
    """`del_` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_(
        self,
        parcels: Sequence[str],
        *,
        reason: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Args:
            parcels: Ids of the parcels. 1 to 2 elements. Each not empty.
            reason: Why.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            DelAnswer: lost_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 90001 no such order; 90002 the parcel is
                not here any more.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        A call whose outcome is unknown is not sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            parcels,
            reason=reason,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelAnswer, self._rules)

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[LostParcel]: ...

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]: ...

    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Takes any number of class_, 2 a call, each of them once. A call that fails ends the job.
        Elements that answer 90002 (the parcel is not here any more) count as done. The day's
        quota is used up where one answers 90003 (today's parcels are used up).

        Args:
            class_: Ids of the parcels. Each not empty. Any number; of equal ones the first
                counts.
            reason: Why.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 5,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a LostParcel with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        Document: https://example.com/doc/depot
        """
        return await self._client._batch(
            BATCH, {"reason": reason}, class_, daily_limit, dry_run, extra, self._rules
        )
