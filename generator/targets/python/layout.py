"""Python literals and calls as text that a formatter leaves as it is."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

WIDTH = 100
_INDENT = "    "


@dataclass(frozen=True)
class Code:
    """Text that is Python already: a validated name, or an annotation made of such."""

    text: str


@dataclass(frozen=True)
class Call:
    """A call; arguments without a name are positional."""

    function: str
    arguments: tuple[tuple[str | None, Any], ...]


@dataclass(frozen=True)
class Subscript:
    """An annotation with brackets, such as `Sequence[str]`."""

    head: str
    parts: tuple[Any, ...]


def call(function: str, *positional: Any, **named: Any) -> Call:
    """Return a call, its arguments that are None left out."""
    arguments = [(None, value) for value in positional]
    return Call(
        function,
        (*arguments, *((name, value) for name, value in named.items() if value is not None)),
    )


def display_width(text: str) -> int:
    """Return how many columns a text takes; wide characters take two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(_extra_columns, text))


@cache
def _extra_columns(char: str) -> int:
    return unicodedata.east_asian_width(char) in "WF"


def literal(value: str | float | bool | None) -> str:
    """Return a plain value as a Python literal, the one way by which values become code."""
    text = repr(value)
    if isinstance(value, float):
        return text.replace("e+", "e")
    if not isinstance(value, str) or text[0] == '"' or value.count('"') > value.count("'"):
        return text
    # repr prefers single quotes, the formatter double ones; only the quotes change their escapes
    return '"' + text[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'


def lay_out(value: Any, *, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """Return a value as Python text.

    `indent` is the depth of the line it stands in, `before` and `after` count the columns that this
    line holds besides.
    """
    flat = _flat(value, WIDTH - indent * len(_INDENT) - before - after)
    if flat is not None:
        return flat
    opening, parts, closing = _parts(value)
    if not parts:
        return opening + closing
    # behind a single part of a subscript a comma would make it a tuple
    comma = "" if isinstance(value, Subscript) and len(parts) == 1 else ","
    lines = []
    for prefix, part in parts:
        shown = lay_out(part, indent=indent + 1, before=display_width(prefix), after=1)
        lines.append(f"{_INDENT * (indent + 1)}{prefix}{shown}{comma}\n")
    return f"{opening}\n{''.join(lines)}{_INDENT * indent}{closing}"


def _parts(value: Any) -> tuple[str, list[tuple[str, Any]], str]:
    """Return what opens a value, its parts with what stands before each, and what closes it."""
    if value is None or isinstance(value, (str, int, float)):
        return literal(value), [], ""
    if isinstance(value, Call):
        named = [(f"{name}=" if name else "", part) for name, part in value.arguments]
        return f"{value.function}(", named, ")"
    if isinstance(value, Subscript):
        return f"{value.head}[", [("", part) for part in value.parts], "]"
    if isinstance(value, Mapping):
        return "{", [(f"{literal(key)}: ", part) for key, part in value.items()], "}"
    if isinstance(value, tuple):
        return "(", [("", part) for part in value], ")"
    if isinstance(value, list):
        return "[", [("", part) for part in value], "]"
    return value.text if isinstance(value, Code) else literal(value), [], ""


def _flat(value: Any, room: int) -> str | None:
    """Return a value on one line, or None once it is clear that it takes more than the room."""
    opening, parts, closing = _parts(value)
    left = room - len(opening) - len(closing)
    shown = []
    for prefix, part in parts:
        flat = _flat(part, left) if left >= 0 else None
        if flat is None:
            return None
        shown.append(prefix + flat)
        left -= len(prefix) + len(flat) + len(", ")
    inner = ", ".join(shown)
    if isinstance(value, tuple) and len(parts) == 1:
        inner += ","
    flat = opening + inner + closing
    return flat if display_width(flat) <= room else None


def annotated(name: str, annotation: str, after: str = "", *, indent: int) -> str:
    """Return a name with its annotation and what follows, on several lines if one is too short."""
    margin = _INDENT * indent
    line = f"{name}: {annotation}{after}"
    if display_width(margin + line) <= WIDTH:
        return line
    before, is_union = display_width(name) + 2, after.startswith(" ")
    broken = lay_out(
        _annotation(annotation), indent=indent, before=before, after=0 if is_union else 1
    )
    return f"{name}: {broken}\n{margin}{after[1:]}" if is_union else f"{name}: {broken}{after}"


def returned(types: Iterable[str], *, indent: int) -> str:
    """Return what stands between `) ->` and the colon, on several lines if one is too short."""
    types = tuple(types)
    margin = _INDENT * (indent + 1)
    if len(types) == 1:
        return lay_out(_annotation(types[0]), indent=indent, before=len(") -> "), after=1)
    line = " | ".join(types)
    if indent * len(_INDENT) + display_width(f") -> {line}:") <= WIDTH:
        return line
    return f"(\n{margin}" + f"\n{margin}| ".join(types) + f"\n{_INDENT * indent})"


def assigned(name: str, value: Any, *, indent: int) -> str:
    """Return a name (with its annotation) that gets a value, on several lines if need be."""
    shown = lay_out(value, indent=indent, before=display_width(name) + 3)
    return f"{name} = {shown}"


def _annotation(text: str) -> Any:
    """Return an annotation in the parts at which it can be broken."""
    return _annotation_parts(ast.parse(text, mode="eval").body, text)


def _annotation_parts(node: ast.expr, text: str) -> Any:
    if not isinstance(node, ast.Subscript):
        return Code(ast.get_source_segment(text, node) or "")
    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    head = ast.get_source_segment(text, node.value) or ""
    return Subscript(head, tuple(_annotation_parts(one, text) for one in inner))


def docstring(paragraphs: Iterable[str], *, indent: int = 0) -> str:
    """Return ready-wrapped lines as a docstring that holds just these; nothing for empty lines."""
    lines = "\n".join(_escaped(line).rstrip() for line in paragraphs).strip("\n").split("\n")
    if lines == [""]:
        return ""
    if len(lines) == 1 and display_width(lines[0]) > WIDTH - 6 - indent * len(_INDENT):
        # formatters do not move the closing quotes of a single line
        lines = [part for part in lines[0].rpartition(" ") if part.strip()]
    if len(lines) == 1:
        return f'"""{lines[0]}"""'
    margin = _INDENT * indent
    body = "\n".join(margin + line if line else "" for line in lines[1:])
    return f'"""{lines[0]}\n{body}\n{margin}"""'


def _escaped(line: str) -> str:
    """Return a line in which nothing can end the docstring, or hide in it."""
    shown = line.replace("\\", "\\\\")
    if '"""' in line or line.startswith('"') or line.endswith('"'):
        shown = shown.replace('"', '\\"')
    if shown.isprintable():
        return shown
    return "".join(char if char.isprintable() else literal(char)[1:-1] for char in shown)


def wrap(text: str, *, indent: int = 0, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines; `indent` is the depth at which they will stand."""
    room = WIDTH - 4 - indent * len(_INDENT)
    lines, line, taken = [], first, display_width(first)
    empty = True
    for word in text.split():
        width = len(word) if word.isascii() else display_width(word)
        if not empty and taken + 1 + width > room:
            lines.append(line)
            line, taken, empty = rest, display_width(rest), True
        line += word if empty else f" {word}"
        taken += width if empty else 1 + width
        empty = False
    return [*lines, line]
