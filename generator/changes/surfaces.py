"""Surface × surface to changes: public names, arguments and annotations of the generated code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .rules import Change
from .signatures import Argument
from .surface import Member, Surface

_UNKNOWN = ("", "...")
_OF_FIELDS = ("surface.argument-removed", "surface.argument-added")
_WORD = re.compile(r"\w+")
_ASYNC = re.compile(r"\basync |\bAsync(?=[A-Z])")
_WIDER = {
    ("by position only", "by position or keyword"),
    ("by keyword only", "by position or keyword"),
}


def surface_changes(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return what changed for code that names, calls and reads the generated code.

    A change that a method shares with its `build_request`, or its async twin, is named once.
    """
    return tuple(_merged(_changes(old, new)))


def _changes(old: Surface, new: Surface) -> Iterator[Change]:
    gone = _topmost(old, new)
    come = _topmost(new, old)
    pairs = _renamed(old, new, gone, come)
    origins = {to: name for name, to in pairs.items()}
    for key in gone:
        hint = f"renamed to {_last(pairs[key])}?" if key in pairs else ""
        yield Change("surface.removed", old[key].operation, key, old[key].nature, None, hint)
    for key in come:
        hint = f"renamed from {_last(origins[key])}?" if key in origins else ""
        operation = old[origins[key]].operation if key in origins else new[key].operation
        yield Change("surface.added", operation, key, None, new[key].nature, hint)
    names: dict[str, dict[str, str]] = {}
    for key, to in pairs.items():
        if old[key].nature == "class":
            names.setdefault(old[key].operation, {})[_last(key)] = _last(to)
    told = {f"{home}({name})" for home, _, name in (key.rpartition(".") for key in (*gone, *come))}
    for key, member in old.items():
        if key in new:
            known = _with_names(member, names.get(member.operation, {}))
            for change in _member(key, known, _with_inherited(member, new[key], new)):
                # a class of fields takes them as arguments: it is enough to say so once
                if not (change.rule in _OF_FIELDS and change.field in told):
                    yield change


def _topmost(surface: Surface, other: Surface) -> list[str]:
    """Return the names that the other side lacks, without what they contain."""
    classes = _classes(other)
    lacking = [key for key in surface if key not in other and not _inherited(key, other, classes)]
    return [key for key in lacking if key.rpartition(".")[0] not in set(lacking)]


def _classes(surface: Surface) -> dict[str, str]:
    """Return the classes by the names that bases have."""
    return {_last(key): key for key, member in surface.items() if member.nature == "class"}


def _with_inherited(old: Member, new: Member, surface: Surface) -> Member:
    """Return a class with the arguments of a base that has become public by its own name."""
    classes = _classes(surface) if new.bases != old.bases and not new.arguments else {}
    found = (surface[classes[base]].arguments for base in new.bases if base in classes)
    return replace(new, arguments=next(found, new.arguments))


def _inherited(key: str, surface: Surface, classes: Mapping[str, str]) -> bool:
    """Say whether a class has a member from a base that is public by its own name."""
    home, _, name = key.rpartition(".")
    bases = surface[home].bases if home in surface else ()
    return any(f"{classes[base]}.{name}" in surface for base in bases if base in classes)


def _renamed(
    old: Surface, new: Surface, gone: Iterable[str], come: Iterable[str]
) -> dict[str, str]:
    """Pair each name that is gone with a new one beside it that is the same otherwise."""
    left = list(come)
    pairs = {}
    for key in gone:
        home = key.rpartition(".")[0]
        twins = (
            other
            for other in left
            if other.rpartition(".")[0] == home and _content(old, key) == _content(new, other)
        )
        twin = next(twins, None)
        if twin is not None:
            left.remove(twin)
            pairs[key] = twin
    return pairs


def _content(surface: Surface, key: str) -> Mapping[str, Member]:
    return {
        name[len(key) :]: replace(member, operation="")
        for name, member in surface.items()
        if name == key or name.startswith(f"{key}.")
    }


def _with_names(member: Member, names: Mapping[str, str]) -> Member:
    """Return a member whose annotations call classes by new names."""
    if not names:
        return member

    def called(annotation: str) -> str:
        return _WORD.sub(lambda word: names.get(word[0], word[0]), annotation)

    arguments = (replace(one, annotation=called(one.annotation)) for one in member.arguments)
    bases = tuple(names.get(base, base) for base in member.bases)
    return replace(
        member, annotation=called(member.annotation), arguments=tuple(arguments), bases=bases
    )


def _member(key: str, old: Member, new: Member) -> Iterator[Change]:
    operation = old.operation
    if old.nature != new.nature:
        yield Change("surface.nature", operation, key, old.nature, new.nature)
        return
    for base in old.bases:
        if base not in new.bases:
            yield Change("surface.base-removed", operation, key, base, None)
    for base in new.bases:
        if base not in old.bases:
            yield Change("surface.base-added", operation, key, None, base)
    yield from _arguments(key, operation, old.arguments, new.arguments)
    was, is_ = old.annotation, new.annotation
    if was != is_ and was not in _UNKNOWN and is_ not in _UNKNOWN:
        rule = "surface.type-narrower" if _choices(is_) < _choices(was) else "surface.type"
        yield Change(rule, operation, key, was, is_)


