"""Names that are taken: keywords, builtins, the runtime's own, and those of other specs."""

from __future__ import annotations

import keyword
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.spec.names import FIELD
from generator.targets.python.naming import (
    camel_case,
    class_name,
    element_name,
    member_name,
    package_names,
    python_name,
)

from .folders import changed, messages, rendered, write
from .package import ROOT, Generated, generate, typed_requests

NAMES = sorted(
    {word for word in keyword.kwlist if word.islower()}
    | {"str", "int", "float", "bool", "list", "dict", "tuple", "type", "object", "property", "id"}
    | {"print", "vars", "builtins", "match", "self", "cls", "raw", "one", "many", "values", "items"}
    | {"renamed", "request", "answer", "record", "operation", "settings", "string", "array", "day"}
    | {"flag", "integer", "mapping", "sequence", "typed_dict", "namespace", "partial", "errors"}
    | {"partial_answer", "defaults", "client", "child", "send", "call", "close", "wecom_client"}
    | {"annotations", "raise_for_failures", "fields", "built", "simulator", "gettoken", "item"}
    | {"item_list", "step_2", "step_10", "a1b", "true", "false", "none"}
)
SCALAR = {"type": "string", "description": "A text."}
BAG = {"type": "object", "description": "A bag.", "properties": {"str": SCALAR, "int": SCALAR}}


GROUPS = [name for name in NAMES if name not in ("simulator", "gettoken")]


def spec(**keys: Any) -> dict[str, Any]:
    return changed(request=None, response=None, examples=None) | keys


def shape(*others: str) -> dict[str, Any]:
    parts = {f"part_{number}": {"$ref": other} for number, other in enumerate(others)}
    return {"type": "object", "description": "S.", "properties": {"id": SCALAR, **parts}}


def use(*shapes: str) -> dict[str, Any]:
    fields = {f"field_{number}": {"$ref": one} for number, one in enumerate(shapes)}
    return spec(request=fields, response=fields)


CIRCLE = {
    "circle/_shapes": {"root": shape("a/_shapes.yaml#/leaf")},
    "circle/a/_shapes": {
        "top": shape("../b/_shapes.yaml#/middle", "#/leaf"),
        "leaf": shape(),
        "around": shape("../_shapes.yaml#/root", "c/_shapes.yaml#/inner"),
    },
    "circle/b/_shapes": {"middle": shape("../a/_shapes.yaml#/leaf"), "leaf": shape()},
    "circle/a/c/_shapes": {"inner": shape("../_shapes.yaml#/leaf", "../../b/_shapes.yaml#/leaf")},
    "circle/a/op": use("_shapes.yaml#/top", "../b/_shapes.yaml#/leaf", "_shapes.yaml#/leaf"),
    "circle/b/op": use("../a/_shapes.yaml#/around", "../a/_shapes.yaml#/leaf"),
    "circle/a/c/op": use("_shapes.yaml#/inner", "../../_shapes.yaml#/root"),
}
"""Shapes of folders that refer to each other."""

SAME = {
    "room": {"type": "object", "properties": {"a": SCALAR}},
    "other": {"$ref": "_shapes.yaml#/room"},
    "rooms": {"type": "array", "items": {"type": "object", "properties": {"c": SCALAR}}},
}
"""An object, a shape, and the elements of an array that are all called a room."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package whose operations, parameters, fields and groups have all these names."""
    home = tmp_path_factory.mktemp("names")
    plain = dict.fromkeys(NAMES, SCALAR)
    bags = dict.fromkeys(NAMES, BAG)
    lists = {name: {"type": "array", "items": BAG} for name in NAMES}
    texts = {name: {"type": "array", "items": SCALAR} for name in NAMES}
    forms = {"plain": plain, "bags": bags, "lists": lists, "texts": texts}
    specs: dict[str, Any] = {
        f"forms/{form}": spec(request=fields, response=fields) for form, fields in forms.items()
    }
    specs |= {f"operations/{name}": spec(request={"str": SCALAR, "id": BAG}) for name in NAMES}
    specs |= {f"groups/{name}/{name}": spec() for name in GROUPS}
    specs |= {f"{name}/{name}": spec() for name in GROUPS}
    specs["nested/deep"] = spec(
        request={"a": {"type": "object", "properties": bags}},
        response={"a": {"type": "object", "properties": lists}},
    )
    specs["shapes/_shapes"] = bags
    uses = {name: {"$ref": f"_shapes.yaml#/{name}"} for name in NAMES}
    specs["shapes/use"] = spec(request=uses, response=uses)
    specs |= CIRCLE
    specs["same/list"] = spec(request=SAME, response=SAME)
    specs["same/_shapes"] = {"room": {"type": "object", "properties": {"b": SCALAR}}}
    write(home / "specs", specs)
    return generate(home / "specs", home / "generated")


