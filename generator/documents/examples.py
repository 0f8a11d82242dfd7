"""Examples in JSON as people write them: the data, the remarks in it, and keys that stand twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from .json_text import Remark, unique
from .nearly_json import NearlyJson

MAX_DEPTH = 60
_NESTING = re.compile(r'"(?:\\.|[^"\\])*(?:"|\Z)|(?P<opens>[{\[])|[}\]]', re.S)


@dataclass(frozen=True)
class Example:
    """An example as data, with what the data cannot hold."""

    value: Any
    remarks: tuple[Remark, ...] = ()
    repeated: tuple[str, ...] = ()
    flaws: tuple[Remark, ...] = ()
    """What is wrong with it as JSON and was repaired, by line."""
    further: tuple[Any, ...] = ()
    """Examples that stand behind the first one in the same text."""


def parse_example(text: str) -> Example:
    """Read an example; what people often do to JSON by hand is repaired and said.

    Raises:
        ValueError: it is not JSON even so, or it is nested too deeply.
    """
    repeated: list[str] = []
    _check_depth(text)
    try:
        value = json.loads(
            text, object_pairs_hook=lambda pairs: unique(pairs, repeated), parse_constant=_refuse
        )
    except ValueError:
        reader = NearlyJson(text, MAX_DEPTH)
        first, *further = reader.read()
        said = (tuple(reader.remarks), tuple(reader.repeated), tuple(reader.flaws))
        return Example(first, *said, tuple(further))
    return Example(value, repeated=tuple(repeated))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _check_depth(text: str) -> None:
    """Refuse what would nest too deeply for all that walks through the data afterwards."""
    depth = 0
    for match in _NESTING.finditer(text):
        if match["opens"]:
            depth += 1
            if depth > MAX_DEPTH:
                raise ValueError("it is nested too deeply")
        elif match.group() in "}]":
            depth -= 1


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


_PLACEHOLDER = re.compile(
    r"[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*|[xX]{2,}|<[^<>]{1,60}>|\{{1,2}[^{}]{1,60}\}{1,2}|\$\w+\$?"
    r"|\*{2,}|\.{3,}|…+"
)
_BETWEEN = re.compile(r"\s*(?P<mark>&amp;|[?&=])\s*")
_QUERY = re.compile(r"[?&](?P<name>[A-Za-z_]\w*)=(?P<value>[^&\s\"'，。；]*)")


def is_placeholder(text: str) -> bool:
    """Say whether a text stands for a value that a reader puts in: `USERID`, `xxx`, `<id>`."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def query_of(address: str) -> dict[str, str]:
    """Return the parameters of an address line in their order, each with what stands as its value.

    Blanks and line breaks around the marks are passed, as are brackets around optional ones.
    """
    bare = _BETWEEN.sub(lambda match: match["mark"][0], address)
    bare = re.sub(r"[\[\]【】]|\\(?=_)", "", bare)
    begin = bare.find("?")
    found = _QUERY.finditer(bare, begin) if begin >= 0 else ()
    return {match["name"]: match["value"].strip("`*<>") for match in found}
