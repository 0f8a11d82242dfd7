"""How answers come about in tests: of JSON, and of bytes where msgspec decodes them."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import pytest

from .declarations import Answer, Record, answer_in, one
from .exchange import Reply, Verdict
from .flows import classify, decoder_of

R = TypeVar("R", bound=Record)

needs_speed = pytest.mark.skipif(
    decoder_of(Answer, ()) is None, reason="msgspec is not there, or not for this Python"
)
"""For what only the extra `speed` does."""

KINDS = ("json", pytest.param("msgspec", marks=needs_speed))
"""How an answer is decoded, for `made`."""

_holders: dict[type[Record], type[Any]] = {}


def verdict_of(cls: type[Answer], body: bytes, kind: str) -> Verdict:
    """Return what a body that came with HTTP 200 is."""
    return classify(Reply(200, body), True, decoder_of(cls, ()) if kind == "msgspec" else None)


def answered(cls: type[Any], body: bytes, kind: str) -> Any:
    """Return the answer that a body holds, as a call does."""
    return answer_in("en", cls, verdict_of(cls, body, kind).answer)


def made(cls: type[R], raw: dict[str, Any], kind: str) -> R:
    """Return a record with this JSON; one that was decoded is a part of an answer."""
    if kind == "json":
        return cls(raw)
    if issubclass(cls, Answer) and type(raw.get("errcode")) is int:
        return answered(cls, json.dumps(raw).encode(), kind)  # type: ignore[no-any-return]
    holder = _holders.get(cls)
    if holder is None:
        described = {"__annotations__": {"it": "Any"}, "it": one(cls), "__module__": __name__}
        holder = _holders[cls] = type("Holder", (Answer,), described)
    body = json.dumps({"errcode": 0, "it": raw}).encode()
    record: R = answered(holder, body, kind).it
    return record


def is_decoded(record: Record) -> bool:
    """Whether the fields were decoded of bytes, and are no views of dictionaries."""
    return hasattr(type(record), "__struct_fields__")
