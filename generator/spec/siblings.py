"""What a field says of those beside it, or in its elements: that they are there and can be so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..model import Field
from ..near import nearest
from .constraints import CONSTRAINTS, either
from .json_schema import breaches, field_schema

Siblings = Mapping[str, Field]
Fault = tuple[str, str]
"""A keyword, and what is wrong with what it says."""


def sibling_faults(one: Field, siblings: Siblings) -> Iterator[Fault]:
    """Hold what a parameter says of others against them; `siblings` has the parameter too."""
    for key, value in one.constraints.items():
        row = CONSTRAINTS[key]
        names = row.siblings(value) if row.siblings else ()
        faults = [*_names(one, key, names, siblings)]
        if not faults and key in _HELD:
            faults = [*_HELD[key](one, siblings)]
        yield from ((key, fault) for fault in faults)


def _names(one: Field, key: str, names: Sequence[str], siblings: Siblings) -> Iterator[str]:
    for name in names:
        told = f"{key!r} of {one.name!r} names {name!r}"
        if name not in siblings or name == one.name:
            known = [other for other in siblings if other != one.name]
            near = nearest(name, known) if name != one.name else None
            hint = f"did you mean {near!r}? " if near else ""
            yield f"{told}; {hint}beside it are: {', '.join(known) or 'none'}"
        elif CONSTRAINTS[key].alike and siblings[name].format != one.format:
            yield f"{told}, which is not a {one.format}"


def member_faults(one: Field) -> Iterator[Fault]:
    """Hold what an array says of a field of its elements against these."""
    members = {} if one.items is None else {other.name: other for other in one.items.properties}
    for key, value in one.constraints.items():
        row = CONSTRAINTS[key]
        name = row.member(value) if row.member and one.type in row.types else ""
        if name and name not in members:
            near = nearest(name, [*members])
            hint = f"did you mean {near!r}? " if near else ""
            known = ", ".join(members) or "none"
            yield key, f"{key!r} of {one.name!r} names {name!r}; {hint}its elements have: {known}"
        elif key == "maxItemsWith":
            yield from ((key, fault) for fault in _counts_that_count(one, members[name]))


def _counts_that_count(one: Field, member: Field) -> Iterator[str]:
    _, limits = one.max_items_with or ("", {})
    for value, most in limits.items():
        yield from _impossible(member, value)
        if one.max_items is not None and most > one.max_items:
            yield f"'maxItemsWith' of {one.name!r} has {most}, above its 'maxItems'"


def _counts_at_all(one: Field, siblings: Siblings) -> Iterator[str]:
    name, values = one.ignored_unless or ("", ())
    other = siblings[name]
    faults = [fault for value in values for fault in _impossible(other, value)]
    yield from faults
    if other.enum and not faults and {*other.enum} <= {*values} and _is_always_there(other):
        yield f"{name!r} has no other value, so {one.name!r} always counts; take it out"


def _is_always_there(one: Field) -> bool:
    return one.required or one.default is not None


def _impossible(other: Field, value: Any) -> Iterator[str]:
    near = nearest(str(value), [str(one) for one in other.enum or () if one != value])
    hint = f"; did you mean {near!r}?" if near else ""
    for error in breaches(field_schema(other), value):
        yield f"{other.name!r} can never be that value: {error.message}{hint}"


def _required_at_times(one: Field, siblings: Siblings) -> Iterator[str]:
    name, values = one.required_when or ("", ())
    other = siblings[name]
    faults = [fault for value in values for fault in _impossible(other, value)]
    yield from faults
    if faults:
        return
    if other.enum and _is_always_there(other) and {*other.enum} <= {*values}:
        yield f"{name!r} has no other value: say 'required: true' of {one.name!r}"
    if one.ignored_unless and one.ignored_unless[0] == name:
        idle = [value for value in values if value not in one.ignored_unless[1]]
        if idle:
            yield (
                f"{one.name!r} is required where {name} is {either(idle)}, and by 'ignoredUnless' "
                "it is ignored there"
            )
    if name in (one.forbidden_when_given or ()):
        yield f"{one.name!r} is required beside {name!r}, and 'forbiddenWhenGiven' forbids that"


def _required_or_another(one: Field, siblings: Siblings) -> Iterator[str]:
    for name in one.required_unless_given or ():
        if siblings[name].required:
            yield f"{name!r} is required, so {one.name!r} never is; take one of both out"


def _not_together(one: Field, siblings: Siblings) -> Iterator[str]:
    for name in one.forbidden_when_given or ():
        if siblings[name].required:
            yield f"{name!r} is required, so {one.name!r} can never be given"
        else:
            (here, values), (there, others) = (
                two.required_when or ("", ()) for two in (one, siblings[name])
            )
            if both := [value for value in values if here == there and value in others]:
                yield (
                    f"{one.name!r} and {name!r} are both required where {here} is {either(both)}, "
                    "and one forbids the other"
                )


def _ignored_at_times(one: Field, siblings: Siblings) -> Iterator[str]:
    for name in one.ignored_when_given or ():
        if name in (one.forbidden_when_given or ()):
            yield f"{name!r} stands in 'forbiddenWhenGiven' too; it is one or the other"
        if siblings[name].required:
            yield f"{name!r} is required, so {one.name!r} never counts"
        elif one.name in (siblings[name].ignored_when_given or ()):
            yield f"{name!r} is ignored where {one.name!r} is given: of both, neither counts"


def _of_kinds_that_can_be(one: Field, siblings: Siblings) -> Iterator[str]:
    name, formats = one.file_formats or ("", {})
    for value in formats:
        yield from _impossible(siblings[name], value)


_HELD: Mapping[str, Callable[[Field, Siblings], Iterator[str]]] = {
    "fileFormats": _of_kinds_that_can_be,
    "ignoredUnless": _counts_at_all,
    "ignoredWhenGiven": _ignored_at_times,
    "forbiddenWhenGiven": _not_together,
    "requiredWhen": _required_at_times,
    "requiredUnlessGiven": _required_or_another,
}
"""What has to hold for each keyword, once the fields that it names are there."""
