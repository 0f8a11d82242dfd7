"""Functions and classes of rendered files to arguments and annotations, in comparable words."""

from __future__ import annotations

import ast
import copy
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .package import Definition, Module, Package

if TYPE_CHECKING:
    from typing import TypeGuard

_ANYWHERE = "by position or keyword"
_BY_KEYWORD = "by keyword only"
_MAX_ALIASES = 5
_ALIASES = (ast.BinOp, ast.Subscript, ast.Name, ast.Attribute)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Argument:
    """One argument of a function or class; `default` is None where it must be given."""

    name: str
    passing: str
    annotation: str
    default: str | None


@dataclass(frozen=True)
class Signatures:
    """Reads what functions and classes of a package take."""

    package: Package

    def bases(self, module: Module, node: ast.ClassDef) -> Iterator[tuple[Module, ast.ClassDef]]:
        """Return the classes of the package that a class is made from."""
        for base in node.bases:
            found = self.package.follow(module, base)
            if found is not None and isinstance(found.node, ast.ClassDef) and found.node != node:
                yield found.module, found.node

    def base_name(self, module: Module, base: ast.expr) -> str:
        """Return the name of a base, of one from elsewhere as it is called there."""
        name = last_name(base)
        return self.package.origin(module, name) if isinstance(base, ast.Name) else name

    def arguments(self, module: Module, node: Function, *, bound: bool) -> tuple[Argument, ...]:
        """Return what callers may pass; private arguments are none of their business."""
        given = node.args
        places = [*given.posonlyargs, *given.args]
        defaults = [None] * (len(places) - len(given.defaults)) + list(given.defaults)
        rows: list[tuple[ast.arg, str, ast.expr | None]] = [
            (one, _ANYWHERE if one in given.args else "by position only", default)
            for one, default in zip(places, defaults, strict=True)
        ]
        rows = rows[1:] if bound else rows
        if given.vararg:
            rows.append((given.vararg, "as any number of positions", ast.Constant(None)))
        for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
            rows.append((one, _BY_KEYWORD, default))
        if given.kwarg:
            rows.append((given.kwarg, "as any number of keywords", ast.Constant(None)))
        return tuple(
            Argument(
                one.arg,
                passing,
                self.text(module, one.annotation),
                None if default is None else ast.unparse(default),
            )
            for one, passing, default in rows
            if default is None or not one.arg.startswith("_")
        )

    def constructor(
        self, module: Module, node: ast.ClassDef, known: Container[ast.stmt] = ()
    ) -> tuple[Argument, ...]:
        """Return the arguments of a class, none where it has them from a base that is `known`."""
        for statement in node.body:
            if is_function(statement) and statement.name in ("__init__", "__new__"):
                return self.arguments(module, statement, bound=True)
        has_fields = decorated(node, "dataclass")
        found: list[Argument] = []
        for home, base in self.bases(module, node):
            inherited = () if base in known else self.constructor(home, base, known)
            if not has_fields:
                return inherited
            found += inherited
        if has_fields or any(self.base_name(module, base) == "NamedTuple" for base in node.bases):
            found += self._fields(module, node)
        return tuple(found)

    def _fields(self, module: Module, node: ast.ClassDef) -> Iterator[Argument]:
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                if last_name(statement.annotation) == "ClassVar":
                    continue
                default = ast.unparse(statement.value) if statement.value else None
                text = self.text(module, statement.annotation)
                yield Argument(statement.target.id, _ANYWHERE, text, default)

    def is_mapping(self, module: Module, node: ast.ClassDef) -> bool:
        """Say whether a class is a TypedDict."""
        for base in node.bases:
            found = self.package.follow(module, base)
            if last_name(base) == "TypedDict" or _typed_dict_call(found) is not None:
                return True
        return any(self.is_mapping(home, base) for home, base in self.bases(module, node))

    def keys(self, module: Module, node: ast.ClassDef) -> Iterator[Argument]:
        """Return the keys of a TypedDict as if they were the arguments of its class."""
        for base in node.bases:
            found = self.package.follow(module, base)
            called = _typed_dict_call(found)
            if found is not None and called is not None and isinstance(called.args[1], ast.Dict):
                for key, value in zip(called.args[1].keys, called.args[1].values, strict=True):
                    if isinstance(key, ast.Constant):
                        yield self._key(found.module, str(key.value), value, _is_total(called))
        for home, inherited in self.bases(module, node):
            yield from self.keys(home, inherited)
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                name, annotation = statement.target.id, statement.annotation
                yield self._key(module, name, annotation, _is_total(node))

    def _key(self, module: Module, name: str, annotation: ast.expr, total: bool) -> Argument:
        if isinstance(annotation, ast.Subscript):
            marker = last_name(annotation.value)
            if marker in ("Required", "NotRequired"):
                total, annotation = marker == "Required", annotation.slice
        text = self.text(module, annotation)
        return Argument(name, _BY_KEYWORD, text, None if total else "absent")

    def text(self, module: Module, node: ast.expr | None) -> str:
        """Return an annotation with bare names, aliases of the package spelt out."""
        if node is None:
            return ""
        return ast.unparse(_Spelt(self.package, module, _MAX_ALIASES).visit(copy.deepcopy(node)))


class _Spelt(ast.NodeTransformer):
    """Writes an annotation in the words of its definitions, wherever these stand."""

    def __init__(self, package: Package, module: Module, steps: int) -> None:
        self.package = package
        self.module = module
        self.steps = steps

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._spelt(node, node.id)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._spelt(node, node.attr)

    def _spelt(self, node: ast.expr, name: str) -> ast.expr:
        found = self.package.follow(self.module, node)
        if found is not None and isinstance(found.node, ast.ClassDef):
            name = found.node.name
        value = getattr(found.node, "value", None) if found is not None else None
        if found is not None and isinstance(value, _ALIASES) and self.steps:
            inner = _Spelt(self.package, found.module, self.steps - 1)
            result: ast.expr = inner.visit(copy.deepcopy(value))
            return result
        return ast.Name(name, ast.Load())


def is_function(node: ast.AST | None) -> TypeGuard[Function]:
    """Say whether a statement defines a function."""
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


def decorated(node: ast.ClassDef | Function, *names: str) -> bool:
    """Say whether a definition has one of these decorators."""
    return any(last_name(one) in names for one in node.decorator_list)


def last_name(node: ast.expr) -> str:
    """Return the name of an expression without what it is applied to: `a.B[int]` is `B`."""
    while isinstance(node, (ast.Subscript, ast.Call)):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _typed_dict_call(found: Definition | None) -> ast.Call | None:
    """Return the call that makes a TypedDict whose keys cannot stand in a class."""
    value = getattr(found.node, "value", None) if found is not None else None
    if isinstance(value, ast.Call) and last_name(value) == "TypedDict" and len(value.args) > 1:
        return value
    return None


def _is_total(node: ast.ClassDef | ast.Call) -> bool:
    return not any(
        one.arg == "total" and isinstance(one.value, ast.Constant) and one.value.value is False
        for one in node.keywords
    )
