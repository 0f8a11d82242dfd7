"""Any set of pages against the specs: folders, states of a page, pages that moved, deviations."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.documents.conformance import compare
from generator.documents.facts import DocumentFacts, FieldFact, OperationFacts, Stated
from generator.documents.lock import Lock, accepted, read_locks, write_lock
from generator.documents.reading import read_document
from generator.documents.source import Source

from .helpers import run
from .pages import DELETED, LENT, LISTED, SITE, Tree, page, shelf
from .small_pages import page as small_page


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_a_folder_is_checked_with_all_that_is_below_it(tree: Tree) -> None:
    tree.page("deeper/down/list.html", page(7001, LISTED, DELETED))
    (tree.pages / "shelves.html").unlink()
    code, report = tree.check(tree.pages)
    assert code == 0
    assert report["operations"]["matched"] == 3
    assert [Path(one).name for one in report["documents"]] == ["list.html", "desk.html"]


def test_what_is_no_document_in_a_folder_is_told_in_a_line_and_ends_nothing(tree: Tree) -> None:
    (tree.pages / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    tree.page("about.md", "# 关于\n\n这里没有接口。\n")
    tree.page(".hidden.md", "nothing")
    tree.page("other.html", page(7009, shelf("museum/room/list")))
    code, report = tree.check(tree.pages)
    assert code == 0
    assert len(report["left_out"]) == 2
    for name in ("picture.png", "about.md"):
        assert sum(f"/{name} " in one for one in report["left_out"]) == 1
    assert report["without_specs"] == [str(tree.pages / "other.html")]
    code, said = tree.run("check", tree.pages)
    assert code == 0
    assert said.count("left out: ") == 3
    _, said = tree.run("check", tree.pages, "--format", "github")
    assert said.count("::notice::left out: ") == 3


def test_a_link_that_leads_nowhere_is_told_and_ends_nothing(tree: Tree) -> None:
    for name, target in (("circle.md", "circle.md"), ("gone.md", "nowhere.md"), ("up", "..")):
        (tree.pages / name).symlink_to(target)
    code, report = tree.check(tree.pages)
    assert (code, len(report["documents"])) == (0, 2)
    assert [one.partition(" cannot be read: ")[0] for one in report["left_out"]] == [
        str(tree.pages / name) for name in ("circle.md", "gone.md")
    ]
    for verb in ("check", "facts"):
        code, said = run("docs", verb, tree.pages / "circle.md")
        assert (code, said.startswith(f"{tree.pages / 'circle.md'} cannot be read: ")) == (2, True)


@pytest.mark.parametrize("may", ["nothing", "list"])
def test_a_folder_that_may_not_be_read_is_told_and_ends_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, may: str
) -> None:
    tree.page("closed/other.html", page(7009, LENT))
    closed = str(tree.pages / "closed")
    scan, look = os.scandir, os.stat

    def refused(path: Any, *, is_it: bool) -> None:
        if is_it:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

    def scandir(path: Any = ".") -> Any:
        refused(path, is_it=may == "nothing" and str(path) == closed)
        return scan(path)

    def stat(path: Any, **how: Any) -> os.stat_result:
        refused(path, is_it=str(path).startswith(f"{closed}/"))
        return look(path, **how)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "stat", stat)
    named = closed if may == "nothing" else f"{closed}/other.html"
    code, report = tree.check(tree.pages)
    assert (code, len(report["documents"])) == (0, 2)
    assert report["left_out"] == [f"{named} cannot be read: Permission denied"]
    code, said = tree.run("check", tree.pages / "closed")
    assert (code, f"{named} cannot be read: Permission denied" in said) == (2, True)


def test_a_folder_without_documents_is_told_with_a_reason_of_its_own(
    tree: Tree, tmp_path: Path
) -> None:
    tree.page("about.md", "# 关于\n\n这里没有接口。\n")
    (tmp_path / "empty").mkdir()
    code, said = tree.run("check", tree.pages, tmp_path / "empty")
    assert (code, said) == (2, f"{tmp_path / 'empty'} has no document of operations in it\n")


def test_what_is_named_itself_has_to_be_a_document(tree: Tree) -> None:
    about = tree.page("about.md", "# 关于\n\n这里没有接口。\n")
    code, said = tree.run("check", tree.pages / "desk.html", about)
    assert (code, said.startswith(f"{about} is not a document of operations")) == (2, True)


def test_a_copy_without_the_address_of_its_page_is_held_as_that_page(tree: Tree) -> None:
    text = page(7001, LISTED, DELETED).replace(f"<!-- saved from url=(0035){SITE}/7001 -->", "")
    assert SITE not in text
    code, report = tree.check(tree.page("copy.html", text))
    assert (code, report["findings"]) == (0, [])
    assert report["operations"]["matched"] == 2
    copy = tree.page("copy.html", text.replace("1 ~ 50", "1 ~ 60", 1))
    assert {field for _, field, _ in tree.found(copy)} == {"request.limit"}


def test_a_page_alone_says_nothing_of_operations_on_other_pages(tree: Tree) -> None:
    code, report = tree.check(tree.pages / "desk.html")
    assert (code, report["operations"]["missing_in_document"]) == (0, [])


def test_an_operation_is_gone_where_the_page_that_held_it_is_given(tree: Tree) -> None:
    tree.page("shelves.html", page(7001, LISTED))
    code, report = tree.check(tree.pages)
    assert (code, report["operations"]["missing_in_document"]) == (1, ["del"])
    assert report["pages"][-1]["missing_in_document"] == ["library/shelf/del"]
    # where another page has it by now, it is not
    tree.page("desk.html", page(7002, LENT, DELETED))
    code, report = tree.check(tree.pages)
    assert report["operations"]["missing_in_document"] == []
    assert {one["operation"] for one in report["findings"]} == {"del", ""}
    assert tree.run("accept", tree.pages)[0] == 0
    assert tree.check(tree.pages / "shelves.html")[1]["operations"]["missing_in_document"] == []


def test_a_new_operation_on_a_known_page_is_told_with_its_whole_path(tree: Tree) -> None:
    tree.page("desk.html", page(7002, LENT, shelf("library/desk/renew")))
    code, said = tree.run("check", tree.pages / "desk.html")
    assert code == 1
    assert "library/desk/renew: in the document, not in the specs" in said
    assert "next: new operations: 'docs import " in said


def test_accepting_moves_the_locks_of_the_given_pages_alone(tree: Tree) -> None:
    locks = tree.specs / "_locks"
    before = {path.name: path.read_bytes() for path in locks.iterdir()}
    assert set(before) == {"7001.lock", "7002.lock"}
    for name, text in (("desk", page(7002, LENT)), ("shelves", page(7001, LISTED, DELETED))):
        tree.page(f"{name}.html", text.replace("书要按时归还", "书要早些归还"))
    code, said = tree.run("accept", tree.pages / "desk.html")
    assert (code, said) == (
        0, f"{locks / '7002.lock'}: holds the sentences of {tree.pages / 'desk.html'}; "
        "1 place changed\n",
    )  # fmt: skip
    assert (locks / "7001.lock").read_bytes() == before["7001.lock"]
    assert (locks / "7002.lock").read_bytes() != before["7002.lock"]


def test_of_two_states_of_a_page_the_later_one_counts_and_that_is_said(tree: Tree) -> None:
    older = page(7002, LENT.replace("1 ~ 50", "1 ~ 20"), day="2024/01/02")
    for name in ("a-before.html", "z-before.html"):
        path = tree.page(name, older)
        code, report = tree.check(tree.pages)
        assert (code, report["findings"]) == (0, [])
        (line,) = report["left_out"]
        assert str(path) in line
        assert "2024-01-02" in line
        assert "desk.html" in line
        path.unlink()


def test_two_parts_of_one_document_are_no_two_states(tree: Tree) -> None:
    tree.page("shelves.html", page(7001, LISTED))
    tree.page("more.html", page(7001, DELETED))
    code, report = tree.check(tree.pages)
    assert (code, report["left_out"], report["operations"]["matched"]) == (0, [], 3)


def test_a_page_that_moved_is_one_finding(tree: Tree) -> None:
    path = tree.page("shelves.html", page(8001, LISTED, DELETED))
    code, report = tree.check(path)
    assert code == 1
    (finding,) = report["findings"]
    assert (finding["field"], finding["rule"]) == ("page", "moved")
    assert finding["document"]["value"] == f"{SITE}/8001"
    assert finding["spec"]["value"].partition("#")[0] == f"{SITE}/7001"
    assert finding["spec"]["file"].endswith("list.yaml")


def test_accepting_an_older_state_says_that_it_is_one(tree: Tree) -> None:
    desk = tree.pages / "desk.html"
    tree.page("desk.html", page(7002, LENT, day="2025/02/03"))
    says = "  updated 2025-03-05 → 2025-02-03: an older state than the one that was accepted before"
    assert says in tree.run("accept", desk)[1].splitlines()
    tree.page("desk.html", page(7002, LENT, day="2025/04/05"))
    for _ in range(2):
        assert "updated" not in tree.run("accept", desk)[1]


def test_a_new_title_of_a_page_is_accepted_and_corrected_in_no_spec(tree: Tree) -> None:
    def headed(title: str) -> Path:
        head = f"---\ntitle: {title}\nsource_url: {SITE}/7005\n---\n\n最后更新：2025/03/05\n\n"
        parts = (small_page(title=name, address=f"library/{name}") for name in ("lamp", "chair"))
        return tree.page("rooms.md", head + "\n".join(f"#{part}" for part in parts))

    assert tree.run("import", headed("家具"), "--output", tree.specs)[0] == 0
    path = headed("家具与灯")
    _, said = tree.run("check", path)
    assert ("title [renamed]" in said, "next: facts" in said) == (True, False)
    assert f"'docs accept {path}'" in said


def test_accepting_a_page_that_moved_moves_its_lock(tree: Tree) -> None:
    path = tree.page("shelves.html", page(8001, LISTED, DELETED))
    for spec in tree.specs.rglob("*.yaml"):
        spec.write_text(spec.read_text("utf-8").replace("/7001", "/8001"), "utf-8")
    assert tree.found(path) == [("", "page", "moved")]
    code, said = tree.run("accept", path)
    assert (code, f"moved: page {SITE}/7001 → {SITE}/8001" in said) == (0, True)
    assert {one.name for one in (tree.specs / "_locks").iterdir()} == {"7002.lock", "8001.lock"}
    assert tree.found(path) == []


def test_where_in_its_page_an_operation_stands_is_no_difference(tree: Tree) -> None:
    spec = tree.specs / "library/desk/lend.yaml"
    spec.write_text(spec.read_text("utf-8").replace("/7002", "/7002#lend"), "utf-8")
    assert tree.check(tree.pages)[0] == 0


def test_an_operation_at_another_address_is_the_same_by_its_title(tree: Tree) -> None:
    moved = LENT.replace("查看 lend", "借书").replace("desk/lend", "desk/lend_out")
    first = tree.page("desk.html", page(7002, LENT.replace("查看 lend", "借书")))
    spec = tree.specs / "library/desk/lend.yaml"
    spec.write_text(spec.read_text("utf-8").replace("查看 lend", "借书"), "utf-8")
    assert tree.run("accept", first)[0] == 0
    tree.page("desk.html", page(7002, moved))
    code, report = tree.check(tree.pages / "desk.html")
    assert code == 1
    assert report["operations"] == {
        "matched": 1, "missing_in_specs": [], "missing_in_document": [],
    }  # fmt: skip
    (finding,) = (one for one in report["findings"] if one["rule"] != "text")
    assert (finding["operation"], finding["field"]) == ("lend", "path")
    assert finding["document"]["value"] == "library/desk/lend_out"


# pages with titles, as their front matter has them


def titled(facts: DocumentFacts, title: str) -> DocumentFacts:
    return replace(facts, source=replace(facts.source, title=title, title_line=2))


@pytest.fixture
def shelves(tree: Tree) -> DocumentFacts:
    return titled(read_document(tree.pages / "shelves.html"), "书架管理")


def found_in(facts: DocumentFacts, tree: Tree, lock: Lock) -> list[tuple[str, str, str]]:
    found = compare(facts, tree.operations(), lock).findings
    return [(one.operation, one.field, one.rule) for one in found]


def accept(facts: DocumentFacts, tree: Tree) -> Lock:
    write_lock(tree.specs, accepted(facts, tree.operations(), read_locks(tree.specs).of(facts)))
    return read_locks(tree.specs).of(facts)


def test_a_page_with_another_title_is_one_finding_until_it_is_accepted(
    tree: Tree, shelves: DocumentFacts
) -> None:
    lock = accept(shelves, tree)
    assert found_in(shelves, tree, lock) == []
    renamed = titled(shelves, "书架与书")
    assert found_in(renamed, tree, lock) == [("", "title", "renamed")]
    assert found_in(renamed, tree, accept(renamed, tree)) == []


def test_the_title_of_a_page_of_several_operations_is_none_of_theirs(
    tree: Tree, shelves: DocumentFacts
) -> None:
    title = Stated("书架管理", 2)
    several = replace(
        shelves, operations=tuple(replace(one, title=title) for one in shelves.operations)
    )
    assert [
        one for one in found_in(several, tree, accept(several, tree)) if one[1] == "title"
    ] == []
    alone = replace(several, operations=several.operations[:1])
    assert ("library/shelf/list", "title", "value") in found_in(alone, tree, accept(alone, tree))


def test_a_page_of_one_operation_that_was_renamed_says_so_at_the_title_in_the_spec(
    tree: Tree,
) -> None:
    facts = titled(read_document(tree.pages / "desk.html"), "查看 lend")
    lock = accept(facts, tree)
    assert found_in(facts, tree, lock) == []
    (operation,) = facts.operations
    renamed = replace(
        titled(facts, "借书"), operations=(replace(operation, title=Stated("借书", 2)),)
    )
    assert found_in(renamed, tree, lock) == [("library/desk/lend", "title", "renamed")]


# deviations that name their documents

DEVIATION = """
deviations:
  - field: request.limit
    rule: maximum
    document: one thing or another
    reason: For a test.
    source: nowhere
    documents: [{documents}]
