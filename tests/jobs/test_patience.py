"""Pages and figures wait out a block as bulk reads do; a batch ends with what is done."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, BatchError, RateLimitError, Request

from ..exchange import Reply, Send, Tools
from .fixtures import BY_CURSOR, READS, TODAY, Runner, counts

MakeRunner = Callable[..., Runner]

BLOCKED = {"errcode": 45009, "errmsg": "too often"}
IN_DAYS = {"first": TODAY - 86400 * 20, "last": TODAY - 86400, "owners": {"ids": ["abel"]}}


def blocked_for(seconds: float, answer: Callable[[Request], Any]) -> Callable[[Runner], Any]:
    """Return a server that refuses every call after its first, for so long."""

    def server(runner: Runner) -> Callable[[Request], Any]:
        begin = TODAY + 3600

        def serve(request: Request) -> Any:
            is_first = len(runner.server.seen) == 1
            return answer(request) if is_first or runner.server.now > begin + seconds else BLOCKED

        return serve

    return server


def started(make_runner: MakeRunner, server: Callable[[Runner], Any], **options: Any) -> Runner:
    runner = make_runner(page, **options)
    runner.server.answer = server(runner)
    return runner


def page(request: Request) -> Any:
    assert request.json is not None
    number = int(request.json.get("cursor") or 0)
    following = str(number + 1) if number < 3 else ""
    return {"things": [{"thing_id": f"t{number}"}], "next_cursor": following}


def moved(request: Request) -> Any:
    return {"failed": []}


def counted(request: Request) -> Any:
    return {"counts": []}


@pytest.mark.parametrize("seconds", [60, 3600])
def test_pages_are_fetched_on_after_a_block(make_runner: MakeRunner, seconds: int) -> None:
    runner = started(make_runner, blocked_for(seconds, page))
    assert [one.thing_id for one in runner.take(runner.items(BY_CURSOR))] == [
        f"t{number}" for number in range(4)
    ]


@pytest.mark.parametrize("seconds", [60, 3600])
def test_figures_are_fetched_on_after_a_block(make_runner: MakeRunner, seconds: int) -> None:
    runner = started(make_runner, blocked_for(seconds, counted))
    assert runner.window(counts("count", "owner", paged=False), IN_DAYS).errcode == 0
    assert len(runner.server.seen) > 4


def test_a_block_ends_a_batch_with_what_is_done(make_runner: MakeRunner) -> None:
    """It changes something: whether it still should an hour later is not for it to say."""
    runner = started(make_runner, blocked_for(60, moved))
    with pytest.raises(BatchError) as caught:
        runner.batch([f"i{number}" for number in range(30)])
    result = caught.value.result
    assert (len(result.done), result.unknown, len(result.not_tried)) == (10, (), 20)
    assert runner.server.now < TODAY + 3600 + 30


def test_without_patience_a_block_ends_a_job_at_once(make_runner: MakeRunner) -> None:
    runner = started(make_runner, blocked_for(60, page), patience=0)
    items = runner.items(BY_CURSOR)
    assert len(runner.take(items, 1)) == 1
    with pytest.raises(RateLimitError):
        runner.take(items, 1)
    assert runner.server.waits == []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in which time passes by itself as soon as there is nothing else to do."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        selector: Any = self._selector  # type: ignore[attr-defined]
        select = selector.select

        def skip(timeout: float | None = None) -> Any:
            self._now += timeout or 0.0
            return select(0)

        selector.select = skip

    def time(self) -> float:
        return self._now


@pytest.mark.parametrize("errcode", [45009, 45036])
@pytest.mark.parametrize("concurrency", [1, 2, 20, 128])
@pytest.mark.parametrize("patience", [0, 0.4, 30, 7200])
def test_calls_under_way_have_no_more_patience_than_their_job(
    errcode: int, concurrency: int, patience: float
) -> None:
    """Refused together, they do not go on one by one once the time of all of them is over."""
    loop = VirtualLoop()
    sent: list[float] = []

    class Blocked:
        async def send(self, step: Send) -> Reply:
            sent.append(loop.time())
            await asyncio.sleep(0.1)
            return Reply(200, json.dumps({"errcode": errcode, "errmsg": "no"}).encode())

        async def aclose(self) -> None:
            """Do nothing: there are no connections."""

    class Client(AsyncWeComClient):
        _tools = Tools(monotonic=loop.time, random=lambda: 0.0)

    async def read() -> list[Any]:
        async with Client(access_token="a-token-of-the-tests", patience=patience) as client:
            client._transport = Blocked()  # type: ignore[assignment]
            keys = [f"i{number}" for number in range(300)]
            outcomes = client._bulk(READS, {}, keys, concurrency, None, False, None)
            return [outcome.error async for outcome in outcomes]

    try:
        errors = loop.run_until_complete(read())
        took = loop.time()
    finally:
        loop.close()
    assert len(errors) == 300
    assert {getattr(error, "errcode", None) for error in errors} == {errcode}
    assert patience <= took <= patience + 10
    # Those of the beginning, some that come closer together, and one a minute.
    assert len(sent) <= concurrency + 10 + patience / 60
