# Generated from specs/depot/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""列出包裹

Lists parcels, page by page, by a cursor in the query.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer, many
from .._runtime.checks import Integer, Object, String
from .._runtime.jobs.declarations import Pagination
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Parcel

__all__ = ["OPERATION", "PAGES", "PAGINATION", "REQUEST", "ListAnswer", "Parcel", "build_request"]

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


PAGINATION: Pagination[Parcel] = Pagination(
    OPERATION,
    REQUEST,
    ListAnswer,
    position="from_key",
    next="next_key",
    size="count",
    items="parcel_list",
)

PAGES = PAGINATION
