# Generated from specs/names/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names`, with await."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.namespace import AsyncNamespace
from . import del_ as _del_
from . import get as _get
from . import import_ as _import_
from . import int as _int
from . import list as _list
from . import str as _str
from . import tell_those_who_deliver_of_part_2 as _tell_those_who_deliver_of_part_2
from . import tell_those_who_deliver_of_part_10 as _tell_those_who_deliver_of_part_10
from . import type as _type
from .property._async import AsyncProperty as _AsyncProperty
from .zed._async import AsyncZed as _AsyncZed

__all__ = ["AsyncNames"]


class AsyncNames(AsyncNamespace):
    """Operations below `names`."""

    @builtins.property
    def property(self) -> _AsyncProperty:
        """Operations below `names/property`."""
        return self._child(_AsyncProperty)

    @builtins.property
    def zed(self) -> _AsyncZed:
        """Operations below `names/zed`."""
        return self._child(_AsyncZed)

    async def del_(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _del_.DelAnswer:
        """名为del

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            DelAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _del_.build_request(
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _del_.DelAnswer, self._rules)

    async def get(
        self,
        *,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _get.GetAnswer:
        """名为get

        Has an answer whose fields are called like what answers have already.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            GetAnswer: raw_, int, str, items, values, others, from_, None_, one, class_, list,
                record, answer, settings, open.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _get.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _get.GetAnswer, self._rules)

    async def import_(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _import_.ImportAnswer:
        """名为import

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ImportAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _import_.build_request(
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _import_.ImportAnswer, self._rules)

    async def int(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _int.IntAnswer:
        """名为int

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
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

        Document: https://example.com/doc/names
        """
        request = _int.build_request(
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _int.IntAnswer, self._rules)

    async def list(
        self,
        from_: builtins.int,
        *,
        class_: builtins.str | None = None,
        self_: builtins.str | None = None,
        id: builtins.str | None = None,
        none: bool | None = None,
        type: builtins.int | None = None,
        request: builtins.str | None = None,
        str: builtins.str | None = None,
        filter: _list.FilterParam | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _list.ListAnswer:
        """名为list

        Is called like a builtin, and its annotations use builtins that siblings hide.

        Args:
            from_: A keyword.
            class_: Another one.
            self_: What every method has already.
            id: A builtin. Not empty.
            none: Nearly None.
            type: A builtin. 1: one; 2: two.
            request: A name that the generated body uses.
            str: A builtin.
            filter: An object with keywords for keys. Annotate a variable for it as FilterParam,
                from wecom_client.names.list.
                import (required): A keyword.
                in (optional): A keyword.
                plain (optional): No keyword.
                deeper (optional): Objects within objects.
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

        Document: https://example.com/doc/names
        """
        request_ = _list.build_request(
            from_,
            class_=class_,
            self_=self_,
            id=id,
            none=none,
            type=type,
            request=request,
            str=str,
            filter=filter,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request_, _list.ListAnswer, self._rules)

    async def str(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _str.StrAnswer:
        """名为str

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            StrAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _str.build_request(
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _str.StrAnswer, self._rules)

    async def tell_those_who_deliver_of_part_10(
        self,
        *,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _tell_those_who_deliver_of_part_10.TellThoseWhoDeliverOfPart10Answer:
        """名为tell_those_who_deliver_of_part_10

        Comes after part 2, as import sorters count.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TellThoseWhoDeliverOfPart10Answer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _tell_those_who_deliver_of_part_10.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(
            request,
            _tell_those_who_deliver_of_part_10.TellThoseWhoDeliverOfPart10Answer,
            self._rules,
        )

    async def tell_those_who_deliver_of_part_2(
        self,
        *,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _tell_those_who_deliver_of_part_2.TellThoseWhoDeliverOfPart2Answer:
        """名为tell_those_who_deliver_of_part_2

        Comes before part 10.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TellThoseWhoDeliverOfPart2Answer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _tell_those_who_deliver_of_part_2.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(
            request,
            _tell_those_who_deliver_of_part_2.TellThoseWhoDeliverOfPart2Answer,
            self._rules,
        )

    async def type(
        self,
        *,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> _type.TypeAnswer:
        """名为type

        Is called like a builtin.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TypeAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _type.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _type.TypeAnswer, self._rules)
