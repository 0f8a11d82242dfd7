"""`pagination`: an answer that comes in pages, of which a job goes through all records."""

from __future__ import annotations

from ..model import Field, Pagination
from .statement import PLAIN, Statement, is_of


def read(stated: Statement) -> Pagination | None:
    """Return the job, with a problem for each breach."""
    if not stated.has("position", "next", "size", "items"):
        return None
    stated.check_repeatable()
    position, size = stated.parameter("position"), stated.parameter("size")
    records, following = stated.records(), stated.answer("next")
    total = stated.answer("total") if stated.has("total") else None
    _check_size(stated, size)
    if position is not None and position.type:
        _check_position(stated, position, following, total)
    if position is None or size is None or records is None or following is None:
        return None
    return Pagination(
        **stated.common(Pagination, size, records=records),
        position=position,
        size=size,
        next=following,
        total=total,
    )


def _check_size(stated: Statement, size: Field | None) -> None:
    if stated.data["size"] == stated.data["position"]:
        stated.problem("size", "'size' and 'position' are two parameters")
    elif size is not None and (not is_of(size, "integer") or size.format or size.enum):
        stated.problem("size", f"'size' names {size.name!r}, which is no number of records")


def _check_position(
    stated: Statement, position: Field, following: Field | None, total: Field | None
) -> None:
    if position.type not in PLAIN or position.format or position.enum:
        stated.problem(
            "position",
            f"'position' names {position.name!r}, which is neither a cursor (string) nor an offset "
            "(integer)",
        )
        return
    if position.required:
        stated.problem(
            "position",
            f"{position.name!r} is required, but the first page is asked for without it",
        )
    if following is not None and not is_of(following, position.type):
        stated.problem(
            "next",
            f"{following.name!r} is of type {following.type}, and {position.name!r}, which it is "
            f"the next value of, of type {position.type}",
        )
    if stated.has("total") and position.type != "integer":
        stated.problem(
            "total", f"'total' says nothing beside the cursor {position.name!r}; take it out"
        )
    elif total is not None and not is_of(total, "integer"):
        stated.problem("total", f"{total.name!r} is no number of records")
