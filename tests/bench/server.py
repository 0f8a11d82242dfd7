"""A server for measuring calls: canned answers, kept connections, as little work as possible.

`python -m tests.bench.server` prints its port and serves on loopback until its input ends.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
from contextlib import suppress
from typing import Any

_END_OF_HEAD = b"\r\n\r\n"


def group_of(members: int) -> dict[str, Any]:
    """Return the answer of `get`: customers, in turn invited by a member and come by a QR code."""
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


def _http(answer: Any) -> bytes:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    head = (
        "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: application/json; charset=UTF-8\r\n"
        f"Content-Length: {len(body)}\r\nConnection: keep-alive"
    )
    return head.encode() + _END_OF_HEAD + body


def _serve(connection: socket.socket, answers: dict[bytes, bytes]) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    buffer = b""
    with connection, suppress(OSError):
        while chunk := connection.recv(65536):
            buffer += chunk
            head, end, body = buffer.partition(_END_OF_HEAD)
            _, _, length = head.lower().partition(b"content-length:")
            if end and len(body) >= int(length.partition(b"\r\n")[0] or 0):
                target = head.split(b" ", 2)[1]
                connection.sendall(answers[target.partition(b"?")[0]])
                buffer = b""


def main() -> None:
    """Serve until the standard input ends, as it does when the parent process is gone."""
    answers = {path.encode(): _http(answer) for path, answer in ANSWERS.items()}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)

        def accept() -> None:
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=_serve, args=(connection, answers), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
