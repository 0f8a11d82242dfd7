"""The first line of a copied file: it names the file to edit."""

from __future__ import annotations

import re

_CODING = rb"[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+.*\n"
# What counts only where it stands: a byte order mark, `#!`, and the encoding in line 1 or 2.
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?:[ \t\f]*(?:#.*)?\r?\n)?" + _CODING + rb"|#!.*\n)?")
_MARKER = re.compile(rb"# Copied from (.+): edit that file, then run 'make generate'\.\r?\n")


def marked(source: str, content: bytes) -> bytes:
    """Return the copy of a Python file: its content, and a comment that names it."""
    place = _place(content)
    end = b"\r\n" if is_crlf(content) else b"\n"
    line = f"# Copied from {source}: edit that file, then run 'make generate'.".encode() + end
    return content[:place] + line + content[place:]


def source_of(copy: bytes) -> str:
    """Return the file that a marker line names, or nothing where none stands at its place."""
    found = _MARKER.match(copy, _place(copy))
    return found[1].decode("utf-8", "replace") if found else ""


def unmarked(copy: bytes) -> bytes:
    """Return a copy without its marker line."""
    place = _place(copy)
    found = _MARKER.match(copy, place)
    return copy[:place] + copy[found.end() if found else place :]


def is_crlf(content: bytes) -> bool:
    """Say whether every line ends as lines do on Windows."""
    return 0 < content.count(b"\r\n") == content.count(b"\n")


def _place(content: bytes) -> int:
    found = _OPENING.match(content)
    return found.end() if found else 0
