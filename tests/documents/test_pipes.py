"""Tables of pipes as people type them: no row is lost, whatever became of the rule line."""

from __future__ import annotations

import pytest

from generator.documents.blocks import MAX_CELLS, Block, Code, Row, Table, Text, Unread
from generator.documents.formats import blocks_of as any_format
from generator.documents.markdown import blocks_of

HEAD = "| 参数 | 必须 | 说明 |"
ROWS = "| a_b | 是 | 甲 |\n| c | 否 | 乙 |\n"


def table(document: str) -> Table:
    (found,) = (one for one in blocks_of(document) if isinstance(one, Table))
    return found


def cells(document: str) -> list[tuple[str, ...]]:
    return [row.cells for row in table(document).rows]


@pytest.mark.parametrize(
    "rule",
    [
        "| --- | --- | --- |", "|-|-|-|", "|---|", "|---|---|---|---|---|", "--- | --- | ---",
        ":-|:-:|-:", "| :- - | : --- : | - |", "|---||---|", "|——|——|——|", "|===|===|===|",
        "|---+---+---|", "  | --- | --- | --- |", "| -------- | ---- | ", "|－－|－－|－－|",
    ],
)  # fmt: skip
def test_a_rule_line_may_be_anything_of_dashes(rule: str) -> None:
    assert cells(f"{HEAD}\n{rule}\n{ROWS}") == [("a_b", "是", "甲"), ("c", "否", "乙")]


def test_a_table_needs_neither_its_rule_line_nor_pipes_at_its_ends() -> None:
    expected = [("a_b", "是", "甲"), ("c", "否", "乙")]
    assert cells(f"{HEAD}\n{ROWS}") == expected
    assert cells("参数 | 必须 | 说明\n---|---|---\na_b | 是 | 甲\nc | 否 | 乙\n") == expected
    assert cells("参数 | 必须 | 说明\na_b | 是 | 甲\nc | 否 | 乙\n") == expected
    assert cells("|状态|含义|\n|1|借|\n|2|还|\n") == [("1", "借"), ("2", "还")]


@pytest.mark.parametrize(
    "before", ["参数说明：\n", "> 注\n", " ", "   ", "", "**参数说明：**\n \n"]
)
def test_a_table_may_stand_behind_a_line_of_text_and_indented(before: str) -> None:
    indent = before if before and not before.strip() else ""
    lines = f"{HEAD}\n|---|---|---|\n{ROWS}".replace("\n", f"\n{indent}")
    assert cells(f"{before}{lines}") == [("a_b", "是", "甲"), ("c", "否", "乙")]


def test_rows_may_be_short_or_long() -> None:
    rows = "| a |\n| b | 是 |\n| c | 是 | 丙 | 更多 |\n| d | 是 | 丁\ne | 否 | |\n| f | | 戊 |\n"
    assert cells(f"{HEAD}\n|-|-|-|\n{rows}") == [
        ("a",), ("b", "是"), ("c", "是", "丙", "更多"), ("d", "是", "丁\ne", "否", ""), ("f", "", "戊"),
    ]  # fmt: skip


def test_a_cell_broken_over_two_lines_is_one() -> None:
    rows = "| a_b | 是 | 甲一\n甲二 |\n| c | 否 | 乙 |\n"
    assert cells(f"{HEAD}\n|-|-|-|\n{rows}")[0] == ("a_b", "是", "甲一\n甲二")


def test_pipes_that_are_escaped_or_in_code_part_nothing() -> None:
    assert cells(f"{HEAD}\n|-|-|-|\n| a\\|b | 是 | `x|y` &#124; \\| |\n") == [
        ("a|b", "是", "x|y | |")
    ]
    assert cells(f"{HEAD}\n|-|-|-|\n| `a | 是 | b` |\n") == [("a", "是", "b")]


def test_a_table_goes_on_behind_an_empty_line() -> None:
    assert cells(f"{HEAD}\n|-|-|-|\n\n| a_b | 是 | 甲 |\n \n| c | 否 | 乙 |\n") == [
        ("a_b", "是", "甲"), ("c", "否", "乙"),
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["", "\n"])
def test_tables_behind_each_other_stay_two(between: str) -> None:
    document = f"{HEAD}\n|-|-|-|\n{ROWS}{between}| 参数 | 说明 |\n|-|-|\n| d | 丁 |\n"
    first, second = (one for one in blocks_of(document) if isinstance(one, Table))
    assert (len(first.rows), [row.cells for row in second.rows]) == (2, [("d", "丁")])


