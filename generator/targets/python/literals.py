"""Literals of modules among the templates, read without running these: they could not import."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any


def literals_of(module: Path, names: Sequence[str]) -> list[Any]:
    """Return what a module sets some names to.

    Raises:
        ValueError: it sets one of them to no literal, or not at all.
    """
    values = dict(_assigned(ast.parse(module.read_bytes(), str(module)).body))
    try:
        return [ast.literal_eval(values[name]) for name in names]
    except (KeyError, ValueError) as error:
        raise ValueError(f"{module}: must have {', '.join(names)} as literals") from error


def _assigned(body: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a module gives values, annotated or not, with the values."""
    for node in body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        yield from ((target.id, value) for target in targets if isinstance(target, ast.Name))
