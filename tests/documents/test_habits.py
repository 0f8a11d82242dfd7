"""How pages of the vendor's site are written: each habit as small documents, with what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.documents.facts import FieldFact, OperationFacts
from generator.documents.files import read_file
from generator.documents.reading import read_document, read_text

from .small_pages import HOST, TOKEN, Case, fields, page, table

ADDRESS = "https://developer.example.com/document/path/70001"
FRONT_MATTER = f'---\ntitle: "查询乙"\ndoc_id: 1\ncategory_id: 70001\nsource_url: {ADDRESS}\n---\n'


def only(text: str) -> OperationFacts:
    (operation,) = read_text(text).operations
    return operation


def request(text: str) -> dict[str, FieldFact]:
    return fields(only(text), "request")


# titles, addresses, dates


def bare(lines: str = "") -> str:
    """Return a page whose operation has no heading, with other lines in its place."""
    return page([TOKEN, "a | 是 | 甲"], sent='{"a": "x"}').replace("# 查询甲\n", lines)


TITLES = {
    "front matter": (FRONT_MATTER + bare(), "查询乙"),
    "front matter above a date": (FRONT_MATTER + bare("最后更新：2025/01/02\n"), "查询乙"),
    "front matter above a table of contents": (FRONT_MATTER + bare("[TOC]\n"), "查询乙"),
    "front matter above another mark of contents": (FRONT_MATTER + bare("[[toc]]\n"), "查询乙"),
    "front matter above a box": (FRONT_MATTER + bare("::: tip 提示\n话。\n:::\n"), "查询乙"),
    "front matter above a rule": (FRONT_MATTER + bare("一段话。\n\n---\n"), "查询乙"),
    "front matter above prose": (FRONT_MATTER + bare("企业可以用这个接口查询\n"), "查询乙"),
    "a heading without a blank": (bare("##查询丙\n"), "查询丙"),
    "a heading with prose below": (bare("## 查询丙\n企业可以用这个接口查询\n\n"), "查询丙"),
    "a coloured heading": (bare("## !!#ff0000 查询丙!!\n"), "查询丙"),
    "a heading closed by marks": (bare("## 查询丙 ##\n"), "查询丙"),
}


@pytest.mark.parametrize("variant", TITLES)
def test_a_title_is_what_names_the_operation(variant: str) -> None:
    text, title = TITLES[variant]
    found = only(text).title
    assert found is not None
    assert found.value == title


def test_each_operation_of_a_page_has_the_heading_above_it() -> None:
    one = page([TOKEN], title="#查询甲").replace("# #", "##")
    two = page([TOKEN], title="查询丙", address="sample/other?access_token=T").replace("# ", "##")
    facts = read_text(f"{FRONT_MATTER}最后更新：2025/01/02\n\n[TOC]\n{one}\n{two}")
    assert [str(one.title.value) for one in facts.operations if one.title] == ["查询甲", "查询丙"]
    assert [str(one.updated.value) for one in facts.operations if one.updated] == ["2025-01-02"] * 2


def test_front_matter_says_where_a_page_comes_from() -> None:
    operation = only(FRONT_MATTER + bare())
    assert operation.page is not None
    assert operation.page.value == ADDRESS
    assert read_text(FRONT_MATTER + bare()).id == "70001"


def test_a_comment_of_a_browser_says_where_a_page_comes_from(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->\n{bare()}", "utf-8")
    assert read_file(saved).address == ADDRESS
    (operation,) = read_document(saved).operations
    assert operation.page is not None
    assert operation.page.value == ADDRESS


def test_an_operation_directly_below_the_root_is_one() -> None:
    operation = only(page([TOKEN], address="get_a_list?access_token=T"))
    assert (operation.group, operation.name, operation.key) == ("", "get_a_list", "get_a_list")


def test_operations_of_several_folders_stand_on_one_page() -> None:
    facts = read_text(
        page([TOKEN], address="alpha/get?access_token=T")
        + page([TOKEN], address="beta/gamma/get?access_token=T", title="查询丙")
        + page([TOKEN], address="beta/gamma/get/more?access_token=T", title="查询丁")
    )
    keys = [one.key for one in facts.operations]
    assert keys == ["alpha/get", "beta/gamma/get", "beta/gamma/get/more"]


# sub-tables

ITEM = '{"name": "x", "type": 1}'
ROWS = [TOKEN, "title | 是 | 名", "item | 否 | 对象，详见item说明"]
SUB = table(
    ("参数", "必须", "说明"), ["name | 是 | 名字，不超过20个字符", "type | 否 | 1-甲，2-乙"]
)
HEADINGS = [
    "**item说明**", "**item 说明：**", "**item结构**", "**item 结构：**", "**item参数说明：**",
    "### item", "item的结构说明：", "**item 字段说明**", "`item` 参数说明",
]  # fmt: skip
EXPECTED = """title required string
item optional object
item.name required string; maxLength 20
item.type optional integer; one of 1 2"""


def with_sub_tables(*parts: str, sent: str, rows: list[str]) -> str:
    """Return a page whose request has further tables below its first one."""
    text = page(rows, sent=sent)
    head, mark, tail = text.partition("**返回结果")
    return head + "\n\n".join(parts) + "\n\n" + mark + tail


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("is_shown", [True, False], ids=["with example", "without"])
def test_a_sub_table_describes_the_object_that_its_heading_names(
    heading: str, is_shown: bool
) -> None:
    sent = f'{{"title": "t", "item": {ITEM}}}' if is_shown else '{"title": "t"}'
    text = with_sub_tables(heading, SUB, sent=sent, rows=ROWS)
    expected = EXPECTED if is_shown else EXPECTED.replace(" string", "").replace(" object", "")
    assert Case(text, expected.replace(" integer", ""), excludes=("name", "type")).faults() == []


@pytest.mark.parametrize(
    "words", ["详见item说明", "参见下表", "具体见item结构", "见 item 参数说明"]
)
def test_a_row_says_where_its_object_is_described(words: str) -> None:
    rows = [TOKEN, "title | 是 | 名", f"item | 否 | 对象，{words}"]
    text = with_sub_tables("**item说明**", SUB, sent=f'{{"title": "t", "item": {ITEM}}}', rows=rows)
    assert Case(text, EXPECTED, excludes=("name", "type")).faults() == []


def test_rows_of_two_fields_may_refer_to_one_table_in_the_midst_of_their_words() -> None:
    said = "借书证，<br>与借书证相同，可参考[借书证参数说明](#card)<br>1、持有超过两年的人"
    rows = [TOKEN, f"card | 是 | {said}", f"other | 否 | {said}"]
    sub = "**借书证参数说明：**\n" + table(("参数", "必须", "说明"), ["number | 是 | 号码"])
    sent = '{"card": {"number": "a"}, "other": {"number": "b"}}'
    text = with_sub_tables(sub, sent=sent, rows=rows)
    expected = """card required object
