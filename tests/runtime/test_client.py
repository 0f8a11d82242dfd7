"""The client: its arguments, whole calls against a scripted server, threads, and its end."""

from __future__ import annotations

import copy
import gc
import math
import pickle
import weakref
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest

from wecom_client._runtime.answers import Answer
from wecom_client._runtime.client import SyncClient, origin_of, timeouts_of
from wecom_client._runtime.errors import (
    AuthenticationError,
    BusyError,
    ErrorEntry,
    ParameterError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    TokenError,
    TransportError,
)
from wecom_client._runtime.namespace import Namespace
from wecom_client._runtime.request import Operation, Request

from .conftest import SECRET
from .loopback import (
    OK,
    Loopback,
    drop,
    echo_token,
    http,
    raw,
    refuse_all_but,
    reset,
    says,
    silent,
    unused_port,
)
from .test_tokens import together

Connect = Callable[..., SyncClient]

LIST = "externalcontact/groupchat/list"
TRANSFER = "externalcontact/groupchat/transfer"


def read(client: SyncClient) -> dict[str, Any]:
    return client.call("POST", LIST, json={"limit": 10}, repeatable=True)


def write(client: SyncClient) -> dict[str, Any]:
    return client.call("POST", TRANSFER, json={"new_owner": "abel"})


# Arguments


