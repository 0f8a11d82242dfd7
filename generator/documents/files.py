"""A file to the text of the document in it, and the address that it was saved from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..decode import CONFLICT, NotText, conflict_line, decode
from .blocks import DocumentError
from .kinds import HEAD, refuse_what_is_no_text
from .mhtml import is_mhtml, read_mhtml
from .source import clean_address, source_of

MAX_BYTES = 5_000_000
_MAX_WITH_PICTURES = 50_000_000
"""A page in a single file has its pictures in it."""


@dataclass(frozen=True)
class Saved:
    """The text of a document, and where it was saved from, if the file says so."""

    text: str
    address: str = ""


def read_file(path: Path) -> Saved:
    """Read a document's file.

    Raises:
        DocumentError: it cannot be read, or is in a format that holds no text.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            refuse_what_is_no_text(path, head)
            most = _MAX_WITH_PICTURES if is_mhtml(head) else MAX_BYTES
            content = head + file.read(most + 1 - len(head))
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > most:
        size = max(path.stat().st_size, len(content))
        raise DocumentError(
            f"{path} is larger than {most:,} bytes (it has {size:,}); save one page alone"
        )
    if most != MAX_BYTES:
        text, address = read_mhtml(content, str(path))
        if len(text) > MAX_BYTES:
            raise DocumentError(f"{path}: its page is larger than {MAX_BYTES} characters")
    else:
        text, address = _text(content, path), ""
    return Saved(text, clean_address(address) or source_of(text).address)


def _text(content: bytes, path: Path) -> str:
    try:
        text = decode(content)
    except NotText as flaw:
        raise DocumentError(f"{path}:{flaw.line}:{flaw.column}: {flaw}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DocumentError(
            f"{path}:{line}:1: is not text (it has bytes of zero); save it as UTF-8"
        )
    conflict = conflict_line(text)
    if conflict:
        raise DocumentError(f"{path}:{conflict}:1: {CONFLICT}")
    return text
