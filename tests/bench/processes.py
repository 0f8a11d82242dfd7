"""Eight processes that share a token store against eight that were given the token.

`python -m tests.bench.processes ours|bare URL STORE CALLS` is one of them: it says when it is
ready, and makes its calls when it is told to.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import Any

import requests

from wecom_client import FileTokenStore, WeComClient

from .measure import ROOT, Row, environment, row
from .server import ANSWERS, serving

NEEDS = ("get",)
PROCESSES = 8


def rows(quick: bool) -> Iterator[Row]:
    """Compare the seconds of one call when all processes call at the same time."""
    processes, calls, rounds = (2, 5, 1) if quick else (PROCESSES, 500, 5)
    with tempfile.TemporaryDirectory() as folder, serving("--members", "20") as url:
        store = str(Path(folder) / "tokens.json")
        taken: list[list[float]] = [[], []]
        for _ in range(rounds):
            for kind, seconds in zip(("ours", "bare"), taken, strict=True):
                seconds.append(_together(kind, url, store, processes, calls))
    what = f"get, {processes} processes at once, one shared store"
    yield row(what, taken, "requests, the token at hand")


def _together(kind: str, url: str, store: str, processes: int, calls: int) -> float:
    """Return the seconds that one call takes while all processes are at it."""
    command = [sys.executable, "-m", "tests.bench.processes", kind, url, store, str(calls)]
    with environment() as env, ExitStack() as stack:
        workers = [
            stack.enter_context(
                subprocess.Popen(
                    command,
                    env=env,
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for _ in range(processes)
        ]
        for worker in workers:
            _expect(worker, "ready")
        begin = perf_counter()
        for worker in workers:
            if worker.stdin is not None:
                worker.stdin.write("go\n")
                worker.stdin.flush()
        for worker in workers:
            _expect(worker, "done")
        return (perf_counter() - begin) / (processes * calls)


def _expect(worker: subprocess.Popen[str], word: str) -> None:
    said = worker.stdout.readline() if worker.stdout is not None else ""
    if said.strip() != word:
        raise RuntimeError(f"a process said {said!r} instead of {word!r}")


def main() -> None:
    """Make calls, one after the other."""
    kind, url, store, calls = sys.argv[1:]
    call = _ours(url, store) if kind == "ours" else _bare(url)
    call()
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(calls)):
        call()
    print("done", flush=True)


def _ours(url: str, store: str) -> Callable[[], Any]:
    wecom = WeComClient("corp", "secret", base_url=url, token_store=FileTokenStore(store))
    groupchat: Any = wecom.externalcontact.groupchat
    return lambda: groupchat.get("wrOgQhDgAAMYQiS5ol9G")


def _bare(url: str) -> Callable[[], Any]:
    session = requests.Session()
    token = ANSWERS["/cgi-bin/gettoken"]["access_token"]
    address = f"{url}/cgi-bin/externalcontact/groupchat/get?access_token={token}"
    body = {"chat_id": "wrOgQhDgAAMYQiS5ol9G"}
    return lambda: session.post(address, json=body, timeout=(5, 30)).json()


if __name__ == "__main__":
    main()
