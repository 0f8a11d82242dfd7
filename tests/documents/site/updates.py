"""What the vendor changed between two states of pages, compared by hand."""

from __future__ import annotations

from typing import Any

from .pages import NEW, OLD, Page, pages

_WAYS = "externalcontact/{}_contact_way"
_JOIN = "externalcontact/groupchat/{}_join_way"


def _added(operation: str, field: str) -> tuple[str, str, str, bool, bool]:
    return operation, field, "field", False, True


def _moved(operations: list[str], was: str, now: str) -> list[tuple[Any, ...]]:
    return [(one, "", "updated", was, now) for one in operations]


def _permitted(operations: list[str], kind: str = "third_party") -> list[tuple[Any, ...]]:
    return [(one, f"permission.{kind}", "text", True, True) for one in operations]


_ALL_WAYS = [_WAYS.format(one) for one in ("add", "get", "list", "update", "del")] + [
    "externalcontact/close_temp_chat"
]
_ALL_JOIN = [_JOIN.format(one) for one in ("add", "get", "update", "del")]
CHANGES_BY_HAND: dict[str, list[tuple[Any, ...]]] = {
    "92113": [
        *_moved(["externalcontact/list"], "2023-12-01", "2025-11-17"),
        *_permitted(["externalcontact/list"]),
    ],
    "92228": [
        *_moved(_ALL_WAYS, "2025-03-18", "2025-12-11"),
        *_permitted(_ALL_WAYS),
        _added(_WAYS.format("add"), "request.mark_source"),
        _added(_WAYS.format("get"), "response.contact_way.mark_source"),
        _added(_WAYS.format("update"), "request.mark_source"),
    ],
    "92229": [
        *_moved(_ALL_JOIN, "2024-05-29", "2026-01-05"),
        *_permitted(_ALL_JOIN),
        _added(_JOIN.format("add"), "request.mark_source"),
        _added(_JOIN.format("get"), "response.join_way.mark_source"),
        _added(_JOIN.format("update"), "request.mark_source"),
    ],
    "92135": _moved(["externalcontact/add_msg_template"], "2025-07-11", "2025-11-17"),
}
"""By page, from a comparison of the two files by hand; sentences are not facts."""


def pair(number: str) -> tuple[Page, Page]:
    """Return the older and the newer state of a page."""
    old = next(one for one in pages(OLD) if f"path/{number}" in "\n".join(one.lines[:6]))
    return old, Page(NEW / old.path.relative_to(OLD))
