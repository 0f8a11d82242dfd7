"""Workflows: which modules of them the templates have, and for which the specs have everything."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .literals import literals_of

FOLDER = "wecom_client/workflows"


@dataclass(frozen=True)
class Workflow:
    """A module of the templates that calls several operations."""

    name: str
    operations: tuple[str, ...]
    """Paths of the operations that it calls."""
    lacking: tuple[str, ...]
    """Those of them that the specs lack."""

    @property
    def path(self) -> str:
        """Its path, in the templates as in the output."""
        return f"{FOLDER}/{self.name}.py"


@dataclass(frozen=True)
class Workflows:
    """The workflows of the templates: those that can be copied, and the others."""

    copied: tuple[Workflow, ...]
    left_out: tuple[Workflow, ...]

    @cached_property
    def _left_out_paths(self) -> frozenset[str]:
        return frozenset(one.path for one in self.left_out)

    def leave_out(self, path: Path) -> bool:
        """Whether a file of the templates, by its relative path, is not to be copied."""
        return path.as_posix() in self._left_out_paths


def workflows_of(templates: Path, operations: Collection[str]) -> Workflows:
    """Return the workflows of templates for specs that have these operations."""
    found = [
        _read(module, operations)
        for module in sorted(templates.glob(f"{FOLDER}/*.py"))
        if not module.name.startswith("_")
    ]
    return Workflows(
        tuple(one for one in found if not one.lacking), tuple(one for one in found if one.lacking)
    )


def _read(module: Path, operations: Collection[str]) -> Workflow:
    [called] = literals_of(module, ["OPERATIONS"])
    if not isinstance(called, tuple):
        raise ValueError(f"{module}: OPERATIONS must be a tuple of paths")
    return Workflow(module.stem, called, tuple(sorted({*called} - {*operations})))