def test_what_follows_a_table_is_none_of_its_rows() -> None:
    document = f"{HEAD}\n|-|-|-|\n{ROWS}注：用“|”分隔\n## 后\n"
    assert [one.text for one in blocks_of(document) if isinstance(one, Text)] == [
        "注：用“|”分隔", "后",
    ]  # fmt: skip
    rendered = f"{HEAD}\n|-|-|-|\n{ROWS}| 注：还书后失效 | | |\n"
    assert len(table(rendered).rows) == 2
    assert [*blocks_of(rendered)][-1] == Text("注：还书后失效", 5)


@pytest.mark.parametrize("line", ["用“|”分隔多个", "| 只有一行 |", "a|b", "{{|}}", "|"])
def test_what_has_pipes_and_is_no_table_remains(line: str) -> None:
    found = [one for one in blocks_of(f"前\n\n{line}\n\n后") if isinstance(one, Text | Code)]
    assert [one.text for one in found if "|" in one.text] == [line]


INDENTED = (
    "| 参数 | 说明 |\n|-|-|\n| card | 证 |\n|{0}id | 号 |\n|{0}{0}day | 日 |\n| {0} last | 末 |\n"
)


@pytest.mark.parametrize("blank", ["&nbsp;", "&emsp;", "\u3000", "\xa0", " "])
def test_a_row_knows_how_far_it_is_indented(blank: str) -> None:
    found = table(INDENTED.format(blank * 2)).rows
    wide = blank != " "
    assert [row.cells[0] for row in found] == ["card", "id", "day", "last"]
    expected = [0, 2, 4, 3] if wide else [0, 1, 3, 3]
    assert [row.indent for row in found] == expected


def test_one_blank_behind_a_pipe_indents_nothing() -> None:
    assert [row.indent for row in table("| 参数 | 说明 |\n|-|-|\n|a|甲|\n| b|乙|\n").rows] == [0, 0]


@pytest.mark.parametrize("mark", ["└ └ ", "├", "+ ", ">", "> ", "--", "- ", "* "])
def test_the_marks_of_a_tree_stay_in_the_first_cell(mark: str) -> None:
    found = cells(f"| 参数 | 说明 |\n|-|-|\n| card | 证 |\n| {mark}id | - 号 |\n")
    assert found[1] == (f"{mark}id", "号")


def test_lists_in_a_cell_are_lines_without_their_marks() -> None:
    assert (
        cells("| 参数 | 说明 |\n|-|-|\n| a | 方式<br>- 1 借<br>* 2 还 |\n")[0][1]
        == "方式\n1 借\n2 还"
    )


def test_a_row_too_wide_to_be_one_is_told() -> None:
    document = f"{HEAD}\n|-|-|-|\n{ROWS}|{'x|' * (MAX_CELLS + 1)}\n| d | 是 | 丁 |\n"
    assert len(table(document).rows) == 3
    (unread,) = (one for one in blocks_of(document) if isinstance(one, Unread))
    assert (unread.line, unread.why) == (
        5,
        f"a row of {MAX_CELLS + 1} cells, more than {MAX_CELLS}",
    )


PLAIN_PIPES = "借书\n\n请求方式：POST\n\n参数 | 必须 | 说明\na_b | 是 | 甲\nc | 否 | 乙\n\n后\n"


def test_pipes_make_a_table_in_plain_text_too() -> None:
    (found,) = (one for one in any_format(PLAIN_PIPES) if isinstance(one, Table))
    assert found.rows == (Row(("a_b", "是", "甲"), 6), Row(("c", "否", "乙"), 7))


def blocks_in(document: str) -> list[Block]:
    return [*any_format(document)]


def test_a_table_of_single_blanks_is_read_by_its_head() -> None:
    document = "参数说明：\n参数 必须 说明\naccess_token 是 凭证\nname 否 书名 不超过20个字符\n第二行\n返回结果：\n\n{}\n"
    label, found, *_ = blocks_in(document)
    assert isinstance(found, Table)
    assert label == Text("参数说明：", 1)
    assert [row.cells for row in found.rows] == [
        ("access_token", "是", "凭证"), ("name", "否", "书名 不超过20个字符\n第二行"),
    ]  # fmt: skip


