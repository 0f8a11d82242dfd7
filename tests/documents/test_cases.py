"""Faults that other people's copies showed, each as a kind with several variants."""

from __future__ import annotations

import pytest

from generator.documents.reading import read_text

from .small_pages import HOST, TOKEN, Case, page


def values(cell: str, listed: str, sent: str = '{"kind": 1}', more: str = "") -> Case:
    """Return a case of a row that lists values: all of them are read, or the row is reported."""
    kind = "integer" if sent == '{"kind": 1}' else ""
    return Case(
        page([TOKEN, f"kind | 否 | {cell}"], sent=sent),
        request=f"kind optional {kind}; one of {listed}{more}",
    )


ENUMERATIONS = {
    "a condition in brackets": values("来源, 1-甲，2-乙，3-丙（仅旧版返回）", "1 2 3"),
    "a condition in half-width brackets": values("来源：1：甲；2：乙(已停用)；3：丙", "1 2 3"),
    "brackets with commas and digits": values("来源。0-甲(含1级, 2级)，1-乙，2-丙", "0 1 2"),
    "brackets in every meaning": values("来源：1-甲（一）2-乙（二）3-丙（三）", "1 2 3"),
    "run together behind a meaning": values("级别：0：甲 1：乙乙2：丙丙3：丁", "0 1 2 3"),
    "run together with dashes": values("级别，0-甲1-乙2-丙", "0 1 2"),
    "run together by a full stop": values("级别。1：甲。2：乙。3：丙", "1 2 3"),
    "marks of enumeration": values("类型，1：甲、2：乙、3：丙", "1 2 3"),
    "blanks and semicolons": values("0 全部；1 甲；2 乙；3 丙", "0 1 2 3"),
    "slashes": values("类型，1-甲/2-乙/3-丙", "1 2 3"),
    "equal signs": values("类型: 1=甲, 2=乙, 3=丙", "1 2 3"),
    "words for means": values("1表示甲，2表示乙，3表示丙", "1 2 3"),
    "words for stands for": values("1代表甲；2代表乙", "1 2"),
    "in brackets": values("类型（1:甲,2:乙）", "1 2"),
    "line breaks of three kinds": values("类型<br>1 - 甲</br>2 - 乙<BR />3 - 丙", "1 2 3"),
    "words as values": values("类型，new-甲，old-乙", "new old", sent='{"kind": "new"}'),
    "quoted words": values('类型，"new"：甲；"old"：乙', "new old", sent='{"kind": "new"}'),
    "negative numbers": values("状态：-1：甲；0：乙；1：丙", "-1 0 1"),
    "a value or nothing": values("类型，0或不填代表无，1 代表甲，2 代表乙", "0 1 2"),
    "a value that is the default": values(
        "颜色，目前支持：0(默认) 灰，1 黑，2 红", "0 1 2", more="; default 0"
    ),
    "blanks and commas": values("类型：1 甲 ，2 乙乙， 4 丙", "1 2 4"),
    "many words in lines": values(
        "状态，枚举值：<br>SUCCESS：成功<br>NOT_PAID：未付<br>PAYERROR：失败（如余额不足）<br>ACCEPT：已接收",
        "SUCCESS NOT_PAID PAYERROR ACCEPT",
        sent='{"kind": "SUCCESS"}',
    ),
    "large numbers": values("来源：1-甲，201-乙，202-丙", "1 201 202"),
}


@pytest.mark.parametrize("variant", ENUMERATIONS)
def test_an_enumeration_is_read_whole_or_reported(variant: str) -> None:
    case = ENUMERATIONS[variant]
    faults = case.faults()
    facts = read_text(case.text)
    listed = facts.operations[0].request[0].enum
    assert not faults or (not listed and facts.not_understood), faults


NO_ENUMERATIONS = [
    "1、甲的说明。2、乙的说明。", "时间在9:00到18:00之间", "版本不低于3:1", "比例为1:2或2:1", "尺寸为520*416",
    "第1步：甲；完成后看结果", "当 is_on = true 时填写", "示例：2024-01-02", "共有2种：甲和乙",
]  # fmt: skip


@pytest.mark.parametrize("cell", NO_ENUMERATIONS)
def test_what_lists_no_values_narrows_nothing(cell: str) -> None:
    facts = read_text(page([TOKEN, f"kind | 否 | {cell}", "is_on | 否 | 乙"], sent='{"kind": "x"}'))
    assert facts.operations[0].request[0].enum == {}


@pytest.mark.parametrize("words", ["（按位或）", "，可以相加", "，多个值按位组合"])
def test_values_that_add_up_are_no_enumeration(words: str) -> None:
    facts = read_text(
        page([TOKEN, f"kind | 否 | 类型{words}：1 甲，2 乙，4 丙"], sent='{"kind": 3}')
    )
    assert facts.operations[0].request[0].enum == {}
    assert facts.not_understood or facts.doubts


