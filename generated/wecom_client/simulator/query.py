# Copied from templates/wecom_client/simulator/query.py: edit that file, then run 'make generate'.
"""Query parameters of GET operations: from text to the types that the checks expect."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .._runtime.checks import Boolean, Check, Day, Flag, Integer, Number, Object

_TOKEN = "access_token"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")
_BOOLEANS = {"true": True, "false": False}


def values_of(query: Mapping[str, str], request: Object) -> dict[str, Any]:
    """Return the parameters of a query, the token aside; what is not such a value stays text."""
    return {
        name: _value(text, request.properties.get(name))
        for name, text in query.items()
        if name != _TOKEN
    }


def _value(text: str, check: Check | None) -> Any:
    if isinstance(check, (Integer, Flag, Day)):
        return int(text) if _INTEGER.fullmatch(text) else text
    if isinstance(check, Number):
        return float(text) if _NUMBER.fullmatch(text) else text
    if isinstance(check, Boolean):
        return _BOOLEANS.get(text, text)
    return text
