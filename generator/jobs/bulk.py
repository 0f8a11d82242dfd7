"""`batch` over a plain parameter: a job makes one call for each of many elements.

Where the answer to one of them comes in pages, the job reads all of them: an answer that is cut
looks whole to whoever does not know that it has pages.
"""

from __future__ import annotations

from ..model import Bulk, Field
from .statement import Statement


def read(stated: Statement, parameter: Field) -> Bulk:
    """Return the job, with a problem for each breach."""
    stated.check_repeatable()
    for key in {"done", "used_up"} & stated.data.keys():
        stated.problem(key, f"{key!r} needs a 'parameter' that is an array; take it out")
    pages = stated.pages
    paged = pages.paged if pages is not None else ()
    if parameter.name in paged:
        text = f"{parameter.name!r} says which page is asked for, which the job does itself"
        stated.problem("parameter", text)
    return Bulk(**stated.common(Bulk, *paged, replaced=parameter), pagination=pages)
