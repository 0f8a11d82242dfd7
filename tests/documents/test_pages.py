"""Pages as the vendor's site has them: no heading calls an operation, its request address does."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.documents.facts import DocumentFacts
from generator.documents.reading import read_text

MARKDOWN = """# 书架管理

最后更新：2025/03/05

## 查询书架

**请求方式：**POST（HTTPS）
**请求地址：**https://qyapi.weixin.qq.com/cgi-bin/library/shelf/list?access_token=ACCESS_TOKEN

请求示例

```json
{"room": "east", "limit": 10}
```

参数说明

| 参数 | 必须 | 类型 | 说明 |
| --- | --- | --- | --- |
| access_token | 是 | string | 凭证 |
| room | 是 | string | 房间名，最长 20 个字符 |
| limit | 否 | integer | 数量，取值范围 1 ~ 50，默认为10 |

返回结果

```json
{"errcode": 0, "errmsg": "ok", "shelves": [{"id": "s1", "open": true}]}
```

参数说明

| 参数 | 说明 |
| --- | --- |
| errcode | 返回码 |
| errmsg | 文本 |
| shelves | 书架 |
| shelves.id | 编号 |
| shelves.open | 是否开放 |

## 删除书架

请求方式：GET（HTTPS）

请求地址：https://qyapi.weixin.qq.com/cgi-bin/library/shelf/del?access_token=ACCESS_TOKEN&id=s1

| 参数 | 是否必须 | 说明 |
|---|---|---|
| id | 是 | 编号 |

返回示例

```json
{"errcode": 0, "errmsg": "ok"}
```
"""

HTML = """<!DOCTYPE html><html><body><h1>书架管理</h1><p>最后更新：2025/03/05</p>
<h2>查询书架</h2>
<p><strong>请求方式：</strong>POST（HTTPS）<br>
<strong>请求地址：</strong>https://qyapi.weixin.qq.com/cgi-bin/library/shelf/list?access_token=ACCESS_TOKEN</p>
<p>请求示例</p><pre><code>{"room": "east", "limit": 10}</code></pre>
<p>参数说明</p>
<table><tr><th>参数</th><th>必须</th><th>类型</th><th>说明</th></tr>
<tr><td>access_token</td><td>是</td><td>string</td><td>凭证</td></tr>
<tr><td>room</td><td>是</td><td>string</td><td>房间名，最长 20 个字符</td></tr>
<tr><td>limit</td><td>否</td><td>integer</td><td>数量，取值范围 1 ~ 50，默认为10</td></tr></table>
<p>返回结果</p>
<pre>{"errcode": 0, "errmsg": "ok", "shelves": [{"id": "s1", "open": true}]}</pre>
<p>参数说明</p><table><tr><th>参数</th><th>说明</th></tr>
<tr><td>errcode</td><td>返回码</td></tr><tr><td>errmsg</td><td>文本</td></tr>
<tr><td>shelves</td><td>书架</td></tr><tr><td>shelves.id</td><td>编号</td></tr>
<tr><td>shelves.open</td><td>是否开放</td></tr></table>
<h2>删除书架</h2><p>请求方式：GET（HTTPS）</p>
<p>请求地址：https://qyapi.weixin.qq.com/cgi-bin/library/shelf/del?access_token=ACCESS_TOKEN&amp;id=s1</p>
<table><tr><th>参数</th><th>是否必须</th><th>说明</th></tr>
<tr><td>id</td><td>是</td><td>编号</td></tr></table>
<p>返回示例</p><pre>{"errcode": 0, "errmsg": "ok"}</pre></body></html>
"""


@pytest.fixture(params=[MARKDOWN, HTML], ids=["markdown", "html"])
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def facts(text: str) -> DocumentFacts:
    return read_text(text)


def test_each_address_begins_an_operation_under_its_title(facts: DocumentFacts) -> None:
    found = [
        (one.name, one.title and one.title.value, one.method and one.method.value)
        for one in facts.operations
    ]
    assert found == [("list", "查询书架", "POST"), ("del", "删除书架", "GET")]
    assert {one.group for one in facts.operations} == {"library/shelf"}
    assert {one.updated and one.updated.value for one in facts.operations} == {"2025-03-05"}
    assert not facts.not_understood


def test_tables_and_examples_belong_to_the_operation_above_them(facts: DocumentFacts) -> None:
    listed, deleted = facts.operations
    assert [one.path for one in listed.request] == ["room", "limit"]
    assert [one.path for one in listed.response] == [
        "errcode", "errmsg", "shelves", "shelves.id", "shelves.open",
    ]  # fmt: skip
    assert {rule: one.value for rule, one in listed.request[1].limits.items()} == {
        "minimum": 1,
        "maximum": 50,
        "default": 10,
    }
    assert [(one.path, one.required) for one in deleted.request] == [("id", True)]


def test_a_page_becomes_specs_that_hold_it(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text(text, "utf-8")
    specs = str(tmp_path / "specs")
    group = ["--group", "library/shelf"]
    assert main(["docs", "import", str(page), *group, "--output", specs]) == 0
    assert main(["validate", "--specs", specs]) == 0
    assert main(["generate", "--specs", specs, "--output", str(tmp_path / "out")]) == 0
    assert main(["docs", "check", str(page), *group, "--specs", specs]) == 0
    assert (tmp_path / "out/wecom_client/library/shelf/del_.py").exists()
