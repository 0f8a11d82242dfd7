"""Shapes and the references to them: what is wrong is named where it is stated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .folders import api, changed, messages, operations, write


def test_a_shape_that_contains_itself_is_refused(tmp_path: Path) -> None:
    shapes = {"loop": {"type": "object", "properties": {"x": {"$ref": "_shapes.yaml#/loop"}}}}
    spec = changed(request={"x": {"$ref": "_shapes.yaml#/loop"}}, examples=None)
    found = messages(tmp_path, {"a/b": spec, "a/_shapes": shapes})
    assert any("itself" in message for message in found)


def test_a_fault_of_a_shape_is_named_where_the_shape_states_it(tmp_path: Path) -> None:
    shapes = "x:\n  type: integer\n  minimum: 5\n  maximum: 4\n"
    spec = changed(request={"x": {"$ref": "_shapes.yaml#/x"}}, examples=None)
    (message,) = messages(tmp_path, {"a/b": spec, "a/c": spec, "a/_shapes": shapes})
    assert message.startswith("a/_shapes.yaml:3:3: 'minimum' of 'x' is 5, above its 'maximum'")


def test_a_fault_that_the_use_makes_is_named_at_the_use(tmp_path: Path) -> None:
    shapes = {"x": {"type": "integer", "maximum": 4}}
    spec = changed(request={"x": {"$ref": "_shapes.yaml#/x", "minimum": 5}}, examples=None)
    (message,) = messages(tmp_path, {"a/b": spec, "a/_shapes": shapes})
    assert message.startswith("a/b.yaml:")


def test_references_that_lead_to_each_other_are_refused(tmp_path: Path) -> None:
    shapes = {"x": {"$ref": "#/y"}, "y": {"$ref": "#/x"}}
    found = messages(tmp_path, {"a/b": changed(), "a/_shapes": shapes})
    assert all("refers to itself in the end" in message for message in found)


def test_shapes_that_multiply_are_refused_soon(tmp_path: Path) -> None:
    shapes: dict[str, Any] = {"s40": {"type": "string"}}
    for number in range(40):
        below = {"$ref": f"#/s{number + 1}"}
        shapes[f"s{number}"] = {"type": "object", "properties": {"a": below, "b": below}}
    found = messages(tmp_path, {"a/b": changed(), "a/_shapes": shapes})
    assert all("too many fields" in message for message in found)


def test_a_long_chain_of_references_is_refused_soon(tmp_path: Path) -> None:
    shapes: dict[str, Any] = {f"s{number}": {"$ref": f"#/s{number + 1}"} for number in range(500)}
    shapes["s500"] = {"type": "string"}
    found = messages(tmp_path, {"a/b": changed(), "a/_shapes": shapes})
    assert all("refer to the last" in message for message in found)


def test_a_reference_does_not_read_what_lies_outside_the_folder(tmp_path: Path) -> None:
    write(tmp_path, {"_shapes": {"x": {"type": "string"}}})
    spec = changed(request={"x": {"$ref": "../../_shapes.yaml#/x"}}, examples=None)
    (message,) = messages(tmp_path / "specs", {"a/b": spec})
    assert "no shapes are there" in message


def test_a_reference_to_nowhere_is_the_only_problem_it_makes(tmp_path: Path) -> None:
    spec = changed(
        request={"x": {"$ref": "_shapes.yaml#/x", "items": {"minLength": 1, "type": "string"}}},
        examples={"request": {"x": ["a"]}},
    )
    (message,) = messages(tmp_path, {"a/b": spec, "a/_shapes": {"y": {"type": "string"}}})
    assert message.endswith("no such shape; a/_shapes.yaml has: y")


def test_a_shape_may_say_required_or_condition_for_the_side_that_reads_it(tmp_path: Path) -> None:
    parts = {
        "id": {"type": "string", "required": True},
        "name": {"type": "string", "condition": "only sometimes"},
    }
    use = {"x": {"$ref": "_shapes.yaml#/x"}}
    specs = {
        "a/b": changed(request=use, response=use, examples=None),
        "a/_shapes": {"x": {"type": "object", "properties": parts}},
    }
    assert api(tmp_path, specs)


@pytest.mark.parametrize(
    ("shapes", "spec"), [("list_shapes", "list"), ("a_shapes", "shapes"), ("shapes", "x")]
)
def test_only_the_whole_name_makes_a_file_of_shapes(tmp_path: Path, shapes: str, spec: str) -> None:
    root = api(tmp_path, {f"rooms/{shapes}": changed(), f"rooms/{spec}": changed()}).root
    assert [one.name for one in operations(root)] == sorted([shapes, spec])
