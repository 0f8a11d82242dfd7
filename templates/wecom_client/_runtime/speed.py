"""JSON by msgspec, which the extra `speed` brings. Where it cannot serve, importing this fails."""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from .decode import decode_json, decode_text

if (
    sys.implementation.name != "cpython"
    or not getattr(sys, "_is_gil_enabled", lambda: True)()
    or tuple(map(int, msgspec.__version__.split(".")[:2])) < (0, 22)
):
    # What is built on it here was tried with these alone, and counts on a lock round each decoding.
    raise ImportError("not this Python, or not this msgspec")

# Both write these in the same way. Floats they do not, and msgspec also takes what JSON has not.
_SAME = frozenset((str, int, bool, type(None)))
_TEXT = frozenset((str,))


def encode(value: Any) -> bytes | None:
    """Return the JSON that `json` would write; None: it is for `json` to write or to refuse."""
    try:
        return _encode(value) if _is_the_same(value) else None
    except Exception:
        return None


_encode = msgspec.json.Encoder().encode


def _is_the_same(value: Any) -> bool:
    kind = type(value)
    if kind is dict:
        return _TEXT.issuperset(map(type, value)) and _are_the_same(value.values())
    return _are_the_same(value) if kind in (list, tuple) else kind in _SAME


def _are_the_same(values: Any) -> bool:
    return _SAME.issuperset(map(type, values)) or all(map(_is_the_same, values))


def decode(body: bytes) -> Any:
    """Return what `json` makes of a body that msgspec has read a part of."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # What it stepped over then is something that only `json` reads.
        return decode_json(decode_text(body, errors="replace"))
