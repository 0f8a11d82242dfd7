"""Lists of values in words: every notation is read whole, or reported, and never in part."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.blocks import fold
from generator.documents.limits import read_field
from generator.documents.phrases import Reading


def reading_of(text: str, kind: str | None, element: str | None = None) -> Reading:
    return read_field("\n".join(map(fold, text.split("\n"))), kind, element)


def enum_of(reading: Reading) -> dict[Any, str]:
    return dict(one.value for one in reading.found if one.rule == "enum")


def default_of(reading: Reading) -> Any:
    return next((one.value for one in reading.found if one.rule == "default"), None)


READ = [
    (
        "书的来源, 1-采购，2-捐赠，3-交换（仅总馆返回）",
        {1: "采购", 2: "捐赠", 3: "交换(仅总馆返回)"},
    ),
    ("身份：0：读者 1：馆员2：馆长3：访客", {0: "读者", 1: "馆员", 2: "馆长", 3: "访客"}),
    ("1：短信、2：邮件、3：电话", {1: "短信", 2: "邮件", 3: "电话"}),
    ("0 全部；1 在馆；2 借出；3 遗失", {0: "全部", 1: "在馆", 2: "借出", 3: "遗失"}),
    ("1表示是，0表示否", {1: "是", 0: "否"}),
    ("为1时表示开馆，为2时表示闭馆", {1: "开馆", 2: "闭馆"}),
    ("当值为1时，表示开馆；当值为2时，表示闭馆", {1: "开馆", 2: "闭馆"}),
    ("0或不填代表不续借，1 代表续借", {0: "不续借", 1: "续借"}),
    ("颜色：0(默认) 灰色，1 黑色", {0: "灰色", 1: "黑色"}),
    ("单本:0,多本:1", {0: "单本", 1: "多本"}),
    ("1（精装）、2（平装）", {1: "精装", 2: "平装"}),
    ("精装(1)、平装(0)", {1: "精装", 0: "平装"}),
    ("性别，1男 2女", {1: "男", 2: "女"}),
    ("0为否，1为是", {0: "否", 1: "是"}),
    ("0=关;1=开", {0: "关", 1: "开"}),
    ("0->关;1->开", {0: "关", 1: "开"}),
    ("0x01-可读，0x02-可写", {1: "可读", 2: "可写"}),
    ("-1表示不限，0表示禁止", {-1: "不限", 0: "禁止"}),
    ("尺寸,1: 17 x 17; 2: 39 x 39", {1: "17 x 17", 2: "39 x 39"}),
    ("0.图书\n1.期刊", {0: "图书", 1: "期刊"}),
    ("类型：1.图书 2.期刊", {1: "图书", 2: "期刊"}),
    ("2-已还(逾期(含一天)，有罚金)；3-未还", {2: "已还(逾期(含一天),有罚金)", 3: "未还"}),
    ("1-已撤(柜台\n2-在架(书库", {1: "已撤(柜台", 2: "在架(书库"}),
    ("状态：1=在架 2=借出 4=遗失 遗失指超过一年未还(含赔付)5=注销", None),
    ("取值为0或1", {0: "", 1: ""}),
    ("可选值：1、2、3", {1: "", 2: "", 3: ""}),
]
WORDS = [
    ("single - 单人\ngroup - 多人", {"single": "单人", "group": "多人"}),
    ("默认为single,表示单人,group表示多人", {"single": "单人", "group": "多人"}),
    ("书目(book)、期刊(paper)，地图(map)都有", None),
    ("种类，分别有书目(book)、期刊(paper)", {"book": "书目", "paper": "期刊"}),
    ("种类，分别有:add_one(加一本)、 add_all(加全部)", {"add_one": "加一本", "add_all": "加全部"}),
    ("种类，可选book、paper、map或者atlas", dict.fromkeys(("book", "paper", "map", "atlas"), "")),
    ("颜色，可选“red”或者“blue”，默认为“blue”", {"red": "", "blue": ""}),
    ("kind: book/paper/map", {"book": "", "paper": "", "map": ""}),
    ("book、paper 或 map", {"book": "", "paper": "", "map": ""}),
    ("枚举值：\nOPEN:开馆\nCLOSED:闭馆(因故\nMOVED:搬迁(含书库)\n示例值:OPEN",
     {"OPEN": "开馆", "CLOSED": "闭馆(因故", "MOVED": "搬迁(含书库)"}),
    ('"in"：在架；"out"：借出', {"in": "在架", "out": "借出"}),
    ("1-精装,2-平装", {"1": "精装", "2": "平装"}),
    ("架子 RED-红架 BLUE-蓝架", {"RED": "红架", "BLUE": "蓝架"}),
    ("架子。red:红架 blue:蓝架,默认为red", {"red": "红架", "blue": "蓝架"}),
    ("Paper-纸书；Holiday-假期书单；Empty-空盒；Whole-整套",
     {"Paper": "纸书", "Holiday": "假期书单", "Empty": "空盒", "Whole": "整套"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), READ)
def test_numbers_are_listed_in_many_notations(text: str, values: dict[int, str] | None) -> None:
    reading = reading_of(text, "integer")
    if values is None:
        assert set(enum_of(reading)) == {1, 2, 4, 5}
    else:
        assert enum_of(reading) == values
    assert reading.open == []


@pytest.mark.parametrize(("text", "values"), WORDS)
def test_words_are_listed_in_many_notations(text: str, values: dict[str, str] | None) -> None:
    assert enum_of(reading_of(text, "string")) == (values or {})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1表示图书，2，3表示地图", "integer"),
        ("1:图书;2:期刊;3", "integer"),
        ("1、2表示图书，3表示地图", "integer"),
        ("0:无，1:1对1，2:1对多", "integer"),
        ("0-不限，1-1天，2-3天", "integer"),
        ("1-9本以下;2-10本以上;3-不限", "integer"),
        ("book:图书;paper:期刊;map", "string"),
        ("book-图书；null-空；paper-期刊", "string"),
        ("种类:1：book2：paper", "string"),
        ("种类 1=BOOK2=PAPER如果不填则不限", "integer"),
        ("如1-图书，2-期刊", "integer"),
        ("目前有以下几种：1-图书，2-期刊", "integer"),
        ("包括:book-图书,paper-期刊", "string"),
        ("1-图书，2-期刊等", "integer"),
        ("0-成功,1-失败,其他-未知", "integer"),
        ("0表示无,1表示一本,大于1表示多本", "integer"),
        ("1~3:低,4~6:高,7:满", "integer"),
        ("权限(按位或):1 借书,2 还书,4 续借", "integer"),
        ("种类,多个用逗号分隔,book-图书,paper-期刊", "string"),
        ("1.图书\n2.期刊", "integer"),
        ("1.默认为0\n2.最大100", "integer"),
        ("0-否,1-是", "object?"),
        ("book-图书,paper-期刊", "array:object"),
    ],
)
def test_a_list_that_is_not_surely_whole_is_reported(text: str, kind: str) -> None:
    kind, _, element = kind.partition(":")
    if kind == "object?":
        assert enum_of(reading_of(text, "object")) == {}
        return
    reading = reading_of(text, kind, element or None)
    assert [one for one in reading.found if one.rule != "default"] == []
    assert reading.open != []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("第1步: 打开，第2步: 关上", "integer"),
        ("12:00 到 13:00 开馆", "string"),
        ("见附录1:说明，附录2:样例", "integer"),
        ("错误码,0表示成功,非0表示失败", "integer"),
        ("最多 5 本，每次 3 本", "integer"),
        ("2024年开馆，2025年闭馆", "integer"),
        ("书号由系统生成，如 https://a.example.com/b-图书", "string"),
        ("支持http或https协议", "string"),
        ("封面，支持JPG、PNG格式", "string"),
        ("口令，当 use_password = true 时有用", "string"),
        ("当kind为1时必填，当kind为2时选填", "string"),
        ("仅消息为“甲型”，“乙型”和“丙型”时返回", "string"),
        ("1-32位的数字", "string"),
        ("需满足以下条件:1-不得重名;2-不得为纸", "string"),
    ],
)
def test_other_numbers_and_words_are_no_values(text: str, kind: str) -> None:
    assert enum_of(reading_of(text, kind)) == {}


@pytest.mark.parametrize(
    "text", ["true表示续借，false表示不续借", "0-否;1-是", "1表示是，0表示否，默认为0"]
)
def test_a_boolean_states_no_values(text: str) -> None:
    reading = reading_of(text, "boolean")
    assert enum_of(reading) == {}
    assert reading.open == []


@pytest.mark.parametrize(
    ("text", "element", "values"),
    [
        ("颜色列表，1-红，2-蓝", None, {1: "红", 2: "蓝"}),
        ("颜色列表，1-红，2-蓝", "integer", {1: "红", 2: "蓝"}),
        ("颜色列表，1-红，2-蓝", "string", {"1": "红", "2": "蓝"}),
        ("颜色列表，red-红，blue-蓝", "string", {"red": "红", "blue": "蓝"}),
    ],
)
def test_the_values_of_an_array_are_those_of_its_elements(
    text: str, element: str | None, values: dict[Any, str]
) -> None:
    assert enum_of(reading_of(text, "array", element)) == values


@pytest.mark.parametrize(
    ("text", "kind", "default"),
    [
        ("状态。 0 - 全部 1 - 在馆 2 - 借出  默认为0", "integer", 0),
        ("1-精装(默认);2-平装", "integer", 1),
        ("颜色：0(默认) 灰色，1 黑色", "integer", 0),
        ("0-不通知，1-通知，不填则通知", "integer", 1),
        ("0:馆藏 1:捐赠 2:所有，默认情况下为所有类型", "integer", 2),
        ("默认为single，表示单人，group表示多人", "string", "single"),
        ("按钮文字，默认为“详情”", "string", "详情"),
        ("按钮文字，默认为“详情”", None, "详情"),
        ("默认值为10^6^", "integer", 1_000_000),
        ("是否续借，默认值为true", "boolean", True),
    ],
)
def test_a_default_beside_a_list_is_read(text: str, kind: str, default: Any) -> None:
    assert default_of(reading_of(text, kind)) == default


@pytest.mark.parametrize(
    ("text", "kind"),
    [("0-否;1-是。默认为7", "integer"), ("默认为high", "integer"), ("默认为5", "boolean")],
)
def test_a_default_that_cannot_be_one_is_reported(text: str, kind: str) -> None:
    reading = reading_of(text, kind)
    assert default_of(reading) is None
    assert any("default" in why for _, _, why in reading.open)


def test_a_value_with_two_meanings_keeps_the_first_and_says_so() -> None:
    reading = reading_of("0-关,1-开。反向时0-开", "integer")
    assert enum_of(reading) == {0: "关", 1: "开"}
    assert [phrase for phrase, *_ in reading.open] == ["0-开"]


def test_a_meaning_may_begin_like_a_word_between_values() -> None:
    assert enum_of(reading_of("1-或借；2-或还", "integer")) == {1: "或借", 2: "或还"}


def test_a_limit_among_numbered_conditions_is_read() -> None:
    reading = reading_of("书名。需满足以下要求：1-不得重名；2-长度不得超过40个字符。", "string")
    assert [(one.rule, one.value) for one in reading.found] == [("maxLength", 40)]
    assert reading.open == []


def test_words_in_a_meaning_limit_nothing() -> None:
    reading = reading_of("1-不超过10本;2-超过10本", "integer")
    assert {one.rule for one in reading.found} == {"enum"}


NUMBERS = st.lists(st.integers(-1, 300), min_size=2, max_size=7, unique=True)
MEANINGS = st.text("书架馆藏借还图期刊", min_size=1, max_size=6)
MARKS = st.sampled_from(["-", "：", ":", "=", " - ", "表示", "代表", "–", ": ", " "])
ENDS = st.sampled_from(["，", "；", "、", "\n", " ", ";", ", "])
NOTES = st.sampled_from(["", "", "（仅总馆）", "(第2版)", "3天内", "A类"])


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_list_in_any_notation_is_read_whole_or_reported(data: st.DataObject) -> None:
    values, mark, end = data.draw(NUMBERS), data.draw(MARKS), data.draw(ENDS)
    meanings = {value: data.draw(MEANINGS) + data.draw(NOTES) for value in values}
    head = data.draw(st.sampled_from(["", "状态：", "状态。\n", "状态，"]))
    tail = data.draw(st.sampled_from(["", "。默认为" + str(values[0]), "。其余见附录"]))
    text = head + end.join(f"{value}{mark}{one}" for value, one in meanings.items()) + tail
    reading = reading_of(text, data.draw(st.sampled_from(["integer", None, "array"])))
    if enum_of(reading):
        assert set(enum_of(reading)) == set(values)
    else:
        assert reading.open != []


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_list_with_one_odd_value_is_never_read_in_part(data: st.DataObject) -> None:
    """One value is written in another way than the others: all of them, or a report."""
    values, end = data.draw(NUMBERS), data.draw(ENDS)
    mark, odd_mark = data.draw(MARKS), data.draw(MARKS)
    odd = data.draw(st.sampled_from(values))
    text = end.join(
        f"{value}{odd_mark if value == odd else mark}{data.draw(MEANINGS)}" for value in values
    )
    found = enum_of(reading_of(text, "integer"))
    assert not found or set(found) == set(values)
