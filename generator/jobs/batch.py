"""`batch` over an array: a job sends more elements than one call takes."""

from __future__ import annotations

from ..model import Batch, Bulk, Field, Operation, named
from . import bulk
from .statement import PLAIN, Statement


def read(stated: Statement) -> Batch | Bulk | None:
    """Return the job, with a problem for each breach; one element a call is a bulk read."""
    parameter = stated.parameter("parameter") if stated.has("parameter", "argument") else None
    if parameter is None:
        return None
    if parameter.type in PLAIN:
        return bulk.read(stated, parameter)
    if parameter.type != "array":
        text = f"{parameter.name!r} is of type {parameter.type}; a batch is over an array, a string"
        stated.problem("parameter", f"{text} or an integer")
        return None
    stated.check_array(parameter)
    records, daily_limit = _failed(stated, parameter), daily_quota(stated.operation)
    _check_codes(stated, daily_limit)
    if records is None:
        return None
    return Batch(
        **stated.common(Batch, replaced=parameter, records=records),
        done=tuple(stated.data.get("done", ())),
        used_up=tuple(stated.data.get("used_up", ())),
        daily_limit=daily_limit,
    )


def daily_quota(operation: Operation) -> int | None:
    """Return how many elements a day the platform allows, the least where it counts several."""
    return min((one.limit for one in operation.quotas if one.days == 1), default=None)


def _failed(stated: Statement, parameter: Field) -> Field | None:
    """Return the field of the answer that lists the elements that failed."""
    operation, failures = stated.operation, stated.operation.failures
    if failures is None:
        if "failures" not in operation.places:
            stated.problem("", "a batch over an array needs 'failures': which elements failed")
        return None
    listed, elements = named(operation.response, failures.field), parameter.items
    records = listed.items if listed is not None else None
    key = named(records.properties, failures.key) if records is not None else None
    types = {one.type for one in (key, elements) if one is not None} - {""}
    if key is not None and elements is not None and len(types) > 1:
        stated.problem_at(
            operation.places["failures.key"],
            f"{key.name!r} is of type {key.type}, and the elements of {parameter.name!r} that it "
            f"names are of type {elements.type}",
        )
    return listed


def _check_codes(stated: Statement, daily_limit: int | None) -> None:
    done, used_up = (stated.data.get(key, ()) for key in ("done", "used_up"))
    for key in ("done", "used_up"):
        stated.check_codes(key)
    for code in {*done} & {*used_up}:
        stated.problem("used_up", f"{code} cannot mean both 'done' and 'used_up'")
    if used_up and daily_limit is None:
        stated.problem("used_up", "'used_up' needs the quota of a day: 'quotas' with 'days: 1'")
