"""Limits in words: what each wording means for a field of its type, and what is reported."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.blocks import fold
from generator.documents.limits import OF_ELEMENTS, not_taken, read_field
from generator.documents.statements import read_prose


def read(text: str, kind: str | None) -> tuple[dict[str, Any], list[str]]:
    reading = read_field("\n".join(map(fold, text.split("\n"))), kind)
    limits: dict[str, Any] = {}
    for one in reading.found:
        if one.rule == "enum":
            limits.setdefault("enum", {})[one.value[0]] = one.value[1]
        else:
            assert one.rule not in limits, one.rule
            limits[one.rule] = one.value
    return limits, [phrase for phrase, *_ in reading.open]


ITEMS = [
    ("取值范围: 1 ~ 100", {"minItems": 1, "maxItems": 100}),
    ("取值范围：1～100", {"minItems": 1, "maxItems": 100}),
    ("数量为1-100个", {"minItems": 1, "maxItems": 100}),
    ("支持1~100个", {"minItems": 1, "maxItems": 100}),
    ("最多100个", {"maxItems": 100}),
    ("支持5个", {"maxItems": 5}),
    ("最多支持100个", {"maxItems": 100}),
    ("最多可添加50个", {"maxItems": 50}),
    ("最多可传入20条", {"maxItems": 20}),
    ("最多可以填写20项", {"maxItems": 20}),
    ("最多同时支持10人", {"maxItems": 10}),
    ("单次最多100个", {"maxItems": 100}),
    ("每次最多200个", {"maxItems": 200}),
    ("一次最多支持1,000个", {"maxItems": 1000}),
    ("最多5万个", {"maxItems": 50000}),
    ("至多3组", {"maxItems": 3}),
    ("不超过10个", {"maxItems": 10}),
    ("不得超过10个", {"maxItems": 10}),
    ("不能超过10个", {"maxItems": 10}),
    ("不可超过10个", {"maxItems": 10}),
    ("不多于10个", {"maxItems": 10}),
    ("个数不超过10", {"maxItems": 10}),
    ("上限为20个", {"maxItems": 20}),
    ("上限20个", {"maxItems": 20}),
    ("数量限制为20个", {"maxItems": 20}),
    ("20个以内", {"maxItems": 20}),
    ("限制在20个以内", {"maxItems": 20}),
    ("≤20个", {"maxItems": 20}),
    ("小于等于20个", {"maxItems": 20}),
    ("不少于2个", {"minItems": 2}),
    ("至少1个", {"minItems": 1}),
    ("至少填1个", {"minItems": 1}),
    ("最少传1个", {"minItems": 1}),
    ("最少1个,最多9个", {"minItems": 1, "maxItems": 9}),
    ("最多一次转移100个读者", {"maxItems": 100}),
    ("最多可一次指定1万个读者", {"maxItems": 10000}),
    ("每次最多分配100个读者", {"maxItems": 100}),
    ("最多支持传1000个节点", {"maxItems": 1000}),
    ("单次不超过50个", {"maxItems": 50}),
    ("单次请求个数不超过1000", {"maxItems": 1000}),
    ("列表长度不超过6", {"maxItems": 6}),
    ("列表长度取值范围为 [1, 3]", {"minItems": 1, "maxItems": 3}),
    ("总数上限为100个", {"maxItems": 100}),
    ("限5个", {"maxItems": 5}),
    ("8个以内", {"maxItems": 8}),
    ("最多十个", {"maxItems": 10}),
    ("最多二十五个", {"maxItems": 25}),
    ("最多一百个", {"maxItems": 100}),
    ("不超过两千个", {"maxItems": 2000}),
    ("至少一个", {"minItems": 1}),
    ("只能有一个", {"maxItems": 1}),
    ("不能为空", {"minItems": 1}),
]
LENGTHS = [
    ("最长40个utf8字符", {"maxLength": 40}),
    ("不超过30个UTF-8字符", {"maxLength": 30}),
    ("最长为128字节", {"maxBytes": 128}),
    ("最长不超过128个字节", {"maxBytes": 128}),
    ("最大长度64字节", {"maxBytes": 64}),
    ("最大长度为64字节", {"maxBytes": 64}),
    ("长度为1~64个字节", {"minBytes": 1, "maxBytes": 64}),
    ("长度限制为1-64个字节", {"minBytes": 1, "maxBytes": 64}),
    ("1到64个字节", {"minBytes": 1, "maxBytes": 64}),
    ("不超过2048 bytes", {"maxBytes": 2048}),
    ("长度不超过32", {"maxLength": 32}),
    ("长度不超过32位", {"maxLength": 32}),
    ("长度范围1~32个字符", {"minLength": 1, "maxLength": 32}),
    ("长度1-32", {"minLength": 1, "maxLength": 32}),
    ("最多64个汉字", {"maxLength": 64}),
    ("最多20个字", {"maxLength": 20}),
    ("不多于12个中文字符", {"maxLength": 12}),
    ("64个字符以内", {"maxLength": 64}),
    ("64字符以内", {"maxLength": 64}),
    ("不少于6个字符", {"minLength": 6}),
    ("不低于6个字符", {"minLength": 6}),
    ("最短2个字符,最长8个字符", {"minLength": 2, "maxLength": 8}),
    ("超过30个字符将被截断", {"truncatesAt": 30}),
    ("超过30个字符会被截断", {"truncatesAt": 30}),
    ("超出30字符的部分将截断", {"truncatesAt": 30}),
    ("超过30个字符会自动截取", {"truncatesAt": 30}),
    ("不超过30个字符,超过将截断", {"truncatesAt": 30}),
    ("不超过4个文字,超过自动截断", {"truncatesAt": 4}),
    ("最长30字符(超出部分会被截断)", {"truncatesAt": 30}),
    ("长度12个汉字内", {"maxLength": 12}),
    ("长度为1~64", {"minLength": 1, "maxLength": 64}),
    ("1-64个字节", {"minBytes": 1, "maxBytes": 64}),
    ("不长于32位", {"maxLength": 32}),
    ("长度固定为43", {"minLength": 43, "maxLength": 43}),
    ("长度上限20个字符", {"maxLength": 20}),
    ("长度最大128个字符", {"maxLength": 128}),
    ("不可为空", {"minLength": 1}),
]
NUMBERS = [
    ("取值范围 1 ~ 1000", {"minimum": 1, "maximum": 1000}),
    ("取值范围为0到1440", {"minimum": 0, "maximum": 1440}),
    ("取值范围[1,100]", {"minimum": 1, "maximum": 100}),
    ("范围：[1, 100]", {"minimum": 1, "maximum": 100}),
    ("取值范围(0,100]", {"minimum": 1, "maximum": 100}),
    ("取值范围:1—100之间", {"minimum": 1, "maximum": 100}),
    ("介于1和100之间", {"minimum": 1, "maximum": 100}),
    ("1-100的整数", {"minimum": 1, "maximum": 100}),
    ("取值范围为-90~90", {"minimum": -90, "maximum": 90}),
    ("取值范围：1 ~ 5万", {"minimum": 1, "maximum": 50000}),
    ("最大不超过1000", {"maximum": 1000}),
    ("最大值1000", {"maximum": 1000}),
    ("最大值为1000", {"maximum": 1000}),
    ("最大1,000", {"maximum": 1000}),
    ("不能超过50000", {"maximum": 50000}),
    ("每页最多100条", {"maximum": 100}),
    ("小于等于100", {"maximum": 100}),
    ("<=100", {"maximum": 100}),
    ("最小值为1", {"minimum": 1}),
    ("不小于1", {"minimum": 1}),
    ("必须大于0", {"minimum": 1}),
    ("须小于100", {"maximum": 99}),
    (">=1", {"minimum": 1}),
    ("大于等于1", {"minimum": 1}),
    ("下限为1,上限为9", {"minimum": 1, "maximum": 9}),
    ("每页条数,从1开始,最大9", {"minimum": 1, "maximum": 9}),
    ("页码,从1开始", {"minimum": 1}),
    ("编号,从1开始递增", {}),
    ("默认为500,取值范围 1 ~ 1000", {"default": 500, "minimum": 1, "maximum": 1000}),
    ("默认50,最大100", {"default": 50, "maximum": 100}),
    ("范围为[1,100]", {"minimum": 1, "maximum": 100}),
    ("介于 1 和 100 之间", {"minimum": 1, "maximum": 100}),
    ("取值1~100", {"minimum": 1, "maximum": 100}),
    ("可填1~4", {"minimum": 1, "maximum": 4}),
    ("不多于100", {"maximum": 100}),
    ("至多100", {"maximum": 100}),
    ("有效的值范围是[0, 2^32)", {"minimum": 0, "maximum": 4294967295}),
    ("支持范围[10^4^,10^6^]", {"minimum": 10_000, "maximum": 1_000_000}),
]
DEFAULTS = [
    ("默认为0", "integer", 0),
    ("默认0", "integer", 0),
    ("默认值为0", "integer", 0),
    ("默认值：10", "integer", 10),
    ("缺省为10", "integer", 10),
    ("不填默认为-1", "integer", -1),
    ("默认为1000条", "integer", 1000),
    ("默认为0.5", "number", 0.5),
    ("默认为false", "boolean", False),
    ("默认true", "boolean", True),
    ("默认为1", "boolean", True),
    ("默认为zh_CN", "string", "zh_CN"),
    ('默认为"all"', "string", "all"),
    ("默认为0", "string", "0"),
    ("默认取10。", "integer", 10),
]
VALUES = [
    ("0-否;1-是", "integer", {0: "否", 1: "是"}),
    ("0-不返回；1-返回。", "integer", {0: "不返回", 1: "返回"}),
    ("0:否,1:是", "integer", {0: "否", 1: "是"}),
    ("0表示否，1表示是", "integer", {0: "否", 1: "是"}),
    ("0代表关;1代表开", "integer", {0: "关", 1: "开"}),
    ("1 - 马上 2 - 等等", "integer", {1: "马上", 2: "等等"}),
    ("种类。\n1 - 马上\n2 - 等等(要审批)", "integer", {1: "马上", 2: "等等(要审批)"}),
    ("状态(1-开,2-关)", "integer", {1: "开", 2: "关"}),
    ("1 - 7天内\n2 - 30天内", "integer", {1: "7天内", 2: "30天内"}),
    ("1-男;2-女", "string", {"1": "男", "2": "女"}),
    ("text-文字;image-图片", "string", {"text": "文字", "image": "图片"}),
    ("-1:失败;0:成功", "integer", {-1: "失败", 0: "成功"}),
]
REPORTED = [
    ("最长不超过7天", "integer"),
    ("不超过200MB", "string"),
    ("不超过64字节", "integer"),
    ("最多20个字符", "array"),
    ("最多一百", "array"),
    ("最多七八个", "array"),
    ("不超过128个字节,超过会自动截断", "string"),
    ("大小不超过10M", "string"),
    ("长边不超过10800像素", "string"),
    ("最大不超过5万元", "integer"),
    ("长度为32位", "integer"),
    ("覆盖总人数最多500个", "array"),
    ("每个不超过32字符", "array"),
    ("有效的值范围是[0, 2^32)", "array"),
    ("最多10种颜色和5种字体", "object"),
    ("最多可包含的标签为20个", "array"),
    ("最多100本书和20个人", "array"),
    ("上限是二十", "integer"),
    ("默认30分钟", "integer"),
    ("默认为1", "array"),
    ("取值范围: 9 ~ 1", "integer"),
    ("最大为1.5", "integer"),
    ("最多100用户", "array"),
    ("超过128字节将被截断", "string"),
    ("必须大于0", "number"),
    ("7天以内", "integer"),
    ("最多" + "9" * 40 + "个", "array"),
]


@pytest.mark.parametrize(("text", "limits"), ITEMS)
def test_a_wording_limits_the_elements_of_a_list(text: str, limits: dict[str, Any]) -> None:
    assert read(f"编号列表，{text}", "array") == (limits, [])
    assert read(text, "array") == (limits, [])


@pytest.mark.parametrize(("text", "limits"), LENGTHS)
def test_a_wording_limits_the_length_of_a_text(text: str, limits: dict[str, Any]) -> None:
    assert read(f"备注。{text}。", "string") == (limits, [])


@pytest.mark.parametrize(("text", "limits"), NUMBERS)
def test_a_wording_limits_a_number(text: str, limits: dict[str, Any]) -> None:
    assert read(f"数目，{text}。", "integer") == (limits, [])


@pytest.mark.parametrize(("text", "kind", "value"), DEFAULTS)
def test_a_wording_states_the_default(text: str, kind: str, value: Any) -> None:
    limits, left = read(f"说明，{text}", kind)
    assert (limits, left) == ({"default": value}, [])
    assert type(limits["default"]) is type(value)


@pytest.mark.parametrize(("text", "kind", "values"), VALUES)
def test_values_are_listed_with_their_meanings(text: str, kind: str, values: Any) -> None:
    assert read(text, kind) == ({"enum": values}, [])


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("0-否;1-是。默认为1", 1),
        ("0-不返回;1-返回。默认不返回", 0),
        ("0-降序;1-升序。缺省为升序", 1),
    ],
)
def test_a_default_may_be_one_of_the_values_or_its_meaning(text: str, default: int) -> None:
    assert read(text, "integer")[0]["default"] == default


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("填当天的0时0分0秒(否则取整)。取值范围:昨天至前180天",
         {"format": "day", "minDaysAgo": 1, "maxDaysAgo": 180}),
        ("当日0点的时间戳", {"format": "day"}),
        ("填这一天的0时0分0秒(否则取整)", {"format": "day"}),
        ("如果不填,默认同 day_begin_time(即一天)", {"defaultFrom": "day_begin_time"}),
        ("当auto_renew为1时有效", {"ignoredUnless": {"auto_renew": 1}}),
        ("仅当 mode = all 时生效", {"ignoredUnless": {"mode": "all"}}),
    ],
)  # fmt: skip
def test_days_and_siblings(text: str, limits: dict[str, Any]) -> None:
    assert read(text, "integer") == (limits, [])


@pytest.mark.parametrize(
    "text",
    [
        "仅当need_name = 1时返回",
        "仅学校返回",
        "当kind为2时返回",
        "只有管理员才会返回",
        "目前仅在邀请时会返回该值",
        "(如果是读者才返回)",
        "需要馆长授权才返回",
        "已归还的书才会返回该字段",
        "只在指定书号查询时返回",
        "归还状态为1时返回",
        "kind = 2时返回该字段",
        "仅分馆可获取",
        "分馆需要馆长授权且读者oauth2授权获取",
        "分馆不可获取，总馆可以",
        "在分馆的权限下不返回该字段",
        "2020年起，对新的分馆不再返回该字段",
    ],
)
def test_an_answer_has_a_condition(text: str) -> None:
    assert read(f"名字。{text}", "string")[0] == {"condition": True}


@pytest.mark.parametrize(
    "text",
    [
        "调用时返回书号以代替书名",
        "只返回最近的一本",
        "可凭书号获取",
        "借书时返回的凭证",
        "状态为1时返回的书号作废",
    ],
)
def test_what_an_answer_has_besides_is_no_condition(text: str) -> None:
    assert read(f"名字。{text}", "string")[0] == {}


@pytest.mark.parametrize(
    "text",
    [
        "最大值60，默认值20，超过最大值时取最大值",
        "最大值60，默认值20，超过最大值时取默认值",
        "默认为20；最多60，超出上限则报错",
    ],
)
def test_what_happens_beyond_a_limit_leaves_it_one(text: str) -> None:
    assert read(f"借几本，{text}", "integer") == ({"maximum": 60, "default": 20}, [])


@pytest.mark.parametrize("text", ["默认值和最大值都为50", "最大值与默认值均为50", "默认和最大:50"])
def test_one_number_may_be_the_default_and_the_greatest(text: str) -> None:
    assert read(f"借几本，{text}。", "integer") == ({"maximum": 50, "default": 50}, [])


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("哪几天开馆，取值范围：1 ~ 7，分别表示周一至周日", None),
        ("取值范围为1~7，依次代表周一至周日", "integer"),
        ("开馆的日子，取值范围：1 ~ 31", "integer"),
    ],
)
def test_a_range_of_the_numbers_in_a_list_is_not_their_count(
    text: str, element: str | None
) -> None:
    reading = read_field(fold(text), "array", element)
    assert reading.found == []
    assert [why for *_, why in reading.open] == [OF_ELEMENTS]
    assert read_field(fold("书号，取值范围：1 ~ 100"), "array", "string").open == []


def test_one_of_several_lengths_bounds_no_text() -> None:
    limits, left = read("借书证：17位数字\n学生证：4-15位 数字或字母", "string")
    assert (limits, left) == ({}, ["4-15位"])
    assert read("证号，4-15位", "string") == ({"minLength": 4, "maxLength": 15}, [])


def test_a_limit_of_the_elements_is_reported_beside_that_of_the_list() -> None:
    limits, left = read("最多支持100个，每个不超过32字符", "array")
    assert (limits, left) == ({"maxItems": 100}, ["不超过32字符"])
    limits, left = read("书名长度1~32个字符，列表大小不能超过300个", "array")
    assert (limits, left) == ({"maxItems": 300}, ["长度1~32个字符"])


@pytest.mark.parametrize("text", ["建议不超过20个字", "推荐长度不超过20个字符", "最好不超过20个字"])
def test_advice_limits_nothing(text: str) -> None:
    assert read(text, "string") == ({}, [])


@pytest.mark.parametrize(("text", "kind"), REPORTED)
def test_what_no_rule_takes_is_reported(text: str, kind: str) -> None:
    limits, left = read(f"说明，{text}。", kind)
    assert left != []
    assert limits == {}


@pytest.mark.parametrize(
    "text",
    [
        "编号由系统生成",
        "如果人数超过1000人会报错 81017",
        "2023年上线,共有3种",
        "见附录2",
        "版本号1.2-3",
    ],
)
def test_numbers_that_limit_nothing_are_no_limits(text: str) -> None:
    assert read(text, "string") == ({}, [])


def prose(text: str) -> tuple[list[tuple[str, Any]], list[str]]:
    reading = read_prose(fold(text))
    return [(one.rule, one.value) for one in reading.found], list(not_taken(reading))


@pytest.mark.parametrize(
    ("text", "quota"),
    [
        ("同一个人的书,限制每天最多分配300个给别人", (300, 1)),
        ("每天最多300次", (300, 1)),
        ("每日不得超过1,000次", (1000, 1)),
        ("单日最多发送20条", (20, 1)),
        ("90个自然日内,每本书仅可被转接2次", (2, 90)),
        ("7天内最多3次", (3, 7)),
        ("每个企业可通过API最多配置50万个「窗口」", (500000, None)),
        ("每个应用最多创建100个", (100, None)),
        ("每天最多三次", (3, 1)),
        ("每分钟最多60次", (60, "minute")),
        ("每月最多发送十次", (10, "month")),
        ("每个自然月内最多发送10条", (10, "month")),
        ("每小时不超过1,000次", (1000, "hour")),
        ("企业每个月允许通过api创建的次数限制:10万", (100000, "month")),
        ("每个应用每分钟调用上限为20次", (20, "minute")),
        ("企业只允许创建10次/min。", (10, "minute")),
        ("上限为300次/分钟", (300, "minute")),
        ("频率:5次/小时", (5, "hour")),
    ],
)
def test_prose_states_a_quota(text: str, quota: tuple[int, int | None]) -> None:
    assert prose(text) == ([("quota", quota)], [])


@pytest.mark.parametrize(
    "text",
    ["支持的最大查询跨度为30天", "查询跨度不超过30天", "最大跨度30天", "时间间隔不能超过30天"],
)
def test_prose_states_a_span(text: str) -> None:
    assert prose(text) == ([("maxSpanDays", 30)], [])


@pytest.mark.parametrize("text", ["起止时间间隔不能超过1个月", "查询跨度最大为一个月"])
def test_a_span_of_a_month_is_one_of_the_days_of_the_longest(text: str) -> None:
    assert prose(text) == ([("maxSpanDays", 31)], [])


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("offset+limit不能超过50000", "不能超过50000"),
        ("离职时间不能超过1年", "不能超过1年"),
        ("最近一年内至少登陆过一次", "最近一年内至少登陆过一次"),
        ("文件不超过200MB", "不超过200MB"),
        ("单次最多拉取一百条", "最多拉取一百条"),
        ("每周最多60次", "每周最多60次"),
        ("每年最多发送十次", "每年最多发送十次"),
    ],
)
def test_prose_states_a_limit_of_no_field(text: str, statement: str) -> None:
    found, left = prose(text)
    assert [(rule, value) for rule, value in found] == [("statement", statement)]
    assert left == []


def test_long_texts_of_any_repeated_piece_are_read() -> None:
    """No quantifier runs over the whole of a text from each of its places."""
    pieces = (
        "1", "1,", "1-", "(1", "1-a(", "a", "a_", "超过", "最多", "仅", "取值范围", "默认", " ", "为",
        "\"", "1-a;", "当a", "每天最多", "1天内", "一", "字", "最多可以支持",
    )  # fmt: skip
    for piece in pieces:
        text = piece * (8_000 // len(piece))
        for kind in ("string", "integer", "array", None):
            read_field(text, kind)
        read_prose(text)


@pytest.mark.parametrize(
    ("text", "kind", "limits"),
    [
        (
            "分页的数据上限。默认100,最大200 注意:不保证刚好",
            "integer",
            {"maximum": 200, "default": 100},
        ),
        ("数据,最多批量上报100条数据", "array", {"maxItems": 100}),
        ("等待的时间,最大200 天", "integer", {}),
    ],
)
def test_words_behind_a_blank_are_no_unit_unless_they_are_one(
    text: str, kind: str, limits: dict[str, int]
) -> None:
    found = read_field(text, kind).found
    assert {one.rule: one.value for one in found} == limits
