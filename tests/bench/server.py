"""A server for measuring calls: canned answers, kept connections, as little work as possible.

`python -m tests.bench.server` prints its port and serves on loopback until its input ends; `--help`
shows how large and how late its answers can be.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from .measure import ROOT, environment

_END_OF_HEAD = b"\r\n\r\n"


def group_of(members: int) -> dict[str, Any]:
    """Return the answer of `get`: half of the customers come by a QR code."""
    return {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat": {
            "chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
            "name": "销售客服群",
            "owner": "ZhuShengBen",
            "create_time": 1572505490,
            "notice": "文明沟通,拒绝脏话",
            "member_list": [_member(number) for number in range(members)],
            "admin_list": [{"userid": "sam"}, {"userid": "pony"}],
            "member_version": "71217227bbd112ecfe3a49c482195cb4",
        },
    }


def _member(number: int) -> dict[str, Any]:
    came = (
        {"join_scene": 3, "state": "exhibition"}
        if number % 2
        else {"join_scene": 1, "invitor": {"userid": "jack"}}
    )
    return {
        "userid": f"wmOgQhDgAAuXFJGwbve4g4iXknf{number:05d}",
        "type": 2,
        "unionid": f"ozynqsulJFCZ2z1aYeS8h-nuasd{number:05d}",
        "join_time": 1572505491 + number,
        **came,
        "group_nickname": f"顾客老王{number}",
        "name": "王语嫣",
    }


_GROUPCHAT = "/cgi-bin/externalcontact/groupchat"
ANSWERS: dict[str, Any] = {
    "/cgi-bin/gettoken": {
        "errcode": 0,
        "errmsg": "ok",
        "access_token": "t" * 214,
        "expires_in": 7200,
    },
    f"{_GROUPCHAT}/transfer": {"errcode": 0, "errmsg": "ok", "failed_chat_list": []},
    f"{_GROUPCHAT}/list": {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat_list": [{"chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA", "status": 0}],
        "next_cursor": "",
    },
    f"{_GROUPCHAT}/get": group_of(200),
}


Answering = Callable[[bytes], bytes]
"""From the body of a request to the whole HTTP answer."""


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """Serve in a process of its own, and give the base URL."""
    with (
        environment() as env,
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.server", *options],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as server,
    ):
        if server.stdout is None:
            raise AssertionError("the server has no output")
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        # leaving the block closes the server's input, which ends it


def _http(answer: Any) -> bytes:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    head = (
        "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: application/json; charset=UTF-8\r\n"
        f"Content-Length: {len(body)}\r\nConnection: keep-alive"
    )
    return head.encode() + _END_OF_HEAD + body


def _canned(answer: Any) -> Answering:
    written = _http(answer)
    return lambda body: written


def _pages(groups: int) -> Answering:
    """Answer `list` with pages of so many groups; a cursor is the number of the next."""
    pattern = ANSWERS[f"{_GROUPCHAT}/list"]

    def page(body: bytes) -> bytes:
        asked = json.loads(body)
        begin = int(asked.get("cursor") or "0")
        end = min(begin + asked["limit"], groups)
        listed = [
            {"chat_id": f"wrOgQhDgAAMYQiS5ol9G{n:08d}", "status": 0} for n in range(begin, end)
        ]
        following = str(end) if end < groups else ""
        return _http({**pattern, "group_chat_list": listed, "next_cursor": following})

    return page


def _late(answering: Answering, seconds: float) -> Answering:
    def answer(body: bytes) -> bytes:
        time.sleep(seconds)
        return answering(body)

    return answer


def _serve(connection: socket.socket, answers: dict[bytes, Answering]) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    buffer = b""
    with connection, suppress(OSError):
        while chunk := connection.recv(65536):
            buffer += chunk
            head, end, body = buffer.partition(_END_OF_HEAD)
            _, _, length = head.lower().partition(b"content-length:")
            if end and len(body) >= int(length.partition(b"\r\n")[0] or 0):
                target = head.split(b" ", 2)[1]
                connection.sendall(answers[target.partition(b"?")[0]](body))
                buffer = b""


def main() -> None:
    """Serve until the standard input ends, as it does when the parent process is gone."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.server", description=__doc__)
    parser.add_argument("--members", type=int, default=200, help="of each group")
    parser.add_argument("--groups", type=int, help="in the list, page by page; else one in all")
    parser.add_argument("--delay", type=float, help="seconds before each answer but the token's")
    options = parser.parse_args()
    answers = {path: _canned(answer) for path, answer in ANSWERS.items()}
    answers[f"{_GROUPCHAT}/get"] = _canned(group_of(options.members))
    if options.groups is not None:
        answers[f"{_GROUPCHAT}/list"] = _pages(options.groups)
    if options.delay is not None:
        late = (path for path in answers if path.startswith(_GROUPCHAT))
        answers.update({path: _late(answers[path], options.delay) for path in late})
    by_target = {path.encode(): answering for path, answering in answers.items()}
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listener:
        print(listener.getsockname()[1], flush=True)

        def accept() -> None:
            while True:
                connection, _ = listener.accept()
                arguments = (connection, by_target)
                threading.Thread(target=_serve, args=arguments, daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