DEFAULTS = {
    "behind values in one line": ("状态。 0 - 甲 1 - 乙 2 - 丙  默认为0", "0 1 2", "0"),
    "behind values with commas": ("状态：0-甲，1-乙，缺省1", "0 1", "1"),
    "with a colon": ("1：甲 2：乙，默认值：2", "1 2", "2"),
    "above the values": ("默认0。0 - 甲 1 - 乙", "0 1", "0"),
    "behind a line break": ("0 - 甲</br>1 - 乙</br></br>默认为1", "0 1", "1"),
    "by its meaning": ("0-关；1-开。默认关", "0 1", "0"),
}


@pytest.mark.parametrize("variant", DEFAULTS)
def test_a_default_beside_values_is_read(variant: str) -> None:
    cell, listed, default = DEFAULTS[variant]
    assert values(cell, listed, more=f"; default {default}").faults() == []


TYPED = ("参数", "必须", "类型", "说明")
CONTRADICTIONS = {
    "a list that is called a string": ("range.ids | string | 编号", '{"ids": ["a"]}', "ids array"),
    "a list that is called an object": ("range.ids | object | 编号", '{"ids": [1]}', "ids array"),
    "a text that is called a number": ("range.ids | int | 编号", '{"ids": "a"}', "ids string"),
    "a number that is called a text": ("range.ids | string | 编号", '{"ids": 12}', "ids integer"),
    "a number that is called a boolean": ("range.ids | bool | 甲", '{"ids": 2}', "ids integer"),
}


@pytest.mark.parametrize("variant", CONTRADICTIONS)
def test_a_type_against_the_example_is_a_doubt(variant: str) -> None:
    row, inner, _ = CONTRADICTIONS[variant]
    came = f'{{"errcode": 0, "errmsg": "ok", "range": {inner}}}'
    heads = ("参数", "类型", "说明")
    text = page([TOKEN], ["range | object | 甲", row], came=came, answer_heads=heads)
    text = text.replace("errcode | 码", "errcode | int | 码").replace(
        "errmsg | 语", "errmsg | string | 语"
    )
    facts = read_text(text)
    line = next(n for n, one in enumerate(text.split("\n"), 1) if "range.ids" in one)
    assert line in {one.line for one in (*facts.doubts, *facts.not_understood)}


@pytest.mark.parametrize(
    ("cell", "value"), [("array", "[1]"), ("number", "1"), ("int64", "1"), ("string", "null")]
)
def test_a_type_that_fits_the_example_is_no_doubt(cell: str, value: str) -> None:
    came = f'{{"errcode": 0, "errmsg": "ok", "a": {value}}}'
    text = page([TOKEN], [f"a | {cell} | 甲"], came=came, answer_heads=("参数", "类型", "说明"))
    text = text.replace("errcode | 码", "errcode | int | 码").replace(
        "errmsg | 语", "errmsg | string | 语"
    )
    assert read_text(text).doubts == ()


INNER = '{"card_id": "c", "color": 2, "hidden": false, "owners": ["a"]}'
ROWS = ["card_id | 号", "color | 色，1-红，2-蓝", "hidden | 藏，默认为false", "owners | 人"]
PARENTS = {
    "an object": (f'"card": {INNER}', "card."),
    "an array": (f'"cards": [{INNER}, {INNER}]', "cards."),
    "two levels": (f'"result": {{"cards": [{INNER}]}}', "result.cards."),
    "beside a field at the top": (f'"total": 1, "card": {INNER}', "card."),
}


@pytest.mark.parametrize("variant", PARENTS)
def test_rows_without_a_parent_stand_where_the_example_has_them(variant: str) -> None:
    members, above = PARENTS[variant]
    came = f'{{"errcode": 0, "errmsg": "ok", {members}}}'
    case = Case(
        page([TOKEN, "card_id | 是 | 号"], ROWS, sent='{"card_id": "c"}', came=came),
        request="card_id required string",
        response=f"{above}card_id string\n{above}color integer; one of 1 2\n"
        f"{above}hidden boolean\n{above}owners array",
        excludes=("color", "hidden", "owners"),
    )
    assert case.faults() == []


CONDITIONS = {
    "该参数仅在is_on为true时有效": "true",
    "秒数，仅is_on为true时有效": "true",
    "当is_on=true时有效": "true",
    "仅在is_on为false时有效": "false",
}


