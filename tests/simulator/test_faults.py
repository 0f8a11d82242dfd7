"""Faults: what each kind does to a call, what its caller sees, and what is remembered of it."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from wecom_client.simulator import Simulator
from wecom_client.simulator.faults.kinds import KINDS

from ..model import fill, need, needs, path_of
from .helpers import Api, Gate

_BROKEN = ("drop", "cut")
_PATH = path_of("transfer")


@pytest.fixture
def chat_id(sim: Simulator) -> str:
    """A group that waits for a new owner."""
    need("transfer")
    sim.add_member("zhangsan")
    chat_id = sim.add_group("lisi")
    sim.resign("lisi")
    return chat_id


def _body(chat_id: str) -> dict[str, Any]:
    """Return the request that hands a group over."""
    return {"chat_id_list": fill("transfer", "chat_id_list", [chat_id]), "new_owner": "zhangsan"}


def _transfer(api: Api, chat_id: str) -> requests.Response:
    query = {"access_token": api.token or api.renew()}
    body = _body(chat_id)
    return api.respond("POST", _PATH, query=query, json=body, allow_redirects=False)


def _raw(sim: Simulator, token: str, body: object) -> Iterator[bytes]:
    """Send a transfer over a socket of its own, and return what comes until its end."""
    content = json.dumps(body).encode()
    head = (
        f"POST /cgi-bin/{_PATH}?access_token={token} HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    port = int(sim.base_url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(head.encode() + content)
        while chunk := connection.recv(65536):
            yield chunk


def _options(kind: str) -> dict[str, Any]:
    """Return what a kind of spoiled answer is to be told."""
    return {"status": 502} if kind.startswith("status") else {}


_SPOILED = [
    kind for kind in KINDS if kind.endswith(("_before", "_after")) and not kind.startswith("slow")
]


@pytest.mark.parametrize("kind", _SPOILED)
def test_before_means_nothing_is_done_and_after_that_all_is(
    api: Api, sim: Simulator, chat_id: str, kind: str
) -> None:
    api.renew()
    fault = sim.add_fault(kind, operation="transfer", count=1, **_options(kind))
    if kind.startswith(_BROKEN):
        with pytest.raises(requests.RequestException):
            _transfer(api, chat_id)
    else:
        _transfer(api, chat_id)
    done = kind.endswith("_after")
    assert sim.groups[chat_id].owner == ("zhangsan" if done else "lisi")
    assert len(sim.groups[chat_id].handovers) == done
    struck = sim.requests[-1]
    assert (struck.fault, struck.done, struck.errcode) == (kind, done, 0 if done else None)
    assert fault.hits == 1
    again = _transfer(api, chat_id).json()
    assert again["errcode"] == 0
    assert [item["errcode"] for item in again["failed_chat_list"]] == [90504] * done
    assert sim.requests[-1].fault is None


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_dropped_connection_ends_without_an_answer(
    api: Api, sim: Simulator, chat_id: str, when: str
) -> None:
    token = api.renew()
    sim.add_fault(f"drop_{when}")
    assert list(_raw(sim, token, {})) == []
    sim.clear_faults()
    sim.add_fault(f"drop_{when}", reset=True)
    with pytest.raises(ConnectionResetError):
        list(_raw(sim, token, {}))


def test_a_cut_answer_announces_more_than_is_sent(api: Api, sim: Simulator, chat_id: str) -> None:
    token = api.renew()
    sim.add_fault("cut_after")
    body = _body(chat_id)
    head, _, sent = b"".join(_raw(sim, token, body)).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")
    whole = b'{"errcode":0,"errmsg":"ok","failed_chat_list":[]}'
    assert f"Content-Length: {len(whole)}\r\n".encode() in head
    assert sent == whole[: len(whole) // 2]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("kind", "status", "content_type", "body"),
    [
        ("html", 200, "text/html", b"<h1>"),
        ("status", 502, "text/html", b"<h1>502</h1>"),
        ("empty", 200, "application/json", b""),
        ("garbage", 200, "application/json", b'{"errcode":0'),
    ],
)
def test_a_spoiled_answer_is_whole_http_and_keeps_the_connection(
    api: Api,
    sim: Simulator,
    when: str,
    kind: str,
    status: int,
    content_type: str,
    body: bytes,
) -> None:
    api.renew()
    sim.add_fault(f"{kind}_{when}", count=1, **_options(kind))
    response = _transfer(api, "wr-none")
    assert response.status_code == status
    assert response.headers["Content-Type"].startswith(content_type)
    assert body in response.content
    with pytest.raises(ValueError, match=r"Expecting|decode|Unterminated"):
        response.json()
    assert _transfer(api, "wr-none").json()["errcode"] == 40003


def test_a_redirect_names_a_place_to_go_to(api: Api, sim: Simulator) -> None:
    api.renew()
    sim.add_fault("status_before", status=302)
    response = _transfer(api, "wr-none")
    assert (response.status_code, response.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("errcode", [-1, 45009, 60020, 999999])
def test_an_error_code_is_answered_and_nothing_is_done(
    api: Api, sim: Simulator, chat_id: str, errcode: int
) -> None:
    sim.add_fault("error", operation="transfer", errcode=errcode, count=1)
    answer = _transfer(api, chat_id).json()
    assert set(answer) == {"errcode", "errmsg"}
    assert answer["errcode"] == errcode
    assert f"?e={errcode}" in answer["errmsg"]
    assert sim.groups[chat_id].owner == "lisi"
    struck = sim.requests[-1]
    assert (struck.fault, struck.done, struck.errcode) == ("error", False, errcode)


def test_a_call_without_a_fault_tells_what_became_of_it(
    api: Api, sim: Simulator, chat_id: str
) -> None:
    _transfer(api, chat_id)
    api.call("get")
    api.http.get(sim.base_url, timeout=60)
    told = [(item.fault, item.done, item.errcode) for item in sim.requests]
    assert told == [(None, True, 0), (None, True, 0), (None, False, 40063), (None, False, None)]


def test_a_refused_token_lives_on(api: Api, sim: Simulator, chat_id: str) -> None:
    token = api.renew()
    fault = sim.add_fault("refuse_token", count=1)
    assert _transfer(api, chat_id).json()["errcode"] == 40014
    assert sim.groups[chat_id].owner == "lisi"
    assert _transfer(api, chat_id).json()["errcode"] == 0
    assert api.renew() == token
    assert (fault.hits, sim.tokens_issued, sim.tokens_ended) == (1, 1, 0)


def test_an_expired_token_is_refused_by_all_operations_until_another_one_is_fetched(
    api: Api, sim: Simulator, chat_id: str
) -> None:
    token = api.renew()
    sim.add_fault("expire_token", operation="transfer", count=1)
    assert _transfer(api, chat_id).json()["errcode"] == 42001
    assert sim.groups[chat_id].owner == "lisi"
    assert api.call("list", limit=1)["errcode"] == 42001
    assert [item.fault for item in sim.requests[-2:]] == ["expire_token", None]
    assert api.renew() != token
    assert _transfer(api, chat_id).json()["errcode"] == 0
    assert (sim.token_requests, sim.tokens_issued, sim.tokens_ended) == (2, 2, 1)


def test_a_token_that_is_dead_or_unknown_cannot_end_once_more(api: Api, sim: Simulator) -> None:
    token = api.renew()
    fault = sim.add_fault("expire_token")
    for _ in range(3):
        assert api.call("list", limit=1)["errcode"] == 42001
    api.token = "invented"
    assert api.call("list", limit=1)["errcode"] == 40014
    assert api.renew() != token
    assert api.call("list", limit=1)["errcode"] == 42001
    assert fault.hits == sim.tokens_ended == sim.tokens_issued == 2


def test_a_token_of_another_application_does_not_end(api: Api, sim: Simulator) -> None:
    other = Api(sim, sim.add_application())
    other.renew()
    sim.add_fault("expire_token", count=1)
    assert api.call("list", limit=1)["errcode"] == 42001
    assert other.call("list", limit=1)["errcode"] == 0
    other.http.close()


def test_gettoken_is_struck_where_it_is_named_and_only_there(api: Api, sim: Simulator) -> None:
    everything = sim.add_fault("error", errcode=-1)
    api.renew()
    assert everything.hits == 0
    sim.add_fault("drop_after", operation="gettoken", count=1)
    with pytest.raises(requests.ConnectionError):
        api.renew()
    assert sim.requests[-1].fault == "drop_after"
    api.renew()
    assert (sim.token_requests, sim.tokens_issued) == (3, 1)


def test_a_path_without_a_spec_is_never_struck(api: Api, sim: Simulator) -> None:
    fault = sim.add_fault("drop_before")
    assert api.respond("POST", "no/such").status_code == 404
    assert fault.hits == 0


@pytest.mark.parametrize("kind", ["slow_before", "slow_after"])
def test_a_slow_call_waits_before_or_after_its_work_and_blocks_no_other(
    api: Api, sim: Simulator, gate: Gate, chat_id: str, kind: str
) -> None:
    api.renew()
    sim.add_fault(kind, operation="transfer", seconds=2.5)
    other = Api(sim)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(_transfer, api, chat_id)
        gate.wait_for(1)
        assert sim.groups[chat_id].owner == ("lisi" if kind == "slow_before" else "zhangsan")
        assert other.call("list", limit=1)["errcode"] == 0
        assert not slow.done()
        gate.open()
        assert slow.result(timeout=60).json()["errcode"] == 0
    assert gate.seconds == [2.5]
    struck = next(item for item in sim.requests if item.operation == _PATH)
    assert (struck.fault, struck.done, struck.errcode) == (kind, True, 0)
    other.http.close()


def test_slowness_waits_in_real_time(api: Api, sim: Simulator, chat_id: str) -> None:
    api.renew()
    sim.add_fault("slow_before", seconds=0.02)
    assert _transfer(api, chat_id).elapsed.total_seconds() >= 0.02


def test_the_work_is_done_although_its_caller_has_gone(
    api: Api, sim: Simulator, gate: Gate, chat_id: str
) -> None:
    token = api.renew()
    sim.add_fault("slow_before", seconds=60)
    connection = http.client.HTTPConnection(sim.base_url.removeprefix("http://"), timeout=60)
    body = json.dumps(_body(chat_id))
    connection.request("POST", f"/cgi-bin/{_PATH}?access_token={token}", body)
    gate.wait_for(1)
    connection.close()
    gate.open()
    assert sim.groups[chat_id].owner == "zhangsan"
    assert sim.requests[-1].done
    assert api.call("list", limit=1)["errcode"] == 0


@pytest.mark.parametrize("kind", ["cut_after", "drop_after"])
def test_a_caller_who_has_gone_meets_no_fault_any_more_and_nothing_is_logged(
    api: Api,
    sim: Simulator,
    gate: Gate,
    chat_id: str,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    token = api.renew()
    sim.add_fault("slow_before", seconds=60, count=1)
    sim.add_fault(kind, count=1, reset=True if kind == "drop_after" else None)
    connection = http.client.HTTPConnection(sim.base_url.removeprefix("http://"), timeout=60)
    body = json.dumps(_body(chat_id))
    connection.request("POST", f"/cgi-bin/{_PATH}?access_token={token}", body)
    gate.wait_for(1)
    connection.close()
    gate.open()
    assert api.call("list", limit=1)["errcode"] == 0
    assert caplog.records == []


def test_a_stop_does_not_wait_for_slow_calls(
    api: Api, sim: Simulator, chat_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.renew()
    sim.add_fault("slow_before", seconds=3600)
    waits = threading.Event()
    pause = sim._server.pause

    async def tell(seconds: float) -> None:
        waits.set()
        await pause(seconds)

    monkeypatch.setattr(sim._server, "pause", tell)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(_transfer, api, chat_id)
        assert waits.wait(timeout=60)
        sim.stop()
        with pytest.raises(requests.ConnectionError):
            slow.result(timeout=60)
    assert not sim.requests[-1].done
    sim.clear_faults()
    sim.start()
    assert _transfer(api, chat_id).json()["errcode"] == 0


def test_pauses_add_up_and_leave_the_call_to_other_faults(
    api: Api, sim: Simulator, gate: Gate, chat_id: str
) -> None:
    api.renew()
    faults = [
        sim.add_fault("slow_before", seconds=1),
        sim.add_fault("error", errcode=-1),
        sim.add_fault("slow_before", seconds=2),
        sim.add_fault("slow_after", seconds=4),
    ]
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(_transfer, api, chat_id)
        gate.wait_for(1)
        gate.open()
        assert slow.result(timeout=60).json()["errcode"] == -1
    assert gate.seconds == [3, 4]
    assert [fault.hits for fault in faults] == [1, 1, 1, 1]
    assert sim.requests[-1].fault == "error"


def test_of_two_faults_the_one_added_first_strikes(api: Api, sim: Simulator) -> None:
    first = sim.add_fault("error", errcode=-1, calls=[2])
    second = sim.add_fault("error", errcode=45009, count=2)
    codes = [api.call("list", limit=1)["errcode"] for _ in range(4)]
    assert codes == [45009, -1, 45009, 0]
    assert (first.hits, second.hits) == (1, 2)


@needs("transfer")
def test_faults_strike_and_are_remembered_under_many_connections(sim: Simulator) -> None:
    callers = 40
    chat_ids = [sim.add_group("lisi") for _ in range(callers)]
    sim.add_member("zhangsan")
    sim.resign("lisi")
    faults = [
        sim.add_fault("drop_after", probability=0.2, seed=1),
        sim.add_fault("html_before", every=3),
        sim.add_fault("error", errcode=-1, count=10),
        sim.add_concurrency_limit(callers),
    ]

    def work(chat_id: str) -> None:
        api = Api(sim)
        api.renew()
        for _ in range(5):
            try:
                _transfer(api, chat_id)
            except requests.ConnectionError:
                continue
        api.http.close()

    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(work, chat_ids))
    seen = [item for item in sim.requests if item.operation == _PATH]
    assert len(seen) == callers * 5
    for fault in faults:
        assert fault.hits == sum(item.fault == fault.kind for item in seen)
    assert [fault.hits > 0 for fault in faults] == [True, True, True, False]
    for chat_id in chat_ids:
        done = any(item.done for item in seen if item.body == _body(chat_id))
        assert len(sim.groups[chat_id].handovers) == done
