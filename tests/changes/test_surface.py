"""The public surface of rendered files, and what a change of generator or template does to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from generator.changes.package import PackageError
from generator.changes.rules import RULES
from generator.changes.surface import surface_of
from generator.changes.surfaces import surface_changes
from generator.targets.python.render import Renderer

from .changing import unchanged

CLIENT = "wecom_client.WeComClient"
LIST = f"{CLIENT}.shop.order.list"
MODULE = "wecom_client/shop/order/list.py"

FILES = {
    "pack/__init__.py": """
from ._client import Client
from ._errors import Error, Special
from ._values import Options, Pair
__all__ = ["Client", "Error", "Options", "Pair", "Special"]
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
from typing import Literal, NamedTuple
Mode = Literal["a", "b"]
@dataclass(frozen=True)
class Options:
    mode: Mode = "a"
    size: int = 3
class Pair(NamedTuple):
    left: int
    right: int = 0
""",
    "pack/_client.py": """
from __future__ import annotations
from ._base import Base as _Base
from .group import Group as _Group
class Client(_Base):
    @property
    def group(self) -> _Group: ...
""",
    "pack/_base.py": """
from . import _values
class Base:
    _state = 1
    def __init__(self, name: str | None = None, *, mode: _values.Mode = "a") -> None: ...
    def call(self, path: str, /, *parts: str, again: bool = False, **more: int) -> dict: ...
    async def wait(self) -> None: ...
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
OPERATION = Operation(path="group/import", method="POST")
_PRIVATE = 1
def build_request(limit: int, *, cursor: str | None = None, _settings=None): ...
class ImportAnswer(Answer):
    rows: tuple[Row, ...] = many(Row)
    total: int | None
