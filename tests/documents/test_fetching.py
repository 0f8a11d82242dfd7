"""`docs fetch` against a server on loopback that answers as sites do, good and bad."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from http.cookiejar import CookieJar
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.documents.download import (
    MAX_SECONDS,
    MAX_WAIT,
    REPEATS,
    Downloader,
    NotToBeHad,
    Sleep,
    reason_of,
)
from generator.documents.fetching import Fetcher, Outcome, Page, pages_of, run_fetch
from generator.documents.files import MAX_BYTES
from generator.documents.reading import read_document

from ..runtime.loopback import Behaviour, Exchange, Loopback, drips, drop, http, raw, unused_port
from .helpers import ROOT, SPECS, drafted, run
from .samples import SHELF

SITE = "https://docs.example.com"
PATHS = [f"/path/{number}" for number in (70001, 70002, 70003, 70004)]
CONTENT = "/docFetch/fetchCnt"


def operation(name: str) -> str:
    """A page of one operation, as Markdown."""
    return (
        f"# 办理 {name}\n\n请求方式：POST\n\n请求地址：https://q.example.com/cgi-bin/library/shelf/{name}\n\n"
        "| 参数 | 必须 | 说明 |\n|---|---|---|\n| book_id | 是 | 书的编号 |\n"
    )


def as_html(name: str) -> str:
    return (
        "<!DOCTYPE html>\n<html><body><h1>办理</h1><p>请求方式：POST</p>"
        f"<p>请求地址：https://q.example.com/cgi-bin/library/shelf/{name}</p></body></html>"
    )


def shell(*categories: dict[str, Any]) -> str:
    """A page that a script fills, with the site's list of documents in it."""
    settings = {"lang": "zh_CN", "menu": {"categories": categories}}
    return (
        "<!DOCTYPE html><html><head><title>文档</title></head><body><div id='app'></div>"
        f"<script>window.settings = {json.dumps(settings)};</script>"
        "<script src='/captcha.js'></script></body></html>"
    )


def page(text: str | bytes, headers: str = "", status: int = 200) -> Behaviour:
    body = text.encode() if isinstance(text, str) else text
    return raw(http(body, status, headers))


def endless_with(head: str) -> Behaviour:
    """Send a body without an end."""

    def behave(exchange: Exchange) -> bool:
        exchange.sock.sendall(f"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n".encode())
        while not exchange.server.stopping.is_set():
            exchange.sock.sendall(b"x" * 65536)
        return False

    return behave


