"""The public surface of rendered files, and what a change of generator or template does to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from generator.changes.assignability import fits
from generator.changes.reader import PackageError
from generator.changes.rules import RULES
from generator.changes.surface import surface_of
from generator.targets.python.render import Renderer

from .changing import code_changes, unchanged
from .surface_edits import (
    BREAKS,
    BY_IMPORT,
    EDITS,
    ERRORS,
    FITS,
    GROUP,
    INIT,
    SAME,
    Edit,
    edited,
)  # fmt: skip

CLIENT = "wecom_client.WeComClient"
LIST = f"{CLIENT}.shop.order.list"


def found(*edits: Edit) -> set[tuple[str, str]]:
    """Return rule and field of each change that edits make."""
    changes = code_changes(edited(), edited(*edits))
    for one in changes:
        assert one.rule in RULES
        assert one.operation == ("group/import" if one.field.startswith(BY_IMPORT) else "")
    return {(one.rule.removeprefix("surface."), one.field) for one in changes}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_code_is_found_with_its_verdict_and_nothing_else(name: str) -> None:
    edits, verdict, expected = EDITS[name]
    rules = found(*edits)
    assert rules == expected
    breaks = any(RULES[f"surface.{rule}"].kind == "breaking" for rule, _ in rules)
    assert verdict == (BREAKS if breaks else FITS if rules else SAME)


def test_each_base_that_an_exception_loses_is_told() -> None:
    edits = ((ERRORS, "class Special(Error)", "class Special(BaseException)"),)
    changes = code_changes(edited(), edited(*edits))
    bases = [one.old for one in changes if one.rule == "surface.base-removed"]
    assert bases == ["Error", "Exception"]


# the package has a class of the name of a builtin one
OWN = {"Special": ("Error", "Exception"), "TimeoutError": ("Error", "Exception")}


@pytest.mark.parametrize(
    ("narrow", "wide", "is_certain"),
    [
        ("list[int]", "Sequence[int | str]", True),
        ("tuple[int, ...]", "Iterable[float]", True),
        ("tuple[int, str]", "tuple[int, str, int]", False),
        ("dict[str, bool]", "Mapping[str, int]", True),
        ("list[bool]", "list[int]", False),
        ("list", "list[int]", False),
        ("list[int]", "list", True),
        ("Literal['a', 1]", "str | int", True),
        ("str", "Literal['a']", False),
        ("Optional[int]", "Union[None, int]", True),
        ("int", "object", True),
        ("Any", "int", False),
        ("Callable[[], str]", "Callable[[], Any]", True),
        ("Callable[[int], str]", "Callable[[float], str]", False),
        ("Special", "Error", True),
        ("PermissionError", "OSError", True),
        ("TimeoutError", "OSError", False),
        ("bool", "float", True),
        ("frozenset[bool]", "AbstractSet[int]", True),
        ("Error", "Special", False),
        ("type[Special]", "type[Error]", True),
        ("Unknown[int]", "Unknown[bool]", False),
    ],
)
def test_a_type_fits_another_where_that_is_certain(
    narrow: str, wide: str, is_certain: bool
) -> None:
    assert fits(narrow, wide, OWN) is is_certain


def test_every_rule_of_the_surface_is_used_by_an_edit() -> None:
    used = {f"surface.{rule}" for _, _, rules in EDITS.values() for rule, _ in rules}
    assert {rule for rule in RULES if rule.startswith("surface.")} == used


def test_the_surface_holds_what_users_can_reach_and_nothing_private() -> None:
    groups = {
        f"pack.{client}.group{inner}"
        for client in ("Client", "AsyncClient")
        for inner in ("", ".import_")
    }
    inherited = {
        f"pack.{client}{inner}"
        for client in ("Client", "AsyncClient")
        for inner in ("", ".call", ".find", ".pace", ".parse", ".wait")
    }
    assert set(surface_of(edited())) == groups | inherited | {
        "pack.Client.__enter__", "pack.AsyncClient.__aenter__",
        "pack.Color", "pack.Color.RED", "pack.Color.BLUE",
        "pack.Error", "pack.Error.code", "pack.Error.text", "pack.Special",
        "pack.Lazy", "pack.Lazy.wake", "pack.Mode",
        "pack.Options", "pack.Options.mode", "pack.Options.size",
        "pack.Pair", "pack.Pair.left", "pack.Pair.right",
        "pack.Store", "pack.Store.load",
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
        ("parts", "as any number of positions", "()"),
        ("again", "by keyword only", "False"),
        ("more", "as any number of keywords", "{}"),
    ]


def test_keys_of_a_mapping_are_required_or_not() -> None:
    arguments = surface_of(edited())["pack.group.import_.Filter"].arguments
    assert {one.name: one.default for one in arguments} == {"ids": None, "class": "absent"}


def test_aliases_of_annotations_are_spelt_out() -> None:
    mode = surface_of(edited())["pack.Client"].arguments[1]
    assert mode.annotation == "Literal['a', 'b']"


BASE_OF_ERROR = (ERRORS, "class Error(Exception)", "class Root(Exception)")
OWN_ERROR = (
    ERRORS,
    "class Special(Error)",
    "class Error(Root): ...\nclass Special(Error)",
)


def test_a_base_that_becomes_public_takes_nothing_from_its_classes() -> None:
    listed = ('"Error", "Lazy"', '"Error", "Root", "Lazy"')
    imports = ("import Error, Special", "import Error, Root, Special")
    files = edited(BASE_OF_ERROR, OWN_ERROR, (INIT, *listed), (INIT, *imports))
    changes = code_changes(edited(), files)
    assert {(one.rule, one.field) for one in changes} == {
        ("surface.base-added", "pack.Error"),
        ("surface.added", "pack.Root"),
    }


def test_what_a_package_of_operations_offers_is_a_name_and_its_class_is_told_once() -> None:
    listed = '\n__all__ = ["Group", "Row"]\nfrom ._shapes import Row\nclass Group:'
    assert found((GROUP, "\nclass Group:", listed)) == {
        ("added", "pack.group.Group"),
        ("added", "pack.group.Row"),
    }


def test_a_rename_is_asked_for_on_both_of_its_names() -> None:
    changes = code_changes(edited(), edited((GROUP, "def import_", "def load")))
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
    assert [name for name in surface if re.search(r"\._(?!_)", name)] == []


def test_the_surface_of_the_generated_client_does_not_differ_from_itself() -> None:
    assert code_changes(rendered(), rendered()) == ()


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
    assert code_changes(edited(), files) == ()


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
