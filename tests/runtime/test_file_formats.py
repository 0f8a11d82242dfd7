"""Formats of files: what a file is by its content, whatever it is called."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.spec.constraints import CONSTRAINTS
from wecom_client import File

from ..declarations import (
    BEGINNINGS,
    Binary,
    FileFormats,
    Integer,
    Object,
    Report,
    String,
    accepted,
)
from .good_path import clock, held, warm


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
JFIF = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"
EXIF = b"\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xd9"
MP4 = box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + box(b"moov", b"")
OTHERS = {
    "old mp4": (box(b"moov", b"") + box(b"mdat", b""), {"MP4"}),
    "mp4 behind free space": (box(b"free", b"\0" * 9) + box(b"mdat", b""), {"MP4"}),
    "mp4": (MP4, {"MP4"}),
    "png": (PNG, {"PNG"}),
    "jfif": (JFIF, {"JPG"}),
    "exif": (EXIF, {"JPG"}),
    "gif": (b"GIF89a\1\0\1\0\0\0\0;", set()),
    "webp": (b"RIFF\x1a\0\0\0WEBPVP8L", set()),
    "avi": (b"RIFF\x1a\0\0\0AVI LIST", set()),
    "matroska": (b"\x1aE\xdf\xa3\x9fB\x86\x81", set()),
    "pdf": (b"%PDF-1.7\n", set()),
    "text": (b"mytext", set()),
    "beginning of a png": (PNG[:6], set()),
    "nothing": (b"", set()),
}


@pytest.mark.parametrize(("content", "formats"), OTHERS.values(), ids=OTHERS)
def test_a_file_is_of_the_format_that_its_content_begins_with(
    content: bytes, formats: set[str]
) -> None:
    assert {name for name, begins in BEGINNINGS.items() if begins(content)} == formats


def test_specs_name_the_formats_that_the_client_tells() -> None:
    stated: Any = CONSTRAINTS["fileFormats"].value["additionalProperties"]
    assert [*BEGINNINGS] == stated["additionalProperties"]["items"]["enum"]


ALLOWED = {"image": ("JPG", "PNG"), "video": ("MP4",)}
KINDS = ["image", "video", "file", None]


def ruled(default: str | None) -> Object:
    rule = FileFormats("media", "kind", ALLOWED, default=default)
    return warm(Object({"media": Binary(), "kind": String()}, rules=(rule,)))


@given(
    st.sampled_from(["image", None]),
    st.sampled_from(KINDS),
    st.sampled_from([content for content, _ in OTHERS.values()]) | st.binary(max_size=12),
    st.sampled_from(["a.png", "群", "a.mp4"]),
)
def test_a_file_is_refused_where_it_is_of_none_of_the_formats_that_its_kind_may_be(
    default: str | None, kind: str | None, content: bytes, name: str
) -> None:
    allowed = ALLOWED.get(kind or default or "")
    is_fine = allowed is None or any(BEGINNINGS[one](content) for one in allowed)
    schema, report = ruled(default), Report(clock)
    value = {"media": File(name, content)} | ({} if kind is None else {"kind": kind})
    schema.check(value, "", report)
    assert [(one.path, one.rule) for one in report.problems] == (
        [] if is_fine else [("media", "fileFormats")]
    )
    assert (held(schema, value) is not None) is is_fine


def test_what_a_file_has_to_be_is_told() -> None:
    report = Report(clock)
    ruled(None).check({"media": File("a.png", b"GIF89a"), "kind": "image"}, "", report)
    assert [one.message for one in report.problems] == [
        "must be JPG or PNG where kind is 'image'; its content does not begin as one does"
    ]


def test_a_kind_of_another_type_and_what_is_no_file_are_told_once() -> None:
    rule = FileFormats("media", "kind", {1: ("PNG",)})
    schema = warm(Object({"media": Binary(), "kind": Integer()}, rules=(rule,)))
    for value, rules in (
        ({"media": File("a", b"x"), "kind": True}, ["type"]),
        ({"media": File("a", b"x"), "kind": [1]}, ["type"]),
        ({"media": "x", "kind": 1}, ["type"]),
        ({"kind": 1}, []),
        ({"media": File("a", b"x"), "kind": 1}, ["fileFormats"]),
    ):
        report = Report(clock)
        schema.check(value, "", report)
        assert [one.rule for one in report.problems] == rules
        assert (accepted(schema, value, clock) is not None) is (not rules)
