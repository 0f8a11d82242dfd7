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
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DeeperParam", "FilterParam", "ListAnswer", "build_request"]

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