def run_tool(package: Generated, *command: str) -> str:
    shutil.copy(ROOT / "pyproject.toml", package.path.parent)
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=package.path.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_taken_names_pass_ruff(package: Generated) -> None:
    assert not run_tool(package, "ruff", "check", "--no-cache", "--quiet", "generated")


def test_taken_names_are_formatted(package: Generated) -> None:
    assert not run_tool(package, "ruff", "format", "--no-cache", "--check", "generated")


@typed_requests
def test_taken_names_pass_mypy(package: Generated, tmp_path: Path) -> None:
    assert not run_tool(package, "mypy", "--cache-dir", str(tmp_path), "generated")


@pytest.mark.parametrize("form", ["plain", "bags", "lists", "texts"])
def test_parameters_of_taken_names_are_sent_by_these(package: Generated, form: str) -> None:
    value = {"plain": "x", "bags": {"str": "x"}, "lists": [{"str": "x"}], "texts": ["x"]}[form]
    found = package.run(
        f"""
        import inspect
        client = Client()
        names = list(inspect.signature(client.forms.{form}).parameters)
        names.remove("extra")
        client.forms.{form}(**{{name: {value!r} for name in names}})
        show(client.sent[0][3])
        """
    )
    assert found == dict.fromkeys(NAMES, value)


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("plain", "x", "x"),
        ("bags", {"str": "x"}, ".str"),
        ("lists", [{"str": "x"}], "[0].str"),
        ("texts", ["x"], "[0]"),
    ],
)
def test_answer_fields_of_taken_names_are_read(
    package: Generated, form: str, value: Any, text: str
) -> None:
    suffix = text if form != "plain" else ""
    found = package.run(
        f"""
        names = {NAMES!r}
        answer = Client({{name: {value!r} for name in names}}).forms.{form}()
        found = {{}}
        for name in names:
            held = getattr(answer, name + "_", None)
            held = getattr(answer, name) if held is None else held
            found[name] = held{suffix}
        show(found)
        """
    )
    assert found == dict.fromkeys(NAMES, "x")


def test_groups_of_taken_names_are_reached(package: Generated) -> None:
    found = package.run(
        f"""
        client = Client()
        for name in {GROUPS!r}:
            for home in (client, client.groups):
                inner = getattr(home, name + "_", None) or getattr(home, name)
                (getattr(inner, name + "_", None) or getattr(inner, name))()
        show([path for _, path, _, _ in client.sent])
        """
    )
    assert found == [
        path for name in GROUPS for path in (f"{name}/{name}", f"groups/{name}/{name}")
    ]


def test_operations_of_taken_names_are_reached(package: Generated) -> None:
    found = package.run(
        f"""
        client = Client()
        for name in {NAMES!r}:
            operations = client.operations
            method = getattr(operations, name + "_", None) or getattr(operations, name)
            method(str="x", id={{"int": "y"}})
        show([path for _, path, _, _ in client.sent])
        """
    )
    assert found == [f"operations/{name}" for name in NAMES]