other optional object
card.number required string
other.number required string"""
    assert Case(text, expected, excludes=("number",)).faults() == []


def test_a_table_of_values_may_have_several_pairs_of_columns() -> None:
    values = table(("参数值", "对应种类", "参数值", "对应种类"), ["0 | 书 | 2 | 图", "1 | 刊 | |"])
    rows = [TOKEN, "kind | 是 | 种类，参考[种类对照表](#kind)", "other | 否 | 种类，参考种类对照表"]
    text = with_sub_tables(f"**种类对照表：**\n{values}", sent='{"kind": 2, "other": 7}', rows=rows)
    facts = read_text(text)
    found = fields(facts.operations[0], "request")
    assert {key: one.value for key, one in found["kind"].enum.items()} == {
        0: "书",
        1: "刊",
        2: "图",
    }
    assert found["other"].enum == {}
    assert [one.line for one in facts.doubts] == [found["other"].line]


@pytest.mark.parametrize("heading", ["概述", "接口调用说明", "接口定义", "1. 接口信息"])
def test_a_heading_of_any_operation_is_not_its_title(heading: str) -> None:
    text = FRONT_MATTER + bare(f"## {heading}\n一段话。\n\n")
    title = only(text).title
    assert title is not None
    assert title.value == "查询乙"


def test_rows_of_one_name_follow_the_objects_whose_rows_stand_above_them() -> None:
    came = (
        '{"errcode": 0, "errmsg": "ok", "rules": [{"week": [{"days": [1], "hours": [{"from": 1}]}],'
        ' "open": [{"day": 1, "note": "n", "hours": [{"from": 1}]}],'
        ' "shut": [{"day": 2, "note": "n"}], "shifts": [{"parts": [{"id": 1, "from": 1}]}]}]}'
    )
    rows = ["rules | 规则", "week | 周", "days | 日", "hours | 时段", "from | 起", "open | 开馆", "day | 哪天",
            "note | 备注", "hours | 时段", "from | 起", "shut | 闭馆", "day | 哪天", "note | 备注", "shifts | 班次",
            "parts | 段", "id | 号", "from | 起"]  # fmt: skip
    facts = read_text(page([TOKEN], rows, came=came))
    found = {one.path for one in facts.operations[0].response if one.origin == "table"}
    week, opened = "rules.week", "rules.open"
    assert found == {
        "errcode", "errmsg", "rules", week, f"{week}.days", f"{week}.hours", f"{week}.hours.from",
        opened, f"{opened}.day", f"{opened}.note", f"{opened}.hours", f"{opened}.hours.from",
        "rules.shut", "rules.shut.day", "rules.shut.note", "rules.shifts", "rules.shifts.parts",
        "rules.shifts.parts.id", "rules.shifts.parts.from",
    }  # fmt: skip
    assert facts.doubts == ()


@pytest.mark.parametrize("heads", ["参数是否必须说明", "参数类型说明", "字段名必填类型描述"])
def test_a_table_whose_cells_run_together_is_reported(heads: str) -> None:
    text = page([TOKEN], sent='{"a": "x"}').replace(
        table(("参数", "必须", "说明"), [TOKEN]), f"{heads}\na甲，不超过5个字符"
    )
    facts = read_text(text)
    line = text.splitlines().index(heads) + 1
    assert [(one.line, one.text) for one in facts.not_understood] == [(line, heads)]
    assert fields(facts.operations[0], "request")["a"].limits == {}


def test_names_may_stand_in_a_column_of_their_own_below_their_object() -> None:
    rows = [
        "card | | 卡",
        "&emsp; | number | 号码，不超过20个字符",
        "&emsp; | kind | 1-书，2-刊",
        "last | | 末",
    ]
    found = fields(only(page([TOKEN], rows, answer_heads=("参数", "子参数", "说明"))), "response")
    assert {"card", "card.number", "card.kind", "last"} <= found.keys()
    assert list(found["card.kind"].enum) == [1, 2]


def test_two_sub_tables_with_rows_of_one_name_stay_apart() -> None:
    rows = [TOKEN, "item | 否 | 详见item说明", "other | 否 | 详见other说明"]
    other = table(("参数", "必须", "说明"), ["type | 是 | 3-丙，4-丁", "note | 否 | 话"])
    sent = f'{{"item": {ITEM}, "other": {{"type": 3, "note": "n"}}}}'
    text = with_sub_tables("**item说明**", SUB, "**other说明**", other, sent=sent, rows=rows)
    expected = """item.name required string; maxLength 20
