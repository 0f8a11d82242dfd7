"""The dialect of Markdown that the vendor's site hands out, and that of other people's copies."""

from __future__ import annotations

import pytest

from generator.documents import html, marks
from generator.documents.blocks import Code, Table, Text, Unread
from generator.documents.markdown import blocks_of
from generator.documents.sections import is_example


def texts(document: str) -> list[tuple[str, int]]:
    """Return the prose of a document, each line with its level."""
    return [(one.text, one.level) for one in blocks_of(document) if isinstance(one, Text)]


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("##借阅", "借阅", 2),
        ("## 借阅 ##", "借阅", 2),
        ("##借阅##", "借阅", 2),
        ("###  **借阅**", "借阅", 3),
        ("> # 借阅", "借阅", 1),
        ("#12345", "#12345", 0),
        ("#ff0000", "#ff0000", 0),
        ("#######借阅", "#######借阅", 0),
        ("借阅\n===", "借阅", 1),
        ("借阅\n---", "借阅", 2),
    ],
)
def test_a_heading_needs_no_blank_behind_its_marks(line: str, text: str, level: int) -> None:
    assert texts(line) == [(text, level)]


def test_a_rule_below_a_paragraph_makes_no_heading_of_it() -> None:
    assert texts("第一行\n第二行\n---\n") == [("第一行", 0), ("第二行", 0)]


@pytest.mark.parametrize(
    "line", ["[TOC]", "[toc]", "[[TOC]]", "---", "* * *", ":::", "+++", "- ", ">"]
)
def test_marks_of_the_page_alone_are_nothing(line: str) -> None:
    assert [*blocks_of(f"{line}\n")] == []


def test_the_inside_of_a_panel_is_text_and_its_title_too() -> None:
    assert texts("::: tip 留意\n先借后还\n:::\n::: warning\n勿折角\n:::\n+++ 更多\n附注\n+++\n") == [
        ("留意", 0), ("先借后还", 0), ("勿折角", 0), ("更多", 0), ("附注", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("具有「!!#ff0000 借阅权限!!」的人", "具有「借阅权限」的人"),
        ("**!!#FF0000 【重要】!!**从今天起", "【重要】从今天起"),
        ("!!#0f0 没有结束", "没有结束"),
        ("甲!!#ff0000 **乙** !!#00f 丙!! 丁!!", "甲乙 丙 丁"),
        ("真的!!", "真的!!"),
        ("[借阅证](#19445)和[规则](#13473/开始 借阅)", "借阅证和规则"),
        ('[借阅证](#10018 "办理")（card/add）', "借阅证（card/add）"),
        ("[a [b](#1)](https://example.com/c_(d))", "a b"),
        ("![图](https://example.com/a.png)后", "图后"),
        ("access\\_token \\[可选\\] a\\*b", "access_token [可选] a*b"),
        ("*注：*还书", "注：还书"),
        ("*注*：还书 _斜_ 体", "注：还书 斜 体"),
        ("上限2*3与4*5，字母_-*且a_b_c", "上限2*3与4*5，字母_-*且a_b_c"),
        ("**方式：**借 __粗__ ~~旧~~", "方式：借 粗 旧"),
        ("**只有开头", "只有开头"),
        ("<font color=red>红</font><b>粗</b><center>中</center>", "红粗中"),
        ("<xml>与<UserID>不是标记", "<xml>与<UserID>不是标记"),
        ("a&nbsp;&lt;b&gt; &amp;lt; &#124;", "a\xa0<b> &lt; |"),
        ("?a=1&times=2&copy", "?a=1&times=2&copy"),
        ("`a_b*c*` ``x`y`` 与 `<br>`", "a_b*c* x`y 与 <br>"),
        ("只有一个 ` 的", "只有一个  的"),
        ("见<https://example.com/a_b_c>", "见https://example.com/a_b_c"),
    ],
)
def test_words_are_shown_without_their_marks(marked: str, shown: str) -> None:
    assert marks.words(marked) == shown


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "<br />", "</br>", "</BR>", "<BR>", "< br >"])
def test_a_line_break_parts_lines_however_it_is_written(mark: str) -> None:
    assert marks.words(f"甲{mark}乙") == "甲\n乙"
    assert texts(f"**甲：**一{mark}**乙：**二") == [("甲：一", 0), ("乙：二", 0)]
    (table,) = blocks_of(f"| 参数 | 说明 |\n|---|---|\n| way | 方式{mark}1 - 借{mark}2 - 还 |\n")
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("way", "方式\n1 - 借\n2 - 还")


