# Generated from specs/names/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为list

Is called like a builtin, and its annotations use builtins that siblings hide.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Boolean, Integer, Object, String
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "DeeperParam",
    "FilterParam",
    "ListAnswer",
    "Methods",
    "build_request",
]

OPERATION = Operation(
    path="names/list",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为list",
)

REQUEST = Object(
    {
        "from": Integer(),
        "class": String(),
        "self": String(),
        "id": String(min_length=1),
        "none": Boolean(),
        "type": Integer(enum={1: "one", 2: "two"}),
        "request": String(),
        "str": String(),
        "filter": Object(
            {
                "import": String(),
                "in": Array(String()),
                "plain": Integer(),
                "deeper": Object({"lambda": String()}),
            },
            required=("import",),
        ),
    },
    required=("from",),
)

_DeeperParamOptional = TypedDict(
    "_DeeperParamOptional",
    {
        "lambda": str,
    },
    total=False,
)


class DeeperParam(_DeeperParamOptional):
    """Objects within objects."""


_FilterParamRequired = TypedDict(
    "_FilterParamRequired",
    {
        "import": str,
    },
)

_FilterParamOptional = TypedDict(
    "_FilterParamOptional",
    {
        "in": Sequence[str],
        "plain": int,
        "deeper": DeeperParam,
    },
    total=False,
)


class FilterParam(_FilterParamRequired, _FilterParamOptional):
    """An object with keywords for keys."""


def build_request(
    from_: int,
    *,
    class_: str | None = None,
    self_: str | None = None,
    id: str | None = None,
    none: bool | None = None,
    type: int | None = None,
    request: str | None = None,
    str: str | None = None,
    filter: FilterParam | None = None,
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
            "from": from_,
            "class": class_,
            "self": self_,
            "id": id,
            "none": none,
            "type": type,
            "request": request,
            "str": str,
            "filter": filter,
        },
        _settings,
        extra,
    )


class ListAnswer(Answer):
    """The answer of `list`."""


class Methods(Bound):
    """`list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list(
        self,
        from_: int,
        *,
        class_: str | None = None,
        self_: str | None = None,
        id: str | None = None,
        none: bool | None = None,
        type: int | None = None,
        request: str | None = None,
        str: str | None = None,
        filter: FilterParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
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
        request_ = build_request(
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
        return self._client._send(request_, ListAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list(
        self,
        from_: int,
        *,
        class_: str | None = None,
        self_: str | None = None,
        id: str | None = None,
        none: bool | None = None,
        type: int | None = None,
        request: str | None = None,
        str: str | None = None,
        filter: FilterParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
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
        request_ = build_request(
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
        return await self._client._send(request_, ListAnswer, self._rules)
