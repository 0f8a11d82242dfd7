# Copied from templates/wecom_client/_runtime/check_compiler.py: edit that file, then run 'make generate'.
"""The good path of a request's checks as code: straight lines, made from the constraint objects.

`compiled` makes of an `Object` a function that returns what is sent of a value which plainly keeps
every constraint, and None where somebody has to look: at a breach, a warning, or a class of the
caller's own. The constraint objects then look, so that all words about a value are theirs.

The lines are made when a program needs them, and not by the generator: so a limit stands once, in
the module of its operation, which stays as short to read and as quick to import. Names and whole
numbers reach the text through `repr`; whatever else a constraint holds is a constant of the
function, and never text. What no lines can be made of is left to the objects.
"""

from __future__ import annotations

import linecache
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any
from zlib import crc32

from .checks import (
    Accept,
    Anything,
    Array,
    Binary,
    Boolean,
    Check,
    Day,
    Flag,
    Integer,
    Number,
    Object,
    String,
)
from .cross_field import (
    FileFormats,
    ForbiddenWhenGiven,
    IgnoredUnless,
    IgnoredWhenGiven,
    NotBefore,
    RequiredUnlessGiven,
    RequiredWhen,
    Rule,
    is_empty,
    is_one_of,
)
from .elements import agree_on, keep_counts
from .files import File
from .problems import SECONDS_A_DAY, day_of_date, first_second, midnight_before
from .values import byte_count, identity, is_multiple, search

_WRONG_TYPE: Mapping[type, str] = {
    String: "type({it}) is not str",
    Integer: "type({it}) is not int",
    Number: "not (type({it}) is int or type({it}) is float and isfinite({it}))",
    Boolean: "type({it}) is not bool",
    Binary: "type({it}) is not File",
}

_NUMBER = {
    "minimum": "{it} < {limit}",
    "maximum": "{it} > {limit}",
    "multiple_of": "not is_multiple({it}, {limit})",
    "enum": "{it} not in {limit}",
}
_BREACHES: Mapping[type, Mapping[str, str]] = {
    String: {
        "min_length": "len({it}) < {limit}",
        "not_empty": "not {it}",
        "max_length": "len({it}) > {limit}",
        "min_bytes": "byte_count({it}) < {limit}",
        "max_bytes": "byte_count({it}) > {limit}",
        "pattern": "not search({limit})({it})",
        "enum": "{it} not in {limit}",
        "truncates_at": "len({it}) > {limit}",
    },
    Binary: {
        "min_bytes": "len({it}.content) < {limit}",
        "max_bytes": "len({it}.content) > {limit}",
    },
    Integer: _NUMBER,
    Number: _NUMBER,
    Flag: {"enum": "{it} not in {limit}"},
    Day: {
        "min_days_ago": f"{{it}} >= midnight - ({{limit}} - 1) * {SECONDS_A_DAY}",
        "max_days_ago": f"{{it}} < midnight - {{limit}} * {SECONDS_A_DAY}",
    },
    Array: {"min_items": "{it} < {limit}", "max_items": "{it} > {limit}"},
}
"""When a value (of an array, its size) breaks an argument of its constraint.

An argument that is missing here is one that no lines can be made of.
"""

_TEXTS = {
    "min_length": "min(map(len, {it})) < {limit}",
    "not_empty": "not all({it})",
    "max_length": "max(map(len, {it})) > {limit}",
    "pattern": "not all(map(search({limit}), {it}))",
    "enum": "not {limit}.keys() >= {{*{it}}}",
}
"""The same of many texts, at the speed of C."""

_FEW = 16
"""So many texts are looked at faster one by one."""

_KNOWN = {
    "File": File,
    "agree_on": agree_on,
    "byte_count": byte_count,
    "date": date,
    "day_of_date": day_of_date,
    "first_second": first_second,
    "identity": identity,
    "is_empty": is_empty,
    "is_multiple": is_multiple,
    "is_one_of": is_one_of,
    "isfinite": math.isfinite,
    "keep_counts": keep_counts,
    "midnight_before": midnight_before,
    "search": search,
}


class _NoLinesError(Exception):
    """There is a constraint that no lines can be made of."""


def compiled(check: Object) -> Accept:
    """Return the good path of an object's constraints."""
    scope = _Scope()
    try:
        source = "".join(f"{line}\n" for line in _function(scope, check))
        name = f"<checks {crc32(source.encode()):08x} of {[*check.properties]}>"
        code = compile(source, name, "exec")
    except (_NoLinesError, SyntaxError, RecursionError):  # the latter two: nested too deeply
        return _leave
    # As attrs does it: debuggers and tracebacks show the lines.
    linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name
    namespace = {"__name__": __name__, **_KNOWN, **scope.constants}
    exec(code, namespace)  # noqa: S102 -- all text is ours but names and numbers, through repr
    accept: Accept = namespace["accept"]
    return accept


