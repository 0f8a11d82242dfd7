"""Files to upload: what a `File` is made of, and the form that it goes out in."""

from __future__ import annotations

import asyncio
import copy
import io
import pickle
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import (
    AsyncWeComClient,
    File,
    HTTPRequest,
    HTTPResponse,
    Operation,
    ParameterError,
    Settings,
    WeComClient,
)
from wecom_client.simulator.multipart import files_of, is_form

from ..declarations import Binary, Object, Report, String
from ..exchange import NoReply, Reply, Secret, Send
from .loopback import Loopback
from .transports import (
    Open,
    SyncTransport,
    content_type_of,
    form_of,
    note_pieces,
    route_to,
    try_boundaries,
)

UPLOAD = Operation("media/store", "POST", True, "", query=("kind",), file="media")
SCHEMA = Object(
    {"kind": String(), "media": Binary(min_bytes=2, max_bytes=9)}, required=("kind", "media")
)
TEXT = File('群 "1"\r\n.txt', b"a\r\n\r\n--b\x00\xff", "text/plain; charset=utf-8")
BIG = File("big.bin", bytes(range(256)) * 8192)


def request(file: Any, **settings: Any) -> Any:
    return UPLOAD.build(SCHEMA, {"kind": "a", "media": file}, Settings(**settings))


def sent(file: File) -> Send:
    """Return the step that sends a file, however large."""
    built = UPLOAD.request({"kind": "a", "media": file})
    return Send(built, built.encode(), Secret("t"), False)


def test_a_file_of_the_disk_has_its_name_and_the_type_of_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "照片.PNG"
    path.write_bytes(b"\x89PNG")
    assert File.read(path) == File.read(str(path)) == File("照片.PNG", b"\x89PNG", "image/png")
    assert File.read(path, "image/x-own").content_type == "image/x-own"
    with pytest.raises(FileNotFoundError):
        File.read(tmp_path / "gone")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jpg", "image/jpeg"),
        ("a.mp4", "video/mp4"),
        ("a.tar.gz", "application/octet-stream"),
        ("a", "application/octet-stream"),
        (".png", "application/octet-stream"),
        ("data:text/html\r\nX: y,z", "application/octet-stream"),
    ],
)
def test_the_type_is_that_of_the_ending_and_of_nothing_else(name: str, kind: str) -> None:
    assert File(name, b"").content_type == kind


