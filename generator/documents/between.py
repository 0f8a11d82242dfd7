"""What documents state of several parameters: which these are, and whether a spec says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Field
from ..spec.constraints import CONSTRAINTS
from .conditions import BETWEEN, REQUIRED_WHEN, meaning_of
from .examples import values_at
from .facts import FieldFact, Reports, Stated
from .precedence import RULE, SELF, Losers

RULES = [key for key, row in CONSTRAINTS.items() if row.check == "rule" and not row.in_documents]
"""The constraints of which any of several fields may speak for all."""


@dataclass(frozen=True)
class Worded:
    """A row that says in words when its field is required."""

    path: str
    phrase: str
    line: int
    was_required: bool
    """Whether its cell says that it always is."""


def settle_rows(fields: dict[str, FieldFact], worded: Iterable[Worded], reports: Reports) -> None:
    """Find the fields that rows name; say where one asks something of others that are not there."""
    _settle_precedence(fields, reports)
    for path, rule in [(path, rule) for path in fields for rule in BETWEEN if rule != RULE]:
        fact = fields[path]
        if stated := fact.limits.get(rule):
            value = _beside(path, rule, stated.value, fields)
            found = {rule: replace(stated, value=value)} if value else {}
            others = {key: one for key, one in fact.limits.items() if key != rule}
            is_at_times = rule != "forbiddenWhenGiven" and fact.required
            if is_at_times and (value or rule == "requiredWhen"):
                # the cell says yes, the words say when
                fact = replace(fact, required=False if value else None)
            fields[path] = replace(fact, limits={**others, **found})
            if not value:
                reports.complain(stated.line, f"{path}: {stated.value}", BETWEEN[rule])
    for one in worded:
        _settle_worded(fields, one, reports)


def _settle_precedence(fields: dict[str, FieldFact], reports: Reports) -> None:
    said = {path: fact.limits[RULE] for path, fact in fields.items() if RULE in fact.limits}
    for path in said:
        limits = {rule: one for rule, one in fields[path].limits.items() if rule != RULE}
        fields[path] = replace(fields[path], limits=limits)
    for path, stated in said.items():
        losses = _losses(path, stated.value, fields)
        if losses:
            _lose(fields, losses, stated)
        else:
            reports.complain(stated.line, f"{path}: {stated.value}", BETWEEN[RULE])


def _settle_worded(fields: dict[str, FieldFact], one: Worded, reports: Reports) -> None:
    """Find the field beside it whose value means what a row says in words."""
    fact, found = fields.get(one.path), _meant(one, fields)
    known = fact.limits.get("requiredWhen") if fact is not None else None
    if fact is None or found is None or (known and known.value != found):
        reports.complain(one.line, one.phrase, REQUIRED_WHEN)
        return
    limits = {**fact.limits, "requiredWhen": Stated(found, one.line)}
    required = False if one.was_required else fact.required
    fields[one.path] = replace(fact, limits=limits, required=required)


def _meant(one: Worded, fields: Mapping[str, FieldFact]) -> dict[str, list[Any]] | None:
    said = meaning_of(one.phrase)
    if said is None:
        return None
    what, meaning = said
    found = [
        {path.rpartition(".")[2]: [value]}
        for path, fact in fields.items()
        if path != one.path and path.rpartition(".")[0] == one.path.rpartition(".")[0]
        if fact.text is not None and what in fact.text.text
        for value, stated in fact.enum.items()
        if stated.value == meaning
    ]
    return found[0] if len(found) == 1 else None


def _beside(path: str, rule: str, value: Any, known: Collection[str]) -> Any:
    """Return what a field's row states of fields beside it, by their names; None: not beside it.

    Of fields of which one is needed, the row names all, itself among them.
    """
    above, _, own = path.rpartition(".")
    names = [name.removeprefix(f"{above}.") if name else own for name in value]
    if rule == "requiredUnlessGiven":
        if own not in names:
            return None
        names.remove(own)
    is_there = all(
        name != own and "." not in name and _below(above, name) in known for name in names
    )
    if not names or not is_there:
        return None
    return dict(zip(names, value.values(), strict=True)) if isinstance(value, dict) else names


def _losses(path: str, losers: Losers, known: Collection[str]) -> dict[str, list[str]]:
    """Return what is ignored beside what, by the paths of the first; empty: not all are there.

    They stand beside the field in whose row it is said, or in it.
    """
    above, _, own = path.rpartition(".")
    is_of_self = SELF in {*losers, *_winners(losers)}
    for home in (above,) if is_of_self else (above, path):
        names = {
            one: own if one == SELF else one.removeprefix(f"{home}.")
            for one in (*losers, *_winners(losers))
        }
        is_there = all("." not in name and _below(home, name) in known for name in names.values())
        if is_there and len({*names.values()}) == len(names):
            return {
                _below(home, names[one]): [names[name] for name in winners]
                for one, winners in losers.items()
            }
    return {}


def _winners(losers: Losers) -> Iterator[str]:
    return (one for winners in losers.values() for one in winners)


def _lose(
    fields: dict[str, FieldFact], losses: Mapping[str, Sequence[str]], stated: Stated
) -> None:
    """Add to fields those beside which they are ignored."""
    for path, winners in losses.items():
        before = fields[path].limits.get(RULE, replace(stated, value=[]))
        value = list(dict.fromkeys([*before.value, *winners]))
        limits = {**fields[path].limits, RULE: replace(before, value=value)}
        fields[path] = replace(fields[path], limits=limits)


def with_prose(
    fields: tuple[FieldFact, ...],
    said: Mapping[str, Sequence[Stated]],
    examples: Iterable[Stated] = (),
) -> tuple[FieldFact, ...]:
    """Give what prose states of several fields to those that it names.

    Where the names are those of fields in several objects, or of none, the prose alone says it.
    """
    found = {one.path: one for one in fields}
    for group in said.get("requiredUnlessGiven", ()):
        if home := _home(group.value, found):
            first, *others = home
            _state(found, first, "requiredUnlessGiven", _names(others), group)
    for group in said.get(RULE, ()):
        losers: Losers = group.value
        names = list(dict.fromkeys([*losers, *_winners(losers)]))
        if home := _home(names, found):
            at = dict(zip(names, home, strict=True))
            losses = {at[one]: _names(at[name] for name in losers[one]) for one in losers}
            _lose(found, losses, group)
    for group in said.get("kinds", ()):
        _state_kinds(found, group, examples)
    return tuple(found.values())


def _state_kinds(found: dict[str, FieldFact], group: Stated, examples: Iterable[Stated]) -> None:
    """Require the field that a value names: one that the row lists, or that examples have."""
    home, name = group.value
    choice = _below(home, name)
    if choice not in found:
        return
    shown = (one for example in examples for one in values_at(example.value, choice))
    names = (one for one in shown if isinstance(one, str))
    for value in dict.fromkeys([*found[choice].enum, *names]):
        path = _below(home, str(value))
        if path in found and not found[path].required:
            _state(found, path, "requiredWhen", {name: [value]}, group)


def _home(names: Sequence[str], found: Mapping[str, FieldFact]) -> list[str]:
    """Return the paths of names in the one object that has fields of all of them."""
    homes = {"", *(path.rpartition(".")[0] for path in found)}
    sets = [[_below(home, name) for name in names] for home in homes]
    sets = [paths for paths in sets if _stand_together(paths, found)]
    return sets[0] if len(sets) == 1 else []


def _names(paths: Iterable[str]) -> list[str]:
    return [path.rpartition(".")[2] for path in paths]


def _state(found: dict[str, FieldFact], path: str, rule: str, value: Any, group: Stated) -> None:
    limits = found[path].limits
    if rule not in limits:
        limits = {**limits, rule: replace(group, value=value)}
        found[path] = replace(found[path], limits=limits)


def rule_of(field: Field | None, rule: str) -> Any:
    """Return what a spec says by a rule of a field as documents state it; None: nothing."""
    value = field.constraints.get(rule) if field is not None else None
    if rule == "requiredWhen" and value is not None:
        name, values = value
        return {name: [*values]}
    return [*value] if isinstance(value, tuple) else value


def says_too(rule: str, value: Any, path: str, other: Callable[[str], Any]) -> bool:
    """Say whether another side says what one does of a field; any of several may say it.

    `other` returns what that side says of a path by this rule, None for nothing.
    """
    home, _, own = path.rpartition(".")
    if rule == "requiredUnlessGiven":
        names = {own, *value}
        return any({name, *(other(_below(home, name)) or ())} == names for name in names)
    said = other(path)
    if rule == "forbiddenWhenGiven":
        return all(
            name in (said or ()) or own in (other(_below(home, name)) or ()) for name in value
        )
    if rule == RULE:
        return {*value} <= {*(said or ())}
    if rule == "requiredWhen" and said is not None:
        return _as_words(said) == _as_words(value)
    return bool(said == value)


def _as_words(when: Mapping[str, Iterable[Any]]) -> dict[str, set[str]]:
    return {name: {*map(str, values)} for name, values in when.items()}


_END = re.compile("(?<![a-z])end(?![a-z])")


def begin_of(end: str, names: Collection[str]) -> str | None:
    """Return which of some names is that of the begin of an interval, by that of its end."""
    if _END.search(end):
        for word in ("start", "begin"):
            if (name := _END.sub(word, end)) in names:
                return name
    return None


def _below(home: str, name: str) -> str:
    return f"{home}.{name}" if home else name


def _stand_together(paths: Sequence[str], known: Collection[str]) -> bool:
    """Say whether all of some paths are fields, and those of one object."""
    is_one = len({path.rpartition(".")[0] for path in paths}) == 1
    return is_one and all(path in known for path in paths)
