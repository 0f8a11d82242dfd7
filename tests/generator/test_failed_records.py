"""What type checkers take for a failed element of a job that they do not know."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from .folders import changed, rendered, write
from .package import generate, typed_requests

ERRORS = {"errcode": {"type": "integer"}, "errmsg": {"type": "string"}}
SHAPES = {"lost": {"type": "object", "properties": {"id": {"type": "string"}, **ERRORS}}}


def batch(**fields: Any) -> dict[str, Any]:
    """Return a spec with a batch whose failed elements have these fields."""
    listed = fields or {"$ref": "_shapes.yaml#/lost"}
    if fields:
        listed = {"type": "object", "properties": {**ERRORS, **fields}}
    return changed(
        response={"bad_list": {"type": "array", "items": listed}},
        failures={"field": "bad_list", "key": next(iter(fields), "id")},
        batch={"parameter": "ids", "argument": "all_ids"},
        examples=None,
    )


def module(folder: Path, **specs: dict[str, Any]) -> str:
    paths = {f"rooms/{name}": spec for name, spec in specs.items()}
    return rendered(folder, {**paths, "rooms/_shapes": SHAPES})["_failed_records"]


def test_a_shape_that_several_jobs_share_is_named_once(tmp_path: Path) -> None:
    text = module(tmp_path, give=batch(), take=batch())
    assert "class AnyFailedRecord(_Lost, errors=ERRORS):" in text
    assert text.count("import Lost") == 1


def test_records_of_one_name_are_told_apart(tmp_path: Path) -> None:
    text = module(tmp_path, give=batch(id={"type": "string"}), take=batch(id={"type": "string"}))
    assert "from .rooms.give import Bad as _Bad\n" in text
    assert "from .rooms.take import Bad as _Bad2\n" in text
    assert "class AnyFailedRecord(_Bad, _Bad2, errors=ERRORS):" in text
    assert "Any\n" not in text.partition("class")[2]


def test_without_jobs_it_has_what_every_failed_element_has(tmp_path: Path) -> None:
    assert "class AnyFailedRecord(FailedRecord, errors=ERRORS):" in module(tmp_path, get=changed())


@typed_requests
def test_fields_that_contradict_each_other_are_open_and_the_class_passes_mypy(
    tmp_path: Path,
) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    text, number = {"type": "string"}, {"type": "integer"}
    give = batch(id=text, size=text, when={**text, "condition": "only now"}, at=inner)
    take = batch(id=text, size=number, when=text, at=inner)
    specs = write(tmp_path / "specs", {"rooms/give": give, "rooms/take": take})
    package = generate(specs, tmp_path / "package")
    home = package.path / "wecom_client"
    lines = (home / "_failed_records.py").read_text("utf-8").splitlines()
    assert [line.strip() for line in lines if line.endswith(": Any")] == [
        "at: Any",
        "size: Any",
        "when: Any",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=",
         f"--cache-dir={tmp_path / 'cache'}", home / "_failed_records.py"],
        env={**os.environ, "MYPYPATH": str(package.path)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    shown = package.run("from wecom_client._failed_records import AnyFailedRecord\n"
                        "show([one.__name__ for one in AnyFailedRecord.__mro__[:4]])")  # fmt: skip
    assert shown == ["AnyFailedRecord", "Bad", "Bad", "FailedRecord"]
