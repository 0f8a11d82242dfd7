"""How a stored token is read: as tolerantly as an answer, and bytes that are no text not at all."""

from __future__ import annotations

import codecs
import json
import logging
from pathlib import Path
from typing import Any

import pytest
import redis

from wecom_client import FileTokenStore, RedisTokenStore

from ..redis_server import RedisServer
from .fixtures import FakePlatform, ScriptedStore, token_of
from .helpers import Connect, read
from .loopback import OK, Loopback, refuse_all_but
from .stores import UnreadableTokenError, deserialize

RECORD = '{"token": "kept-token", "serial": "s\t1", "expires_at": 9e9}'
CONTENT = "kept-token"

READABLE = {
    "plain": RECORD.encode(),
    "mark": codecs.BOM_UTF8 + RECORD.encode(),
    "utf-16": codecs.BOM_UTF16_LE + RECORD.encode("utf-16-le"),
    "utf-16-be": codecs.BOM_UTF16_BE + RECORD.encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_LE + RECORD.encode("utf-32-le"),
}
# A byte that is no text, and where it is told to be.
UNREADABLE = {
    "in the token": (b'{"token": "kept-token\xff", "serial": "s"}', "not UTF-8 at byte 21"),
    "in Latin-1": ('{"token": "kept-tokén"}'.encode("latin-1"), "not UTF-8 at byte 19"),
    "in front": (b"\x80" + RECORD.encode(), "not UTF-8 at byte 0"),
    "after a mark": (codecs.BOM_UTF8 + b'{"token\xc3"', "not UTF-8 at byte 10"),
    "half of UTF-16": (codecs.BOM_UTF16_LE + b"{", "not UTF-16-LE at byte 2"),
    "a half pair": (codecs.BOM_UTF16_LE + b"\x00\xd8{\x00", "not UTF-16-LE at byte 2"),
}


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def assert_told(caplog: pytest.LogCaptureFixture, store: str, place: str) -> None:
    """Check that the log names the place once, and nothing of what stands there."""
    said = [one for one in caplog.messages if one.startswith("token store")]
    told = f"token store {store} holds no token but something else ({place}): overwriting it"
    assert said == [told]
    assert CONTENT not in repr([vars(record) for record in caplog.records])


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_a_record_is_read_whatever_marks_it(data: bytes) -> None:
    record = deserialize(data)
    assert record.grant is not None
    assert (record.grant.token.reveal(), record.grant.serial) == (CONTENT, "s\t1")
    assert deserialize("\ufeff" + RECORD) == record


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        *UNREADABLE.values(),
        ("", "not JSON at line 1, column 1"),
        ('{"token":\n  kept-token}', "not JSON at line 2, column 3"),
        ('{"token": NaN}', "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("{}", "another form"),
        ("5", "another form"),
        (5, "no text"),
        ('{"token": "t", "serial": "s", "expires_at": 1' + "0" * 400 + "}", "another form"),
        ('{"token": "t", "serial": "s", "expires_at": 1' + "0" * 9000 + "}", "not JSON"),
    ],
)
def test_what_is_no_record_is_refused_with_the_place(data: Any, flaw: str) -> None:
    with pytest.raises(UnreadableTokenError) as caught:
        deserialize(data)
    assert str(caught.value) == flaw
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


@pytest.mark.parametrize("decode", [False, True])
@pytest.mark.parametrize(("data", "place"), UNREADABLE.values(), ids=UNREADABLE)
def test_redis_with_bytes_that_are_no_text_is_told_and_overwritten(
    data: bytes,
    place: str,
    decode: bool,
    connect: Connect,
    server: Loopback,
    redis_server: RedisServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with redis.Redis.from_url(redis_server.url, decode_responses=decode) as own:
        store = RedisTokenStore(own)
        client = connect(token_store=store)
        inner: Any = getattr(client, "client", client)
        own.set(f"wecom_client:{inner._shared._store._key}", data)
        assert read(client) == read(connect(token_store=store)) == OK
        assert server.count("gettoken") == 1
        # redis-py, where it decodes by itself, knows no marks.
        assert_told(caplog, "RedisTokenStore", "not UTF-8 at byte 0" if decode and
                    data.startswith(codecs.BOM_UTF16_LE) else place)  # fmt: skip


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_redis_with_a_marked_text_is_read(
    data: bytes, connect: Connect, server: Loopback, redis_server: RedisServer
) -> None:
    server.script("externalcontact/groupchat/list", refuse_all_but(CONTENT))
    with redis.Redis.from_url(redis_server.url) as own:
        client = connect(token_store=RedisTokenStore(own))
        inner: Any = getattr(client, "client", client)
        own.set(f"wecom_client:{inner._shared._store._key}", data)
        assert read(client) == OK
    assert server.count("gettoken") == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_file_that_an_editor_has_saved_is_read(
    encoding: str, connect: Connect, server: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "tokens.json"
    assert read(connect(token_store=FileTokenStore(path))) == OK
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2), encoding)
    assert read(connect(token_store=FileTokenStore(path))) == OK
    assert server.count("gettoken") == 1


@pytest.mark.parametrize(("data", "place"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_with_bytes_that_are_no_text_is_told_and_overwritten(
    data: bytes,
    place: str,
    connect: Connect,
    server: Loopback,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = tmp_path / "tokens.json"
    path.write_bytes(data)
    assert read(connect(token_store=FileTokenStore(path))) == OK
    assert read(connect(token_store=FileTokenStore(path))) == OK
    assert server.count("gettoken") == 1
    assert_told(caplog, "FileTokenStore", place)


def test_a_life_that_no_clock_can_hold_makes_a_file_somebody_elses(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    path.write_text('{"k": {"text": "t", "until": 1' + "0" * 400 + "}}")
    platform = FakePlatform(FileTokenStore(path))
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert token_of(platform.obtain(platform.client())) == "token-1"


def test_a_store_of_ones_own_that_cannot_decode_what_it_holds_is_overwritten(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Strict(ScriptedStore):
        def load(self, key: str) -> str | None:
            text = super().load(key)
            return b'{"token": "kept-token\xff'.decode() if text is None else text

    platform = FakePlatform(Strict())
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert_told(caplog, "Strict", "not UTF-8 at byte 21")
