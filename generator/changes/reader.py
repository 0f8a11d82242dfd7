"""Generated files as objects of griffelib, whose names can be followed; no code of theirs runs."""

from __future__ import annotations

import ast
import logging
import re
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
_WORD = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\W\d][\w.]*""")
"""A text or a dotted name within an annotation."""


class PackageError(Exception):
    """A file is not valid Python; it says which."""


class _ForCheckers(griffe.Extension):
    """Takes out what type checkers do not see: their side is what users are promised."""

    def on_module_node(self, *, node: Any, **_: Any) -> None:
        for one in ast.walk(node):
            condition = ast.unparse(one.test) if isinstance(one, ast.If) else ""
            unseen = _FOR_CHECKERS.get(condition.replace("typing.", ""))
            if unseen:
                setattr(one, unseen, [ast.Pass()] if unseen == "body" else [])


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
        def spelt(found: re.Match[str]) -> str:
            word = found[0]
            if word.startswith(("'", '"')):
                return word
            alias = self.alias(module, word) if steps else None
            if alias is not None:
                return self._spell(*alias, steps - 1)
            origin, name = self.origin(module, word)
            return name if origin is None or origin.is_class else word.rpartition(".")[2]

        return _WORD.sub(spelt, text)

    def alias(self, module: griffe.Module, name: str) -> tuple[griffe.Module, str] | None:
        """Return what a name stands for, and where, if it is another word for a type."""
        found = self.find(module, name)
        value = getattr(found, "value", None)
        is_alias = found is not None and (found.is_type_alias or isinstance(value, _ALIASES))
        if found is not None and is_alias and isinstance(found.parent, griffe.Module):
            return found.module, str(value)
        return None


def _module_name(path: PurePosixPath) -> tuple[str, ...]:
    return path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts
