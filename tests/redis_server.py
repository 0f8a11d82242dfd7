"""A real Redis for tests, on a free port of loopback; they are skipped where there is none."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class RedisServer:
    """A Redis that keeps everything in memory; it can be stopped and started again, then empty."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self._port: int = listener.getsockname()[1]
        self._process: subprocess.Popen[str] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        options = {"port": self._port, "bind": "127.0.0.1", "save": "", "appendonly": "no"}
        command = ["redis-server", "-"]
        self._process = process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f'{name} "{value}"\n' for name, value in options.items()))
        process.stdin.close()
        for line in process.stdout:
            if "Ready to accept connections" in line:
                return
        raise RuntimeError(f"redis-server ended with status {process.wait()}")

    def stop(self) -> None:
        """Stop it, with all that it holds."""
        process, self._process = self._process, None
        if process is not None and process.stdout is not None:
            process.terminate()
            process.wait(10)
            process.stdout.close()


@contextmanager
def running_redis() -> Iterator[RedisServer]:
    """Run a Redis, or skip the test."""
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not installed")
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
