# Generated from specs/depot/scan.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""扫描

Lists scans, page by page, by an offset; how many a page has is for the caller to say.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pages
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "REQUEST",
    "AsyncMethods",
    "Methods",
    "Scan",
    "ScanAnswer",
    "build_request",
]

OPERATION = Operation(
    path="depot/scan",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="扫描",
)

REQUEST = Object(
    {"page_size": Integer(minimum=1), "start": Integer(minimum=0), "class": String()},
    required=("page_size",),
)


def build_request(
    page_size: int,
    *,
    start: int | None = None,
    class_: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `scan` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "page_size": page_size,
            "start": start,
            "class": class_,
        },
        _settings,
        extra,
    )


class Scan(Record):
    """One scan."""

    at: int
    """When. Unix seconds."""


class ScanAnswer(Answer):
    """The answer of `scan`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("scans") is None` asks, and type checkers let it
    pass.
    """

    scans: tuple[Scan, ...] = many(Scan)
    """The scans."""
    next_start: int
    """Where the next page begins."""


PAGES: Pages[Scan] = Pages(
    OPERATION,
    REQUEST,
    ScanAnswer,
    items="scans",
    size="page_size",
    position="start",
    next_position="next_start",
)


class Methods(Bound):
    """`scan` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def scan(
        self,
        page_size: int,
        *,
        start: int | None = None,
        class_: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ScanAnswer:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Args:
            page_size: Scans in the answer. At least 1.
            start: Scans to pass over. At least 0.
            class_: A keyword.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ScanAnswer: scans, next_start.

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
            page_size,
            start=start,
            class_=class_,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ScanAnswer, self._rules)

    def iter_scan(
        self,
        *,
        start: int | None = None,
        class_: str | None = None,
        page_size: int,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Scan]:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start: Scans to pass over. At least 0.
            class_: A keyword.
            page_size: Scans in the answer. At least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Items: an iterator of Scan. Its `position` is the start to pass in order to go on
                from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(PAGES, {"class": class_}, start, page_size, extra, self._rules)


class AsyncMethods(AsyncBound):
    """`scan` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def scan(
        self,
        page_size: int,
        *,
        start: int | None = None,
        class_: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ScanAnswer:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Args:
            page_size: Scans in the answer. At least 1.
            start: Scans to pass over. At least 0.
            class_: A keyword.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ScanAnswer: scans, next_start.

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
            page_size,
            start=start,
            class_=class_,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ScanAnswer, self._rules)

    def iter_scan(
        self,
        *,
        start: int | None = None,
        class_: str | None = None,
        page_size: int,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Scan]:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start: Scans to pass over. At least 0.
            class_: A keyword.
            page_size: Scans in the answer. At least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Scan. Its `position` is
                the start to pass in order to go on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(PAGES, {"class": class_}, start, page_size, extra, self._rules)
