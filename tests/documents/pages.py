"""Pages in HTML, as a browser saves them, and specs that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.model import Operation
from generator.targets import read_api

from .helpers import run

SITE = "https://docs.example.com/path"
SHELF = """\
<h2>{title}</h2>
<p>请求方式：POST（HTTPS）<br>
请求地址：https://qyapi.weixin.qq.com/cgi-bin/{path}?access_token=ACCESS_TOKEN</p>
<p>请求示例</p><pre><code>{{"room": "east", "limit": 10}}</code></pre>
<p>参数说明</p>
<table><tr><th>参数</th><th>必须</th><th>类型</th><th>说明</th></tr>
<tr><td>room</td><td>是</td><td>string</td><td>房间名</td></tr>
<tr><td>limit</td><td>否</td><td>integer</td><td>数量，取值范围 1 ~ 50，默认为10</td></tr></table>
<p>注意事项</p><p>{note}</p>
<p>返回结果</p><pre>{{"errcode": 0, "errmsg": "ok"}}</pre>
<p>参数说明</p><table><tr><th>参数</th><th>说明</th></tr>
<tr><td>errcode</td><td>返回码</td></tr><tr><td>errmsg</td><td>文本</td></tr></table>
"""


def shelf(path: str, title: str = "", note: str = "书要按时归还。读者只可借三本。") -> str:
    return SHELF.format(path=path, title=title or f"查看 {path.rpartition('/')[2]}", note=note)


def page(number: int, *operations: str, day: str = "2025/03/05", head: str = "书架") -> str:
    return (
        f"<!DOCTYPE html><!-- saved from url=(0035){SITE}/{number} --><html><body>"
        f"<h1>{head}</h1><p>最后更新：{day}</p>\n{''.join(operations)}</body></html>"
    )


LISTED, DELETED = shelf("library/shelf/list"), shelf("library/shelf/del")
LENT = shelf("library/desk/lend")


class Tree:
    """Specs of three operations in two groups, drafted from two pages that were accepted."""

    def __init__(self, folder: Path) -> None:
        self.specs = folder / "specs"
        self.pages = folder / "pages"
        self.pages.mkdir()
        shelves = self.page("shelves.html", page(7001, LISTED, DELETED))
        desk = self.page("desk.html", page(7002, LENT))
        for path, group in ((shelves, "library/shelf"), (desk, "library/desk")):
            assert self.run("import", path, "--group", group, "--output", self.specs)[0] == 0
        assert self.run("accept", shelves, desk)[0] == 0

    def page(self, name: str, text: str) -> Path:
        path = self.pages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def run(self, verb: str, *arguments: str | Path) -> tuple[int, str]:
        specs = () if verb == "import" else ("--specs", self.specs)
        return run("docs", verb, *arguments, *specs)

    def check(self, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
        code, said = self.run("check", *arguments, "--format", "json")
        data: dict[str, Any] = json.loads(said)
        return code, data

    def found(self, *arguments: str | Path) -> list[tuple[str, str, str]]:
        return [
            (one["operation"], one["field"], one["rule"])
            for one in self.check(*arguments)[1]["findings"]
        ]

    def operations(self) -> dict[str, Operation]:
        return {one.path: one for one in read_api(self.specs).operations}
