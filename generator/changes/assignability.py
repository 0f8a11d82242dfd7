"""Annotations × annotations: whether all that fits one of them fits another as well."""

from __future__ import annotations

import ast
import builtins
import collections.abc
import datetime
from collections.abc import Iterator, Mapping

Bases = Mapping[str, tuple[str, ...]]
"""The classes of the package by name, each with what it is made from."""

_KNOWN = (builtins, collections.abc, datetime)
_OTHER_NAMES = {"AbstractSet": "Set"}
_PROMOTED = ("bool", "int")
"""What type checkers take for a float, though Python does not."""
_INVARIANT = {"list", "dict", "set", "MutableSequence", "MutableMapping", "MutableSet"}
_ANYTHING = ("Any", "object")


def fits(narrow: str, wide: str, bases: Bases) -> bool:
    """Say whether every value of one annotation is one of the other; False: not for certain."""
    one, other = (ast.parse(text, mode="eval").body for text in (narrow, wide))
    return _fits(one, other, bases)


def _fits(narrow: ast.expr, wide: ast.expr, above: Bases) -> bool:
    choices = list(_choices(wide))
    return all(any(_is(one, other, above) for other in choices) for one in _choices(narrow))


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    """Return the members of a union, the values of a Literal one by one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from (*_choices(node.left), *_choices(node.right))
        return
    name, inner = _parts(node)
    if name == "Union":
        for one in inner:
            yield from _choices(one)
    elif name == "Optional":
        yield from (*_choices(inner[0]), ast.Constant(None))
    elif name == "Literal":
        yield from (ast.Subscript(ast.Name("Literal"), one) for one in inner)
    else:
        yield node


def _parts(node: ast.expr) -> tuple[str, list[ast.expr]]:
    """Return the name of a type and what it is applied to."""
    if not isinstance(node, ast.Subscript):
        return ast.unparse(node), []
    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return ast.unparse(node.value), inner


def _is(narrow: ast.expr, wide: ast.expr, above: Bases) -> bool:
    if ast.unparse(narrow) == ast.unparse(wide):
        return True
    (name, inner), (target, others) = _parts(narrow), _parts(wide)
    if name == "Any" or target in _ANYTHING:
        return target in _ANYTHING
    if name == "Literal" and isinstance(inner[0], ast.Constant):
        name, inner = type(inner[0].value).__name__, []
    if name != target and not _is_below(name, target, above):
        return False
    if name == target and name in _INVARIANT and others:
        return False
    if name == "tuple" != target:
        inner = [one for one in inner if ast.unparse(one) != "..."]
        return not others or all(_fits(one, others[0], above) for one in inner)
    if not others:
        return True
    if len(inner) != len(others) or (name not in above and _class(name) is None):
        return False
    if name == "Callable" and ast.unparse(inner[0]) != ast.unparse(others[0]):
        return False
    return all(_fits(one, other, above) for one, other in zip(inner, others, strict=True))


def _class(name: str) -> type | None:
    """Return the class of Python that annotations call so."""
    known = (getattr(home, _OTHER_NAMES.get(name, name), None) for home in _KNOWN)
    return next((one for one in known if isinstance(one, type)), None)


def _is_below(name: str, target: str, above: Bases) -> bool:
    if name in above or target in above:
        return target in above.get(name, ())
    one, other = _class(name), _class(target)
    is_promoted = target == "float" and name in _PROMOTED
    return is_promoted or (one is not None and other is not None and issubclass(one, other))
