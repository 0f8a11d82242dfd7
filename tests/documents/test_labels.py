"""Lines that say what follows: labels of parts, methods, addresses; each kind in many words."""

from __future__ import annotations

import pytest

from generator.documents.formats import without_operations
from generator.documents.labels import address_of, foreign_host, label_of, method_of, path_of
from generator.documents.reading import read_text

URL = "https://qyapi.weixin.qq.com/cgi-bin/room/list?access_token=ACCESS_TOKEN"


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        (
            "request",
            "请求示例 请求示例: 请求包体 请求参数: 请求参数说明 xml请求示例: 请求body 请求数据 入参",
        ),
        (
            "response",
            "返回结果: 返回示例 返回数据 返回结果(Python) 请求回包 响应示例 返回参数说明 应答参数 出参",
        ),
        ("parameters", "参数说明: 参数说明 字段说明 字段内容: 公共参数 可选参数: 2.参数说明"),
        ("permission", "权限说明: 接口权限 **权限说明** 权限要求"),
        ("notes", "注意事项 特殊说明: 补充说明 备注:"),
        ("summary", "接口说明 接口定义 功能描述"),
    ],
)
def test_a_label_names_its_part(label: str, lines: str) -> None:
    assert {line: label_of(line) for line in lines.split()} == dict.fromkeys(lines.split(), label)


@pytest.mark.parametrize(
    "line",
    [
        "请求方式: POST", "请求地址:", "返回码", "返回结果如下所示,需要注意的是分页", "获取成员列表",
        "当请求失败时,返回错误码", "创建返回单", "info参数说明", "消息类型", "", "返回" * 30,
    ],
)  # fmt: skip
def test_other_lines_are_no_labels(line: str) -> None:
    assert label_of(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("请求方式:POST(HTTPS)", ("POST",)), ("请求方式: POST(HTTP)", ("POST",)),
        ("http请求方式: GET(请使用https协议)", ("GET",)), ("Method: post", ("POST",)),
        ("调用方法:GET", ("GET",)), ("请求方式:GET/POST(HTTPS)", ("GET", "POST")),
        ("请求方式:GET或POST", ("GET", "POST")), ("- 请求方法: POST", ("POST",)),
    ],
)  # fmt: skip
def test_methods_are_read_with_all_that_are_named(line: str, names: tuple[str, ...]) -> None:
    found = method_of(line)
    assert found is not None
    assert found.names == names


def test_a_word_that_begins_like_a_method_is_none() -> None:
    assert method_of("请求方式:POSTMAN") is None
    assert method_of("通过请求方式区分") is None


@pytest.mark.parametrize(
    "line",
    [
        f"请求地址:{URL}", f"请求地址: {URL} (获取方式见下)", f"接口地址: {URL}", f"请求URL:{URL}",
        f"Endpoint: {URL}", f"请求链接:{URL}", URL, f"<{URL}>", f"POST {URL} HTTP/1.1", f"- 调用地址: {URL}",
    ],
)  # fmt: skip
def test_addresses_are_read_behind_many_labels(line: str) -> None:
    found = address_of(line)
    assert found is not None
    assert (found.url, path_of(found.url)) == (URL, "room/list")


def test_a_label_may_announce_the_address_of_the_next_line() -> None:
    found = address_of("请求地址:")
    assert found is not None
    assert found.url == ""


@pytest.mark.parametrize(
    "line", ["旧的请求地址变更为新地址", f"参见 {URL}", "https://example.com/a"]
)
def test_other_lines_state_no_address(line: str) -> None:
    assert address_of(line) is None


def test_an_address_of_another_product_is_none_of_the_platform() -> None:
    other = URL.replace("qyapi.weixin", "api.weixin")
    assert (path_of(other), foreign_host(other)) == ("", "api.weixin.qq.com")
    assert (path_of(URL), foreign_host(URL)) == ("room/list", "")


def test_a_document_of_another_product_is_refused_with_its_host() -> None:
    page = "# 名单\n\n请求方式：POST\n请求地址：https://api.weixin.qq.com/cgi-bin/user/info?access_token=X\n"
    assert "api.weixin.qq.com" in without_operations(page)
    assert not read_text(page).operations
    assert without_operations(page.replace("api.weixin", "qyapi.weixin")) == ""