""",
}


def edited(*edits: tuple[str, str, str]) -> Mapping[str, bytes]:
    """Return the files of the small package after edits: file, old text, new text."""
    files = dict(FILES)
    for path, old, new in edits:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return {path: text.encode() for path, text in files.items()}


def found(*edits: tuple[str, str, str]) -> set[tuple[str, str, str]]:
    """Return rule, operation and field of each change that edits make."""
    changes = surface_changes(surface_of(edited()), surface_of(edited(*edits)))
    assert all(one.rule in RULES for one in changes)
    return {(one.rule, one.operation, one.field) for one in changes}


def test_the_surface_holds_what_users_can_reach_and_nothing_private() -> None:
    surface = surface_of(edited())
    assert set(surface) == {
        "pack.Client", "pack.Client.group", "pack.Client.group.import_", "pack.Client.call",
        "pack.Client.wait", "pack.Client.parse",
        "pack.Error", "pack.Error.code", "pack.Error.text", "pack.Special",
        "pack.Options", "pack.Options.mode", "pack.Options.size",
        "pack.Pair", "pack.Pair.left", "pack.Pair.right",
        "pack.group.import_.OPERATION", "pack.group.import_.build_request",
        "pack.group.import_.ImportAnswer", "pack.group.import_.ImportAnswer.rows",
        "pack.group.import_.ImportAnswer.total", "pack.group.import_.Row",
        "pack.group.import_.Row.id", "pack.group.import_.Filter",
    }  # fmt: skip


def test_methods_and_modules_belong_to_their_operation() -> None:
    surface = surface_of(edited())
    assert surface["pack.Client.group.import_"].operation == "group/import"
    assert surface["pack.group.import_.Row.id"].operation == "group/import"
    assert surface["pack.Client.call"].operation == ""


def test_arguments_say_how_they_are_passed() -> None:
    arguments = surface_of(edited())["pack.Client.call"].arguments
    assert [(one.name, one.passing, one.default) for one in arguments] == [
        ("path", "by position only", None),
        ("parts", "as any number of positions", "None"),
        ("again", "by keyword only", "False"),
        ("more", "as any number of keywords", "None"),
    ]


def test_keys_of_a_mapping_are_required_or_not() -> None:
    arguments = surface_of(edited())["pack.group.import_.Filter"].arguments
    assert {one.name: one.default for one in arguments} == {"ids": None, "class": "absent"}


def test_aliases_of_annotations_are_spelt_out() -> None:
    mode = surface_of(edited())["pack.Client"].arguments[1]
    assert mode.annotation == "Literal['a', 'b']"


GROUP, OPERATION, BASE = "pack/group/__init__.py", "pack/group/import_.py", "pack/_base.py"
IMPORT, MODULE_OF_IMPORT = "pack.Client.group.import_", "pack.group.import_"
BUILD = f"{MODULE_OF_IMPORT}.build_request"
EDITS: dict[str, tuple[tuple[tuple[str, str, str], ...], set[tuple[str, str, str]]]] = {
    "nothing public": (((BASE, "_send", "_transmit"), (OPERATION, "_PRIVATE", "_OTHER")), set()),
    "an alias of an import": (((GROUP, "_import_", "_other"),), set()),
    "a private base": (
        (("pack/_base.py", "class Base", "class Foundation"),
         ("pack/_client.py", "import Base", "import Foundation")),
        set(),
    ),
    "a method renamed": (
        ((GROUP, "def import_", "def load"),),
        {
            ("surface.removed", "group/import", IMPORT),
            ("surface.added", "group/import", "pack.Client.group.load"),
        },
    ),
    "an argument renamed in both callables": (
        ((GROUP, "limit:", "size:"), (OPERATION, "limit:", "size:")),
        {
            ("surface.argument-removed", "group/import", f"{IMPORT}(limit)"),
            ("surface.argument-added-required", "group/import", f"{IMPORT}(size)"),
        },
    ),
    "an argument renamed in one of them": (
        ((OPERATION, "limit:", "size:"),),
        {
            ("surface.argument-removed", "group/import", f"{BUILD}(limit)"),
            ("surface.argument-added-required", "group/import", f"{BUILD}(size)"),
        },
    ),
    "an argument by keyword": (
        ((GROUP, "limit: int, *,", "*, limit: int,"),),
        {("surface.argument-passing", "group/import", f"{IMPORT}(limit)")},
    ),
    "an argument by position too": (
        ((GROUP, "*, cursor", "cursor"),),
        {("surface.argument-passing-wider", "group/import", f"{IMPORT}(cursor)")},
    ),
    "an argument with a default": (
        ((GROUP, "limit: int,", "limit: int = 1,"),),
        {("surface.argument-optional", "group/import", f"{IMPORT}(limit)")},
    ),
    "an argument without its default": (
        ((GROUP, "cursor: str | None = None", "cursor: str | None"),),
        {("surface.argument-required", "group/import", f"{IMPORT}(cursor)")},
    ),
    "another default": (
        ((BASE, 'mode: _values.Mode = "a"', 'mode: _values.Mode = "b"'),),
        {("surface.argument-default", "", "pack.Client(mode)")},
    ),
    "a new optional argument": (
        ((GROUP, "cursor: str | None = None", "cursor: str | None = None, x: int = 0"),),
        {("surface.argument-added", "group/import", f"{IMPORT}(x)")},
    ),
    "a new argument before another": (
        ((GROUP, "(self, limit: int,", "(self, x: int = 0, limit: int = 1,"),),
        {
            ("surface.argument-inserted", "group/import", f"{IMPORT}(x)"),
            ("surface.argument-optional", "group/import", f"{IMPORT}(limit)"),
        },
    ),
    "arguments in another order": (
        (("pack/_values.py", "left: int\n    right: int = 0", "right: int\n    left: int"),),
        {
            ("surface.argument-order", "", "pack.Pair"),
            ("surface.argument-required", "", "pack.Pair(right)"),
        },
    ),
    "a wider annotation": (
        ((GROUP, "limit: int", "limit: int | str"),),
        {("surface.argument-type-wider", "group/import", f"{IMPORT}(limit)")},
    ),
    "another annotation": (
        ((GROUP, "limit: int", "limit: str"),),
        {("surface.argument-type", "group/import", f"{IMPORT}(limit)")},
    ),
    "an alias with a value less": (
        (("pack/_values.py", '["a", "b"]', '["a"]'),),
        {
            ("surface.argument-type", "", "pack.Client(mode)"),
            ("surface.argument-type", "", "pack.Options(mode)"),
            ("surface.type-narrower", "", "pack.Options.mode"),
        },
    ),
    "a field gone": (
        ((OPERATION, "    total: int | None\n", ""),),
        {("surface.removed", "group/import", f"{MODULE_OF_IMPORT}.ImportAnswer.total")},
    ),
    "a field that is always there": (
        ((OPERATION, "total: int | None", "total: int"),),
        {("surface.type-narrower", "group/import", f"{MODULE_OF_IMPORT}.ImportAnswer.total")},
    ),
    "a field that may be absent": (
        (("pack/group/_shapes.py", "id: str", "id: str | None"),),
        {("surface.type", "group/import", f"{MODULE_OF_IMPORT}.Row.id")},
    ),
    "a class renamed": (
        (
            ("pack/group/_shapes.py", "class Row", "class Line"),
            (OPERATION, "Row", "Line"),
        ),
        {
            ("surface.removed", "group/import", f"{MODULE_OF_IMPORT}.Row"),
            ("surface.added", "group/import", f"{MODULE_OF_IMPORT}.Line"),
        },
    ),
    "a key now required": (
        (("pack/group/_shapes.py", "total=False", "total=True"),),
        {("surface.argument-required", "group/import", f"{MODULE_OF_IMPORT}.Filter(class)")},
    ),
    "an exception with another base": (
        (("pack/_errors.py", "class Special(Error)", "class Special(ValueError)"),),
        {
            ("surface.base-removed", "", "pack.Special"),
            ("surface.base-added", "", "pack.Special"),
        },
    ),
    "a name no longer public": (
        (("pack/__init__.py", ', "Special"', ""),),
        {("surface.removed", "", "pack.Special")},
    ),
    "a namespace gone": (
        (("pack/_client.py", "def group", "def _group"),),
        {("surface.removed", "", "pack.Client.group")},
    ),
    "a method to await": (
        ((BASE, "def call", "async def call"),),
        {("surface.nature", "", "pack.Client.call")},
    ),
    "a field of a value gone": (
        (("pack/_values.py", "    size: int = 3\n", ""),),
        {("surface.removed", "", "pack.Options.size")},
    ),
}  # fmt: skip


BASE_OF_ERROR = ("pack/_errors.py", "class Error(Exception)", "class Root(Exception)")
OWN_ERROR = (
    "pack/_errors.py",
    "class Special(Error)",
    "class Error(Root): ...\nclass Special(Error)",
)


def test_a_base_that_becomes_public_takes_nothing_from_its_classes() -> None:
    listed = ('"Error", "Opt', '"Error", "Root", "Opt')
    imports = ("import Error, Special", "import Error, Root, Special")
    files = edited(
        BASE_OF_ERROR, OWN_ERROR, ("pack/__init__.py", *listed), ("pack/__init__.py", *imports)
    )
    changes = surface_changes(surface_of(edited()), surface_of(files))
    assert {(one.rule, one.field) for one in changes} == {
        ("surface.base-added", "pack.Error"),
        ("surface.base-removed", "pack.Error"),
        ("surface.added", "pack.Root"),
    }


def test_what_a_package_of_operations_offers_is_a_name_and_its_class_is_told_once() -> None:
    listed = '\n__all__ = ["Group", "Row"]\nfrom ._shapes import Row\nclass Group:'
    assert found((GROUP, "\nclass Group:", listed)) == {
        ("surface.added", "", "pack.group.Group"),
        ("surface.added", "", "pack.group.Row"),
    }


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_code_is_found_and_nothing_else(name: str) -> None:
    edits, expected = EDITS[name]
    assert found(*edits) == expected


def test_a_rename_is_asked_for_on_both_of_its_names() -> None:
    changes = surface_changes(
        surface_of(edited()), surface_of(edited((GROUP, "def import_", "def load")))
    )
    assert [one.hint for one in changes] == ["renamed to load?", "renamed from import_?"]


@pytest.mark.parametrize(
    "text", ["class (", "\0", "class A(B): ...\nclass B(A): ...\n__all__ = ['A']", "(" * 5000]
)
def test_broken_code_is_refused_with_a_message(text: str) -> None:
    files = {"pack/__init__.py": text.encode()}
    with pytest.raises(PackageError):
        surface_of(files)


def test_imports_in_a_circle_end() -> None:
    files = {
        "pack/__init__.py": b"from .a import x\n__all__ = ['x']",
        "pack/a.py": b"from .b import x",
        "pack/b.py": b"from .a import x",
    }
    assert set(surface_of(files)) == {"pack.x"}


@cache
def rendered() -> Mapping[str, bytes]:
    return Renderer(unchanged()).render()


def test_the_generated_client_has_its_methods_arguments_and_answers() -> None:
    surface = surface_of(rendered())
    method = surface[LIST]
    assert method.operation == "shop/order/list"
    assert [one.name for one in method.arguments][:3] == ["begin_day", "name", "end_day"]
    assert [one.passing for one in method.arguments][1:3] == [
        "by position or keyword",
        "by keyword only",
    ]
    assert surface["wecom_client.shop.order.list.Order.remark"].annotation == "str | None"
    keys = surface["wecom_client.shop.order.list.OwnerFilterParam"].arguments
    assert [one.name for one in keys] == ["userid_list", "strict"]
    assert {"corp_id", "access_token", "clock"} <= {one.name for one in surface[CLIENT].arguments}
    assert "wecom_client.ParameterError.problems" in surface
    assert [name for name in surface if "._" in name] == ["wecom_client.__version__"]


def test_the_surface_of_the_generated_client_does_not_differ_from_itself() -> None:
    assert surface_changes(surface_of(rendered()), surface_of(dict(rendered()))) == ()


BY_HAND = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from typing import NamedTuple as Named
else:
    class Named(tuple):
        def __new__(cls, *args, **kwargs): ...
"""


