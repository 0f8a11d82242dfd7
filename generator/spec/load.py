"""YAML to data that knows its place; nothing in it can run or multiply."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..decode import CONFLICT, NotText, conflict_line, decode
from ..problems import Location, Problem
from .yaml_hints import hint

SHAPES = "_shapes.yaml"
SPEC_NEEDS = "a spec starts with 'title:'"
MAX_BYTES = 1_000_000
MAX_DEPTH = 60
_TOO_DEEP = f"is nested more than {MAX_DEPTH} levels deep"
_NO_FILE = "is not a file; take it out, or give it another name"
_NO_LINK = "is a link that leads to no file; take it out, or mend what it names"

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_CORE_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]{1,30}")
_OCTAL = re.compile(r"[-+]?0[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_NO_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Pointer = tuple[Any, ...]
Place = tuple[Any, Any, Mapping[Any, Any]]
"""The parser's marks of a key and of its value, and the places of what is in the value."""
_NOTHING: Mapping[Any, Any] = {}


@dataclass(frozen=True, eq=False)
class Source:
    """A file's data and the place of each of its values and keys.

    `file` is its name in messages, `key` its path in the folder of specs.

    Pointers name mapping keys as text, as JSON does, and elements of lists by their index. Places
    are the parser's marks; they become locations when somebody asks.
    """

    file: str
    key: str
    data: Any
    place: Place = (None, None, _NOTHING)
    octal: tuple[tuple[Any, str], ...] = ()
    """Places of whole numbers with a zero in front, which YAML 1.1 reads to the base of eight."""

    @property
    def is_shapes(self) -> bool:
        """Whether the file holds shapes, and no operation."""
        return self.key.rpartition("/")[2] == SHAPES

    def ambiguous(self) -> Iterator[tuple[Location, str]]:
        """Yield place and text of each number that two versions of YAML read as two numbers."""
        return ((_location(self.file, mark), text) for mark, text in self.octal)

    def at(self, *pointer: Any) -> Location:
        """Return the place of a value, or of the nearest value around it."""
        return _location(self.file, self._nearest(pointer)[0][1])

    def at_key(self, *pointer: Any) -> Location:
        """Return the place of a mapping's key."""
        (key, value, _), is_there = self._nearest(pointer)
        return _location(self.file, key if key and is_there else value)

    def has_key(self, *pointer: Any) -> bool:
        """Say whether a mapping has a key."""
        (key, _, _), is_there = self._nearest(pointer)
        return is_there and key is not None

    def pointers(self) -> Iterator[tuple[Location, Pointer]]:
        """Yield every value with its place, then every key."""
        places = [*_within(self.place, ())]
        for part in (1, 0):
            marked = ((place[part], pointer) for place, pointer in places)
            yield from ((_location(self.file, mark), pointer) for mark, pointer in marked if mark)

    def _nearest(self, pointer: Pointer) -> tuple[Place, bool]:
        """Return a place, or the nearest around it, and whether it is that of the pointer."""
        place = self.place
        for part in pointer:
            inner = place[2].get(part)
            if inner is None:
                return place, False
            place = inner
        return place, True


def _within(place: Place, pointer: Pointer) -> Iterator[tuple[Place, Pointer]]:
    yield place, pointer
    for part, inner in place[2].items():
        yield from _within(inner, (*pointer, part))


class _Refused(Exception):
    """A message, and the parser's mark of what it is about."""


def load(path: Path, folder: Path, needs: str = SPEC_NEEDS) -> tuple[Source | None, list[Problem]]:
    """Read a YAML file of a folder of specs. The source is None where nothing is usable.

    `needs` is what an empty one is told.
    """
    file = str(path)
    text, problem = _text(path, file)
    if problem:
        return None, [problem]
    return _parsed(text, file, path.relative_to(folder).as_posix(), needs)


@lru_cache(maxsize=64)  # most verbs read the platform's own files with each tree of specs
def _parsed(text: str, file: str, key: str, needs: str) -> tuple[Source | None, list[Problem]]:
    conflict = conflict_line(text)
    if conflict:
        return None, [Problem(Location(file, conflict), CONFLICT)]
    reader = _Reader(file)
    try:
        found = reader.documents(text)
    except _Refused as refused:
        message, mark = refused.args
        return None, [*reader.problems, Problem(_location(file, mark), message)]
    except yaml.YAMLError as error:
        return None, [*reader.problems, _yaml_problem(file, text, error)]
    if not found or found[0][0] is None:
        return None, [*reader.problems, Problem(Location(file), f"is empty; {needs}")]
    source = Source(file, key, *found[0], tuple(reader.octal))
    return source, reader.problems


