"""Runs a case: a simulator, a client of either kind, and arguments of every operation."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from tests.client.operations import DAY, NOON, TODAY, days_ago
from tests.exchange import Tools
from tests.model import GROUPCHAT, KNOWN, existing, fill, methods, operation, parameter, path_of
from wecom_client import (
    APIError,
    AsyncWeComClient,
    AuthenticationError,
    ResponseError,
    TransportError,
    WeComClient,
    WeComError,
)
from wecom_client.simulator import SeenRequest, Simulator

from .delays import AsyncDelayedTransport, Delay, DelayedTransport
from .table_format import End, Row, faults

_CONFIG_ID = re.compile(r"\b[0-9a-f]{32}\b")
PATIENT = (30.0, 30.0)
HASTY = (30.0, 0.05)
"""Seconds for a connection and for an answer; one that a case delays never comes in time."""


def _do_not_sleep(seconds: float) -> None:
    pass


class SyncClient(WeComClient):
    """Waits no real time."""

    _tools = Tools(sleep=_do_not_sleep, random=lambda: 0.0)


class AsyncClient(AsyncWeComClient):
    """Waits no real time."""

    _tools = Tools(random=lambda: 0.0)

    async def _sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


Client = TypeVar("Client", SyncClient, AsyncClient)


def _connect(kind: type[Client], sim: Simulator, timeout: tuple[float, float]) -> Client:
    """Make a client of the simulator that lives at the tests' moment."""
    options: Any = {"base_url": sim.base_url, "timeout": timeout, "clock": lambda: NOON}
    return kind(sim.corp_id, sim.secret, **options)


class SyncDriver:
    """The synchronous client on a simulator."""

    def __init__(self, sim: Simulator) -> None:
        self.delay: Delay | None = None
        self._connect = partial(_connect, SyncClient, sim)
        self._client = self._make()

    def _make(self) -> SyncClient:
        client: Any = self._connect(PATIENT)
        client._transport = DelayedTransport(
            self, client._transport, self._connect(HASTY)._transport
        )
        return cast(SyncClient, client)

    def start_cold(self) -> None:
        """Go on as a client without a token."""
        self._client.close()
        self._client = self._make()

    def call(self, name: str, arguments: Arguments) -> Any:
        """Call a method, and take what it returns to its end."""
        method = getattr(methods(self._client), name)
        came = method(*arguments.positional, **arguments.named)
        return list(came) if hasattr(came, "__next__") else came

    def fetch_token(self) -> None:
        """Make a call that is refused for its arguments, so that there is a token that serves."""
        try:
            self._client.call("POST", path_of(OPERATIONS[0]), json={})
        except AuthenticationError:
            # A client leaves a refused secret alone for a minute, which never passes here.
            self.start_cold()
            self.fetch_token()
        except APIError:
            pass

    def walk(self, arguments: Arguments) -> tuple[list[str], str | None]:
        """List groups until the end or an error; return the ids, and where to go on."""
        items = methods(self._client).iter_list(**arguments.named)
        found: list[str] = []
        with suppress(WeComError):
            for one in items:
                found.append(one.chat_id)
        return found, items.position

    def close(self) -> None:
        self._client.close()


class AsyncDriver:
    """The asynchronous client on a simulator, in a loop of its own."""

    def __init__(self, sim: Simulator) -> None:
        self.delay: Delay | None = None
        self._loop = asyncio.new_event_loop()
        self._connect = partial(_connect, AsyncClient, sim)
        self._client = self._make()

    def _make(self) -> AsyncClient:
        client: Any = self._connect(PATIENT)
        client._transport = AsyncDelayedTransport(
            self, client._transport, self._connect(HASTY)._transport
        )
        return cast(AsyncClient, client)

    def start_cold(self) -> None:
        """Go on as a client without a token."""
        self._loop.run_until_complete(self._client.aclose())
        self._client = self._make()

    def call(self, name: str, arguments: Arguments) -> Any:
        """Call a method, and take what it returns to its end."""
        return self._loop.run_until_complete(self._call(name, arguments))

    async def _call(self, name: str, arguments: Arguments) -> Any:
        method: Any = getattr(methods(self._client), name)
        came = method(*arguments.positional, **arguments.named)
        if hasattr(came, "__anext__"):
            return [one async for one in came]
        return await came

    def fetch_token(self) -> None:
        """Make a call that is refused for its arguments, so that there is a token that serves."""
        try:
            call = self._client.call("POST", path_of(OPERATIONS[0]), json={})
            self._loop.run_until_complete(call)
        except AuthenticationError:
            self.start_cold()
            self.fetch_token()
        except APIError:
            pass

    def walk(self, arguments: Arguments) -> tuple[list[str], str | None]:
        """List groups until the end or an error; return the ids, and where to go on."""
        items = methods(self._client).iter_list(**arguments.named)
        found: list[str] = []

        async def take() -> None:
            with suppress(WeComError):
                async for one in items:
                    found.append(one.chat_id)

        self._loop.run_until_complete(take())
        return found, items.position

    def close(self) -> None:
        self._loop.run_until_complete(self._client.aclose())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()


DRIVERS: dict[str, Callable[[Simulator], SyncDriver | AsyncDriver]] = {
    "sync": SyncDriver,
    "async": AsyncDriver,
}


