"""Data as YAML that people go on editing: block style, plain words, comments where they belong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..spec.placeholders import PLACEHOLDER

_PLAIN = re.compile(r"(?![-?:]\s|[-.\d])[\w\u4e00-\u9fff][\w\u4e00-\u9fff ./()「」,;+-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNPRINTABLE = re.compile(r"[^ -~]")
"""What may need an escape; JSON's own texts need one for more than ASCII."""


@dataclass(frozen=True)
class Noted:
    """A value with a comment above it, which says what is to be decided or written."""

    value: Any
    comment: str


def dump(data: Mapping[Any, Any]) -> str:
    """Return a mapping as YAML."""
    return "".join(f"{line}\n" for line in _mapping(data, 0))


def _mapping(data: Mapping[Any, Any], indent: int) -> Iterator[str]:
    margin = "  " * indent
    for key, value in data.items():
        if isinstance(value, Noted):
            asked = value.comment.split("\n")
            yield from (f"{margin}# {PLACEHOLDER} {line}" for line in asked)
            value = value.value
        yield from _entry(f"{margin}{_scalar(key)}:", value, indent)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """Yield what stands behind a key or the dash of an element."""
    if not (isinstance(value, (Mapping, list)) and value):
        yield f"{head} {_scalar(value)}"
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _entry("  " * (indent + 1) + "-", item, indent + 1)
    elif head.endswith("-"):
        first, *rest = _mapping(value, indent + 1)
        yield f"{head} {first.strip()}"
        yield from rest
    else:
        yield head
        yield from _mapping(value, indent + 1)


def _scalar(value: Any) -> str:
    """Return a value in JSON, which is YAML, or a text as it is where that is safe."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value == value.strip() and value.lower() not in _WORDS:
        return value
    return _UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    code = 0xFFFD if 0xD800 <= ord(char) <= 0xDFFF else ord(char)
    return char if char.isprintable() else f"\\U{code:08x}"