def test_shapes_of_taken_names_are_shared(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client.shapes import _shapes, use
        answer = Client({"record": {"str": "x"}, "list": {"int": 1}}).shapes.use()
        classes = {name: one for name, one in vars(_shapes).items() if isinstance(one, type)}
        show([answer.record.str, type(answer.list).__module__, "ListParam" in classes])
        """
    )
    assert found == ["x", "wecom_client.shapes._shapes", True]


def test_shapes_of_folders_that_refer_to_each_other_can_be_imported(package: Generated) -> None:
    found = package.run(
        """
        circle = Client({"field_0": {"part_0": {"part_0": {"id": "x"}}}}).circle
        show([one.op().field_0.part_0.part_0.id for one in (circle.a, circle.b)])
        """
    )
    assert found == ["x", "x"]


def test_an_inline_object_and_a_shape_of_one_name_are_two_classes(package: Generated) -> None:
    found = package.run(
        """
        client = Client({"room": {"a": "x"}, "other": {"b": "y"}, "rooms": [{"c": "z"}]})
        answer = client.same.list(room={"a": "x"}, other={"b": "y"}, rooms=[{"c": "z"}])
        show([answer.room.a, answer.other.b, answer.rooms[0].c])
        """
    )
    assert found == ["x", "y", "z"]


def test_a_shape_that_nobody_uses_leaves_no_file(tmp_path: Path) -> None:
    modules = rendered(tmp_path, {"rooms/list": spec(), "rooms/_shapes": {"room": BAG}})
    assert "rooms/_shapes" not in modules


def test_a_field_without_a_description_has_no_docstring(tmp_path: Path) -> None:
    fields = {"a": {"type": "string"}, "b": {"type": "array", "items": {"type": "integer"}}}
    spec_ = spec(request={"c": {"type": "object", "properties": fields}}, response=fields)
    module = rendered(tmp_path, {"rooms/list": spec_})["rooms/list"]
    assert "    a: str\n    b: tuple[int, ...] = values()\n" in module
    assert "    a: str\n    b: Sequence[int]\n" in module


@pytest.mark.parametrize(
    ("name", "reserved", "expected"),
    [
        ("chat_id", (), "chat_id"),
        ("from", (), "from_"),
        ("None", (), "None_"),
        ("match", (), "match"),
        ("print", (), "print"),
        ("raw", ("raw",), "raw_"),
        ("Raw", ("raw",), "Raw"),
    ],
)
def test_a_taken_name_gets_an_underscore(
    name: str, reserved: tuple[str, ...], expected: str
) -> None:
    assert python_name(name, reserved) == expected


@pytest.mark.parametrize("name", ["", "1a", "a-b", "a b", "a.b", "a\n", "é", "ａ", "_a", "a;b"])
def test_what_is_no_identifier_never_becomes_one(name: str) -> None:
    with pytest.raises(ValueError, match="is no identifier"):
        python_name(name)


@given(name=st.from_regex(FIELD, fullmatch=True))
def test_every_name_becomes_identifiers(name: str) -> None:
    for found in (python_name(name), class_name(name), camel_case(name), element_name(name)):
        assert found.isidentifier()
        assert not keyword.iskeyword(python_name(found))


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("failed_chat", "Record", "FailedChat"),
        ("failedChat", "Record", "FailedChat"),
        ("a__b", "Record", "AB"),
        ("del", "Record", "Del"),
        ("answer", "Record", "AnswerRecord"),
        ("namespace", "Namespace", "NamespaceNamespace"),
        ("true", "Record", "TrueRecord"),
        ("i", "Record", "IRecord"),
    ],
)
def test_a_class_is_named_after_its_field_unless_that_is_taken(
    name: str, kind: str, expected: str
) -> None:
    assert class_name(name, kind) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("member_list", "member"),
        ("items", "item"),
        ("address", "address_item"),
        ("data", "data_item"),
        ("is", "is_item"),
    ],
)
def test_an_element_is_named_after_its_list(name: str, expected: str) -> None:
    assert element_name(name) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("call", "call_"),
        ("simulator", "simulator_"),
        ("hr/call", "call"),
        ("hr/import", "import_"),
        ("builtins", "builtins_"),
        ("hr/builtins", "builtins_"),
    ],
)
def test_only_the_root_has_the_names_of_the_client(path: str, expected: str) -> None:
    assert member_name(path) == expected


def test_packages_are_named_part_by_part() -> None:
    assert package_names("call/import/call") == ["call_", "import_", "call"]
    assert package_names("") == []


def test_a_name_of_forty_characters_is_the_longest_of_a_path(tmp_path: Path) -> None:
    name = "a" * 40
    modules = rendered(tmp_path / "fine", {f"{name}/{name}": spec()})
    assert f"{name}/{name}" in modules
    (message,) = messages(tmp_path / "long", {f"{name}a/{name}": spec()})
    assert "at most 40 of them" in message
