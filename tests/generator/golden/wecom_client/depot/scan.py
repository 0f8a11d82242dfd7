# Generated from specs/depot/scan.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""扫描

Lists scans, page by page, by an offset; how many a page has is for the caller to say.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer, Record, many
from .._runtime.checks import Integer, Object, String
from .._runtime.jobs.declarations import Pagination
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "PAGES", "PAGINATION", "REQUEST", "Scan", "ScanAnswer", "build_request"]

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


PAGINATION: Pagination[Scan] = Pagination(
    OPERATION,
    REQUEST,
    ScanAnswer,
    position="start",
    next="next_start",
    size="page_size",
    items="scans",
)

PAGES = PAGINATION
