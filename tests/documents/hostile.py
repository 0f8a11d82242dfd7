"""Pages that no vendor writes, each of a size that is asked for, on which bad readers are slow.

`python -m tests.documents.hostile VERB SIZE NAME…` runs a verb of `docs` on pages of a size and of four times that, and
prints a line of JSON for each.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.cli import main as generator

from ..model import GROUPCHAT, SPECS, path_of

ADDRESS = f"请求地址：https://q.example.com/cgi-bin/{path_of('list')}"
HEAD = f"# 办理\n\n请求方式：POST\n\n{ADDRESS}\n\n请求示例：\n\n"
TABLE = "\n参数说明：\n\n| 参数 | 必须 | 说明 |\n|---|---|---|\n| book_id | 是 | 书的编号 |\n"
RETURN = "\n返回结果：\n\n"
MARKS = {
    "pipes": "|",
    "dashes": "-",
    "pipes and dashes": "|-",
    "open brackets": "[",
    "closed brackets": "]",
    "links": "[](",
    "blanks": " ",
    "tabs": "\t",
    "wide blanks": "\u3000",
    "backticks": "`",
    "backticks and blanks": "` ",
    "braces": "{",
    "closed braces": "}",
    "wide braces": "｛",
    "stars": "*",
    "stars and letters": "*a ",
    "underscores": "_a",
    "tildes": "~",
    "backslashes": "\\",
    "angles": "<",
    "tags": "<br>",
    "open cells": "<td>",
    "comments": "<!--",
    "ampersands": "&#",
    "quotes": '"',
    "wide quotes": "“",
    "commas": "，",
    "colons": "：",
    "digits": "9",
    "dots": ".",
    "greater": ">",
    "hashes": "#",
    "colours": "!!#ff0000 ",
    "exclamation marks": "!",
    "equals": "=",
    "at most": "最多",
    "at most one": "最多1个",
    "range": "取值范围: 1 ~ ",
    "range of digits": "1~9",
    "values": "1-a",
    "values in Chinese": "1表示",
    "defaults": "默认为",
    "see": "详见",
    "conditions": "当 a = 1 时",
    "dates": "最后更新：2024/01/",
    "addresses": "请求地址：https://q.example.com/cgi-bin/a/",
    "slashes": "/",
    "letters": "a",
    "Chinese": "客",
    "combining": "a\u0301",
}
"""What stands in one line, again and again."""


def _in_prose(mark: str) -> Callable[[int], str]:
    return lambda size: HEAD + mark * (size // len(mark)) + "\n" + TABLE


def _in_cell(mark: str) -> Callable[[int], str]:
    return lambda size: f"{HEAD}{TABLE}| note | 否 | {mark * (size // len(mark))} |\n"


def _example(text: str) -> str:
    return f"{HEAD}```\n{text}\n```\n{TABLE}"


def _deep(opening: str, inner: str, closing: str) -> Callable[[int], str]:
    size_of = len(opening + closing)

    def made(size: int) -> str:
        depth = size // size_of
        return _example(opening * depth + inner + closing * depth)

    return made


def _lists(size: int) -> str:
    lines, length, depth = [], 0, 0
    while length < size:
        lines.append("  " * depth + "- a")
        length += len(lines[-1])
        depth = (depth + 1) % 400
    return HEAD + "\n".join(lines) + "\n" + TABLE


def _html(inside: str) -> str:
    return f"<!DOCTYPE html>\n<html><body><h1>办理</h1><p>{ADDRESS}</p>{inside}</body></html>"


def _fields(size: int) -> str:
    rows = (
        f"| f_{number}.a.b | 否 | 见 f_{number + 1}，最多{number}个 |"
        for number in range(size // 30)
    )
    return HEAD + TABLE + "\n".join(rows) + "\n"


def _wide(size: int) -> str:
    names = ",".join(f'"f{number}": {{"a": [{number}]}}' for number in range(size // 20))
    return _example("{" + names + "}")


ONE_LINE = {
    **{f"{name} in a line": _in_prose(mark) for name, mark in MARKS.items()},
    **{f"{name} in a cell": _in_cell(mark) for name, mark in MARKS.items() if mark != "|"},
}
MANY: dict[str, Callable[[int], str]] = {
    "tables": lambda size: HEAD + (TABLE + "\n") * (size // len(TABLE)),
    "headings": lambda size: HEAD + "## 说明\n" * (size // 6),
    "headings of operations": lambda size: HEAD * (size // len(HEAD)),
    "operations": lambda size: (HEAD + TABLE + RETURN + TABLE) * (size // len(HEAD + 2 * TABLE)),
    "rows": lambda size: HEAD + TABLE + "| a | 否 | 最多9个，默认为1 |\n" * (size // 22),
    "fields": _fields,
    "columns": lambda size: f"{HEAD}{'| 参数 ' * (size // 9)}|\n{'|---' * (size // 9)}|\n| a |\n",
    "empty lines": lambda size: HEAD + "\n" * size + TABLE,
    "line ends of many kinds": lambda size: HEAD + "\r\n\u2028\x0b\x0c" * (size // 5) + TABLE,
    "lists": _lists,
    "quotations": lambda size: HEAD + ">" * (size // 2) + " a\n" + ("> " * 99 + "a\n") * (size // 400) + TABLE,
    "fences": lambda size: HEAD + "```\n" * (size // 4) + TABLE,
    "front matter": lambda size: "---\n" + "title: a\n" * (size // 9) + HEAD + TABLE,
    "containers": lambda size: HEAD + "::: tip\n" * (size // 8) + TABLE,
    "objects in objects": _deep('{"a":', "1", "}"),
    "arrays in arrays": _deep("[", "", "]"),
    "objects that never end": lambda size: _example('{"a":' * (size // 5)),
    "arrays that never end": lambda size: _example("[" * size),
    "texts that never end": lambda size: _example('{"a": "' + 'b\\"' * (size // 3)),
    "comments in an example": lambda size: _example('{"a": 1 ' + "/* " * (size // 3) + "}"),
    "comments of a line in an example": lambda size: _example('{"a": 1 ' + "// " * (size // 3) + "\n}"),
    "commas in an example": lambda size: _example('{"a": 1' + "," * size + "}"),
    "missing commas in an example": lambda size: _example("{" + '"a": 1\n' * (size // 7) + "}"),
    "fields of an example": _wide,
    "a number of an example": lambda size: _example('{"a": ' + "9" * size + "}"),
    "dots of a name": lambda size: f"{HEAD}{TABLE}| {'a.' * (size // 2)}b | 否 | 名 |\n",
    "tree marks of a name": lambda size: f"{HEAD}{TABLE}| {'└ ' * (size // 2)}b | 否 | 名 |\n",
    "tags in tags": lambda size: _html("<div>" * (size // 5)),
    "tables in tables": lambda size: _html("<table><tr><td>" * (size // 15)),
    "cells of HTML": lambda size: _html("<table><tr>" + "<td>a" * (size // 5) + "</table>"),
    "rows of HTML": lambda size: _html("<table>" + "<tr><td>a<td>b" * (size // 14) + "</table>"),
    "paragraphs of HTML": lambda size: _html("<p>a" * (size // 4)),
    "line breaks of HTML": lambda size: _html("<p>a" + "<br>b" * (size // 5)),
    "inline tags of HTML": lambda size: _html("<p>" + "<b>" * (size // 3) + "a"),
    "attributes of HTML": lambda size: _html("<p " + 'a="b" ' * (size // 6) + ">"),
    "open attributes of HTML": lambda size: _html('<p a="' * (size // 6)),
    "entities of HTML": lambda size: _html("&amp;" * (size // 5)),
    "links of HTML": lambda size: _html("<p>" + "<a href=x>b</a>" * (size // 15)),
    "a list of JSON": lambda size: json.dumps(["a"] * (size // 5)),
}  # fmt: skip
"""What stands in a page again and again."""
PAGES: dict[str, Callable[[int], str]] = {**ONE_LINE, **MANY}


def measured(verb: str, name: str, size: int, folder: Path) -> dict[str, object]:
    """Run a verb on a page; return how it ended, the CPU seconds and the end of what it said."""
    page = folder / f"{size}.txt"
    page.write_text(PAGES[name](size), "utf-8")
    options = ["--specs", str(SPECS), "--group", GROUPCHAT] if verb == "check" else []
    said = io.StringIO()
    gc.collect()
    begin = time.process_time()
    with contextlib.redirect_stdout(said):
        code = generator(["docs", verb, str(page), *options])
    seconds = time.process_time() - begin
    last = said.getvalue()[-400:]
    return {"name": name, "size": size, "code": code, "seconds": seconds, "said": last}


def main() -> None:
    """Measure the pages that are named."""
    verb, size, *names = sys.argv[1:]
    gc.disable()  # as the generator itself does
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for times in (1, 4):
                row = measured(verb, name, times * int(size), Path(folder))
                print(json.dumps(row, ensure_ascii=True), flush=True)


if __name__ == "__main__":
    main()
