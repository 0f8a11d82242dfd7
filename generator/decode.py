"""Text of files: UTF-8 or what a byte order mark says; where it is not text, or half merged."""

from __future__ import annotations

import codecs
import re

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CONFLICT = "has a merge conflict that git left here; keep what is right and take git's lines out"
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.M)
_CONFLICT_INSIDE = re.compile(r"^(?:={7}|\|{7}(?: .*)?)$", re.M)


class NotText(ValueError):
    """Bytes that are not text, at a line and column counted from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def decode(content: bytes) -> str:
    """Decode the content of a file; a byte order mark is left out.

    Raises:
        NotText: it is neither UTF-8 nor what its mark says.
    """
    mark, encoding = next((one for one in _MARKS if content.startswith(one[0])), (b"", "utf-8"))
    data = content[len(mark) :]
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        message = f"is not {name} (byte 0x{data[error.start]:02x}); save the file as UTF-8"
    raise NotText(before.count("\n") + 1, len(before) - before.rfind("\n"), message)


def conflict_line(text: str, *, inside: bool = False) -> int | None:
    """Return the line where git left a merge conflict to be settled, if it did.

    Its row of equals signs does not count: such a row underlines headings, too. `inside`: look
    for that row and for what stands before the common ancestor, in a text that cannot hold them.
    """
    text = text.replace("\r\n", "\n")
    found = (_CONFLICT_INSIDE if inside else _CONFLICT).search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
