# Copied from templates/wecom_client/_runtime/__init__.py: edit that file, then run 'make generate'.
"""Hand-written support of the generated client: checks, answers, errors and the call flow."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any


class Later:
    """A module's `__getattr__`, for names that few programs use: they are imported then (PEP 562).

    It stands here as every program needs it, and a module of its own costs more than it does.

    `homes`: by each name the module that has it, relative to the package that is asked for it;
    empty for a module of that name.
    """

    def __init__(self, package: str, homes: Mapping[str, str]) -> None:
        self._package = package
        self._homes = homes

    def __call__(self, name: str) -> Any:
        if name not in self._homes:
            raise AttributeError(f"module {self._package!r} has no attribute {name!r}")
        home = self._homes[name]
        found = import_module(home or f".{name}", self._package)
        value = getattr(found, name) if home else found
        self._names[name] = value
        return value

    def names(self) -> list[str]:
        """Return what `dir` shows."""
        return sorted({*self._names, *self._homes})

    @property
    def _names(self) -> dict[str, Any]:
        return vars(sys.modules[self._package])
