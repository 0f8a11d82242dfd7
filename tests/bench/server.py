"""A server for measuring calls: canned answers, kept connections, as little work as possible.

`python -m tests.bench.server` prints its port and serves on loopback until its input ends; `--help`
shows how large and how late its answers can be.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from .measure import ROOT, environment

_END_OF_HEAD = b"\r\n\r\n"
_TOKEN = b"/cgi-bin/gettoken"


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


class _Connection(asyncio.Protocol):
    """One connection of a client that sends a request once it has the answer to the last.

    A protocol and not a pair of streams, which take twice the CPU time for an answer.
    """

    def __init__(self, answers: Mapping[bytes, Answering], delay: float) -> None:
        self._answers = answers
        self._delay = delay
        self._buffer = b""
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, body = self._buffer.partition(_END_OF_HEAD)
        _, _, length = head.lower().partition(b"content-length:")
        if not end or len(body) < int(length.partition(b"\r\n")[0] or 0):
            return
        self._buffer = b""
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        answer = self._answers[path](body)
        if self._delay and path != _TOKEN:
            asyncio.get_running_loop().call_later(self._delay, self._transport.write, answer)
        else:
            self._transport.write(answer)


async def _serve(answers: Mapping[bytes, Answering], delay: float) -> None:
    loop = asyncio.get_running_loop()
    making = partial(_Connection, answers, delay)
    server = await loop.create_server(making, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main() -> None:
    """Serve until the standard input ends, as it does when the parent process is gone."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.server", description=__doc__)
    parser.add_argument("--members", type=int, default=200, help="of each group")
    parser.add_argument("--groups", type=int, help="in the list, page by page; else one in all")
    parser.add_argument(
        "--delay", type=float, default=0.0, help="seconds before each answer but the token's"
    )
    options = parser.parse_args()
    answers = {path: _canned(answer) for path, answer in ANSWERS.items()}
    answers[f"{_GROUPCHAT}/get"] = _canned(group_of(options.members))
    if options.groups is not None:
        answers[f"{_GROUPCHAT}/list"] = _pages(options.groups)
    by_path = {path.encode(): answering for path, answering in answers.items()}
    asyncio.run(_serve(by_path, options.delay))


if __name__ == "__main__":
    main()
