"""A program that calls WeCom under the eyes of a tool, and prints all that the tool exported.

Run as a program of its own: what a tool changes in the libraries stays changed.
"""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..environment import prepare_command
from ..runtime import helpers, test_leaks
from ..runtime.loopback import (
    OK,
    Exchange,
    Loopback,
    drop,
    echo_token,
    http,
    raw,
    refuse_all_but,
    reset,
    says,
    silent,
    unused_port,
)
from .tools import TOOLS, Tool

PATH = "externalcontact/groupchat/transfer"


# Where the token stood, a list takes its place, which the commands of the store do not take.
_SPOIL = b"""\
EVAL "for _, key in ipairs(redis.call('keys', 'wecom_client:*')) do \
redis.call('del', key) redis.call('lpush', key, 'x') end" 0\r\n"""


def interrupt(exchange: Exchange) -> bool:
    """Send the main thread what Ctrl-C sends while it waits for the answer."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    return silent(exchange)


def issue(exchange: Exchange) -> bool:
    return says({**OK, "access_token": test_leaks.TOKEN, "expires_in": 7200})(exchange)


BEHAVIOURS = {
    "succeeds": says(OK),
    "is refused": echo_token,
    "is refused by HTTP": raw(http(b"no", 403)),
    "has its token refused": refuse_all_but(),
    "is dropped": drop,
    "is reset": reset,
    "is cut": raw(http(b'{"errcode": 0', length=99), keep=False),
    "is not answered": silent,
    "is interrupted": interrupt,
}


def authorized(client: Any, options: dict[str, Any]) -> Any:
    """Make a client; what it is given stands in no frame that a tool can look at later."""
    if "access_token" in options:
        return client(**{**options, "access_token": test_leaks.GIVEN})
    return client("corp", helpers.SECRET, **options)


class Watched:
    """The calls of one kind of client, each in a span of its user's."""

    def __init__(self, kind: str, tool: Tool, redis_socket: str) -> None:
        self.kind = kind
        self.tool = tool
        self.redis_socket = redis_socket
        self.told: dict[str, str] = {}
        self.kept: dict[str, bool] = {}
        self.server = Loopback()
        self.server.script("gettoken", issue)

    def run(self) -> None:
        for name, behaviour in BEHAVIOURS.items():
            self.server.script(PATH, behaviour)
            self.call(f"a call that {name}", timeout=0.3 if behaviour is silent else 60.0)
        self.server.script(PATH, says(OK))
        for name, behaviour in BEHAVIOURS.items():
            self.server.script("gettoken", issue if name == "succeeds" else behaviour)
            self.call(f"gettoken {name}", timeout=0.3 if behaviour is silent else 60.0)
        self.server.script("gettoken", issue)
        nobody = f"http://127.0.0.1:{unused_port()}"
        self.call("gettoken finds nobody", base_url=nobody)
        self.call("a call finds nobody", base_url=nobody, access_token=...)
        far = {"base_url": "http://wecom.invalid", "proxies": {"http": nobody}}
        self.call("a proxy that is not there", **far)
        for what, server in (
            ("a certificate of nobody's", Loopback(tls=True)),
            ("no TLS at all", Loopback(greeting=b"hello")),
        ):
            self.call(what, base_url=server.base_url.replace("http:", "https:"))
            server.stop()
        if self.redis_socket:
            self.share()
        self.server.stop()

    def share(self) -> None:
        """Share a token through Redis: fetched and saved by one client, taken by the next."""
        from wecom_client import RedisTokenStore

        url = f"unix://{self.redis_socket}?db=0"
        for origin in ("fetched", "taken"):
            self.call(f"a token that is {origin}", token_store=RedisTokenStore.from_url(url))
        with socket.socket(socket.AF_UNIX) as sock:
            sock.connect(self.redis_socket)
            sock.sendall(_SPOIL)
            assert sock.recv(100)
        self.call("a store that refuses", token_store=RedisTokenStore.from_url(url))
        gone = RedisTokenStore.from_url(f"redis://127.0.0.1:{unused_port()}/0")
        self.call("a store that is gone", token_store=gone)

    def call(self, what: str, **options: Any) -> None:
        options = {"base_url": self.server.base_url, "timeout": 60.0, **options}
        if self.kind == "sync":
            self.synchronous(what, options)
            return
        with suppress(KeyboardInterrupt):
            asyncio.run(self.asynchronous(what, options))

    def synchronous(self, what: str, options: Any) -> None:
        from wecom_client import WeComClient

        from ..exchange import Tools

        class Hasty(WeComClient):
            _tools = Tools(sleep=lambda _: None)

        with self.tool.span(), authorized(Hasty, options) as wecom:
            before = self.before()
            try:
                wecom.call("POST", PATH, json={"new_owner": "abel"})
            except BaseException as error:
                self.failed(what, error)
            self.after(what, before)

    async def asynchronous(self, what: str, options: Any) -> None:
        from wecom_client import AsyncWeComClient

        class Hasty(AsyncWeComClient):
            async def _sleep(self, seconds: float) -> None:
                await asyncio.sleep(0)

        with self.tool.span():
            async with authorized(Hasty, options) as wecom:
                before = self.before()
                try:
                    await wecom.call("POST", PATH, json={"new_owner": "abel"})
                except BaseException as error:
                    self.failed(what, error)
                self.after(what, before)

    def before(self) -> object:
        self.tool.mark("before")
        return self.tool.current()

    def failed(self, what: str, error: BaseException) -> None:
        self.told[what] = f"{type(error).__name__}: {error}"
        self.tool.capture(error)

    def after(self, what: str, before: object) -> None:
        self.kept[what] = self.tool.current() == before
        self.tool.mark("after")
        self.told.setdefault(what, "done")