def _leave(value: Any, clock: Callable[[], float]) -> None:
    """Leave every value to the constraint objects."""


class _Scope:
    """The names of one function, and its constants."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {}
        self.asks_clock = False
        self._numbers = count(1)

    def name(self, kind: str) -> str:
        """Return a name that is not taken."""
        return f"{kind}_{next(self._numbers)}"

    def literal(self, kind: str, value: Any) -> str:
        """Return a number as it is written, the name of a constant for anything else."""
        if type(value) is int and abs(value) < 2**63:
            return repr(value)
        name = self.name(kind)
        self.constants[name] = value
        return name

    def breaches(self, check: Any, it: str, known: Mapping[str, str]) -> list[str]:
        """Return when a value breaks the arguments that its constraint was given."""
        found = []
        for key, limit in _given(check).items():
            form = "not_empty" if (key, limit) == ("min_length", 1) else key
            if form not in known:
                raise _NoLinesError
            found.append(known[form].format(it=it, limit=self.literal(key, limit)))
        return found


def _given(check: Any) -> dict[str, Any]:
    """Return the arguments that a constraint was given, that of its elements apart."""
    defaults = check._field_defaults
    arguments = check._asdict().items()
    return {key: one for key, one in arguments if key != "items" and one is not defaults.get(key)}


def _refuse(*breaches: str) -> str:
    return f"if {' or '.join(breaches)}: return None"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _function(scope: _Scope, check: Object) -> Iterator[str]:
    lines = [*_object(scope, check, "value"), "return value"]
    yield "def accept(value, clock):"
    yield "    try:"
    if scope.asks_clock:
        yield "        midnight = None"
    yield from _indented(_indented(lines))
    # What the caller's own objects raise is for the constraint objects to tell.
    yield "    except Exception:"
    yield "        return None"


def _value(scope: _Scope, check: Check, it: str) -> Iterator[str]:
    """Return what looks at a value and makes of it, under its name, what is sent."""
    lines = _LINES.get(type(check))
    if lines is None:
        raise _NoLinesError
    return lines(scope, check, it)


def _scalar(scope: _Scope, check: Check, it: str) -> Iterator[str]:
    breaches = scope.breaches(check, it, _BREACHES.get(type(check), {}))
    yield _refuse(_WRONG_TYPE[type(check)].format(it=it), *breaches)


def _flag(scope: _Scope, check: Flag, it: str) -> Iterator[str]:
    yield f"if type({it}) is not int:"
    yield "    " + _refuse(f"type({it}) is not bool")
    yield f"    {it} = int({it})"
    yield _refuse(*scope.breaches(check, it, _BREACHES[Flag]))


def _anything(scope: _Scope, check: Anything, it: str) -> Iterator[str]:
    if breaches := scope.breaches(check, it, {}):
        yield _refuse(*breaches)


def _day(scope: _Scope, check: Day, it: str) -> Iterator[str]:
    yield f"if type({it}) is not int:"
    yield "    " + _refuse(f"type({it}) is not date")
    yield f"    {it} = first_second(day_of_date({it}))"
    if breaches := scope.breaches(check, it, _BREACHES[Day]):
        scope.asks_clock = True
        yield "if midnight is None: midnight = midnight_before(clock())"
        yield _refuse(*breaches)


def _array(scope: _Scope, check: Array, it: str) -> Iterator[str]:
    size = scope.name("size")
    yield _refuse(f"type({it}) is not list and type({it}) is not tuple")
    yield f"{it} = [*{it}]"  # what is looked at is what is sent, whatever becomes of the caller's
    yield f"{size} = len({it})"
    sizes = check._replace(unique_items=False, items_agree_on=None, max_items_with=None)
    if breaches := scope.breaches(sizes, size, _BREACHES[Array]):
        yield _refuse(*breaches)
    if type(check.items) is String:
        yield from _texts(scope, check.items, it, size)
    else:
        place, one = scope.name("place"), scope.name("one")
        yield f"for {place}, {one} in enumerate({it}):"
        yield from _indented(_value(scope, check.items, one))
        yield f"    {it}[{place}] = {one}"
    if check.unique_items:
        yield _refuse(f"len({{*map(identity, {it})}}) != {size}")
    if check.items_agree_on is not None:
        yield _refuse(f"not agree_on({it}, {_key(check.items_agree_on)})")
    if check.max_items_with is not None:
        name, limits = check.max_items_with
        yield _refuse(f"not keep_counts({it}, {_key(name)}, {scope.literal('limits', limits)})")


def _texts(scope: _Scope, check: String, it: str, size: str) -> Iterator[str]:
    one = scope.name("one")
    lines = [f"for {one} in {it}:", *_indented(_scalar(scope, check, one))]
    if _given(check).keys() <= _TEXTS.keys():
        wrong_type = f"[*map(type, {it})].count(str) != {size}"
        yield f"if {size} > {_FEW}:"
        yield "    " + _refuse(wrong_type, *scope.breaches(check, it, _TEXTS))
        lines = ["else:", *_indented(lines)]
    yield from lines


def _object(scope: _Scope, check: Object, it: str) -> Iterator[str]:
    sent = scope.name("sent")
    values = {name: scope.name("it") for name in check.properties}
    yield _refuse(f"type({it}) is not dict")
    yield from _reading(scope, check, it, values)
    yield f"{sent} = {{}}"
    for name, one in check.properties.items():
        value = values[name]
        taken = [*_value(scope, one, value), f"{sent}[{_key(name)}] = {value}"]
        if name not in check.required:
            yield f"if {value} is not None:"
            yield from _indented(taken)
        else:
            if type(one) is Anything:
                yield _refuse(f"{value} is None")
            yield from taken
    if check.additional_properties:
        key, fields = scope.name("key"), scope.literal("fields", frozenset(values))
        yield f"for {key} in {it}:"
        yield f"    if {key} not in {fields}: {sent}[{key}] = {it}[{key}]"
    for rule in check.rules:
        yield _refuse(_breach(scope, rule, values, check.properties))
    yield f"{it} = {sent}"


def _reading(scope: _Scope, check: Object, it: str, values: Mapping[str, str]) -> Iterator[str]:
    """Return what takes the fields out of a dict, and refuses other keys where none may be.

    One with all of them, such as the arguments of a call, is read straight away.
    """
    reads = {name: f"{value} = {it}[{_key(name)}]" for name, value in values.items()}
    needed = [reads.pop(name) for name in values if name in check.required]
    yield from needed
    known = scope.name("known")
    yield f"{known} = {len(needed)}"
    if reads:
        yield f"if len({it}) == {len(values)}:"
        yield from _indented([*reads.values(), f"{known} = {len(values)}"])
        yield "else:"
        for name, read in reads.items():
            yield f"    if {_key(name)} in {it}: {read}; {known} += 1"
            yield f"    else: {values[name]} = None"
    if not check.additional_properties:
        yield _refuse(f"len({it}) != {known}")


def _breach(
    scope: _Scope, rule: Rule, values: Mapping[str, str], checks: Mapping[str, Check]
) -> str:
    """Return when a rule between fields may be broken; a field that is not sent is None."""
    if isinstance(rule, (IgnoredUnless, RequiredWhen)):
        field, actual = values.get(rule.field, "None"), _actual(scope, rule, values)
        stated = scope.literal("values", rule.values)
        is_one = f"({actual} in {stated} and is_one_of({actual}, {stated}))"
        if type(rule) is RequiredWhen:
            return f"{field} is None and {is_one}"
        return f"{field} is not None and not {is_one}"
    if isinstance(rule, (IgnoredWhenGiven, ForbiddenWhenGiven, RequiredUnlessGiven)):
        one, *others = (
            _is_given(values[name], checks[name]) if name in values else "False"
            for name in (rule.field, *rule.others)
        )
        either = f"({' or '.join(others)})"
        is_either = type(rule) is RequiredUnlessGiven
        return f"not {one} and not {either}" if is_either else f"{one} and {either}"
    if type(rule) is FileFormats:
        file, actual = values.get(rule.field, "None"), _actual(scope, rule, values)
        keeps = f"{scope.literal('rule', rule)}.keeps({file}.content, {actual})"
        return f"{file} is not None and not {keeps}"
    if type(rule) is NotBefore:
        begin, end = values.get(rule.begin, "None"), values.get(rule.end, "None")
        span, are_days = f"{end} - {begin}", f"type({begin}) is type({end}) is int"
        # Times of day are left out: the objects look at the few spans that only they bring about.
        if rule.max_span_days is not None:
            span += f" <= {scope.literal('days', rule.max_span_days)} * {SECONDS_A_DAY}"
        return f"{are_days} and not 0 <= {span}"
    raise _NoLinesError


def _actual(
    scope: _Scope, rule: FileFormats | IgnoredUnless | RequiredWhen, values: Mapping[str, str]
) -> str:
    """Return what the platform takes a field for."""
    other = values.get(rule.other, "None")
    return f"({scope.literal('default', rule.default)} if {other} is None else {other})"


def _is_given(it: str, check: Check) -> str:
    """Return when a field is sent and not empty."""
    if type(check) in (String, Array):
        return f"bool({it})"
    is_there = f"({it} is not None)"
    may_be_empty = type(check) in (Anything, Object)
    return f"({is_there} and not is_empty({it}))" if may_be_empty else is_there


def _key(name: str) -> str:
    if type(name) is not str:
        raise _NoLinesError
    return repr(name)


_LINES: Mapping[type, Callable[[_Scope, Any, str], Iterator[str]]] = {
    String: _scalar,
    Integer: _scalar,
    Number: _scalar,
    Boolean: _scalar,
    Binary: _scalar,
    Flag: _flag,
    Anything: _anything,
    Day: _day,
    Array: _array,
    Object: _object,
}
