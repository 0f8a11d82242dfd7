# Generated from specs/depot/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""列出包裹

Lists parcels, page by page, by a cursor in the query.

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
from .._runtime.records import many
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Parcel

__all__ = [
    "OPERATION",
    "PAGES",
    "REQUEST",
    "AsyncMethods",
    "ListAnswer",
    "Methods",
    "Parcel",
    "build_request",
]

OPERATION = Operation(
    path="depot/list",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="列出包裹",
)

REQUEST = Object(
    {"place": String(min_length=1), "from_key": String(), "count": Integer(minimum=1)},
    required=("place",),
)


def build_request(
    place: str,
    *,
    from_key: str | None = None,
    count: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "place": place,
            "from_key": from_key,
            "count": count,
        },
        _settings,
        extra,
    )


class ListAnswer(Answer):
    """The answer of `list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("next_key") is None` asks, and type checkers let it
    pass.
    """

    next_key: str
    """Where the next page begins."""
    parcel_list: tuple[Parcel, ...] = many(Parcel)
    """The parcels."""


PAGES: Pages[Parcel] = Pages(
    OPERATION,
    REQUEST,
    ListAnswer,
    items="parcel_list",
    size="count",
    position="from_key",
    next_position="next_key",
)


class Methods(Bound):
    """`list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        count: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            count: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ListAnswer: next_key, parcel_list.

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
            place,
            from_key=from_key,
            count=count,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        page_size: int = 20,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Parcel]:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            page_size: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Items: an iterator of Parcel. Its `position` is the from_key to pass in order to go
                on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            PAGES, {"place": place}, from_key, page_size, extra, self._rules
        )


class AsyncMethods(AsyncBound):
    """`list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        count: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            count: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ListAnswer: next_key, parcel_list.

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
            place,
            from_key=from_key,
            count=count,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        page_size: int = 20,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Parcel]:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            page_size: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Parcel. Its `position`
                is the from_key to pass in order to go on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            PAGES, {"place": place}, from_key, page_size, extra, self._rules
        )
