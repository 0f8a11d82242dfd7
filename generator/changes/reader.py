"""Generated files as objects of griffelib, whose names can be followed; no code of theirs runs."""

from __future__ import annotations

import ast
import logging
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import griffe

from ..problems import Location

_MAX_STEPS = 20
"""How often a name is followed from import to import; hostile files import in circles."""
_MAX_ALIASES = 5
_ALIASES = (griffe.ExprBinOp, griffe.ExprSubscript, griffe.ExprName, griffe.ExprAttribute)
_FOR_CHECKERS = {"TYPE_CHECKING": "orelse", "not TYPE_CHECKING": "body"}
"""The side of an `if` that type checkers do not see."""


class PackageError(Exception):
    """A file is not valid Python; it says which."""


class _ForCheckers(griffe.Extension):
    """Takes out what type checkers do not see: their side is what users are promised."""

    def on_module_node(self, *, node: Any, **_: Any) -> None:
        self._prune(node)

    def _prune(self, node: Any) -> None:
        if isinstance(node, ast.If):
            unseen = _FOR_CHECKERS.get(ast.unparse(node.test).replace("typing.", ""))
            if unseen:
                setattr(node, unseen, [ast.Pass()] if unseen == "body" else [])
        for side in ("body", "orelse"):
            for inner in getattr(node, side, ()):
                if isinstance(inner, (ast.If, ast.Try, ast.ClassDef)):
                    self._prune(inner)


class Package:
    """All modules of a tree of generated files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Read the files, given by their paths; only Python counts.

        Raises:
            PackageError: a file is not valid Python.
        """
        logging.getLogger("griffe").setLevel(logging.CRITICAL)  # what it cannot read is told here
        self.modules: dict[str, griffe.Module] = {}
        self._spelt = cache(self._spell)
        extensions = griffe.load_extensions(_ForCheckers())
        loader = griffe.GriffeLoader(extensions=extensions, allow_inspection=False)
        self._loaded = loader.modules_collection
        # a package comes before its modules
        for path in sorted(map(PurePosixPath, files), key=_module_name):
            if path.suffix == ".py":
                self._visit(path, files[str(path)], extensions)
        for package in self._loaded.members.values():
            loader.expand_exports(package)
            loader.expand_wildcards(package, external=False)
            extensions.call("on_package", pkg=package, loader=loader)

    def _visit(self, path: PurePosixPath, content: bytes, extensions: griffe.Extensions) -> None:
        *above, name = _module_name(path)
        home = self.modules.get(".".join(above))
        try:
            module = griffe.visit(
                name,
                Path(path),
                content.decode("utf-8-sig"),
                extensions=extensions,
                parent=home,
                modules_collection=self._loaded,
            )
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise PackageError(f"{path} is not valid Python: {error}") from error
        is_package = not above and path.stem == "__init__"
        if home is not None or is_package:
            (home or self._loaded).set_member(name, module)
            self.modules[module.path] = module

    def location(self, item: griffe.Object) -> Location:
        """Return the file and the line where something stands."""
        return Location(Path(str(item.filepath)).as_posix(), item.lineno or 1)

    def find(self, module: griffe.Module, name: str) -> griffe.Object | None:
        """Return what a dotted name means in a module; None: a builtin, or from elsewhere."""
        return self.origin(module, name)[0]

    def origin(self, module: griffe.Module, name: str) -> tuple[griffe.Object | None, str]:
        """Return what a dotted name means, and how it is called where imports bring it from."""
        path = self._path(module, name)
        for _ in range(_MAX_STEPS):
            try:
                found = self._loaded.get_member(path)
            except (KeyError, griffe.AliasResolutionError, griffe.CyclicAliasError):
                break
            if found.is_alias:
                path = found.target_path
            elif found.is_attribute and isinstance(found.value, griffe.ExprName):
                path = self._path(found.module, str(found.value))
            else:
                return found, found.name
        return None, path.rpartition(".")[2]

    def _path(self, module: griffe.Module, name: str) -> str:
        """Return the path of a name: griffe's own `resolve` takes a builtin for a module beside."""
        first, dot, rest = name.partition(".")
        member = module.members.get(first)
        if member is None:
            return name
        home = member.target_path if isinstance(member, griffe.Alias) else member.path
        return f"{home}{dot}{rest}"

    def bases(self, item: griffe.Class) -> Iterator[tuple[griffe.Object | None, str]]:
        """Return what a class is made from, where the package has it, each with its name."""
        for base in item.bases:
            found, name = self.origin(item.module, str(base).partition("[")[0])
            if found is not item:
                yield found, name

    def text(self, module: griffe.Module, expression: object) -> str:
        """Return an annotation with bare names, aliases of the package spelt out."""
        return "" if expression is None else self._spelt(module, str(expression), _MAX_ALIASES)

    def _spell(self, module: griffe.Module, text: str, steps: int) -> str:
        return ast.unparse(_Speller(self, module, steps).visit(ast.parse(text, mode="eval")))

    def alias(self, module: griffe.Module, name: str) -> tuple[griffe.Module, str] | None:
        """Return what a name stands for, and where, if it is another word for a type."""
        found = self.find(module, name)
        value = getattr(found, "value", None)
        is_alias = found is not None and (found.is_type_alias or isinstance(value, _ALIASES))
        if found is not None and is_alias and isinstance(found.parent, griffe.Module):
            return found.module, str(value)
        return None


class _Speller(ast.NodeTransformer):
    """Writes an annotation in the words of its definitions, wherever these stand."""

    def __init__(self, package: Package, module: griffe.Module, steps: int) -> None:
        self.package = package
        self.module = module
        self.steps = steps

    def visit(self, node: ast.AST) -> ast.AST:
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return self.generic_visit(node)
        text = ast.unparse(node)
        alias = self.package.alias(self.module, text) if self.steps else None
        if alias is not None:
            spelt = self.package._spell(*alias, self.steps - 1)
            return ast.parse(spelt, mode="eval").body
        found, name = self.package.origin(self.module, text)
        is_type = found is None or found.is_class
        return ast.Name(name if is_type else text.rpartition(".")[2], ast.Load())


def _module_name(path: PurePosixPath) -> tuple[str, ...]:
    return path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts
