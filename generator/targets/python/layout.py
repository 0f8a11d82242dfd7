"""Values, calls and docstrings as Python; the formatter lays them out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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


def call(function: str, *positional: Any, **named: Any) -> Call:
    """Return a call, its arguments that are None left out."""
    arguments = [(None, value) for value in positional]
    return Call(
        function,
        (*arguments, *((name, value) for name, value in named.items() if value is not None)),
    )


def python(value: Any) -> str:
    """Return a value as Python: the one way by which values become code."""
    if isinstance(value, Code):
        return value.text
    if isinstance(value, Call):
        shown = (f"{name}={python(one)}" if name else python(one) for name, one in value.arguments)
        return f"{value.function}({', '.join(shown)})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{python(key)}: {python(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(python, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(python, value))}]"
    return repr(value)


def literal(value: str | float | bool | None) -> str:
    """Return a plain value as a text of Python has it: with double quotes where they serve."""
    text = repr(value)
    if not isinstance(value, str) or text[0] == '"' or value.count('"') > value.count("'"):
        return text
    # only the quotes change their escapes
    return '"' + text[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'


def display_width(text: str) -> int:
    """Return how many columns a text takes; wide characters take two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(_extra_columns, text))


@cache
def _extra_columns(char: str) -> int:
    return unicodedata.east_asian_width(char) in "WF"


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
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in shown)


def wrap(text: str, *, indent: int = 0, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines; `indent` is the depth at which they will stand."""
    return [*_wrapped(text, indent, first, rest)]


@lru_cache(4096)
def _wrapped(text: str, indent: int, first: str, rest: str) -> tuple[str, ...]:
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
    return (*lines, line)