def visible(server: Loopback, tool: Tool, redis_socket: str) -> None:
    """Make requests of the user's own, which the tool is to see."""
    import aiohttp
    import redis
    import requests
    import urllib3

    with tool.span():
        requests.get(f"{server.base_url}/own?by=requests", timeout=60)
    with tool.span(), urllib3.PoolManager() as pool:
        pool.request("GET", f"{server.base_url}/own?by=urllib3")

    async def get() -> None:
        with tool.span():
            async with aiohttp.ClientSession() as session:
                await session.get(f"{server.base_url}/own?by=aiohttp")

    asyncio.run(get())
    if redis_socket:
        with tool.span(), redis.Redis(unix_socket_path=redis_socket) as keys:
            keys.get("own-by-redis")


def unprotected(kind: str, tool: Tool) -> list[str]:
    """Make a call as if we did nothing; return what the tool exported of it."""
    from ..runtime.transports import let_tools_look

    let_tools_look()
    before = len(tool.exported())
    watched = Watched(kind, tool, "")
    watched.server.script(PATH, says(OK))
    watched.call("a call of which nothing is kept")
    watched.server.stop()
    return tool.exported()[before:]


def begin(name: str, order: str) -> Tool:
    """Switch the tool on, before our package is imported or after a client was made."""
    if order == "client first":
        import redis  # noqa: F401

        from wecom_client import AsyncWeComClient, WeComClient

        with authorized(WeComClient, {}):
            authorized(AsyncWeComClient, {})
    return TOOLS[name]()


def main(name: str, order: str, redis_socket: str, report: str) -> None:
    prepare_command()
    tool = begin(name, order)
    told: dict[str, Any] = {}
    for kind in ("sync", "async"):
        exported, spans = len(tool.exported()), len(tool.spans())
        watched = Watched(kind, tool, redis_socket)
        watched.run()
        told[kind] = {
            "outcomes": watched.told,
            "kept": watched.kept,
            "exported": tool.exported()[exported:],
            "spans": tool.spans()[spans:],
        }
    own = Loopback()
    visible(own, tool, redis_socket)
    own.stop()
    told["own"] = tool.exported()
    told["unprotected"] = {kind: unprotected(kind, tool) for kind in ("sync", "async")}
    Path(report).write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:5])
