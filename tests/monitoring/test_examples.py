"""The examples of docs/monitoring.md do what the page says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ..runtime.test_leaks import FORBIDDEN

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = re.findall(
    r"^```python\n(.*?)^```", (ROOT / "docs" / "monitoring.md").read_text("utf-8"), re.M | re.S
)

# In a process of its own: a provider is set once, and what is instrumented stays so.
PROGRAM = """
import json, sys
from tests.environment import prepare_command
from tests.exchange import Tools
from tests.monitoring.tools import OpenTelemetry
from tests.monitoring.watched import BEHAVIOURS, PATH, authorized, issue
from tests.runtime.loopback import OK, Loopback, says
from wecom_client import WeComClient, WeComError

class Hasty(WeComClient):
    _tools = Tools(sleep=lambda _: None)

prepare_command()
tool = OpenTelemetry()
exec(sys.stdin.read())
server = Loopback()
server.script("gettoken", issue)
refused = {"errcode": 60003, "errmsg": "hint: [7]"}
server.script(PATH, says(OK), says({"errcode": -1}), says(refused))
with tool.span(), authorized(Hasty, {"base_url": server.base_url, "hooks": Spans()}) as wecom:
    wecom.call("POST", PATH)
    try:
        wecom.call("POST", PATH)
    except WeComError as error:
        pass
server.stop()
print(json.dumps([json.loads(one) for one in tool.exported() if "resource_metrics" not in one]))
"""


@pytest.fixture(scope="module")
def spans() -> list[dict[str, Any]]:
    [block] = [one for one in BLOCKS if "class Spans" in one]
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=block,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    assert not [word for word in FORBIDDEN if word in ended.stdout]
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    return found


def test_each_send_is_one_span_below_the_users_own(spans: list[dict[str, Any]]) -> None:
    *ours, mine = spans
    assert mine["name"] == "mine"
    assert {one["parent_id"] for one in ours} == {mine["context"]["span_id"]}
    path = "WeCom externalcontact/groupchat/transfer"
    assert [one["name"] for one in ours] == ["WeCom gettoken", path, path, path]


def test_a_span_tells_what_became_of_the_send(spans: list[dict[str, Any]]) -> None:
    told = [(one["status"]["status_code"], one["attributes"]) for one in spans[1:4]]
    assert told == [
        ("UNSET", {"wecom.attempt": 1, "wecom.errcode": 0}),
        ("ERROR", {"wecom.attempt": 1, "wecom.errcode": -1}),
        ("ERROR", {"wecom.attempt": 2, "wecom.errcode": 60003, "wecom.hint": "7"}),
    ]
