"""Surface × surface to changes: public names, arguments and annotations of the generated code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any

from .assignability import fits
from .pairs import hints, matched, reordered, twins
from .rules import Change
from .surface import Argument, Member, Surface

_OF_FIELDS = ("surface.argument-removed", "surface.argument-added")
_WORD = re.compile(r"\w+")
_ASYNC = re.compile(r"\basync |\bAsync(?=[A-Z])|(?<=\b__)a(?=(enter|exit|iter|next)__)")
_LOST = {"open": "frozen", "settable": "read-only", "unbound": "bound"}
"""What a name has lost, by its rule."""
_WIDER = {
    ("by position only", "by position or keyword"),
    ("by keyword only", "by position or keyword"),
}
_NAMELESS = ("by position only", "as any number of positions", "as any number of keywords")
"""Ways of passing an argument for which its name is of no interest."""


def surface_changes(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return what changed for code that names, calls and reads the generated code."""
    return tuple(_Comparison(old, new).changes())


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Leave out what another callable of the same operation has said already.

    A change that a method shares with its `build_request`, or its async twin, is named once.
    """
    changes = list(changes)
    said = {_as_of_twin(change) for change in changes if change.field == _twin(change.field)}
    kept: dict[tuple[str, ...], Change] = {}
    for change in changes:
        if change.field != _twin(change.field) and _as_of_twin(change) in said:
            continue
        place: tuple[str, ...] = (change.field,)
        if change.operation and change.rule.startswith("surface.argument"):
            name, _, argument = change.field.partition("(")
            place = ("class" if _last(name)[:1].isupper() else "", argument)
        values = (repr(change.old), repr(change.new))
        kept.setdefault((change.rule, change.operation, *place, *values), change)
    return tuple(kept.values())


class _Comparison:
    """Compares two surfaces, name by name."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self.old, self.new = old, new
        self.classes = _classes(new)
        self.bases = {name: new[key].bases for name, key in self.classes.items()}

    def changes(self) -> Iterator[Change]:
        gone, come = _topmost(self.old, self.new), _topmost(self.new, self.old)
        pairs = _renamed(self.old, self.new, gone, come)
        origins = {to: name for name, to in pairs.items()}
        for key in gone:
            member, hint = self.old[key], _renaming(key, "to", pairs.get(key))
            yield _change("removed", member, key, member.nature, None, hint)
        for key in come:
            member, hint = self.new[key], _renaming(key, "from", origins.get(key))
            is_needed = "needed" in member.traits and _home(key) in self.old
            whose = self.old[origins[key]].operation if key in origins else member.operation
            rule = "added-needed" if is_needed else "added"
            yield _change(rule, replace(member, operation=whose), key, None, member.nature, hint)
        names: dict[str, dict[str, str]] = defaultdict(dict)
        for key, to in pairs.items():
            if self.old[key].nature == "class":
                names[self.old[key].operation][_last(key)] = _last(to)
        named = {f"{_home(key)}({_last(key)})" for key in (*gone, *come)}
        for key, member in self.old.items():
            if key in self.new:
                known = names[member.operation]
                old = _with_names(member, known) if known else member
                for change in self._member(key, old, self.new[key]):
                    # a class of fields takes them as arguments: it is enough to say so once
                    if not (change.rule in _OF_FIELDS and change.field in named):
                        yield change

    def _member(self, key: str, old: Member, new: Member) -> Iterator[Change]:
        new = replace(new, operation=old.operation)
        if new.arguments and not old.arguments:
            old = _with_inherited(old, self.old)
        elif old.arguments and not new.arguments:
            new = _with_inherited(new, self.new)
        if old.nature != new.nature:
            yield _change("nature", new, key, old.nature, new.nature)
            return
        yield from self._bases(key, old, new)
        lost = sorted(_LOST.keys() & (old.traits - new.traits))
        yield from (_change(_LOST[trait], new, key) for trait in lost)
        if "needed" in new.traits - old.traits:
            yield _change("needed", new, key)
        yield from _told("enum-value", new, key, old.value, new.value)
        yield from self._signature(key, old, new)
        yield from self._overloads(key, old, new)

    def _bases(self, key: str, old: Member, new: Member) -> Iterator[Change]:
        """Compare what a class is made from; what a base of it says is not repeated."""
        kept = [self.classes[one] for one in new.bases if one in old.bases and one in self.classes]
        sides = [(self.old[one], self.new[one]) for one in kept if one in self.old]
        for base in old.bases:
            if base not in new.bases and not any(base in was.bases for was, _ in sides):
                yield _change("base-removed", new, key, base, None)
        for base in new.bases:
            if base not in old.bases and not any(base in is_.bases for _, is_ in sides):
                yield _change("base-added", new, key, None, base)

    def _overloads(self, key: str, old: Member, new: Member) -> Iterator[Change]:
        """Compare overloads: equal ones are paired first, the others in their order."""
        gone = [one for one in old.overloads if one not in new.overloads]
        come = [one for one in new.overloads if one not in old.overloads]
        for was, is_ in zip_longest(gone, come):
            if is_ is None:
                yield _change("overload-removed", new, key, _call(was), None)
            elif was is None:
                yield _change("overload-added", new, key, None, _call(is_))
            else:
                yield from self._signature(key, was, replace(is_, operation=new.operation))

    def _signature(self, key: str, old: Member, new: Member) -> Iterator[Change]:
        yield from self._arguments(key, old, new)
        was, is_ = old.annotation, new.annotation
        # what is read has to serve as before, what is passed the other way round
        narrower = self._step(is_, was, "type-narrower", "type")
        if narrower:
            yield _change("alias" if new.nature == "value" else narrower, new, key, was, is_)

    def _step(self, one: str, other: str, harmless: str, breaking: str) -> str:
        """Return the rule of a change of type, harmless where `one` fits `other`; nothing: none."""
        if not one or not other or one == other:
            return ""
        if not fits(one, other, self.bases):
            return breaking
        return "" if fits(other, one, self.bases) else harmless

    def _arguments(self, key: str, old: Member, new: Member) -> Iterator[Change]:
        before, after = _keyed(old.arguments, new.arguments)
        gone, come, both = matched(before, after)
        pairs = twins(gone, come, lambda one: replace(one, name=""))
        to, origins = hints((was.name, is_.name) for was, is_ in pairs)
        for one in gone:
            field, hint = f"{key}({one.name})", to.get(one.name, "")
            yield _change("argument-removed", new, field, one.passing, None, hint)
        is_tuple = "NamedTuple" in old.bases and "NamedTuple" in new.bases
        if is_tuple and len(after) > len(before):
            yield _change("tuple-longer", new, key, len(before), len(after))
        for one in come:
            rule = "argument-added"
            if one.default is None:
                rule = "argument-added-required"
            elif _is_inserted(one, new.arguments, before):
                rule = "argument-inserted"
            hint = origins.get(one.name, "")
            yield _change(rule, new, f"{key}({one.name})", None, one.passing, hint)
        for was, is_ in both:
            yield from self._argument(f"{key}({was.name})", new, was, is_)
        was_order, order = (
            tuple(name for name, one in side.items() if "position" in one.passing)
            for side in (before, after)
        )
        if reordered(was_order, order):
            yield _change("argument-order", new, key, was_order, order)

    def _argument(
        self, field: str, whose: Member, old: Argument, new: Argument
    ) -> Iterator[Change]:
        is_wider = (old.passing, new.passing) in _WIDER
        rule = "argument-passing-wider" if is_wider else "argument-passing"
        yield from _told(rule, whose, field, old.passing, new.passing)
        rule = "argument-default"
        if None in (old.default, new.default):
            rule = "argument-required" if new.default is None else "argument-optional"
        yield from _told(rule, whose, field, old.default, new.default)
        was, is_ = old.annotation, new.annotation
        wider = self._step(was, is_, "argument-type-wider", "argument-type")
        if wider:
            yield _change(wider, whose, field, was, is_)


