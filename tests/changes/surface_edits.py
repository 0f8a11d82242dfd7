"""A small package, and edits of it one at a time, each with its verdict and all that it changes."""

from __future__ import annotations

from collections.abc import Mapping

FILES = {
    "pack/__init__.py": """
from typing import TYPE_CHECKING
from ._client import Client
from ._errors import Error, Special
from ._later import Later
from ._values import Color, Mode, Options, Pair, Store
if TYPE_CHECKING:
    from ._async_client import AsyncClient
    from ._values import Lazy
__all__ = [
    "AsyncClient", "Client", "Color", "Error", "Lazy", "Mode", "Options", "Pair", "Special", "Store"
]
if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncClient": "._async_client", "Lazy": "._values"})
""",
    "pack/_errors.py": """
class Error(Exception):
    def __init__(self, code: int, text: str = "") -> None:
        self.code = code
        self.text: str = text
        self._hidden = 1
class Special(Error): ...
""",
    "pack/_values.py": """
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple, Protocol
Mode = Literal["a", "b"]
class Color(Enum):
    RED = 1
    BLUE = 2
class Lazy:
    def wake(self) -> None: ...
@dataclass
class Options:
    mode: Mode = "a"
    size: int = 3
class Pair(NamedTuple):
    left: int
    right: int = 0
class Store(Protocol):
    def load(self, key: str) -> str | None: ...
""",
    "pack/_client.py": """
from __future__ import annotations
from ._base import Base as _Base
from .group import Group as _Group
class Client(_Base):
    @property
    def group(self) -> _Group: ...
    def call(self, path: str, /, *parts: str, again: bool = False, **more: int) -> dict: ...
    def __enter__(self) -> Client: ...
""",
    "pack/_async_client.py": """
from __future__ import annotations
from ._base import Base as _Base
from .group._async import AsyncGroup as _Group
class AsyncClient(_Base):
    @property
    def group(self) -> _Group: ...
    async def call(self, path: str, /, *parts: str, again: bool = False, **more: int) -> dict: ...
    async def __aenter__(self) -> AsyncClient: ...
""",
    "pack/_base.py": """
from collections.abc import Sequence
from typing import overload
from . import _values
class Base:
    _state = 1
    def __init__(self, name: str | None = None, *, mode: _values.Mode = "a") -> None: ...
    @property
    def pace(self) -> int: ...
    @pace.setter
    def pace(self, value: int) -> None: ...
    @overload
    def find(self, key: int) -> str: ...
    @overload
    def find(self, key: str) -> bytes: ...
    def find(self, key): ...
    def wait(self, until: Sequence[int]) -> list[int] | None: ...
    def _send(self) -> None: ...
    @staticmethod
    def parse(text: str) -> int: ...
""",
    "pack/group/__init__.py": """
from . import import_ as _import_
class Group:
    def __init__(self, client): ...
    def import_(self, limit: int, *, cursor: str | None = None) -> _import_.ImportAnswer: ...
""",
    "pack/group/_async.py": """
from . import import_ as _import_
class AsyncGroup:
    def __init__(self, client): ...
    async def import_(self, limit: int, *, cursor: str | None = None) -> _import_.ImportAnswer: ...
""",
    "pack/group/_shapes.py": """
from typing import TypedDict
class Row:
    id: str
_FilterOptional = TypedDict("_FilterOptional", {"class": str}, total=False)
class _FilterRequired(TypedDict):
    ids: list[str]
class Filter(_FilterRequired, _FilterOptional): ...
""",
    "pack/group/import_.py": """
from ._shapes import Filter, Row
__all__ = ["OPERATION", "Filter", "ImportAnswer", "Row", "build_request"]
OPERATION = Operation(path="group/import", method="POST")
_PRIVATE = 1
def build_request(limit: int, *, cursor: str | None = None, _settings=None): ...
class ImportAnswer(Answer):
    rows: tuple[Row, ...] = many(Row)
    total: int | None
""",
}

Edit = tuple[str, str, str]
"""File, old text, new text."""
Found = tuple[str, str]
"""Rule without `surface.`, and field."""

BREAKS, FITS, SAME = "breaks", "fits", "same"
"""Verdicts: callers break, callers see something else and go on, callers see nothing."""

