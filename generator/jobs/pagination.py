"""`pagination`: an answer that comes in pages, of which a job goes through all records."""

from __future__ import annotations

from ..model import Field, Pagination
from .statement import PLAIN, Statement


def read(stated: Statement) -> Pagination | None:
    """Return the job, with a problem for each breach."""
    if not stated.has("position", "next", "items"):
        return None
    stated.check_repeatable()
    _check_skipped(stated)
    position, size, split = stated.parameter("position"), _size(stated), _split(stated)
    records, following = stated.records(*PLAIN), stated.answer("next")
    total = stated.answer("total") if stated.has("total") else None
    if position is not None:
        _check_position(stated, position, following, total)
    if position is None or records is None or following is None:
        return None
    left_out = (size, position if split is not None else None)
    common = stated.common(
        Pagination, *(one.name for one in left_out if one is not None), records=records
    )
    own = {} if split is None else {"replaced": split, "argument": split.name}
    return Pagination(
        **{**common, **own},
        position=position,
        size=size,
        next=following,
        total=total,
    )


def _size(stated: Statement) -> Field | None:
    """Return the parameter that says how large a page is; of some operations nobody can say it."""
    size = stated.parameter("size") if stated.has("size") else None
    if size is not None and size.name == stated.data["position"]:
        stated.problem("size", "'size' and 'position' are two parameters")
    elif size is not None and (size.type != "integer" or size.format or size.enum):
        stated.problem("size", f"'size' names {size.name!r}, which is not a number of records")
    return size


def _split(stated: Statement) -> Field | None:
    """Return the array of which any number of elements is taken, if there is one."""
    split = stated.parameter("parameter") if stated.has("parameter") else None
    if split is not None and split.type != "array":
        stated.problem("parameter", f"'parameter' names {split.name!r}, which is not an array")
    elif split is not None:
        stated.check_array(split)
    return split


def _check_skipped(stated: Statement) -> None:
    if stated.has("skipped") and not stated.has("parameter"):
        stated.problem("skipped", "'skipped' needs 'parameter': the elements that may be skipped")
    elif stated.has("skipped"):
        stated.elements("skipped")
    elif stated.has("skipped_when"):
        stated.problem("skipped_when", "'skipped_when' needs 'skipped'")
    stated.check_codes("skipped_when")


def _check_position(
    stated: Statement, position: Field, following: Field | None, total: Field | None
) -> None:
    name = position.name
    if position.type not in PLAIN or position.format or position.enum:
        text = f"'position' names {name!r}, which is neither a cursor (string) nor an offset "
        stated.problem("position", f"{text}(integer)")
        return
    if position.required:
        text = f"{name!r} is required, but the first page is asked for without it"
        stated.problem("position", text)
    if following is not None and following.type != position.type:
        stated.problem(
            "next",
            f"{following.name!r} is of type {following.type}, and {name!r}, which it is the next "
            f"value of, of type {position.type}",
        )
    if stated.has("total") and position.type != "integer":
        stated.problem("total", f"'total' says nothing beside the cursor {name!r}; take it out")
    elif total is not None and total.type != "integer":
        stated.problem("total", f"{total.name!r} is not a number of records")
