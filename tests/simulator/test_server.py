"""The server: loopback only, its port, its start and stop, many connections and threads."""

from __future__ import annotations

import http.client
import logging
import socket
import struct
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from wecom_client.simulator import Simulator

from ..model import fill, needs, path_of
from .helpers import Api


def test_it_listens_on_loopback_only(sim: Simulator) -> None:
    assert sim.base_url.startswith("http://127.0.0.1:")
    port = int(sim.base_url.rpartition(":")[2])
    with pytest.raises(OSError, match=r"refused|timed out|assign"):
        socket.create_connection(("127.0.0.2", port), timeout=60)


def test_without_a_start_there_is_no_address() -> None:
    with pytest.raises(RuntimeError, match="start it first"):
        _ = Simulator().base_url


def test_a_second_start_is_refused(sim: Simulator) -> None:
    with pytest.raises(RuntimeError, match="running already"):
        sim.start()


def test_a_taken_port_is_an_os_error_and_leaves_no_thread(sim: Simulator) -> None:
    port = int(sim.base_url.rpartition(":")[2])
    before = set(threading.enumerate())
    other = Simulator(port=port)
    with pytest.raises(OSError, match=r"address|Address"):
        other.start()
    assert set(threading.enumerate()) <= before
    other.stop()


def test_after_a_stop_nobody_listens_and_no_thread_is_left() -> None:
    before = set(threading.enumerate())
    sim = Simulator().start()
    Api(sim).renew()
    sim.stop()
    sim.stop()
    assert set(threading.enumerate()) <= before
    with pytest.raises(requests.ConnectionError):
        Api(sim).renew()


def test_a_restart_keeps_port_and_state() -> None:
    sim = Simulator()
    with sim:
        api, address = Api(sim), sim.base_url
        chat_id = sim.add_group("zhangsan")
        assert api.call("get", chat_id=chat_id)["errcode"] == 0
    with sim:
        assert sim.base_url == address
        assert api.call("get", chat_id=chat_id)["errcode"] == 0
    api.http.close()


def test_a_connection_is_kept_for_the_next_request(sim: Simulator) -> None:
    connection = http.client.HTTPConnection(sim.base_url.removeprefix("http://"), timeout=60)
    connection.request("GET", "/cgi-bin/gettoken")
    connection.getresponse().read()
    first = connection.sock
    connection.request("GET", "/cgi-bin/gettoken")
    connection.getresponse().read()
    assert first is not None
    assert connection.sock is first
    connection.close()


def test_a_body_above_a_megabyte_is_answered_with_a_code(api: Api) -> None:
    body = {"limit": 1, "cursor": "x" * 2_000_000}
    query = {"access_token": api.renew()}
    answer = api.send("POST", path_of("list"), query=query, json=body)
    assert answer["errcode"] == 701105


def test_secrets_and_tokens_are_not_logged(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="aiohttp"):
        api.call("list", limit=1)
    lines = [line.getMessage() for line in caplog.records if line.name.startswith("aiohttp")]
    assert not [line for line in lines if api.token in line or api.sim.secret in line]


@needs("add_join_way", "get")
def test_seeding_and_calling_from_many_threads_loses_nothing(sim: Simulator) -> None:
    def work(number: int) -> int:
        api = Api(sim)
        for index in range(5):
            chat_id = sim.add_group(f"owner-{number}", name=f"group {index}")
            ids = fill("add_join_way", "chat_id_list", [chat_id])
            way = api.call("add_join_way", scene=1, chat_id_list=ids)
            sim.join(chat_id, f"wm-{index}", via=way["config_id"])
            assert len(api.call("get", chat_id=chat_id)["group_chat"]["member_list"]) == 2
        api.http.close()
        return number

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(8))) == list(range(8))
    assert len(sim.groups) == len(sim.join_ways) == 40
    assert len(sim.requests) == 8 * (1 + 5 * 2)


def test_requests_are_not_recorded_where_nobody_wants_them() -> None:
    with Simulator(record_requests=False) as sim:
        Api(sim).renew()
        assert sim.requests == []


def test_a_client_that_goes_away_in_a_request_leaves_no_traceback(
    sim: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = sim.base_url.removeprefix("http://").split(":")
    head = b"POST /cgi-bin/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head)
        requests.get(f"{sim.base_url}/cgi-bin/x", timeout=60)  # by now it is read
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    requests.get(f"{sim.base_url}/cgi-bin/x", timeout=60)
    sim.stop()
    assert [record for record in caplog.records if record.exc_info] == []
