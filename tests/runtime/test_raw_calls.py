"""The raw call of both clients."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any

import pytest

from wecom_client import ParameterError, TransportError

from .helpers import Either
from .loopback import OK, Loopback, drop, says


class Name(str, Enum):  # noqa: UP042 -- the older kind is what is tried
    """As programs had them before `StrEnum`: `str()` of a member is "Name.USER"."""

    USER = "userid"
    TOKEN = "access_token"


class Broken(Mapping[str, Any]):
    """A mapping whose methods raise."""

    def __getitem__(self, key: str) -> Any:
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def __len__(self) -> int:
        return 1


class Nameless:
    def __repr__(self) -> str:
        raise RuntimeError


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
        ("GET", "user/get", {"params": {Name.TOKEN: "x"}}, [TOKEN_PARAMETER]),
        ("GET", "user/get", {"params": {Nameless(): "x"}}, [("params", "type")]),
        ("GET", "user/get", {"params": {"a": 10**5000}}, [("params.a", "type")]),
        ("GET", "user/get", {"params": Broken()}, [("params", "type")]),
        ("POST", "user/get", {"json": Broken()}, [("json", "type")]),
        ("POST", "user/get", {"json": []}, [("json", "type")]),
        ("PUT", "..", {"json": 5}, [("method", "enum"), ("path", "pattern"), ("json", "type")]),
    ],
)
def test_a_raw_call_that_cannot_be_sent_names_every_problem(
    method: Any, path: Any, options: Any, problems: Any, server: Loopback, client: Either
) -> None:
    with pytest.raises(ParameterError) as caught:
        client.call(method, path, **options)
    assert [(problem.path, problem.rule) for problem in caught.value.problems] == problems
    assert server.seen == []


def test_a_raw_call_that_json_cannot_hold_is_refused(server: Loopback, client: Either) -> None:
    with pytest.raises(ParameterError):
        client.call("POST", "user/get", json={"a": {1}})
    assert server.seen == []


def test_a_raw_call_takes_any_mapping(server: Loopback, client: Either) -> None:
    client.call("POST", "user/get", params=MappingProxyType({}), json=MappingProxyType({"a": 1}))
    assert server.seen[-1].body == b'{"a":1}'


def test_a_raw_call_sends_parameters_beside_the_token(server: Loopback, client: Either) -> None:
    assert client.call("GET", "user/get", params={"userid": "张 三", "n": 1}) == OK
    assert server.seen[-1].query == {"access_token": "token-1", "userid": "张 三", "n": "1"}
    assert (server.seen[-1].method, server.seen[-1].path) == ("GET", "user/get")


def test_a_member_of_an_enumeration_goes_out_as_its_text(server: Loopback, client: Either) -> None:
    client.call("POST", "user/get", params={Name.USER: "abel"}, json={Name.USER: Name.USER})
    assert server.seen[-1].query == {"access_token": "token-1", "userid": "abel"}
    assert server.seen[-1].body == b'{"userid":"userid"}'


def test_a_raw_call_is_not_repeated_unless_told(server: Loopback, client: Either) -> None:
    server.script("user/get", drop, says(OK))
    with pytest.raises(TransportError):
        client.call("GET", "user/get")
    server.script("user/get", drop, says(OK))
    assert client.call("GET", "user/get", repeatable=True) == OK


class Key(str, Enum):  # noqa: UP042 -- as users write it; a StrEnum has another str()
    USER = "userid"
    ABEL = "abel"


class Size(IntEnum):
    SMALL = 1


def test_members_of_enumerations_go_out_by_value(server: Loopback, client: Either) -> None:
    client.call("GET", "user/get", params={Key.USER: Key.ABEL, "size": Size.SMALL})
    client.call("POST", "user/get", json={Key.USER: Key.ABEL, "size": Size.SMALL})
    _, got, posted = server.seen
    assert got.query == {"access_token": "token-1", "userid": "abel", "size": "1"}
    assert json.loads(posted.body) == {"userid": "abel", "size": 1}
