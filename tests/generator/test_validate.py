"""Which files are specs, what they may be called, and what a folder of them must have."""

from __future__ import annotations

import builtins
import keyword
import os
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from .folders import api, changed, messages, operation, operations, rendered, write


def test_the_fine_spec_has_no_problem(tmp_path: Path) -> None:
    assert api(tmp_path, {"rooms/list": changed()}).root.groups[0].operations[0].name == "list"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rooms/list.yml", "specs end in .yaml"),
        ("Rooms/list.yaml", "cannot be part of a URL path"),
        ("rooms/my-list.yaml", "cannot be part of a URL path"),
        ("rooms/list.all.yaml", "cannot be part of a URL path"),
        ("rooms/list.YAML", "specs end in .yaml"),
        ("rooms/_list.yaml", "cannot be part of a URL path"),
        ("rooms/1.yaml", "cannot be part of a URL path"),
        ("my rooms/list.yaml", "cannot be part of a URL path"),
        ("群/list.yaml", "cannot be part of a URL path"),
        (f"rooms/{'x' * 41}.yaml", "at most 40"),
        ("List.yaml", "cannot be part of a URL path"),
        *(
            (f"{folder}/{device}.yaml", f"{device!r} is a device to Windows")
            for folder in ("rooms", "rooms/inner")
            for device in ("aux", "con", "nul", "prn", "com1", "com9", "lpt1", "lpt9")
        ),
        ("nul/list.yaml", "'nul' is a device to Windows"),
        ("rooms/com3/list.yaml", "'com3' is a device to Windows"),
        ("prn.yaml", "'prn' is a device to Windows"),
        ("rooms/aux.all.yaml", "cannot be part of a URL path"),
        ("CON/_shapes.yaml", "cannot be part of a URL path"),
        ("con/_shapes.yaml", "'con' is a device to Windows"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(tmp_path: Path, name: str, said: str) -> None:
    file = os.fsdecode(name.encode())  # a locale may have no such character
    found = messages(tmp_path, {file: changed(), "a/b": changed()})
    assert any(said in message for message in found)


@pytest.mark.parametrize("name", ["aux_", "auxiliary", "com", "com10", "console", "lpt", "null"])
def test_a_name_that_only_looks_like_a_device_of_windows_is_fine(tmp_path: Path, name: str) -> None:
    assert operations(api(tmp_path, {f"rooms/{name}": changed()}).root)[0].name == name


def test_no_generated_file_is_called_like_a_device_of_windows(tmp_path: Path) -> None:
    names = [*dir(builtins)[-20:], *keyword.kwlist, "aux_"]
    specs = {f"rooms/{name}": changed() for name in names if name[0].isalpha() and name.islower()}
    stems = {PurePosixPath(path).name.partition(".")[0] for path in rendered(tmp_path, specs)}
    assert "aux_" in stems
    assert not stems & {"aux", "con", "nul", "prn"}
    assert len({stem.lower() for stem in stems}) == len(stems)


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    assert "is not a folder" in messages(tmp_path / "missing" / "x", {})[0].replace(
        str(tmp_path), ""
    )
    write(tmp_path / "empty", {"notes.txt": "x"})
    assert "has no spec" in messages(tmp_path / "empty", {})[0]


def test_a_number_may_have_fractions_for_choices(tmp_path: Path) -> None:
    field = {"type": "number", "enum": {0.5: "half", 1: "full"}, "default": 0.5}
    spec = changed(request={"x": field}, examples=None)
    (parameter,) = operation(tmp_path, spec).request
    assert parameter.enum == {0.5: "half", 1: "full"}


def test_hidden_files_and_other_kinds_of_files_are_no_specs(tmp_path: Path) -> None:
    others = {".x/a.yaml": "[", "rooms/.a.yaml": "[", "rooms/a.json": "[", "rooms/a.yaml~": "["}
    root = api(tmp_path, {"rooms/list": changed(), **others}).root
    assert [one.path for one in operations(root)] == ["rooms/list"]


@pytest.mark.parametrize("error_class", ["busy", ""])
@pytest.mark.parametrize("chinese", [{}, {"zh": {"meaning": "忙", "remedy": "等"}}])
def test_a_code_needs_neither_a_class_nor_chinese(
    tmp_path: Path, error_class: str, chinese: dict[str, Any]
) -> None:
    row = {"class": error_class, "meaning": "m", "remedy": "r", **chinese}
    (code,) = api(tmp_path, {"errors": {5: row}, "a/b": changed()}).errors
    assert (code.error_class, code.meaning_zh) == (error_class, "忙" if chinese else "")
