"""Elements that an answer lists: which of them did not fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def has_success(answer: Any, name: str) -> bool:
    """Say whether an array of an example answer lists an element that did not fail."""
    listed = answer.get(name) if isinstance(answer, Mapping) else None
    records = listed if isinstance(listed, list) else ()
    codes = (one.get("errcode") for one in records if isinstance(one, Mapping))
    return any(type(code) is int and code == 0 for code in codes)
