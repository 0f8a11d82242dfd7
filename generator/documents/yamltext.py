"""Data as YAML that people go on editing: block style, plain words, comments where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_PLAIN = re.compile(r"(?![-?:]\s|[-.\d])[\w\u4e00-\u9fff][\w\u4e00-\u9fff ./()「」,;+-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True)
class Noted:
    """A value with a comment above it."""

    value: Any
    comment: str


def dump(data: Mapping[Any, Any], indent: int = 0) -> str:
    """Return a mapping as YAML."""
    return "".join(f"{line}\n" for line in _mapping(data, indent))


def _mapping(data: Mapping[Any, Any], indent: int) -> Iterator[str]:
    margin = "  " * indent
    for key, value in data.items():
        if isinstance(value, Noted):
            yield from (f"{margin}# {line}" for line in value.comment.split("\n"))
            value = value.value
        yield from _entry(f"{margin}{_key(key)}:", value, indent)


def _key(key: Any) -> str:
    return str(key) if isinstance(key, int) else _scalar(key)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, indent + 1)
    elif isinstance(value, list) and value:
        yield head
        for item in value:
            yield from _item(item, indent + 1)
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Any, indent: int) -> Iterator[str]:
    margin = "  " * indent
    if isinstance(item, Mapping) and item:
        first, *rest = _mapping(item, indent + 1)
        yield f"{margin}- {first.strip()}"
        yield from rest
    elif isinstance(item, list) and item:
        yield f"{margin}-"
        for inner in item:
            yield from _item(inner, indent + 1)
    else:
        yield f"{margin}- {_scalar(item)}"


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (Mapping, list)):
        return "{}" if isinstance(value, Mapping) else "[]"
    text = str(value)
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS:
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() and not 0xD800 <= ord(char) <= 0xDFFF:
        return char
    code = ord(char) if not 0xD800 <= ord(char) <= 0xDFFF else 0xFFFD
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
