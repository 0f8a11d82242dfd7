"""Names that are taken: keywords, builtins, the runtime's own, and those of other specs."""

from __future__ import annotations

import keyword
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.spec.names import FIELD
from generator.targets.python.naming import (
    Namespaces,
    camel_case,
    class_name,
    element_name,
    member_name,
    python_name,
)

from .folders import messages, rendered
from .package import Generated
from .taken_names import ANSWERS, BAG, BESIDE, GROUPS, NAMES, spec


@pytest.mark.parametrize("form", ["plain", "bags", "lists", "texts"])
def test_parameters_of_taken_names_are_sent_by_these(named: Generated, form: str) -> None:
    value = {"plain": "x", "bags": {"str": "x"}, "lists": [{"str": "x"}], "texts": ["x"]}[form]
    found = named.run(
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
    named: Generated, form: str, value: Any, text: str
) -> None:
    suffix = text if form != "plain" else ""
    found = named.run(
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


def test_groups_of_taken_names_are_reached(named: Generated) -> None:
    found = named.run(
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


def test_operations_of_taken_names_are_reached(named: Generated) -> None:
    found = named.run(
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


def test_parameters_called_like_classes_of_answers_are_sent(named: Generated) -> None:
    found = named.run(
        f"""
        client = Client()
        answer = client.alike.parameters(**{{name + "_": "x" for name in {ANSWERS!r}}})
        show([client.sent[0][3], type(answer).__name__])
        """
    )
    assert found == [dict.fromkeys(ANSWERS, "x"), "ParametersAnswer"]


def test_groups_whose_classes_have_one_name_are_told_apart(named: Generated) -> None:
    found = named.run(
        """
        client = Client()
        alike = client.alike
        for one in (alike.room, alike.room_, alike.async_room, alike.step_10, alike.step1_0):
            one.list()
        show([path for _, path, _, _ in client.sent])
        """
    )
    names = ("room", "room_", "async_room", "step_10", "step1_0")
    assert found == [f"alike/{name}/list" for name in names]


def test_shapes_of_taken_names_are_shared(named: Generated) -> None:
    found = named.run(
        """
        import sys
        answer = Client({"record": {"str": "x"}, "list": {"int": 1}}).shapes.use()
        home = type(answer.list).__module__
        shared = getattr(sys.modules[home], "ListParam", None)
        show([answer.record.str, home, isinstance(shared, type)])
        """
    )
    assert found == ["x", "wecom_client.shapes._shapes", True]


def test_shapes_of_folders_that_refer_to_each_other_can_be_imported(named: Generated) -> None:
    found = named.run(
        """
        circle = Client({"field_0": {"part_0": {"part_0": {"id": "x"}}}}).circle
        show([one.op().field_0.part_0.part_0.id for one in (circle.a, circle.b)])
        """
    )
    assert found == ["x", "x"]


def test_an_inline_object_and_a_shape_of_one_name_are_two_classes(named: Generated) -> None:
    found = named.run(
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
    with pytest.raises(ValueError, match="is not an identifier"):
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
    assert Namespaces().names("call/import/call") == ["call_", "import_", "call"]
    assert Namespaces().names("") == []


@pytest.mark.parametrize(
    ("operations", "folder", "expected"),
    [
        (["media/get"], "media/get", "media.get_"),
        (["media/get"], "other/get", "other.get"),
        (["hr/import"], "hr/import", "hr.import__"),
        (["a/b", "a/b_"], "a/b", "a.b__"),
        (["gettoken"], "gettoken/inner", "gettoken_.inner"),
    ],
)
def test_a_folder_beside_an_operation_of_its_name_gets_an_underscore_more(
    operations: list[str], folder: str, expected: str
) -> None:
    names = Namespaces(frozenset(operations))
    assert names.package(folder) == expected
    assert names.module(f"{folder}/x") == f"{expected}.x"


def test_an_operation_that_is_a_folder_too_is_called_beside_it(named: Generated) -> None:
    found = named.run(
        """
        client = Client()
        client.media.get()
        client.media.get_.jssdk()
        client.media.import_()
        client.media.import__.start()
        client.top()
        client.top_.list()
        from wecom_client.media.get_.jssdk import build_request as inner
        from wecom_client.media.get import build_request as outer
        show([*(path for _, path, _, _ in client.sent), inner().path, outer().path])
        """
    )
    order = [BESIDE.index(path) for path in found]
    assert order == [0, 1, 2, 3, 4, 5, 1, 0]


def test_a_name_of_forty_characters_is_the_longest_of_a_path(tmp_path: Path) -> None:
    name = "a" * 40
    modules = rendered(tmp_path / "fine", {f"{name}/{name}": spec()})
    assert f"{name}/{name}" in modules
    (message,) = messages(tmp_path / "long", {f"{name}a/{name}": spec()})
    assert "at most 40 of them" in message
