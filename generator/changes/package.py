"""Rendered files as Python modules whose names can be followed; read with `ast`, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_MAX_STEPS = 20
"""How often a name is followed from import to import; hostile files import in circles."""

_FOR_CHECKERS = {
    "TYPE_CHECKING": 0,
    "typing.TYPE_CHECKING": 0,
    "not TYPE_CHECKING": 1,
    "not typing.TYPE_CHECKING": 1,
}
"""Which side of an `if` type checkers see."""


class PackageError(Exception):
    """A file is no Python; it says which."""


@dataclass(frozen=True)
class Definition:
    """A statement that defines a name, or (node None) a module, and where it stands."""

    module: Module
    node: ast.stmt | None


@dataclass(frozen=True, eq=False)
class Module:
    """One module: its dotted name and its statements."""

    name: str
    is_package: bool
    tree: ast.Module

    @property
    def is_public(self) -> bool:
        """Whether no part of the name is private."""
        return not any(part.startswith("_") for part in self.name.split("."))

    @cached_property
    def definitions(self) -> Mapping[str, ast.stmt]:
        """Classes, functions and values by name, those in `if` and `try` too.

        Of what differs for type checkers, their side counts: it is what users are promised.
        """
        found: dict[str, ast.stmt] = {}
        for statement in _statements(self.tree.body):
            if isinstance(statement, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                found[statement.name] = statement
            elif isinstance(statement, ast.Assign):
                names = (one.id for one in statement.targets if isinstance(one, ast.Name))
                found.update(dict.fromkeys(names, statement))
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                found[statement.target.id] = statement
        return found

    @cached_property
    def imports(self) -> Mapping[str, tuple[str, str]]:
        """Module and name that each imported name stands for; an empty name: the module itself."""
        found: dict[str, tuple[str, str]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    found.setdefault(alias.asname or alias.name, (self._origin(node), alias.name))
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname:
                        found.setdefault(alias.asname, (alias.name, ""))
        return found

    @cached_property
    def listed(self) -> tuple[str, ...] | None:
        """What `__all__` lists, if there is one."""
        statement = self.definitions.get("__all__")
        value = getattr(statement, "value", None)
        if not isinstance(value, (ast.List, ast.Tuple)):
            return None
        return tuple(one.value for one in value.elts if _is_text(one))  # type: ignore[attr-defined]

    def _origin(self, node: ast.ImportFrom) -> str:
        """Return the absolute name of the module that a statement imports from."""
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        kept = parts[: len(parts) - node.level + self.is_package]
        return ".".join([*kept, *([node.module] if node.module else [])])


class Package:
    """All modules of a tree of rendered files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the files by their path; only Python counts."""
        self._paths = {_module_name(path): path for path in sorted(files) if path.endswith(".py")}
        self._files = files
        self._modules: dict[str, Module] = {}

    def names(self) -> Iterator[str]:
        """Return the dotted name of every module."""
        return iter(self._paths)

    def is_package(self, name: str) -> bool:
        """Say whether a dotted name is a folder with modules."""
        return self._paths.get(name, "").endswith("__init__.py")

    def module(self, name: str) -> Module | None:
        """Return a module by its dotted name.

        Raises:
            PackageError: its file is no Python.
        """
        path = self._paths.get(name)
        if path is None:
            return None
        if name not in self._modules:
            try:
                tree = ast.parse(self._files[path], path)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                raise PackageError(f"{path} is no Python: {error}") from error
            self._modules[name] = Module(name, self.is_package(name), tree)
        return self._modules[name]

    def find(self, module: Module, name: str, steps: int = _MAX_STEPS) -> Definition | None:
        """Return what a name means in a module; None: a builtin, or a name from elsewhere."""
        if name in module.definitions:
            return Definition(module, module.definitions[name])
        if name not in module.imports or not steps:
            return None
        origin, original = module.imports[name]
        source = self.module(origin)
        if source is not None and original:
            found = self.find(source, original, steps - 1)
            if found is not None:
                return found
        inner = self.module(f"{origin}.{original}" if original else origin)
        return Definition(inner, None) if inner is not None else None

    def origin(self, module: Module, name: str, steps: int = _MAX_STEPS) -> str:
        """Return how a name is called in the module from which imports bring it, at last."""
        if name in module.definitions or name not in module.imports or not steps:
            return name
        home, original = module.imports[name]
        source = self.module(home)
        if source is None or not original:
            return original or name
        return self.origin(source, original, steps - 1)

    def follow(self, module: Module, node: ast.expr) -> Definition | None:
        """Return what a name, or a name of a module, means where it is used."""
        if isinstance(node, ast.Name):
            return self.find(module, node.id)
        if isinstance(node, ast.Attribute):
            base = self.follow(module, node.value)
            if base is not None and base.node is None:
                return self.find(base.module, node.attr)
        return None


def _module_name(path: str) -> str:
    parts = path.removesuffix(".py").split("/")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, (ast.If, ast.Try)):
            sides = [statement.body, statement.orelse]
            test = ast.unparse(statement.test) if isinstance(statement, ast.If) else ""
            if test in _FOR_CHECKERS:
                sides = [sides[_FOR_CHECKERS[test]]]
            for side in sides:
                yield from _statements(side)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