@pytest.mark.parametrize("content", [b"ab", bytearray(b"ab"), memoryview(b"xabx")[1:3]])
def test_the_content_is_kept_as_bytes_of_its_own(content: Any) -> None:
    file = File("a", content)
    assert type(file.content) is bytes
    assert file == File("a", b"ab")


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (("", b""), ValueError),
        (("\ud800", b""), ValueError),
        ((Path("a"), b""), TypeError),
        (("a", "text"), TypeError),
        (("a", io.BytesIO(b"")), TypeError),
        (("a", b"", b"image/png"), TypeError),
        (("a", b"", "image"), ValueError),
        (("a", b"", "image/png\r\nX: y"), ValueError),
        (("a", b"", "image/png\n"), ValueError),
        (("a", b"", ""), ValueError),
    ],
)
def test_what_makes_no_file_is_refused(made: tuple[Any, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        File(*made)


def test_a_file_is_immutable_compares_copies_and_pickles() -> None:
    assert copy.copy(TEXT) == copy.deepcopy(TEXT) == pickle.loads(pickle.dumps(TEXT)) == TEXT
    assert hash(copy.copy(TEXT)) == hash(TEXT)
    assert TEXT not in (File("a", TEXT.content), TEXT.content)
    with pytest.raises(AttributeError, match="immutable"):
        TEXT.name = "a"
    with pytest.raises(AttributeError, match="immutable"):
        del TEXT.name


def test_no_repr_shows_the_content() -> None:
    file = File("a.txt", b"mytext")
    assert repr(file) == "File('a.txt', 6 bytes)"
    assert "mytext" not in repr(request(file))


@pytest.mark.parametrize("wrong", ["a.txt", b"mytext", Path("a.txt"), io.BytesIO(b"mytext"), 7])
@pytest.mark.parametrize("checks", ["error", "warn", "off"])
def test_anything_else_is_refused_with_what_to_pass_whatever_the_checks(
    wrong: Any, checks: Any
) -> None:
    """No other thing can be put into a form, so that there would be nothing to send."""
    with pytest.raises(ParameterError) as caught:
        request(wrong, checks=checks).encode()
    [problem] = caught.value.problems
    assert (problem.path, problem.rule) == ("media", "type")
    assert "File.read(path)" in problem.message
    assert "mytext" not in str(caught.value)


@pytest.mark.parametrize(("size", "rule"), [(1, "minBytes"), (2, ""), (9, ""), (10, "maxBytes")])
def test_the_size_is_that_of_the_content(size: int, rule: str) -> None:
    report = Report()
    SCHEMA.check({"kind": "a", "media": File("群群群群", bytes(size))}, "", report)
    assert [problem.rule for problem in report.problems] == [rule] * bool(rule)


def test_a_size_outside_is_sent_without_checks() -> None:
    built = request(File("a", b""), checks="off")
    assert (built.params, built.json, built.files) == (
        {"kind": "a"},
        None,
        {"media": File("a", b"")},
    )


def test_a_form_has_the_length_the_type_and_the_content_of_its_file() -> None:
    body = form_of({"media": File("wework.txt", b"mytext")})
    boundary = content_type_of(body).removeprefix("multipart/form-data; boundary=")
    assert body.decode() == (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="media"; filename="wework.txt"; filelength=6\r\n'
        "Content-Type: text/plain\r\n\r\nmytext\r\n"
        f"--{boundary}--\r\n"
    )


def test_a_name_can_end_neither_its_quotes_nor_its_line() -> None:
    head = form_of({"media": TEXT}).partition(b"\r\n\r\n")[0].decode().split("\r\n")
    assert len(head) == 3
    assert 'filename="群 %221%22%0D%0A.txt"' in head[1]


def test_the_same_file_is_the_same_form_and_another_one_has_another_boundary() -> None:
    bodies = [form_of({"media": File("a", content)}) for content in (b"1", b"1", b"2")]
    assert bodies[0] == bodies[1]
    types = {content_type_of(body) for body in bodies}
    assert len(types) == 2


def test_a_boundary_does_not_occur_in_what_it_separates(monkeypatch: pytest.MonkeyPatch) -> None:
    given_ones = [b"a" * 32, b"b" * 32]

    try_boundaries(monkeypatch, *given_ones)
    body = form_of({"media": File("x", b"--" + given_ones[0])})
    assert body.startswith(b"--" + given_ones[1])


names = st.text(st.characters(codec="utf-8"), min_size=1).filter(
    lambda text: "%" not in text and "\\" not in text
)


@given(names, st.binary(), st.sampled_from([None, "image/png", "message/rfc822"]))
def test_a_form_is_read_back_as_it_was_written(name: str, content: bytes, kind: Any) -> None:
    file = File(name, content, kind)
    body = form_of({"media": file})
    content_type = content_type_of(body)
    assert is_form(content_type)
    assert files_of(content_type, body) == {"media": file}


def test_no_file_at_all_is_a_form_without_parts() -> None:
    body = form_of({})
    assert files_of(content_type_of(body), body) == {}


@pytest.mark.parametrize("file", [TEXT, BIG], ids=["small", "big"])
def test_a_file_arrives_as_it_is(file: File, server: Loopback, open_transport: Open) -> None:
    transport = open_transport()
    for _ in range(2):
        assert isinstance(transport.send(sent(file)), Reply)
    one, other = server.seen
    content_type = one.headers["content-type"]
    assert files_of(content_type, one.body) == {"media": file}
    assert (one.body, content_type) == (other.body, other.headers["content-type"])
    assert one.query["kind"] == "a"
    assert one.headers["content-length"] == str(len(one.body))


def test_a_long_body_is_handed_over_in_pieces_each_with_a_timeout_of_its_own(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all that a socket is given at once, the timeout is one of the whole."""
    sizes = note_pieces(monkeypatch)
    transport = SyncTransport(route_to(server.base_url), time.monotonic)
    step = sent(BIG)
    assert isinstance(transport.send(step), Reply)
    transport.close()
    assert max(sizes) <= 65536
    assert sum(sizes) > len(step.body or b"")


def test_total_timeout_ends_a_send_that_nobody_reads() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        transport = SyncTransport(route_to(origin), time.monotonic)
        step = sent(File("a", bytes(64 * 1024 * 1024)))
        reply = transport.send(step._replace(left=0.5))
        transport.close()
    assert isinstance(reply, NoReply)
    assert (reply.kind, "timed out" in reply.detail) == ("lost", True)


PICTURE = File("a.png", b"\x89PNG\r\n\x1a\n123456")


def uploaded(script: Any) -> dict[str, Any]:
    """Return the answers of both clients to one upload."""
    from wecom_client.media import upload_attachment

    assert upload_attachment.OPERATION.file
    options: Any = {"access_token": "t", "transport": script}
    with WeComClient(**options) as wecom:
        found = {"sync": wecom.media.upload_attachment("image", 1, PICTURE)}

    async def ask() -> Any:
        async with AsyncWeComClient(**options) as wecom:
            return await wecom.media.upload_attachment("image", 1, PICTURE)

    found["async"] = asyncio.run(ask())
    return found


def test_a_function_in_place_of_http_sees_the_file() -> None:
    seen: list[HTTPRequest] = []

    def answer(request: HTTPRequest) -> HTTPResponse:
        seen.append(request)
        return HTTPResponse({"errcode": 0, "errmsg": "ok", "media_id": "m"})

    assert {one.media_id for one in uploaded(answer).values()} == {"m"}
    for one in seen:
        assert (one.json, one.files) == (None, {"media": PICTURE})
        assert files_of(one.content_type or "", one.body or b"") == one.files
        assert one.params == {"media_type": "image", "attachment_type": "1"}
