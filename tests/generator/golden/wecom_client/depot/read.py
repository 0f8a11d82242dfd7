# Generated from specs/depot/read.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""读取包裹

Reads one parcel.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Flag, Integer, Object, String
from .._runtime.jobs.async_jobs import AsyncOutcomes
from .._runtime.jobs.declarations import Bulk
from .._runtime.jobs.results import Progress
from .._runtime.jobs.sync_jobs import Outcomes
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Parcel

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "Methods",
    "Parcel",
    "ReadAnswer",
    "build_request",
]

OPERATION = Operation(
    path="depot/read",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="读取包裹",
)

REQUEST = Object(
    {"language": String(), "number": Integer(minimum=1), "whole": Flag({0: "no", 1: "yes"})},
    required=("language", "number"),
)


def build_request(
    language: str,
    number: int,
    *,
    whole: bool | int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `read` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "language": language,
            "number": number,
            "whole": whole,
        },
        _settings,
        extra,
    )


class ReadAnswer(Answer):
    """The answer of `read`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("parcel") is None` asks, and type checkers let it
    pass.
    """

    parcel: Parcel = one(Parcel)
    """A parcel."""


BULK: Bulk[ReadAnswer] = Bulk(OPERATION, REQUEST, ReadAnswer, item="number", argument="numbers")


class Methods(Bound):
    """`read` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def read(
        self,
        language: str,
        number: int,
        *,
        whole: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ReadAnswer:
        """读取包裹

        Reads one parcel.

        Args:
            language: Of the texts.
            number: Number of the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ReadAnswer: parcel.

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
            language,
            number,
            whole=whole,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ReadAnswer, self._rules)

    def read_many(
        self,
        language: str,
        numbers: Iterable[int],
        *,
        whole: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[ReadAnswer]:
        """读取包裹

        Reads one parcel.

        Makes one call for each of any number of numbers, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            language: Of the texts.
            numbers: Any iterable, taken from while the calls go on. Of each element: Number of
                the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (ReadAnswer, or None)
                and `error` (a WeComError, or None). Close it, or use it in a `with` statement,
                to end the job early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/depot
        """
        return self._client._bulk(
            BULK,
            {"language": language, "whole": whole},
            numbers,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )


class AsyncMethods(AsyncBound):
    """`read` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def read(
        self,
        language: str,
        number: int,
        *,
        whole: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ReadAnswer:
        """读取包裹

        Reads one parcel.

        Args:
            language: Of the texts.
            number: Number of the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ReadAnswer: parcel.

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
            language,
            number,
            whole=whole,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ReadAnswer, self._rules)

    def read_many(
        self,
        language: str,
        numbers: Iterable[int] | AsyncIterable[int],
        *,
        whole: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[ReadAnswer]:
        """读取包裹

        Reads one parcel.

        Makes one call for each of any number of numbers, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            language: Of the texts.
            numbers: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: Number of the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
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
                `key`, `answer` (ReadAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/depot
        """
        return self._client._bulk(
            BULK,
            {"language": language, "whole": whole},
            numbers,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
