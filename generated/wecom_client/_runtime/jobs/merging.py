# Copied from templates/wecom_client/_runtime/jobs/merging.py: edit that file, then run 'make generate'.
"""Merging: what two answers have in common, and the pages of one answer as if they were one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from ..answers import Answer, language_of, merged_answer
from ..errors import ResponseError
from ..records import public_of
from .declarations import Pagination

A = TypeVar("A", bound=Answer)


class MergedPages(Generic[A]):
    """The pages of one answer: its list has the records of all of them, in their order.

    Where the next page begins, and how many records there are, is what the last page says. Any
    other field stands where the pages that have it agree; what they say differently is left out,
    as narrowly as objects allow, and its path stands in `unmerged`. An answer in one page stays
    what it is.
    """

    def __init__(self, pagination: Pagination[Any]) -> None:
        self._operation = pagination.operation
        self._items = pagination.items
        self._of_last = {pagination.next, pagination.total or pagination.next, "errcode", "errmsg"}
        self._pages = 0
        self._last: A | None = None
        self._records: list[Any] = []
        self._around: dict[str, Any] = {}
        self._unmerged: set[str] = set()

    def add(self, page: A) -> None:
        """Take in the next page; its list is one."""
        if self._last is not None and self._pages == 1:
            self._take(self._last)
        self._pages += 1
        self._last = page
        if self._pages > 1:
            self._take(page)

    def answer(self) -> A:
        """Return the answer; there was a page."""
        last = self._last
        if last is None:
            raise ValueError("an answer has a page at least")
        if self._pages == 1:
            return last
        of_last = {key: last.raw[key] for key in self._of_last if key in last.raw}
        raw = {**self._around, self._items: self._records, **of_last}
        return merged_answer(public_of(last), raw, self._unmerged, language_of(last))

    def _take(self, page: A) -> None:
        own = {*self._of_last, self._items}
        self._records += page.raw.get(self._items) or ()
        around = {key: value for key, value in page.raw.items() if key not in own}
        try:
            self._around = self._agreed(self._around, around, "")
        except RecursionError:
            text, operation = "the pages cannot be merged: nested too deeply", self._operation
            raise ResponseError(text, operation.path, operation.doc_url) from None

    def _agreed(self, one: Mapping[str, Any], other: Mapping[str, Any], place: str) -> Any:
        """Return what neither contradicts: a page that lacks a field says nothing of it."""
        merged: dict[str, Any] = {}
        for name in {**one, **other}:
            path, mine, others = f"{place}{name}", one.get(name), other.get(name)
            if path in self._unmerged:
                continue
            if isinstance(mine, dict) and isinstance(others, dict):
                merged[name] = self._agreed(mine, others, f"{path}.")
            elif mine is None or others is None or is_equal(mine, others):
                merged[name] = others if mine is None else mine
            else:
                self._unmerged.add(path)
        return merged


def is_equal(one: Any, other: Any) -> bool:
    """Whether both are the same JSON: to Python, 1, 1.0 and True are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_equal(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_equal, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
