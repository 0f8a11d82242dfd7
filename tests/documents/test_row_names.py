"""Names in the rows of tables: nesting by marks, wire names, several at once, short rows."""

from __future__ import annotations

import pytest

from generator.documents.blocks import Row, Table
from generator.documents.facts import Reports
from generator.documents.formats import blocks_of
from generator.documents.rows import is_of_values, rows_of


def table(*rows: str, heads: str = "参数|必须|类型|说明", indents: tuple[int, ...] = ()) -> Table:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (heads, *rows)]
    found = [
        Row(one, line, indents[line - 1] if line - 1 < len(indents) else 0)
        for line, one in enumerate(cells[1:], 1)
    ]
    return Table(Row(cells[0], 0), tuple(found))


def names(*cells: str, indents: tuple[int, ...] = ()) -> list[str]:
    rows = (f"{cell}|是|string|甲" for cell in cells)
    return [row.name for row in rows_of(table(*rows, indents=indents), Reports())]


@pytest.mark.parametrize(
    "cells",
    [
        ("a", "└ b", "└ └ c", "d"), ("a", "+ b", "++ c", "d"), ("a", ">b", ">>c", "d"),
        ("a", "-b", "--b2", "d"), ("a", "├ b", "├ └ c", "d"),
    ],
)  # fmt: skip
def test_marks_nest_a_row_below_the_one_above(cells: tuple[str, ...]) -> None:
    found = names(*cells)
    assert found[0] == "a"
    assert found[1] == "a.b"
    assert found[-1] == "d"


def test_indentation_nests_as_far_as_it_goes() -> None:
    assert names("a", "b", "c", "d", "e", indents=(0, 2, 4, 2, 0)) == [
        "a",
        "a.b",
        "a.b.c",
        "a.d",
        "e",
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a.b.c", ["a.b.c"]), ("a[].b", ["a.b"]), ("a[0].b", ["a.b"]), ("a[n].b", ["a.b"]), ("a->b", ["a.b"]),
        ("`a`", ["a"]), ("**a**", ["a"]), ("a(必填)", ["a"]), ('"a"', ["a"]), ("a/b", ["a", "b"]),
        ("a、b", ["a", "b"]), ("a 或 b", ["a", "b"]), ("*a", ["a"]),
    ],
)  # fmt: skip
def test_a_name_is_read_out_of_what_stands_around_it(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected


@pytest.mark.parametrize("cell", ["说明", "a b c", "1st", "a" * 300, "参见 b"])
def test_what_is_no_name_is_left_with_its_line(cell: str) -> None:
    reports = Reports()
    found = rows_of(table("z|是|string|甲", f"{cell}|是|string|甲"), reports)
    assert [row.name for row in found] == ["z"]
    assert [left.line for left in reports.not_understood] == [2]


def test_the_name_that_is_sent_may_stand_in_another_column() -> None:
    heads = "参数名|变量|类型[长度限制]|必填|说明"
    (row,) = rows_of(table("商户号|mchid|string[1,32]|是|编号", heads=heads), Reports())
    assert (row.name, row.said.type, row.said.required, row.cells["text"]) == (
        "mchid", "string", True, "编号",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "required", "kind", "text"),
    [
        ("a|是|一段话", True, None, "一段话"), ("a|string|一段话", None, "string", "一段话"),
        ("a|一段话", None, None, "一段话"), ("a|是|string|一段话", True, "string", "一段话"),
    ],
)  # fmt: skip
def test_the_cells_of_a_short_row_go_where_they_fit(
    row: str, required: bool | None, kind: str | None, text: str
) -> None:
    (found,) = rows_of(table(row), Reports())
    assert (found.said.required, found.said.type, found.cells.get("text")) == (required, kind, text)


def test_a_row_without_a_name_goes_on_with_the_one_above() -> None:
    (row,) = rows_of(table("a|是|string|一", "|||二"), Reports())
    assert row.cells["text"] == "一\n二"


def test_cells_that_no_column_knows_are_left_with_their_line() -> None:
    reports = Reports()
    rows_of(table("a|是|string|甲|多", heads="参数|必须|类型|说明"), reports)
    assert [(left.line, left.text) for left in reports.not_understood] == [(1, "多")]
    reports = Reports()
    rows_of(table("a|x|甲", heads="参数|奇怪|说明"), reports)
    assert {left.line for left in reports.not_understood} == {0, 1}


def test_a_table_of_values_is_told_by_its_heads() -> None:
    assert is_of_values(table("0|甲", heads="值|含义"))
    assert not is_of_values(table("a|甲", heads="参数|说明"))


def test_a_tab_before_a_short_row_is_the_indentation_of_its_table() -> None:
    lines = "\t参数\t\t类型\t\t是否必须\t\t说明\n\taccess_token\t是\t凭证\n\ta\tstring\t否\t甲\n\tb\tint\t是\t"
    _, found = blocks_of("=pod\n\n=head4 参数说明：\n\n" + lines + "\n\n=cut\n")
    assert isinstance(found, Table)
    assert [row.cells[0] for row in found.rows] == ["access_token", "a", "b"]
