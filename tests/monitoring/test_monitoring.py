"""With tracing on, neither secret nor token leaves the process, and users' spans stay theirs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from ..redis_server import RedisServer, find_program
from ..runtime.test_leaks import FORBIDDEN
from .tools import TOOLS
from .watched import BEHAVIOURS

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("sync", "async")
RUNS = [(tool, order) for tool in TOOLS for order in ("tool first", "client first")]
RUNS.remove(("streaming sentry", "client first"))  # says nothing that the other ways do not


@pytest.fixture(scope="module")
def redis_socket() -> Iterator[str]:
    """Return the socket of a Redis; without a server here, its commands are left out."""
    if find_program() is None:
        yield ""
        return
    server = RedisServer()
    yield server.socket
    server.stop()


@cache
def watched(tool: str, order: str, redis_socket: str) -> dict[str, Any]:
    """Run the program; return what it told, with what it wrote to standard error."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "tests.monitoring.watched"]
        ended = subprocess.run(
            [*command, tool, order, redis_socket, str(report)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert ended.returncode == 0, ended.stderr
        return {**json.loads(report.read_text("utf-8")), "errors": ended.stderr}


@pytest.fixture(params=RUNS, ids=": ".join)
def told(request: pytest.FixtureRequest, redis_socket: str) -> dict[str, Any]:
    return watched(*request.param, redis_socket)


def leaks(text: str) -> list[str]:
    return [word for word in FORBIDDEN if word in text]


@pytest.mark.parametrize("kind", KINDS)
def test_no_span_breadcrumb_metric_or_error_holds_secret_or_token(
    told: dict[str, Any], kind: str
) -> None:
    assert [one for one in told[kind]["exported"] if leaks(one)] == []


def test_nothing_that_a_tool_prints_holds_them(told: dict[str, Any]) -> None:
    assert leaks(told["errors"]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_calls_come_to_what_they_come_to_without_a_tool(told: dict[str, Any], kind: str) -> None:
    outcomes = {what: text.partition(":")[0] for what, text in told[kind]["outcomes"].items()}
    assert len(outcomes) > 2 * len(BEHAVIOURS)
    interruption = "KeyboardInterrupt" if kind == "sync" else "CancelledError"
    expected = {"succeeds": "done", "interrupted": interruption, "finds nobody": "TransportError"}
    for words, outcome in expected.items():
        found = {came for what, came in outcomes.items() if what.endswith(words)}
        assert found == {outcome}, words
    assert {came for what, came in outcomes.items() if "store" in what or "that is" in what} >= {
        "done"
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_span_round_a_call_stays_current_keeps_its_name_and_gets_its_attributes(
    told: dict[str, Any], kind: str
) -> None:
    calls = told[kind]["kept"]
    assert [what for what, kept in calls.items() if not kept] == []
    mine = [attributes for name, attributes in told[kind]["spans"] if name == "mine"]
    assert len(mine) == len(calls)
    assert all({"before", "after"} <= set(attributes) for attributes in mine)


@pytest.mark.parametrize("kind", KINDS)
def test_no_span_is_there_but_the_users_own(told: dict[str, Any], kind: str) -> None:
    assert {name for name, _ in told[kind]["spans"]} <= {"mine", "whole"}


@pytest.mark.parametrize("library", ["requests", "urllib3", "aiohttp"])
def test_the_users_own_requests_are_traced_as_before(told: dict[str, Any], library: str) -> None:
    assert [one for one in told["own"] if f"own?by={library}" in one or f"by={library}" in one]


def test_the_users_own_redis_commands_are_traced_as_before(
    told: dict[str, Any], redis_socket: str
) -> None:
    if not redis_socket:
        pytest.skip("no server")
    assert [one for one in told["own"] if "own-by-redis" in one or '"GET ?"' in one]


@pytest.mark.parametrize("kind", KINDS)
def test_without_our_doing_the_tool_would_have_exported_them(
    told: dict[str, Any], kind: str
) -> None:
    """The other tests prove something only where this tool looks at this client at all."""
    assert leaks("\n".join(told["unprotected"][kind]))