INIT, VALUES, ERRORS, BASE = (
    f"pack/{one}.py" for one in ("__init__", "_values", "_errors", "_base")
)
CLIENT, ASYNC_CLIENT = "pack/_client.py", "pack/_async_client.py"
GROUP, ASYNC_GROUP = "pack/group/__init__.py", "pack/group/_async.py"
SHAPES, OPERATION = "pack/group/_shapes.py", "pack/group/import_.py"
IMPORT, ASYNC_IMPORT = "pack.Client.group.import_", "pack.AsyncClient.group.import_"
MODULE = "pack.group.import_"
BUILD, ANSWER = f"{MODULE}.build_request", f"{MODULE}.ImportAnswer"
BY_IMPORT = (
    IMPORT, ASYNC_IMPORT, MODULE, "pack.group.load", "pack.Client.group.load",
    "pack.AsyncClient.group.load",
)  # fmt: skip
"""What the operation `group/import` has of the surface."""


def on_both(old: str, new: str) -> tuple[Edit, ...]:
    """Return an edit of the method of both clients."""
    return (GROUP, old, new), (ASYNC_GROUP, old, new)


def by_both(rule: str, inner: str) -> set[Found]:
    """Return what is told of something that both clients inherit: that of the first one."""
    return {(rule, f"pack.Client{inner}")}


