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
from generator.targets import read_api, render

ROOT = Path(__file__).resolve().parents[2]
GOLDEN_SPECS = Path(__file__).with_name("specs")
GOLDEN = Path(__file__).with_name("golden")

REQUESTS_HAS_TYPES = Version(version("requests")) >= Version("2.34")
typed_requests = pytest.mark.skipif(
    not REQUESTS_HAS_TYPES, reason="requests before 2.34 has no types"
)
"""For tests that check the types of what calls requests, where the lowest versions are tried."""

_PRELUDE = """
import json
from datetime import date
from wecom_client import ParameterError, Settings, WeComClient, WeComError
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

    def __init__(self, answer=None, **options):
        super().__init__(access_token="token", clock=lambda: NOON, **options)
        self._transport = Transport({"errcode": 0, "errmsg": "ok", **(answer or {})})
        self.sent = self._transport.sent

def refused(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except ParameterError as error:
        return [[one.path, one.rule] for one in error.problems]
    return []

def operations():
    '''Return the module of every operation by its path.'''
    from wecom_client._operations import OPERATIONS
    return OPERATIONS

def errors():
    '''Return the table of error codes.'''
    from wecom_client._error_table import ERRORS
    return ERRORS

def show(value):
    print(json.dumps(value))
"""


_RUNNER = """
import contextlib, io, json, sys, traceback
for line in sys.stdin:
    shown = io.StringIO()
    try:
        with contextlib.redirect_stdout(shown):
            exec(compile(json.loads(line), "program", "exec"), {"__name__": "__main__"})
        answer = [True, shown.getvalue()]
    except BaseException:
        answer = [False, traceback.format_exc()]
    print(json.dumps(answer), flush=True)
"""


@dataclass(frozen=True)
class Generated:
    """A package that the generator wrote."""

    path: Path

    def run(self, program: str) -> Any:
        """Run a program against the package and return what it shows."""
        runner = _RUNNING.get(self.path) or self._begin()
        assert runner.stdin is not None
        assert runner.stdout is not None
        print(json.dumps(_PRELUDE + textwrap.dedent(program)), file=runner.stdin, flush=True)
        is_fine, told = json.loads(runner.stdout.readline())
        assert is_fine, told
        return json.loads(told)

    def _begin(self) -> subprocess.Popen[str]:
        """Begin a process that has the package, and runs one program after another."""
        _RUNNING[self.path] = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", _RUNNER],
            env={**os.environ, "PYTHONPATH": str(self.path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="ascii",  # JSON; a locale may lack what a program says
        )
        return _RUNNING[self.path]


_RUNNING: dict[Path, subprocess.Popen[str]] = {}


def end_programs() -> None:
    """End the processes in which programs ran."""
    while _RUNNING:
        _, runner = _RUNNING.popitem()
        runner.communicate()


def generate(specs: Path, output: Path) -> Generated:
    """Render a folder of specs into a folder."""
    publish(render(read_api(specs)), output)
    return Generated(output)


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return every file and folder below a folder; a folder has no content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