def _text(path: Path, file: str) -> tuple[str, Problem | None]:
    if path.is_symlink() and not path.is_file():
        return "", Problem(Location(file), _NO_LINK)
    if path.exists() and not path.is_file():
        # Opening a named pipe would wait for somebody to write into it.
        return "", Problem(Location(file), _NO_FILE)
    try:
        if path.stat().st_size > MAX_BYTES:
            return "", Problem(Location(file), f"is larger than {MAX_BYTES} bytes; split it")
        content = path.read_bytes()
    except OSError as error:
        return "", Problem(Location(file), f"cannot be read: {error.strerror}")
    try:
        return decode(content), None
    except NotText as flaw:
        return "", Problem(Location(file, flaw.line, flaw.column), str(flaw))


def _location(file: str, mark: Any) -> Location:
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


def _yaml_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    conflict = conflict_line(text, inside=True)
    if conflict:
        return Problem(Location(file, conflict), CONFLICT)
    if isinstance(error, yaml.MarkedYAMLError):
        said = ", ".join(part for part in (error.context, error.problem) if part)
        begin, end = error.context_mark, error.problem_mark
        if "maximum nesting depth" in said:  # libyaml looks ahead, and has a limit far above ours
            return Problem(_location(file, end or begin), _TOO_DEEP)
        if begin and end and begin.line != end.line:
            said += f" (it begins in line {begin.line + 1})"
        if end:
            said += hint(said, text, end.line, end.column, begin.line if begin else None)
        return Problem(_location(file, end or begin), f"is not valid YAML: {said}")
    # the parser counts bytes, people count characters
    found = _NO_YAML.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        shown = f"the control character U+{ord(found.group()):04X}"
        return Problem(Location(file, line, column), f"is not valid YAML: {shown}; take it out")
    return Problem(Location(file), f"is not valid YAML: {error}")


class _Reader:
    """Builds data from parser events, so that depth, aliases and tags are seen before they act."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.octal: list[tuple[Any, str]] = []

    def documents(self, text: str) -> list[tuple[Any, Place]]:
        """Return the data of the one document, if there is one, and its place."""
        found: list[tuple[Any, Place]] = []
        self._next = _Loader(text).get_event
        while event := self._next():
            if isinstance(event, yaml.DocumentStartEvent):
                if found:
                    raise _Refused(
                        "has a second YAML document; one file, one spec", event.start_mark
                    )
                found.append(self._value(self._next(), None, 0))
        return found

    def _value(self, event: Any, key: Any, depth: int) -> tuple[Any, Place]:
        """Return a value and its place; `key` is the mark of its key, if it has one."""
        if event.anchor or event.tag is not None:
            _refuse(event)
        kind, mark = type(event), event.start_mark
        if kind is yaml.ScalarEvent:
            return self._scalar(event), (key, mark, _NOTHING)
        if depth >= MAX_DEPTH:
            raise _Refused(_TOO_DEEP, mark)
        places: dict[Any, Place] = {}
        inside = self._mapping if kind is yaml.MappingStartEvent else self._items
        return inside(places, depth + 1), (key, mark, places)

    def _items(self, places: dict[Any, Place], depth: int) -> list[Any]:
        found: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            value, places[len(found)] = self._value(event, None, depth)
            found.append(value)
        return found

    def _mapping(self, places: dict[Any, Place], depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._key(event)
            # 1 and 1.0 are one key to a dict, 1 and "1" to JSON
            name = str(next(one for one in found if one == key) if key in found else key)
            if name in places:
                first = places[name][0].line + 1
                said = f"has the key {key!r} a second time; the first is in line {first}"
                self.problems.append(Problem(_location(self.file, event.start_mark), said))
            value, place = self._value(self._next(), event.start_mark, depth)
            places.setdefault(name, place)
            found.setdefault(key, value)
        return found

    def _scalar(self, event: Any) -> Any:
        text = event.value
        if not event.implicit[0]:
            return text
        value = _plain(text)
        if type(value) is int and _OCTAL.fullmatch(text):
            self.octal.append((event.start_mark, text))
        return value

    def _key(self, event: Any) -> Any:
        if event.anchor or event.tag is not None:
            _refuse(event)
        if type(event) is not yaml.ScalarEvent:
            raise _Refused("has a mapping or a list as a key; use a word", event.start_mark)
        key = self._scalar(event)
        if key is None or isinstance(key, bool):
            key = event.value
        if key == "<<":
            raise _Refused("has a merge key (<<); use $ref to share", event.start_mark)
        return key


def _refuse(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused("has an alias (*); write it out, or share it with $ref", event.start_mark)
    if event.anchor:
        raise _Refused(f"has an anchor (&{event.anchor}); use $ref to share", event.start_mark)
    raise _Refused(f"has a tag ({event.tag}); plain YAML only", event.start_mark)


def _plain(text: str) -> Any:
    """Resolve a plain scalar as YAML 1.2's core schema does; dates stay text."""
    if text in _CORE_WORDS:
        return _CORE_WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def spec_files(folder: Path) -> Iterator[Path]:
    """Return every YAML file below a folder of specs, hidden ones left out, in a stable order.

    What is none, although it is called so, is among them: nothing is passed over in silence.
    """
    found = (path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml"))
    visible = (
        p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )
    return iter(sorted(path for path in visible if not path.is_dir()))
