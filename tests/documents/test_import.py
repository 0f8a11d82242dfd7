"""`docs import` of many documents into one tree: repeatable, nothing is lost, all of it is told."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documents.importing import make

from .built_facts import PAGE, document, drafted, fact, operation
from .helpers import run


def page(*keys: str, number: int = 70001, day: str = "2026/01/05", more: str = "") -> str:
    """Return a page that a browser saved, with an operation of each path."""
    parts = "".join(
        f"""<h2>读取{index}</h2>
<p><b>请求方式：</b>POST（<b>HTTPS</b>）</p>
<p><b>请求地址：</b>https://api.example.com/cgi-bin/{key}?access_token=ACCESS_TOKEN</p>
<p><b>请求示例：</b></p>
<pre>{{"name": "a"}}</pre>
<p><b>参数说明：</b></p>
<table>
<tr><th>参数</th><th>必须</th><th>类型</th><th>说明</th></tr>
<tr><td>access_token</td><td>是</td><td>string</td><td>调用接口凭证</td></tr>
<tr><td>name</td><td>是</td><td>string</td><td>名字{more}</td></tr>
</table>
<p><b>返回结果：</b></p>
<pre>{{"errcode": 0, "errmsg": "ok"}}</pre>
"""
        for index, key in enumerate(keys)
    )
    address = f"https://docs.example.com/path/{number}"
    head = f"<!DOCTYPE html>\n<!-- saved from url=({len(address):04}){address} -->\n<html><body>"
    return f"{head}<p>最后更新：{day}</p>\n{parts}</body></html>\n"


def write(folder: Path, texts: Mapping[str, str | bytes]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def import_(*arguments: str | Path) -> tuple[int, str]:
    return run("docs", "import", *arguments)


def imported(*arguments: str | Path) -> Any:
    code, said = import_(*arguments, "--format", "json")
    assert code == 0, said
    return json.loads(said)


def test_each_operation_stands_at_its_own_address(tmp_path: Path) -> None:
    pages = write(
        tmp_path / "pages",
        {
            "a.md": page("tag/add", "tag/inner/list", number=1),
            "deep/b.md": page("tag/del", "get_domain_ip", number=2),
        },
    )
    specs = tmp_path / "specs"
    found = imported(pages, "--output", specs)
    assert sorted(found["new"]) == ["get_domain_ip", "tag/add", "tag/del", "tag/inner/list"]
    for key in found["new"]:
        assert (specs / f"{key}.yaml").is_file()
    assert run("validate", "--specs", specs)[0] == 0
    assert run("docs", "check", pages, "--specs", specs)[0] == 0
    assert run("generate", "--specs", specs, "--output", tmp_path / "out")[0] == 0


def test_the_schema_of_specs_is_named_from_where_a_spec_stands(tmp_path: Path) -> None:
    one = drafted(tmp_path, document(*(operation(key=key) for key in ("top", "a/b/c"))))
    heads = [
        (one.specs / f"{key}.yaml").read_text("utf-8").splitlines()[0] for key in ("top", "a/b/c")
    ]
    assert [head.rpartition("=")[2] for head in heads] == [
        "spec.schema.json",
        "../../spec.schema.json",
    ]


def test_another_page_of_the_same_group_is_added(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    pages = write(tmp_path, {"a.md": page("tag/add", number=1), "b.md": page("tag/del", number=2)})
    imported(pages / "a.md", "--output", specs)
    before = contents(specs)
    assert imported(pages / "b.md", "--output", specs)["new"] == ["tag/del"]
    after = contents(specs)
    assert before.items() <= after.items()
    assert run("docs", "check", pages / "a.md", pages / "b.md", "--specs", specs)[0] == 0


def test_a_second_run_changes_nothing_and_says_so(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    pages = write(tmp_path / "pages", {"a.md": page("tag/add", "tag/del")})
    imported(pages, "--output", specs)
    before = contents(specs)
    found = imported(pages, "--output", specs)
    assert (found["same"], found["written"]) == (["tag/add", "tag/del"], [])
    assert contents(specs) == before


def test_a_spec_that_was_edited_is_kept_and_told(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    pages = write(tmp_path / "pages", {"a.md": page("tag/add", "tag/del")})
    imported(pages, "--output", specs)
    edited = specs / "tag/add.yaml"
    own = edited.read_text("utf-8").replace("repeatable: false", "repeatable: true")
    edited.write_text(own, "utf-8")
    (specs / "tag/del.yaml").unlink()
    code, said = import_(pages, "--output", specs)
    assert code == 0
    assert "kept, differs from its draft (--overwrite replaces it): tag/add" in said
    assert edited.read_text("utf-8") == own
    assert (specs / "tag/del.yaml").is_file()
    found = imported(pages, "--output", specs, "--overwrite")
    assert found["replaced"] == ["tag/add"]
    assert edited.read_text("utf-8") != own


def test_each_copy_of_a_page_is_told_with_the_one_that_counts(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {f"{name}.md": page("tag/add") for name in "abc"})
    _, said = import_(pages, "--output", tmp_path / "specs")
    told = re.findall(r"left out: \S*(\w\.md) is the page .*; \S*(\w\.md) has it as of", said)
    assert [older for older, _ in told] == ["a.md", "b.md"]
    assert {newer for _, newer in told} == {"c.md"}


def test_nothing_is_asked_of_who_keeps_all(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"a.md": page("tag/add")})
    assert "next: decide" in import_(pages, "--output", tmp_path / "specs")[1]
    assert "next: decide" not in import_(pages, "--output", tmp_path / "specs")[1]


def test_what_is_kept_is_not_accepted_anew(tmp_path: Path) -> None:
    """A page that says something else by now is a finding, whatever was imported again."""
    specs = tmp_path / "specs"
    pages = write(tmp_path / "pages", {"a.md": page("tag/add")})
    imported(pages, "--output", specs)
    write(pages, {"a.md": page("tag/add", more=",另有说明")})
    edited = specs / "tag/add.yaml"
    edited.write_text(edited.read_text("utf-8") + "repeatable_reason: It adds.\n", "utf-8")
    assert imported(pages, "--output", specs)["kept"] == ["tag/add"]
    assert run("docs", "check", pages, "--specs", specs)[0] == 1


def test_a_lock_that_cannot_be_used_is_told_by_its_own_name(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    pages = write(tmp_path / "pages", {"a.md": page("tag/add")})
    imported(pages, "--output", specs)
    (lock,) = (specs / "_locks").iterdir()
    lock.write_text("<<<<<<< HEAD\n=======\n>>>>>>> topic\n", "utf-8")
    code, said = import_(pages, "--output", specs)
    assert (code, said.startswith(f"{lock}:1:1: has a merge conflict")) == (2, True)


def test_a_bad_page_does_not_end_the_run_of_a_folder(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": page("tag/add"),
        "b.md": b"\xb2\xe2\xff",
        "c.md": "# Overview\n\nWords.\n",
    }
    pages = write(tmp_path / "pages", files)
    code, said = import_(pages, "--output", tmp_path / "specs")
    assert code == 0
    for name, reason in (("b.md", "is not UTF-8"), ("c.md", "is not a document of operations")):
        (line,) = [one for one in said.splitlines() if name in one]
        assert reason in line
    assert (tmp_path / "specs/tag/add.yaml").is_file()


def test_a_bad_page_that_is_named_ends_the_run(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"a.md": page("tag/add"), "b.md": b"\xb2\xe2\xff"})
    code, said = import_(pages / "a.md", pages / "b.md", "--output", tmp_path / "specs")
    assert code == 2
    assert "b.md" in said
    assert not (tmp_path / "specs").exists()


def test_of_two_states_of_a_page_the_later_one_is_drafted(tmp_path: Path) -> None:
    pages = write(
        tmp_path,
        {
            "new/a.md": page("tag/add", "tag/del", day="2026/01/05"),
            "old/a.md": page("tag/add", day="2025/02/03"),
        },
    )
    for order in (("new", "old"), ("old", "new")):
        specs = tmp_path / "-".join(order)
        code, said = import_(*(pages / one for one in order), "--output", specs)
        assert code == 0
        assert "as of 2025-02-03; " in said
        data = yaml.safe_load((specs / "tag/add.yaml").read_text("utf-8"))
        assert data["updated"] == "2026-01-05"
        assert (specs / "tag/del.yaml").is_file()


OTHER = "https://docs.example.com/path/70002"


@pytest.mark.parametrize("is_first", [True, False])
def test_an_operation_of_two_pages_is_drafted_from_the_one_that_says_more(
    is_first: bool, tmp_path: Path
) -> None:
    rich = document(operation(fact("name", required=True), fact("size", "integer"), fact("to")))
    poor = document(
        operation(fact("name"), fact("old"), key="things/add", page=OTHER, title="another"),
        operation(key="things/list", page=OTHER),
        page=OTHER,
        path="other.md",
    )
    order = (rich, poor) if is_first else (poor, rich)
    one = drafted(tmp_path, *order)
    held = one.made.held["things/add"]
    assert (held.document, held.others) == (rich, (poor,))
    for each in (rich, poor):
        assert one.check(each).findings == ()


def test_of_two_pages_that_say_as_much_the_first_counts_and_both_are_held(tmp_path: Path) -> None:
    first = document(operation(fact("name")))
    other = document(operation(fact("name", "integer"), page=OTHER), page=OTHER, path="other.md")
    one = drafted(tmp_path, first, other)
    assert one.spec()["request"]["name"]["type"] == "string"
    told = [each for each in one.spec()["deviations"] if each["field"] == "request.name"]
    assert [(each["rule"], each["documents"]) for each in told] == [("type", ["70002"])]
    assert one.check(first).findings == one.check(other).findings == ()
    assert sorted(path.name for path in (tmp_path / "_locks").iterdir()) == [
        "70001.lock",
        "70002.lock",
    ]


def test_the_heading_of_an_operation_is_a_part_of_its_page_where_several_stand_there(
    tmp_path: Path,
) -> None:
    several = document(operation(title="add a thing"), operation(key="things/del", title="drop"))
    alone = document(operation(key="others/get", page=OTHER), page=OTHER)
    one = drafted(tmp_path, several, alone)
    assert one.spec()["page"] == f"{PAGE}#addathing"
    assert one.spec("others/get")["page"] == OTHER
    assert one.check(several).findings == ()


def test_operations_of_one_title_get_titles_of_their_own(tmp_path: Path) -> None:
    pages = document(*(operation(key=f"things/{name}", title="one") for name in "abc"))
    one = drafted(tmp_path, pages)
    assert [one.spec(f"things/{name}")["title"] for name in "abc"] == ["one", "one (b)", "one (c)"]
    assert one.check(pages).findings == ()


def test_an_operation_whose_name_cannot_be_a_file_is_left_out_and_told(tmp_path: Path) -> None:
    pages = document(operation(), operation(key="things/Add-It"))
    one = drafted(tmp_path, pages)
    assert list(one.made.drafts) == ["things/add"]
    assert "cannot be part of a URL path" in one.made.left_out["things/Add-It"]


def test_documents_of_which_nothing_can_be_drafted_are_refused_with_the_reasons(
    tmp_path: Path,
) -> None:
    pages = write(tmp_path / "pages", {"a.md": page("tag/Add")})
    code, said = import_(pages, "--output", tmp_path / "specs")
    assert code == 2
    assert "tag/Add: 'Add' cannot be part of a URL path" in said
    assert not (tmp_path / "specs").exists()


def test_specs_that_are_no_good_are_told_before_anything_is_written(tmp_path: Path) -> None:
    specs = write(tmp_path / "specs", {"tag/list.yaml": "title: 1\n"})
    pages = write(tmp_path / "pages", {"a.md": page("tag/add")})
    code, said = import_(pages, "--output", specs)
    assert code == 2
    assert f"{specs / 'tag/list.yaml'}:1:" in said
    assert list(contents(specs)) == ["tag/list.yaml"]


def test_an_output_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"a.md": page("tag/add", number=1)})
    more = write(tmp_path / "more", {"b.md": page("tag/del", "zone/add", number=2)})
    specs = tmp_path / "specs"
    imported(pages, "--output", specs)
    (specs / "zone").write_text("in the way", "utf-8")
    before = contents(specs)
    code, _ = import_(more, "--output", specs)
    assert code == 2
    assert contents(specs) == before


def test_few_operations_list_their_decisions_and_many_are_counted(tmp_path: Path) -> None:
    names = [f"tag/op_{number}" for number in range(12)]
    few = write(tmp_path / "few", {"a.md": page(*names[:2])})
    many = write(tmp_path / "many", {"a.md": page(*names)})
    _, said = import_(few, "--output", tmp_path / "one")
    assert "\ntag/op_1: to decide\n" in said
    assert "  summary: own words\n" in said
    _, said = import_(many, "--output", tmp_path / "two")
    assert "tag/op_1: to decide" not in said
    assert "     12 repeatable: is an unknown outcome safe to repeat?\n" in said


def test_drafting_is_the_same_in_any_order_of_pages(tmp_path: Path) -> None:
    pages = [
        document(operation(key=f"a/op{n}", page=f"{PAGE}{n}"), page=f"{PAGE}{n}") for n in range(4)
    ]
    assert make(pages).files == make(pages[::-1]).files