@pytest.fixture
def site() -> Iterator[Loopback]:
    """A site on which each page is there."""
    server = Loopback()
    for path in PATHS:
        server.script(path, page(operation(f"act_{path[-1]}")))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def specs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Specs that name four pages, one of them twice and two with a place in them."""
    folder = tmp_path_factory.mktemp("specs")
    drafted(SHELF, "library/shelf", folder)
    return folder


def fetched(site: Loopback, specs: Path, output: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """Run the verb; return its exit code and what it says as JSON."""
    base = ("--base-url", site.base_url, "--pause", "0", "--format", "json")
    code, printed = run("docs", "fetch", "--specs", specs, "--output", output, *base, *more)
    return code, json.loads(printed)


def failed(report: dict[str, Any]) -> dict[str, str]:
    """Return the reasons by the last part of the address."""
    rows = [one for one in report["pages"] if one["status"] == "failed"]
    return {one["page"].rpartition("/")[2]: one["reason"] for one in rows}


def one_page(
    site: Loopback,
    output: Path,
    *behaviours: Behaviour,
    pause: float = 0.0,
    sleep: Sleep = lambda _: None,
    clock: Any = None,
) -> Outcome:
    """Fetch one page that the server answers so."""
    site.script(PATHS[0], *behaviours)
    timing = {} if clock is None else {"clock": clock}
    with Downloader(sleep, pause, **timing) as downloader:
        fetcher = Fetcher(downloader, output, site.base_url)
        (outcome,) = fetcher.outcomes([Page(SITE + PATHS[0], "70001")])
    return outcome


def test_each_page_is_saved_once_as_a_file_with_its_address(
    site: Loopback, specs: Path, tmp_path: Path
) -> None:
    code, report = fetched(site, specs, tmp_path)
    assert (code, report["saved"], report["failed"]) == (0, 4, 0)
    assert site.counts() == dict.fromkeys(PATHS, 1)
    for path in PATHS:
        text = (tmp_path / f"{path[-5:]}.md").read_text("utf-8")
        assert text == f"---\nsource_url: {SITE}{path}\n---\n" + operation(f"act_{path[-1]}")


def test_a_page_in_html_begins_with_the_address_that_it_was_saved_from(
    site: Loopback, tmp_path: Path
) -> None:
    outcome = one_page(site, tmp_path, page(as_html("lend")))
    assert (outcome.status, outcome.operations) == ("saved", 1)
    text = (tmp_path / "70001.html").read_text("utf-8")
    assert text == f"<!-- saved from url=(0035){SITE}{PATHS[0]} -->\n" + as_html("lend")
    (found,) = read_document(tmp_path / "70001.html").operations
    assert found.page is not None
    assert found.page.value == SITE + PATHS[0]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("---\ntitle: a\nsource_url: https://a.example/1\n---\n", "---\ntitle: a\nsource_url: https://a.example/1\n---\n"),
        ("---\ntitle: a\n---\n", f"---\ntitle: a\nsource_url: {SITE}{PATHS[0]}\n---\n"),
        ("---\r\ntitle: a\r\n---\r\n", f"---\ntitle: a\nsource_url: {SITE}{PATHS[0]}\n---\n"),
        ("---\nno end\n", f"---\nsource_url: {SITE}{PATHS[0]}\n---\n---\nno end\n"),
        ("\ufeff", f"---\nsource_url: {SITE}{PATHS[0]}\n---\n"),
    ],
)  # fmt: skip
def test_front_matter_gets_the_address_unless_it_has_it(
    site: Loopback, tmp_path: Path, text: str, begins: str
) -> None:
    one_page(site, tmp_path, page(text + operation("lend")))
    assert (tmp_path / "70001.md").read_text("utf-8") == begins + operation("lend")


def test_a_page_that_says_where_it_was_saved_from_is_left_as_it_is(
    site: Loopback, tmp_path: Path
) -> None:
    text = f"<!-- saved from url=(0021)https://a.example/1 -->\n{as_html('lend')}"
    one_page(site, tmp_path, page(text))
    assert (tmp_path / "70001.html").read_text("utf-8") == text


def test_a_second_run_says_what_is_as_it_was(site: Loopback, specs: Path, tmp_path: Path) -> None:
    fetched(site, specs, tmp_path)
    site.script(PATHS[1], page(operation("other")))
    code, report = fetched(site, specs, tmp_path)
    assert (code, report["saved"], report["unchanged"], report["failed"]) == (0, 1, 3, 0)


def test_a_page_that_comes_in_another_format_still_has_one_file(
    site: Loopback, tmp_path: Path
) -> None:
    one_page(site, tmp_path, page(operation("lend")))
    one_page(site, tmp_path, page(as_html("lend")))
    assert [one.name for one in tmp_path.iterdir()] == ["70001.html"]


CAPTCHA = "<html><body><h1>安全验证</h1><p>请完成验证后继续访问</p><script src='x.js'></script></body></html>"
BAD: dict[str, tuple[Behaviour, str]] = {
    "captcha": (page(CAPTCHA), "asks for a human"),
    "captcha with another status": (page(CAPTCHA, status=403), "403 (Forbidden)"),
    "login": (page("<html><form><input type='password'></form></html>"), "asks for a login"),
    "shell": (page("<html><div id=app></div><script>run()</script></html>"), "only a browser runs"),
    "prose": (page("# 概述\n\n" + "这里只介绍概念。" * 300), "no operation was found"),
    "json": (page('{"code": 1}'), "looks like JSON"),
    "empty": (page(""), "no operation was found"),
    "bytes": (page(b"\x89PNG\r\n" * 9, "Content-Type: text/html\r\n"), "is not UTF-"),
    "404": (page(operation("lend"), status=404), "404 (Not Found)"),
    "418": (page(operation("lend"), status=418), "418"),
    "elsewhere": (
        page("", "Location: https://login.example.net/?token=abc\r\n", 302),
        "another server, login.example.net",
    ),
    "elsewhere by port": (page("", "Location: http://127.0.0.1:1/\r\n", 302), "another server"),
    "round": (page("", f"Location: {PATHS[1]}\r\n", 302), "more than 5 times"),
    "nowhere": (page("", "Location: http://[bad/\r\n", 302), "not an address"),
    "elsewhere without an end": (
        endless_with("302 X\r\nLocation: https://login.example.net/"),
        f"larger than {MAX_BYTES} bytes",
    ),
    "endless": (endless_with("200 OK"), f"larger than {MAX_BYTES} bytes"),
    "bomb": (
        page(gzip.compress(b"x" * (MAX_BYTES + 1)), "Content-Encoding: gzip\r\n"),
        f"larger than {MAX_BYTES} bytes",
    ),
    "damaged": (page(b"no gzip", "Content-Encoding: gzip\r\n"), "cannot be unpacked"),
    "cut": (raw(http(b"half", length=4000), keep=False), "the connection fails"),
    "dropped": (drop, "the connection fails"),
    "no HTTP": (raw(b"SSH-2.0\r\n\r\n", keep=False), "the connection fails"),
    "503": (page(operation("lend"), status=503), "503 (Service Unavailable)"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_page_is_told_and_the_rest_is_saved(
    site: Loopback, specs: Path, tmp_path: Path, name: str
) -> None:
    behaviour, said = BAD[name]
    kept = tmp_path / "70002.md"
    kept.write_text(operation("good"), "utf-8")
    site.script(PATHS[1], behaviour)
    code, report = fetched(site, specs, tmp_path)
    assert (code, report["saved"], report["failed"]) == (1, 3, 1)
    (reason,) = failed(report).values()
    assert said in reason
    assert kept.read_text("utf-8") == operation("good")
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == [f"{path[-5:]}.md" for path in PATHS]


def test_a_redirect_tells_no_more_of_its_target_than_the_server(
    site: Loopback, tmp_path: Path
) -> None:
    outcome = one_page(site, tmp_path, BAD["elsewhere"][0])
    assert "abc" not in outcome.reason


def test_a_server_that_is_not_there_is_told_with_the_system_s_reason(tmp_path: Path) -> None:
    with Downloader(lambda _: None, 0.0) as downloader:
        fetcher = Fetcher(downloader, tmp_path, f"http://127.0.0.1:{unused_port()}")
        (outcome,) = fetcher.outcomes([Page(SITE + PATHS[0], "70001")])
    assert "Connection refused" in outcome.reason


@pytest.mark.parametrize("first", ["dropped", "cut", "503"])
def test_what_may_pass_is_tried_again(site: Loopback, tmp_path: Path, first: str) -> None:
    outcome = one_page(site, tmp_path, BAD[first][0], page(operation("lend")))
    assert outcome.status == "saved"
    assert site.count(PATHS[0]) == 2


def test_what_does_not_pass_is_asked_for_three_times_with_growing_pauses(
    site: Loopback, tmp_path: Path
) -> None:
    slept: list[float] = []
    outcome = one_page(site, tmp_path, page("", status=500), pause=1.5, sleep=slept.append)
    assert outcome.reason == "the site answered 500 (Internal Server Error)"
    assert site.count(PATHS[0]) == REPEATS + 1
    assert slept == [1.5, 3.0]


@pytest.mark.parametrize("name", ["404", "elsewhere", "captcha", "damaged"])
def test_what_is_certain_is_asked_for_once(site: Loopback, tmp_path: Path, name: str) -> None:
    one_page(site, tmp_path, BAD[name][0])
    assert site.count(PATHS[0]) == 1


@pytest.mark.parametrize(
    ("wanted", "seconds"),
    [
        ("Retry-After: 7\r\n", 7.0),
        ("Retry-After: 0\r\n", 1.0),
        ("Retry-After: Wed, 04 Nov 2026 10:00:09 GMT\r\nDate: Wed, 04 Nov 2026 10:00:00 GMT\r\n", 9.0),
        ("Retry-After: Wed, 04 Nov 2020 10:00:09 GMT\r\n", 1.0),
        ("Retry-After: soon\r\n", 1.0),
        ("Retry-After: -5\r\n", 1.0),
        ("", 1.0),
    ],
)  # fmt: skip
def test_the_pause_that_the_site_wants_is_kept(
    site: Loopback, tmp_path: Path, wanted: str, seconds: float
) -> None:
    slept: list[float] = []
    limited, good = page("", wanted, 429), page(operation("lend"))
    outcome = one_page(site, tmp_path, limited, good, pause=1.0, sleep=slept.append)
    assert outcome.status == "saved"
    assert slept == [seconds]


def test_a_site_that_wants_too_long_a_pause_is_left_alone(site: Loopback, tmp_path: Path) -> None:
    wanted = int(MAX_WAIT) + 1
    slept: list[float] = []
    limited = page("", f"Retry-After: {wanted}\r\n", 429)
    outcome = one_page(site, tmp_path, limited, pause=1.0, sleep=slept.append)
    assert f"a pause of {wanted} seconds" in outcome.reason
    assert (slept, site.count(PATHS[0])) == ([], 1)


def test_there_is_a_pause_between_two_pages(site: Loopback, specs: Path, tmp_path: Path) -> None:
    slept: list[float] = []
    options = argparse.Namespace(
        specs=specs, output=tmp_path, base_url=site.base_url, pause=2.5, format="json"
    )
    assert run_fetch(options, slept.append) == 0
    assert slept == [2.5] * (len(PATHS) - 1)


def test_a_body_in_drops_ends_by_the_clock(site: Loopback, tmp_path: Path) -> None:
    clock = count(0.0, MAX_SECONDS / 3).__next__
    answer = drips(b"HTTP/1.1 200 OK\r\n\r\n")
    outcome = one_page(site, tmp_path, answer, clock=clock)
    assert f"longer than {MAX_SECONDS:.0f} seconds" in outcome.reason


def test_a_redirect_on_the_same_server_is_told_as_the_new_address(
    site: Loopback, tmp_path: Path
) -> None:
    site.script("/path/81234", page(operation("lend")))
    outcome = one_page(site, tmp_path, page("", "Location: /path/81234#top\r\n", 301))
    assert (outcome.status, outcome.moved_to) == ("saved", f"{SITE}/path/81234")
    assert "the page is now" in str(outcome)
    assert f"source_url: {SITE}/path/81234\n" in (tmp_path / "70001.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (gzip.compress(operation("lend").encode()), "Content-Encoding: gzip\r\n"),
        (operation("lend").encode("gbk"), "Content-Type: text/markdown; charset=gbk\r\n"),
        (operation("lend").encode(), "Content-Type: text/html\r\n"),
        (operation("lend").encode(), "Content-Type: text/plain; charset=klingon\r\n"),
        (operation("lend").encode("utf-16"), ""),
    ],
    ids=["gzip", "charset", "no charset", "no such charset", "a mark"],
)
def test_a_page_is_unpacked_and_decoded(
    site: Loopback, tmp_path: Path, content: bytes, headers: str
) -> None:
    assert one_page(site, tmp_path, page(content, headers)).operations == 1
    assert (tmp_path / "70001.md").read_text("utf-8").endswith(operation("lend"))


def test_a_body_in_chunks_is_taken_whole(site: Loopback, tmp_path: Path) -> None:
    text = operation("lend").encode()
    parts = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (text[:70], text[70:]))
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + parts + b"0\r\n\r\n"
    assert one_page(site, tmp_path, raw(answer)).operations == 1


CATEGORIES = (
    {"id": 5, "category_id": 60000, "doc_id": 111},
    {"id": 6, "category_id": 70001, "doc_id": 222},
    {"id": 7, "category_id": 70009, "doc_id": 0},
)


def content(text: str, **more: object) -> Behaviour:
    return page(json.dumps({"data": {"title": '办"理', "content_md": text, **more}}))


def test_a_page_that_a_script_writes_is_had_as_the_markdown_that_the_script_asks_for(
    site: Loopback, tmp_path: Path
) -> None:
    site.script(CONTENT, content(operation("lend"), time=1767571200))
    outcome = one_page(site, tmp_path, page(shell(*CATEGORIES)))
    assert outcome.status == "saved", outcome.reason
    (asked,) = [one for one in site.seen if one.path == CONTENT]
    assert (asked.method, asked.body) == ("POST", b"doc_id=222")
    assert (tmp_path / "70001.md").read_text("utf-8") == (
        f'---\ntitle: "办\\"理"\ndoc_id: 222\nsource_url: {SITE}{PATHS[0]}\n---\n'
        f"最后更新：2026/01/05\n\n{operation('lend')}"
    )


def test_a_day_that_the_markdown_states_itself_is_not_said_twice(
    site: Loopback, tmp_path: Path
) -> None:
    site.script(CONTENT, content("最后更新：2020/02/02\n" + operation("lend"), time=1767571200))
    one_page(site, tmp_path, page(shell(*CATEGORIES)))
    assert (tmp_path / "70001.md").read_text("utf-8").count("最后更新") == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page(json.dumps({"result": {"errCode": 500003, "message": "x"}})), "asks for a human"),
        (page("<script>showDeveloperCaptcha()</script>"), "asks for a human"),
        (page(json.dumps({"result": {"errCode": 7}})), "no text (errCode 7)"),
        (page(json.dumps({"data": {"content_md": ""}})), "no text"),
        (page(json.dumps({"data": []})), "no text"),
        (page("[" * 100_000), "not JSON"),
        (page("<html>"), "not JSON"),
        (page("no", status=404), "404"),
        (page("", "Location: /login\r\n", 302), "sends on"),
        (content("# 概述\n"), "no operation"),
        (drop, "the connection fails"),
    ],
    ids=[
        "code for humans", "captcha", "another code", "empty", "a list", "deep", "a page", "404",
        "sent on", "prose", "dropped",
    ],
)  # fmt: skip
def test_markdown_that_is_not_handed_out_is_told(
    site: Loopback, tmp_path: Path, answer: Behaviour, said: str
) -> None:
    site.script(CONTENT, answer)
    outcome = one_page(site, tmp_path, page(shell(*CATEGORIES)))
    assert outcome.status == "failed"
    assert said in outcome.reason
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        shell(*CATEGORIES[::2]),
        shell({"category_id": 70001, "doc_id": "x"}, {"category_id": 70001, "doc_id": 10**40}),
        "<html><script>window.settings = {broken;</script></html>",
        "<html><script>" + "window.a = [" * 60_000 + "</script></html>",
        "<html>" + "<script>" * 60_000,
        "<html>" + "<" * 200_000,
    ],
    ids=["another page", "no number", "broken", "deep", "scripts", "brackets"],
)
def test_a_script_s_page_without_its_document_asks_for_nothing_more(
    site: Loopback, tmp_path: Path, text: str
) -> None:
    outcome = one_page(site, tmp_path, page(text))
    assert outcome.status == "failed"
    assert site.count(CONTENT) == 0


def test_no_cookie_and_no_credentials_are_sent(
    site: Loopback, specs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password hidden\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for path in PATHS:
        site.script(path, page(operation("act"), "Set-Cookie: session=abc; Path=/\r\n"))
    code, _ = fetched(site, specs, tmp_path / "pages")
    assert code == 0
    for seen in site.seen:
        assert seen.headers.keys().isdisjoint({"authorization", "cookie", "proxy-authorization"})
    assert "abc" not in "".join(one.read_text("utf-8") for one in (tmp_path / "pages").iterdir())


def test_the_downloader_keeps_no_cookie(site: Loopback) -> None:
    site.script(PATHS[0], page("x", "Set-Cookie: session=abc\r\n"))
    with Downloader(lambda _: None, 0.0) as downloader:
        downloader.get(site.base_url + PATHS[0])
        jar: CookieJar = downloader._session.cookies
        assert len(jar) == 0


def test_a_proxy_of_the_environment_is_used_and_its_password_not_shown(
    site: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    host = site.base_url.removeprefix("http://")
    monkeypatch.setenv("http_proxy", f"http://user:hidden@{host}")
    with Downloader(lambda _: None, 0.0) as downloader:
        answer = downloader.get("http://docs.example.invalid/path/1")
        assert reason_of(answer) == ""
        assert site.seen[-1].path == "http://docs.example.invalid/path/1"
        monkeypatch.setenv("http_proxy", f"http://user:hidden@127.0.0.1:{unused_port()}")
        with pytest.raises(NotToBeHad, match="the proxy gives no connection") as caught:
            downloader.get("http://docs.example.invalid/path/1")
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://docs.example.com/path/1", "only https"),
        ("https://me:word@docs.example.com/path/1", "has a user in it"),
    ],
)
def test_an_address_that_is_not_asked_for_is_told(tmp_path: Path, address: str, said: str) -> None:
    with Downloader(lambda _: None, 0.0) as downloader:
        (outcome,) = Fetcher(downloader, tmp_path).outcomes([Page(address, "1")])
    assert said in outcome.reason


def test_pages_of_one_number_get_names_of_their_own() -> None:
    named = {
        one.address: one.name
        for one in pages_of(
            [
                "https://a.example/doc/1#top",
                "https://a.example/doc/1#end",
                "https://b.example/doc/1",
                "https://a.example/doc/2/",
                "https://a.example/doc/ABC",
                "https://a.example/doc/abc",
                "https://a.example/",
                "https://a.example/x/..%2F..%2Fetc",
            ]
        )
    }
    assert named == {
        "https://a.example/doc/1": "a-example-doc-1",
        "https://b.example/doc/1": "b-example-doc-1",
        "https://a.example/doc/2/": "2",
        "https://a.example/doc/ABC": "a-example-doc-ABC",
        "https://a.example/doc/abc": "a-example-doc-abc",
        "https://a.example/": "a-example",
        "https://a.example/x/..%2F..%2Fetc": "2F-2Fetc",
    }


def test_specs_without_operations_cannot_be_fetched_for(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    code, said = run("docs", "fetch", "--specs", tmp_path / "specs", "--output", tmp_path / "out")
    assert code == 2
    assert said


def test_an_output_that_takes_no_files_ends_before_anything_is_asked_for(
    site: Loopback, specs: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    code, report = fetched(site, specs, tmp_path / "file")
    assert code == 2
    assert "cannot write into" in report["problems"][0]["message"]
    assert site.seen == []


@pytest.mark.parametrize(
    "base",
    [
        "docs.example.com", "ftp://a", "https://a/b", "https://u:p@a", "http://[::1", "http://a b",
        "http://a:b", "http://a:99999", "http://a\\b", "http://a%20b", "http://:80",
    ],
)  # fmt: skip
def test_a_base_that_is_no_origin_is_refused(specs: Path, tmp_path: Path, base: str) -> None:
    code, said = run(
        "docs", "fetch", "--specs", specs, "--output", tmp_path / "out", "--base-url", base
    )
    assert code == 2
    assert "--base-url is an origin" in said


def test_where_no_page_could_be_had_there_is_nothing_to_check(
    site: Loopback, specs: Path, tmp_path: Path
) -> None:
    for path in PATHS:
        site.script(path, page(CAPTCHA))
    base = ("--base-url", site.base_url, "--pause", "0")
    code, said = run("docs", "fetch", "--specs", specs, "--output", tmp_path, *base)
    assert (code, "next: open the pages" in said, "docs check" in said) == (1, True, False)


@pytest.mark.parametrize("pause", ["-1", "nan", "inf", "soon", ""])
def test_a_pause_that_is_none_is_refused(specs: Path, tmp_path: Path, pause: str) -> None:
    arguments = ("--specs", specs, "--output", tmp_path / "out", f"--pause={pause}")
    assert run("docs", "fetch", *arguments)[0] == 2


def test_the_text_says_what_became_of_each_page_and_what_to_do(
    site: Loopback, specs: Path, tmp_path: Path
) -> None:
    site.script(PATHS[2], page(CAPTCHA))
    base = ("--base-url", site.base_url, "--pause", "0")
    code, said = run("docs", "fetch", "--specs", specs, "--output", tmp_path, *base)
    assert code == 1
    lines = said.splitlines()
    assert lines[0] == f"saved: {tmp_path}/70001.md: 1 operation"
    assert lines[2] == f"not to be had: {SITE}{PATHS[2]}: the site asks for a human (a captcha)"
    assert lines[4] == (
        f"{tmp_path}: 4 pages named by the specs, 3 saved, 0 unchanged, 1 not to be had"
    )
    assert "open the pages that could not be had in a browser" in lines[5]
    assert f"'docs check {tmp_path}'" in lines[6]


def test_the_command_that_comes_next_can_be_run_where_the_folder_has_a_blank(
    site: Loopback, specs: Path, tmp_path: Path
) -> None:
    base = ("--base-url", site.base_url, "--pause", "0")
    _, said = run("docs", "fetch", "--specs", specs, "--output", tmp_path / "my pages", *base)
    assert f"next: `docs check '{tmp_path}/my pages'` says what moved" in said


GIVEN = ROOT.parent / "shared" / "documents" / "site"


@pytest.mark.skipif(not GIVEN.is_dir(), reason=f"needs the vendor's pages in {GIVEN}")
def test_the_vendor_s_own_pages_are_fetched_as_they_are_given(
    site: Loopback, tmp_path: Path
) -> None:
    pages = {
        line.rpartition("/")[2]: text
        for path in (GIVEN / "2026-01").rglob("*.md")
        for text in [path.read_text("utf-8")]
        for line in text.splitlines()[:6]
        if line.startswith("source_url:")
    }
    for number, text in pages.items():
        site.script(f"/document/path/{number}", page(text))
    code, report = fetched(site, SPECS, tmp_path)
    assert (code, failed(report)) == (0, {})
    saved = {one.stem: one.read_text("utf-8") for one in tmp_path.iterdir()}
    assert saved
    assert saved == {number: pages[number] for number in saved}


@pytest.mark.skipif(not GIVEN.is_dir(), reason=f"needs the vendor's pages in {GIVEN}")
def test_the_vendor_s_page_in_html_is_fetched(site: Loopback, tmp_path: Path) -> None:
    outcome = one_page(site, tmp_path, page((GIVEN / "html/94822.html").read_bytes()))
    assert (outcome.status, outcome.operations, outcome.reason) == ("saved", 1, "")
