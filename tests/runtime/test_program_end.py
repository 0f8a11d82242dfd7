"""The end of a program in the middle of what the asynchronous client's store does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .loopback import Loopback

ROOT = Path(__file__).parents[2]

_PROGRAM = """
import asyncio, atexit, sys, threading
from wecom_client import AsyncWeComClient, MemoryTokenStore

ends = threading.Event()
atexit.register(ends.set)

class Store(MemoryTokenStore):
    answers_at_once = False
    entered = threading.Event()

    def load(self, key):
        if sys.argv[1] == "hangs":
            self.entered.set()
            threading.Event().wait()
        return super().load(key)

    def try_lock(self, key, seconds):
        release = super().try_lock(key, seconds)
        self.entered.set()

        def slowly():
            ends.wait(60)
            release()
            print("released", flush=True)

        return slowly

async def main():
    client = AsyncWeComClient("corp", "secret", base_url=sys.argv[2], token_store=Store())
    task = asyncio.create_task(client.call("GET", "x"))
    while not Store.entered.is_set():
        await asyncio.sleep(0.001)
    task.cancel()
    print("done", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize(("how", "said"), [("hangs", "done\n"), ("holds", "done\nreleased\n")])
def test_a_program_ends_though_its_store_hangs_and_releases_its_locks(
    how: str, said: str, server: Loopback
) -> None:
    command = [sys.executable, "-W", "error", "-c", _PROGRAM, how, server.base_url]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
