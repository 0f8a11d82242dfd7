"""A function in place of HTTP: what it is asked, and what comes of what it answers."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from wecom_client import (
    APIError,
    AsyncWeComClient,
    HTTPRequest,
    HTTPResponse,
    ResponseError,
    TransportError,
    WeComClient,
)

from .helpers import LIST, SECRET, Connect, Loop, awrite, read, write
from .loopback import OK, Loopback

Answer = Callable[[HTTPRequest], Any]

TOKEN = HTTPResponse({**OK, "access_token": "to/ken", "expires_in": 7200})


class Script:
    """Answers with one thing after another, of which the last stays, and keeps the requests."""

    def __init__(self, *answers: Any) -> None:
        self.seen: list[HTTPRequest] = []
        self._answers = list(answers)

    def __call__(self, request: HTTPRequest) -> Any:
        if request.path == "gettoken":
            return TOKEN
        self.seen.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_request_holds_what_would_go_out(connect: Connect) -> None:
    script = Script(HTTPResponse(OK))
    client = connect(transport=script, base_url="https://wecom.invalid", timeout=(3, 4))
    assert client.call("POST", LIST, json={"limit": 10}, params={"debug": 1}) == OK
    assert client.call("GET", LIST) == OK
    posted, got = script.seen
    assert (posted.method, posted.path, posted.params) == ("POST", LIST, {"debug": "1"})
    assert (posted.json, posted.body, posted.timeout) == ({"limit": 10}, b'{"limit":10}', (3, 4))
    address = f"https://wecom.invalid/cgi-bin/{LIST}?access_token=to%2Fken"
    assert posted.url == f"{address}&debug=1"
    assert (got.method, got.params, got.body, got.json) == ("GET", {}, None, None)
    assert got.url == address


def test_the_token_is_asked_for_as_well(connect: Connect) -> None:
    asked: list[HTTPRequest] = []

    def answer(request: HTTPRequest) -> HTTPResponse:
        asked.append(request)
        return TOKEN

    read(connect(transport=answer))
    assert [(one.method, one.path) for one in asked] == [("GET", "gettoken"), ("POST", LIST)]
    assert asked[0].params["corpsecret"] == SECRET


def test_nothing_goes_to_the_network(connect: Connect, server: Loopback) -> None:
    read(connect(transport=Script(HTTPResponse(OK))))
    assert server.connections == 0


def test_neither_request_nor_response_shows_secret_token_or_data(connect: Connect) -> None:
    asked: list[Any] = []

    def answer(request: HTTPRequest) -> HTTPResponse:
        asked.append(request)
        return TOKEN

    read(connect(transport=answer))
    for shown in (repr(asked), repr(TOKEN)):
        assert SECRET not in shown
        assert "to/ken" not in shown
        assert "to%2Fken" not in shown


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        (HTTPResponse({"errcode": 40050, "errmsg": "no"}), APIError, "40050"),
        (HTTPResponse(b"<html>"), ResponseError, "HTML"),
        (HTTPResponse(b"", 404), TransportError, "HTTP 404"),
        (HTTPResponse(b"x" * 101), ResponseError, "more than 100 bytes"),
    ],
    ids=["errcode", "HTML", "status", "size"],
)
def test_an_answer_counts_as_one_of_the_server(
    answer: HTTPResponse, error: type[Exception], told: str, connect: Connect
) -> None:
    client = connect(transport=Script(answer), max_body=100, access_token="t")
    with pytest.raises(error, match=told):
        read(client)


@pytest.mark.parametrize(
    ("problem", "outcome"),
    [
        (ConnectionRefusedError("no one"), "not_sent"),
        (ConnectionResetError("gone"), "unknown"),
        (TimeoutError("late"), "unknown"),
        (requests.ConnectionError("https://a/?access_token=to/ken"), "unknown"),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Exception) else "",
)
def test_an_error_of_the_system_is_a_request_without_an_answer(
    problem: Exception, outcome: str, connect: Connect
) -> None:
    client = connect(transport=Script(problem), retries=0)
    with pytest.raises(TransportError) as caught:
        write(client)
    assert caught.value.outcome == outcome
    assert "to/ken" not in "".join(traceback.format_exception(caught.value))
    assert pickle.loads(pickle.dumps(caught.value)).outcome == outcome


def test_what_was_not_sent_or_may_be_repeated_is_sent_again(
    connect: Connect, waits: list[float]
) -> None:
    script = Script(ConnectionRefusedError(), HTTPResponse(b"", 502), HTTPResponse(OK))
    assert read(connect(transport=script)) == OK
    assert (len(script.seen), len(waits)) == (3, 2)


@pytest.mark.parametrize("problem", [AssertionError("wrong body"), KeyError("chat_id")], ids=repr)
def test_another_error_of_the_function_is_that_of_the_call(
    problem: Exception, connect: Connect
) -> None:
    with pytest.raises(type(problem)) as caught:
        read(connect(transport=Script(problem)))
    assert caught.value is problem


def test_something_else_than_a_response_is_an_error_that_says_so(connect: Connect) -> None:
    with pytest.raises(TypeError, match="must return an HTTPResponse, and returned dict"):
        read(connect(transport=Script(OK)))


def test_the_total_time_bounds_what_is_asked_for(connect: Connect) -> None:
    script = Script(HTTPResponse(OK))
    read(connect(transport=script, timeout=(50, 60), total_timeout=40))
    assert all(0 < seconds <= 40 for seconds in script.seen[0].timeout)


def test_the_total_time_ends_an_asynchronous_function(
    make_async: Callable[..., AsyncWeComClient],
) -> None:
    async def never(request: HTTPRequest) -> HTTPResponse:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")

    loop, client = Loop(), make_async(transport=never, access_token="t", total_timeout=0.05)
    with pytest.raises(TransportError, match="total_timeout are over") as caught:
        loop.run(awrite(client))
    assert caught.value.outcome == "unknown"
    loop.run(client.aclose())
    loop.end()


def test_a_closed_client_sends_nothing(connect: Connect) -> None:
    script = Script(HTTPResponse(OK))
    client = connect(transport=script)
    client.close()
    with pytest.raises(RuntimeError):
        read(client)
    assert script.seen == []


def test_a_function_with_async_serves_the_asynchronous_client_alone(
    make_async: Callable[..., AsyncWeComClient], make_sync: Callable[..., WeComClient]
) -> None:
    async def answer(request: HTTPRequest) -> HTTPResponse:
        return TOKEN

    loop, client = Loop(), make_async(transport=answer)
    assert loop.run(client.call("POST", LIST)) == TOKEN.body
    loop.run(client.aclose())
    loop.end()
    with pytest.raises(TypeError, match="without async"):
        make_sync(transport=answer)


@pytest.mark.parametrize("transport", ["x", object(), Script], ids=["text", "object", "class"])
def test_what_is_no_function_is_refused(transport: object, connect: Connect) -> None:
    with pytest.raises(TypeError, match="transport must be a function of an HTTPRequest, is"):
        connect(transport=transport)


@pytest.mark.parametrize("option", [{"proxies": {}}, {"verify": False}, {"cert": "a.pem"}], ids=str)
def test_settings_of_http_are_refused_beside_it(option: dict[str, Any], connect: Connect) -> None:
    with pytest.raises(ValueError, match="pass either transport, or proxies, verify and cert"):
        connect(transport=Script(HTTPResponse(OK)), **option)


def test_a_session_of_requests_with_an_adapter_of_ones_own_can_stand_behind_it(
    make_sync: Callable[..., WeComClient], server: Loopback
) -> None:
    """The lines of the migration page, for those who go on patching requests in their tests."""

    sent: list[str | None] = []

    class Noting(HTTPAdapter):
        def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> Any:
            sent.append(request.method)
            return super().send(request, *args, **options)

    session = requests.Session()
    session.mount("http://", Noting())

    def through_requests(request: HTTPRequest) -> HTTPResponse:
        answer = session.request(
            request.method, request.url, data=request.body, timeout=request.timeout
        )
        return HTTPResponse(answer.content, answer.status_code)

    with session, make_sync(transport=through_requests) as client:
        assert read(client) == OK
    assert sent == ["GET", "POST"]
    assert json.loads(server.seen[-1].body) == {"limit": 10}


def test_the_log_says_what_it_says_of_http(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "wecom_client")
    with pytest.raises(TransportError):
        write(connect(transport=Script(TimeoutError("late")), access_token="t"))
    [record] = [one for one in caplog.records if getattr(one, "outcome", None) == "lost"]
    assert record.levelname == "WARNING"
    assert "no answer came from" in record.getMessage()