EDITS: dict[str, tuple[tuple[Edit, ...], str, set[Found]]] = {
    # what nobody can see
    "private names": (
        ((BASE, "_send", "_transmit"), (OPERATION, "_PRIVATE", "_OTHER"),
         (ERRORS, "_hidden", "_covert"), (OPERATION, "_settings", "_options")),
        SAME, set(),
    ),
    "an import called otherwise": (((GROUP, "_import_", "_other"),), SAME, set()),
    "a class that is called Self": (
        ((ASYNC_CLIENT, "self) -> AsyncClient: ...", "self) -> Self: ..."),), SAME, set(),
    ),
    "a private base renamed": (
        ((BASE, "class Base", "class Foundation"), (CLIENT, "import Base", "import Foundation"),
         (ASYNC_CLIENT, "import Base", "import Foundation")),
        SAME, set(),
    ),
    "a method moved to a private base": (
        ((GROUP, "class Group:\n    def __init__(self, client): ...\n", "class _Methods:\n"),
         (GROUP, "ImportAnswer: ...", "ImportAnswer: ...\nclass Group(_Methods):\n"
          "    def __init__(self, client): ...")),
        SAME, set(),
    ),
    "a method defined in the operation's module": (
        ((GROUP, "    def import_(self, limit: int, *, cursor: str | None = None) -> "
          "_import_.ImportAnswer: ...", "    import_ = _import_._method"),
         (OPERATION, "_PRIVATE = 1", "def _method(self, limit: int, *, cursor: str | None = None)"
          " -> ImportAnswer: ...")),
        SAME, set(),
    ),
    "a positional-only argument renamed": (
        ((CLIENT, "path: str", "where: str"), (ASYNC_CLIENT, "path: str", "where: str")), SAME,
        set(),
    ),
    "collecting arguments renamed": (((CLIENT, "*parts", "*bits"), (CLIENT, "**more", "**rest")),
                                     SAME, set()),
    "an annotation in other words": (
        ((BASE, "name: str | None", "name: None | str"), (VALUES, '"a", "b"', '"b", "a"')),
        SAME, set(),
    ),
    # methods and functions
    "a method renamed": (
        on_both("def import_", "def load"), BREAKS,
        {("removed", IMPORT), ("added", "pack.Client.group.load")},
    ),
    "an async method alone renamed, in a private module": (
        ((ASYNC_GROUP, "def import_", "def load"),), BREAKS,
        {("removed", ASYNC_IMPORT), ("added", "pack.AsyncClient.group.load")},
    ),
    "a method to await": (
        ((CLIENT, "def call", "async def call"),), BREAKS, {("nature", "pack.Client.call")},
    ),
    "a method no longer to await": (
        ((ASYNC_CLIENT, "async def call", "def call"),), BREAKS,
        {("nature", "pack.AsyncClient.call")},
    ),
    "a special method gone": (
        ((CLIENT, "    def __enter__(self) -> Client: ...\n", ""),
         (ASYNC_CLIENT, "    async def __aenter__(self) -> AsyncClient: ...\n", "")),
        BREAKS, {("removed", "pack.Client.__enter__")},
    ),
    "a static method bound": (
        ((BASE, "@staticmethod\n    def parse(text", "def parse(self, text"),), BREAKS,
        by_both("bound", ".parse"),
    ),
    "an overload removed": (
        ((BASE, "    @overload\n    def find(self, key: str) -> bytes: ...\n", ""),), BREAKS,
        by_both("overload-removed", ".find"),
    ),
    "an overload added": (
        ((BASE, "    def find(self, key):",
          "    @overload\n    def find(self, key: bytes) -> int: ...\n    def find(self, key):"),),
        FITS, by_both("overload-added", ".find"),
    ),
    "an overload narrowed": (
        ((BASE, "find(self, key: int)", "find(self, key: bool)"),), BREAKS,
        by_both("argument-type", ".find(key)"),
    ),
    "a method that stores must have": (
        ((VALUES, "class Store(Protocol):",
          "class Store(Protocol):\n    def save(self, key: str) -> None: ..."),),
        BREAKS, {("added-needed", "pack.Store.save")},
    ),
    "a method that is abstract now": (
        ((VALUES, "class Lazy:\n", "from abc import ABC, abstractmethod\nclass Lazy(ABC):\n"
          "    @abstractmethod\n"),),
        BREAKS, {("needed", "pack.Lazy.wake"), ("base-added", "pack.Lazy")},
    ),
    "a new method": (
        ((CLIENT, "    def call", "    def ask(self) -> None: ...\n    def call"),), FITS,
        {("added", "pack.Client.ask")},
    ),
    # arguments
    "an argument renamed in both callables": (
        (*on_both("limit:", "size:"), (OPERATION, "limit:", "size:")), BREAKS,
        {("argument-removed", f"{IMPORT}(limit)"), ("argument-added-required", f"{IMPORT}(size)")},
    ),
    "an argument renamed in one of them": (
        ((OPERATION, "limit:", "size:"),), BREAKS,
        {("argument-removed", f"{BUILD}(limit)"), ("argument-added-required", f"{BUILD}(size)")},
    ),
    "an argument renamed for the async client alone": (
        ((ASYNC_GROUP, "cursor", "after"),), BREAKS,
        {("argument-removed", f"{ASYNC_IMPORT}(cursor)"),
         ("argument-added", f"{ASYNC_IMPORT}(after)")},
    ),
    "an argument removed": (
        on_both(", *, cursor: str | None = None", ""), BREAKS,
        {("argument-removed", f"{IMPORT}(cursor)")},
    ),
    "an argument by keyword alone": (
        on_both("limit: int, *,", "*, limit: int,"), BREAKS,
        {("argument-passing", f"{IMPORT}(limit)")},
    ),
    "an argument by position alone": (
        on_both("limit: int, *,", "limit: int, /, *,"), BREAKS,
        {("argument-passing", f"{IMPORT}(limit)")},
    ),
    "an argument by position too": (
        on_both("*, cursor", "cursor"), FITS, {("argument-passing-wider", f"{IMPORT}(cursor)")},
    ),
    "an argument with a default": (
        on_both("limit: int,", "limit: int = 1,"), FITS,
        {("argument-optional", f"{IMPORT}(limit)")},
    ),
    "an argument without its default": (
        on_both("cursor: str | None = None", "cursor: str | None"), BREAKS,
        {("argument-required", f"{IMPORT}(cursor)")},
    ),
    "another default": (
        ((BASE, 'mode: _values.Mode = "a"', 'mode: _values.Mode = "b"'),), FITS,
        by_both("argument-default", "(mode)"),
    ),
    "a new optional argument": (
        on_both("cursor: str | None = None", "cursor: str | None = None, x: int = 0"), FITS,
        {("argument-added", f"{IMPORT}(x)")},
    ),
    "a new required argument": (
        on_both("cursor: str | None = None", "cursor: str | None = None, x: int"), BREAKS,
        {("argument-added-required", f"{IMPORT}(x)")},
    ),
    "a new argument before another": (
        on_both("(self, limit: int,", "(self, x: int = 0, limit: int = 1,"), BREAKS,
        {("argument-inserted", f"{IMPORT}(x)"), ("argument-optional", f"{IMPORT}(limit)")},
    ),
    "arguments in another order": (
        ((ERRORS, 'code: int, text: str = ""', 'text: str = "", code: int = 0'),), BREAKS,
        {("argument-order", "pack.Error"), ("argument-optional", "pack.Error(code)")},
    ),
    "any number of positions no more": (
        ((CLIENT, "*parts: str", "*"), (ASYNC_CLIENT, "*parts: str", "*")), BREAKS,
        {("argument-removed", "pack.Client.call(parts)")},
    ),
    # types
    "an argument's type widened": (
        on_both("limit: int", "limit: int | str"), FITS,
        {("argument-type-wider", f"{IMPORT}(limit)")},
    ),
    "an argument's type widened for the async client alone": (
        ((ASYNC_GROUP, "limit: int", "limit: int | str"),), FITS,
        {("argument-type-wider", f"{ASYNC_IMPORT}(limit)")},
    ),
    "an argument's type narrowed": (
        on_both("cursor: str | None", "cursor: str"), BREAKS,
        {("argument-type", f"{IMPORT}(cursor)")},
    ),
    "another type of an argument": (
        on_both("limit: int", "limit: str"), BREAKS, {("argument-type", f"{IMPORT}(limit)")},
    ),
    "an argument's container widened": (
        ((BASE, "until: Sequence[int]", "until: Iterable[int]"),), FITS,
        by_both("argument-type-wider", ".wait(until)"),
    ),
    "an argument's container narrowed": (
        ((BASE, "until: Sequence[int]", "until: list[int]"),), BREAKS,
        by_both("argument-type", ".wait(until)"),
    ),
    "a result narrowed": (
        ((BASE, "list[int] | None", "list[int]"),), FITS, by_both("type-narrower", ".wait"),
    ),
    "a result widened": (
        ((BASE, "list[int] | None", "list[int] | int | None"),), BREAKS, by_both("type", ".wait"),
    ),
    "a result of a base class": (
        ((BASE, "list[int] | None", "Sequence[int] | None"),), BREAKS, by_both("type", ".wait"),
    ),
    "an alias with a value less": (
        ((VALUES, '["a", "b"]', '["a"]'),), BREAKS,
        {("alias", "pack.Mode"), ("argument-type", "pack.Client(mode)"),
         ("argument-type", "pack.Options(mode)"), ("type-narrower", "pack.Options.mode")},
    ),
    # attributes and properties
    "a property renamed": (
        ((CLIENT, "def group", "def crowd"),), BREAKS,
        {("removed", "pack.Client.group"), ("added", "pack.Client.crowd")},
    ),
    "a property to call": (
        ((BASE, "    @property\n    def pace(self) -> int: ...\n    @pace.setter\n"
          "    def pace(self, value: int) -> None: ...\n", "    def pace(self) -> int: ...\n"),),
        BREAKS, by_both("nature", ".pace"),
    ),
    "a property no longer to set": (
        ((BASE, "    @pace.setter\n    def pace(self, value: int) -> None: ...\n", ""),), BREAKS,
        by_both("read-only", ".pace"),
    ),
    "another type of a property": (
        ((BASE, "pace(self) -> int", "pace(self) -> str"),), BREAKS, by_both("type", ".pace"),
    ),
    "a field gone": (
        ((OPERATION, "    total: int | None\n", ""),), BREAKS, {("removed", f"{ANSWER}.total")},
    ),
    "another type of a field": (
        ((OPERATION, "total: int | None", "total: str | None"),), BREAKS,
        {("type", f"{ANSWER}.total")},
    ),
    "a field that is always there": (
        ((OPERATION, "total: int | None", "total: int"),), FITS,
        {("type-narrower", f"{ANSWER}.total")},
    ),
    "a field that may be absent": (
        ((SHAPES, "id: str", "id: str | None"),), BREAKS, {("type", f"{MODULE}.Row.id")},
    ),
    "a field that a constructor sets": (
        ((ERRORS, "self.text: str", "self.words: str"),), BREAKS,
        {("removed", "pack.Error.text"), ("added", "pack.Error.words")},
    ),
    # classes
    "a class renamed": (
        ((SHAPES, "class Row", "class Line"), (OPERATION, "Row", "Line")), BREAKS,
        {("removed", f"{MODULE}.Row"), ("added", f"{MODULE}.Line")},
    ),
    "a class renamed, its old name kept": (
        ((VALUES, "class Options", "class Settings"), (VALUES, "class Pair", "Options = Settings\n"
          "class Pair"), (INIT, "Mode, Options, Pair,", "Mode, Options, Settings, Pair,"),
         (INIT, '"Special", ', '"Special", "Settings", ')),
        FITS, {("added", "pack.Settings")},
    ),
    "an exception of another base": (
        ((ERRORS, "class Special(Error)", "class Special(ValueError)"),), BREAKS,
        {("base-removed", "pack.Special"), ("base-added", "pack.Special")},
    ),
    "an exception of a base less": (
        ((ERRORS, "class Error(Exception)", "class Error(BaseException)"),), BREAKS,
        {("base-removed", "pack.Error")},
    ),
    "an exception of a base more": (
        ((ERRORS, "class Special(Error)", "class Special(Error, ValueError)"),), FITS,
        {("base-added", "pack.Special")},
    ),
    "an enum's value": (
        ((VALUES, "RED = 1", "RED = 3"),), BREAKS, {("enum-value", "pack.Color.RED")},
    ),
    "an enum's member gone": (
        ((VALUES, "    RED = 1\n", ""),), BREAKS, {("removed", "pack.Color.RED")},
    ),
    "an enum's member more": (
        ((VALUES, "RED = 1", "RED = 1\n    GREEN = 3"),), FITS, {("added", "pack.Color.GREEN")},
    ),
    "a tuple in another order": (
        ((VALUES, "left: int\n    right: int = 0", "right: int\n    left: int"),), BREAKS,
        {("argument-order", "pack.Pair"), ("argument-required", "pack.Pair(right)")},
    ),
    "a tuple of more elements": (
        ((VALUES, "right: int = 0", "right: int = 0\n    third: int = 0"),), BREAKS,
        {("tuple-longer", "pack.Pair"), ("added", "pack.Pair.third")},
    ),
    "a field of a value gone": (
        ((VALUES, "    size: int = 3\n", ""),), BREAKS, {("removed", "pack.Options.size")},
    ),
    "a field of a value, optional": (
        ((VALUES, "size: int = 3", "size: int = 3\n    more: int = 4"),), FITS,
        {("added", "pack.Options.more")},
    ),
    "a value frozen": (
        ((VALUES, "@dataclass\n", "@dataclass(frozen=True)\n"),), BREAKS,
        {("frozen", "pack.Options")},
    ),
    "a value by keyword alone": (
        ((VALUES, "@dataclass\n", "@dataclass(kw_only=True)\n"),), BREAKS,
        {("argument-passing", "pack.Options(mode)"), ("argument-passing", "pack.Options(size)")},
    ),
    "a key now required": (
        ((SHAPES, "total=False", "total=True"),), BREAKS,
        {("argument-required", f"{MODULE}.Filter(class)")},
    ),
    "a key now optional": (
        ((SHAPES, "ids: list[str]", "ids: NotRequired[list[str]]"),), FITS,
        {("argument-optional", f"{MODULE}.Filter(ids)")},
    ),
    # names
    "a name no longer listed": (
        ((INIT, '"Special", ', ""),), BREAKS, {("removed", "pack.Special")},
    ),
    "a name found later no longer listed": (
        ((INIT, '"Lazy", ', ""),), BREAKS, {("removed", "pack.Lazy")},
    ),
    "a class found later with a method less": (
        ((VALUES, "def wake", "def _wake"),), BREAKS, {("removed", "pack.Lazy.wake")},
    ),
    "a name now found later": (
        ((INIT, "from ._errors import Error, Special\n", ""),
         (INIT, "    from ._values", "    from ._errors import Error, Special\n    from ._values")),
        SAME, set(),
    ),
    "a private module renamed": (
        ((INIT, "from ._errors", "from ._faults"), ("pack/_errors.py", "", "pack/_faults.py")),
        SAME, set(),
    ),
    "a public module moved": (
        ((GROUP, "import import_ as", "import load as"),
         (ASYNC_GROUP, "import import_ as", "import load as"),
         (OPERATION, "", "pack/group/load.py")),
        BREAKS,
        {(rule, f"pack.group.{module}.{name}")
         for rule, module in (("removed", "import_"), ("added", "load"))
         for name in ("OPERATION", "build_request", "ImportAnswer", "Row", "Filter")},
    ),
    "a class that type checkers no longer see": (
        ((INIT, "    from ._values import Lazy\n", ""),), BREAKS, {("nature", "pack.Lazy")},
    ),
    "a namespace gone": (
        ((CLIENT, "def group", "def _group"), (ASYNC_CLIENT, "def group", "def _group")), BREAKS,
        {("removed", "pack.Client.group")},
    ),
}  # fmt: skip
"""Each with what it does to callers, and what is told of it."""


def edited(*edits: Edit) -> Mapping[str, bytes]:
    """Return the files of the package after edits; without an old text, a file is moved."""
    files = dict(FILES)
    for path, old, new in edits:
        assert old in files[path]
        if not old:
            files[new] = files.pop(path)
        else:
            files[path] = files[path].replace(old, new)
    return {path: text.encode() for path, text in files.items()}
