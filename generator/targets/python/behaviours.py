"""Behaviours of the simulator: which ones the templates have, and which ones the specs call for."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_FOLDER = "wecom_client/simulator/behaviours"
_LITERALS = ("GROUP", "SETTINGS", "__all__")
_PARTS = {"BEHAVIOUR", "GROUP", "SETTINGS", "Seeding"}


@dataclass(frozen=True)
class Setting:
    """A keyword of the simulator's constructor."""

    name: str
    default: int | float | str

    @property
    def kind(self) -> str:
        """The name of its type."""
        return type(self.default).__name__


@dataclass(frozen=True)
class Behaviour:
    """A package of the templates that carries out operations of a group of the specs."""

    package: str
    group: str
    settings: tuple[Setting, ...]
    records: tuple[str, ...]
    """What the simulator exports of it."""


@dataclass(frozen=True)
class Behaviours:
    """The behaviours of the templates: those whose group the specs have, and the others."""

    copied: tuple[Behaviour, ...]
    left_out: tuple[Behaviour, ...]

    def leave_out(self, path: Path) -> bool:
        """Whether a file of the templates, by its relative path, is not to be copied."""
        folders = {f"{_FOLDER}/{one.package}" for one in self.left_out}
        return any(parent.as_posix() in folders for parent in path.parents)


def behaviours_of(templates: Path, groups: Collection[str]) -> Behaviours:
    """Return the behaviours of templates for specs that have operations in these groups."""
    found = [_read(module) for module in sorted(templates.glob(f"{_FOLDER}/*/__init__.py"))]
    return Behaviours(
        tuple(one for one in found if one.group in groups),
        tuple(one for one in found if one.group not in groups),
    )


def _read(module: Path) -> Behaviour:
    """Read the literals of a package without running it: its imports would not be found."""
    values = dict(_assigned(ast.parse(module.read_bytes(), str(module)).body))
    try:
        group, settings, names = (ast.literal_eval(values[name]) for name in _LITERALS)
    except (KeyError, ValueError) as error:
        raise ValueError(f"{module}: must have {', '.join(_LITERALS)} as literals") from error
    return Behaviour(
        module.parent.name,
        group,
        tuple(Setting(*one) for one in settings.items()),
        tuple(one for one in names if one not in _PARTS),
    )


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
