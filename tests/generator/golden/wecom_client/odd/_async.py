# Generated from specs/odd/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `odd`, with await."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from typing import Any, Literal
from typing import overload as _overload_

from .._runtime.jobs.results import BatchResult, Progress
from .._runtime.jobs.tasks import AsyncOutcomes
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

        Awaits what `Odd.bool` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.bool_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Odd.float` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.float_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Odd.int` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.int_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Odd.list` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.list_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Odd.object` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.object_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Odd.overload` does: arguments, limits and errors stand there.

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

        Awaits what `Odd.overload_all` does: arguments, limits and errors stand there.

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

        Awaits what `Odd.tuple` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Odd.tuple_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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
