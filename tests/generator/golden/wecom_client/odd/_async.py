# Generated from specs/odd/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `odd`, with await."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from typing import Any, Literal
from typing import overload as _overload_

from .._runtime.jobs.async_jobs import AsyncOutcomes
from .._runtime.jobs.results import BatchResult, Progress
from .._runtime.namespace import AsyncNamespace
from .._runtime.request import Request
from . import bool as _bool
from . import float as _float
from . import int as _int
from . import list as _list
from . import object as _object
from . import overload as _overload
from . import tuple as _tuple

__all__ = ["AsyncOdd"]


class AsyncOdd(AsyncNamespace):
    """Operations below `odd`."""

    async def bool(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _bool.BoolAnswer:
        """bool

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            BoolAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _bool.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _bool.BoolAnswer, self._rules)

    def bool_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_bool.BoolAnswer]:
        """bool

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (BoolAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _bool.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def float(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _float.FloatAnswer:
        """float

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            FloatAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _float.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _float.FloatAnswer, self._rules)

    def float_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_float.FloatAnswer]:
        """float

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (FloatAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _float.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def int(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _int.IntAnswer:
        """int

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            IntAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _int.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _int.IntAnswer, self._rules)

    def int_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_int.IntAnswer]:
        """int

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (IntAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _int.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def list(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _list.ListAnswer:
        """list

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ListAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _list.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _list.ListAnswer, self._rules)

    def list_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_list.ListAnswer]:
        """list

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (ListAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _list.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def object(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _object.ObjectAnswer:
        """object

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ObjectAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _object.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _object.ObjectAnswer, self._rules)

    def object_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_object.ObjectAnswer]:
        """object

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (ObjectAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _object.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def overload(
        self,
        *,
        ids: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _overload.OverloadAnswer:
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
        request = _overload.build_request(
            ids=ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _overload.OverloadAnswer, self._rules)

    @_overload_
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[_overload.Failed]: ...

    @_overload_
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> builtins.tuple[Request, ...]: ...

    @_overload_
    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: builtins.bool,
    ) -> BatchResult[_overload.Failed] | builtins.tuple[Request, ...]: ...

    async def overload_all(
        self,
        all: Iterable[str],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: builtins.bool = False,
    ) -> BatchResult[_overload.Failed] | builtins.tuple[Request, ...]:
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
        return await self._client._batch(
            _overload.BATCH,
            {},
            all,
            None,
            dry_run,
            extra,
            self._rules,
        )

    async def tuple(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _tuple.TupleAnswer:
        """tuple

        Hides a builtin that the annotations of jobs use.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TupleAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/odd
        """
        request = _tuple.build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _tuple.TupleAnswer, self._rules)

    def tuple_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: builtins.int = 8,
        rate: builtins.float | None = None,
        ordered: builtins.bool = False,
        on_progress: Callable[[Progress], builtins.object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_tuple.TupleAnswer]:
        """tuple

        Hides a builtin that the annotations of jobs use.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (TupleAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/odd
        """
        return self._client._bulk(
            _tuple.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
