"""The command line: credentials, the seed file, faults, its end, and what it refuses."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest
import requests

from wecom_client.simulator import Simulator
from wecom_client.simulator import __main__ as command_line
from wecom_client.simulator.__main__ import main
from wecom_client.simulator.faults.text import FaultError, add_faults, load_faults
from wecom_client.simulator.seed import SeedError, load_seed

from ..model import GROUPCHAT, fill, needs, path_of, portions
from .helpers import Api

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
        process.communicate(timeout=60)


def _credentials(process: subprocess.Popen[str]) -> dict[str, str]:
    assert process.stdout is not None
    credentials = json.loads(process.stdout.readline())
    assert set(credentials) == {"base_url", "corp_id", "secret"}
    return {name: str(value) for name, value in credentials.items()}


def _seed(path: Path, content: Any) -> str:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


@needs("list")
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
    token = requests.get(f"{base}/gettoken", params=query, timeout=60).json()["access_token"]
    answer = requests.post(
        f"{base}/{path_of('list')}",
        params={"access_token": token},
        json={"limit": 10, "owner_filter": {"userid_list": ["abel"]}},
        timeout=60,
    ).json()
    assert answer["group_chat_list"] == [{"chat_id": "wr-seeded", "status": 1}]
    process.send_signal(signum)
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_a_taken_port_is_told_with_exit_code_2(sim: Simulator, start: _Start) -> None:
    port = sim.base_url.rpartition(":")[2]
    process = start("--port", port)
    output, errors = process.communicate(timeout=60)
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
        ("{", "is not JSON"),
        ([], "must be a mapping"),
        ({"group": []}, "did you mean 'groups'"),
        ({"daily_transfers": -1}, "daily_transfers: must be"),
        ({"groups": [{"name": "x"}]}, "groups[0].owner: is required"),
        ({"groups": [{"owner": "abel", "members": [7]}]}, "groups[0].members[0]: must be"),
        ({"members": [{"userid": "abel", "resigned": 1}]}, "members[0].resigned: must be"),
        ({"members": ["abel" * 20]}, "members[0]: must have at most 64 characters, has 80"),
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


@needs("transfer", "add_join_way")
def test_a_key_that_stands_twice_in_a_seed_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    member = '{"userid": "bella", "name": "B", "name": "C"}'
    path.write_text(f'{{"members": ["abel"], "groups": [], "members": [{member}]}}')
    sim = Simulator()
    with pytest.raises(SeedError) as told:
        load_seed(path, sim)
    assert str(told.value).splitlines() == [
        f"{path}: the key 'name' stands 2 times in one object",
        f"{path}: the key 'members' stands 2 times in one object",
    ]
    assert not sim.members


def test_a_seed_file_sets_the_quotas(tmp_path: Path) -> None:
    sim = Simulator()
    seed = {"visible_people": 7, "daily_transfers": 2, "join_way_limit": 3}
    load_seed(Path(_seed(tmp_path / "seed.json", seed)), sim)
    assert (sim.visible_people, sim.daily_transfers, sim.join_way_limit) == (7, 2, 3)
    sim.add_member("zhangsan")
    chat_ids = [sim.add_group("lisi") for _ in range(3)]
    sim.resign("lisi")
    with sim:
        api = Api(sim)
        answers = [
            api.call("transfer", chat_id_list=ids, new_owner="zhangsan")
            for ids in portions("transfer", "chat_id_list", chat_ids)
        ]
        group = fill("add_join_way", "chat_id_list", chat_ids[:1])
        ways = [api.call("add_join_way", scene=1, chat_id_list=group) for _ in range(4)]
        api.http.close()
    failed = [item for answer in answers for item in answer["failed_chat_list"]]
    assert [item["errcode"] for item in failed] == [45009]
    assert [way["errcode"] == 0 for way in ways] == [True, True, True, False]


@needs("get", "list", "get_join_way")
def test_it_serves_with_the_faults_of_its_file_and_of_its_options(
    start: _Start, tmp_path: Path
) -> None:
    listed = [{"kind": "error", "operation": "groupchat/get", "errcode": 45009, "calls": [2]}]
    process = start(
        "--faults",
        _seed(tmp_path / "faults.json", listed),
        "--fault",
        "status_before:groupchat/list,status=503,count=1",
        "--fault=rate_limit:get_join_way,calls=1,seconds=60",
    )
    known = _credentials(process)
    base = f"{known['base_url']}/cgi-bin"
    query = {"corpid": known["corp_id"], "corpsecret": known["secret"]}
    with requests.Session() as http:
        token = http.get(f"{base}/gettoken", params=query, timeout=60).json()["access_token"]

        def call(name: str) -> requests.Response:
            url = f"{base}/{GROUPCHAT}/{name}"
            return http.post(url, params={"access_token": token}, json={}, timeout=60)

        assert [call("list").status_code for _ in range(2)] == [503, 200]
        codes = [call("get").json()["errcode"] for _ in range(3)]
        assert [errcode == 45009 for errcode in codes] == [False, True, False]
        codes = [call("get_join_way").json()["errcode"] for _ in range(3)]
        assert [errcode == 45009 for errcode in codes] == [False, True, True]


@needs("get", "list")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no fault ''; there are error"),
        ("dorp", "there is no fault 'dorp'; there are error"),
        ("error", "error needs errcode"),
        ("error:gte,errcode=1", "there is no operation 'gte'"),
        ("error,errcode", "'errcode' is not a further option=value"),
        ("error,errcode=1,errcode=2", "'errcode=2' is not a further option=value"),
        ("error:get,operation=list", "'operation=list' is not a further option=value"),
        ("error,errcode=x", "errcode must be JSON such as 3"),
        ("error,errcode=1,cuont=2", "error has no option 'cuont'; there are operation, count"),
        ("error,errcode=1,calls=[2", "calls must be JSON"),
        ("drop_after,self=1", "drop_after has no option 'self'"),
        ("rate_limit,calls=1", "rate_limit needs seconds"),
        ("rate_limit,calls=1,seconds=1,count=2", "rate_limit has no option 'count'"),
        ("concurrency_limit,calls=0", "calls must be 1 or more"),
        ("platform_limits,calls=5", "platform_limits has no option 'calls'; it takes none"),
        ("platform_limits:get", "platform_limits has no option 'operation'; it takes none"),
    ],
)
@pytest.mark.usefixtures("_signals")
def test_a_bad_fault_is_told_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    assert main(["--fault", text]) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith(f"--fault {text!r}: ")
    assert message in errors


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        ("[", ["is not valid JSON"]),
        ({}, ["must be a list of faults"]),
        ([{}, "drop_after"], ["[0]: there is no fault None", "[1]: must be an object"]),
        (
            [{"kind": "drop_after"}, {"kind": "error"}, {"kind": "slow_after", "seconds": "1"}],
            ["[1]: error needs errcode", "[2]: seconds must be a number"],
        ),
        ([{"kind": ["error"]}], ["[0]: there is no fault ['error']"]),
    ],
)
@pytest.mark.usefixtures("_signals")
def test_all_problems_of_a_file_of_faults_are_told_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: Any, messages: list[str]
) -> None:
    path = _seed(tmp_path / "faults.json", content)
    assert main(["--faults", path]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == len(messages)
    for line, message in zip(lines, messages, strict=True):
        assert line.startswith(f"{path}: {message}")


@pytest.mark.usefixtures("_signals")
def test_a_missing_file_of_faults_is_told_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--faults", str(tmp_path / "none.json")]) == 2
    assert "none.json: " in capsys.readouterr().err


@needs("get")
def test_a_text_and_a_file_mean_what_the_calls_mean(tmp_path: Path) -> None:
    by_call, by_text, by_file = Simulator(), Simulator(), Simulator()
    by_call.add_fault(
        "error", operation="groupchat/get", errcode=45009, calls=[2, 5], between=(1, 9)
    )
    by_call.add_fault("drop_after", reset=True)
    by_call.add_rate_limit(100, 60, operation="groupchat/get")
    texts = [
        "error:groupchat/get,errcode=45009,calls=[2,5],between=[1,9]",
        "drop_after,reset=true",
        "rate_limit:groupchat/get,calls=100,seconds=60",
    ]
    add_faults(texts, by_text)
    listed = [
        {
            "kind": "error",
            "operation": "groupchat/get",
            "errcode": 45009,
            "calls": [2, 5],
            "between": [1, 9],
        },
        {"kind": "drop_after", "reset": True},
        {"kind": "rate_limit", "operation": "groupchat/get", "calls": 100, "seconds": 60},
    ]
    load_faults(Path(_seed(tmp_path / "faults.json", listed)), by_file)
    expected = list(map(repr, by_call._faults.faults))
    assert list(map(repr, by_text._faults.faults)) == expected
    assert list(map(repr, by_file._faults.faults)) == expected


def test_one_bad_fault_among_good_ones_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match=r"--fault 'x': there is no fault 'x'"):
        add_faults(["drop_after", "x"], Simulator())


def test_the_limits_of_the_platform_are_set_by_an_option(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[Simulator] = []

    class Unstarted(Simulator):
        def start(self) -> Self:
            begun.append(self)
            raise OSError(1, "not today")

    monkeypatch.setattr(command_line, "Simulator", Unstarted)
    for arguments in ([], ["--platform-limits"], ["--fault", "platform_limits"]):
        assert main(arguments) == 2
    assert [[fault.kind for fault in one._faults.faults] for one in begun] == [
        [],
        ["platform_limits"],
        ["platform_limits"],
    ]


def test_the_help_names_every_kind_of_fault(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    for kind in ("drop_before", "slow_after,seconds=", "rate_limit,calls=N", "concurrency_limit"):
        assert f"  {kind}" in shown


def test_the_faults_that_the_help_shows_can_be_added(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    examples = capsys.readouterr().out.partition("examples:")[2]
    texts = re.findall(r"--fault (\S+)", examples)
    assert len(texts) > 4
    add_faults(texts, Simulator())