"""


def deviate(tree: Tree, documents: str) -> None:
    spec = tree.specs / "library/desk/lend.yaml"
    text = spec.read_text("utf-8").partition("\ndeviations:")[0]
    spec.write_text(
        text.replace("maximum: 50", "maximum: 40") + DEVIATION.format(documents=documents), "utf-8"
    )


def test_a_deviation_counts_for_the_documents_that_it_names_alone(tree: Tree) -> None:
    limit = ("lend", "request.limit", "maximum")
    deviate(tree, '"7002"')
    assert limit not in tree.found(tree.pages)
    deviate(tree, '"7001"')
    assert limit in tree.found(tree.pages)
    deviate(tree, '"7001", "7002"')
    assert limit not in tree.found(tree.pages)


def test_a_deviation_goes_stale_with_the_documents_that_it_names_alone(tree: Tree) -> None:
    deviate(tree, '"7002"')
    assert tree.run("accept", tree.pages / "desk.html")[0] == 0
    tree.page("desk.html", page(7002, LENT.replace("1 ~ 50", "1 ~ 40")))
    assert ("lend", "request.limit", "deviation") in tree.found(tree.pages)
    deviate(tree, '"7001"')
    assert ("lend", "request.limit", "deviation") not in tree.found(tree.pages)


def test_a_deviation_about_an_unknown_document_is_a_problem(tree: Tree) -> None:
    deviate(tree, '"7004"')
    code, said = run("validate", "--specs", tree.specs)
    assert code == 2
    assert "a deviation is about '7004', a document that nothing names" in said
    assert "known ones: 7001, 7002" in said


def test_the_same_fact_in_two_documents_may_differ_in_one_alone(tree: Tree) -> None:
    other = tree.page("copy.html", page(9009, LENT.replace("1 ~ 50", "1 ~ 20")))
    for spec in tree.specs.rglob("lend.yaml"):
        spec.write_text(spec.read_text("utf-8"), "utf-8")
    found = [one["field"] for one in tree.check(other, tree.pages / "desk.html")[1]["findings"]]
    assert found.count("request.limit") == 1


# facts of other kinds


def operation(facts: DocumentFacts, **changed: Any) -> DocumentFacts:
    one: OperationFacts = facts.operations[0]
    return replace(facts, operations=(replace(one, **changed), *facts.operations[1:]))


def test_values_of_an_array_are_those_of_its_elements(tree: Tree) -> None:
    spec = tree.specs / "library/desk/lend.yaml"
    text = spec.read_text("utf-8").replace(
        "request:\n",
        "request:\n  kinds:\n    description: Which.\n    type: array\n    items:\n"
        "      type: integer\n      enum:\n        1: one\n        2: two\n",
        1,
    )
    spec.write_text(text, "utf-8")
    facts = read_document(tree.pages / "desk.html")
    values = {1: Stated("甲", 9), 2: Stated("乙", 9)}
    kinds = FieldFact(
        "kinds", 9, type="array", type_text="array", element_type="integer", enum=values
    )
    rows = facts.operations[0].request
    stated = operation(facts, request=(kinds, *rows))
    lock = accept(stated, tree)
    assert found_in(stated, tree, lock) == []
    more = replace(kinds, enum={**values, 3: Stated("丙", 9)})
    assert ("library/desk/lend", "request.kinds[]", "enum") in found_in(
        operation(facts, request=(more, *rows)), tree, lock
    )
    texts = replace(kinds, element_type="string")
    assert ("library/desk/lend", "request.kinds[]", "type") in found_in(
        operation(facts, request=(texts, *rows)), tree, lock
    )


def test_further_examples_are_held_by_what_they_say(tree: Tree) -> None:
    facts = read_document(tree.pages / "desk.html")
    further = operation(facts, further_requests=(Stated({"a": 1, "b": 2}, 40),))
    lock = accept(further, tree)
    same = operation(facts, further_requests=(Stated({"b": 2, "a": 1}, 44),))
    assert found_in(same, tree, lock) == []
    for changed in ((Stated({"a": 1, "b": 3}, 40),), ()):
        said = found_in(operation(facts, further_requests=changed), tree, lock)
        assert said == [("library/desk/lend", "examples.request", "text")]


def test_a_parameter_in_the_address_of_a_post_is_not_one_in_its_body(tree: Tree) -> None:
    facts = read_document(tree.pages / "desk.html")
    lock = accept(facts, tree)
    rows = tuple(
        replace(one, in_query=True) if one.path == "room" else one
        for one in facts.operations[0].request
    )
    (found,) = found_in(operation(facts, request=rows), tree, lock)
    assert found[:2] == ("library/desk/lend", "request.room")


def test_an_address_without_an_id_of_its_own_makes_a_safe_file_name(tree: Tree) -> None:
    facts = read_document(tree.pages / "desk.html")
    odd = replace(facts, source=Source(f"{SITE}/a b:c?x=../../y"))
    lock = read_locks(tree.specs).of(odd)
    assert "/" not in lock.id
    assert not lock.id.startswith(".")


def test_a_title_may_be_told_with_that_of_its_page(tree: Tree, shelves: DocumentFacts) -> None:
    spec = tree.specs / "library/shelf/list.yaml"
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("title: 查看 list", "title: 书架管理-查看list"), "utf-8")
    assert found_in(shelves, tree, accept(shelves, tree)) == []
