"""Transport: what each thing that can happen on a connection comes back as."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from wecom_client import __version__

from ..exchange import NoReply, Reply, Secret
from .loopback import (
    CERTIFICATE,
    Exchange,
    Loopback,
    drop,
    http,
    raw,
    reset,
    says,
    silent,
    unused_port,
)
from .transports import PATH, TOKEN, Clock, Open, step


def test_path_token_body_and_type_arrive_as_they_were_meant(
    server: Loopback, open_transport: Open
) -> None:
    reply = open_transport().send(step(b'{"name":"\xe7\xbe\xa4"}'))
    assert reply == Reply(200, b'{"errcode": 0, "errmsg": "ok"}')
    [seen] = server.seen
    assert (seen.method, seen.path, seen.query) == ("POST", PATH, {"access_token": TOKEN})
    assert seen.body == b'{"name":"\xe7\xbe\xa4"}'
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["user-agent"].startswith(f"wecom-client/{__version__} ")
    assert "transfer-encoding" not in seen.headers


def test_query_parameters_arrive_as_they_were_meant(server: Loopback, open_transport: Open) -> None:
    secret = Secret("&=?/ 群")
    open_transport().send(
        step(None, token=None, method="GET", corpid="w w", n=5, corpsecret=secret)
    )
    [seen] = server.seen
    assert (seen.method, seen.body) == ("GET", b"")
    assert seen.query == {"corpid": "w w", "n": "5", "corpsecret": "&=?/ 群"}


@pytest.mark.parametrize("token", ["a%2Fb+c/d~e", "%7E%2b;=,:@!$'()*", "\r\nX: y", "群 ?#&"])
def test_the_query_goes_out_byte_by_byte_as_it_was_written(
    token: str, server: Loopback, open_transport: Open
) -> None:
    assert isinstance(open_transport().send(step(token=token, q=token)), Reply)
    [seen] = server.seen
    sent = f"access_token={quote(token, safe='')}&q={quote_plus(token)}"
    assert seen.target == f"/cgi-bin/{PATH}?{sent}"
    assert "x" not in seen.headers


@pytest.mark.parametrize("where", ["token", "q"])
def test_half_a_surrogate_pair_is_refused_and_nothing_sent(
    where: str, server: Loopback, open_transport: Open
) -> None:
    reply = open_transport().send(step(**{where: "a\ud800b"}))  # type: ignore[arg-type]
    assert isinstance(reply, NoReply)
    assert (reply.kind, server.seen) == ("refused", [])


@pytest.mark.parametrize("size", [2**16 + 1, 3 * 2**20])
def test_a_large_body_arrives_whole(size: int, server: Loopback, open_transport: Open) -> None:
    assert isinstance(open_transport().send(step(bytes(size))), Reply)
    [seen] = server.seen
    assert (len(seen.body), seen.headers["content-length"]) == (size, str(size))


def test_a_server_that_does_not_read_a_large_body_in_time_is_lost(
    server: Loopback, open_transport: Open
) -> None:
    server.deaf = True
    reply = open_transport(connecting=2.0, answering=2.0).send(step(bytes(64 * 2**20)))
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "timed out" in reply.detail


def test_a_post_without_a_body_has_length_0_and_no_type(
    server: Loopback, open_transport: Open
) -> None:
    assert isinstance(open_transport().send(step(None)), Reply)
    [seen] = server.seen
    assert seen.headers["content-length"] == "0"
    assert "content-type" not in seen.headers


@pytest.mark.parametrize("status", [200, 204, 301, 302, 307, 400, 404, 500, 503])
def test_a_status_comes_back_and_a_redirect_is_not_followed(
    status: int, server: Loopback, open_transport: Open
) -> None:
    there = f"Location: {server.base_url}/elsewhere\r\nRetry-After: 0\r\n"
    server.script(PATH, raw(http(b"", status, there)))
    assert open_transport().send(step()) == Reply(status, b"")
    assert server.counts() == {PATH: 1}


@pytest.mark.parametrize("status", [100, 102, 103, 199])
def test_interim_answers_are_no_answers(
    status: int, server: Loopback, open_transport: Open
) -> None:
    """Taken for one, they would leave the answer to the next request on the connection."""
    interim = f"HTTP/1.1 {status} Soon\r\nLink: </x>\r\n\r\n".encode()
    server.script(PATH, *(raw(interim * n + http(f"{n}".encode())) for n in (1, 0, 3, 0)))
    transport = open_transport()
    replies = [transport.send(step()) for _ in range(4)]
    assert replies == [Reply(200, f"{n}".encode()) for n in (1, 0, 3, 0)]
    assert server.connections == 1


@pytest.mark.parametrize("status", [100, 103])
def test_interim_answers_without_end_are_lost(
    status: int, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(f"HTTP/1.1 {status} Soon\r\n\r\n".encode() * 1000 + http(b"{}")))
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


@pytest.mark.parametrize("interim", [1, 3])
def test_silence_after_interim_answers_is_silence(
    interim: int, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(b"HTTP/1.1 103 Soon\r\n\r\n" * interim))
    reply = open_transport(answering=0.3).send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "timed out" in reply.detail) == ("lost", True)
    assert server.counts() == {PATH: 1}


def test_a_connection_that_is_to_speak_something_else_is_not_used_again(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(b"HTTP/1.1 101 X\r\n\r\n"), raw(http(b"{}")))
    transport = open_transport()
    assert transport.send(step()) == Reply(101, b"")
    assert transport.send(step()) == Reply(200, b"{}")
    assert server.connections == 2


@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.parametrize("behaviour", [drop, reset])
@pytest.mark.parametrize("warm", [True, False])
def test_a_connection_that_breaks_under_a_request_is_lost_and_the_request_sent_once(
    behaviour: Any, warm: bool, method: str, server: Loopback, open_transport: Open
) -> None:
    transport = open_transport()
    if warm:
        transport.send(step())
    server.script(PATH, behaviour)
    reply = transport.send(step(None, method=method))
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert server.count(PATH) == 1 + warm


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_request_is_sent_once_where_half_the_head_of_an_answer_comes(
    method: str, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(b"HTTP/1.1 200 OK\r\nContent-Le", keep=False))
    reply = open_transport().send(step(None, method=method))
    # To the standard library, such a head is complete: then the missing body decides.
    assert reply == Reply(200, b"") or (isinstance(reply, NoReply) and reply.kind == "lost")
    assert server.count(PATH) == 1


def test_a_server_that_hangs_up_before_it_reads_may_have_read(
    server: Loopback, open_transport: Open
) -> None:
    server.hang_up_on = 1
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


def test_a_server_that_does_not_answer_in_time_is_lost(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, silent)
    reply = open_transport(answering=0.05).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "timed out" in reply.detail


def test_an_answer_that_stops_in_the_middle_is_lost_in_time(
    server: Loopback, open_transport: Open
) -> None:
    def stop(exchange: Exchange) -> bool:
        exchange.sock.sendall(http(b"{", length=9))
        return silent(exchange)

    server.script(PATH, stop)
    reply = open_transport(answering=5.0).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "middle of the answer" in reply.detail
    assert "timed out" in reply.detail


def test_a_port_where_nobody_listens_is_a_connection_not_made(open_transport: Open) -> None:
    reply = open_transport(f"http://127.0.0.1:{unused_port()}").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"
    assert "refused" in reply.detail.lower()


def test_a_name_that_nobody_has_is_a_connection_not_made(
    open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    reply = open_transport("http://nowhere.invalid").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


def test_a_reason_names_the_cause_and_not_what_the_caller_is_handling(
    open_transport: Open,
) -> None:
    transport = open_transport(f"http://127.0.0.1:{unused_port()}")
    try:
        raise ZeroDivisionError("unrelated")
    except ZeroDivisionError:
        reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert "connectionrefused" in reply.detail.lower().replace(" ", "")


def test_a_reused_connection_that_cannot_be_made_again_was_not_made(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b"{}"), keep=False))
    transport = open_transport()
    transport.send(step())
    server.stop()
    reply = transport.send(step(fresh=True))
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


@pytest.mark.parametrize("length", [100, 10**6])
def test_an_answer_that_is_cut_by_the_connection_is_lost(
    length: int, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b'{"errcode": 0}', length=length), keep=False))
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "middle of the answer" in reply.detail


def test_a_cut_answer_with_another_status_keeps_its_status(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b"x", 404, length=100), keep=False))
    assert open_transport().send(step()) == Reply(404, b"")


@pytest.mark.parametrize(
    "garbage", [b"HELO\r\n\r\n", b"\x00\x01\x02\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"]
)
def test_bytes_that_are_no_http_are_lost(
    garbage: bytes, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(garbage, keep=False))
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


def test_a_compressed_answer_is_unpacked(server: Loopback, open_transport: Open) -> None:
    packed = gzip.compress(b'{"errcode": 0}')
    server.script(PATH, raw(http(packed, headers="Content-Encoding: gzip\r\n")))
    assert open_transport().send(step()) == Reply(200, b'{"errcode": 0}')


@pytest.mark.parametrize("status", [200, 500])
def test_damaged_compression_is_told_and_the_next_call_goes_through(
    status: int, server: Loopback, open_transport: Open
) -> None:
    damaged = raw(http(b"no gzip at all", status, "Content-Encoding: gzip\r\n"))
    server.script(PATH, damaged, says({"errcode": 0}))
    transport = open_transport()
    reply = transport.send(step())
    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (status, b"")
    assert ("compression" in reply.flaw) == (status == 200)
    assert transport.send(step()) == Reply(200, b'{"errcode": 0}')


def answering(body: bytes, way: str) -> Any:
    """Answer with a body whose length is told beforehand, in chunks, by the end, or packed."""
    if way == "length":
        return raw(http(body))
    if way == "end":
        return raw(b"HTTP/1.1 200 OK\r\n\r\n" + body, keep=False)
    if way == "gzip":
        return raw(http(gzip.compress(body), headers="Content-Encoding: gzip\r\n"))
    if way == "deflate":
        return raw(http(zlib.compress(body), headers="Content-Encoding: deflate\r\n"))
    pieces = [body[start : start + 3000] for start in range(0, len(body), 3000)] + [b""]
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    return raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)


WAYS = ["length", "chunks", "end", "gzip", "deflate"]


@pytest.mark.parametrize("way", WAYS)
def test_a_body_up_to_the_limit_is_read_and_a_larger_one_is_not(
    way: str, server: Loopback, open_transport: Open
) -> None:
    body = b'{"errcode": 0, "x": "' + bytes(199_977) + b'"}'
    server.script(PATH, *[answering(body, way)] * 2, says({"errcode": 0}))
    assert open_transport(max_body=len(body)).send(step()) == Reply(200, body)
    transport = open_transport(max_body=len(body) - 1)
    reply = transport.send(step())
    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (200, b"")
    assert "more than 199,999 bytes" in reply.flaw
    assert transport.send(step()) == Reply(200, b'{"errcode": 0}')


def test_an_error_page_beyond_the_limit_keeps_its_status(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(bytes(2000), 502)))
    assert open_transport(max_body=1000).send(step()) == Reply(502, b"")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked_beyond_the_limit(
    encoding: str, server: Loopback, open_transport: Open
) -> None:
    zeros = bytes(64 * 2**20)
    packed = gzip.compress(zeros) if encoding == "gzip" else zlib.compress(zeros)
    server.script(PATH, raw(http(packed, headers=f"Content-Encoding: {encoding}\r\n")))
    transport = open_transport(max_body=2**20)
    tracemalloc.start()
    try:
        reply = transport.send(step())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(reply, Reply)
    assert "more than 1,048,576 bytes" in reply.flaw
    assert peak < 12 * 2**20


def test_an_answer_that_nobody_asked_for_is_not_taken_for_the_next(
    server: Loopback, open_transport: Open
) -> None:
    socks = []

    def answer(exchange: Exchange) -> bool:
        socks.append(exchange.sock)
        return says({"errcode": 0, "number": len(socks)})(exchange)

    server.script(PATH, answer)
    transport = open_transport()
    for number in (1, 2, 3):
        assert transport.send(step()) == Reply(200, b'{"errcode": 0, "number": %d}' % number)
        socks[-1].sendall(http(b'{"errcode": 0, "number": "nobody asked"}'))
    assert server.connections == 3


def test_one_connection_serves_call_after_call(server: Loopback, open_transport: Open) -> None:
    transport = open_transport()
    for _ in range(5):
        transport.send(step())
    assert server.connections == 1


@pytest.mark.parametrize(
    ("idle", "fresh", "connections"), [(1.0, True, 1), (1.1, True, 2), (999, False, 1)]
)
def test_only_what_wants_a_fresh_connection_leaves_an_idle_one(
    idle: float, fresh: bool, connections: int, server: Loopback, open_transport: Open, clock: Clock
) -> None:
    transport = open_transport()
    transport.send(step(fresh=fresh))
    clock.now += idle
    assert isinstance(transport.send(step(fresh=fresh)), Reply)
    assert server.connections == connections


@pytest.mark.parametrize("tls", [True, False])
def test_a_server_that_closed_an_idle_connection_costs_no_request(
    tls: bool, server: Loopback, open_transport: Open
) -> None:
    server.tls = tls
    server.script(PATH, raw(http(b'{"errcode": 0}'), keep=False))
    transport = open_transport(verify=str(CERTIFICATE))
    for _ in range(3):
        assert isinstance(transport.send(step()), Reply)
        server._threads[-1].join(60)
    assert server.count(PATH) == 3


def test_a_closed_transport_refuses(server: Loopback, open_transport: Open) -> None:
    transport = open_transport()
    transport.close()
    transport.close()
    reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert server.seen == []


def test_netrc_is_not_looked_into(
    server: Loopback, open_transport: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login user password pass\n")
    monkeypatch.setenv("NETRC", str(netrc))
    open_transport().send(step())
    assert "authorization" not in server.seen[0].headers


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_cookies_are_not_sent_back(host: str, server: Loopback, open_transport: Open) -> None:
    server.script(PATH, raw(http(b"{}", headers="Set-Cookie: a=b\r\n")))
    transport = open_transport(server.base_url.replace("127.0.0.1", host))
    transport.send(step())
    transport.send(step())
    assert "cookie" not in server.seen[1].headers
