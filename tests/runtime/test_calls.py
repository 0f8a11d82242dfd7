"""Whole calls of both clients against a scripted server: tokens, renewals, refusals."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client import AuthenticationError, Operation, Request, TokenError, TransportError

from ..declarations import Answer
from .helpers import LIST, SECRET, TRANSFER, Connect, Either, read, write
from .loopback import OK, Loopback, drop, http, raw, refuse_all_but, reset, says


def test_a_call_gets_a_token_sends_and_returns_the_decoded_answer(
    server: Loopback, client: Either
) -> None:
    server.script(LIST, says({**OK, "group_chat_list": [], "unknown": None}))
    assert read(client) == {**OK, "group_chat_list": [], "unknown": None}
    token, listing = server.seen
    assert (token.method, token.query) == ("GET", {"corpid": "corp", "corpsecret": SECRET})
    assert (listing.method, listing.query) == ("POST", {"access_token": "token-1"})
    assert listing.body == b'{"limit":10}'


def test_an_operation_returns_its_answer_type(server: Loopback, client: Either) -> None:
    operation = Operation(LIST, "POST", True, "page")
    answer = client._send(Request(operation, {}, {}), Answer)
    assert isinstance(answer, Answer)
    assert (answer.errcode, answer.errmsg) == (0, "ok")


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


@pytest.mark.parametrize("errcode", [40014, 42001, "40014", "42001"], ids=repr)
def test_a_refused_token_is_renewed_once_for_any_operation(
    errcode: Any, server: Loopback, client: Either, waits: list[float]
) -> None:
    server.script(TRANSFER, refuse_all_but("token-2", errcode=errcode))
    assert write(client) == OK
    assert server.counts() == {"gettoken": 2, TRANSFER: 2}
    assert waits == []


def test_a_server_that_refuses_every_token_ends_the_call_after_one_renewal(
    server: Loopback, client: Either
) -> None:
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError) as caught:
        read(client)
    assert caught.value.errcode == 40014
    assert server.counts() == {"gettoken": 2, LIST: 2}


def test_a_platform_that_issues_the_refused_token_again_ends_the_call_after_one_renewal(
    server: Loopback, client: Either
) -> None:
    server.script("gettoken", says({**OK, "access_token": "same", "expires_in": 7200}))
    server.script(LIST, refuse_all_but())
    with pytest.raises(TokenError):
        read(client)
    assert server.counts() == {"gettoken": 2, LIST: 2}


def test_a_wrong_secret_is_told_by_gettoken_and_nothing_is_sent(
    server: Loopback, connect: Connect
) -> None:
    server.script("gettoken", says({"errcode": 40001, "errmsg": f"bad {SECRET}"}))
    with pytest.raises(AuthenticationError) as caught:
        write(connect())
    assert (caught.value.operation, caught.value.errmsg) == ("gettoken", "bad ***")
    assert "91039" in caught.value.doc_url
    assert server.counts() == {"gettoken": 1}


@pytest.mark.parametrize(
    "behaviour",
    [drop, reset, raw(http(b"<html>")), says({}, 503), says(OK)],
    ids=["drop", "reset", "HTML", "503", "no token"],
)
def test_a_token_that_cannot_be_fetched_means_that_nothing_was_sent(
    behaviour: Any, server: Loopback, client: Either
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
    credentials: Any, server: Loopback, connect: Connect
) -> None:
    with pytest.raises(TransportError) as caught:
        write(connect(**credentials))
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


@pytest.mark.parametrize("odd", [None, "", 5, b"token"])
def test_a_function_that_returns_no_text_gives_no_token(
    odd: Any, server: Loopback, connect: Connect
) -> None:
    with pytest.raises(TransportError, match="access_token function") as caught:
        read(connect(access_token=lambda: odd))
    assert caught.value.outcome == "not_sent"
    assert server.seen == []


def test_what_a_token_function_raises_reaches_the_caller(connect: Connect) -> None:
    def fail() -> str:
        raise LookupError("vault is down")

    client = connect(access_token=fail)
    with pytest.raises(LookupError, match="vault is down"):
        read(client)
