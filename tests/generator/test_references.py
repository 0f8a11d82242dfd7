"""Shapes and the references to them: what is refused soon, and what is not read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .folders import api, changed, messages, operations, write


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


@pytest.mark.parametrize(
    ("shapes", "spec"), [("list_shapes", "list"), ("a_shapes", "shapes"), ("shapes", "x")]
)
def test_only_the_whole_name_makes_a_file_of_shapes(tmp_path: Path, shapes: str, spec: str) -> None:
    root = api(tmp_path, {f"rooms/{shapes}": changed(), f"rooms/{spec}": changed()}).root
    assert [one.name for one in operations(root)] == sorted([shapes, spec])
