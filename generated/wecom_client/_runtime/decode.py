# Copied from templates/wecom_client/_runtime/decode.py: edit that file, then run 'make generate'.
"""Reading what a server, a store or a file holds, as tolerantly as peers do: text, JSON, numbers.

Senders of this world put byte order marks and raw control characters into JSON, and whole numbers
into texts or floats. Nothing here changes a value: a reader either has it or does not.
"""

from __future__ import annotations

import codecs
import json
import re
import sys
from typing import Any, NoReturn

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WHOLE_NUMBER = re.compile(r"\s*(-?[0-9]{1,18})(?:\.0{1,6})?\s*", re.ASCII)
_LARGEST_FLOAT = 2.0**53


def decode_text(data: bytes, errors: str = "strict") -> str:
    """Decode UTF-8, or what a byte order mark says; the mark is left out.

    Raises:
        UnicodeDecodeError: with `errors="strict"`; `start` is the place in `object`.
    """
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding, errors)
    except UnicodeDecodeError as error:
        begin, end = len(mark) + error.start, len(mark) + error.end
        flaw = UnicodeDecodeError(encoding, data, begin, end, error.reason)
    raise flaw


def decode_json(text: str) -> Any:
    """Decode JSON; control characters may stand in strings as they are.

    Raises:
        ValueError: it is not JSON.
        RecursionError: it is nested too deeply.
    """
    return _DECODER.decode(text)


def flaw_of(problem: ValueError | RecursionError) -> str:
    """Say why `decode_text` or `decode_json` refused something, and where, without its content."""
    if isinstance(problem, UnicodeDecodeError):
        return f"not {problem.encoding.upper()} at byte {problem.start}"
    if isinstance(problem, json.JSONDecodeError):
        return f"not JSON at line {problem.lineno}, column {problem.colno}"
    return "nested too deeply" if isinstance(problem, RecursionError) else "not JSON"


def is_finite(value: object) -> bool:
    """Whether this is a number that a float can hold."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return abs(value) <= sys.float_info.max


def number_of(value: object) -> int | None:
    """Return a whole number that came as such, as 3.0 or as text; None: it is none."""
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST_FLOAT:
        return int(value)
    if isinstance(value, str) and (found := _WHOLE_NUMBER.fullmatch(value)):
        return int(found[1])
    return None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, strict=False)
