"""Where a document comes from: front matter in its shapes, what a renderer makes of it, remarks."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from generator.documents.blocks import Table, Text
from generator.documents.formats import blocks_of
from generator.documents.source import Source, source_of, without_front_matter

ADDRESS = "https://docs.example.com/document/path/70001"
FRONT = f'---\ntitle: "借阅：预约"\npage: 7\nsource_url: {ADDRESS}\n---\n'


def test_front_matter_names_the_page_and_its_title() -> None:
    source = source_of(FRONT + "正文\n")
    assert source == Source(ADDRESS, "借阅：预约", 2)
    assert source.id == "70001"


@pytest.mark.parametrize("breaks", [False, True])
def test_what_a_renderer_makes_of_front_matter_is_front_matter(breaks: bool) -> None:
    page = MarkdownIt("commonmark", {"breaks": breaks}).render(FRONT + "正文\n")
    assert source_of(page) == Source(ADDRESS, "借阅：预约", 2)
    assert [block.text for block in blocks_of(page) if isinstance(block, Text)] == ["正文"]


@pytest.mark.parametrize("key", ["source_url", "url", "source", "permalink", "URL"])
def test_an_address_has_many_keys(key: str) -> None:
    assert source_of(f"---\n{key}: '{ADDRESS}'\n---\n").address == ADDRESS


@pytest.mark.parametrize(
    ("stated", "address", "page"),
    [
        (f"{ADDRESS}#12345/位置", ADDRESS, "70001"),
        (f"{ADDRESS}/?from=a/b#c", f"{ADDRESS}/?from=a/b", "70001"),
        ("http://docs.example.com/path/1", "", ""),
        ("file:///home/a/page.html", "", ""),
        ("a book", "", ""),
        ("https://[broken", "", ""),
        ("https://docs.example.com", "https://docs.example.com", ""),
    ],
)
def test_only_addresses_of_the_web_by_https_count(stated: str, address: str, page: str) -> None:
    source = source_of(f"---\nsource_url: {stated}\n---\n")
    assert (source.address, source.id) == (address, page)


@pytest.mark.parametrize("count", ["(0044)", ""])
def test_a_browser_remarks_where_it_saved_a_page_from(count: str) -> None:
    assert source_of(f"<!-- saved from url={count}{ADDRESS} -->\n<p>x").address == ADDRESS


def test_front_matter_comes_before_a_remark() -> None:
    text = f"{FRONT}<!-- saved from url=(0021)https://example.com/2 -->"
    assert source_of(text).address == ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n正文\n---\n",
        "---\n参数 | 说明\n---\n",
        "a: b\n---\n",
        "---\na: b\n",
        "正文\n\n---\na: b\n---\n",
        "---\nhttps://example.com\n---\n",
    ],
)
def test_other_rules_are_no_front_matter(text: str) -> None:
    assert source_of(text) == Source()
    assert without_front_matter(text) == text


@pytest.mark.parametrize(
    "front",
    [
        FRONT,
        "---\ntitle: a\ntags:\n  - b\n- c\n# remark\n\n---\n",
        '+++\ntitle = "a"\n+++\n',
        "\n\n---\ntitle: a\n...\n",
        "---\r\ntitle: a\r\n---\r\n".replace("\r\n", "\n"),
    ],
)
def test_lines_keep_their_numbers_without_front_matter(front: str) -> None:
    text = f"{front}# 标题\n\n| 参数 | 说明 |\n|-|-|\n| a_b | 甲 |\n"
    left = without_front_matter(text)
    assert left.count("\n") == text.count("\n")
    assert "title" not in left
    heading, table = blocks_of(text)
    first = front.count("\n") + 1
    assert heading == Text("标题", first, 1)
    assert isinstance(table, Table)
    assert table.rows[0].line == first + 4


def test_a_value_is_read_without_its_quotes_and_remarks() -> None:
    def title(value: str) -> str:
        return source_of(f"---\ntitle: {value}\n---\n").title

    assert title('"a \\"b\\" c"') == 'a "b" c'
    assert title("'it''s'") == "it's"
    assert title("a b  # remark") == "a b"
    assert title("") == ""
