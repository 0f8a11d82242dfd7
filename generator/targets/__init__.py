"""Model to files: one package an output, each with `problems` and `render`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from ..model import Api
from ..problems import Problem
from ..spec import analyze
from . import json_schema, python


class Target(Protocol):
    """An output: what it cannot render, and the files that the rest becomes."""

    def problems(self, api: Api, /) -> Iterable[Problem]:
        """Find what the specs say and this output has no form for."""

    def render(self, api: Api, /) -> Mapping[str, bytes]:
        """Return the files of the output, each by its path."""


TARGETS: tuple[Target, ...] = (python, json_schema)


def read_api(folder: Path) -> Api:
    """Read a folder of specs that every output can render.

    Raises:
        SpecError: with every problem of every file.
    """
    return analyze.read_api(folder, [target.problems for target in TARGETS])


def render(api: Api) -> dict[str, bytes]:
    """Return the files of every output."""
    files: dict[str, bytes] = {}
    for target in TARGETS:
        files |= target.render(api)
    return dict(sorted(files.items()))
