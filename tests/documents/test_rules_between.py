"""What a page says of several parameters: read, drafted, and held against what specs say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documents.lock import accepted, write_lock
from generator.documents.reading import read_text

from .helpers import Difference, Held, drafted, held
from .small_pages import TOKEN, fields, page

TEXT = page(
    [
        "access_token | 是 | 凭证",
        "kind | 是 | 类别，1-图书，2-期刊，3-地图",
        "isbn | 是 | 书号，当kind为1时必填，最长20个字符",
        "issue | 否 | 期号，kind为2或3时必填",
        "reader | 否 | 读者账号",
        "group | 否 | 读者组编号，不能与card同时填写",
        "card | 否 | 卡号",
        "note.text | 否 | 备注",
        "note.media | 否 | 附件",
    ],
    sent='{"kind": 1, "isbn": "x", "issue": "7", "reader": "a", "group": "b", '
    '"note": {"text": "t", "media": "m"}}',
    behind="\n注意：\n- reader和group不可同时为空\n- note.text、note.media二者不能同时为空\n",
)
STATED = {
    "isbn": ("requiredWhen", {"kind": [1]}),
    "issue": ("requiredWhen", {"kind": [2, 3]}),
    "group": ("forbiddenWhenGiven", ["card"]),
    "reader": ("requiredUnlessGiven", ["group"]),
    "note.text": ("requiredUnlessGiven", ["media"]),
}


def put(text: str) -> str:
    """Return the page with its notes before the answer, as vendors have them."""
    body, _, notes = text.partition("\n注意：\n")
    head, _, answer = body.partition("**返回结果：**")
    return f"{head}{notes}\n**返回结果：**{answer}"


PAGE = put(TEXT)


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    drafted(PAGE, "sample", tmp_path)
    return tmp_path


def edited(specs: Path, edit: Callable[[dict[str, Any]], Any]) -> Held:
    path = specs / "sample/query_a.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    edit(data["request"])
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return held(specs, "sample")


def differences(one: Held, text: str = PAGE) -> set[Difference]:
    """Return what parts in facts: the sentences of the page were not accepted."""
    return {found for found in one.differences(text) if found[2] != "text"}


def test_rows_and_prose_state_them_of_the_fields_that_they_name() -> None:
    (operation,) = read_text(PAGE).operations
    found = fields(operation, "request")
    for path, (rule, value) in STATED.items():
        assert found[path].limits[rule].value == value
    assert found["isbn"].required is False
    assert read_text(PAGE).not_understood == ()


def test_a_draft_states_them_and_has_no_difference(specs: Path) -> None:
    request = yaml.safe_load((specs / "sample/query_a.yaml").read_text("utf-8"))["request"]
    assert request["isbn"]["requiredWhen"] == {"kind": 1}
    assert request["issue"]["requiredWhen"] == {"kind": [2, 3]}
    assert request["group"]["forbiddenWhenGiven"] == ["card"]
    assert request["reader"]["requiredUnlessGiven"] == ["group"]
    assert request["note"]["properties"]["text"]["requiredUnlessGiven"] == ["media"]
    assert differences(held(specs, "sample")) == set()


@pytest.mark.parametrize(
    ("field", "rule"), [(path, rule) for path, (rule, _) in STATED.items() if "." not in path]
)
def test_a_spec_that_does_not_say_so_differs(field: str, rule: str, specs: Path) -> None:
    one = edited(specs, lambda request: request[field].pop(rule))
    assert differences(one) == {("query_a", f"request.{field}", rule)}


def test_a_spec_that_says_something_else_differs(specs: Path) -> None:
    def edit(request: dict[str, Any]) -> None:
        request["isbn"]["requiredWhen"] = {"kind": [1, 2]}
        request["reader"]["requiredUnlessGiven"] = ["group", "card"]

    assert differences(edited(specs, edit)) == {
        ("query_a", "request.isbn", "requiredWhen"),
        ("query_a", "request.reader", "requiredUnlessGiven"),
    }


def test_any_of_the_fields_may_say_it(specs: Path) -> None:
    def edit(request: dict[str, Any]) -> None:
        del request["reader"]["requiredUnlessGiven"]
        request["group"]["requiredUnlessGiven"] = ["reader"]
        del request["group"]["forbiddenWhenGiven"]
        request["card"]["forbiddenWhenGiven"] = ["group"]

    assert differences(edited(specs, edit)) == set()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("当kind为1时必填", "当kind为2时必填", ("query_a", "request.isbn", "requiredWhen")),
        ("reader和group不可", "reader和card不可", ("query_a", "request.reader", "requiredUnlessGiven")),
        ("不能与card同时", "不能与reader同时", ("query_a", "request.group", "forbiddenWhenGiven")),
    ],
)  # fmt: skip
def test_a_page_that_says_something_else_differs(
    old: str, new: str, found: Difference, specs: Path
) -> None:
    assert PAGE.count(old) == 1
    assert found in differences(held(specs, "sample"), PAGE.replace(old, new))


@pytest.mark.parametrize(
    "gone", ["，kind为2或3时必填", "，不能与card同时填写", "- reader和group不可同时为空\n"]
)
def test_words_that_are_gone_are_a_change_of_the_pages_sentences(gone: str, specs: Path) -> None:
    one = held(specs, "sample")
    facts = read_text(PAGE)
    write_lock(specs, accepted(facts, one.operations, one.lock(facts)))
    one = held(specs, "sample")
    assert one.differences(PAGE) == set()
    assert {rule for *_, rule in one.differences(PAGE.replace(gone, ""))} == {"text"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("当kind为1时必填", "当sort为1时必填", "required only under a condition"),
        ("不能与card同时填写", "不能与passport同时填写", "goes only together with, or without"),
        ("| card | 否 | 卡号", "| card | 否 | 卡号，isbn和issue不能同时为空", "goes only together"),
    ],
)
def test_what_is_not_about_fields_beside_it_is_reported(old: str, new: str, why: str) -> None:
    text = PAGE.replace(old, new)
    assert text != PAGE
    (found,) = read_text(text).not_understood
    assert found.why.startswith(why)


def test_an_answer_says_nothing_to_callers() -> None:
    text = page([TOKEN], ["a | 名称，b为1时必填，不能与b同时填写", "b | 类别"])
    (operation,) = read_text(text).operations
    assert fields(operation, "response")["a"].limits == {}
    assert read_text(text).not_understood == ()
