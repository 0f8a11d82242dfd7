"""Reads the annotations of an installed package as tools do; prints what they cannot read.

Run as a program with the name of a package, so that a tree of its own can be looked at.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

PACKAGE = sys.argv[1] if __name__ == "__main__" else "wecom_client"


def public_modules() -> Iterator[types.ModuleType]:
    """Import every module that no underscore hides; those that are programs are left out."""
    root = importlib.import_module(PACKAGE)
    yield root
    for found in pkgutil.walk_packages(root.__path__, f"{PACKAGE}."):
        if not any(part.startswith("_") for part in found.name.split(".")):
            try:
                yield importlib.import_module(found.name)
            except ImportError as error:  # a workflow whose operations the specs lack
                if " is left out: " not in str(error):
                    raise


def public_names(module: types.ModuleType) -> list[str]:
    """Return what a module lists; one without a list offers what it defines."""
    listed: list[str] | None = getattr(module, "__all__", None)
    if listed is not None:
        return listed
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]


def members(cls: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Return the functions of a class that are for users, inherited ones too."""
    for name in dir(cls):
        if name.startswith("_") and name != "__init__":
            continue
        value = inspect.getattr_static(cls, name)
        if isinstance(value, property):
            value = value.fget
        elif isinstance(value, (classmethod, staticmethod)):
            value = value.__func__
        if isinstance(value, types.FunctionType):
            yield name, value


def subjects(*, promised: bool = False) -> Iterator[tuple[str, Any]]:
    """Return every public class and function of the package, by its dotted name.

    `promised`: only those that their module lists.
    """
    for module in public_modules():
        if promised and not hasattr(module, "__all__"):
            continue
        for name in public_names(module):
            value = getattr(module, name)
            dotted = f"{module.__name__}.{name}"
            if isinstance(value, type):
                yield dotted, value
                for inner, function in members(value):
                    yield f"{dotted}.{inner}", function
            elif isinstance(value, types.FunctionType):
                yield dotted, value


def unreadable() -> list[str]:
    """Return what tools cannot resolve, each with what they say."""
    found = []
    for name, value in subjects():
        for read in (typing.get_type_hints, _signature):
            try:
                read(value)
            except Exception as error:
                found.append(f"{name}: {read.__name__}: {type(error).__name__}: {error}")
    return found


def _signature(value: Any) -> None:
    # exceptions and mappings without a constructor of their own have that of a builtin
    make = inspect.getattr_static(value, "__init__") if isinstance(value, type) else value
    if isinstance(make, types.FunctionType):
        inspect.signature(value, eval_str=True)


def unnamed() -> list[str]:
    """Return the classes of the package that an annotation names and no public module offers."""
    offered = {
        id(getattr(module, name)) for module in public_modules() for name in public_names(module)
    }
    found = set()
    for name, value in subjects(promised=True):
        try:
            hints = typing.get_type_hints(value)
        except NameError:
            continue  # told already
        for hint in (hint for key, hint in hints.items() if not key.startswith("_")):
            for cls in classes_in(hint):
                if cls.__module__.partition(".")[0] == PACKAGE and id(cls) not in offered:
                    found.add(f"{name}: {cls.__module__}.{cls.__qualname__}")
    return sorted(found)


def classes_in(hint: Any) -> Iterator[type]:
    """Return the classes that a resolved annotation names."""
    if isinstance(hint, type) and not typing.get_origin(hint):
        yield hint
    if isinstance(hint, list):
        inner: Any = hint
    else:
        inner = (typing.get_origin(hint), *typing.get_args(hint))
    for part in inner:
        if part is not None and part is not hint:
            yield from classes_in(part)


if __name__ == "__main__":
    counted = sum(1 for _ in subjects())
    report = {"subjects": counted, "unreadable": unreadable(), "unnamed": unnamed()}
    json.dump(report, sys.stdout, indent=1)