@pytest.mark.parametrize(
    ("args", "options", "error", "match"),
    [
        ((), {}, ValueError, "corp_id is missing"),
        (("corp",), {}, ValueError, "secret is missing"),
        ((None, "secret"), {}, ValueError, "corp_id is missing"),
        (("", "secret"), {}, ValueError, "corp_id is empty"),
        (("corp", ""), {}, ValueError, "secret is empty"),
        ((5, "secret"), {}, TypeError, "corp_id must be a string, is int"),
        (("corp", b"secret"), {}, TypeError, "secret must be a string, is bytes"),
        (("corp", "secret"), {"access_token": "t"}, ValueError, "not both"),
        (("corp",), {"access_token": "t"}, ValueError, "not both"),
        ((), {"access_token": ""}, ValueError, "access_token is empty"),
        ((), {"access_token": 5}, TypeError, "string or a function"),
        (("corp", "secret"), {"checks": "strict"}, ValueError, "checks must be"),
        (("corp", "secret"), {"checks": None}, ValueError, "checks must be"),
        (("corp", "secret"), {"clock": 5}, TypeError, "clock must be a function"),
        (("corp", "secret"), {"base_url": "https://host/cgi-bin"}, ValueError, "base_url must be"),
        (("corp", "secret"), {"base_url": None}, TypeError, "base_url must be a string"),
        (("corp", "secret"), {"timeout": 0}, ValueError, "timeout must be"),
    ],
)
def test_arguments_that_cannot_work_are_refused(
    args: Any, options: Any, error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match):
        SyncClient(*args, **options)


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [
        ("https://qyapi.weixin.qq.com", "https://qyapi.weixin.qq.com"),
        ("https://qyapi.weixin.qq.com/", "https://qyapi.weixin.qq.com"),
        ("HTTPS://QYAPI.weixin.qq.com", "https://qyapi.weixin.qq.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost", "http://localhost"),
        ("http://my_proxy.internal.:80", "http://my_proxy.internal.:80"),
    ],
)
def test_a_base_url_is_an_origin(base_url: str, origin: str) -> None:
    assert origin_of(base_url) == origin


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "qyapi.weixin.qq.com",
        "//qyapi.weixin.qq.com",
        "ftp://host",
        "https://",
        "https:///path",
        "https://host/path",
        "https://host//",
        "https://host?access_token=t0ken",
        "https://host/?",
        "https://host#",
        "https://user:t0ken@host",
        "https://host:",
        "https://host:0",
        "https://host:65536",
        "https://host:port",
        "https://host\\path",
        "https://ho st",
        "https://host\n",
        "https://host\x00",
        "https://企业微信",
        "https://-host",
    ],
)
def test_what_is_no_origin_is_refused_and_not_repeated(base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url must be http:// or https://") as caught:
        origin_of(base_url)
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize(
    ("timeout", "pair"), [(5, (5.0, 5.0)), (0.5, (0.5, 0.5)), ((1, 2.5), (1.0, 2.5))]
)
def test_a_timeout_is_one_number_or_two(timeout: Any, pair: tuple[float, float]) -> None:
    assert timeouts_of(timeout) == pair


@pytest.mark.parametrize(
    "timeout",
    [None, 0, -1, True, math.nan, math.inf, 10**400, "5", (1,), (1, 2, 3), (1, None), (0, 1), ()],
)
def test_an_odd_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(ValueError, match="timeout must be seconds"):
        timeouts_of(timeout)


def test_timeouts_are_on_by_default(connect: Connect) -> None:
    made = SyncClient("corp", "secret")
    assert made._transport._route.timeout == (5.0, 30.0)
    assert made._transport._route.verify is True
    made.close()


# Calls


def test_a_call_gets_a_token_sends_and_returns_the_decoded_answer(
    server: Loopback, client: SyncClient
) -> None:
    server.script(LIST, says({**OK, "group_chat_list": [], "unknown": None}))
    assert read(client) == {**OK, "group_chat_list": [], "unknown": None}
    token, listing = server.seen
    assert (token.method, token.query) == ("GET", {"corpid": "corp", "corpsecret": SECRET})
    assert (listing.method, listing.query) == ("POST", {"access_token": "token-1"})
    assert listing.body == b'{"limit":10}'


def test_an_operation_returns_its_answer_type(server: Loopback, client: SyncClient) -> None:
    operation = Operation(LIST, "POST", True, "page")
    answer = client._send(Request(operation, {}, {}), Answer)
    assert (type(answer), answer.errcode, answer.errmsg) == (Answer, 0, "ok")


def test_the_token_is_fetched_once_and_kept_until_its_end(
    server: Loopback, connect: Connect
) -> None:
    now = [0.0]
    client = connect(clock=lambda: now[0])
    for _ in range(3):
        read(client)
    now[0] = 7199.0
    read(client)
    assert server.count("gettoken") == 1
    now[0] = 7200.0
    read(client)
    assert server.count("gettoken") == 2


@pytest.mark.parametrize("errcode", [40014, 42001, "40014", "42001"])
def test_a_refused_token_is_renewed_once_for_any_operation(
    errcode: Any, server: Loopback, client: SyncClient, waits: list[float]
) -> None:
    server.script(TRANSFER, refuse_all_but("token-2", errcode=errcode))
    assert write(client) == OK
    assert server.counts() == {"gettoken": 2, TRANSFER: 2}
    assert waits == []


def test_a_server_that_refuses_every_token_ends_the_call_after_one_renewal(
    server: Loopback, client: SyncClient
) -> None:
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError) as caught:
        read(client)
    assert caught.value.errcode == 40014
    assert server.counts() == {"gettoken": 2, LIST: 2}


def test_a_platform_that_issues_the_refused_token_again_ends_the_call_after_one_renewal(
    server: Loopback, client: SyncClient
) -> None:
    server.script("gettoken", says({**OK, "access_token": "same", "expires_in": 7200}))
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError):
        read(client)
    assert server.counts() == {"gettoken": 2, LIST: 2}


def test_a_wrong_secret_is_told_by_gettoken_and_nothing_is_sent(
    server: Loopback, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {40001: ErrorEntry("authentication", "the secret is wrong", "check it")}
    monkeypatch.setattr(SyncClient, "_errors", table)
    server.script("gettoken", says({"errcode": 40001, "errmsg": f"bad {SECRET}"}))
    with pytest.raises(AuthenticationError) as caught:
        write(connect())
    assert (caught.value.operation, caught.value.errmsg) == ("gettoken", "bad ***")
    assert "91039" in caught.value.doc_url
    assert server.counts() == {"gettoken": 1}


@pytest.mark.parametrize("behaviour", [drop, reset, raw(http(b"<html>")), says({}, 503), says(OK)])
def test_a_token_that_cannot_be_fetched_means_that_nothing_was_sent(
    behaviour: Any, server: Loopback, client: SyncClient
) -> None:
    server.script("gettoken", behaviour)
    with pytest.raises(TransportError, match="no token to be had") as caught:
        write(client)
    assert (caught.value.outcome, caught.value.operation) == ("not_sent", TRANSFER)
    assert server.count(TRANSFER) == 0


def test_a_given_token_is_sent_and_its_refusal_ends_the_call(
    server: Loopback, connect: Connect
) -> None:
    client = connect(access_token="mine")
    assert read(client) == OK
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError):
        read(client)
    assert server.counts() == {LIST: 2}
    assert server.seen[0].query == {"access_token": "mine"}