def _told(rule: str, whose: Member, field: str, old: object, new: object) -> Iterator[Change]:
    if old != new:
        yield _change(rule, whose, field, old, new)


def _change(
    rule: str, whose: Member, field: str, old: object = None, new: object = None, hint: str = ""
) -> Change:
    return Change(f"surface.{rule}", whose.operation, field, old, new, hint, whose.location)


def _topmost(surface: Surface, other: Surface) -> list[str]:
    """Return the names that the other side lacks, without what they contain."""
    classes = _classes(other)
    lacking = [key for key in surface if key not in other and not _inherited(key, other, classes)]
    told = {key for key in surface if _nature(key, surface) != _nature(key, other)}
    return [key for key in lacking if _home(key) not in told]


def _nature(key: str, surface: Surface) -> str:
    return surface[key].nature if key in surface else ""


def _classes(surface: Surface) -> dict[str, str]:
    """Return the classes by the names that bases have."""
    return {_last(key): key for key, member in surface.items() if member.nature == "class"}


def _with_inherited(member: Member, surface: Surface) -> Member:
    """Return a class with the arguments of a base that is public by its own name."""
    classes = _classes(surface) if member.nature == "class" else {}
    found = (surface[classes[one]].arguments for one in member.bases if one in classes)
    return replace(member, arguments=next(filter(None, found), ()))


