"""What type checkers take for a failed element of a job that they do not know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .folders import changed, rendered
from .taken_names import FAILED_SHAPES, contradicting_failures, failing


def module(folder: Path, **specs: dict[str, Any]) -> str:
    paths = {f"rooms/{name}": spec for name, spec in specs.items()}
    return rendered(folder, {**paths, "rooms/_shapes": FAILED_SHAPES})["_failed_records"]


def test_a_shape_that_several_jobs_share_is_named_once(tmp_path: Path) -> None:
    text = module(tmp_path, give=failing(), take=failing())
    assert "class AnyFailedRecord(_Lost, errors=ERRORS):" in text
    assert text.count("import Lost") == 1


def test_records_of_one_name_are_told_apart(tmp_path: Path) -> None:
    text = module(
        tmp_path, give=failing(id={"type": "string"}), take=failing(id={"type": "string"})
    )
    assert "from .rooms.give import Bad as _Bad\n" in text
    assert "from .rooms.take import Bad as _Bad_2\n" in text
    assert "class AnyFailedRecord(_Bad, _Bad_2, errors=ERRORS):" in text
    assert "Any\n" not in text.partition("class")[2]


def test_without_jobs_it_has_what_every_failed_element_has(tmp_path: Path) -> None:
    assert "class AnyFailedRecord(FailedRecord, errors=ERRORS):" in module(tmp_path, get=changed())


def test_fields_that_contradict_each_other_are_open(tmp_path: Path) -> None:
    """That mypy takes the class, and Python its bases, is seen of the package of taken names."""
    text = rendered(tmp_path, contradicting_failures())["_failed_records"]
    assert [line.strip() for line in text.splitlines() if line.endswith(": Any")] == [
        "at: Any",
        "size: Any",
        "when: Any",
    ]
