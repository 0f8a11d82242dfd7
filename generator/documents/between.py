"""What documents state of several parameters: which these are, and whether a spec says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model import Field
from .facts import FieldFact, Stated


def beside(path: str, rule: str, value: Any, known: Collection[str]) -> Any:
    """Return what a field's row states of fields beside it, by their names; None: not beside it.

    Of fields of which one is needed, the row names all, itself among them.
    """
    above, _, own = path.rpartition(".")
    names = [name.removeprefix(f"{above}.") for name in value]
    if rule == "requiredUnlessGiven":
        if own not in names:
            return None
        names.remove(own)
    is_there = all(name != own and _below(above, name) in known for name in names)
    if not names or not is_there:
        return None
    return dict(zip(names, value.values(), strict=True)) if isinstance(value, dict) else names


def with_one_of(fields: tuple[FieldFact, ...], groups: Iterable[Stated]) -> tuple[FieldFact, ...]:
    """Give what prose states of fields of which one is needed to the first of them.

    Where the names are those of fields in several objects, or of none, the prose alone says it.
    """
    found = {one.path: one for one in fields}
    homes = {"", *(path.rpartition(".")[0] for path in found)}
    for group in groups:
        sets = [[_below(home, name) for name in group.value] for home in homes]
        sets = [paths for paths in sets if _stand_together(paths, found)]
        if len(sets) != 1:
            continue
        (first, *others), rule = sets[0], "requiredUnlessGiven"
        limits = found[first].limits
        names = [path.rpartition(".")[2] for path in others]
        if rule not in limits:
            limits = {**limits, rule: replace(group, value=names)}
            found[first] = replace(found[first], limits=limits)
    return tuple(found.values())


def says(rule: str, value: Any, path: str, fields: Mapping[str, Field]) -> bool:
    """Say whether a spec states what a document does of a field; any of several may state it."""
    spec, home = fields[path], path.rpartition(".")[0]
    if rule == "requiredWhen":
        ((name, values),) = value.items()
        other, known = spec.required_when or ("", ())
        return other == name and {*map(str, known)} == {*map(str, values)}
    names = {spec.name, *value}
    stated = {
        name: {*fields[at].constraints.get(rule, ())}
        for name in names
        if (at := _below(home, name)) in fields
    }
    if rule == "requiredUnlessGiven":
        return any({name, *others} == names for name, others in stated.items())
    return all(
        name in stated[spec.name] or spec.name in stated.get(name, ())
        for name in names - {spec.name}
    )


def _below(home: str, name: str) -> str:
    return f"{home}.{name}" if home else name


def _stand_together(paths: Sequence[str], known: Collection[str]) -> bool:
    """Say whether all of some paths are fields, and those of one object."""
    is_one = len({path.rpartition(".")[0] for path in paths}) == 1
    return is_one and all(path in known for path in paths)
