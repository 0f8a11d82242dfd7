"""Conditions in words: one on a sibling's value is stated, every other one is reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.documents.blocks import fold
from generator.documents.conditions import COUNTS_WHEN, REQUIRED_WHEN, TOGETHER, UNSAID
from generator.documents.limits import read_field
from generator.documents.phrases import ONLY_WHEN, OTHERWISE, Reading
from generator.documents.statements import read_prose


def reading_of(text: str, kind: str | None = "string") -> Reading:
    return read_field(fold(text), kind)


def stated(reading: Reading) -> dict[str, Any]:
    return {one.rule: one.value for one in reading.found}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("该参数仅在is_temp为true时有效", {"is_temp": True}),
        ("当is_temp为False时生效", {"is_temp": False}),
        ("当kind为1时有效", {"kind": 1}),
        ("仅当mode = all时才有效", {"mode": "all"}),
        ("只在kind等于2时有效", {"kind": 2}),
        ('当mode为"all"时有效', {"mode": "all"}),
        ('当level为"1"时有效', {"level": "1"}),
        ("当配置的kind的值为2时，有效", {"kind": 2}),
        ("仅当kind为3或1时有效", {"kind": [1, 3]}),
        ("mode为image、video时生效", {"mode": ["image", "video"]}),
    ],
)
def test_a_condition_on_a_sibling_has_the_value_in_its_type(
    text: str, condition: dict[str, Any]
) -> None:
    reading = reading_of(f"期限。{text}")
    assert stated(reading) == {"ignoredUnless": condition}
    assert [type(one) for one in stated(reading)["ignoredUnless"].values()] == [
        type(one) for one in condition.values()
    ]
    assert reading.open == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("在kind为1时为必填", {"kind": [1]}),
        ("当kind为1时必填", {"kind": [1]}),
        ("kind是1时必填", {"kind": [1]}),
        ("当kind为1或2时必填", {"kind": [1, 2]}),
        ("如果mode为image、video或file时，该字段必填", {"mode": ["image", "video", "file"]}),
        ("当is_temp为true时不能为空", {"is_temp": [True]}),
    ],
)
def test_the_values_at_which_a_parameter_is_required_are_stated(
    text: str, values: dict[str, Any]
) -> None:
    reading = reading_of(f"编号，{text}。")
    assert stated(reading) == {"requiredWhen": values}
    assert reading.open == []
    assert text.replace("，", ",") in reading.residue()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mobile和email至少填一个", ["mobile", "email"]),
        ("mobile、email二者不能同时为空", ["mobile", "email"]),
        ("a，b，c和d不可同时为空", ["a", "b", "c", "d"]),
        ("range.users与range.parts不能都为空", ["range.users", "range.parts"]),
    ],
)
@pytest.mark.parametrize("read", [reading_of, read_prose])
def test_fields_of_which_one_is_needed_are_stated_in_rows_and_in_prose(
    text: str, names: list[str], read: Callable[[str], Reading]
) -> None:
    reading = read(fold(text))
    assert stated(reading) == {"requiredUnlessGiven": names}
    assert reading.open == []
    assert reading.residue() == fold(text)


@pytest.mark.parametrize("text", ["与isbn互斥", "不能与isbn同时填写", "不可和isbn字段同时设置"])
def test_a_parameter_that_another_one_forbids_is_stated(text: str) -> None:
    reading = reading_of(f"编号，{text}。")
    assert stated(reading) == {"forbiddenWhenGiven": ["isbn"]}
    assert reading.open == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("当name不为空时必填", REQUIRED_WHEN),
        ("kind为1且size为2时必填", REQUIRED_WHEN),
        ("kind为1或size为2时必填", REQUIRED_WHEN),
        ("当kind为1，size为2时必填", REQUIRED_WHEN),
        ("kind为1时必须填写isbn", REQUIRED_WHEN),
        ("填了menu字段的话本字段必填", REQUIRED_WHEN),
        ("当类别为期刊时，必须指定", REQUIRED_WHEN),
        ("card_notice必填本字段", REQUIRED_WHEN),
        ("条件必填", REQUIRED_WHEN),
        ("kind为1或size为2时有效", COUNTS_WHEN),
        ('当reader为"@all"时忽略本参数', COUNTS_WHEN),
        ("当有传入shelf_id时有效", COUNTS_WHEN),
        ("kind是2时选填", COUNTS_WHEN),
        ("二者不能同时为空", TOGETHER),
        ("与附件不能同时为空", TOGETHER),
        ("当kind为1时，mobile和email不能同时为空", TOGETHER),
        ("book_id与isbn二选一", TOGETHER),
        ("与书号互斥", TOGETHER),
        ("书号和作者两个必选填一个", TOGETHER),
        ("不能与书号同时填写", TOGETHER),
        ("a_id和b_id要么同时为空，要么同时不为空", TOGETHER),
        ("book_id和isbn两者必填一个字段", TOGETHER),
        ("仅当指定为按月借阅且种类为期刊时有效", COUNTS_WHEN),
    ],
)
def test_what_no_keyword_says_is_reported_and_states_nothing(text: str, why: str) -> None:
    reading = reading_of(f"编号，{text}。")
    assert [one for *_, one in reading.open] == [why]
    assert why in UNSAID
    assert stated(reading) == {}


@pytest.mark.parametrize(
    "text",
    [
        "名字，创建时间，非必填",
        "借书时填的名字没有限制",
        "同时会通知读者",
        "未填写则为空",
        "系统会返回该值",
    ],
)
def test_words_without_a_condition_are_left_alone(text: str) -> None:
    assert reading_of(text).open == []


@pytest.mark.parametrize(
    ("text", "limits", "why"),
    [
        ("在kind为1时为必填，且只能有一个", {"requiredWhen": {"kind": [1]}}, ONLY_WHEN),
        ("当kind为1时，最多5个", {}, ONLY_WHEN),
        ("当kind为1时最多5个", {}, ONLY_WHEN),
        ("kind为1时必填，最多5个", {"maxItems": 5, "requiredWhen": {"kind": [1]}}, None),
        ("当kind为1时有效。最多5个", {"maxItems": 5, "ignoredUnless": {"kind": 1}}, None),
        ("kind为2时的编号列表，最多5个", {"maxItems": 5}, None),
        ("最多9个图书，或者1个地图", {}, OTHERWISE),
        ("建议不超过9个", {}, None),
        ("尽量不超过9个", {}, None),
    ],
)
def test_a_limit_under_a_condition_is_none_of_the_field(
    text: str, limits: dict[str, Any], why: str | None
) -> None:
    reading = reading_of(text, "array")
    assert stated(reading) == limits
    assert [one for *_, one in reading.open if one not in UNSAID] == ([why] if why else [])


@pytest.mark.parametrize(
    "piece",
    [
        "当a为1时", "至少", "必填", "a为1时,", "不能同时", "要么", "时", "或", "a和", "为", "当", "a=1或",
        "本字段", "两者必须", "的话则为", "\"a\"", "必须同时", "a为1或2",
        "a,b不能", "a、", "a.b.c,", "a和b二者", "a为b或", "不能与a", "a_b", "如果a为1时",
    ],
)  # fmt: skip
@pytest.mark.parametrize("read", [lambda text: reading_of(text, "array"), read_prose])
def test_long_texts_of_conditions_are_read(piece: str, read: Callable[[str], Reading]) -> None:
    read(piece * (100_000 // len(piece)))
