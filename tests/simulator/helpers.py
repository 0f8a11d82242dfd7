"""Helpers: a clock that tests set, callers with a client and without, a gate that delays calls."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import requests

from generator.model import Field, named
from wecom_client import APIError
from wecom_client.simulator import Simulator

from ..model import GROUPCHAT, KNOWN, need, operations

UTC8 = timezone(timedelta(hours=8))
DAY = 86400


def at(text: str) -> int:
    """Return the Unix second of a time in UTC+8, `2024-05-15` or `2024-05-15 13:00`."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC8).timestamp())


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Api:
    """Calls the simulator over one kept connection, with one token."""

    def __init__(self, sim: Simulator, secret: str | None = None) -> None:
        self.sim = sim
        self.secret = sim.secret if secret is None else secret
        self.http = requests.Session()
        self.http.trust_env = False
        self.token = ""

    def get_token(self, **query: str) -> dict[str, Any]:
        """Send a gettoken."""
        return self.send("GET", "gettoken", query=query)

    def renew(self) -> str:
        """Fetch a token and use it from now on."""
        answer = self.get_token(corpid=self.sim.corp_id, corpsecret=self.secret)
        self.token = answer["access_token"]
        return self.token

    def call(self, name: str, **body: Any) -> dict[str, Any]:
        """Call an operation of the customer groups; where the specs lack it, skip the test."""
        if not self.token:
            self.renew()
        query = {"access_token": self.token}
        return self.send("POST", f"{GROUPCHAT}/{name}", query=query, json=body)

    def send(
        self, method: str, path: str, *, query: dict[str, str] | None = None, **options: Any
    ) -> dict[str, Any]:
        """Send a request and return the decoded answer."""
        response = self.respond(method, path, query=query, **options)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert isinstance(answer, dict)
        return answer

    def respond(
        self, method: str, path: str, *, query: dict[str, str] | None = None, **options: Any
    ) -> requests.Response:
        """Send a request and return the HTTP response."""
        group, _, name = path.rpartition("/")
        if group == GROUPCHAT and name in KNOWN:
            need(name)
        url = f"{self.sim.base_url}/cgi-bin/{path}"
        return self.http.request(method, url, params=query, timeout=60, **options)


class Methods:
    """The methods of a group; to ask for one that the specs lack skips the test."""

    def __init__(self, group: object) -> None:
        self._group = group

    def __getattr__(self, name: str) -> Any:
        if not hasattr(self._group, name):
            pytest.skip(f"the specs have no {name} in this group")
        return getattr(self._group, name)


def beyond(path: str, way: str, rule: str) -> int:
    """Return one more than a limit of the specs; where they do not state it, skip the test."""
    operation = operations().get(path)
    fields: Sequence[Field] = operation.request if operation else ()
    field = None
    for name in way.split("."):
        field = named(fields, name)
        within = field.items or field if field else None
        fields = within.properties if within else ()
    stated = field.constraints.get(rule) if field else None
    if stated is None:
        pytest.skip(f"the specs state no {rule} of {way} of {path}")
    return int(stated) + 1


def code_of(call: Callable[..., Any], *args: Any, **kwargs: Any) -> int:
    """Return the code that a call is refused with, 0 where it is not."""
    try:
        call(*args, **kwargs)
    except APIError as error:
        return error.errcode
    return 0


class Gate:
    """Stands in for the server's pause: calls wait there until it is opened."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._came = threading.Semaphore(0)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._opened = asyncio.Event()

    async def pause(self, seconds: float) -> None:
        """Wait for the gate; the seconds are only noted."""
        self._loop = asyncio.get_running_loop()
        self.seconds.append(seconds)
        self._came.release()
        await self._opened.wait()

    def wait_for(self, calls: int) -> None:
        """Wait until so many calls more have come to the gate."""
        for _ in range(calls):
            assert self._came.acquire(timeout=60)

    def open(self) -> None:
        """Let all go on, and wait until they have done their work."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(timeout=60)

    async def _open(self) -> None:
        self._opened.set()
        for _ in range(5):
            await asyncio.sleep(0)
