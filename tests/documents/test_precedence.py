"""Which of several parameters counts where several are given, as prose and rows put it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.blocks import fold
from generator.documents.conditions import TOGETHER
from generator.documents.limits import read_field
from generator.documents.phrases import Reading
from generator.documents.statements import read_prose

RULE = "ignoredWhenGiven"


def stated(reading: Reading) -> dict[str, Any]:
    return {one.rule: one.value for one in reading.found}


@pytest.mark.parametrize(
    ("text", "losers"),
    [
        ("同时填写isbn和title时，忽略title", {"title": ["isbn"]}),
        ("isbn与title同时传入时，以isbn为准", {"title": ["isbn"]}),
        ("isbn、title同时指定，title将被忽略", {"title": ["isbn"]}),
        ("若isbn和title都同时传值，则只有title生效", {"isbn": ["title"]}),
        ("isbn和title同时设置时优先使用isbn", {"title": ["isbn"]}),
        ("isbn和title同时填写，以后者为准", {"isbn": ["title"]}),
        ("isbn、title、author三者同时填写时以isbn为准", {"title": ["isbn"], "author": ["isbn"]}),
        ("isbn和title填一个即可，两者同时填写时采用isbn", {"title": ["isbn"]}),
        ("isbn和title二选一，同时填写时以title为准", {"isbn": ["title"]}),
        ("如果指定了shelf_id，则floor不生效", {"floor": ["shelf_id"]}),
        ("填写shelf_id参数时，floor和书架的side字段将被忽略", {"floor": ["shelf_id"], "side": ["shelf_id"]}),
        ("传了isbn或者title时，忽略author", {"author": ["isbn", "title"]}),
        (
            "如果多个同时填写，按isbn、title、author的优先级取值",
            {"title": ["isbn"], "author": ["isbn", "title"]},
        ),
        (
            "若三者同时传，则按照a，b和c的先后顺序选取",
            {"b": ["a"], "c": ["a", "b"]},
        ),
        ("指定a时忽略b。指定c时忽略b", {"b": ["a", "c"]}),
        ("填写a时忽略b，c必填", {"b": ["a"]}),
        ("填写a时，b，c和d都会被忽略", {"b": ["a"], "c": ["a"], "d": ["a"]}),
        ("同时存在a和b时，以a为准", {"b": ["a"]}),
    ],
)  # fmt: skip
def test_prose_says_which_ones_are_ignored_beside_which(
    text: str, losers: dict[str, list[str]]
) -> None:
    reading = read_prose(fold(text))
    assert stated(reading) == {RULE: losers}
    assert reading.residue() == fold(text)


@pytest.mark.parametrize(
    ("text", "losers"),
    [
        ("与isbn同时填写时，以isbn为准", {"": ["isbn"]}),
        ("若填写了isbn，则本字段会被忽略", {"": ["isbn"]}),
        ("指定isbn时不生效", {"": ["isbn"]}),
        ("本字段与isbn同时传入时忽略该字段", {"": ["isbn"]}),
        ("与isbn同时设置时以该参数为准", {"isbn": [""]}),
    ],
)
def test_a_row_says_it_of_its_own_field(text: str, losers: dict[str, list[str]]) -> None:
    reading = read_field(fold(f"书名，{text}。"), "string")
    assert stated(reading) == {RULE: losers}
    assert reading.open == []
    assert fold(text) in reading.residue()
    assert stated(read_prose(fold(text))) == {}, "prose has no field of its own"


@pytest.mark.parametrize(
    "text",
    [
        "未填写isbn时，忽略title",
        "不填isbn则title不生效",
        "isbn和title必须同时填写，填写后会忽略cover字段",
        "需要同时指定isbn及title，同时title=b是固定的",
        "对于期刊，如果指定了isbn，则title不生效",
        "当kind为1时，isbn和title同时填写以isbn为准",
        "isbn和title同时填写时，以最后一次修改为准",
        "isbn和title同时填写时，以author为准",
        "填写isbn后，不在馆内的读者会被忽略",
        "isbn、title和author只填一个，两者同时填写时使用isbn",
        "若同时指定readers以及cards，会通知同时满足条件的读者",
        "不同时填写isbn和title时忽略title",
        "isbn和title为空时，忽略title",
        "指定了isbn和title时，忽略isbn",
        "系统中存在isbn时忽略title",
        "填写isbn时，忽略title的大小写",
        "填写isbn时，忽略title、author的大小写",
        "填写isbn时，title无效值会报错",
        "isbn和title同时填写时，使用isbn的前缀",
        "isbn和title同时填写时，使用isbn和title拼接",
        "isbn和title同时填写时使用isbn_prefix",
    ],
)
def test_what_is_not_sure_is_left_to_the_words(text: str) -> None:
    assert RULE not in stated(read_prose(fold(text)))


@pytest.mark.parametrize("text", ["填写isbn时忽略大小写", "填写isbn后无效借阅会被清除"])
def test_a_row_that_ignores_something_else_says_nothing_of_its_field(text: str) -> None:
    assert stated(read_field(fold(f"书名，{text}。"), "string")) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("isbn和title只需填一个，二者不能同时为空", ["isbn", "title"]),
        ("isbn、title、author可任选，三者不可都为空", ["isbn", "title", "author"]),
        ("isbn和title只需填一个，两者同时填写时使用isbn，二者不可同时为空", ["isbn", "title"]),
    ],
)
def test_the_two_of_them_are_those_that_the_sentence_named(text: str, names: list[str]) -> None:
    assert stated(read_prose(fold(text)))["requiredUnlessGiven"] == names


@pytest.mark.parametrize(
    "text",
    [
        "二者不能同时为空",
        "isbn和title可选，三者不能同时为空",
        "isbn和title可选，a和b可选，二者不能同时为空",
        "isbn和title只需填一个，当kind为1时，二者不能同时为空",
        "对于期刊，isbn和title只需填一个，二者不能同时为空",
        "isbn和title可选。二者不能同时为空",
    ],
)
def test_them_without_one_list_of_so_many_are_nobody(text: str) -> None:
    assert "requiredUnlessGiven" not in stated(read_prose(fold(text)))


@pytest.mark.parametrize(
    "text", ["不能与isbn同时为空", "与isbn不可同时为空", "本字段不可和isbn都为空"]
)
def test_a_row_says_of_which_other_field_one_is_needed(text: str) -> None:
    reading = read_field(fold(f"书名，{text}。"), "string")
    assert stated(reading) == {"requiredUnlessGiven": ["", "isbn"]}
    assert reading.open == []


@pytest.mark.parametrize(
    "text", ["不能与附件同时为空", "不能与note.isbn同时为空", "当kind为1时，不能与isbn同时为空"]
)
def test_a_row_that_names_no_field_beside_it_is_reported(text: str) -> None:
    reading = read_field(fold(f"书名，{text}。"), "string")
    assert stated(reading) == {}
    assert [why for *_, why in reading.open] == [TOGETHER]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("parts中每个条目的内容必须与kind一致", ("parts", "kind")),
        ("order.parts里的每一项需要和kind指定的类型匹配", ("order.parts", "kind")),
        ("parts内各个对象应与kind字段的值对应", ("parts", "kind")),
    ],
)
def test_prose_says_that_a_field_chooses_among_those_beside_it(
    text: str, kinds: tuple[str, str]
) -> None:
    assert stated(read_prose(fold(text))) == {"kinds": kinds}


@pytest.mark.parametrize(
    "piece",
    [
        "同时填写a和b时,", "a和b同时填写", "两者同时填写时使用a,", "指定a时", "指定a时b被忽略,",
        "指定a时忽略b和书架的", "按a、b、", "同时填写,按a、b的", "以a为准", "a中每个", "与a同时填写时以",
        "二者不可同时为空", "a和b,二者", "同时填写", "如果", "a或者", "忽略a、", "不能与a同时",
    ],
)  # fmt: skip
@pytest.mark.parametrize("read", [lambda text: read_field(text, "array"), read_prose])
def test_long_texts_of_precedence_are_read(piece: str, read: Any) -> None:
    read(piece * (100_000 // len(piece)))
