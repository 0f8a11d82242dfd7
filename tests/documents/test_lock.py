"""The locks: one a document, hashes and no words; a bad one is named, an old one is taken over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.documents.blocks import DocumentError
from generator.documents.lock import read_locks
from generator.targets import read_api

from .helpers import SPECS, checked, drafted, held, run
from .pages import DELETED, LISTED, Tree, page
from .samples import SHELF

GROUP = "library/shelf"
NAME = "QQ.weixin.work.library.shelf"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    drafted(SHELF, GROUP, tmp_path / "specs")
    (tmp_path / "document.txt").write_text(SHELF, "utf-8")
    return tmp_path / "specs"


def lock_of(specs: Path, name: str = NAME) -> Path:
    return specs / "_locks" / f"{name}.lock"


def data_of(specs: Path, name: str = NAME) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lock_of(specs, name).read_text("utf-8"))
    return found


def as_before(specs: Path) -> Path:
    """Put what was accepted where it stood when a group had one document."""
    data = data_of(specs)
    lock_of(specs).unlink()

    def names(of: dict[str, Any]) -> dict[str, Any]:
        return {key.removeprefix(f"{GROUP}/"): one for key, one in of.items()}

    old = {"texts": names(data["texts"]), "deviations": names(data["deviations"])}
    path = specs / GROUP / "document.lock"
    path.write_text(json.dumps(old, indent=1, sort_keys=True) + "\n", "utf-8")
    return path


def test_it_holds_no_word_of_the_document(specs: Path) -> None:
    assert lock_of(specs).read_text("utf-8").isascii()


def test_it_names_the_document_and_operations_by_their_whole_paths(specs: Path) -> None:
    data = data_of(specs)
    assert data["source"] == {"module": NAME.replace(".", "::"), "updated": "2024-03-08"}
    operations = {f"{GROUP}/{name}" for name in ("lend", "get", "add_booking", "statistic")}
    assert set(data["texts"]) == {"", *operations}
    assert set(data["deviations"]) <= operations


def test_each_hash_stands_in_a_line_of_its_own(specs: Path) -> None:
    lines = lock_of(specs).read_text("utf-8").split("\n")
    hashes = [
        one
        for places in data_of(specs)["texts"].values()
        for found in places.values()
        for one in found
    ]
    assert sorted(line.strip(' ",') for line in lines if len(line.strip(' ",')) == 16) >= sorted(
        hashes
    )


def test_a_document_never_accepted_is_one_finding_for_all_its_sentences(specs: Path) -> None:
    lock_of(specs).unlink()
    one = held(specs, GROUP)
    assert one.differences(SHELF) == {("", "notes", "text")}
    (finding,) = one.compare(SHELF).findings
    assert finding.document is not None
    assert "sentences that nobody has accepted yet" in finding.document.value


def test_facts_of_a_document_never_accepted_are_compared_fully(specs: Path) -> None:
    lock_of(specs).unlink()
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50")
    assert held(specs, GROUP).differences(changed) == {
        ("", "notes", "text"), ("lend", "request.copy_ids", "maxItems"),
    }  # fmt: skip


def test_an_operation_that_the_lock_lacks_is_one_finding(specs: Path) -> None:
    data = data_of(specs)
    del data["texts"][f"{GROUP}/get"]
    lock_of(specs).write_text(json.dumps(data), "utf-8")
    assert held(specs, GROUP).differences(SHELF) == {("get", "notes", "text")}


def test_a_copy_without_its_module_is_the_document_that_holds_its_operations(specs: Path) -> None:
    copy = SHELF.replace(NAME.replace(".", "::"), "")
    path = specs.parent / "copy.txt"
    path.write_text(copy, "utf-8")
    code, report = checked(path, specs, "--group", GROUP)
    assert report["pages"][0]["id"] == NAME
    assert [one["field"] for one in report["findings"]] == ["notes"]
    assert code == 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"texts": {}}', b'{"texts": [], "deviations": {}}',
        b'{"texts": {"lend": 5}, "deviations": {}}', b'{"texts": {"lend": {"notes": 5}}, "deviations": {}}',
        b'{"texts": {"lend": {"notes": [5]}}, "deviations": {}}',
        b'{"texts": {}, "deviations": {"lend": {"a b": 5}}}', b"[" * 100_000,
        b'{"texts": {}, "deviations": {}, "not_understood": 3}',
        b'{"texts": {}, "deviations": {}, "source": {"title": 3}}',
    ],
)  # fmt: skip
def test_garbage_is_refused_with_what_to_do(content: bytes, specs: Path) -> None:
    lock_of(specs).write_bytes(content)
    with pytest.raises(
        DocumentError, match="is not a lock; take it out and run 'docs accept' again"
    ):
        read_locks(specs)
    assert run("docs", "check", specs.parent / "document.txt", "--specs", specs)[0] == 2


def test_a_conflict_that_git_left_is_called_one(specs: Path) -> None:
    path = lock_of(specs)
    text = path.read_text("utf-8")
    path.write_text(f"{text}<<<<<<< HEAD\n=======\n>>>>>>> topic\n", "utf-8")
    line = text.count("\n") + 1
    code, said = run("docs", "check", specs.parent / "document.txt", "--specs", specs)
    assert code == 2
    assert said.startswith(f"{path}:{line}:1: has a merge conflict that git left here; ")
    assert said.rstrip().endswith("or take the file out and run 'docs accept' again")


def test_a_folder_in_its_place_is_named(specs: Path) -> None:
    lock_of(specs).unlink()
    lock_of(specs).mkdir()
    with pytest.raises(DocumentError, match="cannot be read"):
        read_locks(specs)


def test_accepting_writes_the_same_again(specs: Path) -> None:
    before = lock_of(specs).read_bytes()
    code, said = run("docs", "accept", specs.parent / "document.txt", "--specs", specs)
    assert (code, "; 0 places changed" in said) == (0, True)
    assert lock_of(specs).read_bytes() == before


def test_accepting_keeps_an_operation_that_left_the_document_while_specs_have_it(
    specs: Path,
) -> None:
    before = data_of(specs)["texts"][f"{GROUP}/get"]
    begin, end = SHELF.index("get(access_token"), SHELF.index("预约与取书")
    document = specs.parent / "document.txt"
    document.write_text(SHELF[:begin] + SHELF[end:], "utf-8")
    code, said = run("docs", "accept", document, "--specs", specs)
    assert (code, f"{GROUP}/get: not in the document" in said) == (0, True)
    assert data_of(specs)["texts"][f"{GROUP}/get"] == before
    assert checked(document, specs)[1]["operations"]["missing_in_document"] == ["get"]
    (specs / GROUP / "get.yaml").unlink()
    assert run("docs", "accept", document, "--specs", specs)[0] == 0
    assert f"{GROUP}/get" not in data_of(specs)["texts"]
    assert checked(document, specs)[0] == 0


def test_a_lock_in_the_folder_of_its_group_still_counts(specs: Path) -> None:
    as_before(specs)
    assert checked(specs.parent / "document.txt", specs)[0] == 0
    changed = SHELF.replace("读者须先办证", "读者须先交照片")
    assert held(specs, GROUP).differences(changed) == {("lend", "notes", "text")}


def test_accepting_moves_a_lock_out_of_the_folder_of_its_group(specs: Path) -> None:
    data = data_of(specs)
    old = as_before(specs)
    code, said = run("docs", "accept", specs.parent / "document.txt", "--specs", specs)
    assert (code, f"taken over from {old}" in said) == (0, True)
    assert not old.exists()
    assert data_of(specs) == data
    assert checked(specs.parent / "document.txt", specs)[0] == 0


def test_the_locks_are_no_group_of_the_specs(specs: Path) -> None:
    assert run("validate", "--specs", specs) == (0, f"{specs}: 4 operations, no problem\n")
    output = specs.parent / "out"
    assert run("generate", "--specs", specs, "--output", output)[0] == 0
    assert not [path for path in output.rglob("*") if "_locks" in path.parts]
    assert run("diff", specs, specs) == (0, "no changes\n")


def test_a_page_takes_its_own_operations_out_of_the_lock_of_its_group(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    data = data_of(tree.specs, "7001")
    lock_of(tree.specs, "7001").unlink()
    old = tree.specs / GROUP / "document.lock"
    texts = {key.removeprefix(f"{GROUP}/"): one for key, one in data["texts"].items()}
    old.write_text(json.dumps({"texts": texts, "deviations": {}}), "utf-8")
    assert tree.check(tree.pages)[0] == 0
    first = tree.page("shelves.html", page(7001, LISTED))
    assert tree.check(first)[0] == 0
    assert tree.run("accept", first)[0] == 0
    assert set(data_of(tree.specs, "7001")["texts"]) == {"", f"{GROUP}/list"}
    assert set(json.loads(old.read_text("utf-8"))["texts"]) == {"", "del"}
    second = tree.page("more.html", page(7003, DELETED))
    assert tree.found(second) == [("", "page", "moved")]
    assert tree.run("accept", second)[0] == 0
    assert not old.exists()
    assert set(data_of(tree.specs, "7003")["texts"]) == {"", f"{GROUP}/del"}


def test_the_locks_of_the_project_know_every_deviation_of_its_specs() -> None:
    """One that the lock lacks would be accepted whatever the page said one day."""
    operations = read_api(SPECS).by_path
    missing, gone = [], []
    for lock in read_locks(SPECS).by_id.values():
        for path in lock.operations & operations.keys():
            stated = {
                f"{one.field} {one.rule}"
                for one in operations[path].deviations
                if one.concerns(lock.id)
            }
            known = lock.deviations.get(path, {}).keys()
            missing += [f"{lock.id}: {path} {one}" for one in stated - known]
            gone += [f"{lock.id}: {path} {one}" for one in known - stated]
    assert not missing, "read the page again, then `python -m generator docs accept` it"
    assert not gone, "`python -m generator docs accept` the page"