def test_a_link_alone_in_its_line_is_its_address() -> None:
    assert texts("[打开](https://example.com/1)\n- [打开](https://example.com/1)") == [
        ("https://example.com/1", 0), ("打开", 0),
    ]  # fmt: skip


def code(document: str) -> list[tuple[str, int]]:
    return [(one.text, one.line) for one in blocks_of(document) if isinstance(one, Code)]


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ("```\n{}\n```\n后", 2),
        ("```json\n{}\n```\n后", 2),
        ("``` json\n{}\n``` \n后", 2),
        (" ```]\n {}\n ```\n后", 2),
        ("    ```\n    {}\n    ```\n后", 2),
        ("````\n{}\n````\n后", 2),
        ("~~~\n{}\n~~~\n后", 2),
        ("> ```\n> {}\n> ```\n后", 2),
        ("- ```json\n  {}\n  ```\n后", 2),
        ("1. ```\n   {}\n   ```\n后", 2),
        ("示例：```\n{}\n```\n后", 2),
        ("```{}```\n后", 1),
        ("```{}\n```\n后", 1),
        ("```\n{}```\n后", 2),
    ],
)
def test_a_fence_holds_an_example_wherever_it_stands(document: str, line: int) -> None:
    ((text, at),) = code(document)
    assert (text.strip(), at) == ("{}", line)
    assert texts(document)[-1] == ("后", 0)
    assert not any(isinstance(one, Unread) for one in blocks_of(document))


@pytest.mark.parametrize(
    "below", ["## 返回", "**返回结果：**", "返回结果：", "```json\n{}\n```\n尾"]
)
def test_a_fence_that_is_not_closed_ends_where_something_else_begins(below: str) -> None:
    blocks = [*blocks_of(f'前\n```\n{{"a": 1}}\n\n{below}\n')]
    assert [block for block in blocks if isinstance(block, Unread)] == [
        Unread("```", 2, "a fence that is not closed")
    ]
    first = next(block for block in blocks if isinstance(block, Code))
    assert first.text.strip() == '{"a": 1}'
    assert isinstance(blocks[-1], Text)


def test_what_is_in_a_fence_and_no_json_is_no_example() -> None:
    document = "```xml\n<xml>\n```\n```python\na = {}\n```\n```\n<xml>\n```\n"
    found = [one for one in blocks_of(document) if isinstance(one, Code)]
    assert [is_example(one.text) for one in found] == [False, False, False]


def test_members_of_an_object_are_an_example() -> None:
    ((text, _),) = code('```\n"time": {\n  "day": 1\n}\n```\n')
    assert text.startswith('"time"')


def test_a_legend_in_a_fence_is_told_from_a_document_in_one() -> None:
    legend = "# 读法\n```\n请求方式：GET/POST\n请求包体：\n...\n参数说明：\n...\n```\n"
    assert [one.in_fence for one in blocks_of(legend) if isinstance(one, Text)] == [False] + [
        True
    ] * 5
    whole = "```\n请求方式：POST\n请求示例：\n{}\n参数说明：\n参数\t说明\na_b\t甲\n```\n"
    blocks = [*blocks_of(whole)]
    assert not any(one.in_fence for one in blocks if isinstance(one, Text))
    assert {type(one) for one in blocks} == {Text, Code, Table}


def test_an_example_without_a_fence_ends_where_the_document_goes_on() -> None:
    document = '{\n "a": "x：y",\n "b": {\n\n**参数说明：**\n\n| 参数 | 说明 |\n|-|-|\n| a | 甲 |\n'
    found = [*blocks_of(document)]
    assert [type(one) for one in found] == [Code, Text, Table]


def test_tables_and_code_may_stand_in_markdown_as_html() -> None:
    document = (
        "**参数说明：**\n<table>\n<tr><th>参数</th><th>说明</th></tr>\n"
        "<tr><td>a_b</td><td>甲</td></tr></table>\n<!-- 旧\n的 -->\n<pre>\n{}</pre>\n后"
    )
    label, table, example, after = blocks_of(document, html.blocks_of)
    assert isinstance(table, Table)
    assert (table.line, table.rows[0].cells, table.rows[0].line) == (3, ("a_b", "甲"), 4)
    assert isinstance(example, Code)
    assert [one.text for one in (label, after) if isinstance(one, Text)] == ["参数说明：", "后"]
