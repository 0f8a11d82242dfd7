"""Folders of specs for tests: the smallest one that is fine, and ways to change it."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.analyze import read_api
from generator.model import Api
from generator.problems import SpecError

FINE: dict[str, Any] = {
    "title": "读取房间",
    "summary": "Reads rooms.",
    "page": "https://example.invalid/rooms",
    "method": "POST",
    "repeatable": True,
    "request": {
        "ids": {
            "type": "array",
            "required": True,
            "minItems": 1,
            "maxItems": 9,
            "items": {"type": "string", "minLength": 1},
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50},
    },
    "response": {"rooms": {"type": "array", "items": {"type": "string"}}},
    "examples": {
        "request": {"ids": ["a"]},
        "response": {"errcode": 0, "errmsg": "ok", "rooms": ["a"]},
    },
}


def changed(**keys: Any) -> dict[str, Any]:
    """Return the fine spec with keys replaced; None takes one out, `a__b` goes below."""
    spec = copy.deepcopy(FINE)
    for path, value in keys.items():
        *above, key = path.split("__")
        target = spec
        for part in above:
            target = target.setdefault(part, {})
        if value is None:
            target.pop(key, None)
        else:
            target[key] = value
    return spec


def write(folder: Path, specs: Mapping[str, Any]) -> Path:
    """Write specs by path (`rooms/list`); text is written as it is, data as YAML (JSON is YAML)."""
    for name, spec in specs.items():
        path = folder / (name if "." in name else f"{name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(spec, bytes):
            path.write_bytes(spec)
        else:
            text = spec if isinstance(spec, str) else json.dumps(spec, ensure_ascii=False, indent=1)
            path.write_text(text, "utf-8")
    return folder


def api(folder: Path, specs: Mapping[str, Any]) -> Api:
    """Read specs that are fine."""
    return read_api(write(folder, specs))


def messages(folder: Path, specs: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with specs, places below the folder."""
    with pytest.raises(SpecError) as caught:
        read_api(write(folder, specs))
    return [str(one).replace(f"{folder}/", "") for one in caught.value.problems]
