"""Names: what may become an identifier, a class or a module of the generated code, and how."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Collection

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
PATH_PART = re.compile(r"[a-z][a-z0-9_]*")

PARAMETERS_RESERVED = frozenset({"self", "OPERATION", "REQUEST"})
"""Names that the body of a generated function uses."""

ANSWER_RESERVED = frozenset({"raw", "raise_for_failures", "Any", "Mapping"})
"""Names that an answer has already, or that its annotations use."""

ROOT_RESERVED = frozenset({"call", "close", "aclose", "simulator"})
"""Names that the client, or its package, has already."""


def python_name(name: str, reserved: Collection[str] = ()) -> str:
    """Return the name that a document's name has in Python; a taken one gets an underscore.

    Raises:
        ValueError: `name` is no identifier.
    """
    if not IDENTIFIER.fullmatch(name):
        raise ValueError(f"{name!r} is no identifier")
    return f"{name}_" if keyword.iskeyword(name) or name in reserved else name


def class_name(name: str) -> str:
    """Return the class that stands for a name: `failed_chat` gives `FailedChat`."""
    words = python_name(name).split("_")
    return "".join(word[:1].upper() + word[1:] for word in words)


def element_name(name: str) -> str:
    """Return the name of one element of a list: `member_list` gives `member`, `items` `item`."""
    if name.endswith("_list") and name != "_list":
        return name[: -len("_list")]
    if name.endswith("s") and not name.endswith("ss") and len(name) > 1:
        return name[:-1]
    return f"{name}_item"


def builtin_name(name: str, shadowed: Collection[str]) -> str:
    """Return how an annotation refers to a builtin where the class has a member of that name."""
    if not hasattr(builtins, name):
        raise ValueError(f"{name!r} is no builtin")
    return f"builtins.{name}" if name in shadowed else name
