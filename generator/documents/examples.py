"""Examples in JSON as people write them: the data, the remarks in it, and keys that stand twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

MAX_DEPTH = 60
_TOKEN = re.compile(
    r"(?P<remark>//[^\n]*|/\*.*?(?:\*/|\Z))"
    r'|"(?P<plain>(?:\\.|[^"\\\n])*)["\n]?|[“”](?P<curly>(?:\\.|[^“”"\\\n])*)[“”"\n]?|.',
    re.S,
)
"""A comment, a string, which ends with its line at the latest, or a single character."""
_FULL_WIDTH = {
    "，": ",", "：": ":", "｛": "{", "｝": "}", "［": "[", "］": "]", "\u3000": " ", "\xa0": " ",
}  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """A comment in an example, and how many lines below its first line it stands."""

    text: str
    offset: int


@dataclass(frozen=True)
class Example:
    """An example as data, with what the data cannot hold."""

    value: Any
    remarks: tuple[Remark, ...] = ()
    repeated: tuple[str, ...] = ()


def parse_example(text: str) -> Example:
    """Read an example; comments, commas too many and full-width punctuation are forgiven.

    Raises:
        ValueError: it is not JSON even so, or it is nested too deeply.
    """
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(items)
        if len(data) < len(items):
            names = [name for name, _ in items]
            repeated.extend(dict.fromkeys(name for name in names if names.count(name) > 1))
        return data

    remarks: tuple[Remark, ...] = ()
    _check_depth(text)
    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except ValueError:
        repeated.clear()
        bare, remarks = _bare(text)
        value = json.loads(bare, object_pairs_hook=pairs, parse_constant=_refuse)
    return Example(value, remarks, tuple(repeated))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _check_depth(text: str) -> None:
    depth = 0
    for char in text:
        depth += (char in "{[") - (char in "}]")
        if depth > MAX_DEPTH:
            raise ValueError("it is nested too deeply")


def _bare(text: str) -> tuple[str, tuple[Remark, ...]]:
    """Return JSON without comments and spare commas, and the comments."""
    parts: list[str] = []
    remarks: list[Remark] = []
    comma, below = -1, 0
    for token in _TOKEN.finditer(text):
        line, below = below, below + token.group().count("\n")
        if token["remark"]:
            remarks.append(Remark(token["remark"].strip("/* \t\n"), line))
            continue
        inside = token["plain"] if token["plain"] is not None else token["curly"]
        part = f'"{inside}"' if inside is not None else token.group()
        part = _FULL_WIDTH.get(part, part)
        if part in "}]" and comma >= 0:
            parts[comma] = ""
        if part.strip():
            comma = len(parts) if part == "," else -1
        parts.append(part)
    return "".join(parts), tuple(one for one in remarks if one.text)


def values_at(example: Any, path: str) -> list[Any]:
    """Return what an example has at a dotted path, in every element of the arrays on the way."""
    values = [example]
    for part in path.split("."):
        inner = [one for value in values for one in (value if isinstance(value, list) else [value])]
        values = [one[part] for one in inner if isinstance(one, dict) and part in one]
    return values


_TYPES = {
    bool: "boolean", int: "integer", float: "number", str: "string", list: "array",
    dict: "object",
}  # fmt: skip


def type_of(values: Iterable[Any]) -> str | None:
    """Return the JSON type of example values, or None where there are none or they differ."""
    kinds = {_TYPES[type(value)] for value in values if value is not None}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else None
