"""Stores hold the token and nothing else of ours; what is told of them holds not even that."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client import FileTokenStore, MemoryTokenStore, RedisTokenStore, WeComError

from .helpers import SECRET, Connect, read, write
from .loopback import OK, Loopback, echo_token, says, unused_port
from .test_leaks import TOKEN, assert_clean, assert_no_leak, log

__all__ = ["log"]

PASSWORD = "pa55word"


def test_a_file_holds_the_token_and_neither_secret_nor_corp_id(
    server: Loopback, connect: Connect, tmp_path: Path
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    path = tmp_path / "tokens.json"
    read(connect("corp-1d", SECRET, token_store=FileTokenStore(path)))
    [(key, entry)] = json.loads(path.read_bytes()).items()
    record = json.loads(entry["text"])
    assert record.pop("token") == TOKEN
    assert_clean(f"{key}{record}")
    assert "corp-1d" not in f"{key}{record}"


@pytest.mark.parametrize(
    "answer",
    [
        {"errcode": 40001, "errmsg": f"invalid secret {SECRET}"},
        {"errcode": 40001, "errmsg": f"corpsecret={SECRET}&x"},
        {"errcode": "40013", "errmsg": {"sent": SECRET}},
    ],
)
def test_the_note_of_a_failed_fetch_holds_no_secret(
    answer: Any, server: Loopback, connect: Connect
) -> None:
    server.script("gettoken", says(answer))
    store = MemoryTokenStore()
    with pytest.raises(WeComError):
        write(connect(token_store=store))
    [text] = store._texts.values()
    assert "failed" in text
    assert_clean(text)


def test_a_failure_that_comes_from_a_store_leaks_nothing(
    server: Loopback, connect: Connect, log: io.StringIO
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script("externalcontact/groupchat/transfer", echo_token)
    store = MemoryTokenStore()
    for _ in range(2):
        client = connect(token_store=store)
        assert_no_leak(lambda client=client: write(client))  # type: ignore[misc]
        shown = f"{client!r} {client._tokens!r} {vars(client._tokens)!r}"
        assert_clean(shown)
    assert server.count("gettoken") == 1


class Talkative(MemoryTokenStore):
    """A store that repeats everything in what it raises."""

    def __init__(self, failing: str) -> None:
        super().__init__()
        setattr(self, failing, self._fail)

    def _fail(self, *args: object) -> Any:
        raise ValueError(f"{args} {TOKEN} redis://:{PASSWORD}@host")


@pytest.mark.parametrize("failing", ["load", "save", "try_lock"])
def test_what_a_store_raises_reaches_neither_the_caller_nor_the_log(
    failing: str, server: Loopback, connect: Connect, log: io.StringIO
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script("externalcontact/groupchat/transfer", echo_token)
    client = connect(token_store=Talkative(failing))
    assert read(client) == OK
    assert_no_leak(lambda: write(client))
    assert "does not work (ValueError)" in log.getvalue()
    assert "token store Talkative: " in log.getvalue()
    assert PASSWORD not in log.getvalue()


def test_a_redis_that_is_not_there_is_told_without_its_password(
    server: Loopback, connect: Connect, log: io.StringIO
) -> None:
    url = f"redis://us3r:{PASSWORD}@127.0.0.1:{unused_port()}/0"
    client = connect(token_store=RedisTokenStore.from_url(url))
    assert read(client) == OK
    told = log.getvalue()
    assert (
        "token store RedisTokenStore: keeping tokens does not work (ConnectionError: Error" in told
    )
    assert told.count("token store") == 1
    assert PASSWORD not in told


def test_a_refused_store_argument_leaks_nothing(make_sync: Callable[..., Any]) -> None:
    options = {"token_store": f"redis://:{PASSWORD}@host"}
    assert_no_leak(lambda: make_sync("corp", SECRET, **options), expected=TypeError)