def test_of_what_type_checkers_see_otherwise_their_side_counts() -> None:
    pair, import_ = "class Pair(NamedTuple)", "from typing import Literal, NamedTuple"
    files = edited(
        ("pack/_values.py", pair, "class Pair(Named)"),
        ("pack/_values.py", import_, "from typing import Literal\nfrom ._named import Named"),
    )
    files = {**files, "pack/_named.py": BY_HAND.encode()}
    assert surface_changes(surface_of(edited()), surface_of(files)) == ()


def test_what_is_imported_later_is_public_all_the_same() -> None:
    later = """
from typing import TYPE_CHECKING
from ._base import Base
if TYPE_CHECKING:
    from ._client import Client
__all__ = ["Base", "Client"]
if not TYPE_CHECKING:
    def __getattr__(name): ...
"""
    files = {**edited(), "pack/__init__.py": later.encode()}
    assert "pack.Client.group.import_" in surface_of(files)


def test_a_job_belongs_to_its_operation() -> None:
    names = ("iter_import", "import_all", "other_all")
    job = "".join(f"    def {name}(self): ...\n" for name in names)
    path = "pack/group/__init__.py"
    files = {**edited(), path: edited()[path] + job.encode()}
    surface = surface_of(files)
    assert surface["pack.Client.group.iter_import"].operation == "group/import"
    assert surface["pack.Client.group.import_all"].operation == "group/import"
    assert surface["pack.Client.group.other_all"].operation == ""
