"""The command line: verbs, exit codes, and what they print."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.output import OutputError

from ..model import most, path_of
from .folders import changed, write
from .package import ROOT, Generated, contents


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    return write(tmp_path / "specs", {"rooms/list": changed(), "rooms/get": changed()})


@pytest.fixture
def output(specs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder that the specs were rendered into."""
    folder = tmp_path / "generated"
    assert main(["generate", "--specs", str(specs), "--output", str(folder)]) == 0
    capsys.readouterr()
    return folder


def check(specs: Path, output: Path) -> int:
    return main(["check", "--specs", str(specs), "--output", str(output)])


def test_specs_that_are_fine_are_counted(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--specs", str(specs)]) == 0
    assert capsys.readouterr().out == f"{specs}: 2 operations, no problem\n"


@pytest.mark.parametrize("verb", ["validate", "generate", "check"])
def test_bad_specs_exit_with_2_and_every_problem_on_stdout(
    specs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    write(specs, {"rooms/list": changed(titel="x"), "rooms/get": "title: [", "rooms/A": "x"})
    options = [] if verb == "validate" else ["--output", str(tmp_path / "out")]
    assert main([verb, "--specs", str(specs), *options]) == 2
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert [line.removeprefix(f"{specs}/").split(".yaml:")[0] for line in lines] == [
        "rooms/A",
        "rooms/get",
        "rooms/list",
        "3 problems; nothing was written" if verb == "generate" else "3 problems",
    ]
    assert not captured.err


def test_problems_are_shown_by_file_line_and_column(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(specs, {"rooms/get": "title: 群 b: c\n"})
    main(["validate", "--specs", str(specs)])
    assert capsys.readouterr().out.startswith(f"{specs}/rooms/get.yaml:1:11: is not valid YAML")


def test_bad_specs_leave_the_output_as_it_was(specs: Path, output: Path) -> None:
    before = contents(output)
    write(specs, {"rooms/get": changed(titel="x")})
    assert main(["generate", "--specs", str(specs), "--output", str(output)]) == 2
    assert contents(output) == before


@pytest.mark.parametrize("kind", ["missing", "file", "empty"])
def test_a_folder_without_specs_exits_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    folder = tmp_path / "specs"
    if kind == "file":
        folder.write_text("")
    if kind == "empty":
        folder.mkdir()
    assert main(["validate", "--specs", str(folder)]) == 2
    assert capsys.readouterr().out.startswith(f"{folder}:1:1: ")


def test_an_output_that_is_a_file_exits_with_2(
    specs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("mine")
    assert main(["generate", "--specs", str(specs), "--output", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().out.startswith(f"cannot write {tmp_path}/out: ")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize(
    "arguments",
    [[], ["prove"], ["validate", "--spec"], ["generate", "--specs"], ["check", "--x"], ["diff"]],
)
def test_wrong_usage_exits_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: python -m generator" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "--specs", ""],
        ["generate", "--output", ""],
        ["check", "--specs", "x", "--output="],
        ["docs", "facts", ""],
        ["docs", "check", "page.md", ""],
        ["docs", "accept", "page.md", "--specs", ""],
        ["docs", "import", "page.md", "--group", "a/b", "--output", ""],
    ],
    ids=" ".join,
)
def test_a_path_that_is_empty_is_not_taken_for_the_current_folder(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "is empty; name a path" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_generate_names_what_it_wrote_and_removed(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (specs / "rooms/get.yaml").unlink()
    write(specs, {"rooms/add": changed()})
    assert main(["generate", "--specs", str(specs), "--output", str(output)]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "rooms/" in line] == [
        "wrote schemas/rooms/add.json",
        "removed schemas/rooms/get.json",
        "wrote wecom_client/rooms/__init__.py",
        "wrote wecom_client/rooms/add.py",
        "removed wecom_client/rooms/get.py",
    ]


def test_generating_twice_changes_nothing(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert main(["generate", "--specs", str(specs), "--output", str(output)]) == 0
    assert capsys.readouterr().out.endswith(" files, 0 changed\n")
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


def test_an_output_in_step_exits_with_0(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(specs, output) == 0
    assert capsys.readouterr().out.endswith(f"all as rendered from {specs}\n")


def edit(output: Path) -> None:
    path = output / "wecom_client/rooms/list.py"
    path.write_text(path.read_text("utf-8").replace("max_items=9", "max_items=10"), "utf-8")


def delete(output: Path) -> None:
    (output / "wecom_client/rooms/list.py").unlink()


def add(output: Path) -> None:
    (output / "wecom_client/rooms/own.py").write_text("")


def add_beside(output: Path) -> None:
    (output / "notes.txt").write_text("")


def change_line_ends(output: Path) -> None:
    path = output / "wecom_client/rooms/list.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def edit_runtime(output: Path) -> None:
    (output / "wecom_client/_runtime/errors.py").write_text("")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (edit, "edited: wecom_client/rooms/list.py"),
        (delete, "missing: wecom_client/rooms/list.py"),
        (add, "stale: wecom_client/rooms/own.py"),
        (add_beside, "stale: notes.txt"),
        (change_line_ends, "edited: wecom_client/rooms/list.py"),
        (
            edit_runtime,
            "edited: wecom_client/_runtime/errors.py (copied from templates/wecom_client/_runtime/"
            "errors.py: edit that; 'python -m generator adopt' takes this edit there)",
        ),
    ],
)
def test_drift_exits_with_1_and_is_named(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str], damage: Any, said: str
) -> None:
    damage(output)
    assert check(specs, output) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith(" ")][:-1] == [said]
    assert lines[-1].startswith(f"{output} is not what {specs} renders to: 1 file;")


def test_what_the_specs_changed_is_outdated_and_not_edited(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = specs / "rooms/list.yaml"
    spec.write_text(spec.read_text("utf-8").replace("maxItems: 9", "maxItems: 7"), "utf-8")
    (output / "wecom_client/_runtime/errors.py").write_text("")
    assert check(specs, output) == 1
    lines = capsys.readouterr().out.splitlines()
    named = [line for line in lines if not line.startswith(" ")][:-1]
    assert named.pop(1).startswith("edited: wecom_client/_runtime/errors.py (copied from template")
    assert named == ["outdated: schemas/rooms/list.json", "outdated: wecom_client/rooms/list.py"]


def test_a_conflict_in_the_output_is_called_one_and_generated_away(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(output)
    for path in (output / "wecom_client/rooms/list.py", output / ".manifest"):
        text = path.read_text("utf-8")
        path.write_text(f"{text}<<<<<<< HEAD\n=======\n>>>>>>> topic\n", "utf-8")
    assert check(specs, output) == 1
    assert "git left a merge conflict in line " in capsys.readouterr().out
    assert main(["generate", "--specs", str(specs), "--output", str(output)]) == 0
    assert contents(output) == before


def test_drift_is_shown_with_a_short_difference(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(output)
    check(specs, output)
    shown = capsys.readouterr().out
    assert "max_items=10" in shown
    assert "max_items=9" in shown


def test_check_writes_nothing(specs: Path, output: Path) -> None:
    edit(output)
    delete(output)
    before = contents(output)
    check(specs, output)
    assert contents(output) == before


def test_problems_are_annotations_at_their_places(
    specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(specs, {"rooms/list": changed(titel="x"), "rooms/get": 'a: 1\n"a\\n::error::b": 1\n'})
    monkeypatch.chdir(specs.parent)
    for verb in ("validate", "check"):
        assert main([verb, "--specs", str(specs), "--format", "github"]) == 2
        lines = capsys.readouterr().out.splitlines()
        assert any(one.startswith("::error file=specs/rooms/list.yaml,line=") for one in lines)
        assert any("b" in one and "rooms/get.yaml" in one for one in lines)
        assert all(one.startswith("::error file=specs/rooms/") for one in lines)


def test_problems_are_data_on_request(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, {"rooms/get": "title: 群 b: c\n"})
    assert main(["validate", "--specs", str(specs), "--format", "json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    file = str(specs / "rooms/get.yaml")
    assert (problem["file"], problem["line"], problem["column"]) == (file, 1, 11)
    assert list(problem) == ["file", "line", "column", "message"]
    (specs / "rooms/get.yaml").unlink()
    assert main(["validate", "--specs", str(specs), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"operations": 1, "problems": []}


@pytest.mark.parametrize("verb", ["diff {} .", "docs check {}", "docs facts {}"])
def test_what_keeps_a_verb_from_running_is_data_on_request(
    tmp_path: Path, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = str(tmp_path / "none")
    words = [word.format(nothing) for word in verb.split()]
    assert main([*words, "--format", "json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["file"], problem["line"], problem["column"]) == ("", 0, 0)
    assert nothing in problem["message"]


def test_drift_is_annotated_file_by_file(
    specs: Path, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(output.parent)
    arguments = ["check", "--specs", str(specs), "--output", str(output), "--format", "github"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == ""
    edit_runtime(output)
    (output / "::error::a,b\nc").write_text("")
    assert main(arguments) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(
        "::error file=generated/%3A%3Aerror%3A%3Aa%2Cb%0Ac::stale: ::error::a,b%0Ac%0Arun 'make"
    )
    assert second.startswith(
        "::error file=generated/wecom_client/_runtime/errors.py::edited: wecom_client/_runtime/"
        "errors.py (copied from templates/wecom_client/_runtime/errors.py: edit that; "
    )


def test_drift_is_data_on_request(
    specs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_runtime(output)
    delete(output)
    where = ["--specs", str(specs), "--output", str(output)]
    assert main(["check", *where, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    runtime, deleted = found["differences"]
    assert list(runtime) == ["kind", "path", "diff", "source"]
    assert runtime["source"] == "templates/wecom_client/_runtime/errors.py"
    assert deleted == {
        "kind": "missing", "path": "wecom_client/rooms/list.py", "diff": "", "source": "",
    }  # fmt: skip


def test_what_keeps_a_verb_from_running_is_an_annotation_too(
    specs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OutputError("cannot read a\n::error::b")

    monkeypatch.setattr("generator.cli.compare", fails)
    assert main(["check", "--specs", str(specs), "--format", "github"]) == 2
    assert capsys.readouterr().out == "::error::cannot read a%0A::error::b\n"


def test_generating_mends_every_kind_of_damage_to_our_files(specs: Path, output: Path) -> None:
    before = contents(output)
    change_line_ends(output)
    edit_runtime(output)
    (output / "wecom_client/rooms/get.py").unlink()
    main(["generate", "--specs", str(specs), "--output", str(output)])
    assert contents(output) == before


def test_a_limit_changed_in_a_spec_is_the_limit_of_the_client(tmp_path: Path) -> None:
    specs, output = tmp_path / "specs", tmp_path / "out"
    shutil.copytree(ROOT / "specs", specs)
    before = most("transfer", "chat_id_list")
    after = before + 7
    transfer = specs / f"{path_of('transfer')}.yaml"
    text = transfer.read_text("utf-8")
    assert text.count(f"maxItems: {before}\n") == 1
    transfer.write_text(text.replace(f"maxItems: {before}\n", f"maxItems: {after}\n"), "utf-8")
    assert main(["generate", "--specs", str(specs), "--output", str(output)]) == 0
    found = Generated(output).run(
        f"""
        transfer = Client().externalcontact.groupchat.transfer
        sizes = [{after}, {after + 1}]
        show([refused(transfer, ["id"] * size, "owner") for size in sizes])
        """
    )
    assert found == [[], [["chat_id_list", "maxItems"]]]


def test_the_module_can_be_run_from_anywhere(specs: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "validate", "--specs", "specs"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "specs: 2 operations, no problem\n"), done.stderr


def test_a_problem_in_chinese_can_be_printed_in_any_locale(tmp_path: Path) -> None:
    write(tmp_path / "specs", {"rooms/list": "群: 群\n群: 群\n"})
    done = subprocess.run(
        [sys.executable, "-m", "generator", "validate", "--specs", "specs"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "has the key '群' a second time" in done.stdout.decode("utf-8")
