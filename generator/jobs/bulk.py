"""`batch` over a plain parameter: a job makes one call for each of many elements."""

from __future__ import annotations

from ..model import Bulk, Field
from .statement import Statement


def read(stated: Statement, parameter: Field) -> Bulk:
    """Return the job, with a problem for each breach."""
    stated.check_repeatable()
    for key in {"done", "used_up"} & stated.data.keys():
        stated.problem(key, f"{key!r} needs a 'parameter' that is an array; take it out")
    return Bulk(**stated.common(Bulk, replaced=parameter))
