"""Damaged documents: nothing but a DocumentError is raised, and no line is dropped in silence."""

from __future__ import annotations

import contextlib
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.blocks import DocumentError
from generator.documents.given import Document
from generator.documents.importing import make
from generator.documents.reading import read_text

from .formats import FORMATS
from .groups import BOARD, ROSTER
from .helpers import Held, drafted
from .samples import SHELF

DOCUMENTS = [*FORMATS.values(), SHELF, BOARD, ROSTER]
PIECES = (
    "最多", "取值范围: 9 ~ 1", "默认为", "0-", "\t是\t", "|", "{", "}", '"', "<table>", "</td>", "<br>",
    "=head2 ", "=cut", "```", "list(access_token, hash);", "最后更新:2024/99/99", "权限说明:", "\u3000",
    "\x00", "\x0c", "\u2028", "\ud7ff", "²", "٣", "請", "。", "<![CDATA[", "<!--", "&#x110000;", "L<", "E<",
    "99999999999999999999999", "1e400", "NaN", "参数\t说明", "返回结果:", "请求地址:https://", "::",
)  # fmt: skip


def damaged(text: str, draw: st.DataObject) -> str:
    """Cut, shuffle, flip and insert as hypothesis says."""
    dice = random.Random(draw.draw(st.integers(0, 2**32), label="seed"))
    for what in draw.draw(st.lists(st.sampled_from("cdsfip"), min_size=1, max_size=6), label="how"):
        lines = text.split("\n")
        place = dice.randrange(len(text) + 1)
        if what == "c":
            text = text[place:] if dice.random() < 0.3 else text[:place]
        elif what == "d":
            text = text[:place] + text[place + dice.randrange(200) :]
        elif what == "s":
            part = slice(begin := dice.randrange(len(lines)), begin + dice.randrange(1, 40))
            lines[part] = dice.sample(lines[part], len(lines[part]))
            text = "\n".join(lines)
        elif what == "f":
            data = bytearray(text.encode())
            for _ in range(dice.randrange(1, 9)):
                if data:
                    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            text = data.decode("utf-8", "replace")
        elif what == "i":
            text = text[:place] + draw.draw(st.text(max_size=20), label="text") + text[place:]
        else:
            text = text[:place] + dice.choice(PIECES) + text[place:]
    return text


@given(st.sampled_from(DOCUMENTS), st.data())
@settings(max_examples=250)
def test_damage_raises_nothing_but_the_documented_error(text: str, draw: st.DataObject) -> None:
    with contextlib.suppress(DocumentError):
        read_text(damaged(text, draw))


@given(st.sampled_from(DOCUMENTS), st.data())
@settings(max_examples=25)
def test_what_is_drafted_from_damage_holds_it_or_is_named(text: str, draw: st.DataObject) -> None:
    with contextlib.suppress(DocumentError):
        facts = read_text(damaged(text, draw), group="some/group")
        assert make([Document(Path("document"), facts)]).files


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return drafted(SHELF, "library/shelf", tmp_path_factory.mktemp("specs"))


@given(st.data())
@settings(max_examples=40)
def test_damage_can_be_held_against_specs(shelf: Held, draw: st.DataObject) -> None:
    with contextlib.suppress(DocumentError):
        shelf.differences(damaged(SHELF, draw))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (SHELF, "library/shelf"), (BOARD, "notice/board"), (ROSTER, "school/roster"),
        *((text, "planner/room") for text in FORMATS.values()),
    ],
    ids=["shelf", "board", "roster", *FORMATS],
)  # fmt: skip
def test_every_line_is_read_held_or_reported(
    text: str, group: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A word more in a line is seen; code of Perl, styles and scripts are no lines of documents."""
    one = drafted(text, group, tmp_path_factory.mktemp("specs"))
    assert one.differences(text) == set()
    lines = text.split("\n")
    unseen = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if is_of_the_document(line, number, lines)
        and not one.differences("\n".join([*lines[: number - 1], more(line), *lines[number:]]))
    ]
    assert unseen == []


def more(line: str) -> str:
    """Return a line with a word more, in front of the tag or the pipe that ends it."""
    for end in (
        "</td></tr>",
        "</span></p>",
        "</b>",
        "</th></tr></thead>",
        "</table>",
        "</p>",
        " |",
    ):
        if line.endswith(end):
            inner = line[: -len(end)]
            cell = inner.rfind("</t")
            if end == "</table>" and cell > 0:
                inner, end = inner[:cell], inner[cell:] + end
            return f"{inner}多{end}"
    return f"{line}多"


def is_of_the_document(line: str, number: int, lines: list[str]) -> bool:
    bare = line.strip()
    if not bare or set(bare) <= set("|:- ") or bare in ("```json", "```"):
        return False
    if re.search(r"/path/\w+#", bare):
        # where in its page an operation stands is no fact of it
        return False
    if bare.startswith("<"):
        return bare.startswith(("<tr><td>", "<p>", "<h", "<td>")) and not bare.startswith("<html")
    before = [one for one in lines[: number - 1] if one.startswith("=")]
    is_pod = any(one.startswith("=") for one in lines)
    in_code = is_pod and (not before or before[-1] == "=cut")
    return not in_code and not line.startswith(("=cut", "=encoding"))


@pytest.mark.parametrize(
    "piece",
    [
        "\n", " ", "\t", "\x0c", "|", "[", "(", "`", "**a ", "__", "<", "<b>", "<div>", "<td>", "<table>",
        "A<", "A<< ", "B<C<", "{", '{"a":', '"', "\\", "- ", "> ", "1. ", "# ", "=head1 a\n\n", ":",
        "最多", "a.", "a.a.", "a\t是\ta\n", "| a | 是 | a |\n", "::a", "请求方式:GET", "。", "list(access_token",
        "参数\t说明\n", "| 参数 |\n|---|\n", "<tr><td>参数<td>说明", "<a href='http://a'>", "![a](b", "&lt;",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "# a\n", "<!DOCTYPE html><body>", "=head1 a\n\n"])
def test_long_documents_of_any_repeated_piece_are_read_or_refused(piece: str, head: str) -> None:
    text = f"{head}list(access_token, hash);\n\n参数说明:\n\n" + piece * (20_000 // len(piece))
    with contextlib.suppress(DocumentError):
        read_text(text)
