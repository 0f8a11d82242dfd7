"""Behaviours of the simulator: which ones the templates have, and which ones the specs call for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from .literals import literals_of

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
    group, settings, names = literals_of(module, _LITERALS)
    return Behaviour(
        module.parent.name,
        group,
        tuple(Setting(*one) for one in settings.items()),
        tuple(one for one in names if one not in _PARTS),
    )
