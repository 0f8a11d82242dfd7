# Generated from specs/names/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为get

Has an answer whose fields are called like what answers have already.

Document: https://example.com/doc/names
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many, renamed, values
from .._runtime.records import one as _one
from .._runtime.records import values as _values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AnswerRecord",
    "Class",
    "GetAnswer",
    "ListItem",
    "One",
    "RecordRecord",
    "SettingsRecord",
    "build_request",
]

OPERATION = Operation(
    path="names/get",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为get",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class One(Record):
    """A function of the runtime, and an object."""

    a: str
    """A field."""


class Class(Record):
    """A keyword, and an object."""

    tuple: builtins.tuple[int, ...] = values()
    """A builtin."""


class ListItem(Record):
    """An element."""

    del_: int = renamed("del")
    """A keyword."""


class RecordRecord(Record):
    """A class of the runtime."""

    a: str


class AnswerRecord(Record):
    """Another one."""

    a: str


class SettingsRecord(Record):
    """Another one."""

    a: str


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("raw") is None` asks, and type checkers let it
    pass.
    """

    raw_: builtins.str = renamed("raw")
    """A property of every answer."""
    int: builtins.int
    """A builtin."""
    str: builtins.str
    """A builtin."""
    items: tuple[builtins.int, ...] = _values()
    """A method of mappings."""
    values: tuple[builtins.str, ...] = _values()
    """A function of the runtime."""
    others: tuple[builtins.str, ...] = _values()
    """Comes after values."""
    from_: builtins.str = renamed("from")
    """A keyword."""
    None_: bool = renamed("None")
    """A keyword."""
    one: One = _one(One)
    """A function of the runtime, and an object."""
    class_: Class | None = _one(Class, "class")
    """A keyword, and an object. Present only sometimes."""
    list: tuple[ListItem, ...] = many(ListItem)
    """A builtin, and an array of objects."""
    record: RecordRecord = _one(RecordRecord)
    """A class of the runtime."""
    answer: AnswerRecord = _one(AnswerRecord)
    """Another one."""
    settings: SettingsRecord = _one(SettingsRecord)
    """Another one."""
    open: Mapping[builtins.str, Any]
    """Anything."""


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """名为get

        Has an answer whose fields are called like what answers have already.

        Returns:
            GetAnswer: raw_, int, str, items, values, others, from_, None_, one, class_, list,
                record, answer, settings, open.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """名为get

        Has an answer whose fields are called like what answers have already.

        Returns:
            GetAnswer: raw_, int, str, items, values, others, from_, None_, one, class_, list,
                record, answer, settings, open.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)
