"""A process of the soak: carries out lanes in threads or in tasks, and writes down what came.

`python -m tests.soak.worker` reads its plan as JSON from its standard input and writes a log,
one JSON object a line, to the file that the plan names.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any, TextIO

from wecom_client import (
    AsyncWeComClient,
    FileTokenStore,
    RedisTokenStore,
    TokenStore,
    WeComClient,
    WeComError,
)

from ..exchange import Policy, Tools
from .workload import Call, CallOutcome, Entry, Lane, Workload

# Waits are shorter than usual, so that more happens in a minute.
POLICY = Policy(first=0.05, longest=0.8)
TIMEOUT = 1.0
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class SyncClient(WeComClient):
    _tools = Tools(policy=POLICY)


class AsyncClient(AsyncWeComClient):
    _tools = Tools(policy=POLICY)


class ReportLog:
    """The file that the lanes of a process write to."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lock = threading.Lock()

    def write(self, entry: Entry) -> None:
        """Write one line, whole, so that a process that is killed leaves what was true."""
        line = json.dumps(entry) + "\n"
        with self._lock:
            self._file.write(line)
            self._file.flush()


class Gauge:
    """Reads what a leak would make grow: descriptors, threads, memory."""

    def __init__(self) -> None:
        self._taken: dict[str, dict[str, int]] = {}

    def take(self, moment: str, *, lowest: bool = False) -> None:
        """Read it all, the memory once what is of no use any more was collected.

        `lowest`: keep what was read for this moment before, if less memory was in use.
        """
        gc.collect()
        read = {
            "fds": _count("/proc/self/fd"),
            "threads": threading.active_count(),
            "blocks": sys.getallocatedblocks(),
            "rss": _resident(),
        }
        before = self._taken.get(moment)
        if not lowest or before is None or read["blocks"] < before["blocks"]:
            self._taken[moment] = read

    def entry(self, rounds: int) -> Entry:
        """Return what goes into the log."""
        return {"job": "leaks", "rounds": rounds, **self._taken}


def _count(folder: str) -> int:
    return len(list(Path(folder).iterdir())) if Path(folder).is_dir() else 0


def _resident() -> int:
    """Return the bytes of memory that are in use, 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * _PAGE if statm.exists() else 0


class Rounds:
    """Counts the rounds of all lanes.

    The process is warm after the first of each lane. Other lanes are in the midst of their jobs
    then, and hold memory for them; so it is the lowest reading of the first half that counts.
    """

    def __init__(self, lanes: int, half: float, gauge: Gauge) -> None:
        self._lanes = lanes
        self._until = time.monotonic() + half
        self._gauge = gauge
        self._lock = threading.Lock()
        self.count = 0

    def after(self, number: int) -> None:
        """Count one."""
        with self._lock:
            self.count += 1
            if self.count == self._lanes:
                self._gauge.take("warm")
            elif self.count > self._lanes and time.monotonic() < self._until:
                self._gauge.take("warm", lowest=True)


def main() -> None:
    """Work for as long as the plan says."""
    plan = json.load(sys.stdin)
    begin = time.monotonic()
    with Path(plan["log"]).open("w", encoding="utf-8") as file:
        log = ReportLog(file)
        gauge = Gauge()
        rounds = Rounds(len(plan["lanes"]), plan["seconds"] / 2, gauge)

        def work_of(lane: dict[str, Any]) -> Workload:
            made = Lane(lane, log.write, lambda: time.monotonic() - begin)
            return made.rounds(plan["seconds"], rounds.after)

        works = [work_of(lane) for lane in plan["lanes"]]
        warm_up_imports()
        gauge.take("before")
        if plan["kind"] == "sync":
            run_in_threads(plan, works, gauge)
        else:
            asyncio.run(run_in_tasks(plan, works, gauge))
        gauge.take("after")
        log.write(gauge.entry(rounds.count))


def warm_up_imports() -> None:
    """Make what every process makes once, such as the descriptor of an event loop's signals."""
    asyncio.run(asyncio.sleep(0))


def store_of(plan: dict[str, Any]) -> TokenStore:
    """Return the store that all processes share."""
    where: str = plan["store"]
    return (
        RedisTokenStore.from_url(where) if plan["store_kind"] == "redis" else FileTokenStore(where)
    )


def client_options(plan: dict[str, Any]) -> dict[str, Any]:
    """Return what both kinds of clients are made with."""
    return {"base_url": plan["base_url"], "timeout": TIMEOUT, "token_store": store_of(plan)}


def run_in_threads(plan: dict[str, Any], works: list[Workload], gauge: Gauge) -> None:
    """Carry out each lane in a thread."""
    failed: list[BaseException] = []

    def run(groupchat: Any, work: Workload) -> None:
        try:
            drive(groupchat, work)
        except BaseException as error:
            failed.append(error)

    with SyncClient(plan["corp_id"], plan["secret"], **client_options(plan)) as wecom:
        groupchat: Any = wecom.externalcontact.groupchat
        threads = [threading.Thread(target=run, args=(groupchat, work)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        gauge.take("end")
    if failed:
        raise failed[0]


def drive(groupchat: Any, work: Workload) -> None:
    """Carry out a lane, one job after the other."""
    came: CallOutcome | None = None
    while True:
        try:
            call = next(work) if came is None else work.send(came)
        except StopIteration:
            return
        came = _carry_out(groupchat, call)


def _carry_out(groupchat: Any, call: Call) -> CallOutcome:
    taken: list[Any] = []
    answer: Any = None
    try:
        answer = getattr(groupchat, call.method)(*call.args, **call.kwargs)
        if not hasattr(answer, "__next__"):
            return CallOutcome(answer, None)
        for one in answer:
            taken.append(one)
    except WeComError as error:
        return CallOutcome(taken, error, getattr(answer, "position", None))
    return CallOutcome(taken, None)


async def run_in_tasks(plan: dict[str, Any], works: list[Workload], gauge: Gauge) -> None:
    """Carry out each lane in a task."""
    async with AsyncClient(plan["corp_id"], plan["secret"], **client_options(plan)) as wecom:
        groupchat: Any = wecom.externalcontact.groupchat
        await asyncio.gather(*(adrive(groupchat, work) for work in works))
        gauge.take("end")


async def adrive(groupchat: Any, work: Workload) -> None:
    """Carry out a lane, one job after the other."""
    came: CallOutcome | None = None
    while True:
        try:
            call = next(work) if came is None else work.send(came)
        except StopIteration:
            return
        came = await _acarry_out(groupchat, call)


async def _acarry_out(groupchat: Any, call: Call) -> CallOutcome:
    taken: list[Any] = []
    answer: Any = None
    try:
        answer = getattr(groupchat, call.method)(*call.args, **call.kwargs)
        if not hasattr(answer, "__anext__"):
            return CallOutcome(await answer, None)
        async for one in answer:
            taken.append(one)
    except WeComError as error:
        return CallOutcome(taken, error, getattr(answer, "position", None))
    return CallOutcome(taken, None)


if __name__ == "__main__":
    main()
