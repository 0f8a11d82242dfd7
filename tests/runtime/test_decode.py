"""Decoding: text by its mark, JSON as peers read it, whole numbers however they were sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client._runtime.decode import decode_json, decode_text, number_of

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32")


@given(text=st.text(st.characters(exclude_categories=["Cs"])), encoding=st.sampled_from(ENCODINGS))
def test_a_text_is_read_by_its_mark_and_without_one_as_utf_8(text: str, encoding: str) -> None:
    if encoding == "utf-8" and text.startswith("\ufeff"):
        return
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks_count_too(encoding: str) -> None:
    assert decode_text("\ufeff群".encode(encoding)) == "群"


@pytest.mark.parametrize(
    ("data", "start"), [(b"ab\xffcd", 2), (b"\xef\xbb\xbfab\xff", 5), (b"\xff\xfea\x00b", 4)]
)
def test_what_is_no_text_is_refused_with_its_place_in_the_data(data: bytes, start: int) -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        decode_text(data)
    assert (caught.value.start, caught.value.object) == (start, data)


def test_what_is_no_text_can_be_replaced() -> None:
    assert decode_text(b"a\xffb", errors="replace") == "a\ufffdb"


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=JSON)
def test_json_means_what_it_means_to_the_standard_library(value: Any) -> None:
    assert decode_json(json.dumps(value)) == value


def test_control_characters_may_stand_in_strings_as_they_are() -> None:
    assert decode_json('{"name": "a\nb\tc\x00d"}') == {"name": "a\nb\tc\x00d"}


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"a": -Infinity}', "{'a': 1}", "", "{} {}"])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- any of json's own
        decode_json(text)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (-1, -1),
        (10**30, 10**30),
        ("40058", 40058),
        (" -1 ", -1),
        ("0", 0),
        ("3.0", 3),
        ("1234567890123", 1234567890123),
        (40058.0, 40058),
        (3.0, 3),
        (True, None),
        (False, None),
        (None, None),
        (0.5, None),
        ("0.5", None),
        ("3.", None),
        ("1e3", None),
        ("9" * 30, None),
        (1e300, None),
        (float("inf"), None),
        (float("nan"), None),
        ("", None),
        ("ok", None),
        ("٤", None),
        ("1_000", None),
        ([0], None),
        ({}, None),
    ],
    ids=repr,
)
def test_a_whole_number_is_read_however_it_was_sent(value: object, number: object) -> None:
    assert number_of(value) == number
    assert type(number_of(value)) is type(number)


@given(number=st.integers(-(10**15), 10**15))
def test_every_spelling_of_a_number_is_that_number(number: int) -> None:
    spellings = (number, str(number), f" {number} ", f"{number}.0", float(number))
    assert {number_of(one) for one in spellings} == {number}
