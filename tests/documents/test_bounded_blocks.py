"""Hostile documents: bounded work that grows as the document does, and a clear message."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.documents.blocks import MAX_LINE, DocumentError, Unread
from generator.documents.files import MAX_BYTES, read_file
from generator.documents.formats import blocks_of
from generator.documents.source import source_of

PIECES = [
    "|", "-", "[", "`", "*", "_", ">", "#", "!", "<", "&", "(", "~", "=", ":", " ", "\t", "\\", "{",
    '"', "!!#ff0000 ", "[x](", "**a", "*a ", "`a ", "|-", "<a ", "</br>", "&nbsp;", "[[", "参数 ",
    "参数\t", "<!--", "<p>", "<table>", "<hr><h2>", "\u3000", "![", "1. ", "```",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("before", ["", "## a\n", "| 参数 | 说明 |\n|-|-|\n| a | "])
def test_a_hundred_thousand_of_anything_in_a_line_end(piece: str, before: str) -> None:
    text = before + piece * (100_000 // len(piece)) + "\n后\n"
    source_of(text)
    try:
        found = [*blocks_of(text)]
    except DocumentError as error:
        assert "nested too deeply" in str(error)  # noqa: PT017
    else:
        assert found or not piece.strip()


def test_a_line_too_long_to_be_read_is_told_with_its_length() -> None:
    _, unread = blocks_of("##a\n" + "字" * (MAX_LINE + 1))
    assert unread == Unread(
        "字" * 80, 2, f"a line of {MAX_LINE + 1} characters, more than {MAX_LINE}"
    )


def calls(work: Callable[[], object]) -> int:
    """Return how many lines of Python a piece of work runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


GROWING = {
    "tables": "| 参数 | 说明 |\n|-|-|\n| a | 甲 |\n\n",
    "rows apart": "| a | 甲 |\n\n",
    "heads": "参数\t说明\n",
    "open fences": "```json\n{\n",
    "open tags": "<table\n",
    "open braces": '{"a":\n',
    "fences behind text": "x ```\n",
    "headings": "##a\n",
    "empty lines": "\n",
    "colours": "!!#ff0000 a\n",
    "rendered": "<p>a<br>b</p>\n",
}


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_as_the_document_does(name: str) -> None:
    head = "" if name == "rendered" else "## a\n| 参数 | 说明 |\n|-|-|\n| a | 甲 |\n"

    def read(times: int) -> int:
        return calls(lambda: [*blocks_of(head + GROWING[name] * times)])

    read(2)
    small, large = read(500), read(2_000)
    assert large < small * 4.6 + 2_000


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 50_000_000])
def test_a_file_too_large_is_refused_with_its_size_and_the_limit(tmp_path: Path, size: int) -> None:
    path = tmp_path / "page.md"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(DocumentError, match=f"larger than {MAX_BYTES:,} bytes .it has {size:,}."):
        read_file(path)
