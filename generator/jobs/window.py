"""`window`: a job over any number of days and elements, split into calls and merged again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Field, Pagination, Window, at_path, named
from .statement import PLAIN, Statement, is_of


def read(stated: Statement) -> Window | None:
    """Return the job, with a problem for each breach."""
    if not stated.has("begin", "end", "parameter", "items", "key"):
        return None
    stated.check_repeatable()
    begin, end = stated.parameter("begin"), stated.parameter("end")
    _check_days(stated, begin, end)
    split = _split(stated)
    omitted = [*_omitted(stated)]
    records = stated.records()
    figures = [*_figures(stated, records)]
    if begin is None or end is None or split is None or records is None:
        return None
    pages = next((one for one in stated.operation.jobs if isinstance(one, Pagination)), None)
    paged = (pages.position, pages.size) if pages is not None else ()
    return Window(
        **stated.common(Window, *omitted, *paged, records=records),
        begin=begin,
        end=end,
        path=stated.data["parameter"],
        split=split,
        record_key=stated.data["key"],
        sums=tuple(path for path, one in figures if one.over_days == "sum"),
        latest=tuple(path for path, one in figures if one.over_days == "latest"),
        pagination=pages,
    )


def _split(stated: Statement) -> Field | None:
    path = stated.data["parameter"]
    found = at_path(stated.operation.request, path)
    if found is None or not is_of(found, "array"):
        stated.problem(
            "parameter",
            f"{path!r} leads to no array in the request; give the names of the objects around it, "
            "joined by dots",
        )
    elif found.type:
        stated.check_array(found)
    return found


def _check_days(stated: Statement, begin: Field | None, end: Field | None) -> None:
    for side, one in (("begin", begin), ("end", end)):
        if one is not None and one.type and one.format != "day":
            stated.problem(side, f"{side!r} names {one.name!r}, which is no day")
    if begin is None or end is None or not begin.type or not end.type:
        return
    if not end.max_span_days:
        stated.problem("end", f"{end.name!r} needs a 'maxSpanDays' of 1 or more")
    if end.not_before != begin.name:
        stated.problem("end", f"{end.name!r} needs 'notBefore: {begin.name}'")
    if not end.required and end.default_from != begin.name:
        stated.problem("end", f"{end.name!r} needs 'required: true' or 'defaultFrom: {begin.name}'")


def _omitted(stated: Statement) -> Iterator[Field]:
    days = stated.data["begin"], stated.data["end"]
    for name in stated.data.get("omit", ()):
        found = stated.parameter("omit", name)
        if found is None:
            continue
        if found.required or name in days:
            stated.problem("omit", f"{name!r} cannot be left out of a call")
        elif name == stated.data["parameter"].partition(".")[0]:
            stated.problem("omit", f"{name!r} is what is split")
        yield found


def _figures(stated: Statement, records: Field | None) -> Iterator[tuple[str, Field]]:
    """Return the numbers in the records by their dotted paths, the key apart."""
    fields = records.items.properties if records is not None and records.items is not None else ()
    if records is None or not fields:
        return
    key = named(fields, stated.data["key"])
    if key is None or not is_of(key, *PLAIN):
        plain = ", ".join(one.name for one in fields if one.type in PLAIN)
        stated.problem(
            "key",
            f"the records of {records.name!r} have no string or integer {stated.data['key']!r}; "
            f"they have: {plain or 'none'}",
        )
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
