"""Export: what stands in the cells, and that a file is there once it is whole."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from wecom_client import APIError, NotFoundError

from .callers import GROUPCHAT, answering, workflow

export = workflow("export")
write_csv, write_json_lines = export.write_csv, export.write_json_lines


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def cell(value: Any, tmp_path: Path, **options: Any) -> str:
    """Return what a value becomes in a cell."""
    write_csv([{"value": value}], tmp_path / "cell.csv", ["value"], **options)
    [_, [text]] = rows(tmp_path / "cell.csv")
    return text


HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\ufeff=1",
    "\x00=1",
    '=HYPERLINK("https://example.test","x")',
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
)


@pytest.mark.parametrize("text", HOSTILE, ids=map(ascii, HOSTILE))
def test_a_text_that_a_spreadsheet_takes_for_a_formula_is_escaped(
    text: str, tmp_path: Path
) -> None:
    assert cell(text, tmp_path) == f"'{text}"
    assert cell([text, "b"], tmp_path) == f"'{text}; b"


def test_what_is_no_formula_comes_as_it_is(tmp_path: Path) -> None:
    cells = {
        -5: "-5",
        -1.5: "-1.5",
        10**20: str(10**20),
        "张三 = 李四": "张三 = 李四",
        'a,"b"\r\nc;d': 'a,"b"\r\nc;d',
        "": "",
        None: "",
        True: "true",
        float("inf"): "inf",
        ("a", 1, None): "a; 1; ",
        (): "",
    }
    assert {value: cell(value, tmp_path) for value in cells} == cells
    assert cell({"a": ["=1"]}, tmp_path) == '{"a": ["=1"]}'
    assert cell([{"a": 1}, {"a": 2}], tmp_path) == '[{"a": 1}, {"a": 2}]'
    assert cell("half \ud83d", tmp_path) == "half ?"


def test_headings_are_escaped_too_and_may_differ_from_paths(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    assert write_csv([{"a": 1}], path, {"=evil": "a", "Again": "a"}) == 1
    assert path.read_bytes() == b"'=evil,Again\r\n1,1\r\n"


def test_the_mark_for_excel_comes_only_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_csv([{"名": "群"}], path, ["名"], bom=True)
    assert path.read_bytes() == "\ufeff名\r\n群\r\n".encode()
    write_csv([{"名": "群"}], path, ["名"])
    assert path.read_bytes() == "名\r\n群\r\n".encode()


@dataclass(frozen=True)
class Person:
    name: str
    tags: tuple[dict[str, Any], ...] = ()

    @property
    def upper(self) -> str:
        return self.name.upper()


def test_paths_go_through_objects_mappings_and_arrays(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    people = [
        Person("abel", ({"name": "a", "deep": {"x": 1}}, {"name": "b"})),
        Person("bea"),
    ]
    columns = ["name", "upper", "tags.name", "tags[0].deep.x", "tags[7].name"]
    assert write_csv(people, path, columns) == 2
    assert rows(path)[1:] == [["abel", "ABEL", "a; b", "1", ""], ["bea", "BEA", "", "", ""]]
    write_csv(["one", "two"], path, {"id": "."})
    assert rows(path) == [["id"], ["one"], ["two"]]


@pytest.mark.parametrize(
    "columns",
    [[], "name", ["a", "a"], [""], ["a..b"], ["a[x]"], ["_private"], ["a._b"], ["a[-1]"]],
    ids=str,
)
def test_columns_that_cannot_be_are_refused_and_no_file_is_made(
    columns: Any, tmp_path: Path
) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        write_csv([{"a": 1}], tmp_path / "x.csv", columns)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("columns", [["nmae"], ["name", "tags.x.y"], ["name.x"], ["count"]])
def test_a_column_that_no_record_knows_is_a_slip_and_no_file_is_made(
    columns: list[str], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="no record has"):
        write_csv([Person("abel", ({"x": "text"},))], tmp_path / "x.csv", columns)
    assert list(tmp_path.iterdir()) == []


def test_times_become_those_of_utc_8_where_they_are_asked_for(tmp_path: Path) -> None:
    assert cell(1702569600, tmp_path, times=["value"]) == "2023-12-15 00:00:00"
    assert cell([1702569600, None], tmp_path, times=["value"]) == "2023-12-15 00:00:00; "
    assert cell(1702569600, tmp_path) == "1702569600"
    assert cell("soon", tmp_path, times=["value"]) == "soon"
    assert cell(10**30, tmp_path, times=["value"]) == str(10**30)
    write_json_lines([{"at": 1702569600}], tmp_path / "x", {"time": "at"}, times=["at"])
    assert lines(tmp_path / "x") == [{"time": "2023-12-15T00:00:00+08:00"}]
    with pytest.raises(ValueError, match="times"):
        write_csv([], tmp_path / "y.csv", ["a"], times=["b"])


def test_json_lines_hold_one_record_a_line_whatever_its_texts_hold(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    records = [{"text": text} for text in (*HOSTILE, "a\u2028b\u2029c\x85d", "half \ud83d", "群")]
    assert write_json_lines(records, path) == len(records)
    assert lines(path) == records
    assert len(path.read_text("utf-8").splitlines()) == len(records)
    assert "群" in path.read_text("utf-8")
    write_json_lines([Person("abel", ({"a": float("nan")},)), {1}, None], path)
    assert lines(path) == [{"name": "abel", "tags": [{"a": "nan"}]}, [1], None]


def failing(records: Iterable[Any], error: BaseException) -> Iterator[Any]:
    yield from records
    raise error


async def failing_async(records: Iterable[Any], error: BaseException) -> AsyncIterator[Any]:
    for one in records:
        yield one
    raise error


@pytest.mark.parametrize("write", [write_csv, write_json_lines], ids=["csv", "json_lines"])
@pytest.mark.parametrize("error", [OSError("gone"), KeyboardInterrupt(), SystemExit(1)], ids=repr)
def test_an_export_that_ends_early_leaves_the_target_as_it_was(
    write: Any, error: BaseException, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    many = [{"a": number} for number in range(10_000)]
    with pytest.raises(type(error)):
        write(failing(many, error), path, ["a"])
    assert list(tmp_path.iterdir()) == []
    path.write_text("yesterday")
    with pytest.raises(type(error)):
        asyncio.run(write(failing_async(many, error), path, ["a"]))
    assert [one.name for one in tmp_path.iterdir()] == ["x"]
    assert path.read_text() == "yesterday"


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    async def endless(begun: asyncio.Event) -> AsyncIterator[Any]:
        yield {"a": 1}
        begun.set()
        await asyncio.Event().wait()

    async def main() -> None:
        begun = asyncio.Event()
        task = asyncio.ensure_future(write_csv(endless(begun), tmp_path / "x.csv", ["a"]))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert list(tmp_path.iterdir()) == []


def test_an_export_of_nothing_has_its_headings(tmp_path: Path) -> None:
    assert write_csv([], tmp_path / "x.csv", ["a", "b"]) == 0
    assert (tmp_path / "x.csv").read_bytes() == b"a,b\r\n"
    assert write_json_lines([], tmp_path / "x.jsonl") == 0
    assert (tmp_path / "x.jsonl").read_bytes() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
def test_a_target_keeps_its_permissions_and_a_link_its_aim(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("")
    real.chmod(0o640)
    link.symlink_to(real)
    write_csv([{"a": 1}], link, ["a"])
    assert link.is_symlink()
    assert real.read_text() == "a\n1\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_and_what_are_no_records_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no regular file"):
        write_csv([], tmp_path, ["a"])
    with pytest.raises(ValueError, match="no regular file"):
        write_csv([], os.devnull, ["a"])
    for records in ("text", None, 5):
        with pytest.raises(TypeError, match="records must be an iterable"):
            write_csv(records, tmp_path / "x.csv", ["a"])


PAGES = {
    None: {"group_chat_list": [{"chat_id": "wr1", "status": 0}], "next_cursor": "two"},
    "two": {"group_chat_list": [{"chat_id": "wr2", "status": 1}], "next_cursor": ""},
}


@pytest.mark.parametrize("fails", [False, True], ids=["whole", "second page fails"])
def test_a_list_of_the_platform_is_there_whole_or_not_at_all(
    fails: bool, asynchronous: bool, tmp_path: Path
) -> None:
    workflow("group_status")  # for its operations

    def answer(path: str, body: Any) -> dict[str, Any]:
        assert path == f"{GROUPCHAT}/list"
        cursor = body.get("cursor")
        return {"errcode": 41039, "errmsg": ""} if fails and cursor else PAGES[cursor]

    call = answering(answer, asynchronous=asynchronous)
    path = tmp_path / "groups.csv"

    def act(wecom: Any) -> Any:
        groups = wecom.externalcontact.groupchat.iter_list()
        return write_csv(groups, path, ["chat_id", "status"])

    if fails:
        with pytest.raises(APIError):
            call(act)
        assert list(tmp_path.iterdir()) == []
    else:
        assert call(act) == 2
        assert rows(path) == [["chat_id", "status"], ["wr1", "0"], ["wr2", "1"]]


TAKEN = {
    "the second call failed": (".", True),
    "a slip of the pen": ("chatid", False),
    "all was written": (".", False),
}


def lists(path: str, body: Any) -> dict[str, Any]:
    """Answer lists of two pages, and details."""
    if path == f"{GROUPCHAT}/list":
        return PAGES[body.get("cursor")]
    if path == f"{GROUPCHAT}/get":
        return {"group_chat": {"chat_id": body["chat_id"]}}
    cursor = "" if body.get("cursor") else "two"
    return {"external_contact_list": [{"follow_info": {"userid": "abel"}}], "next_cursor": cursor}


def generator_of(wecom: Any) -> Any:
    groups = wecom.externalcontact.groupchat.iter_list()
    is_asynchronous = hasattr(groups, "__aiter__")
    return (one async for one in groups) if is_asynchronous else (one for one in groups)


ONCE = {
    "pages": lambda wecom: wecom.externalcontact.groupchat.iter_list(),
    "portions": lambda wecom: wecom.externalcontact.batch.iter_get_by_user(["abel"]),
    "outcomes": lambda wecom: wecom.externalcontact.groupchat.get_many(["1", "2"], concurrency=1),
    "generator": generator_of,
}


@pytest.mark.parametrize("begin", ONCE.values(), ids=ONCE.keys())
@pytest.mark.parametrize(("column", "fails"), TAKEN.values(), ids=TAKEN.keys())
def test_records_that_were_taken_before_are_no_whole_list(
    column: str, fails: bool, begin: Callable[[Any], Any], asynchronous: bool, tmp_path: Path
) -> None:
    for name in ("group_status", "customers"):  # for their operations
        workflow(name)
    calls = count()

    def answer(path: str, body: Any) -> dict[str, Any]:
        cut = fails and next(calls) == 1
        return {"errcode": 41039, "errmsg": ""} if cut else lists(path, body)

    async def done(written: Any) -> None:
        if asynchronous:
            await written

    async def both(records: Any) -> None:
        with suppress(APIError, ValueError):
            await done(write_csv(records, tmp_path / "1.csv", [column]))
        with pytest.raises(ValueError, match=r"taken from this .* before.* begin it anew"):
            await done(write_json_lines(records, tmp_path / "2.jsonl"))

    def act(wecom: Any) -> Any:
        acting = both(begin(wecom))
        return acting if asynchronous else asyncio.run(acting)

    answering(answer, asynchronous=asynchronous)(act)
    assert not (tmp_path / "2.jsonl").exists()


def test_an_outcome_that_failed_is_never_an_empty_row(asynchronous: bool, tmp_path: Path) -> None:
    workflow("group_members")  # for its operation

    def answer(path: str, body: Any) -> dict[str, Any]:
        if body["chat_id"] == "wr2":
            return {"errcode": 40050, "errmsg": ""}
        return {"group_chat": {"chat_id": body["chat_id"], "name": "=1"}}

    call = answering(answer, asynchronous=asynchronous)

    def writing(write: Any, *args: Any) -> Any:
        def act(wecom: Any) -> Any:
            many = wecom.externalcontact.groupchat.get_many(["wr1", "wr2"], ordered=True)
            return write(many, tmp_path / "x", *args)

        return call(act)

    with pytest.raises(NotFoundError):
        writing(write_csv, ["key", "answer.group_chat.name"])
    assert list(tmp_path.iterdir()) == []
    assert writing(write_csv, ["key", "answer.group_chat.name", "error"]) == 2
    [_, first, second] = rows(tmp_path / "x")
    assert first == ["wr1", "'=1", ""]
    assert second[:2] == ["wr2", ""]
    assert "40050" in second[2]
    assert writing(write_json_lines) == 2
    [one, other] = lines(tmp_path / "x")
    assert one["answer"]["group_chat"] == {"chat_id": "wr1", "name": "=1"}
    assert (other["key"], other["answer"]) == ("wr2", None)
    assert "40050" in other["error"]
