"""HTML gives the blocks of the page in Markdown, whoever rendered it and whatever is around it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from generator.documents.blocks import Block, Code, DocumentError, Table, Text, Unread, fold
from generator.documents.formats import blocks_of

PAGE = """\
---
title: "借书"
source_url: https://docs.example.com/document/path/70001
---
最后更新：2025/01/02

[TOC]

##借书
::: tip 留意
• 先借后还
• 勿折角
:::
读者凭证借书，见[规则](#123/借阅)
**请求方式：**POST（**HTTPS**）
**请求地址：** https://q.example.com/cgi-bin/shelf/borrow?access_token=ACCESS_TOKEN&a=1

**请求示例：**
```json
{
  "book_id": "B_1", "n": 1
}
```

**参数说明：**
| 参数 | 必须 | 说明 |
|:-|-|-:|
| access_token | 是 | 凭证 |
| book\\_id | 是 | 书的id，`a_b`或**c**</br>1 - 甲<br />2 - 乙 |
|&emsp;way | 否 | 方式&lt;3
| >id | 否 | 号 |

| 状态 | 含义 |
|---|
| 1 | 已借 |

1. 第一
2. 第二 !!#ff0000 红!!
   - 其下

> *注：*只借`一`本
"""


def shape(blocks: list[Block]) -> list[tuple[str, ...]]:
    """Return blocks without their lines, as far as a renderer keeps what they say."""
    found = []
    for block in blocks:
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                found.append(("row", str(row.indent), *map(fold, row.cells)))
        elif isinstance(block, Text):
            found.append(("text", str(block.level), fold(block.text).replace(")", ".", 1)))
        elif isinstance(block, Code):
            found.append(("code", fold(block.text)))
        else:
            found.append(("unread", block.why))
    return found


def rendered(text: str, *, breaks: bool = False) -> str:
    return str(MarkdownIt("commonmark", {"breaks": breaks}).enable("table").render(text))


@pytest.mark.parametrize("breaks", [False, True])
@pytest.mark.parametrize("front", [True, False])
def test_a_rendered_page_gives_the_blocks_of_its_markdown(breaks: bool, front: bool) -> None:
    page = PAGE if front else PAGE.split("---\n", 2)[2]
    expected = shape([*blocks_of(page)])
    assert shape([*blocks_of(rendered(page, breaks=breaks))]) == expected
    assert ("row", "0", "book_id", "是", "书的id,a_b或c 1 - 甲 2 - 乙") in expected
    assert ("row", "1", "way", "否", "方式<3") in expected
    assert ("text", "2", "借书") in expected


def test_lines_of_a_paragraph_know_their_lines_in_the_file() -> None:
    page = "<p>第一。\n请求方式：POST\n请求地址：x</p>"
    assert [*blocks_of(page)] == [
        Text("第一。", 1),
        Text("请求方式：POST", 2),
        Text("请求地址：x", 3),
    ]


AROUND = """\
<html><head><title>借书 - 文档中心</title></head><body>
<header><nav><a href="/">首页</a><a href="/a">参数说明</a></nav></header>
<div class="layout-sidebar"><ul><li><a href="/1">请求方式：GET</a></li><li>返回结果</li></ul></div>
<div class="tree"><ul><li><a>借书</a></li><li><a>还书</a></li><li><a>续借</a></li><li><a>请求地址</a></li>
</ul></div>
<h1>借书</h1><div class="time">最后更新：2025/01/02</div>
{content}
<div hidden>返回结果</div><div style="display: none">返回结果</div>
<footer>请求方式：DELETE</footer><script>var a = "请求方式：PUT"</script></body></html>
"""


@pytest.mark.parametrize(
    "root",
    ["<main>{}</main>", '<div id="js-ep-doc-cnt-md">{}</div>', '<div class="with-menu">{}</div>'],
)
def test_what_is_around_the_content_of_a_saved_page_is_none_of_it(root: str) -> None:
    body = PAGE.split("---\n", 2)[2].partition("\n")[2]
    content = rendered(body)
    page = AROUND.replace("{content}", root.replace("{}", content))
    found = shape([*blocks_of(page)])
    assert found[2:] == shape([*blocks_of(content)])
    assert [one[2] for one in found[:2]] == ["借书", "最后更新:2025/01/02"]


def table(page: str) -> list[tuple[str, ...]]:
    (found,) = (one for one in blocks_of(page) if isinstance(one, Table))
    return [row.cells for row in found.rows]


def test_cells_that_reach_over_columns_and_rows_keep_the_others_in_place() -> None:
    page = (
        "<table><tr><th>参数</th><th>必须</th><th>说明</th></tr>"
        "<tr><td rowspan=2>a</td><td>是</td><td>甲</td></tr><tr><td>否</td><td>乙</td></tr>"
        "<tr><td>b</td><td colspan='2'>丙</td></tr><tr><td>c</td><td rowspan=x>是</td><td>丁</td></tr>"
        "</table>"
    )
    assert table(page) == [
        ("a", "是", "甲"), ("", "否", "乙"), ("b", "丙", ""), ("c", "是", "丁"),
    ]  # fmt: skip


def test_line_numbers_beside_code_are_none_of_it() -> None:
    page = "<table><tr><td><pre>1\n2</pre></td><td><pre>{\n}</pre></td></tr></table>"
    assert [*blocks_of(page)] == [Code("{\n}", 2)]


@pytest.mark.parametrize("mark", ["</br>", "</BR>", "<br>", "<br />"])
def test_a_closed_line_break_is_one_as_in_browsers(mark: str) -> None:
    page = (
        f"<table><tr><td>参数</td><td>说明</td></tr><tr><td>a</td><td>甲{mark}乙</td></tr></table>"
    )
    assert table(page) == [("a", "甲\n乙")]


def test_pipes_that_a_renderer_left_in_a_paragraph_are_a_table() -> None:
    page = "<p>参数说明：\n| 参数 | 说明 |\n|--|\n| a_b | **甲**<br />乙 |\n| c | 丙 |</p>"
    assert table(page) == [("a_b", "甲\n乙"), ("c", "丙")]


def test_a_sentence_wrapped_in_a_narrow_page_is_one_and_a_label_begins_a_line() -> None:
    page = "<html><body><p>读者凭证借书，\n并通知馆员。\n请求方式：POST</p></body></html>"
    assert [one.text for one in blocks_of(page) if isinstance(one, Text)] == [
        "读者凭证借书，并通知馆员。", "请求方式：POST",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "begins", ["<!-- 说明 -->\n", "<font color=red>新</font>\n", "<center>图</center>\n"]
)
def test_markdown_that_begins_with_a_tag_is_markdown(begins: str) -> None:
    found = [*blocks_of(f"{begins}##借书\n\n| 参数 | 说明 |\n|-|-|\n| a_b | 甲 |\n")]
    assert Text("借书", 2, 2) in found
    assert isinstance(found[-1], Table)


def test_front_matter_above_html_does_not_hide_that_it_is_html() -> None:
    page = "---\nurl: https://docs.example.com/1\n---\n<h2>借书</h2><p>甲</p>"
    assert [*blocks_of(page)] == [Text("借书", 4, 2), Text("甲", 4)]


def test_a_page_nested_too_deeply_says_so() -> None:
    with pytest.raises(DocumentError, match="nested too deeply"):
        [*blocks_of("<div>" * 5000)]


def test_what_cannot_be_read_in_a_cell_does_not_end_the_page() -> None:
    page = f"<p>{'甲' * 30_000}</p><p>乙</p>"
    unread, text = blocks_of(page)
    assert isinstance(unread, Unread)
    assert text == Text("乙", 1)
