"""Two examples of one request or answer: where they differ, what only fills them in aside."""

from __future__ import annotations

import re
from typing import Any

from .texts import as_json

_CAPITALS = re.compile(r"[A-Z][A-Z0-9_ -]*")
_LETTERS = re.compile(r"[^a-z]+")
_TOKEN = "access_token"


def difference(found: Any, spec: Any) -> str:
    """Name the first place where two examples differ; empty where they say the same.

    The token is no parameter, and `"USERID"` as a userid says no more than any other id.
    """
    return _difference(_without_token(found), _without_token(spec), "")


def _without_token(value: Any) -> Any:
    if isinstance(value, dict) and _TOKEN in value:
        return {key: one for key, one in value.items() if key != _TOKEN}
    return value


def _difference(found: Any, spec: Any, path: str) -> str:
    if isinstance(found, dict) and isinstance(spec, dict):
        for key in dict.fromkeys((*found, *spec)):
            below = f"{path}.{key}" if path else str(key)
            if key not in found or key not in spec:
                return f"{below} is in {'the document' if key in found else 'the spec'} alone"
            if said := _difference(found[key], spec[key], below):
                return said
        return ""
    if isinstance(found, list) and isinstance(spec, list) and len(found) == len(spec):
        pairs = zip(found, spec, strict=True)
        each = (_difference(*pair, f"{path}[{index}]") for index, pair in enumerate(pairs))
        return next((said for said in each if said), "")
    if type(found) is type(spec) and found == spec:
        return ""
    if isinstance(found, str) and isinstance(spec, str) and _is_filled_in(path, found, spec):
        return ""
    return f"{path or 'it'} is {as_json(found)}, in the spec {as_json(spec)}"


def _is_filled_in(path: str, *values: str) -> bool:
    """Say whether one of two values is only its parameter's name in capitals."""
    name = _LETTERS.sub("", path.rpartition(".")[2].lower())
    for value in values:
        word = _LETTERS.sub("", value.lower())
        if _CAPITALS.fullmatch(value) and len(word) > 1 and (word in name or name in word):
            return True
    return False
