"""Far more calls at the same time than there are connections: none is lost, doubled or mixed up."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from wecom_client import AsyncWeComClient, WeComClient
from wecom_client.simulator import Simulator

from ..model import methods, needs, path_of

TASKS, THREADS = 900, 300


async def with_tasks(sim: Simulator, chat_ids: list[str]) -> list[Any]:
    async with AsyncWeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
        groupchat = methods(wecom)
        return await asyncio.gather(*(groupchat.get(chat_ids[n % 7]) for n in range(TASKS)))


def with_threads(sim: Simulator, chat_ids: list[str]) -> list[Any]:
    with (
        WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom,
        ThreadPoolExecutor(THREADS) as threads,
    ):
        groupchat = methods(wecom)
        return list(threads.map(lambda n: groupchat.get(chat_ids[n % 7]), range(THREADS)))


@needs("get")
def test_a_crowd_of_tasks_and_one_of_threads_get_each_their_own_answer() -> None:
    with Simulator() as sim, ThreadPoolExecutor(1) as beside:
        chat_ids = [sim.add_group("lisi") for _ in range(7)]
        threads = beside.submit(with_threads, sim, chat_ids)
        answers = asyncio.run(with_tasks(sim, chat_ids))
        others = threads.result(timeout=300)
        sent = Counter(one.path.partition("/cgi-bin/")[2] for one in sim.requests)
    for found in (answers, others):
        assert [one.group_chat.chat_id for one in found] == [
            chat_ids[n % 7] for n in range(len(found))
        ]
    assert (len(answers), len(others)) == (TASKS, THREADS)
    assert sent == {path_of("get"): TASKS + THREADS, "gettoken": 2}
