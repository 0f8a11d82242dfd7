"""A generated package in a folder of its own, and programs that use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from generator.output import publish
from generator.targets import read_api
from generator.targets.python.render import Renderer

ROOT = Path(__file__).resolve().parents[2]
GOLDEN_SPECS = Path(__file__).with_name("specs")
GOLDEN = Path(__file__).with_name("golden")

typed_requests = pytest.mark.skipif(
    Version(version("requests")) < Version("2.34"), reason="requests before 2.34 has no types"
)
"""For tests that check the types of what calls requests, where the lowest versions are tried."""

_PRELUDE = """
import json
from datetime import date
from wecom_client import ParameterError, Settings, WeComClient
from wecom_client._runtime.retry import Reply

NOON = 1700020800.0  # 2023-11-15 12:00 in UTC+8

class Transport:
    def __init__(self, answer):
        self._reply, self.sent = Reply(200, json.dumps(answer).encode()), []

    def send(self, step):
        request = step.request
        self.sent.append([request.method, request.path, dict(request.params), request.json])
        return self._reply

class Client(WeComClient):
    '''Answers every call with the same, and keeps what would have been sent.'''

    def __init__(self, answer=None):
        super().__init__(access_token="token", clock=lambda: NOON)
        self._transport = Transport({"errcode": 0, "errmsg": "ok", **(answer or {})})
        self.sent = self._transport.sent

def refused(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except ParameterError as error:
        return [[one.path, one.rule] for one in error.problems]
    return []

def show(value):
    print(json.dumps(value))
"""


@dataclass(frozen=True)
class Generated:
    """A package that the generator wrote."""

    path: Path

    def run(self, program: str, **environment: str) -> Any:
        """Run a program against the package and return what it shows."""
        done = subprocess.run(
            # not an argument: a locale may lack what stands in it
            [sys.executable, "-W", "error", "-"],
            input=_PRELUDE + textwrap.dedent(program),
            env={**os.environ, "PYTHONPATH": str(self.path), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def generate(specs: Path, output: Path) -> Generated:
    """Render a folder of specs into a folder."""
    publish(Renderer(read_api(specs)).render(), output)
    return Generated(output)


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return every file and folder below a folder; a folder has no content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
