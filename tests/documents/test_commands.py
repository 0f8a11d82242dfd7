"""`docs` on the command line: exit codes, reports, several documents at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .formats import HTML, PLAIN
from .helpers import SPECS, checked, drafted, run
from .samples import SHELF

GROUP = "library/shelf"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    drafted(SHELF, GROUP, tmp_path / "specs")
    return tmp_path / "specs"


def written(folder: Path, text: str, name: str = "document.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_report_in_json_has_just_these_keys(specs: Path) -> None:
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50").replace(
        "页码\n", "页码,最多七八位\n"
    )
    document = written(specs.parent, changed)
    code, report = checked(document, specs)
    assert code == 1
    assert list(report) == [
        "documents", "operations", "findings", "accepted", "not_understood", "doubts", "pages",
        "left_out", "without_specs",
    ]  # fmt: skip
    assert report["documents"] == [str(document)]
    assert report["operations"] == {
        "matched": 4, "missing_in_specs": [], "missing_in_document": [],
    }  # fmt: skip
    first = report["findings"][0]
    assert list(first) == ["operation", "field", "rule", "document", "spec", "group", "file"]
    assert (first["operation"], first["group"]) == ("lend", GROUP)
    assert first["document"] == {"value": 50, "line": 36}
    assert first["spec"]["value"] == 20
    assert all(list(one) == list(first) for one in report["accepted"])
    assert [one["line"] for one in report["not_understood"]] == [109]


def test_the_text_names_places_and_the_next_step(specs: Path) -> None:
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50").replace(
        "须先办证", "须先交照片"
    )
    document = written(specs.parent, changed)
    code, said = run("docs", "check", document, "--specs", specs)
    assert code == 1
    assert said.startswith(
        f"{document}\n  updated 2024-03-08\n  facts\n    library/shelf/lend\n"
        f"      request.copy_ids [maxItems]\n        document: 50 ({document}:36)\n"
        f"        spec:     20 ({specs}/library/shelf/lend.yaml:"
    )
    assert (
        "\n  sentences\n    library/shelf/lend\n      1 sentence in notes changed, line 45: "
        in said
    )
    assert "须先交照片" in said
    assert "2 findings (1 fact, 1 of sentences)" in said
    assert "next: facts: correct the spec" in said
    assert f"docs accept {document}" in said


def test_without_findings_nothing_is_to_be_done(specs: Path) -> None:
    document = written(specs.parent, SHELF)
    code, said = run("docs", "check", document, "--specs", specs)
    assert code == 0
    assert said == (
        f"{document}: 4 operations, 0 findings, 7 accepted as deviations, 0 doubts, "
        "0 not understood\n"
    )


def test_findings_are_annotations_at_the_spec_and_else_at_the_document(
    specs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(specs.parent)
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50").replace(
        "页码\n", "页码,最多七八位\n"
    )
    document = written(specs.parent, changed.replace("须先办证", "须先交照片::error file=a::b%0A"))
    arguments = ("docs", "check", document, "--specs", specs, "--format", "github")
    code, said = run(*arguments)
    assert code == 1
    limit, sentence, *_, open_ = said.splitlines()
    assert limit.startswith(
        "::error file=specs/library/shelf/lend.yaml,line=15::library/shelf/lend%0A  request.copy_ids [maxItems]%0A"
    )
    assert sentence.startswith(
        "::error file=document.txt,line=45::library/shelf/lend%0A  notes [text]%0A"
    )
    assert open_ == (
        "::error file=document.txt,line=109::"
        "not understood, a limit in words that no rule took: 最多七八位"
    )
    (specs / "library/shelf/lend.yaml").unlink()
    document.write_text(SHELF, "utf-8")
    assert run(*arguments) == (
        1, "::error file=document.txt::library/shelf/lend: in the document, not in the specs\n",
    )  # fmt: skip


def test_accepting_ends_findings_of_sentences_and_not_of_facts(specs: Path) -> None:
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50").replace(
        "须先办证", "须先交照片"
    )
    document = written(specs.parent, changed)
    code, said = run("docs", "accept", document, "--specs", specs)
    assert code == 0
    assert "1 place changed" in said
    assert "1 finding left: facts are corrected in the specs" in said
    _, report = checked(document, specs)
    assert [one["field"] for one in report["findings"]] == ["request.copy_ids"]


def test_what_was_not_understood_fails_until_a_human_looked(specs: Path) -> None:
    document = written(specs.parent, SHELF.replace("页码\n", "页码,最多七八位\n"))
    code, report = checked(document, specs)
    assert code == 1
    assert [one["accepted"] for one in report["not_understood"]] == [False]
    assert run("docs", "accept", document, "--specs", specs)[0] == 0
    code, report = checked(document, specs)
    assert code == 0
    assert [one["accepted"] for one in report["not_understood"]] == [True]


def test_several_documents_are_held_at_once(specs: Path) -> None:
    drafted(PLAIN, "planner/room", specs)
    shelf, room = written(specs.parent, SHELF), written(specs.parent, HTML, "room.html")
    code, said = run("docs", "check", shelf, room, "--specs", specs, "--format", "json")
    report = json.loads(said)
    assert code == 0
    assert report["documents"] == [str(shelf), str(room)]
    assert report["operations"]["matched"] == 6


def test_a_group_may_be_told_in_two_documents(specs: Path) -> None:
    middle = SHELF.index("get(access_token")
    head = SHELF[: SHELF.index("lend(access_token")]
    first = written(specs.parent, SHELF[:middle], "first.txt")
    second = written(specs.parent, head + SHELF[middle:], "second.txt")
    code, said = run("docs", "check", first, second, "--specs", specs)
    assert (code, "not in the document" in said) == (0, False)
    code, said = run("docs", "check", first, "--specs", specs)
    assert (code, said.count("not in the document")) == (1, 3)


def test_facts_are_data(specs: Path) -> None:
    document = written(specs.parent, SHELF)
    code, said = run("docs", "facts", document, "--format", "json")
    data = json.loads(said)
    assert code == 0
    parts = ["module", "operations", "texts", "not_understood", "doubts", "source"]
    assert list(data) == parts
    lend = data["operations"][0]
    assert lend["group"] == GROUP
    assert lend["title"] == {"value": "借出图书", "line": 13}
    copy_ids = lend["request"][0]
    assert (copy_ids["path"], copy_ids["type"], copy_ids["required"]) == ("copy_ids", "array", True)
    assert copy_ids["limits"]["maxItems"] == {"value": 20, "line": 36}
    assert lend["quotas"][0] == {"limit": 30, "days": 1, "line": 45, "per": None}
    assert lend["statements"] == [{"value": "最近一年内至少到馆过一次", "line": 45}]


def test_facts_of_several_documents_are_each_theirs(specs: Path) -> None:
    shelf, room = written(specs.parent, SHELF), written(specs.parent, HTML, "room.html")
    alone = json.loads(run("docs", "facts", shelf, "--format", "json")[1])
    code, said = run("docs", "facts", shelf, room, "--format", "json")
    data = json.loads(said)
    assert (code, list(data), data["left_out"]) == (0, ["documents", "left_out"], [])
    assert [one["document"] for one in data["documents"]] == [str(shelf), str(room)]
    assert {"document": str(shelf), **alone} == data["documents"][0]
    code, said = run("docs", "facts", shelf, room)
    assert (code, [line for line in said.split("\n") if line.startswith("== ")]) == (
        0, [f"== {shelf}", f"== {room}"],
    )  # fmt: skip


def test_facts_are_text_to_be_read(specs: Path) -> None:
    code, said = run("docs", "facts", written(specs.parent, SHELF))
    assert code == 0
    assert "  request.copy_ids: array, required, minItems 1, maxItems 20\n" in said
    assert "  quota: 30 in 1 day\n" in said
    assert "  quota: 50000 in all\n" in said


NOT_DOCUMENTS = {
    "empty": b"",
    "blank": b" \n\n\t\n",
    "a letter": "你好,这里没有接口。\n".encode(),
    "another page": b"<!DOCTYPE html><html><body><p>hello</p></body></html>",
    "a module without documentation": b"package QQ;\nuse strict;\n1;\n",
    "json": b'{"a": 1}',
    "no UTF-8": "第一行\n接口".encode("gb18030"),
    "UTF-16 cut in the middle": SHELF.encode("utf-16")[:-1],
    "bytes": bytes(range(256)),
}


@pytest.mark.parametrize("name", NOT_DOCUMENTS)
@pytest.mark.parametrize("verb", ["facts", "check", "accept", "import"])
def test_what_is_no_document_is_refused_with_its_name(name: str, verb: str, tmp_path: Path) -> None:
    document = tmp_path / "document"
    document.write_bytes(NOT_DOCUMENTS[name])
    more = ("--group", "a/b", "--output", tmp_path / "out") if verb == "import" else ()
    code, said = run("docs", verb, document, *more)
    assert code == 2
    assert said.startswith(str(document))
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    for verb in ("check", "accept"):
        code, said = run("docs", verb, tmp_path / "absent")
        assert code == 2
        assert said.startswith(f"{tmp_path / 'absent'} cannot be read: ")
        assert run("docs", verb, tmp_path) == (
            2, f"{tmp_path} has no document of operations in it\n"
        )  # fmt: skip


def test_a_document_too_large_is_refused(tmp_path: Path) -> None:
    document = tmp_path / "document"
    with document.open("wb") as file:
        file.truncate(6_000_000)
    code, said = run("docs", "facts", document)
    assert code == 2
    assert "is larger than" in said


def test_a_line_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    document = tmp_path / "document"
    document.write_bytes(b"list(access_token, hash);\n\n\xb2\xe2\n")
    assert run("docs", "facts", document) == (
        2, f"{document}:3:1: is not UTF-8 (byte 0xb2); save the file as UTF-8\n",
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_a_document_is_read(encoding: str, tmp_path: Path) -> None:
    plain = written(tmp_path, SHELF)
    _, facts = run("docs", "facts", plain, "--format", "json")
    plain.write_bytes(SHELF.encode(encoding))
    assert run("docs", "facts", plain, "--format", "json") == (0, facts)


def test_an_unknown_group_is_named(specs: Path) -> None:
    document = written(specs.parent, SHELF)
    for arguments in (("--specs", SPECS), ("--specs", specs, "--group", "library/none")):
        code, said = run("docs", "check", document, *arguments)
        assert code == 2
        assert "--group PATH" in said


def test_the_group_may_come_from_the_option(specs: Path) -> None:
    document = written(specs.parent, SHELF.replace("QQ::weixin::work::library::shelf", ""))
    code, report = checked(document, specs, "--group", GROUP)
    assert code == 1
    assert [one["field"] for one in report["findings"]] == ["notes"]
    code, said = run("docs", "check", document, "--specs", specs)
    assert code == 2
    assert "does not name its group" in said


def test_an_unknown_verb_or_option_is_a_usage_error() -> None:
    for arguments in (("docs",), ("docs", "read"), ("docs", "check"), ("docs", "check", "x", "-y")):
        assert run(*arguments)[0] == 2


def test_an_operation_more_and_one_less_are_named(specs: Path) -> None:
    document = written(specs.parent, SHELF.replace("get(access", "fetch(access"))
    code, report = checked(document, specs)
    assert code == 1
    assert report["operations"] == {
        "matched": 3, "missing_in_specs": ["fetch"], "missing_in_document": ["get"],
    }  # fmt: skip
    _, said = run("docs", "check", document, "--specs", specs)
    assert "fetch: in the document, not in the specs" in said
    assert "docs import" in said


def test_a_conflict_that_git_left_in_a_document_is_called_one(specs: Path) -> None:
    document = written(specs.parent, f"{SHELF}<<<<<<< HEAD\n=======\n>>>>>>> topic\n")
    code, said = run("docs", "facts", document)
    line = SHELF.count("\n") + 1
    assert (code, said.partition("; ")[0]) == (
        2,
        f"{document}:{line}:1: has a merge conflict that git left here",
    )


@pytest.mark.parametrize(("verb", "writes"), [("check", False), ("accept", True)])
def test_only_a_verb_that_writes_says_that_it_wrote_nothing(
    specs: Path, verb: str, writes: bool
) -> None:
    document = written(specs.parent, SHELF)
    (specs / GROUP / "lend.yaml").write_text("title: [", "utf-8")
    code, said = run("docs", verb, document, "--specs", specs)
    assert code == 2
    assert said.endswith("1 problem; nothing was written\n" if writes else "1 problem\n")


HIDDEN = "\x1b[2K\x1b]0;title\x07\u202e\x08"


@pytest.mark.parametrize("verb", ["facts", "check", "import"])
def test_a_page_gives_no_command_to_the_terminal(specs: Path, verb: str) -> None:
    changed = SHELF.replace("\tcopy_ids\t是\t", f"\tcopy_ids\t也许{HIDDEN}\u3000吧\t", 1)
    assert HIDDEN in changed
    document = written(specs.parent, changed)
    options = {
        "facts": [],
        "check": ["--specs", str(specs)],
        "import": ["--group", "a/b", "--output", str(specs.parent / "drafts")],
    }
    said = run("docs", verb, document, *options[verb])[1]
    assert "也许" in said
    assert {char for char in said if not char.isprintable()} <= set("\n\u3000")
