"""Pages of the vendor's site, whose operations only a request address names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .blocks import Block, Text, fold
from .sections import is_operation, part_of

_ADDRESS = re.compile(
    r"请求(?:地址|URL|链接) ?:? ?https?://[^\s?]*?/cgi-bin/(?P<path>[\w/.-]+)", re.I
)
_BEGINNING = re.compile(r"请求(?:方式|方法)|最后更新")
_SENTENCE_ENDS = "。.;;!?:,"
_LONGEST_TITLE = 40


def with_headings(blocks: Iterable[Block]) -> list[Block]:
    """Put a heading such as `list(access_token);` above each operation of a page that has none."""
    found = list(blocks)
    if any(isinstance(block, Text) and is_operation(fold(block.text)) for block in found):
        return found
    result: list[Block] = []
    boundary = 0
    for block in found:
        address = _ADDRESS.search(fold(block.text)) if isinstance(block, Text) else None
        if address is not None:
            name = address["path"].rstrip("/").rpartition("/")[2]
            place = _title_place(result, boundary)
            line = result[place].line if place < len(result) else block.line
            result.insert(place, Text(f"{name}(access_token);", line))
            boundary = len(result) + 1
        result.append(block)
        if not isinstance(block, Text):
            boundary = len(result)
    return result


def _title_place(blocks: list[Block], boundary: int) -> int:
    """Return where the operation begins whose address follows: at its title, if it has one."""
    place = len(blocks)
    for index in range(len(blocks) - 1, boundary - 1, -1):
        block = blocks[index]
        text = fold(block.text) if isinstance(block, Text) else ""
        if _BEGINNING.match(text) or part_of(text):
            place = index
        elif isinstance(block, Text) and (block.is_heading or _is_title(text)):
            return index
    return place


def _is_title(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TITLE and text[-1] not in _SENTENCE_ENDS