class Arguments(NamedTuple):
    """Arguments of one call."""

    positional: tuple[Any, ...] = ()
    named: Mapping[str, Any] = MappingProxyType({})


class CaseResult(NamedTuple):
    """What a case came to, its names told apart from those of other cases no more."""

    end: End
    answer: str | None
    change: frozenset[str]
    requests: tuple[str, ...]
    error: WeComError | None


class CaseRunner:
    """A simulator with a client, for any number of cases one after the other."""

    def __init__(self, driver: str) -> None:
        self.sim = Simulator(clock=lambda: NOON).start()
        self.driver = DRIVERS[driver](self.sim)
        self._cases = 0

    def close(self) -> None:
        self.driver.close()
        self.sim.stop()

    def run(self, name: str, row: Row, *, cold: bool) -> CaseResult:
        """Carry out one case: groups of its own, the faults, the call."""
        self._cases += 1
        tag = f"case{self._cases:04d}"
        arguments = self._arrange(name, tag)
        if cold:
            self.driver.start_cold()
        else:
            # The token may have been refused in the case before.
            self.driver.fetch_token()
        begin, before = len(self.sim.requests), self._state()
        for fault in faults(row.faults):
            fault.add_to(self.sim, name)
            if fault.kind.startswith("slow"):
                self.driver.delay = Delay(self.sim, fault, name)
        answer, error = None, None
        try:
            answer = self.driver.call(name, arguments).raw
        except WeComError as caught:
            error = caught
        delay, self.driver.delay = self.driver.delay, None
        if delay is not None:
            delay.end()
        seen = self.sim.requests[begin:]
        self.sim.clear_faults()
        own = [one for one in seen if one.operation == f"{GROUPCHAT}/{name}"]
        tokens = len(seen) - len(own)
        came = End(_outcome(error), len(own), sum(one.done for one in own), tokens)
        return CaseResult(
            came,
            None if answer is None else _plain(answer, tag),
            frozenset(_plain(one, tag) for one in self._changed(before)),
            tuple(_plain(_sent(one), tag) for one in seen),
            error,
        )

    def _state(self) -> dict[str, Any]:
        return {**self.sim.groups, **self.sim.join_ways}

    def _changed(self, before: dict[str, Any]) -> list[tuple[Any, Any]]:
        """Return each group and join way that is another one now, as it was and as it is."""
        now = self._state()
        pairs = ((before.get(key), now.get(key)) for key in {**before, **now})
        return [(was, became) for was, became in pairs if was is not became]

    def _arrange(self, name: str, tag: str) -> Arguments:
        """Make groups that no other case knows, and return the arguments of a call."""
        old, new = f"old-{tag}", f"new-{tag}"
        ids = [f"wr-{tag}-a", f"wr-{tag}-b"]
        self.sim.add_member(new)
        for chat_id, days in zip(ids, (20, 3), strict=True):
            created = TODAY - days * DAY
            self.sim.add_group(old, chat_id=chat_id, members=["wm-1"], create_time=created)
        if name == "transfer":
            self.sim.resign(old)
        if name in ("transfer", "onjob_transfer"):
            return Arguments((fill(name, "chat_id_list", ids), new))
        if name == "get":
            return Arguments((ids[0],), {"need_name": True})
        if name.endswith("join_way"):
            return self._arrange_join_way(name, tag, ids)
        owners = {"userid_list": fill(name, "owner_filter.userid_list", [old])}
        if name == "list":
            return Arguments((10,), {"owner_filter": owners})
        begin, end = (
            TODAY - days_ago(operation(name), parameter(name, day)) * DAY
            for day in ("day_begin_time", "day_end_time")
        )
        named = {"day_end_time": end, **({"order_by": 2} if name == "statistic" else {})}
        return Arguments((begin, owners), named)

    def _arrange_join_way(self, name: str, tag: str, ids: list[str]) -> Arguments:
        if name == "add_join_way":
            groups = fill(name, "chat_id_list", ids[:1])
            return Arguments((2, groups), {"remark": "stand", "state": tag})
        way = self._join_way(ids[0])
        if name == "update_join_way":
            return Arguments((way, 1, fill(name, "chat_id_list", ids[1:])), {"remark": "door"})
        return Arguments((way,))

    def _join_way(self, chat_id: str) -> str:
        """Make a join way as the operation does, whether or not the specs still have it."""
        application = self.sim._tokens._applications[self.sim.secret]
        params = {"scene": 2, "chat_id_list": [chat_id]}
        with self.sim._lock:
            add = self.sim._dispatcher._handlers[path_of("add_join_way")]
            return str(add(params, application)["config_id"])


OPERATIONS = tuple(existing(sorted(KNOWN)))
"""The operations of customer groups that the specs have."""


def _outcome(error: WeComError | None) -> str:
    if error is None:
        return "ok"
    if isinstance(error, APIError):
        return type(error).__name__ + ("?" if error.after_unknown else "")
    assert isinstance(error, (TransportError, ResponseError))
    if isinstance(error, ResponseError):
        assert error.outcome == "unknown"
        return "garbled"
    return error.outcome


def _sent(request: SeenRequest) -> tuple[Any, ...]:
    query = {**request.query, "corpid": "***"} if "corpid" in request.query else request.query
    return request.method, request.path, sorted(query.items()), request.body


def _plain(value: Any, tag: str) -> str:
    return _CONFIG_ID.sub("a-way", repr(value)).replace(tag, "case")