def _inherited(key: str, surface: Surface, classes: Mapping[str, str]) -> bool:
    """Say whether a class has a member from a base that is public by its own name."""
    bases = surface[_home(key)].bases if _home(key) in surface else ()
    return any(f"{classes[base]}.{_last(key)}" in surface for base in bases if base in classes)


def _renamed(
    old: Surface, new: Surface, gone: Iterable[str], come: Iterable[str]
) -> dict[str, str]:
    """Pair names that are gone with new ones that are the same but for the name, or the place."""

    def content(surface: Surface, part: Callable[[str], str]) -> Callable[[str], object]:
        return lambda key: (part(key), _content(surface, key))

    found: dict[str, str] = {}
    for part in (_home, _last):
        left = [key for key in gone if key not in found]
        free = [key for key in come if key not in found.values()]
        found.update(twins(left, free, content(old, part), content(new, part)))
    return found


def _renaming(key: str, way: str, other: str | None) -> str:
    if other is None:
        return ""
    is_beside = _home(key) == _home(other)
    return f"renamed {way} {_last(other)}?" if is_beside else f"moved {way} {other}?"


def _content(surface: Surface, key: str) -> Mapping[str, Member]:
    return {
        name[len(key) :]: replace(member, operation="")
        for name, member in surface.items()
        if name == key or name.startswith(f"{key}.")
    }


def _with_names(part: Any, names: Mapping[str, str]) -> Any:
    """Return a member, or a part of one, that calls classes by new names."""
    if isinstance(part, str):
        return _WORD.sub(lambda word: names.get(word[0], word[0]), part)
    if isinstance(part, tuple):
        return tuple(_with_names(one, names) for one in part)
    if isinstance(part, (Member, Argument)):
        named = ((one.name, getattr(part, one.name)) for one in fields(part))
        return replace(part, **{name: _with_names(inner, names) for name, inner in named})
    return part


def _keyed(
    old: Sequence[Argument], new: Sequence[Argument]
) -> tuple[dict[str, Argument], dict[str, Argument]]:
    """Return arguments by name; one whose name no caller writes keeps its old one."""
    before, after = ({one.name: one for one in side} for side in (old, new))
    keys = {}
    for place, one in enumerate(new):
        if one.name not in before and one.passing in _NAMELESS:
            rivals = old[place : place + 1] if one.passing == _NAMELESS[0] else old
            twins = (was.name for was in rivals if was.passing == one.passing)
            keys[one.name] = next((name for name in twins if name not in after), one.name)
    return before, {keys.get(name, name): one for name, one in after.items()}


def _is_inserted(one: Argument, beside: Sequence[Argument], old: Mapping[str, Argument]) -> bool:
    """Say whether old arguments that are passed by position now come one later."""
    places = [other.name for other in beside if "position" in other.passing]
    return one.name in places and any(name in old for name in places[places.index(one.name) + 1 :])


def _call(member: Member) -> str:
    stated = ((one.name, one.annotation) for one in member.arguments)
    taken = ", ".join(": ".join(filter(None, one)) for one in stated)
    return " -> ".join(filter(None, (f"({taken})", member.annotation)))


def _twin(text: str) -> str:
    """Return a text with asynchronous things called as their synchronous twins."""
    return _ASYNC.sub("", text)


def _as_of_twin(change: Change) -> tuple[str, ...]:
    """Return what a change says, be it of an asynchronous callable or of its twin."""
    values = (repr(change.old), repr(change.new), change.hint)
    return (change.rule, change.operation, _twin(change.field), *map(_twin, values))


def _home(key: str) -> str:
    return key.rpartition(".")[0]


def _last(key: str) -> str:
    return key.rpartition(".")[2]