@pytest.mark.parametrize(
    "credentials", [{"access_token": "\ud800"}, {"corp_id": "c", "secret": "\ud800"}]
)
def test_a_credential_that_no_url_can_hold_means_that_nothing_was_sent(
    credentials: Any, server: Loopback
) -> None:
    with (
        SyncClient(base_url=server.base_url, **credentials) as client,
        pytest.raises(TransportError) as caught,
    ):
        write(client)
    assert caught.value.outcome == "not_sent"
    assert server.seen == []


def test_a_function_is_asked_at_each_call_and_once_more_after_a_refusal(
    server: Loopback, connect: Connect
) -> None:
    tokens = iter(["a", "b", "c", "d"])
    client = connect(access_token=lambda: next(tokens))
    server.script(LIST, refuse_all_but("a", "c"))
    assert [read(client), read(client)] == [OK, OK]
    assert [seen.query["access_token"] for seen in server.seen] == ["a", "b", "c"]


def test_a_function_with_only_the_refused_token_ends_the_call(
    server: Loopback, connect: Connect
) -> None:
    asked = iter(["same", "same"])
    client = connect(access_token=lambda: next(asked))
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError):
        read(client)
    assert (list(asked), server.count(LIST)) == ([], 1)


def test_what_a_token_function_raises_reaches_the_caller(connect: Connect) -> None:
    def fail() -> str:
        raise LookupError("vault is down")

    client = connect(access_token=fail)
    with pytest.raises(LookupError, match="vault is down"):
        read(client)


@pytest.mark.parametrize("errcode", [-1, 45009, 45033])
def test_a_busy_platform_is_asked_again_for_any_operation(
    errcode: int, server: Loopback, client: SyncClient, waits: list[float]
) -> None:
    server.script(TRANSFER, says({"errcode": errcode}), says({"errcode": errcode}), says(OK))
    assert write(client) == OK
    assert waits == [0.5, 1.0]


def test_a_platform_that_stays_busy_is_asked_three_times(
    server: Loopback, client: SyncClient
) -> None:
    server.script(TRANSFER, says({"errcode": -1, "errmsg": "system busy"}))
    with pytest.raises(BusyError):
        write(client)
    assert server.count(TRANSFER) == 3


def test_a_rate_limit_that_lasts_ends_within_about_20_seconds(
    server: Loopback, client: SyncClient, waits: list[float]
) -> None:
    server.script(TRANSFER, says({"errcode": 45009}))
    with pytest.raises(RateLimitError):
        write(client)
    assert sum(waits) <= 20
    assert server.count(TRANSFER) == 6


@pytest.mark.parametrize("behaviour", [drop, reset, says(OK, 500), says(OK, 503)])
def test_a_lost_answer_is_asked_for_again_only_where_that_does_no_harm(
    behaviour: Any, server: Loopback, client: SyncClient
) -> None:
    server.script(LIST, behaviour, says(OK))
    assert read(client) == OK
    server.script(TRANSFER, behaviour, says(OK))
    with pytest.raises(TransportError) as caught:
        write(client)
    assert caught.value.outcome == "unknown"
    assert server.counts() == {"gettoken": 1, LIST: 2, TRANSFER: 1}


def test_an_answer_that_does_not_come_in_time_is_unknown(
    server: Loopback, connect: Connect
) -> None:
    server.script(TRANSFER, silent)
    with pytest.raises(TransportError, match="timed out") as caught:
        write(connect(timeout=(5, 0.05)))
    assert caught.value.outcome == "unknown"
    assert server.count(TRANSFER) == 1


