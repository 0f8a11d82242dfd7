"""What a page says of several parameters: read, drafted, and held against what specs say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documents.between import RULES
from generator.documents.conditions import COUNTS_WHEN
from generator.documents.conformance import compare
from generator.documents.lock import accepted, write_lock
from generator.documents.reading import read_text
from generator.model import Deviation, Operation

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
        "seal | 否 | 印章，仅当kind为2或1时有效",
        "note.text | 否 | 备注",
        "note.media | 否 | 附件",
    ],
    sent='{"kind": 1, "isbn": "x", "issue": "7", "reader": "a", "group": "b", "seal": "s", '
    '"note": {"text": "t", "media": "m"}}',
    behind="\n注意：\n- reader和group不可同时为空\n- note.text、note.media二者不能同时为空\n",
)
STATED = {
    "isbn": ("requiredWhen", {"kind": [1]}),
    "issue": ("requiredWhen", {"kind": [2, 3]}),
    "group": ("forbiddenWhenGiven", ["card"]),
    "seal": ("ignoredUnless", {"kind": [1, 2]}),
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
    assert request["seal"]["ignoredUnless"] == {"kind": [1, 2]}
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
    ("gone", "rule"),
    [
        ("，kind为2或3时必填", "requiredWhen"),
        ("，不能与card同时填写", "forbiddenWhenGiven"),
        ("- reader和group不可同时为空\n", "requiredUnlessGiven"),
    ],
)
def test_words_that_are_gone_are_told_as_a_fact_and_as_a_sentence(
    gone: str, rule: str, specs: Path
) -> None:
    one = held(specs, "sample")
    facts = read_text(PAGE)
    write_lock(specs, accepted(facts, one.operations, one.lock(facts)))
    one = held(specs, "sample")
    assert one.differences(PAGE) == set()
    assert {told for *_, told in one.differences(PAGE.replace(gone, ""))} == {"text", rule}


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


def stating(operation: Operation, field: str, rule: str, value: Any) -> Operation:
    """Return an operation one of whose parameters states a rule, whatever it is about."""
    request = tuple(
        one.stating(**{rule: value}) if one.name == field else one for one in operation.request
    )
    return replace(operation, request=request)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_a_spec_that_the_page_does_not_state_is_told_unless_it_deviates(
    rule: str, specs: Path
) -> None:
    one = held(specs, "sample")
    facts = read_text(PAGE)
    ((key, operation),) = one.operations.items()
    value = ("kind", (1,)) if rule == "requiredWhen" else ("kind",)
    told = stating(operation, "card", rule, value)
    found = compare(facts, {key: told}, one.lock(facts)).findings
    (finding,) = (each for each in found if each.rule != "text")
    assert (finding.field, finding.rule, finding.document) == ("request.card", rule, None)
    assert finding.spec is not None
    assert finding.spec.value
    deviation = Deviation("request.card", rule, "absent", "A reason.", "a source")
    deviating = replace(told, deviations=(*told.deviations, deviation))
    compared = compare(facts, {key: deviating}, one.lock(facts))
    assert not [each for each in compared.findings if each.rule != "text"]
    assert (finding.field, rule) in {(each.field, each.rule) for each in compared.accepted}


@pytest.mark.parametrize(
    ("field", "rule", "value"),
    [
        ("reader", "requiredUnlessGiven", ("group", "card")),
        ("group", "forbiddenWhenGiven", ("card", "reader")),
        ("issue", "requiredWhen", ("kind", (1, 2, 3))),
    ],
)
def test_a_rule_that_says_more_than_the_page_is_told_once(
    field: str, rule: str, value: Any, specs: Path
) -> None:
    one = held(specs, "sample")
    facts = read_text(PAGE)
    ((key, operation),) = one.operations.items()
    found = compare(facts, {key: stating(operation, field, rule, value)}, one.lock(facts)).findings
    assert [(each.field, each.rule) for each in found if each.rule != "text"] == [
        (f"request.{field}", rule)
    ]


SENTENCES = put(
    page(
        [
            "access_token | 是 | 凭证",
            "kind | 否 | 借阅的类别，1表示图书，2表示期刊",
            "isbn | 否 | 书号",
            "title | 否 | 书名",
            "issue | 否 | 期号，当类别为期刊时必填",
            "cover | 否 | 封面，与isbn同时填写时以isbn为准",
            "parts | 否 | 内容",
            "parts.form | 是 | 形式，可选text、map",
            "parts.text.content | 是 | 文字",
            "parts.map.scale | 是 | 比例",
            "parts.map.sheet | 否 | 图幅",
            "parts.map.name | 否 | 图名，不能与sheet同时为空",
        ],
        sent='{"kind": 1, "isbn": "x", "title": "t", "issue": "7", "cover": "c", "parts": ['
        '{"form": "text", "text": {"content": "a"}}, '
        '{"form": "map", "map": {"scale": "b", "sheet": "c", "name": "d"}}]}',
        behind="\n注意：\n- isbn和title只需填一个，两者同时填写时使用isbn，二者不可同时为空\n"
        "- parts中每个内容必须与form一致\n- 填写sheet时，name会被忽略\n",
    )
)
SAID = {
    ("issue", "requiredWhen"): {"kind": [2]},
    ("cover", "ignoredWhenGiven"): ["isbn"],
    ("title", "ignoredWhenGiven"): ["isbn"],
    ("isbn", "requiredUnlessGiven"): ["title"],
    ("parts.text", "requiredWhen"): {"form": ["text"]},
    ("parts.map", "requiredWhen"): {"form": ["map"]},
    ("parts.map.name", "requiredUnlessGiven"): ["sheet"],
    ("parts.map.name", "ignoredWhenGiven"): ["sheet"],
}


def rules_of(text: str) -> dict[tuple[str, str], Any]:
    (operation,) = read_text(text).operations
    return {
        (path, rule): one.limits[rule].value
        for path, one in fields(operation, "request").items()
        for rule in RULES
        if rule in one.limits
    }


def test_sentences_state_rules_of_the_fields_that_they_mean() -> None:
    assert rules_of(SENTENCES) == SAID
    assert read_text(SENTENCES).not_understood == ()


def test_a_row_says_it_of_fields_beside_it_and_in_it() -> None:
    text = SENTENCES.replace("，两者同时填写时使用isbn", "")
    text = text.replace("title | 否 | 书名", "title | 否 | 书名，isbn和title同时填写时使用isbn")
    text = text.replace("parts | 否 | 内容", "parts | 否 | 内容，填写text时map不生效")
    assert rules_of(text) == SAID | {("parts.map", "ignoredWhenGiven"): ["text"]}
    assert read_text(text).not_understood == ()


def test_a_row_that_says_it_of_fields_elsewhere_is_reported() -> None:
    text = SENTENCES.replace("与isbn同时填写时以isbn为准", "与scale同时填写时以scale为准")
    assert ("cover", "ignoredWhenGiven") not in rules_of(text)
    (found,) = read_text(text).not_understood
    assert found.why == COUNTS_WHEN


def test_a_draft_of_sentences_has_no_difference_and_states_them(tmp_path: Path) -> None:
    one = drafted(SENTENCES, "sample", tmp_path)
    assert one.differences(SENTENCES) == set()
    request = yaml.safe_load((tmp_path / "sample/query_a.yaml").read_text("utf-8"))["request"]
    assert request["issue"]["requiredWhen"] == {"kind": 2}
    assert request["title"]["ignoredWhenGiven"] == ["isbn"]
    inside = request["parts"]["items"]["properties"]
    assert inside["map"]["requiredWhen"] == {"form": "map"}
    assert inside["map"]["properties"]["name"]["ignoredWhenGiven"] == ["sheet"]


@pytest.mark.parametrize("listed", ["，可选text、map", "", "，可选text、sheet"])
def test_the_kinds_are_those_that_the_row_lists_and_the_example_has(listed: str) -> None:
    text = SENTENCES.replace("，可选text、map", listed)
    assert rules_of(text) == SAID


def test_what_neither_a_row_lists_nor_an_example_has_is_no_kind() -> None:
    text = SENTENCES.replace("，可选text、map", "").replace('"form": "map"', '"form": "text"')
    assert SAID.keys() - rules_of(text).keys() == {("parts.map", "requiredWhen")}


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("1表示图书，2表示期刊", "1表示图书，2表示地图", {("issue", "requiredWhen")}),
        ("当类别为期刊时", "当方式为期刊时", {("issue", "requiredWhen")}),
        ("与isbn同时填写时", "与shelf同时填写时", {("cover", "ignoredWhenGiven")}),
        ("与form一致", "与shape一致", {("parts.text", "requiredWhen"), ("parts.map", "requiredWhen")}),
        ("填写sheet时，name", "填写sheet时，isbn", {("parts.map.name", "ignoredWhenGiven")}),
    ],
)  # fmt: skip
def test_what_names_no_field_beside_it_states_nothing(
    old: str, new: str, lost: set[tuple[str, str]]
) -> None:
    text = SENTENCES.replace(old, new)
    assert text != SENTENCES
    assert SAID.keys() - rules_of(text).keys() == lost


def test_a_meaning_that_two_fields_have_is_reported() -> None:
    text = SENTENCES.replace("isbn | 否 | 书号", "isbn | 否 | 书号的类别，1表示报纸，2表示期刊")
    text = text.replace('"isbn": "x"', '"isbn": 1')
    assert ("issue", "requiredWhen") not in rules_of(text)
    assert [one.text for one in read_text(text).not_understood] == ["当类别为期刊时必填"]


def test_a_chapter_says_it_of_the_operations_that_its_tables_describe() -> None:
    chapter = (
        "\n## 封面定义\n\n**参数说明：**\n\n| 参数 | 说明 |\n| --- | --- |\n"
        "| image.id | 图片编号 |\n| colour.code | 颜色 |\n\n"
        ">image和colour不能同时为空；\nimage与colour同时填写时，以image为准；\n"
    )
    rows = [TOKEN, "cover | 否 | 封面，见“封面定义”"]
    sent = '{"cover": {"image": {"id": "a"}, "colour": {"code": "b"}}}'
    assert rules_of(page(rows, sent=sent, behind=chapter)) == {
        ("cover.image", "requiredUnlessGiven"): ["colour"],
        ("cover.colour", "ignoredWhenGiven"): ["image"],
    }
    without = page([TOKEN, "image | 否 | 图片", "colour | 否 | 颜色"], behind=chapter)
    assert rules_of(without) == {}


TIMES = page(
    [
        "access_token | 是 | 凭证",
        "start_time | 是 | 借阅开始时间",
        "end_time | 是 | 借阅结束时间",
        "shelf | 否 | 书架编号",
    ],
    sent='{"start_time": 1605171726, "end_time": 1605172726, "shelf": 3}',
    behind="\n注意：\n- 借阅记录的起止时间间隔不能超过1个月\n",
)


def test_a_span_of_two_times_is_that_of_the_second_by_their_names(tmp_path: Path) -> None:
    text = put(TIMES)
    assert read_text(text).not_understood == ()
    drafted(text, "sample", tmp_path)
    request = yaml.safe_load((tmp_path / "sample/query_a.yaml").read_text("utf-8"))["request"]
    stated = {"type": "integer", "required": True, "format": "timestamp"}
    assert request["start_time"] == stated
    assert request["end_time"] == stated | {"notBefore": "start_time", "maxSpanDays": 31}
    assert "format" not in request["shelf"]
    assert differences(held(tmp_path, "sample"), text) == set()
    other = edited(tmp_path, lambda request: request["end_time"].update(maxSpanDays=30))
    assert differences(other, text) == {("query_a", "request.end_time", "maxSpanDays")}


def test_a_span_of_no_two_times_is_not_understood() -> None:
    (found,) = read_text(put(TIMES.replace("start_time", "first_time"))).not_understood
    assert "no two days to span" in str(found)


KINDS = page(
    [
        "access_token | 是 | 凭证",
        "parts | 否 | 附件列表，类型只能三选一",
        "parts.parttype | 是 | 附件类型，可选book、map或者tape",
        "parts.book | 否 | 图书",
        "shelves | 否 | 书架列表，类型必须一致",
        "shelves.size | 是 | 大小",
    ],
    sent='{"parts": [{"parttype": "book", "book": "b"}], "shelves": [{"size": 3}]}',
)


def test_elements_of_one_kind_agree_on_the_field_that_says_what_they_are(tmp_path: Path) -> None:
    drafted(KINDS, "sample", tmp_path)
    request = yaml.safe_load((tmp_path / "sample/query_a.yaml").read_text("utf-8"))["request"]
    assert request["parts"]["itemsAgreeOn"] == "parttype"
    assert "itemsAgreeOn" not in request["shelves"]
    one = held(tmp_path, "sample")
    assert differences(one, KINDS) == set()
    one = edited(tmp_path, lambda request: request["parts"].pop("itemsAgreeOn"))
    assert differences(one, KINDS) == {("query_a", "request.parts", "itemsAgreeOn")}
