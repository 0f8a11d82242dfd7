"""Operations to run jobs over, and clients without a network: a function stands in for a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from typing import Any

from wecom_client import AsyncWeComClient, FailedRecord, Operation, Request, WeComClient

from ..declarations import (
    Answer,
    Array,
    Batch,
    Bulk,
    Day,
    ErrorEntry,
    Integer,
    NotBefore,
    Object,
    Pagination,
    PartialAnswer,
    Record,
    String,
    Window,
    many,
    one,
    values,
)
from ..exchange import NoReply, Reply, Send, Tools

DAY = 86400
TODAY = 1_700_000_000 // DAY * DAY - 8 * 3600 + DAY
"""00:00 UTC+8 of some day."""

ERRORS = {
    7001: ErrorEntry("conflict", "it is so already", "nothing to do"),
    7002: ErrorEntry("conflict", "somebody holds it", "ask again later"),
    7003: ErrorEntry("quota", "no more today", "wait for tomorrow"),
}

Server = Callable[[Request], "dict[str, Any] | NoReply | Reply | BaseException"]


class Thing(Record):
    thing_id: str
    size: int


class FailedThing(FailedRecord, errors=ERRORS):
    thing_id: str
    errcode: int
    errmsg: str


class LeftOut(Record):
    owners: tuple[str, ...] = values()


class ListAnswer(Answer):
    left_out: LeftOut | None = one(LeftOut)
    things: tuple[Thing, ...] = many(Thing)
    names: tuple[str, ...] = values()
    next_cursor: str
    following: int
    total: int


def operation(name: str, *, repeatable: bool = True) -> Operation:
    return Operation(f"things/{name}", "POST", repeatable, f"https://doc.example/{name}")


LIST = Object(
    {"kind": String(), "cursor": String(), "limit": Integer(minimum=1, maximum=100)},
    required=("limit",),
)
BY_CURSOR: Pagination[Thing] = Pagination(
    operation("list"),
    LIST,
    ListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="things",
)
BY_OFFSET: Pagination[Thing] = Pagination(
    operation("list_by_offset"),
    Object({"offset": Integer(minimum=0), "limit": Integer(minimum=1, maximum=100)}),
    ListAnswer,
    position="offset",
    next="following",
    size="limit",
    items="things",
    total="total",
)
NAMES: Pagination[str] = Pagination(
    operation("list_names"),
    Object({"kind": String(), "cursor": String()}),
    ListAnswer,
    position="cursor",
    next="next_cursor",
    items="names",
)
"""Pages of plain values, and of a size that nobody can say."""
OF_OWNERS: Pagination[Thing] = Pagination(
    operation("list_of_owners"),
    Object(
        {
            "kind": String(),
            "owners": Array(String(min_length=1), min_items=1, max_items=3),
            "cursor": String(),
            "limit": Integer(minimum=1, maximum=100),
        },
        required=("owners",),
    ),
    ListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="things",
    parameter="owners",
    argument="people",
    skipped="left_out.owners",
    skipped_when=(60112, 60113),
)

MOVE = operation("move", repeatable=False)


class MoveAnswer(PartialAnswer, operation=MOVE, errors=ERRORS, failures="failed", key="thing_id"):
    failed: tuple[FailedThing, ...] = many(FailedThing)


class MoveEveryAnswer(
    PartialAnswer, operation=MOVE, errors=ERRORS, failures="failed", key="thing_id", every=True
):
    failed: tuple[FailedThing, ...] = many(FailedThing)


def moves(answer: type[PartialAnswer]) -> Batch[FailedThing]:
    """Declare a batch that moves things."""
    return Batch(
        MOVE,
        Object(
            {
                "thing_ids": Array(String(min_length=1), min_items=1, max_items=10),
                "place": String(min_length=1),
            },
            required=("thing_ids", "place"),
        ),
        answer,
        parameter="thing_ids",
        argument="ids",
        done=(7001,),
        used_up=(7003,),
    )


MOVES = moves(MoveAnswer)
MOVES_OF_EVERY = moves(MoveEveryAnswer)
"""As `MOVES`; the answer has a record of each thing, and not of those alone that failed."""


class Figures(Record):
    made: int
    held: int


class Count(Record):
    owner: str
    day: int
    figures: Figures = one(Figures)


class CountAnswer(Answer):
    counts: tuple[Count, ...] = many(Count)
    following: int
    total: int


COUNT = Object(
    {
        "first": Day(min_days_ago=1, max_days_ago=400),
        "last": Day(min_days_ago=1, max_days_ago=400),
        "owners": Object(
            {"ids": Array(String(min_length=1), min_items=1, max_items=3)}, required=("ids",)
        ),
        "offset": Integer(minimum=0),
        "limit": Integer(minimum=1, maximum=2),
    },
    required=("first", "owners"),
    rules=(NotBefore("last", "first", 5),),
)


def counts(name: str, key: str, *, paged: bool) -> Window[CountAnswer]:
    asked = operation(name)
    pagination: Pagination[Count] = Pagination(
        asked,
        COUNT,
        CountAnswer,
        position="offset",
        next="following",
        size="limit",
        items="counts",
        total="total",
    )
    return Window(
        asked,
        COUNT,
        CountAnswer,
        begin="first",
        end="last",
        parameter="owners.ids",
        items="counts",
        key=key,
        sums=("figures.made",),
        latest=("figures.held",),
        pagination=pagination if paged else None,
    )


class ReadAnswer(Answer):
    thing: Thing = one(Thing)


READS: Bulk[ReadAnswer] = Bulk(
    operation("read"),
    Object({"thing_id": String(min_length=1), "depth": Integer(minimum=0)}, required=("thing_id",)),
    ReadAnswer,
    parameter="thing_id",
    argument="ids",
)


class PartsAnswer(Answer):
    thing: Thing = one(Thing)
    parts: tuple[Thing, ...] = many(Thing)
    tags: tuple[str, ...] = values()
    next_cursor: str
    following: int
    total: int


PARTS = Object(
    {
        "thing_id": String(min_length=1),
        "cursor": String(),
        "offset": Integer(minimum=0),
        "limit": Integer(minimum=1, maximum=2),
    },
    required=("thing_id", "limit"),
)


def parts(items: str, **steering: Any) -> Bulk[PartsAnswer]:
    """Declare a bulk read of things whose parts come in pages."""
    asked = operation("parts")
    pagination: Pagination[Any] = Pagination(
        asked, PARTS, PartsAnswer, size="limit", items=items, **steering
    )
    return Bulk(
        asked, PARTS, PartsAnswer, parameter="thing_id", argument="ids", pagination=pagination
    )


PARTS_BY_CURSOR = parts("parts", position="cursor", next="next_cursor")
TAGS_BY_CURSOR = parts("tags", position="cursor", next="next_cursor")
PARTS_BY_OFFSET = parts("parts", position="offset", next="following", total="total")


class FakeServer:
    """A server whose answers a function gives, with a clock that only waits move on."""

    def __init__(self, answer: Server) -> None:
        self.answer = answer
        self.seen: list[dict[str, Any]] = []
        self.waits: list[float] = []
        self.now = float(TODAY + 3600)

    def reply(self, step: Send) -> Reply | NoReply:
        body = json.loads(step.body or b"{}")
        self.seen.append(body)
        came = self.answer(step.request)
        if isinstance(came, BaseException):
            raise came
        if isinstance(came, dict):
            return Reply(200, json.dumps({"errcode": 0, "errmsg": "ok", **came}).encode())
        return came

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


class _Transport:
    """Stands in for the network of a client."""

    def __init__(self, server: FakeServer) -> None:
        self._server = server

    def send(self, step: Send) -> Reply | NoReply:
        return self._server.reply(step)

    def start_anew(self) -> _Transport:
        """Go on in a forked child: there are no connections."""
        return self

    def close(self) -> None:
        """Do nothing: there are no connections."""


class _AsyncTransport(_Transport):
    async def aclose(self) -> None:
        """Do nothing: there are no connections."""

    async def send(self, step: Send) -> Reply | NoReply:  # type: ignore[override]
        await asyncio.sleep(0)
        return self._server.reply(step)


def client_of(
    server: FakeServer, *, asynchronous: bool, checks: Any, access_token: Any = None, **options: Any
) -> Any:
    """Make a client whose network and whose time are those of the fake server."""
    tools = Tools(server.wait, lambda: server.now, lambda: 0.0)

    async def wait(seconds: float) -> None:
        server.wait(seconds)

    kind: Any = AsyncWeComClient if asynchronous else WeComClient
    members = {"_tools": tools, "_errors": ERRORS, "_sleep": staticmethod(wait)}
    client = type("Client", (kind,), members)(
        access_token=access_token or "a-token-of-the-tests",
        checks=checks,
        clock=lambda: server.now,
        **options,
    )
    client._transport = _AsyncTransport(server) if asynchronous else _Transport(server)
    return client


class Runner:
    """Runs jobs through the synchronous or the asynchronous client, as one and the same."""

    def __init__(
        self, server: FakeServer, *, asynchronous: bool, checks: Any = "error", **options: Any
    ) -> None:
        self.server = server
        self.asynchronous = asynchronous
        self.client = client_of(server, asynchronous=asynchronous, checks=checks, **options)

    def close(self) -> None:
        if self.asynchronous:
            asyncio.run(self.client.aclose())
        else:
            self.client.close()

    def items(
        self, pagination: Pagination[Any], values: Any = None, start: Any = None, size: Any = 2
    ) -> Any:
        """Return an iterator that can be taken from with `take`."""
        return self.client._pagination(pagination, values or {}, start, size)

    def take(self, iterator: Any, most: int = 10**6) -> list[Any]:
        if not self.asynchronous:
            return [element for _, element in zip(range(most), iterator, strict=False)]

        async def run() -> list[Any]:
            taken: list[Any] = []
            if most:
                async for element in iterator:
                    taken.append(element)
                    if len(taken) == most:
                        break
            return taken

        return asyncio.run(run())

    def drain(self, outcomes: Any, keys: list[Any]) -> None:
        """Take all outcomes of a bulk read and note their keys as they come."""

        async def run() -> None:
            async for outcome in outcomes:
                keys.append(outcome.key)

        if self.asynchronous:
            asyncio.run(run())
            return
        for outcome in outcomes:
            keys.append(outcome.key)

    def batch(
        self,
        elements: Iterable[Any],
        place: str = "here",
        *,
        daily_limit: Any = None,
        journal: Any = None,
        dry_run: bool = False,
        batch: Batch[FailedThing] = MOVES,
    ) -> Any:
        came = self.client._batch(batch, {"place": place}, elements, daily_limit, journal, dry_run)
        return asyncio.run(came) if self.asynchronous else came

    def window(self, window: Window[CountAnswer], values: dict[str, Any]) -> Any:
        came = self.client._window(window, values)
        return asyncio.run(came) if self.asynchronous else came

    def bulk(self, elements: Any, values: Any = None, **options: Any) -> list[Any]:
        """Run a bulk read to its end."""
        if not self.asynchronous:
            return list(self.outcomes(elements, values, **options))

        async def run() -> list[Any]:
            return [outcome async for outcome in self.outcomes(elements, values, **options)]

        return asyncio.run(run())

    def outcomes(
        self,
        elements: Any,
        values: Any = None,
        concurrency: Any = 3,
        rate: Any = None,
        ordered: Any = False,
        on_progress: Any = None,
        bulk: Bulk[Any] = READS,
    ) -> Any:
        return self.client._bulk(
            bulk, values or {}, elements, concurrency, rate, ordered, on_progress
        )
