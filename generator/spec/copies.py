"""Specs that say of themselves what another one says: copies that nobody finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Operation
from ..problems import Problem


def copies(operations: Iterable[Operation]) -> Iterator[Problem]:
    """Find operations of one group, title and page.

    A page alone may hold several operations, and a whole group may be a copy on purpose: a second
    version of it, or an example.
    """
    first: dict[tuple[str, str, str], Operation] = {}
    for one in sorted(operations, key=lambda each: each.path):
        title, page = " ".join(one.title.split()), one.page
        if not title or not page:
            continue
        key = one.path.rpartition("/")[0], title, page
        other = first.setdefault(key, one)
        if other is not one:
            yield Problem(
                one.places.get("title", one.location),
                f"has the title and the page of {other.path!r} "
                f"({other.places.get('title', other.location)}); if one was copied from the other, "
                "finish it",
            )
