"""Names: what may become an identifier, a class or a module of the generated code, and how."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from ...model import Job
from ...spec.names import FIELD

PACKAGE = "wecom_client"

EXTRA = "extra"
"""The argument of every method for what the spec does not have yet."""

JOBS = tuple(kind.__name__ for kind in get_args(Job))
"""The class of each kind of whole job; in capitals, what an operation's file says of one."""

CONSTANTS = frozenset({"OPERATION", "PAGES", "REQUEST", *map(str.upper, JOBS)})
"""What an operation's file says of it."""

PARAMETERS_RESERVED = frozenset({"self", EXTRA, "build_request"} | CONSTANTS)
"""Names that the body of a generated function uses, but for the class of its answer."""

ANNOTATIONS_USE = frozenset({"Any", "DayLike", "Mapping", "Sequence", "builtins"})
"""Names that annotations use."""

ANSWER_RESERVED = frozenset({"raw", "unmerged", "raise_for_failures", "builtins", "Any", "Mapping"})
"""Names that an answer has already, or that its annotations use."""

FAILED_RESERVED = ANSWER_RESERVED | {"meaning", "remedy"}
"""Names that the record of a failed element has already."""

GROUP_RESERVED = frozenset({"annotations", "builtins", "with_options"})
"""Names that a namespace, or its file, has before it imports its operations."""

ROOT_RESERVED = GROUP_RESERVED | {"call", "close", "aclose", "simulator", "workflows"}
"""Names that the client, or its package, has already."""

_IMPORTED = """
    Answer Any Array AsyncClient AsyncItems AsyncIterable AsyncNamespace AsyncOutcomes
    AsyncWeComClient BatchResult Binary Boolean Callable DEFAULTS Day DayLike ERRORS FailedRecord
    FileFormats Flag ForbiddenWhenGiven IgnoredUnless IgnoredWhenGiven Integer Items Iterable
    Later Literal
    Mapping Namespace NotBefore Number Object Operation Outcome Outcomes PartialAnswer Progress
    Record Request RequiredUnlessGiven RequiredWhen Sequence Settings String SyncClient
    TYPE_CHECKING TypedDict WeComClient
"""
CLASSES_RESERVED = CONSTANTS.union(JOBS, _IMPORTED.split(), ("None", "True", "False", "I", "O"))
"""Names that Python or the imports of a generated file have, and so no class of its own."""


def python_name(name: str, reserved: Collection[str] = ()) -> str:
    """Return the name that a document's name has in Python; a taken one gets an underscore.

    Raises:
        ValueError: `name` is not an identifier.
    """
    if not FIELD.fullmatch(name):
        raise ValueError(f"{name!r} is not an identifier")
    return f"{name}_" if keyword.iskeyword(name) or name in reserved else name


def parameter_name(name: str) -> str:
    """Return what a parameter is called in Python."""
    is_answer = name[:1].isupper() and "Answer" in name  # as `answer_name` makes them
    return f"{name}_" if is_answer else python_name(name, PARAMETERS_RESERVED)


def answer_field_name(name: str) -> str:
    """Return what a field of an answer is called in Python."""
    return python_name(name, ANSWER_RESERVED)


def camel_case(name: str) -> str:
    """Return a name in the form of a class: `failed_chat` gives `FailedChat`."""
    return "".join(word[:1].upper() + word[1:] for word in python_name(name).split("_"))


def class_name(name: str, kind: str = "Record") -> str:
    """Return the class that stands for a name; a taken one gets its kind: `AnswerRecord`."""
    cased = camel_case(name)
    return f"{cased}{kind}" if cased in CLASSES_RESERVED else cased


def parameter_class_name(name: str) -> str:
    """Return the TypedDict that stands for a name: `owner_filter` gives `OwnerFilterParam`."""
    return f"{camel_case(name)}Param"


def answer_name(operation: str) -> str:
    """Return the class of an operation's answer."""
    return class_name(f"{operation}_answer")


def member_name(path: str) -> str:
    """Return the name by which the last part of a path is reached: `hr/import` gives `import_`."""
    return python_name(path.rpartition("/")[2], GROUP_RESERVED if "/" in path else ROOT_RESERVED)


@dataclass(frozen=True)
class Namespaces:
    """What folders are called in Python, as namespaces and packages.

    Where an operation of the folder's name stands beside it, the folder gets an underscore more:
    `media.get(…)` is the operation `media/get`, `media.get_.jssdk(…)` what is in the folder.
    """

    operations: frozenset[str] = frozenset()
    """The paths of all operations."""

    @cached_property
    def _taken(self) -> Mapping[str, frozenset[str]]:
        """The names of operations, by the folder that they stand in."""
        names: dict[str, set[str]] = {}
        for path in self.operations:
            names.setdefault(path.rpartition("/")[0], set()).add(member_name(path))
        return {home: frozenset(found) for home, found in names.items()}

    def name(self, path: str) -> str:
        """Return the name by which a folder is reached: `hr/import` gives `import_`."""
        name = member_name(path)
        while name in self._taken.get(path.rpartition("/")[0], ()):
            name += "_"
        return name

    def names(self, path: str) -> list[str]:
        """Return those of all folders that lead to one: `import/class` gives two."""
        parts = path.split("/") if path else []
        return [self.name("/".join(parts[: index + 1])) for index in range(len(parts))]

    def package(self, path: str) -> str:
        """Return the dotted name, below the package, of a folder's package."""
        return ".".join(self.names(path))

    def module(self, path: str) -> str:
        """Return the dotted name, below the package, of an operation's module."""
        return ".".join([*self.names(path.rpartition("/")[0]), member_name(path)])


def element_name(name: str) -> str:
    """Return the name of one element of a list: `member_list` gives `member`, `items` `item`."""
    if name.endswith("_list") and name != "_list":
        return name[: -len("_list")]
    if name.endswith("s") and not name.endswith("ss") and len(name) > 2:
        return name[:-1]
    return f"{name}_item"
