"""No line of the generator and the templates knows an operation, but where programs are written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ..model import operations

ROOT = Path(__file__).resolve().parents[2]
BY_HAND = ("simulator/behaviours", "workflows")
"""Below `templates/wecom_client/`: what is about single operations."""
EXAMPLE = re.compile(r"such as \"[\w/]+\"")


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the names and texts of a file that do something: no comments, no docstrings."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        yield from enumerate(text.split("\n"), 1)
        return
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, documented)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, EXAMPLE.sub("", node.value)
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr


def files() -> list[Path]:
    package = ROOT / "templates" / "wecom_client"
    left_out = tuple(package / one for one in BY_HAND)
    found = [*(ROOT / "generator").rglob("*"), *package.rglob("*")]
    return [
        one
        for one in found
        if one.suffix in (".py", ".jinja") and not any(map(one.is_relative_to, left_out))
    ]


def test_nothing_but_behaviours_and_workflows_knows_an_operation() -> None:
    paths = [path for path in operations() if "/" in path]
    # A single word may be anybody's: `get`, `list`, `transfer`.
    names = {path.rpartition("/")[2] for path in paths if "_" in path.rpartition("/")[2]}
    known = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in [*paths, *names]))
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in files()
        for line, text in texts(path)
        if known.search(text)
    ]
    assert len(names) > 1
    assert found == []