@pytest.mark.parametrize("cell", CONDITIONS)
def test_a_condition_on_a_boolean_is_one(cell: str) -> None:
    rows = [TOKEN, "is_on | 否 | 开关，默认为false", f"after | 否 | {cell}"]
    expected = f"after optional integer; only if is_on {CONDITIONS[cell]}"
    assert Case(page(rows, sent='{"is_on": true, "after": 60}'), request=expected).faults() == []


def test_a_condition_on_a_field_that_is_not_there_is_reported() -> None:
    rows = [TOKEN, "after | 否 | 秒数，仅在is_gone为true时有效"]
    case = Case(page(rows, sent='{"after": 60}'), "after optional integer", reported="is_gone")
    assert case.faults() == []


ADDRESS = f"{HOST}/sample/del_a?access_token=ACCESS_TOKEN"
LABELS = {
    "address of the interface": f"- **请求方法**: `POST`\n- **接口地址**: `{ADDRESS}`",
    "in English": f"**Method:** POST\n\n**Endpoint:** {ADDRESS}",
    "a method in bold alone": f"**POST** `{ADDRESS}`",
    "a method of HTTP": f"**http请求方式**: POST（请使用https协议）\n\n{ADDRESS}",
    "an URL": f"**请求URL**：{ADDRESS}\n**请求方法**：POST",
    "a method before the address": f"**接口地址**：`POST {ADDRESS}`",
    "a path": f"- **方法**：POST\n- **路径**：`{ADDRESS.removeprefix(HOST.removesuffix('/cgi-bin'))}`",
    "a box": f"### 删除甲\n\n```\nPOST {ADDRESS.removeprefix(HOST.removesuffix('/cgi-bin'))}\n```",
    "a box below a label": f"**请求地址**：\n\n```http\nPOST {ADDRESS}\n```",
    "an address to call": f"调用地址：{ADDRESS}\n\n调用方式：POST",
}


@pytest.mark.parametrize("variant", LABELS)
def test_an_address_under_another_label_is_read(variant: str) -> None:
    begin = page([TOKEN, "a | 是 | 甲"], sent='{"a": "x"}')
    head = begin[begin.index("**请求方式") : begin.index("**请求示例")]
    facts = read_text(begin.replace(head, LABELS[variant] + "\n\n"))
    found = [(one.key, one.method and one.method.value) for one in facts.operations]
    assert found == [("sample/del_a", "POST")]


LEGEND = f"""请求方式：GET/POST（HTTPS）
请求地址：{HOST}/sample/any?a=ID&b=SECRET
请求包体：
...
参数说明：
...
返回结果：
..."""


@pytest.mark.parametrize("fence", ["```", "``` text", "~~~"])
def test_a_legend_in_a_fence_is_no_operation(fence: str) -> None:
    legend = f"# 怎样读\n\n每个接口这样写：\n\n{fence}\n{LEGEND}\n{fence[:3]}\n\n大写的要替换。\n"
    assert read_text(legend).operations == ()
    both = read_text(f"{legend}\n{page([TOKEN, 'a | 是 | 甲'])}")
    assert [one.key for one in both.operations] == ["sample/query_a"]


def test_two_methods_under_one_label_are_named() -> None:
    facts = read_text(page([TOKEN], method="GET/POST"))
    reports = (*facts.not_understood, *facts.doubts)
    assert any("GET" in one.text + one.why and "POST" in one.text + one.why for one in reports)


@pytest.mark.parametrize(
    "answer",
    [
        "正确时返回文件：\n\n```\nHTTP/1.1 200 OK\nContent-Type: voice/speex\n```\n\n错误时返回：\n\n"
        '```\n{"errcode": 40007, "errmsg": "invalid"}\n```',
        '```\n{"errcode": 40007, "errmsg": "invalid"}\n```',
        '错误示例：\n\n```\n{"errcode": 40001, "errmsg": "no", "hint": "x"}\n```',
    ],
)
def test_the_body_of_an_error_is_no_example_of_an_answer(answer: str) -> None:
    text = page([TOKEN], came="@")
    (operation,) = read_text(text.replace("```\n@\n```", answer)).operations
    assert operation.example_response is None
    assert {one.path for one in operation.response} == {"errcode", "errmsg"}


def test_the_example_of_a_success_is_taken_where_an_error_stands_above_it() -> None:
    text = page([TOKEN], came='{"errcode": 40007, "errmsg": "no"}')
    more = '\n成功时：\n\n```\n{"errcode": 0, "errmsg": "ok", "id": 1}\n```\n\n**参数说明'
    head, _, tail = text.rpartition("\n**参数说明")
    (operation,) = read_text(head + more + tail).operations
    assert operation.example_response is not None
    assert operation.example_response.value["errcode"] == 0


REQUIRED_WHEN = [
    "当类型为甲时必填", "修改时必填", "添加甲图时必填", "当type为1，kind为2时必填",
]  # fmt: skip
REQUIRED_AT_1 = [
    "在type为1时为必填，且只能有一个", "type=1时必填", "当type为1时不能为空", "type为1时必须指定",
]  # fmt: skip


