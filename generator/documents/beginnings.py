"""Where the operations of a page begin, which an address alone names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block, Code, Text, fold
from .facts import Prose
from .labels import Address, address_of, bare, label_of, method_of, path_of, within

UPDATED = re.compile(
    r"(?P<title>.*?) ?(?:最后更新(?:时间|于)?|更新(?:时间|日期)|last updated?) ?:? ?"
    r"(?P<date>\d{4}(?:[/.-]\d{1,2}[/.-]\d{1,2}|年\d{1,2}月\d{1,2}日))"
    r"(?: \d{1,2}:\d{2}(?::\d{2})?)? ?",
    re.I,
)
_SENTENCE_ENDS = "。.;;!?,"
_CONTENTS = frozenset(["目录", "本页目录", "本页内容", "目 录", "contents", "table of contents"])
LONGEST_TITLE = 40


@dataclass(frozen=True)
class Beginning:
    """Where an operation begins that an address alone names."""

    url: Prose
    title: Prose | None
    level: int
    method: str = ""
    """What stands before an address in a box."""


def beginnings_of(blocks: Sequence[Block]) -> dict[int, Beginning]:
    """Return, by the index of its first block, each operation that an address states."""
    found: dict[int, Beginning] = {}
    boundary = 0
    for index, block in enumerate(blocks):
        boxed = _boxed(blocks, index)
        url = boxed.url if boxed else _stated_address(blocks, index)
        if not path_of(url):
            continue
        place = _title_place(blocks, boundary, index)
        above = blocks[place] if place < index else None
        title = above if isinstance(above, Text) and _may_be_title(above) else None
        found[place] = Beginning(
            Prose(url, block.line),
            Prose(fold(title.text), title.line) if title else None,
            title.level if title else 0,
            boxed.method if boxed else "",
        )
        boundary = index + 1
    return found


def _stated_address(blocks: Sequence[Block], index: int) -> str:
    """Return the address that a block states; code needs words above that say so."""
    block = blocks[index]
    text = _line(block)
    address = address_of(text) or within(text) if text else None
    above = _line(blocks[index - 1]) if index and not text else ""
    if above and isinstance(block, (Text, Code)):
        announced = address_of(above)
        if method_of(above) or (announced and not announced.url):
            address = address_of(fold(block.text.strip().partition("\n")[0]))
    return address.url if address else ""


def _boxed(blocks: Sequence[Block], index: int) -> Address | None:
    """Return the address with its method that is all of a box right below a heading or a label."""
    block, above = blocks[index], blocks[index - 1] if index else None
    if not (isinstance(block, Text) and block.in_fence and isinstance(above, Text)):
        return None
    behind = blocks[index + 1] if index + 1 < len(blocks) else None
    if above.in_fence or (isinstance(behind, Text) and behind.in_fence):
        return None
    address = address_of(fold(block.text))
    is_announced = above.is_heading or address_of(fold(above.text)) or label_of(fold(above.text))
    return address if address and address.method and is_announced else None


def _line(block: Block) -> str:
    """Return a block's folded text, if it may state something; what a box holds is an example."""
    return fold(block.text) if isinstance(block, Text) and not block.in_fence else ""


def _may_be_title(block: Text) -> bool:
    text = fold(block.text)
    if block.in_fence or label_of(text) or method_of(text) or UPDATED.fullmatch(text):
        return False
    if bare(text) in _CONTENTS:
        return False
    if block.is_heading:
        return bool(bare(text))
    return 0 < len(text) <= LONGEST_TITLE and text[-1] not in _SENTENCE_ENDS + ":"


def _title_place(blocks: Sequence[Block], boundary: int, address: int) -> int:
    """Return where the operation begins: at its heading, else at a title, else at its method."""
    headings = [
        index
        for index in range(address - 1, boundary - 1, -1)
        if isinstance(one := blocks[index], Text) and one.is_heading and _may_be_title(one)
    ]
    if headings:
        return headings[0]
    place = address
    for index in range(address - 1, boundary - 1, -1):
        block = blocks[index]
        if not isinstance(block, Text):
            break
        text = _line(block)
        if method_of(text) or label_of(text):
            place = index
        elif _may_be_title(block):
            return index
    return place
