"""The command line: credentials on one line, the seed file, its end, and what it refuses."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from wecom_client.simulator import Simulator
from wecom_client.simulator.__main__ import main

_Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[_Start]:
    """Start the command line in a process of its own; it is ended with the test."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "wecom_client.simulator", *arguments]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate(timeout=10)


def _credentials(process: subprocess.Popen[str]) -> dict[str, str]:
    assert process.stdout is not None
    credentials = json.loads(process.stdout.readline())
    assert set(credentials) == {"base_url", "corp_id", "secret"}
    return {name: str(value) for name, value in credentials.items()}


def _seed(path: Path, content: Any) -> str:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_credentials_serves_its_seed_and_ends_cleanly(
    start: _Start, tmp_path: Path, signum: signal.Signals
) -> None:
    seed = {
        "visible_people": 5,
        "members": ["bella", {"userid": "abel", "name": "Abel", "resigned": True}],
        "groups": [{"owner": "abel", "chat_id": "wr-seeded", "members": ["wm-one"]}],
    }
    process = start("--seed", _seed(tmp_path / "seed.json", seed))
    known = _credentials(process)
    query = {"corpid": known["corp_id"], "corpsecret": known["secret"]}
    base = f"{known['base_url']}/cgi-bin"
    token = requests.get(f"{base}/gettoken", params=query, timeout=10).json()["access_token"]
    answer = requests.post(
        f"{base}/externalcontact/groupchat/list",
        params={"access_token": token},
        json={"limit": 10},
        timeout=10,
    ).json()
    assert answer["group_chat_list"] == [{"chat_id": "wr-seeded", "status": 1}]
    process.send_signal(signum)
    assert process.wait(timeout=10) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_a_taken_port_is_told_with_exit_code_2(sim: Simulator, start: _Start) -> None:
    port = sim.base_url.rpartition(":")[2]
    process = start("--port", port)
    output, errors = process.communicate(timeout=20)
    assert (process.returncode, output) == (2, "")
    assert errors.startswith(f"cannot listen on port {port}: ")
    assert errors.count("\n") == 1


@pytest.fixture
def _signals() -> Iterator[None]:
    """Put back the signal handlers that `main` sets."""
    before = [(signum, signal.getsignal(signum)) for signum in (signal.SIGINT, signal.SIGTERM)]
    yield
    for signum, handler in before:
        signal.signal(signum, handler)


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "no JSON"),
        ([], "must be a mapping"),
        ({"group": []}, "did you mean 'groups'"),
        ({"groups": [{"name": "x"}]}, "groups[0].owner: is required"),
        ({"groups": [{"owner": "abel", "members": [7]}]}, "groups[0].members[0]: must be"),
        ({"members": [{"userid": "abel", "resigned": 1}]}, "members[0].resigned: must be"),
        ({"members": ["abel" * 20]}, "members[0]: a userid has 1 to 64 characters"),
        (
            {"groups": [{"owner": "abel", "status": 2}]},
            "groups[0]: status 2 does not go with owner 'abel'",
        ),
        (
            {"groups": [{"owner": "abel", "messages": [{"day": "May 1", "count": 1}]}]},
            "groups[0].messages[0].day: must be a day as YYYY-MM-DD",
        ),
        (
            {"groups": [{"owner": "abel", "chat_id": "wr"}, {"owner": "abel", "chat_id": "wr"}]},
            "groups[1]: chat_id 'wr' is taken",
        ),
    ],
)
def test_a_bad_seed_file_is_told_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: Any, message: str
) -> None:
    path = _seed(tmp_path / "seed.json", content)
    assert main(["--seed", path]) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith(f"{path}: ")
    assert message in errors


@pytest.mark.usefixtures("_signals")
def test_a_missing_seed_file_is_told_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--seed", str(tmp_path / "none.json")]) == 2
    assert "none.json: " in capsys.readouterr().err


@pytest.mark.usefixtures("_signals")
def test_all_problems_of_a_seed_file_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = {"members": [{}], "groups": [{"owner": ""}], "extra": 1}
    assert main(["--seed", _seed(tmp_path / "seed.json", seed)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_a_bad_port_is_a_usage_error(capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as end:
        main([f"--port={port}"])
    assert end.value.code == 2
    assert "from 0 to 65535" in capsys.readouterr().err
