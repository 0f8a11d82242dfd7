"""Who imports whom: every import of a package's modules, those for type checkers included."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Graph = Mapping[str, Mapping[str, int]]
"""Each module, below the package, with the modules that it imports and the line of each."""


def imports_of(package: Path) -> dict[str, dict[str, int]]:
    """Read the import statements of a package, wherever in its modules they stand."""
    files = {_name(path.relative_to(package)): path for path in sorted(package.rglob("*.py"))}
    return {name: dict(_imports(name, path, files)) for name, path in files.items()}


def circle(graph: Graph) -> list[str]:
    """Return modules that import each other in a circle, or nothing."""
    # a package is loaded before its modules, which is no import of theirs
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(name: str, path: Path, files: Mapping[str, Path]) -> Iterator[tuple[str, int]]:
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    package = [part for part in package if part]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        if node.level - 1 > len(package):
            continue  # it leads out of the package
        above = package[: len(package) - (node.level - 1)]
        home = ".".join([*above, *filter(None, [node.module])])
        for alias in node.names:
            inner = f"{home}.{alias.name}".lstrip(".")
            found = inner if inner in files else home
            if found in files and found != name:
                yield found, node.lineno
