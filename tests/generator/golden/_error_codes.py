# Generated from specs/errors.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""What the error table says: class, meaning and remedy of each code, in English and Chinese."""

from __future__ import annotations

from ._runtime.errcodes import ErrorEntry

ROWS: dict[int, ErrorEntry] = {
    -1: ErrorEntry("busy", "the platform is busy", "wait and send again"),
    40014: ErrorEntry("token", "invalid access_token", "fetch a new token"),
    90001: ErrorEntry(
        "not_found", "no such order", 'check the id; "quotes", {{ braces }} and \\ are text'
    ),
    90002: ErrorEntry(
        "conflict",
        "the parcel is not here any more",
        "nothing to do",
        "包裹已不在这里",
        '无需处理；"引号"、{{ 花括号 }} 和 \\ 都是文字',
    ),
    90003: ErrorEntry("quota", "today's parcels are used up", "go on tomorrow"),
}
