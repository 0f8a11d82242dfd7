# Copied from templates/wecom_client/simulator/wire.py: edit that file, then run 'make generate'.
"""What server and dispatcher exchange: a call as it came in, a reply as it goes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .._runtime.files import File
from .multipart import files_of, is_form

_PREFIX = "/cgi-bin/"
_SECRET_PARAMETERS = ("access_token", "corpsecret")


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP request; `json` is what its body decodes to, None where that is not valid JSON.

    `files` are those of a body that uploads some, by the names of its parts; None: it is none.
    """

    method: str
    path: str
    query: Mapping[str, str]
    body: bytes
    json: Any
    files: Mapping[str, File] | None = None

    @property
    def operation(self) -> str | None:
        """The path below `/cgi-bin/`, or None for a path outside."""
        return _operation(self.path)


class Delivery(Enum):
    """How a reply is sent: as it is, or broken in one of the ways that networks break."""

    WHOLE = "whole"
    CUT = "its first half, then the connection is closed"
    CLOSE = "not at all: the connection is closed"
    RESET = "not at all: the connection is reset"


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer, ready to be sent; `errcode` is what its body says, None where nothing."""

    status: int
    body: bytes
    content_type: str = "application/json"
    errcode: int | None = None
    delivery: Delivery = Delivery.WHOLE
    headers: Mapping[str, str] | None = None


@dataclass(slots=True)
class SeenRequest:
    """A request that the simulator received, for tests to look at.

    `path` is the URL path (`/cgi-bin/externalcontact/groupchat/list`); `body` is the decoded JSON,
    or None where there was none; `query` holds the query's parameters, `***` in place of a token
    or secret.

    `files` holds what it uploads, by the names of the parts; None: its body is no such form.

    What became of it is known before anything of the answer is sent: `fault` is the kind of the
    fault that struck it, or None; `done` says whether it was carried out; `errcode` is the code of
    the answer, also where a fault kept that from its caller (None: the call never got so far).
    """

    method: str
    path: str
    body: Any
    query: Mapping[str, str]
    fault: str | None = None
    done: bool = False
    errcode: int | None = None
    files: Mapping[str, File] | None = None

    @property
    def operation(self) -> str | None:
        """The path below `/cgi-bin/`, or None for a path outside."""
        return _operation(self.path)


def receive(
    method: str, path: str, query: Mapping[str, str], body: bytes, content_type: str = ""
) -> Call:
    """Return a call, its body decoded."""
    if is_form(content_type):
        return Call(method, path, query, body, None, files_of(content_type, body))
    return Call(method, path, query, body, _decode(body))


def encode(answer: Mapping[str, Any]) -> Reply:
    """Return the reply that carries an answer."""
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(200, body, errcode=answer.get("errcode", 0))


def seen(call: Call) -> SeenRequest:
    """Return what is remembered of a call."""
    query = {
        name: "***" if name in _SECRET_PARAMETERS else value for name, value in call.query.items()
    }
    return SeenRequest(call.method, call.path, call.json, query, files=call.files)


def _operation(path: str) -> str | None:
    return path[len(_PREFIX) :] if path.startswith(_PREFIX) else None


def _decode(body: bytes) -> Any:
    """Return the JSON value of a body; None where it is empty or not valid UTF-8 and JSON.

    What Python's decoder lets pass and JSON in UTF-8 cannot hold, NaN and halves of surrogate
    pairs, is not valid either.
    """
    try:
        value = json.loads(body.decode(), parse_constant=_refuse_constant)
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