item.type optional integer; one of 1 2
other.type required integer; one of 3 4
other.note optional string"""
    assert Case(text, expected, excludes=("type", "name", "note")).faults() == []


def test_a_sub_table_that_belongs_nowhere_is_reported_and_invents_nothing() -> None:
    text = with_sub_tables("**附表**", SUB, sent='{"title": "t"}', rows=ROWS[:2])
    assert Case(text, "title required string", excludes=("name", "type")).faults() == []
    assert read_text(text).not_understood or read_text(text).doubts


# several examples


def test_examples_of_each_type_are_all_witnesses() -> None:
    more = '\n\n```\n{"kind": "b", "b": {"link": "u"}}\n```\n\n```\n{"kind": "c", "c": {"size": 1}}\n```\n'
    rows = [TOKEN, "kind | 是 | 类", "text | 否 | 话", "link | 否 | 链", "size | 否 | 大小"]
    text = page(rows, sent='{"kind": "a", "a": {"text": "t"}}').replace(
        '{"text": "t"}}\n```\n', '{"text": "t"}}\n```\n' + more, 1
    )
    expected = """kind required string
a.text optional string
b.link optional string
c.size optional integer"""
    assert Case(text, expected, excludes=("text", "link", "size")).faults() == []
    assert len(only(text).further_requests) == 2


def test_chapters_on_message_types_are_parameters_of_the_operation() -> None:
    def chapter(kind: str, member: str, row: str) -> str:
        body = f'{{"to": "x", "kind": "{kind}", "{kind}": {member}}}'
        rows = table(
            ("参数", "是否必须", "说明"), ["to | 是 | 收件人", f"kind | 是 | 固定为{kind}", row]
        )
        return f"\n### {kind}消息\n**请求示例：**\n\n```\n{body}\n```\n\n**参数说明：**\n\n{rows}\n"

    behind = chapter("text", '{"content": "c"}', "content | 是 | 话") + chapter(
        "image", '{"media_id": "m"}', "media_id | 是 | 图"
    )
    case = Case(
        page([TOKEN], behind=f"\n## 消息类型\n{behind}"),
        "to required string\nkind required string\ntext.content required string\n"
        "image.media_id required string",
        "errcode integer\nerrmsg string",
        excludes=("content", "media_id"),
    )
    assert case.faults() == []
    assert set(fields(only(case.text), "response")) == {"errcode", "errmsg"}


def test_kinds_in_an_appendix_belong_to_the_row_that_refers_to_it_alone() -> None:
    def kind(name: str, row: str) -> str:
        body = f'{{"kind": "{name}", "{name}": {{"{row}": "x"}}}}'
        rows = [
            f"kind | string | 是 | 固定为{name}",
            f"{name} | 是 | obj | 附件",
            f"{name}.{row} | 是 | string | 值",
        ]
        return (
            f"\n### {name}附件\n**示例**:\n```\n{body}\n```\n\n**参数说明**:\n"
            f"{table(('参数', '类型', '必须', '说明'), rows)}\n"
        )

    heads = ("参数", "类型", "必须", "说明")
    first = page(
        ["access_token | string | 是 | 凭证", "items | obj[] | 是 | 条目", "items[].name | string | 是 | 名",
         "items[].files | obj[] | 否 | 附件", "items[].files[].* | obj | 是 | 见[附录-附件种类](#附录-附件种类)"],
        heads=heads, sent='{"items": [{"name": "n", "files": [{"kind": "book", "book": {"mark": "m"}}]}]}',
    )  # fmt: skip
    last = page(
        ["access_token | string | 是 | 凭证", "cursor | string | 否 | 游标"], heads=heads, sent='{"cursor": "c"}',
        title="查询乙", address="sample/query_b?access_token=ACCESS_TOKEN",
        behind="\n## 附录-附件种类\n" + kind("book", "mark") + kind("paper", "page"),
    )  # fmt: skip
    facts = read_text(f"{first}\n{last}")
    found = [fields(one, "request") for one in facts.operations]
    assert found[1].keys() == {"cursor"}
    assert {path: one.required for path, one in found[0].items()} == {
        "items": True, "items.name": True, "items.files": False, "items.files.kind": True,
        "items.files.book": False, "items.files.book.mark": True,
        "items.files.paper": False, "items.files.paper.page": True,
    }  # fmt: skip
    assert found[0]["items.files.paper.page"].type == "string"
    assert facts.not_understood == ()
    assert facts.doubts == ()


def test_an_answer_that_tells_what_failed_shows_its_fields() -> None:
    came = '{"errcode": 1, "errmsg": "part", "results": [{"book_id": "b", "errcode": 5, "errmsg": "no"}]}'
    rows = ["results | 结果", "book_id | 书", "errcode | 各自的码", "errmsg | 各自的话"]
    operation = only(page([TOKEN], rows, came=came))
    assert {path: one.type for path, one in fields(operation, "response").items()} == {
        "errcode": "integer", "errmsg": "string", "results": "array",
        "results.book_id": "string", "results.errcode": "integer", "results.errmsg": "string",
    }  # fmt: skip
    found = fields(operation, "response")
    assert [found[f"results.{one}"].origin for one in ("errcode", "errmsg")] == ["table", "table"]
    failed = only(page([TOKEN], came='{"errcode": 40007, "errmsg": "invalid media_id"}'))
    assert failed.example_response is None


@pytest.mark.parametrize("is_behind", [True, False], ids=["behind the answer", "before it"])
def test_an_appendix_of_a_module_describes_no_field_of_the_operation(is_behind: bool) -> None:
    rows = "\t参数\t必须\t说明\n\t{}\t是\t值\n\n"
    appendix = (
        '=head4 附录：各种附件\n\n附1 书（kind为book）\n\n\t{"book": {"mark": "m"}}\n\n'
        "=head4 参数说明：\n\n" + rows.format("book.mark")
    )
    answer = (
        '=head4 权限说明\n\n人人可用\n\n=head3 RETURN 返回结果\n\n\t{"errcode": 0, "errmsg": "ok", "job": 1}\n\n'
        "=head4 RETURN 参数说明\n\n\t参数\t说明\n\terrcode\t码\n\terrmsg\t语\n\tjob\t任务\n\n"
    )
    parts = (answer, appendix) if is_behind else (appendix, answer)
    text = (
        "=head1 Name\n\nQQ::weixin::work::shelf\n\n=head2 add(access_token, hash);\n\n上架\n\n"
        '=head4 请求包结构体为\n\n\t{"files": []}\n\n=head4 参数说明\n\n'
        + rows.format("files")
        + "".join(parts)
    )
    facts = read_text(text)
    operation = facts.operations[0]
    assert fields(operation, "request").keys() == {"files"}
    assert fields(operation, "response").keys() == {"errcode", "errmsg", "job"}
    assert operation.texts["permission"][0].text == "人人可用"
    assert any("book.mark" in one.text for one in facts.texts)
    assert facts.not_understood == ()


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("当kind为1时必填", {"requiredWhen": {"kind": [1]}}),
        (
            "卷号，当 kind 为 2 时必填，否则忽略",
            {"requiredWhen": {"kind": [2]}, "ignoredUnless": {"kind": 2}},
        ),
    ],
)
def test_what_is_required_sometimes_is_not_required_whatever_its_cell_says(
    words: str, limits: dict[str, Any]
) -> None:
    facts = read_text(page([TOKEN, "kind | 是 | 类", f"part | 是 | {words}"]))
    found = fields(facts.operations[0], "request")
    assert (found["kind"].required, found["part"].required) == (True, False)
    assert {key: one.value for key, one in found["part"].limits.items()} == limits
    assert facts.not_understood == ()


def test_what_counts_at_some_values_alone_has_them_all() -> None:
    facts = read_text(page([TOKEN, "kind | 是 | 类", "part | 否 | kind为1或2时必填，否则忽略"]))
    found = fields(facts.operations[0], "request")["part"].limits
    assert found["requiredWhen"].value == found["ignoredUnless"].value == {"kind": [1, 2]}
    assert facts.not_understood == ()


@pytest.mark.parametrize(
    "chapter",
    [
        "\n## 附录：返回状态\n\n**返回示例：**\n\n```\n"
        '{"errcode": 0, "errmsg": "ok", "other": {"state": "s"}}\n```\n\n**参数说明：**\n\n'
        + table(("参数", "说明"), ["other.state | 状态"]),
        "\n## 状态定义\n\n" + table(("值", "含义"), ["0 | 甲", "1 | 乙"]),
        "\n## 附录\n\n" + table(("名称", "类型", "说明"), ["state | int | 状态"]),
    ],
)
def test_what_follows_the_answer_is_not_poured_into_it(chapter: str) -> None:
    text = page([TOKEN], behind=chapter)
    assert set(fields(only(text), "response")) == {"errcode", "errmsg"}
    assert request(text) == {}


# GET

GET_ROWS = [
    "department_id | 是 | 部门id",
    "name | 否 | 名字，不超过32个字节",
    "deep | 否 | 1-是，0-否",
]


@pytest.mark.parametrize("mark", ["&", "&amp;", " &"])
def test_parameters_of_an_address_are_typed(mark: str) -> None:
    address = mark.join(["sample/get?access_token=A", "department_id=ID", "name=NAME", "deep=DEEP"])
    text = page([TOKEN, *GET_ROWS], method="GET", address=address)
    found = request(text)
    expected = "name optional string; maxBytes 32\ndeep optional integer; one of 1 0"
    assert Case(text, expected).faults() == []
    assert [one.type for one in found.values() if one.type is None] == []
    assert all(one.in_query for one in found.values())


def test_a_parameter_of_the_address_of_a_post_stands_in_the_query() -> None:
    rows = [TOKEN, "kind | 是 | 类", "a | 是 | 甲"]
    text = page(rows, address="sample/up?access_token=A&kind=KIND", sent='{"a": "x"}')
    assert {path: one.in_query for path, one in request(text).items()} == {"kind": True, "a": False}


# heads of answers


@pytest.mark.parametrize(
    "answer",
    [
        "返回数据：", "返回结果（Python）：", "请求回包：", "返回结果示例", "返回包：", "返回说明：",
        "响应结果", "返回示例：", "回包示例：", "返回值：", "返回 JSON：", "返回内容",
    ],
)  # fmt: skip
def test_fields_of_an_answer_under_any_heading_are_no_parameters(answer: str) -> None:
    came = '{"errcode": 0, "errmsg": "ok", "id": 5}'
    text = page([TOKEN, "a | 是 | 甲"], ["id | 号"], sent='{"a": "x"}', came=came, answer=answer)
    assert set(request(text)) == {"a"}
    assert Case(text, "a required string", "id integer\nerrcode integer").faults() == []


# nearly JSON


@pytest.mark.parametrize(
    "sent",
    [
        '{"a": "x"\n"b": 1}', '{"a": "x", "b": 1, ... }', '{"a": "x", // 甲\n"b": 1, # 乙\n}',
        "{“a”：“x”，“b”：1｝", "{'a': 'x', 'b': 1}", '{"a": "x", "b": 1', '{a: "x", "b": 001}',
        'POST /cgi-bin/x HTTP/1.1\n\n{"a": "x", "b": 1,}',
    ],
)  # fmt: skip
def test_an_example_that_is_nearly_json_types_its_fields(sent: str) -> None:
    text = page([TOKEN, "a | 是 | 甲", "b | 否 | 乙"], sent=sent)
    assert Case(text, "a required string\nb optional integer").faults() == []


def test_what_is_wrong_with_an_example_is_said_with_its_line() -> None:
    text = page([TOKEN, "a | 是 | 甲", "b | 否 | 乙"], sent='{\n"a": "x"\n"b": 1\n}')
    line = next(n for n, one in enumerate(text.split("\n"), 1) if one == '"b": 1')
    facts = read_text(text)
    assert line in {one.line for one in (*facts.not_understood, *facts.doubts)}


# tables


@pytest.mark.parametrize(
    "rule",
    ["|-|-|-|", "| - | - | - |", "|---|---|", "|:-|:-:|-:|", "|---|---|---|---|", "---|---|---"],
)
def test_a_table_is_one_whatever_its_rule_line_has(rule: str) -> None:
    text = page([TOKEN, "a | 是 | 甲", "b | 否 | 乙"]).replace("| --- | --- | --- |", rule)
    assert {path: one.required for path, one in request(text).items()} == {"a": True, "b": False}


@pytest.mark.parametrize("mark", ["└ {}", "└ └ {}", "├ {}", "+ {}", "++{}", ">{}", "&emsp;{}", "　{}", "- {}",
                                  "&nbsp;&nbsp;{}", "-> {}", "item.{}"])  # fmt: skip
def test_marks_of_a_tree_nest_rows(mark: str) -> None:
    rows = [TOKEN, "item | 否 | 对象", f"{mark.format('name')} | 是 | 名", "last | 否 | 末"]
    text = page(rows, sent='{"item": {"name": "x"}, "last": 1}')
    expected = "item optional object\nitem.name required string\nlast optional integer"
    assert Case(text, expected, excludes=("name", "item.last")).faults() == []


@pytest.mark.parametrize("marks", [("└ ", "└ └ "), ("+ ", "++ "), (">", ">>"), ("　", "　　")])
def test_marks_of_a_tree_nest_by_depth_without_an_example(marks: tuple[str, str]) -> None:
    one, two = marks
    rows = [
        TOKEN, "item | 否 | 对象", f"{one}list | 否 | 列表", f"{two}name | 是 | 名",
        f"{one}size | 否 | 大小", "last | 否 | 末",
    ]  # fmt: skip
    found = set(request(page(rows)))
    assert found == {"item", "item.list", "item.list.name", "item.size", "last"}


@pytest.mark.parametrize("gap", ["\t", "  ", " "])
def test_a_part_right_below_a_table_of_plain_text_is_none_of_its_last_row(gap: str) -> None:
    head, answer = (
        [("参数", "必须", "说明"), ("access_token", "是", "凭证"), ("a", "是", "甲")],
        ("参数", "说明"),
    )
    rows = [answer, ("errcode", "码"), ("errmsg", "语"), ("job", "任务")]
    text = (
        f"创建卡\n最后更新：2024/01/02\n目录\n\n说一段话。\n请求方式：POST（HTTPS）\n请求地址：{HOST}/sample/make?access_token=ACCESS_TOKEN\n"
        + "参数说明：\n"
        + "\n".join(map(gap.join, head))
        + "\n权限说明：\n人人可用。\n返回结果：\n"
        + '{\n\t"errcode": 0,\n\t"errmsg": "ok",\n\t"job": 1\n}\n参数说明：\n'
        + "\n".join(map(gap.join, rows))
        + "\n"
    )
    again = text[text.index("请求方式") :].replace("make", "unmake")
    operation, other = read_text(text + "删除卡\n" + again).operations
    assert (operation.name, other.name) == ("make", "unmake")
    assert operation.title is not None
    assert operation.title.value == "创建卡"
    assert operation.example_response is not None
    assert operation.example_response.value["job"] == 1
    assert [one.text for one in operation.texts["permission"]] == ["人人可用。"]
    assert fields(operation, "response")["job"].type == "integer"


@pytest.mark.parametrize("gap", ["\t", "  ", " "])
@pytest.mark.parametrize(
    "marks",
    [("└ ", "└└ "), ("└", "└└"), ("├ ", "│ └ "), ("└ ", "└ └ "), ("> ", ">> "), ("+ ", "++ ")],
)
def test_marks_of_a_tree_nest_rows_of_plain_text(marks: tuple[str, str], gap: str) -> None:
    rows = [("参数", "必须", "说明"), ("access_token", "是", "凭证"), ("card", "是", "卡"),
            (f"{marks[0]}owner", "是", "持卡人。1-本人；2-家人"),
            (f"{marks[1]}name", "否", "姓名，不超过20个字符"), ("days", "否", "天数")]  # fmt: skip
    text = (
        f"创建卡\n请求方式：POST（HTTPS）\n请求地址：{HOST}/sample/make_card?access_token=ACCESS_TOKEN\n\n参数说明：\n\n"
        + "\n".join(gap.join(row) for row in rows)
        + '\n\n返回结果：\n\n{"errcode": 0, "errmsg": "ok"}\n'
    )
    found = {one.path: one for one in read_text(text).operations[0].request}
    assert found.keys() == {"card", "card.owner", "card.owner.name", "days"}
    assert found["card.owner.name"].limits["maxLength"].value == 20
    assert found["card"].enum == {}


def test_a_name_in_the_second_column_is_the_name() -> None:
    heads = ("参数名", "变量", "类型[长度限制]", "必填", "说明")
    rows = ["商户号 | mch_id | string[1,32] | 是 | 号", "金额 | amount.total | int | 否 | 分"]
    text = page(rows, heads=heads, sent='{"mch_id": "m", "amount": {"total": 1}}')
    expected = "mch_id required string; minLength 1; maxLength 32\namount.total optional integer"
    assert Case(text, expected).faults() == []


@pytest.mark.parametrize(
    "heads",
    [
        ("变量", "是否必填", "描述"), ("字段", "必填", "说明"), ("名称", "必须", "含义"),
        ("参数名", "是否必须", "备注"), ("字段名", "必选", "说明"), ("参数名称", "是否必填", "参数说明"),
    ],
)  # fmt: skip
def test_heads_of_columns_have_many_names(heads: tuple[str, str, str]) -> None:
    text = page([TOKEN, "a | 是 | 甲，不超过10个字符"], heads=heads, sent='{"a": "x"}')
    assert Case(text, "a required string; maxLength 10").faults() == []


def test_a_column_of_examples_is_no_limit() -> None:
    heads = ("参数", "必须", "类型/长度", "示例值", "说明")
    text = page(["a | 是 | string(32) | 1:2 | 甲"], heads=heads)
    assert Case(text, "a required string; ~maxLength 32").faults() == []


@pytest.mark.parametrize(
    ("cell", "required", "default"),
    [("否，默认false", "optional", "; default false"), ("否（默认为true）", "optional", "; default true"),
     ("是，不可为空", "required", ""), ("**是**", "required", ""), ("非必填", "optional", ""),
     ("Y", "required", "")],
)  # fmt: skip
def test_words_beside_required_are_read(cell: str, required: str, default: str) -> None:
    text = page([TOKEN, f"a | {cell} | 甲"], sent='{"a": true}')
    assert Case(text, f"a {required} boolean{default}").faults() == []


@pytest.mark.parametrize("cell", ["是（二选一）", "见说明", "条件必填", "type为1时是"])
def test_a_condition_in_the_cell_of_required_is_reported_and_narrows_nothing(cell: str) -> None:
    text = page([TOKEN, f"a | {cell} | 甲", "type | 否 | 乙"], sent='{"a": "x", "type": 1}')
    line = next(n for n, one in enumerate(text.split("\n"), 1) if one.startswith("| a |"))
    facts = read_text(text)
    assert line in {one.line for one in (*facts.not_understood, *facts.doubts)}
    assert fields(facts.operations[0], "request")["a"].required is not True


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("object[](Option)", "array"), (r"object\[\]", "array"), ("StringArray", "array"),
        ("arrary", "array"), ("uint32", "integer"), ("int64", "integer"), ("string[1,32]", "string"),
        ("String", "string"), ("Integer", "integer"), ("array<string>", "array"), ("Bool", "boolean"),
        ("string(64)", "string"), ("[]string", "array"), ("obj", "object"), ("jsonobject", "object"),
    ],
)  # fmt: skip
def test_words_for_types_are_read(cell: str, kind: str) -> None:
    heads = ("参数", "必须", "类型", "说明")
    found = request(
        page(["access_token | 是 | string | 凭证", f"a | 是 | {cell} | 甲"], heads=heads)
    )
    assert found["a"].type == kind


def test_a_boolean_with_values_stays_a_boolean() -> None:
    text = page([TOKEN, "a | 否 | 开关，true-开，false-关，默认false"], sent='{"a": true}')
    found = request(text)["a"]
    assert found.type == "boolean"
    assert set(found.enum) in (set(), {True, False})
    assert found.limits["default"].value is False


# words


@pytest.mark.parametrize(
    "words",
    [
        "超过30个字符将被截断",
        "不超过30个字符，超过将截断",
        "最多30个字符，超过会自动截断",
        "超过30个字符会被截断",
    ],
)
def test_what_is_cut_off_is_not_refused(words: str) -> None:
    found = request(page([TOKEN, f"a | 否 | 话，{words}"], sent='{"a": "x"}'))["a"].limits
    assert (found["truncatesAt"].value, "maxLength" in found) == (30, False)


@pytest.mark.parametrize(
    ("words", "kind", "limit"),
    [
        ("最多一次转移100个客户", "[1]", "maxItems 100"), ("每次最多100个", "[1]", "maxItems 100"),
        ("单次不超过100个", "[1]", "maxItems 100"), ("个数上限为100", "[1]", "maxItems 100"),
        ("不多于100个", "[1]", "maxItems 100"), ("至多100个", "[1]", "maxItems 100"),
        ("最多支持1万个", "[1]", "maxItems 10000"), ("支持1到8条", "[1]", "minItems 1; maxItems 8"),
        ("长度不超过30", '"x"', "maxLength 30"), ("长度为1~64个字节", '"x"', "minBytes 1; maxBytes 64"),
        ("最长40个utf8字符", '"x"', "maxLength 40"), ("32字节以内", '"x"', "maxBytes 32"),
        ("范围为[1,100]", "5", "minimum 1; maximum 100"), ("介于1和100之间", "5", "minimum 1; maximum 100"),
        ("取值范围 1 ~ 1000", "5", "minimum 1; maximum 1000"), ("最大值100", "5", "maximum 100"),
    ],
)  # fmt: skip
def test_quantities_are_read_in_many_words(words: str, kind: str, limit: str) -> None:
    text = page([TOKEN, f"a | 否 | 甲，{words}"], sent=f'{{"a": {kind}}}')
    assert Case(text, f"a optional; {limit}").faults() == []


@pytest.mark.parametrize(
    "words",
    ["!!#ff0000 最多100个!!", "**最多**100个", "最多100个，见[别处](#19445)", "最多100个<sup>[注1]</sup>",
     "<font color=red>最多100个</font>", "最多`100`个"],
)  # fmt: skip
def test_marks_of_the_dialect_hide_no_limit(words: str) -> None:
    text = page([TOKEN, f"a | 否 | 甲，{words}"], sent='{"a": [1]}')
    assert Case(text, "a optional array; maxItems 100").faults() == []


def test_an_escaped_underscore_belongs_to_the_name() -> None:
    text = page([TOKEN, r"user\_id | 是 | 号"], sent='{"user_id": "x"}')
    assert Case(text, "user_id required string").faults() == []


@pytest.mark.parametrize("br", ["<br>", "<br/>", "<br />", "</br>", "</BR>", "<BR>"])
def test_breaks_in_a_cell_part_values(br: str) -> None:
    text = page([TOKEN, f"a | 否 | 类。{br}1 - 甲{br}2 - 乙{br}{br}默认为1"], sent='{"a": 1}')
    assert Case(text, "a optional integer; one of 1 2; default 1").faults() == []


# reaching too far


def test_a_string_that_the_example_sends_empty_needs_no_length() -> None:
    found = request(
        page([TOKEN, "cursor | 是 | 游标", "a | 是 | 甲"], sent='{"cursor": "", "a": "x"}')
    )
    assert (found["cursor"].sent_empty, found["a"].sent_empty) == (True, False)


@pytest.mark.parametrize("sign", [" = ", "=", "为", "是"])
def test_a_condition_is_not_a_list_of_values(sign: str) -> None:
    rows = [TOKEN, "enable_a | 否 | 开关", f"secret | 否 | 当 enable_a{sign}true 时填写，密码"]
    found = request(page(rows, sent='{"enable_a": true, "secret": "x"}'))
    assert found["secret"].enum == {}


def test_a_total_over_all_elements_is_no_limit_of_one_list() -> None:
    rows = [TOKEN, "groups | 否 | 部门列表，覆盖的总人数最多500个"]
    found = request(page(rows, sent='{"groups": [1]}'))["groups"]
    assert "maxItems" not in found.limits


def test_an_address_in_prose_is_no_operation() -> None:
    behind = f"\n也可以用旧的接口 {HOST}/sample/old?access_token=T 查询。\n"
    assert [one.key for one in read_text(page([TOKEN], behind=behind)).operations] == [
        "sample/query_a"
    ]


def test_chapters_on_kinds_of_an_answers_elements_describe_these() -> None:
    def chapter(kind: str, member: str, rows: list[str]) -> str:
        said = table(("参数", "类型", "说明"), ["kind | string | 类型", *rows])
        return (
            f'\n### {kind}\n\n```\n{{"kind": "{kind}", "{kind}": {member}}}\n```\n\n'
            f"**参数说明：**\n\n{said}\n"
        )

    behind = chapter("text", '{"words": "w"}', ["text | object | 话", "text.words | string | 字"])
    behind += chapter(
        "image", '{"media_id": "m"}', ["image | object | 图", "media_id | string | 号"]
    )
    came = '{"errcode": 0, "errmsg": "ok", "list": [{"id": "a", "kind": "text", "text": {"words": "w"}}]}'
    text = page([TOKEN], came=came, behind=f"\n## 消息类型\n{behind}")
    found = fields(only(text), "response")
    assert {path for path in found if "." not in path} == {"errcode", "errmsg", "list"}
    shown = {path: found[path].origin for path in found if path.startswith("list.")}
    assert (
        shown["list.text.words"] == shown["list.image"] == shown["list.image.media_id"] == "table"
    )
    assert request(text) == {}
