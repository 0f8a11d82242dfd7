"""A Redis that goes away in the middle of a bulk read, or refuses a part of what it needs."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, Progress, RedisTokenStore, WeComClient
from wecom_client.simulator import Simulator

from ..exchange import Tools
from ..model import methods, needs
from ..redis_proxy import proxied
from ..redis_server import RedisServer, redis_server

__all__ = ["redis_server"]

COUNT = 120


@needs("get")
@pytest.mark.parametrize("asynchronous", [False, True])
def test_every_id_is_answered_once_while_redis_stops_and_starts(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    def disturb(progress: Progress) -> None:
        """Take Redis away, and the token with it, when the client needs both."""
        if progress.done == 30:
            redis_server.stop()
        if progress.done in (40, 90):
            sim.expire_token()
        if progress.done == 70:
            redis_server.start()

    with Simulator() as sim, caplog.at_level(logging.INFO, "wecom_client"):
        sim.add_member("abel")
        ids = [sim.add_group("abel") for _ in range(COUNT)]
        store = RedisTokenStore.from_url(redis_server.url)
        options: Any = {"base_url": sim.base_url, "token_store": store}
        # as quick as it goes, and still each call asks Redis for its slot
        read: Any = {"concurrency": 4, "rate": 1_000_000, "on_progress": disturb}
        if asynchronous:

            async def run() -> list[Any]:
                async with AsyncWeComClient(sim.corp_id, sim.secret, **options) as wecom:
                    groupchat = methods(wecom)
                    return [one async for one in groupchat.get_many(ids, **read)]

            outcomes = asyncio.run(run())
        else:
            with WeComClient(sim.corp_id, sim.secret, **options) as wecom:
                outcomes = list(methods(wecom).get_many(ids, **read))
        assert sorted(one.key for one in outcomes) == sorted(ids)
        assert [one.error for one in outcomes if one.error is not None] == []
        assert sim.token_requests == 3
    told = [one.partition(" (")[0] for one in caplog.messages if "does not work" in one]
    # Each of those that were needed meanwhile, once.
    assert len(told) == len(set(told)) > 0
    assert "token store RedisTokenStore: the shared rate does not work" in told
    assert sim.secret not in caplog.text


@needs("get")
def test_a_redis_that_refuses_the_script_of_the_rate_shares_the_token_and_each_keeps_its_own_pace(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    waits: list[float] = []

    class Client(WeComClient):
        _tools = Tools(sleep=waits.append)

    with Simulator() as sim, proxied(redis_server) as proxy:
        proxy.refuse(b"'time'", b"ERR Write commands not allowed after non deterministic commands")
        sim.add_member("abel")
        ids = [sim.add_group("abel") for _ in range(3)]
        for _ in range(4):
            url = f"redis://127.0.0.1:{proxy.port}"
            store = RedisTokenStore.from_url(url, socket_timeout=30)
            options: Any = {"base_url": sim.base_url, "token_store": store}
            with Client(sim.corp_id, sim.secret, **options) as wecom:
                outcomes = list(methods(wecom).get_many(ids, rate=1))
            assert [one.error for one in outcomes] == [None] * 3
            # The first at once, the others a minute after each other.
            assert [round(one / 60) for one in sorted(waits)] == [1, 2]
            waits.clear()
        assert sim.token_requests == 1
    told = [one.partition(" (")[0] for one in caplog.messages]
    assert told == ["token store RedisTokenStore: the shared rate does not work"] * 4
