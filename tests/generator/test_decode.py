"""Text of files: by its mark, or refused with line and column; as the client decodes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decode import NotText, decode

from ..runtime.stores import UnreadableTokenError, deserialize

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(text=TEXTS, encoding=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_mark_says_how_a_text_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"a: b\nc: \xff", 2, 4),
        ("标题: ".encode() + b"\xff", 1, 5),
        (b"\xef\xbb\xbfab\n\xff", 2, 1),
        ("a\nbc".encode("utf-16") + b"x", 2, 3),
    ],
)
def test_what_is_no_text_is_refused_with_line_and_column(
    content: bytes, line: int, column: int
) -> None:
    with pytest.raises(NotText) as caught:
        decode(content)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert "save the file as UTF-8" in str(caught.value)


MARKS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff"]
)


@given(mark=MARKS, content=st.binary() | TEXTS.map(str.encode))
def test_what_is_no_text_to_the_client_is_none_to_the_generator(
    mark: bytes, content: bytes
) -> None:
    with pytest.raises(UnreadableTokenError) as caught:
        deserialize(mark + content)
    if str(caught.value).startswith("not UTF"):
        with pytest.raises(NotText):
            decode(mark + content)
    else:
        assert isinstance(decode(mark + content), str)
