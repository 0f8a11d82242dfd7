"""The lock: it holds hashes and no words, and a bad one is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.documents.blocks import DocumentError
from generator.documents.lock import lock_path, read_lock

from .helpers import drafted, held, run
from .samples import SHELF

GROUP = "library/shelf"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    drafted(SHELF, GROUP, tmp_path / "specs")
    (tmp_path / "document.txt").write_text(SHELF, "utf-8")
    return tmp_path / "specs"


def test_it_holds_no_word_of_the_document(specs: Path) -> None:
    text = lock_path(specs, GROUP).read_text("utf-8")
    assert text.isascii()


def test_without_a_lock_every_sentence_is_a_finding_and_no_fact(specs: Path) -> None:
    lock_path(specs, GROUP).unlink()
    found = held(specs, GROUP).differences(SHELF)
    assert {rule for _, _, rule in found} == {"text"}
    assert {operation for operation, _, _ in found} == {
        GROUP, "lend", "get", "add_booking", "statistic",
    }  # fmt: skip


def test_the_lock_of_another_document_is_findings(specs: Path) -> None:
    data = json.loads(lock_path(specs, GROUP).read_text("utf-8"))
    data["texts"] = {"else": {"notes": ["0123456789abcdef"]}}
    lock_path(specs, GROUP).write_text(json.dumps(data), "utf-8")
    assert {rule for _, _, rule in held(specs, GROUP).differences(SHELF)} == {"text"}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"texts": {}}', b'{"texts": [], "deviations": {}}',
        b'{"texts": {"lend": 5}, "deviations": {}}', b'{"texts": {"lend": {"notes": 5}}, "deviations": {}}',
        b'{"texts": {"lend": {"notes": [5]}}, "deviations": {}}',
        b'{"texts": {}, "deviations": {"lend": {"a b": 5}}}', b"[" * 100_000,
        b'{"texts": {}, "deviations": {}, "not_understood": 3}',
    ],
)  # fmt: skip
def test_garbage_is_refused_with_what_to_do(content: bytes, specs: Path) -> None:
    lock_path(specs, GROUP).write_bytes(content)
    with pytest.raises(
        DocumentError, match="is not a lock; take it out and run 'docs accept' again"
    ):
        read_lock(specs, GROUP)
    assert run("docs", "check", specs.parent / "document.txt", "--specs", specs)[0] == 2


def test_a_conflict_that_git_left_is_called_one(specs: Path) -> None:
    path = lock_path(specs, GROUP)
    text = path.read_text("utf-8")
    path.write_text(f"{text}<<<<<<< HEAD\n=======\n>>>>>>> topic\n", "utf-8")
    line = text.count("\n") + 1
    code, said = run("docs", "check", specs.parent / "document.txt", "--specs", specs)
    assert code == 2
    assert said.startswith(f"{path}:{line}:1: has a merge conflict that git left here; ")
    assert said.rstrip().endswith("or take the file out and run 'docs accept' again")


def test_a_folder_in_its_place_is_named(specs: Path) -> None:
    lock_path(specs, GROUP).unlink()
    lock_path(specs, GROUP).mkdir()
    with pytest.raises(DocumentError, match="cannot be read"):
        read_lock(specs, GROUP)


def test_accepting_writes_the_same_again(specs: Path) -> None:
    before = lock_path(specs, GROUP).read_bytes()
    assert run("docs", "accept", specs.parent / "document.txt", "--specs", specs)[0] == 0
    assert lock_path(specs, GROUP).read_bytes() == before


def test_accepting_keeps_what_other_documents_said(specs: Path) -> None:
    def texts() -> dict[str, Any]:
        found: dict[str, Any] = json.loads(lock_path(specs, GROUP).read_text("utf-8"))["texts"]
        return found

    before = texts()
    begin, end = SHELF.index("get(access_token"), SHELF.index("预约与取书")
    (specs.parent / "document.txt").write_text(SHELF[:begin] + SHELF[end:], "utf-8")
    assert run("docs", "accept", specs.parent / "document.txt", "--specs", specs)[0] == 0
    assert texts()["get"] == before["get"]