@pytest.mark.parametrize(
    "body", [b"<html>", b'{"errcode": 0, "grou', b"[]", b"", b'{"errmsg": "ok"}', b"\xff\xfe"]
)
def test_a_wrong_body_is_never_taken_for_success(
    body: bytes, server: Loopback, client: SyncClient
) -> None:
    server.script(LIST, raw(http(body)), says(OK))
    assert read(client) == OK
    server.script(TRANSFER, raw(http(body)), says(OK))
    with pytest.raises(ResponseError) as caught:
        write(client)
    assert caught.value.outcome == "unknown"
    assert server.count(TRANSFER) == 1


@pytest.mark.parametrize("status", [302, 400, 403, 429])
def test_another_status_below_500_is_final_and_not_sent(
    status: int, server: Loopback, client: SyncClient
) -> None:
    server.script(LIST, raw(http(b"", status, f"Location: {server.base_url}/x\r\n")))
    with pytest.raises(TransportError) as caught:
        read(client)
    assert (caught.value.outcome, caught.value.status) == ("not_sent", status)
    assert server.counts() == {"gettoken": 1, LIST: 1}


def test_a_server_that_is_not_there_is_tried_for_a_while(
    connect: Connect, waits: list[float]
) -> None:
    client = connect(access_token="t", base_url=f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(TransportError, match="no connection") as caught:
        write(client)
    assert (caught.value.outcome, len(waits)) == ("not_sent", 5)


def test_an_untrusted_certificate_is_final(
    server: Loopback, connect: Connect, waits: list[float]
) -> None:
    server.tls = True
    with pytest.raises(TransportError, match="certificate verify failed") as caught:
        write(connect(access_token="t"))
    assert (caught.value.outcome, waits) == ("not_sent", [])


def test_errmsg_keeps_the_hint_and_loses_the_token(
    server: Loopback, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {48001: ErrorEntry("permission", "not granted", "grant it")}
    monkeypatch.setattr(SyncClient, "_errors", table)
    server.script(LIST, echo_token)
    with pytest.raises(PermissionDeniedError) as caught:
        read(connect())
    assert caught.value.errmsg == f"no, you sent {LIST}?access_token=***"


# The raw call

TOKEN_PARAMETER = ("params.access_token", "additionalProperties")


@pytest.mark.parametrize(
    ("method", "path", "options", "problems"),
    [
        ("PUT", "user/get", {}, [("method", "enum")]),
        ("get", "user/get", {}, [("method", "enum")]),
        ("GET", "/user/get", {}, [("path", "pattern")]),
        ("GET", "", {}, [("path", "pattern")]),
        ("GET", "user//get", {}, [("path", "pattern")]),
        ("GET", "user/../get", {}, [("path", "pattern")]),
        ("GET", "..", {}, [("path", "pattern")]),
        ("GET", "user/./get", {}, [("path", "pattern")]),
        ("GET", "user/get?userid=1", {}, [("path", "pattern")]),
        ("GET", "user/get#x", {}, [("path", "pattern")]),
        ("GET", "https://elsewhere/x", {}, [("path", "pattern")]),
        ("GET", "user%2fget", {}, [("path", "pattern")]),
        ("GET", "user\\get", {}, [("path", "pattern")]),
        ("GET", "user/get\n", {}, [("path", "pattern")]),
        ("GET", "cgi-bin/user/get", {}, [("path", "pattern")]),
        ("GET", None, {}, [("path", "pattern")]),
        ("GET", "user/get", {"params": {"access_token": "x"}}, [TOKEN_PARAMETER]),
        ("GET", "user/get", {"params": {"a": True}}, [("params.a", "type")]),
        ("GET", "user/get", {"params": {"a": None}}, [("params.a", "type")]),
        ("GET", "user/get", {"params": "a=b"}, [("params", "type")]),
        ("POST", "user/get", {"json": []}, [("json", "type")]),
        ("PUT", "..", {"json": 5}, [("method", "enum"), ("path", "pattern"), ("json", "type")]),
    ],
)
def test_a_raw_call_that_cannot_be_sent_names_every_problem(
    method: Any, path: Any, options: Any, problems: Any, server: Loopback, client: SyncClient
) -> None:
    with pytest.raises(ParameterError) as caught:
        client.call(method, path, **options)
    assert [(problem.path, problem.rule) for problem in caught.value.problems] == problems
    assert server.seen == []


def test_a_raw_call_that_json_cannot_hold_is_refused(server: Loopback, client: SyncClient) -> None:
    with pytest.raises(ParameterError):
        client.call("POST", "user/get", json={"a": {1}})
    assert server.seen == []


def test_a_raw_call_takes_any_mapping(server: Loopback, client: SyncClient) -> None:
    client.call("POST", "user/get", params=MappingProxyType({}), json=MappingProxyType({"a": 1}))
    assert server.seen[-1].body == b'{"a":1}'


def test_a_raw_call_sends_parameters_beside_the_token(server: Loopback, client: SyncClient) -> None:
    assert client.call("GET", "user/get", params={"userid": "张 三", "n": 1}) == OK
    assert server.seen[-1].query == {"access_token": "token-1", "userid": "张 三", "n": "1"}
    assert (server.seen[-1].method, server.seen[-1].path) == ("GET", "user/get")


def test_a_raw_call_is_not_repeated_unless_told(server: Loopback, client: SyncClient) -> None:
    server.script("user/get", drop, says(OK))
    with pytest.raises(TransportError):
        client.call("GET", "user/get")
    server.script("user/get", drop, says(OK))
    assert client.call("GET", "user/get", repeatable=True) == OK


# Threads


def test_forty_cold_threads_fetch_one_token(server: Loopback, client: SyncClient) -> None:
    assert together(40, lambda: read(client)) == [OK] * 40
    assert server.counts() == {"gettoken": 1, LIST: 40}


def test_forty_threads_that_are_refused_together_renew_once(
    server: Loopback, client: SyncClient
) -> None:
    read(client)
    server.script(LIST, refuse_all_but("token-2"))
    assert together(40, lambda: read(client)) == [OK] * 40
    assert server.count("gettoken") == 2


def test_forty_threads_share_one_failed_fetch_or_the_next(
    server: Loopback, client: SyncClient
) -> None:
    server.script("gettoken", says({"errcode": 45031, "errmsg": "unsafe"}))

    def fail() -> str:
        with pytest.raises(Exception, match="45031") as caught:
            read(client)
        return type(caught.value).__name__

    assert set(together(40, fail)) == {"APIError"}
    assert server.count(LIST) == 0


# Its life


def test_a_closed_client_says_so(server: Loopback, client: SyncClient) -> None:
    with client as same:
        assert same is client
        read(client)
    client.close()
    with pytest.raises(RuntimeError, match="was closed"):
        read(client)
    assert "closed" in repr(client)
    assert server.count(LIST) == 1


def test_a_client_shows_no_secret(connect: Connect) -> None:
    assert SECRET not in repr(connect())
    assert "mine" not in repr(connect(access_token="mine"))
    assert "corp_id='corp'" in repr(connect())


@pytest.mark.parametrize("travel", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_does_not_travel(travel: Callable[[Any], Any], client: SyncClient) -> None:
    with pytest.raises(TypeError, match="make one in each process"):
        travel(client)


def test_namespaces_are_made_once_for_each_client(connect: Connect) -> None:
    class Group(Namespace):
        pass

    class Parent(Namespace):
        @property
        def group(self) -> Group:
            return self._child(Group)

    one, two = connect(), connect()
    parent = one._namespace(Parent)
    assert parent is one._namespace(Parent)
    assert parent.group is parent.group
    assert parent is not two._namespace(Parent)
    assert parent.group._client is one
    assert "Group of <Client" in repr(parent.group)


def test_a_client_that_was_let_go_is_collected(server: Loopback) -> None:
    client = SyncClient("corp", SECRET, base_url=server.base_url)
    client._namespace(Namespace)
    read(client)
    gone = weakref.ref(client)
    del client
    gc.collect()
    assert gone() is None
