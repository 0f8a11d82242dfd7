"""The four formats of one document state the same; each is told from its content."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.documents.facts import as_data
from generator.documents.reading import read_document, read_text

from .formats import FORMATS, HTML, MARKDOWN, PLAIN, POD
from .helpers import ROOT, Held, drafted

OTHERS = {name: text for name, text in FORMATS.items() if name != "plain"}


def facts(text: str) -> Any:
    """Return everything that a document states, without lines and with its texts as sentences."""
    found = read_text(text)
    data = without_lines(as_data(found))
    del data["source"]
    for one, stated in zip(data["operations"], found.operations, strict=True):
        one["texts"] = {
            place: [chunk for prose in proses for chunk, _ in prose.chunks()]
            for place, proses in stated.texts.items()
        }
        for side in ("request", "response"):
            for field, fact in zip(one[side], getattr(stated, side), strict=True):
                field["text"] = [chunk for chunk, _ in fact.text.chunks()] if fact.text else None
    return data


def without_lines(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_lines(value) for key, value in data.items() if key != "line"}
    return [without_lines(one) for one in data] if isinstance(data, list) else data


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return drafted(PLAIN, "planner/room", tmp_path_factory.mktemp("specs"))


def test_the_plain_text_is_read_in_full() -> None:
    data = facts(PLAIN)
    assert data["not_understood"] == []
    book, remove = data["operations"]
    assert book["title"]["value"] == "预订会议室"
    assert [one["path"] for one in book["request"]] == [
        "room_ids", "booker", "way", "time", "time.day",
    ]  # fmt: skip
    assert remove["updated"]["value"] == "2024-05-07"
    assert set(remove["permissions"]) == {"self_built", "third_party"}


@pytest.mark.parametrize("name", OTHERS)
def test_each_format_states_the_same(name: str) -> None:
    assert facts(OTHERS[name]) == facts(PLAIN)


@pytest.mark.parametrize("name", OTHERS)
def test_specs_drafted_from_one_format_hold_in_each(name: str, room: Held) -> None:
    assert room.differences(OTHERS[name]) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_is_told_from_the_content_and_not_from_the_name(
    name: str, tmp_path: Path
) -> None:
    document = tmp_path / "document.dat"
    document.write_text(FORMATS[name], "utf-8")
    assert [one.name for one in read_document(document).operations] == ["book", "remove_room"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(
    name: str, line_end: str, tmp_path: Path
) -> None:
    document = tmp_path / "document"
    document.write_bytes(("\ufeff" + FORMATS[name].replace("\n", line_end)).encode())
    assert without_lines(as_data(read_document(document))) == without_lines(
        as_data(read_text(FORMATS[name]))
    )


@pytest.mark.parametrize("name", ["plain", "pod", "markdown"])
def test_facts_know_their_lines(name: str) -> None:
    lines = FORMATS[name].split("\n")
    book = read_text(FORMATS[name]).operations[0]
    assert "book(access_token" in lines[book.line - 1]
    for one in book.request:
        assert one.path in lines[one.line - 1]
    assert book.updated is not None
    assert "2024/05/06" in "".join(lines[book.updated.line - 1 : book.updated.line + 1])


def test_html_that_is_a_fragment_is_html_all_the_same() -> None:
    body = HTML[HTML.index('<div class="doc">') : HTML.index("</body>")]
    assert facts(body) == facts(PLAIN)


def test_markup_in_an_example_makes_no_page_of_a_text() -> None:
    text = PLAIN.replace('"lihua"', '"<p>lihua</p>"')
    assert len(facts(text)["operations"]) == 2


def test_full_width_punctuation_in_examples_is_forgiven_and_said() -> None:
    text = POD.replace('"booker" : "lihua",', "“booker” ： “lihua”，")
    found = facts(text)
    assert {one["why"] for one in found.pop("doubts")} == {"not JSON, repaired"}
    assert found.items() <= facts(PLAIN).items()


def test_perl_code_is_no_part_of_the_document() -> None:
    text = POD.replace("use strict;", "use strict; # 最多999个")
    assert facts(text) == facts(PLAIN)


COLUMNS = """\
<html><body><h2>tag(access_token, hash);</h2><p>打标签</p>
<h3>请求说明：</h3><p>给同事打标签</p>
<h4>请求示例：</h4><pre>{"tag_ids": [1], "note": "x"}</pre>
<h4>参数说明：</h4>
<table><tr>{head}</tr>{rows}</table>
<h3>返回结果：</h3><pre>{"errcode": 0, "errmsg": "ok"}</pre>
<h4>返回参数说明：</h4><table><tr><th>参数</th><th>类型</th><th>说明</th></tr>
<tr><td>errcode</td><td>int</td><td>码</td></tr><tr><td>errmsg</td><td>string</td><td>字</td></tr></table>
</body></html>
"""
ROW = {
    "参数": ("tag_ids", "note"), "参数名": ("tag_ids", "note"), "字段名": ("tag_ids", "note"),
    "必须": ("是", "否"), "是否必须": ("是", "否"), "必填": ("必填", "选填"), "是否必填": ("Y", "N"),
    "类型": ("int[]", "string"), "参数类型": ("array(int)", "String"), "数据类型": ("数组", "字符串"),
    "说明": ("标签,最多30个", "备注,不超过20字"), "描述": ("标签,最多30个", "备注,不超过20字"),
}  # fmt: skip


@pytest.mark.parametrize(
    "columns",
    [
        ("参数", "必须", "类型", "说明"),
        ("参数", "类型", "是否必须", "说明"),
        ("参数名", "数据类型", "必填", "描述"),
        ("字段名", "参数类型", "是否必填", "说明"),
        ("参数", "是否必须", "说明"),
    ],
)
def test_tables_have_other_columns_too(columns: tuple[str, ...]) -> None:
    head = "".join(f"<th>{one}</th>" for one in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{ROW[one][index]}</td>" for one in columns) + "</tr>"
        for index in (0, 1)
    )
    found = read_text(COLUMNS.replace("{head}", head).replace("{rows}", rows))
    tag_ids, note = found.operations[0].request
    assert found.not_understood == ()
    assert (tag_ids.type, tag_ids.required) == ("array", True)
    assert (note.type, note.required) == ("string", False)
    assert tag_ids.limits["maxItems"].value == 30
    assert note.limits["maxLength"].value == 20


def test_a_pipe_in_a_markdown_cell_and_a_cell_too_many() -> None:
    text = MARKDOWN.replace("| 会议室编号 |\n\n###", "| 会议室\\|编号 |\n\n###")
    assert read_text(text).not_understood == ()
    text = MARKDOWN.replace("| room_id | 是 | 会议室编号 |", "| room_id | 是 | 会议室 | 编号 |")
    (one,) = read_text(text).not_understood
    assert one.text == "编号"


def test_the_parser_of_html_is_imported_for_html_alone() -> None:
    program = (
        "import sys; from generator.documents.reading import read_text; read_text('## a'); "
        "assert 'bs4' not in sys.modules; read_text('<p>a</p>'); assert 'bs4' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
