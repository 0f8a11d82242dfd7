"""Formats of files, told by how their content begins, whatever they are called.

A format is one only where every file of it begins so, as far as programs write them: what is
refused is surely none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

_BOXES = frozenset(b"ftyp styp moov moof mdat free skip wide pnot sidx uuid".split())
"""The part with which a file of MPEG-4 begins: nearly always the first, else one of the rest."""

BEGINNINGS: Mapping[str, Callable[[bytes], bool]] = {
    "JPG": lambda content: content.startswith(b"\xff\xd8\xff"),
    "PNG": lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"),
    "MP4": lambda content: content[4:8] in _BOXES,
}
"""Whether a content may be a file of a format."""


def is_of(content: bytes, formats: Sequence[str]) -> bool:
    """Say whether a content may be a file of one of some formats."""
    return any(BEGINNINGS[one](content) for one in formats)
