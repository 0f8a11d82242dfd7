"""The words of cells: what a column holds, which type is meant, whether a parameter is required."""

from __future__ import annotations

import pytest

from generator.documents.blocks import fold
from generator.documents.cells import Worded, column_of, read_required, read_type

HEADS = {
    "name": "参数 参数名 字段 字段名称 名称 属性 Parameter Name field 参数(英文)",
    "wire_name": "变量 变量名 英文名",
    "required": "必须 必填 是否必须 是否必填 是否必传 必填/选填 是否必须? 设置时是否必填 Required",
    "type": "类型 参数类型 类型[长度限制] 类型/长度 类型(字节长度) Type",
    "text": "说明 描述 备注 含义 取值范围 说明/备注 Description",
    "example": "示例 示例值 Example",
    "default": "默认 默认值 Default",
}
TYPES = {
    "string": "string String STRING 字符串 字符型 text string(rfc3339) string(必填)",
    "integer": "int uint32 uint64 int64 Integer 整型 整数 int(11) int/long long",
    "number": "float double 浮点数 数值",
    "boolean": "bool Boolean 布尔 布尔值",
    "object": "obj object Object 对象 结构体 map object(Foo) json对象",
    "array": "array arrary Array 数组 列表 Option[] jsonarray array[]",
}
ARRAYS = [
    ("object[](Option)", "object"),
    ("object\\[\\]", "object"),
    ("Object[]", "object"),
    ("StringArray", "string"),
    ("string[]", "string"),
    ("[]string", "string"),
    ("array[string]", "string"),
    ("Array<Object>", "object"),
    ("array(int)", "integer"),
    ("array of string", "string"),
    ("list<int>", "integer"),
    ("uint32[]", "integer"),
    ("string list", "string"),
    ("字符串数组", "string"),
    ("对象数组", "object"),
    ("json array", None),
    ("Option[]", None),
]


@pytest.mark.parametrize(
    ("head", "column"),
    [(head, column) for column, heads in HEADS.items() for head in heads.split()],
)
def test_the_head_of_a_column_says_what_it_holds(head: str, column: str) -> None:
    assert column_of(fold(head)) == column
    assert column_of(fold(f"**{head}**")) == column


@pytest.mark.parametrize("head", ["应用类型", "权限要求", "值", "消息类型", "是否可空", "", "/"])
def test_the_head_of_another_column_is_not_known(head: str) -> None:
    assert column_of(fold(head)) is None


@pytest.mark.parametrize(
    ("cell", "kind"), [(cell, kind) for kind, cells in TYPES.items() for cell in cells.split()]
)
def test_a_type_has_many_words(cell: str, kind: str) -> None:
    assert read_type(fold(cell)).type == kind


@pytest.mark.parametrize(("cell", "element"), ARRAYS)
def test_an_array_is_worded_with_its_elements(cell: str, element: str | None) -> None:
    assert read_type(fold(cell)) == Worded("array", element)


@pytest.mark.parametrize(
    ("cell", "limits"),
    [
        ("string[1,32]", {"minLength": 1, "maxLength": 32}),
        ("string(32)", {"maxLength": 32}),
        ("String[64]", {"maxLength": 64}),
        ("varchar(20)", {"maxLength": 20}),
        ("字符串（1～64字节）", {"minBytes": 1, "maxBytes": 64}),
        ("string(最长64个字符)", {"maxLength": 64}),
        ("string[0,128]", {"maxLength": 128}),
        ("string", {}),
        ("string[9,1]", {}),
        ("string(0)", {}),
    ],
)
def test_a_type_may_have_the_length_of_a_text(cell: str, limits: dict[str, int]) -> None:
    worded = read_type(fold(cell))
    assert (worded.type, worded.limits) == ("string", limits)


def test_a_bracket_behind_another_type_stays_words() -> None:
    """`int(11)` is how wide a column of a database is shown: it limits nothing."""
    assert read_type("int(11)") == Worded("integer", rest="11")
    assert read_type("string(必填)") == Worded("string", rest="必填")


@pytest.mark.parametrize(
    "cell",
    ["string/int", "int或string", "datetime", "Option", "", "是", "[]", "string int", "a" * 9999],
)
def test_two_types_or_an_unknown_one_are_none(cell: str) -> None:
    assert read_type(fold(cell)).type is None


@pytest.mark.parametrize(
    ("cell", "required", "rest"),
    [
        ("是", True, ""),
        ("必填", True, ""),
        ("Y", True, ""),
        ("√", True, ""),
        ("true", True, ""),
        ("是*", True, ""),
        ("是,最长32字符", True, "最长32字符"),
        ("否", False, ""),
        ("选填", False, ""),
        ("NO", False, ""),
        ("×", False, ""),
        ("-", False, ""),
        ("否，默认false", False, "默认false"),
        ("否（默认0）", False, "默认0"),
        ("可选。默认为1", False, "默认为1"),
        ("否（type为1时必填）", False, "type为1时必填"),
        ("", None, ""),
        ("条件必填", None, "条件必填"),
        ("是（仅type为1时）", None, "仅type为1时"),
        ("必填，二选一", None, "二选一"),
        ("type为0时必填", None, "type为0时必填"),
        ("看情况", None, "看情况"),
        ("- 见下", None, "- 见下"),
    ],
)
def test_a_cell_says_whether_a_parameter_is_required(
    cell: str, required: bool | None, rest: str
) -> None:
    assert read_required(fold(cell)) == Worded(required=required, rest=rest)


@pytest.mark.parametrize(
    "piece", ["[", "string[", "array", "(", "是(", "1,", "a ", "数组", "/", "或"]
)
def test_a_long_cell_is_read_at_once(piece: str) -> None:
    for read in (read_type, read_required, column_of):
        read(piece * 100_000)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("obect(GanttView)", "object"), ("obejct", "object"), ("objcet", "object"), ("strng", "string"),
        ("interger", "integer"), ("boolen", "boolean"), ("AddRecord", None), ("Option", None), ("lst", None),
    ],
)  # fmt: skip
def test_a_slip_in_a_word_for_a_type_is_read_as_what_it_was_meant_to_be(
    cell: str, kind: str | None
) -> None:
    assert read_type(cell).type == kind
