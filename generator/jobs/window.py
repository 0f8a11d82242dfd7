"""`window`: a job over any number of days and elements, split into calls and merged again.

Without a `parameter`, the days alone are split: each record is that of one day, and there is
nothing to merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Field, Window, at_path, named
from .statement import PLAIN, Statement


def read(stated: Statement) -> Window | None:
    """Return the job, with a problem for each breach."""
    data = stated.data
    if not stated.has("begin", "end", "items", "key"):
        return None
    stated.check_repeatable()
    begin, end = stated.parameter("begin"), stated.parameter("end")
    _check_days(stated, begin, end)
    splits_days_alone = not stated.has("parameter")
    split, records = None if splits_days_alone else _split(stated), stated.records()
    _check_omitted(stated)
    figures = [] if records is None else [*_figures(stated, records)]
    if begin is None or end is None or records is None:
        return None
    if split is None and not splits_days_alone:
        return None
    pages = stated.pages
    paged = pages.paged if pages is not None else ()
    return Window(
        **stated.common(Window, *data.get("omit", ()), *paged, records=records),
        begin=begin,
        end=end,
        path=data.get("parameter", ""),
        split=split,
        record_key=data["key"],
        sums=tuple(path for path, one in figures if one.over_days == "sum"),
        latest=tuple(path for path, one in figures if one.over_days == "latest"),
        pagination=pages,
    )


def _split(stated: Statement) -> Field | None:
    path = stated.data["parameter"]
    found = at_path(stated.operation.request, path)
    if found is not None and found.type == "array":
        stated.check_array(found)
    elif found is None or found.type:
        stated.problem(
            "parameter",
            f"{path!r} leads to no array in the request; give the names of the objects around it, "
            "joined by dots",
        )
    return found


def _check_days(stated: Statement, begin: Field | None, end: Field | None) -> None:
    for side, one in (("begin", begin), ("end", end)):
        if one is not None and one.format != "day":
            stated.problem(side, f"{side!r} names {one.name!r}, which is not a day")
    if begin is None or end is None:
        return
    first, last = begin.name, end.name
    if not end.max_span_days:
        stated.problem("end", f"{last!r} needs a 'maxSpanDays' of 1 or more")
    if end.not_before != first:
        stated.problem("end", f"{last!r} needs 'notBefore: {first}'")
    if not end.required and end.default_from != first:
        stated.problem("end", f"{last!r} needs 'required: true' or 'defaultFrom: {first}'")


def _check_omitted(stated: Statement) -> None:
    data = stated.data
    for name in data.get("omit", ()):
        found = stated.parameter("omit", name)
        if found is not None and (found.required or name in (data["begin"], data["end"])):
            stated.problem("omit", f"{name!r} cannot be left out of a call")
        elif name == data.get("parameter", "").partition(".")[0]:
            stated.problem("omit", f"{name!r} is what is split")


def _figures(stated: Statement, records: Field) -> Iterator[tuple[str, Field]]:
    """Return the numbers in the records by their dotted paths, the key apart."""
    name, fields = stated.data["key"], records.items.properties if records.items else ()
    key = named(fields, name)
    if key is None or key.type not in ("", *PLAIN):
        plain = ", ".join(one.name for one in fields if one.type in PLAIN) or "none"
        text = f"the records of {records.name!r} have no string or integer {name!r}; they have: "
        stated.problem("key", f"{text}{plain}")
    if not stated.has("parameter"):
        if key is not None and key.type in PLAIN and key.format != "day":
            text = f"without a 'parameter', the records of {records.name!r} are those of days, but "
            stated.problem("key", f"{text}{name!r} is no day")
        return
    for path, one in _numbers(one for one in fields if one is not key):
        if one.over_days is None:
            stated.problem_at(
                one.location,
                f"{path!r} is a number in records that are merged over days; say 'overDays: sum' "
                "or 'overDays: latest'",
            )
        yield path, one
    for one in _numbers_in_arrays(fields):
        stated.problem_at(
            one.location,
            f"{one.name!r} is an array with numbers in records that are merged; nothing says which "
            "of them belong together",
        )


def _numbers(fields: Iterable[Field], parent: str = "") -> Iterator[tuple[str, Field]]:
    for one in fields:
        path = f"{parent}{one.name}"
        if one.type in ("integer", "number"):
            yield path, one
        yield from _numbers(one.properties, f"{path}.")


def _numbers_in_arrays(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        if one.type == "array" and one.items is not None and _has_number(one.items):
            yield one
        yield from _numbers_in_arrays(one.properties)


def _has_number(one: Field) -> bool:
    inner = (*one.properties, *([one.items] if one.items is not None else []))
    return one.type in ("integer", "number") or any(map(_has_number, inner))