def _arguments(
    key: str, operation: str, old: Iterable[Argument], new: Iterable[Argument]
) -> Iterator[Change]:
    before = {one.name: one for one in old}
    after = {one.name: one for one in new}
    gone = [one for one in before.values() if one.name not in after]
    come = [one for one in after.values() if one.name not in before]
    pairs = _same_but_for_names(gone, come)
    origins = {to: name for name, to in pairs.items()}
    for one in gone:
        hint = f"renamed to {pairs[one.name]}?" if one.name in pairs else ""
        yield Change(
            "surface.argument-removed", operation, f"{key}({one.name})", one.passing, None, hint
        )
    for one in come:
        hint = f"renamed from {origins[one.name]}?" if one.name in origins else ""
        rule = "surface.argument-added"
        if one.default is None:
            rule = "surface.argument-added-required"
        elif _is_inserted(one, after.values(), before):
            rule = "surface.argument-inserted"
        yield Change(rule, operation, f"{key}({one.name})", None, one.passing, hint)
    for name, one in before.items():
        if name in after:
            yield from _argument(f"{key}({name})", operation, one, after[name])
    was, is_ = (
        tuple(one.name for one in side.values() if one.name in common and "position" in one.passing)
        for side, common in ((before, after), (after, before))
    )
    if was != is_ and set(was) == set(is_):
        yield Change("surface.argument-order", operation, key, was, is_)


def _is_inserted(one: Argument, beside: Iterable[Argument], old: Mapping[str, Argument]) -> bool:
    """Say whether old arguments that are passed by position now come one later."""
    places = [other.name for other in beside if "position" in other.passing]
    return one.name in places and any(name in old for name in places[places.index(one.name) + 1 :])


def _same_but_for_names(gone: Iterable[Argument], come: Iterable[Argument]) -> dict[str, str]:
    left = list(come)
    pairs = {}
    for one in gone:
        twin = next((other for other in left if replace(other, name=one.name) == one), None)
        if twin is not None:
            left.remove(twin)
            pairs[one.name] = twin.name
    return pairs


def _argument(field: str, operation: str, old: Argument, new: Argument) -> Iterator[Change]:
    if old.passing != new.passing:
        is_wider = (old.passing, new.passing) in _WIDER
        rule = "surface.argument-passing" + ("-wider" if is_wider else "")
        yield Change(rule, operation, field, old.passing, new.passing)
    if new.default is None and old.default is not None:
        yield Change("surface.argument-required", operation, field, old.default, None)
    elif old.default is None and new.default is not None:
        yield Change("surface.argument-optional", operation, field, None, new.default)
    elif old.default != new.default:
        yield Change("surface.argument-default", operation, field, old.default, new.default)
    was, is_ = old.annotation, new.annotation
    if was != is_ and was not in _UNKNOWN and is_ not in _UNKNOWN:
        is_wider = _choices(is_) > _choices(was)
        rule = "surface.argument-type" + ("-wider" if is_wider else "")
        yield Change(rule, operation, field, was, is_)


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    """Leave out what another callable of the same operation has said already."""
    changes = list(changes)
    said = {_as_of_twin(change) for change in changes if change.field == _twin(change.field)}
    seen: set[tuple[str, ...]] = set()
    for change in changes:
        if change.field != _twin(change.field) and _as_of_twin(change) in said:
            continue
        if change.operation and change.rule.startswith("surface.argument"):
            name, _, argument = change.field.partition("(")
            is_class = "class" if _last(name)[:1].isupper() else ""
            values = (repr(change.old), repr(change.new))
            identity = (change.rule, change.operation, is_class, argument, *values)
            if identity in seen:
                continue
            seen.add(identity)
        yield change


def _twin(text: str) -> str:
    """Return a text with asynchronous things called as their synchronous twins."""
    return _ASYNC.sub("", text)


def _as_of_twin(change: Change) -> tuple[str, ...]:
    """Return what a change says, be it of an asynchronous callable or of its twin."""
    values = (repr(change.old), repr(change.new), change.hint)
    return (change.rule, change.operation, _twin(change.field), *map(_twin, values))


def _choices(annotation: str) -> frozenset[str]:
    """Return the members of a union, the values of a Literal one by one."""
    return frozenset(_parts(ast.parse(annotation, mode="eval").body))


def _parts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _parts(node.left)
        yield from _parts(node.right)
    elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        values = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        yield from (f"Literal[{ast.unparse(value)}]" for value in values)
    else:
        yield ast.unparse(node)


def _last(key: str) -> str:
    return key.rpartition(".")[2]