@pytest.mark.parametrize("cell", REQUIRED_WHEN)
def test_what_is_required_at_times_is_optional_and_reported(cell: str) -> None:
    rows = [TOKEN, "type | 是 | 方式,1-单, 2-多", f"user | 否 | 列表，{cell}"]
    text = page(rows, sent='{"type": 1, "user": ["a"]}')
    line = next(n for n, one in enumerate(text.split("\n"), 1) if "| user" in one)
    facts = read_text(text)
    assert Case(text, "user optional array").faults() == []
    assert line in {one.line for one in (*facts.not_understood, *facts.doubts)}


@pytest.mark.parametrize("required", ["是", "否"])
@pytest.mark.parametrize("cell", REQUIRED_AT_1)
def test_what_is_required_at_a_value_is_optional_and_stated(cell: str, required: str) -> None:
    rows = [TOKEN, "type | 是 | 方式,1-单, 2-多", f"user | {required} | 列表，{cell}"]
    facts = read_text(page(rows, sent='{"type": 1, "user": ["a"]}'))
    (user,) = [one for one in facts.operations[0].request if one.path == "user"]
    assert user.required is False
    assert {rule: one.value for rule, one in user.limits.items()} == {"requiredWhen": {"type": [1]}}


SHORT_ROWS = {
    "no type": ("title | 否 | 名，最多20个字符", "title optional string; maxLength 20"),
    "no type and no pipe at the end": (
        "title | 否 | 名，最多20个字符", "title optional string; maxLength 20",
    ),
    "no text": ("title | 否 | string", "title optional string"),
}  # fmt: skip


@pytest.mark.parametrize("variant", SHORT_ROWS)
def test_a_row_one_cell_short_keeps_what_it_says(variant: str) -> None:
    row, expected = SHORT_ROWS[variant]
    rows = ["access_token | 是 | string | 凭证", "chat_id | 是 | string | 号", row]
    text = page(rows, sent='{"chat_id": "c", "title": "t"}', heads=TYPED)
    if "no pipe" in variant:
        text = text.replace(f"| {row} |", f"| {row}")
    assert Case(text, f"chat_id required string\n{expected}").faults() == []


@pytest.mark.parametrize("words", ["有效的值范围是[0, 100)", "每个值的范围为0~100"])
def test_a_range_of_the_elements_of_an_array_is_no_count(words: str) -> None:
    facts = read_text(page([TOKEN, f"order | 否 | 排序值，{words}"], sent='{"order": [10, 40]}'))
    assert not {"minItems", "maxItems"} & facts.operations[0].request[0].limits.keys()


def test_values_that_the_example_contradicts_refuse_nothing() -> None:
    text = page([TOKEN, "kind | 是 | 类型，可选image、link或者video"], sent='{"kind": "file"}')
    facts = read_text(text)
    assert "file" in facts.operations[0].request[0].enum or not facts.operations[0].request[0].enum


ELEMENTS = {
    "colors": ("颜色列表，1-红，2-蓝", "[1, 2]", "1 2"),
    "leader": ("是否负责，1表示是，0表示否", "[1, 0]", "0 1"),
    "names": ("名，a-甲，b-乙", '["a"]', "a b"),
}


@pytest.mark.parametrize("name", ELEMENTS)
def test_values_of_the_elements_of_an_array_are_read_or_reported(name: str) -> None:
    cell, sent, listed = ELEMENTS[name]
    case = Case(
        page([TOKEN, f"{name} | 是 | {cell}"], sent=f'{{"{name}": {sent}}}'),
        f"{name} required array; one of {listed}",
    )
    facts = read_text(case.text)
    assert not case.faults() or facts.not_understood


def test_a_table_of_single_blanks_is_read_or_named() -> None:
    text = (
        f"设置甲\n\n请求方式：POST（HTTPS）\n请求地址：{HOST}/sample/set_a?access_token=ACCESS_TOKEN\n\n"
        '请求示例：\n\n{\n"chat_id": "c1",\n"name": "n"\n}\n参数说明：\n\n参数 必须 说明\n'
        "access_token 是 凭证\nchat_id 是 群的号\nname 否 群名。不超过20个字符\n\n返回结果：\n\n{\n"
        '"errcode": 0,\n"errmsg": "ok"\n}\n参数说明：\n\n参数 说明\nerrcode 码\nerrmsg 语\n'
    )
    facts = read_text(text)
    case = Case(text, "chat_id required string\nname optional string; maxLength 20")
    lines = {one.line for one in facts.not_understood}
    assert not case.faults() or lines & set(range(13, 19))