def test_a_table_whose_columns_cannot_be_told_is_named() -> None:
    document = "参数 必须 说明\n\n字段甲\n字段乙\n"
    head, unread, *_ = blocks_in(document)
    assert head == Text("参数 必须 说明", 1)
    assert unread == Unread("参数 必须 说明", 1, "the head of a table without rows")
    found = blocks_in("参数 必须 说明\n甲 凭证\n乙 书名\n")
    assert found[-1] == Unread("参数 必须 说明", 1, "a table whose columns cannot be told apart")
    assert [one.text for one in found if isinstance(one, Text)] == [
        "参数 必须 说明",
        "甲 凭证",
        "乙 书名",
    ]


@pytest.mark.parametrize("sentence", ["参数 错误时 返回码 不为0", "名称 见 下表", "类型 不限"])
def test_a_sentence_that_begins_as_a_head_does_is_a_sentence(sentence: str) -> None:
    assert blocks_in(f"{sentence}\n后\n") == [Text(sentence, 1), Text("后", 2)]


def test_columns_parted_by_tabs_are_read_in_markdown_too() -> None:
    document = "## 借书\n参数\t必须\t说明\na_b\t是\t甲\nc\t\t乙\n\n**后**\n"
    (found,) = (one for one in blocks_of(document) if isinstance(one, Table))
    assert [row.cells for row in found.rows] == [("a_b", "是", "甲"), ("c", "", "乙")]


@pytest.mark.parametrize(
    "document",
    [
        "| 参数 | 说明 |\n|-|-|\n\n后\n",
        "<table><tr><th>参数</th><th>说明</th></tr></table><p>后</p>",
    ],
)
def test_the_head_of_a_table_without_rows_is_told(document: str) -> None:
    head, unread, after = blocks_in(document)
    assert (head, after) == (Text("参数 说明", 1), Text("后", after.line))
    assert unread == Unread("参数 说明", 1, "the head of a table without rows")


def test_a_row_may_begin_with_the_word_of_a_head() -> None:
    rows = "| name | 是 | 名 |\n| key | 否 | 钥 |\n| 名称 | name | 名 |\n| 类型 | type | 类 |\n"
    assert len(cells(f"{HEAD}\n|-|-|-|\n{rows}")) == 4


POD_PIPES = """\
=head2 borrow

=head3 参数说明：

参数 | 必须 | 说明
a_b | 是 | B<甲>
c | 否 | 乙

    参数 必须 说明
    d 是 丁

=cut
"""


def test_pod_has_levels_and_tables_of_pipes_and_of_single_blanks() -> None:
    first, second, pipes, blanks = blocks_in(POD_PIPES)
    assert (first, second) == (Text("borrow", 1, 2), Text("参数说明：", 3, 3))
    assert isinstance(pipes, Table)
    assert [row.cells for row in pipes.rows] == [("a_b", "是", "甲"), ("c", "否", "乙")]
    assert isinstance(blanks, Table)
    assert [row.cells for row in blanks.rows] == [("d", "是", "丁")]


@pytest.mark.parametrize("line", ["[注意] 先借", "[1] 先借", "[还书](#12)"])
def test_a_bracket_alone_makes_no_example(line: str) -> None:
    assert [type(one) for one in blocks_in(f"{line}\n后\n")] == [Text, Text]


@pytest.mark.parametrize("example", ['[\n {"a": 1}\n]', '["a"]', "[1, 2]", "｛\n｝", '[{"a": 1}]'])
def test_an_example_needs_no_fence(example: str) -> None:
    found = blocks_in(f"## 例\n{example}\n后\n")
    assert [one.text for one in found if isinstance(one, Code)] == [example]
    assert found[-1].line == example.count("\n") + 3


def test_a_command_of_pod_that_is_no_heading_has_no_level() -> None:
    found = blocks_in("=pod\n\n=headrcode 借\n\n=head7 还\n\n=item 续\n")
    assert [one.level for one in found if isinstance(one, Text)] == [0, 0, 0]
