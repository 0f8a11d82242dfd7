# Generated from specs/take.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""取

A job of an operation at the top.

Document: https://example.com/doc/take
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ._runtime.answers import Answer
from ._runtime.checks import Object, String
from ._runtime.jobs.async_jobs import AsyncOutcomes
from ._runtime.jobs.declarations import Bulk
from ._runtime.jobs.results import Progress
from ._runtime.jobs.sync_jobs import Outcomes
from ._runtime.namespace import AsyncBound, Bound
from ._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "AsyncMethods", "Methods", "TakeAnswer", "build_request"]

OPERATION = Operation(
    path="take", method="POST", repeatable=True, doc_url="https://example.com/doc/take", title="取"
)

REQUEST = Object({"id": String()}, required=("id",))


def build_request(
    id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `take` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "id": id,
        },
        _settings,
        extra,
    )


class TakeAnswer(Answer):
    """The answer of `take`."""


BULK: Bulk[TakeAnswer] = Bulk(OPERATION, REQUEST, TakeAnswer, item="id", argument="ids")


class Methods(Bound):
    """`take` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def take(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TakeAnswer:
        """取

        A job of an operation at the top.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TakeAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/take
        """
        request = build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, TakeAnswer, self._rules)

    def take_many(
        self,
        ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[TakeAnswer]:
        """取

        A job of an operation at the top.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, taken from while the calls go on. Of each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (TakeAnswer, or None)
                and `error` (a WeComError, or None). Close it, or use it in a `with` statement,
                to end the job early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/take
        """
        return self._client._bulk(
            BULK, {}, ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class AsyncMethods(AsyncBound):
    """`take` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def take(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TakeAnswer:
        """取

        A job of an operation at the top.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TakeAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/take
        """
        request = build_request(
            id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, TakeAnswer, self._rules)

    def take_many(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[TakeAnswer]:
        """取

        A job of an operation at the top.

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
                `key`, `answer` (TakeAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/take
        """
        return self._client._bulk(
            BULK, {}, ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
